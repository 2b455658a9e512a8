"""Reads the programme and opens the couple's file: the slow part of a start, for any thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coupleapp.application.lock import Opener
from coupleapp.application.ports import Clock, ProgrammeMissing
from coupleapp.domain.programme.programme import Programme
from coupleapp.packs import PackInvalid, load_programme
from coupleapp.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Profile:
    """What was read from disk; ``refused``: name, line and reason of each file left out."""

    store: Store
    programme: Programme
    refused: tuple[tuple[str, int | None, str], ...] = ()


def open_profile(folder: Path, programme: Path, openers: Sequence[Opener], clock: Clock) -> Profile:
    """Read the programme, then open the store.

    Raises:
        ProgrammeMissing: No theme, or no format, can be read.
        StoreError: The store cannot be opened, and was left as it is.
    """
    try:
        found = load_programme(programme)
    except PackInvalid as error:
        raise ProgrammeMissing(error.file) from error
    if not found.programme.formats:
        raise ProgrammeMissing("formats")
    refused = tuple((bad.file, bad.line, bad.reason) for bad in found.refused)
    return Profile(open_store(folder, openers, now=clock.now), found.programme, refused)
