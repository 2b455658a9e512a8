"""Copies from the command line: look whether all is well, make one anywhere, take one back."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from coupleapp.application.copies import Copies, Copy, Holding
from coupleapp.application.couples import Couples
from coupleapp.application.folder import FolderUnlockable
from coupleapp.application.lock import Opener
from coupleapp.application.looking import NotANotebook
from coupleapp.application.ports import (
    Clock,
    KeyMissing,
    SecretNeeded,
    SecretRefused,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
)
from coupleapp.application.trusted_date import TrustedDate, newest_moment
from coupleapp.console.folder import folder_with_notebook, nothing_there
from coupleapp.console.opening import new_passphrase, opening
from coupleapp.console.output import say, sorry
from coupleapp.desktop.bounded import within
from coupleapp.desktop.paths import data_folder
from coupleapp.desktop.single_instance import SingleInstance
from coupleapp.domain.lock import SHORTEST_PASSPHRASE, WayIn
from coupleapp.shell.options import Options, clock_for
from coupleapp.shell.second_place import second_place_of
from coupleapp.store import (
    SecondFolder,
    check_store,
    envelope_beside,
    found_copies,
    open_store,
    restore_copy,
    second_place_in,
    write_copy,
)
from coupleapp.ui.base.copy_choice import found_words, holds_words, made_words
from coupleapp.ui.base.folder_model import derive_folder_props
from coupleapp.ui.base.trouble_model import derive_trouble_props
from coupleapp.ui.settings.second_place_words import missed_words


class _NotThere(Exception):
    """What was asked for cannot be written where it was wanted."""


def doctor(options: Options) -> int:
    """Look at the file, its envelope and the copies, and say it; 0 where the notebook is whole.

    Nothing is changed.
    """

    def look() -> int:
        folder, clock = folder_with_notebook(options), clock_for(options)
        if folder is None:
            return sorry(nothing_there(options, "Nothing is kept here yet."))
        say(f"Folder: {folder}")
        found, copies, second = opening(partial(_look, folder))
        trouble = found if isinstance(found, StoreError) else None
        if isinstance(found, Holding):
            say("Your notebook and its key are whole.", holds_words(found, clock.zone()))
        else:
            say(derive_trouble_props(found, "").words)
        first = next((copy for copy in copies if copy.holding is not None), None)
        if not copies:
            say("There is no copy yet.")
        # Where only the key is missing those that need it, too, are no help.
        elif first is not None or not isinstance(trouble, KeyMissing):
            say(*_lines(copies, clock))
        if second is not None:
            say(*_second_lines(*second, clock))
        if trouble is None:
            return 0
        if first is not None and isinstance(trouble, StoreDamaged | KeyMissing):
            say("Open Nearer and take a copy there, or:", f"  coupleapp restore {first.path}")
        return 1

    return _told(look)


def backup(options: Options, file: Path | None) -> int:
    """Make a copy, in the folder of the copies or as this file; the exit code."""

    def make() -> int:
        folder, clock = folder_with_notebook(options), clock_for(options)
        if folder is None:
            sentence = "Nothing is kept here yet, so there is nothing to copy."
            return sorry(nothing_there(options, sentence))
        if file is not None and (refused := _no_place(file)):
            return sorry(refused)
        with closing(opening(partial(open_store, folder, now=clock.now))) as store:
            if file is None:
                couples = Couples(store.couple, clock)
                date = TrustedDate(
                    couples,
                    clock,
                    lambda: newest_moment(store.sessions, store.notebook),
                )
                second = second_place_of(store, couples, clock)
                copies = Copies(store.copies, clock, lambda: True, date.trusted, second)
                copies.make()
                say(f"Made, and read through: {copies.place}.")
                if second.place is not None:
                    missed = missed_words(second.note, clock)
                    say(f"Second place: {second.place}. {missed or 'It lies there, too.'}")
                return 0
            envelope = _written(file, lambda: write_copy(store.database, file))
            ways = store.lock.ways()
        say(f"Made, and read through: {file}.", _kept_beside(envelope, ways))
        return 0

    return _told(make)


def move(options: Options, file: Path) -> int:
    """Make a copy that another computer can open with a passphrase; the exit code."""

    def make() -> int:
        folder, clock = folder_with_notebook(options), clock_for(options)
        if folder is None:
            sentence = "Nothing is kept here yet, so there is nothing to move."
            return sorry(nothing_there(options, sentence))
        if refused := _no_place(file):
            return sorry(refused)
        with closing(opening(partial(open_store, folder, now=clock.now))) as store:
            sealed = None
            if WayIn.PASSPHRASE not in store.lock.ways():
                passphrase = new_passphrase()
                if passphrase is None:
                    return sorry(
                        f"Nothing was made: it needs a passphrase of {SHORTEST_PASSPHRASE} letters "
                        "or more, typed twice alike in a terminal. Please try again."
                    )
                sealed = store.lock.envelope_with(passphrase)
            envelope = _written(file, lambda: write_copy(store.database, file, sealed))
        say(
            f"Made, and read through: {file}.",
            f"Take it and {envelope.name} to the other computer. Nearer begins from it there: “We "
            "have a copy of our notebook”, on its first page. Or:",
            f"  coupleapp restore {file.name}",
            "It asks for the passphrase. What is here stays as it is.",
        )
        return 0

    return _told(make)


def restore(options: Options, file: Path) -> int:
    """Let this copy take the place of the notebook, which is put aside; the exit code."""

    def take() -> int:
        if not _is(file, Path.is_file):
            return sorry(f"There is no file {file}. Nothing was changed.")
        folder, clock = data_folder(options.data_dir), clock_for(options)
        with SingleInstance(folder).held() as ours_alone:
            if not ours_alone:
                return sorry(
                    "Nearer is open with this folder. Nothing was changed. Use its page “Copies”, "
                    "which is in Settings, or end Nearer and try again."
                )
            try:
                done = opening(lambda openers: restore_copy(folder, openers, file, clock.now()))
            except (SecretNeeded, SecretRefused):
                raise
            except (StoreDamaged, KeyMissing, NotANotebook) as error:
                return sorry(_why_not(error))
        say("Taken. " + holds_words(done.holding, clock.zone()))
        if done.put_aside is not None:
            say(f"What was there before lies beside it: {done.put_aside}")
        return 0

    return _told(take)


def _look(
    folder: Path, openers: Sequence[Opener]
) -> tuple[Holding | StoreError, tuple[Copy, ...], tuple[SecondFolder, str] | None]:
    """What the notebook holds, or what is the matter with it; its copies; its second place."""
    second = None
    try:
        found: Holding | StoreError = check_store(folder, openers)
        second = second_place_in(folder, openers)
    except (SecretNeeded, SecretRefused):
        raise
    except StoreError as error:
        found = error
    return found, found_copies(folder, openers), second


def _second_lines(shelf: SecondFolder, chosen: str, clock: Clock) -> list[str]:
    """How it stands with the second place, if there is one: all that lies there is read."""
    if not chosen:
        return []
    shelf.patience.within = within
    place, missed = Path(chosen), missed_words(shelf.note(), clock)
    try:
        whole = [shelf.readable(place, at) for at in shelf.made(place)]
    except StoreError:
        found = "It is not there just now."
    else:
        found = f"Copies there: {len(whole)}; of these read through: {sum(whole)}."
    return [f"Second place: {place}. {found} {missed}".rstrip()]


def _kept_beside(envelope: Path, ways: frozenset[WayIn]) -> str:
    if WayIn.PASSPHRASE in ways:
        opens = "your passphrase opens them on any computer"
    elif WayIn.SHEET in ways:
        opens = "your recovery sheet opens them on any computer"
    else:
        opens = (
            "without a passphrase or a sheet they open on this computer only, and “coupleapp move” "
            "makes one for another"
        )
    return f"Keep {envelope.name} beside it. Both are encrypted; {opens}."


def _no_place(file: Path) -> str:
    """Why no copy can be written here; empty where one can."""
    if not _is(file.parent, Path.is_dir):
        return f"There is no folder {file.parent}. Nothing was changed."
    for taken in (file, envelope_beside(file)):
        if os.path.lexists(taken):
            return f"{taken} is there already. Nothing was changed; choose another name."
    return ""


def _is(path: Path, kind: Callable[[Path], bool]) -> bool:
    """Whether such a thing is there; not what a system hides, or cannot follow."""
    try:
        return kind(path)
    except OSError:
        return False


def _written(file: Path, write: Callable[[], Path]) -> Path:
    """Where the envelope of this copy lies.

    Raises:
        _NotThere: There nothing can be written.
    """
    try:
        return write()
    except StoreReadOnly as error:
        sentence = f"{file} could not be written. Nothing was changed; choose another place."
        raise _NotThere(sentence) from error


def _why_not(error: StoreError) -> str:
    if isinstance(error, KeyMissing):
        return (
            "Nothing on this computer opens this copy. Nothing was changed. Its envelope "
            "(.keys.json) belongs beside it; if a keyring keeps the key, unlock it. From another "
            "computer take a copy made by “coupleapp move”."
        )
    return "This copy could not be read. Nothing was changed. “coupleapp doctor” names the others."


def _lines(copies: tuple[Copy, ...], clock: Clock) -> list[str]:
    return [
        found_words(copies),
        *(
            f"  {made_words(copy, clock)}: {holds_words(copy.holding, clock.zone())}"
            for copy in copies
            if copy.holding is not None
        ),
    ]


def _told(work: Callable[[], int]) -> int:
    """The work's exit code; a known error is said in one sentence."""
    app = QCoreApplication(sys.argv[:1])
    try:
        return work()
    except _NotThere as not_there:
        return sorry(str(not_there))
    except FolderUnlockable as error:
        return sorry(derive_folder_props(error, "").words)
    except (StoreError, OSError) as error:
        return sorry(derive_trouble_props(error, "").words)
    finally:
        del app
