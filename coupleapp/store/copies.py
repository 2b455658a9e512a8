"""Copies of the file, each with its envelope beside it: made, read back, found.

A copy is named by when it was made, in UTC: ``nearer-2026-11-30-042158.db``, and its envelope
``nearer-2026-11-30-042158.keys.json``. Both are whole or not there.
"""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from coupleapp.application.copies import Copy, Holding
from coupleapp.application.copy_progress import Doing, Progress, Told, nobody
from coupleapp.application.lock import Opener
from coupleapp.application.ports import (
    KeyMissing,
    StoreDamaged,
    StoreError,
    StoreLost,
)
from coupleapp.store.database import Database
from coupleapp.store.envelope import ENVELOPE, bytes_of, read_envelope
from coupleapp.store.errors import known_errors
from coupleapp.store.files import COPIES as COPIES
from coupleapp.store.files import (
    draft_of,
    make_durable,
    make_empty,
    make_folder,
    put_in_place,
    write_whole,
)
from coupleapp.store.sound import refuse_unsound
from coupleapp.store.tables import EPOCH, LATEST
from coupleapp.store.vault import key_in

RESTORED = "restored"
_WHEN = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"nearer(?P<aside>-damaged|-before-restore)?-(?P<at>\d{4}-\d\d-\d\d-\d{6})\.db")

KeyOf = Callable[[bytes], bytes]
"""The data key in these bytes of an envelope."""


def write_copy(
    database: Database, path: Path, sealed: bytes | None = None, told: Told = nobody
) -> Path:
    """Make a copy as this new file and read it back; where its envelope lies.

    ``sealed``: its envelope; else that of the notebook.

    Raises:
        StoreError: It could not be made; nothing of it stays.
    """
    envelope, draft = envelope_beside(path), draft_of(path)

    def read_back() -> None:
        told(Progress(Doing.READING_BACK))

    told(Progress(Doing.WRITING))
    with known_errors():
        # Before it is read: what is written meanwhile makes the file newer than its copy.
        written = written_at(database.path)
        try:
            draft.unlink(missing_ok=True)
            make_empty(draft)
            # Else the copies that can be opened would give way to one that cannot.
            database.copy_into(draft, refuse_unsound, read_back)
            os.utime(draft, ns=(written, written))
            write_whole(envelope, sealed or _envelope_here(database.path.parent))
            put_in_place(draft, path)
        except BaseException:
            for left in (draft, path, envelope):
                left.unlink(missing_ok=True)
            raise
    return envelope


def make_copy(database: Database, at: datetime, told: Told = nobody) -> datetime:
    """Make a copy beside this file and read it back; the time it stands under.

    Raises:
        StoreError: It could not be made; those from before are all there.
    """
    place = database.path.parent / COPIES
    with known_errors():
        make_folder(place)
        _clear_away(place)
        at = at.astimezone(UTC).replace(microsecond=0)
        while (path := place / copy_name(at)).exists():
            at += timedelta(seconds=1)
        write_copy(database, path, told=told)
    return at


def found_copies(folder: Path, openers: Sequence[Opener], told: Told = nobody) -> tuple[Copy, ...]:
    """Every copy of this folder's file and what was put aside, read back; the newest first.

    Raises:
        StoreError: The folder cannot be read.
    """
    # The keyring is asked once for each envelope, and there is seldom a second.
    key_of = cache(lambda envelope: key_in(envelope, folder, openers))
    with known_errors():
        named = [*named_in(folder / COPIES), *named_in(folder)]
    found: list[Copy] = []
    for path, at, aside in sorted(named, key=lambda one: one[1], reverse=True):
        told(Progress(Doing.LOOKING_THROUGH, len(found), len(named)))
        found.append(Copy(path, at, _holding(path, key_of), put_aside=aside))
    return tuple(found)


def any_copy(folder: Path) -> bool:
    """Whether there is one, or one was put aside; none is opened."""
    return bool(named_in(folder / COPIES) or named_in(folder))


def check_copy(path: Path, key: bytes) -> Holding:
    """Read all of it back.

    Raises:
        StoreDamaged: Something in it is not as it was written, or there is nothing in it.
        StoreTooNew: A newer Nearer wrote it.
        StoreError: It cannot be read.
    """
    if not path.is_file():
        raise StoreDamaged("there is no such file")
    with closing(Database(path, key)) as copy:
        copy.check()
        refuse_unsound(copy)
        return counted(copy)


def envelopes(folder: Path) -> list[Path]:
    """Every envelope that lies beside a copy, or beside what was put aside."""
    beside = [
        envelope_beside(path) for path, _, _ in [*named_in(folder / COPIES), *named_in(folder)]
    ]
    return [path for path in beside if path.exists()]


def envelope_beside(path: Path) -> Path:
    """Where the envelope of a copy lies."""
    return path.with_name(path.stem + ".keys.json")


def copy_beside(envelope: Path) -> Path:
    """Where the copy of an envelope lies."""
    return envelope.with_name(envelope.name.removesuffix(".keys.json") + ".db")


def copy_name(at: datetime) -> str:
    return f"nearer-{stamp(at)}.db"


def stamp(at: datetime) -> str:
    """A moment as it stands in the names of files: UTC, to the second."""
    return at.astimezone(UTC).strftime(_WHEN)


def made_by_name(path: Path) -> datetime | None:
    """When a file named like a copy was made, or put aside."""
    match = _NAME.fullmatch(path.name)
    try:
        return match and datetime.strptime(match["at"], _WHEN).replace(tzinfo=UTC)
    except ValueError:
        return None


def named_in(place: Path) -> list[tuple[Path, datetime, bool]]:
    """What is named like a copy here: where it lies, when it was made, whether put aside."""
    found = []
    for path in place.glob("nearer-*.db"):
        at = made_by_name(path)
        if at is not None:
            found.append((path, at, path.name != copy_name(at)))
    return found


def _holding(path: Path, key_of: KeyOf) -> Holding | None:
    try:
        with known_errors():
            return check_copy(path, key_of(envelope_beside(path).read_bytes()))
    except (StoreError, FileNotFoundError):
        return None


def counted(copy: Database) -> Holding:
    tables = {name for (name,) in copy.read("SELECT name FROM sqlite_master WHERE type = 'table'")}
    columns = {row[1] for row in copy.read("PRAGMA table_info(notebook_entry)")}
    # What one partner keeps alone is not even counted.
    both = "NOT private" if "private" in columns else "1"
    talks, talked = copy.read(
        f"SELECT count(*), {_newest('began_at')} FROM guided_session WHERE talked"  # noqa: S608 - ours
    )[0]
    lines, written = copy.read(
        f"SELECT count(*), {_newest('written_at')} FROM notebook_entry WHERE {both}"  # noqa: S608 - ours
    )[0]
    agreed = copy.read("SELECT count(*) FROM agreement") if "agreement" in tables else [(0,)]
    newest = max((at for at in (talked, written) if at is not None), default=None)
    at = None if newest is None else EPOCH + timedelta(microseconds=newest)
    return Holding(talks, lines, agreed[0][0], at)


def _newest(column: str) -> str:
    """Of those that can be a moment: one row that cannot be read is in nobody's way."""
    return f"max(CASE WHEN {column} BETWEEN 0 AND {LATEST} THEN {column} END)"


def written_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        raise StoreLost(f"{path.name} is gone") from None


def _envelope_here(folder: Path) -> bytes:
    try:
        return bytes_of(read_envelope(folder))
    except FileNotFoundError:
        raise KeyMissing(f"there is no {ENVELOPE}") from None


def _clear_away(place: Path) -> None:
    """Take away what a crash has left half done."""
    for draft in [*place.glob("*.new"), *place.glob("*.new-journal")]:
        draft.unlink(missing_ok=True)
    for envelope in place.glob("nearer-*.keys.json"):
        if not copy_beside(envelope).exists():
            envelope.unlink(missing_ok=True)
    make_durable(place)
