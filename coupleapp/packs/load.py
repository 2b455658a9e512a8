"""Read a folder of our own files into the programme; a damaged file is left out whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coupleapp.domain.programme.packs import PackInvalid
from coupleapp.domain.programme.programme import Programme
from coupleapp.packs.claims import Claim, check_prompt_names, taken
from coupleapp.packs.fields import NamedTable
from coupleapp.packs.lines import Place
from coupleapp.packs.schema import ProgrammeFile
from coupleapp.packs.text import parse, text_of


@dataclass(frozen=True, slots=True)
class LoadResult:
    programme: Programme
    refused: tuple[PackInvalid, ...]


@dataclass(slots=True)
class _Gathered:
    files: list[ProgrammeFile] = field(default_factory=list)
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
    if not any(file.themes for file in gathered.files):
        raise PackInvalid(folder.name, None, "There is no theme here that can be read.")
    return LoadResult(_programme(gathered.files), tuple(refused))


def _add(gathered: _Gathered, path: Path) -> None:
    text = text_of(path, path.name)
    file = parse(ProgrammeFile, text, path.name)
    check_prompt_names(list(_prompts(file)), text, path.name)
    gathered.claimed |= taken(_claims(file), gathered.claimed, text, path.name)
    gathered.files.append(file)


def _prompts(file: ProgrammeFile) -> Iterator[tuple[Place, str, str]]:
    for i, theme in enumerate(file.themes):
        for j, prompt in enumerate(theme.prompts):
            yield ("themes", i, "prompts", j, "id"), theme.id, prompt.id


def _claims(file: ProgrammeFile) -> Iterator[Claim]:
    for i, theme in enumerate(file.themes):
        yield ("themes", i, "id"), "theme", theme.id
        yield ("themes", i, "week"), "week", f"week {theme.week}"
    for place, _, prompt_id in _prompts(file):
        yield place, "prompt", prompt_id
    others: tuple[tuple[str, Sequence[NamedTable]], ...] = (
        ("small_wins", file.small_wins),
        ("groundings", file.groundings),
        ("stems", file.stems),
        ("openings", file.openings),
        ("cues", file.cues),
        ("feelings", file.feelings),
        ("rests", file.rests),
        ("ideas", file.ideas),
        ("formats", file.formats),
    )
    for kind, tables in others:
        for i, table in enumerate(tables):
            yield (kind, i, "id"), kind, table.id
    for i, family in enumerate(file.feelings):
        for j, word in enumerate(family.words):
            yield ("feelings", i, "words", j, "id"), "feeling", word.id


def _programme(files: list[ProgrammeFile]) -> Programme:
    themes = [table.to_domain() for file in files for table in file.themes]
    return Programme(
        themes=tuple(sorted(themes, key=lambda theme: theme.week)),
        formats=tuple(table.to_domain() for file in files for table in file.formats),
        small_wins=tuple(table.to_domain() for file in files for table in file.small_wins),
        groundings=tuple(table.to_domain() for file in files for table in file.groundings),
        stems=tuple(table.to_domain() for file in files for table in file.stems),
        openings=tuple(table.to_domain() for file in files for table in file.openings),
        cues=tuple(table.to_domain() for file in files for table in file.cues),
        feelings=tuple(table.to_domain() for file in files for table in file.feelings),
        rests=tuple(table.to_domain() for file in files for table in file.rests),
        ideas=tuple(table.to_domain() for file in files for table in file.ideas),
    )
