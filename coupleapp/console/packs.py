"""Packs on the console: looked at, taken in, listed, removed, and one to begin with."""

import json
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from coupleapp.application.folder import FolderUnlockable
from coupleapp.application.library import Library
from coupleapp.application.packs import PackRefused, Packs, Shelved, WhyNot
from coupleapp.application.ports import ProgrammeMissing, StoreError
from coupleapp.console.folder import folder_with_notebook
from coupleapp.console.opening import opening
from coupleapp.console.output import say, shown, sorry, write_out
from coupleapp.desktop.paths import data_folder
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.single_instance import SingleInstance
from coupleapp.domain.programme.packs import Pack, PackInvalid
from coupleapp.domain.programme.programme import Programme
from coupleapp.packs import TomlPacks, json_schema, load_programme, read_pack
from coupleapp.shell.options import Options, clock_for
from coupleapp.store import open_store
from coupleapp.ui.base.folder_model import derive_folder_props
from coupleapp.ui.base.trouble_model import derive_trouble_props
from coupleapp.ui.packs import words

NONE_HERE = "No pack is here yet."


def check(file: Path) -> int:
    """Say what this file would add, or why it cannot be used; the exit code."""
    return _told(lambda: _look_at(file, _ours()))


def add(options: Options, file: Path) -> int:
    """Say what this file adds, and take it in; the exit code."""

    def taken_in() -> int:
        ours = _ours()
        _look_at(file, ours)
        return _with_packs(options, ours, lambda packs: _take_in(packs, file))

    return _told(taken_in)


def shelf(options: Options) -> int:
    """Say which packs are here; the exit code."""

    def listed(packs: Packs) -> int:
        there = packs.shelf()
        for one in there:
            say(_line(one))
        if not there:
            say(NONE_HERE)
        return 0

    def listed_if_any() -> int:
        if folder_with_notebook(options) is None:
            say(NONE_HERE)
            return 0
        return _with_packs(options, _ours(), listed)

    return _told(listed_if_any)


def remove(options: Options, pack_id: str) -> int:
    """Remove this pack; the exit code."""

    def removed(packs: Packs) -> int:
        if pack_id not in {one.kept.id for one in packs.shelf()}:
            name = shown(repr(pack_id), 60)
            return sorry(f"No pack here is called {name}. “coupleapp pack list” names them.")
        packs.remove(pack_id)
        say(f"{pack_id} is removed. Talks and notes stay; its file brings it back.")
        return 0

    def removed_if_any() -> int:
        if folder_with_notebook(options) is None:
            return sorry(NONE_HERE)
        return _with_packs(options, _ours(), removed)

    return _told(removed_if_any)


def template(output: Path | None) -> int:
    """Write a commented pack to begin with; the exit code."""
    found = (resource_folder() / "pack_template.toml").read_text("utf-8")
    return _written(output, found, "Change what you like, then: coupleapp pack check FILE")


def schema(output: Path | None) -> int:
    """Write the form of a pack for editors; the exit code."""
    found = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    return _written(output, found, "An editor that knows JSON Schema can use it.")


def _ours() -> Programme:
    try:
        return load_programme(resource_folder() / "programme").programme
    except PackInvalid as error:
        raise ProgrammeMissing(error.file) from error


def _look_at(file: Path, ours: Programme) -> int:
    pack = read_pack(file, themes={theme.id for theme in ours.themes})
    say(pack.title, words.byline(pack), pack.about, words.adds(pack))
    say(*(f"  {line}" for line in words.contents(pack)))
    return 0


def _take_in(packs: Packs, file: Path) -> int:
    look = packs.look_at(file)
    if look.why_not is WhyNot.SAME:
        say(words.why_not(look))
        return 0
    try:
        packs.take_in(look)
    except PackRefused:
        return sorry(words.why_not(look))
    say(words.place_of(look), words.taken_in(look.pack))
    return 0


def _with_packs(options: Options, ours: Programme, work: Callable[[Packs], int]) -> int:
    """Do this while no other Nearer has the folder; an older file is migrated."""
    app = QCoreApplication(sys.argv[:1])
    folder = data_folder(options.data_dir)
    with SingleInstance(folder).held() as ours_alone:
        if not ours_alone:
            return sorry(
                "Nearer is open with this folder. Nothing was changed. Use its page “Packs”, which "
                "is in Settings, or end Nearer and try again."
            )
        with closing(opening(partial(open_store, folder))) as store:
            done = work(Packs(store.packs, TomlPacks(), Library(ours), clock_for(options)))
    del app
    return done


def _told(work: Callable[[], int]) -> int:
    """The work's exit code; a known error is said in one sentence."""
    try:
        return work()
    except PackInvalid as error:
        return sorry(words.invalid(error))
    except FolderUnlockable as error:
        return sorry(derive_folder_props(error, "").words)
    except (StoreError, ProgrammeMissing, OSError) as error:
        return sorry(derive_trouble_props(error, "").words)


def _line(one: Shelved) -> str:
    state = "in use" if one.kept.on else "put aside"
    if one.pack is None:
        return f"{one.kept.id}  {words.left_aside(one.fault)}"
    return f"{one.kept.id}  {_called(one.pack)}  ({state})"


def _called(pack: Pack) -> str:
    return f"{pack.title}, {words.byline(pack)}"


def _written(output: Path | None, text: str, said: str) -> int:
    if output is not None:
        return write_out(output, text.encode(), said)
    say(text.rstrip("\n"))
    return 0
