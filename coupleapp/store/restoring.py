"""A copy takes the place of the file. What is there is put aside first, never deleted.

Whenever this is cut off, the file under its name is the one from before or the copy, whole, and one
of the two envelopes opens it; or it is not there, which is told as a loss, and the copies are
offered again: where what is there has a journal, or the disk knows one name for each file.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
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
    bytes_of,
    read_envelopes,
    write_envelope,
)
from coupleapp.store.errors import known_errors
from coupleapp.store.files import (
    FILE_NAME,
    JOURNAL,
    draft_of,
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
from coupleapp.store.vault import KeyFile, envelopes_of, open_envelope


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
    draft = draft_of(path)
    with known_errors():
        make_folder(folder)
        found = opened(file, folder, openers)
        drafts = (draft, _journal_of(draft))
        for left in drafts:
            left.unlink(missing_ok=True)
        try:
            make_empty(draft)
            _copy_bytes(file.path, draft)
            holding = _checked(draft, found)
            _take_keys_along(draft, found, openers)
            make_folder(folder / COPIES)
            write_whole(folder / COPIES / RESTORED, at.isoformat().encode("ascii"))
            envelope = _newest_of(found.envelope, folder)
            bring_key(file, folder, envelope)
            aside = _change_places(draft, path, envelope, openers, at)
        except BaseException:
            for left in drafts:
                left.unlink(missing_ok=True)
            raise
        # It is done; what is missing here is made good when it is opened.
        with suppress(OSError):
            write_envelope(folder, envelope)
    return Restored(holding, aside)


def _change_places(
    draft: Path, path: Path, envelope: Envelope, openers: Sequence[Opener], at: datetime
) -> Path | None:
    """Let the draft take the place of the file; where that is now, and None where there was none.

    Until then the first envelope is the file's, and afterwards the second the draft's. An error
    leaves all as it was.
    """
    first, second = path.parent / ENVELOPE, second_of(path.parent / ENVELOPE)
    before = {one: read_if_there(one) for one in (first, second)}
    present = _proven(path, openers)
    mine = envelope_here(path.parent) if present is None else bytes_of(present)
    aside = _name_aside(path, at, whole=present is not None)
    try:
        if aside is not None:
            _put_aside(path, aside, mine, None if present else before[second])
        if mine is not None and before[first] != mine:
            write_whole(first, mine)
        write_whole(second, bytes_of(envelope))
        put_in_place(draft, path)
    except BaseException:
        if draft.exists():
            with suppress(OSError):
                _put_back(aside, path, before)
        raise
    return aside


def _copy_bytes(source: Path, draft: Path) -> None:
    """With its journal: without it what was cut off in the middle would be taken for whole."""
    journal = _journal_of(source)
    try:
        shutil.copyfile(source, draft)
        if journal.exists():
            make_empty(_journal_of(draft))
            shutil.copyfile(journal, _journal_of(draft))
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


def _name_aside(path: Path, at: datetime, *, whole: bool) -> Path | None:
    """Where it is to be put aside; None where nothing is there."""
    if not (path.exists() or _journal_of(path).exists()):
        return None
    why = "before-restore" if whole else "damaged"
    while (aside := path.with_name(f"nearer-{why}-{stamp(at)}.db")).exists():
        at += timedelta(seconds=1)
    return aside


def _put_aside(path: Path, aside: Path, envelope: bytes | None, second: bytes | None) -> None:
    """Keep the file and its envelope under another name, as a copy lies.

    Where the disk can give one file two names, the file stays where it is until the copy takes
    its place. Its journal never stays alone: SQLite would play it into the copy.

    ``second``: its second envelope, where it is not known which of them is its own.
    """
    folder, journal = path.parent, _journal_of(path)
    if envelope is not None:
        write_whole(envelope_beside(aside), envelope)
    if second is not None and second != envelope:
        write_whole(second_of(envelope_beside(aside)), second)
    if path.exists():
        _also_name(path, aside)
    if journal.exists():
        _also_name(journal, _journal_of(aside))
        make_durable(folder)
        path.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
    make_durable(folder)


def _put_back(aside: Path | None, path: Path, envelopes: Mapping[Path, bytes | None]) -> None:
    """All is as it was, and nothing of it stays beside it."""
    if aside is not None:
        for name, was in ((_journal_of(aside), _journal_of(path)), (aside, path)):
            if name.exists() and not was.exists():
                _also_name(name, was)
    for one, data in envelopes.items():
        if data is None:
            one.unlink(missing_ok=True)
        elif data != read_if_there(one):
            write_whole(one, data)
    make_durable(path.parent)
    if aside is not None and not (aside.exists() and not path.samefile(aside)):
        envelope = envelope_beside(aside)
        for left in (aside, _journal_of(aside), envelope, second_of(envelope)):
            left.unlink(missing_ok=True)


def _also_name(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except OSError:
        # Sticks and some shared folders know one name for each file.
        path.rename(name)


def _journal_of(path: Path) -> Path:
    return path.with_name(path.name + JOURNAL)


def _proven(path: Path, openers: Sequence[Opener]) -> Envelope | None:
    """The one that opens it, of those here or of the copies; None where it is not whole."""
    if not path.exists() or _journal_of(path).exists():
        # To open it would be to play its journal.
        return None
    try:
        envelopes = envelopes_of(path.parent)
    except (StoreError, FileNotFoundError):
        return None
    for envelope in envelopes:
        with suppress(StoreError):
            key = open_envelope(envelope, [*openers, KeyFile(path.parent)]).key
            with closing(Database(path, key)) as present:
                present.check()
                refuse_unsound(present)
                return envelope
    return None


def _newest_of(envelope: Envelope, folder: Path) -> Envelope:
    """The one that is there, where it is of the same vault: a passphrase may be newer than a copy.

    A sheet or a passphrase that was given up opens nothing again because a copy was taken.
    """
    try:
        present = read_envelopes(folder)
    except (StoreError, FileNotFoundError):
        return envelope
    return next((one for one in present if one.vault == envelope.vault), envelope)
