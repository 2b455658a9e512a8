"""A copy takes the place of the file. What is there is put aside first, never deleted.

Whenever this is cut off, the file under its name is the one from before or the copy, whole; or it
is not there, which is told as a loss, and the copies are offered again.
"""

import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from coupleapp.application.copies import Holding
from coupleapp.application.lock import Opener
from coupleapp.application.ports import KeyMissing, StoreError
from coupleapp.store.copies import COPIES, RESTORED, check_copy, envelope_beside, stamp
from coupleapp.store.database import Database
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import (
    ENVELOPE,
    Envelope,
    bytes_of,
    envelope_in,
    read_envelope,
    write_envelope,
)
from coupleapp.store.errors import known_errors
from coupleapp.store.files import (
    FILE_NAME,
    make_durable,
    make_empty,
    make_folder,
    put_in_place,
    write_whole,
)
from coupleapp.store.sound import refuse_unsound
from coupleapp.store.vault import key_in

_JOURNAL = "-journal"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was taken back, and where what was there is now; None where nothing was there."""

    holding: Holding
    put_aside: Path | None


def restore_copy(folder: Path, openers: Sequence[Opener], source: Path, at: datetime) -> Restored:
    """Let this copy take the place of the file, which nobody has open.

    Args:
        folder: Where the file lies.
        openers: Of the key, besides the key file.
        source: A copy, with its envelope beside it; else the one in ``folder`` has to open it.
        at: Now, for the name of what is put aside.

    Raises:
        KeyMissing: Nothing on this computer opens it.
        StoreDamaged: It is not whole.
        StoreTooNew: A newer Nearer wrote it.
        StoreError: It could not be done; the file is as it was.
    """
    path = folder / FILE_NAME
    draft = path.with_name(FILE_NAME + ".new")
    with known_errors():
        make_folder(folder)
        envelope = _envelope_for(source, folder)
        key = key_in(envelope, folder, openers)
        for left in (draft, draft.with_name(draft.name + _JOURNAL)):
            left.unlink(missing_ok=True)
        try:
            make_empty(draft)
            _copy_bytes(source, draft)
            holding = check_copy(draft, key)
            make_folder(folder / COPIES)
            write_whole(folder / COPIES / RESTORED, at.isoformat().encode("ascii"))
            aside = _put_aside(path, openers, at)
            write_envelope(folder, _newest_of(envelope_in(envelope), folder))
            put_in_place(draft, path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return Restored(holding, aside)


def _copy_bytes(source: Path, draft: Path) -> None:
    try:
        shutil.copyfile(source, draft)
    except FileNotFoundError:
        raise StoreError(f"there is no {source.name}") from None


def _put_aside(path: Path, openers: Sequence[Opener], at: datetime) -> Path | None:
    """Keep the file and its envelope under another name, as a copy lies; where it is now.

    Where the disk can give one file two names, the file stays where it is until the copy takes
    its place. Its journal never stays alone: SQLite would play it into the copy.
    """
    folder, journal = path.parent, path.with_name(path.name + _JOURNAL)
    if not (path.exists() or journal.exists()):
        return None
    # To open it would be to play its journal.
    whole = not journal.exists() and _is_whole(path, openers)
    why = "before-restore" if whole else "damaged"
    while (aside := folder / f"nearer-{why}-{stamp(at)}.db").exists():
        at += timedelta(seconds=1)
    if (envelope := _envelope_here(folder)) is not None:
        write_whole(envelope_beside(aside), envelope)
    second = _bytes_of(second_of(folder / ENVELOPE))
    if second is not None and second != envelope:
        # Which of them was its own is not known; neither is lost.
        write_whole(second_of(envelope_beside(aside)), second)
    if path.exists():
        _also_name(path, aside)
    if journal.exists():
        _also_name(journal, aside.with_name(aside.name + _JOURNAL))
        make_durable(folder)
        path.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
    make_durable(folder)
    return aside


def _also_name(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except OSError:
        # Sticks and some shared folders know one name for each file.
        path.rename(name)


def _is_whole(path: Path, openers: Sequence[Opener]) -> bool:
    try:
        envelope = _envelope_here(path.parent)
        if envelope is None or not path.exists():
            return False
        with closing(Database(path, key_in(envelope, path.parent, openers))) as present:
            present.check()
            refuse_unsound(present)
            return True
    except StoreError:
        return False


def _envelope_for(source: Path, folder: Path) -> bytes:
    found = _bytes_of(envelope_beside(source))
    if found is None and source.name == FILE_NAME:
        found = _envelope_here(source.parent)
    if found is None:
        found = _envelope_here(folder)
    if found is None:
        raise KeyMissing(f"there is no {ENVELOPE} for {source.name}")
    return found


def _newest_of(envelope: Envelope, folder: Path) -> Envelope:
    """The one that is there, where it is of the same vault: a passphrase may be newer than a copy.

    A sheet or a passphrase that was given up opens nothing again because a copy was taken.
    """
    try:
        present = read_envelope(folder)
    except (StoreError, FileNotFoundError):
        return envelope
    return present if present.vault == envelope.vault else envelope


def _envelope_here(folder: Path) -> bytes | None:
    """What lies in this folder; where it cannot be read, as it is."""
    try:
        return bytes_of(read_envelope(folder))
    except FileNotFoundError:
        return None
    except StoreError:
        return _bytes_of(folder / ENVELOPE)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
