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
from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.looking import InHand
from coupleapp.application.ports import StoreDamaged, StoreError
from coupleapp.store.copies import COPIES, RESTORED, check_copy, envelope_beside, stamp
from coupleapp.store.database import Database
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import (
    ENVELOPE,
    Envelope,
    read_envelope,
    write_envelope,
)
from coupleapp.store.errors import known_errors
from coupleapp.store.files import (
    FILE_NAME,
    JOURNAL,
    make_durable,
    make_empty,
    make_folder,
    put_in_place,
    write_whole,
)
from coupleapp.store.in_hand import (
    Opened,
    bring_key,
    envelope_here,
    opened,
    read_if_there,
    refuse_others,
)
from coupleapp.store.sound import refuse_unsound
from coupleapp.store.tables import EarlierKeyRow
from coupleapp.store.upgrade import HEAD
from coupleapp.store.vault import key_in


@dataclass(frozen=True, slots=True)
class Restored:
    """What was taken back, and where what was there is now; None where nothing was there."""

    holding: Holding
    put_aside: Path | None


def restore_copy(
    folder: Path, openers: Sequence[Opener], source: Path | InHand, at: datetime
) -> Restored:
    """Let this copy take the place of the file, which nobody has open.

    Args:
        folder: Where the file lies.
        openers: Of the key, besides the key file.
        source: A copy or a file from anywhere, with its envelope beside it; else the one in
            ``folder`` has to open it.
        at: Now, for the name of what is put aside.

    Raises:
        KeyMissing: Nothing on this computer opens it.
        NotANotebook: It is something else.
        StoreDamaged: It is not whole.
        StoreTooNew: A newer Nearer wrote it.
        StoreError: It could not be done; the file is as it was.
    """
    path, file = folder / FILE_NAME, source if isinstance(source, InHand) else InHand(source)
    draft = path.with_name(FILE_NAME + ".new")
    with known_errors():
        make_folder(folder)
        found = opened(file, folder, openers)
        drafts = (draft, draft.with_name(draft.name + JOURNAL))
        for left in drafts:
            left.unlink(missing_ok=True)
        try:
            make_empty(draft)
            _copy_bytes(file.path, draft)
            holding = _checked(draft, found)
            _take_keys_along(draft, found, openers)
            make_folder(folder / COPIES)
            write_whole(folder / COPIES / RESTORED, at.isoformat().encode("ascii"))
            aside = _put_aside(path, openers, at)
            envelope = _newest_of(found.envelope, folder)
            bring_key(file, folder, envelope)
            write_envelope(folder, envelope)
            put_in_place(draft, path)
        except BaseException:
            for left in drafts:
                left.unlink(missing_ok=True)
            raise
    return Restored(holding, aside)


def _copy_bytes(source: Path, draft: Path) -> None:
    """With its journal: without it what was cut off in the middle would be taken for whole."""
    journal = source.with_name(source.name + JOURNAL)
    try:
        shutil.copyfile(source, draft)
        if journal.exists():
            make_empty(draft.with_name(draft.name + JOURNAL))
            shutil.copyfile(journal, draft.with_name(draft.name + JOURNAL))
    except FileNotFoundError:
        raise StoreError(f"there is no {source.name}") from None


def _take_keys_along(draft: Path, found: Opened, openers: Sequence[Opener]) -> None:
    """Where it is from before a new key: what was made under that one stays readable.

    Another couple's file gets none: its vault is not among what opens the notebook here.
    """
    known = [one for one in openers if isinstance(one, KnownKey)]
    others = [one for one in known if one.vault != found.envelope.vault]
    if not others or len(others) == len(known):
        return
    with closing(Database(draft, found.key)) as taken:
        if taken.revision() == HEAD:
            with taken.transaction() as work:
                for one in others:
                    work.merge(EarlierKeyRow(vault=one.vault, key=one.key.hex()))


def _checked(draft: Path, found: Opened) -> Holding:
    try:
        return check_copy(draft, found.key)
    except StoreDamaged as error:
        if not found.own:
            refuse_others(draft)
        raise found.refused(error) from error


def _put_aside(path: Path, openers: Sequence[Opener], at: datetime) -> Path | None:
    """Keep the file and its envelope under another name, as a copy lies; where it is now.

    Where the disk can give one file two names, the file stays where it is until the copy takes
    its place. Its journal never stays alone: SQLite would play it into the copy.
    """
    folder, journal = path.parent, path.with_name(path.name + JOURNAL)
    if not (path.exists() or journal.exists()):
        return None
    # To open it would be to play its journal.
    whole = not journal.exists() and _is_whole(path, openers)
    why = "before-restore" if whole else "damaged"
    while (aside := folder / f"nearer-{why}-{stamp(at)}.db").exists():
        at += timedelta(seconds=1)
    if (envelope := envelope_here(folder)) is not None:
        write_whole(envelope_beside(aside), envelope)
    second = read_if_there(second_of(folder / ENVELOPE))
    if second is not None and second != envelope:
        # Which of them was its own is not known; neither is lost.
        write_whole(second_of(envelope_beside(aside)), second)
    if path.exists():
        _also_name(path, aside)
    if journal.exists():
        _also_name(journal, aside.with_name(aside.name + JOURNAL))
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
        envelope = envelope_here(path.parent)
        if envelope is None or not path.exists():
            return False
        with closing(Database(path, key_in(envelope, path.parent, openers))) as present:
            present.check()
            refuse_unsound(present)
            return True
    except StoreError:
        return False


def _newest_of(envelope: Envelope, folder: Path) -> Envelope:
    """The one that is there, where it is of the same vault: a passphrase may be newer than a copy.

    A sheet or a passphrase that was given up opens nothing again because a copy was taken.
    """
    try:
        present = read_envelope(folder)
    except (StoreError, FileNotFoundError):
        return envelope
    return present if present.vault == envelope.vault else envelope
