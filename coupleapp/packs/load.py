"""Read a folder of packs into the programme; a damaged file is left out whole."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from coupleapp.domain.programme import Programme
from coupleapp.packs.errors import PackInvalid, quoted, syntax_fault, validation_sentence
from coupleapp.packs.fields import NamedTable
from coupleapp.packs.lines import line_of
from coupleapp.packs.schema import PackFile

MAX_BYTES = 1_000_000
# No sentence is this long, and long dotted keys would keep the decoder busy for minutes.
MAX_LINE = 500

_Loc = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class LoadResult:
    programme: Programme
    refused: tuple[PackInvalid, ...]


@dataclass(slots=True)
class _Gathered:
    packs: list[PackFile] = field(default_factory=list)
    claimed: set[tuple[str, str]] = field(default_factory=set)


def load_programme(folder: Path) -> LoadResult:
    """Read every `*.toml` file of a folder, in the order of their names.

    Nothing in a file is ever run. A file that is damaged, or that uses an id or a week that an
    earlier file has taken, is refused whole; the others still load.

    Raises:
        PackInvalid: The folder cannot be opened, or no theme at all can be read.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError as error:
        raise PackInvalid(folder.name, None, "This folder could not be opened.") from error
    gathered = _Gathered()
    refused: list[PackInvalid] = []
    for path in paths:
        try:
            _add(gathered, path)
        except PackInvalid as error:
            refused.append(error)
    if not any(pack.themes for pack in gathered.packs):
        raise PackInvalid(folder.name, None, "There is no theme here that can be read.")
    return LoadResult(_programme(gathered.packs), tuple(refused))


def _add(gathered: _Gathered, path: Path) -> None:
    text = _read(path)
    pack = _parse(path.name, text)
    for loc, theme_id, prompt_id in _prompt_ids(pack):
        if prompt_id.partition(".")[0] != theme_id:
            reason = f"The id of a prompt here begins with {quoted(theme_id + '.')}."
            raise PackInvalid(path.name, line_of(text, loc), reason)
    own: set[tuple[str, str]] = set()
    for loc, kind, value in _claims(pack):
        claim = (kind, value)
        if claim in own:
            reason = f"{quoted(value)} stands twice in this file."
        elif claim in gathered.claimed:
            reason = f"{quoted(value)} is already taken by another file."
        else:
            own.add(claim)
            continue
        raise PackInvalid(path.name, line_of(text, loc), reason)
    gathered.claimed |= own
    gathered.packs.append(pack)


def _read(path: Path) -> str:
    if not path.is_file():
        raise PackInvalid(path.name, None, "This is not a file that can be opened.")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PackInvalid(path.name, None, "This file could not be opened.") from error
    if len(raw) > MAX_BYTES:
        raise PackInvalid(path.name, None, "This file is larger than 1 MB.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackInvalid(path.name, line, "A character here is not UTF-8 text.") from error
    return text.replace("\r\n", "\n")


def _parse(name: str, text: str) -> PackFile:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise PackInvalid(name, number, "This line is far too long.")
    try:
        data = tomllib.loads(text)
    except RecursionError as error:
        raise PackInvalid(name, None, "Too many brackets stand inside each other.") from error
    except ValueError as error:
        raise PackInvalid(name, *syntax_fault(error, text)) from error
    try:
        return PackFile.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        # A misspelt entry is both unknown and missing: the unknown one shows where.
        worst = min(faults, key=lambda fault: fault["type"] != "extra_forbidden")
        raise PackInvalid(name, line_of(text, worst["loc"]), validation_sentence(worst)) from error


def _prompt_ids(pack: PackFile) -> Iterator[tuple[_Loc, str, str]]:
    for i, theme in enumerate(pack.themes):
        for j, prompt in enumerate(theme.prompts):
            yield ("themes", i, "prompts", j, "id"), theme.id, prompt.id


def _claims(pack: PackFile) -> Iterator[tuple[_Loc, str, str]]:
    for i, theme in enumerate(pack.themes):
        yield ("themes", i, "id"), "theme", theme.id
        yield ("themes", i, "week"), "week", f"week {theme.week}"
    for loc, _, prompt_id in _prompt_ids(pack):
        yield loc, "prompt", prompt_id
    others: tuple[tuple[str, Sequence[NamedTable]], ...] = (
        ("small_wins", pack.small_wins),
        ("groundings", pack.groundings),
        ("stems", pack.stems),
        ("openings", pack.openings),
        ("cues", pack.cues),
        ("feelings", pack.feelings),
        ("rests", pack.rests),
        ("ideas", pack.ideas),
        ("formats", pack.formats),
    )
    for kind, tables in others:
        for i, table in enumerate(tables):
            yield (kind, i, "id"), kind, table.id
    for i, family in enumerate(pack.feelings):
        for j, word in enumerate(family.words):
            yield ("feelings", i, "words", j, "id"), "feeling", word.id


def _programme(packs: list[PackFile]) -> Programme:
    themes = [table.to_domain() for pack in packs for table in pack.themes]
    return Programme(
        themes=tuple(sorted(themes, key=lambda theme: theme.week)),
        formats=tuple(table.to_domain() for pack in packs for table in pack.formats),
        small_wins=tuple(table.to_domain() for pack in packs for table in pack.small_wins),
        groundings=tuple(table.to_domain() for pack in packs for table in pack.groundings),
        stems=tuple(table.to_domain() for pack in packs for table in pack.stems),
        openings=tuple(table.to_domain() for pack in packs for table in pack.openings),
        cues=tuple(table.to_domain() for pack in packs for table in pack.cues),
        feelings=tuple(table.to_domain() for pack in packs for table in pack.feelings),
        rests=tuple(table.to_domain() for pack in packs for table in pack.rests),
        ideas=tuple(table.to_domain() for pack in packs for table in pack.ideas),
    )
