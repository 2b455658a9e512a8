"""Own pages: lines of one partner alone, sealed under a key that only their passphrase opens."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from coupleapp.application.own_pages import SealedBy, Standing
from coupleapp.application.ports import SecretRefused, StoreDamaged, StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages, Passphrase
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.envelope import Stretching, stretching_of_today
from coupleapp.store.own_drafts import OPEN, as_draft, draft_in, move_drafts
from coupleapp.store.own_page_keys import (
    Opened,
    belongs_to,
    closed,
    has_keys,
    key_in_use,
    new_key,
    opened_by,
    readable_keys,
    sealed,
    unsealed,
)
from coupleapp.store.rows import readable, values
from coupleapp.store.tables import EntryRow, OwnKeyRow


class SqlOwnPages:
    def __init__(
        self, database: Database, stretching: Callable[[], Stretching] = stretching_of_today
    ) -> None:
        """``stretching``: of a new passphrase."""
        self._database = database
        self._stretching = stretching

    def has_passphrase(self, seat: Seat) -> bool:
        with self._database.transaction() as work:
            return key_in_use(work, seat) is not None

    def begin(self, seat: Seat, new: Passphrase, at: datetime) -> None:
        key = new_key(seat, new, at, self._stretching)
        with self._database.transaction(erasing=True) as work:
            earlier = update(OwnKeyRow).where(col(OwnKeyRow.seat) == seat)
            work.exec(earlier.values(in_use=False))
            work.add(key)
            # What follows refers to it.
            work.flush()
            seal_what_lies_open(work, key)
        self._database.scrub()

    def change(self, seat: Seat, old: Passphrase, new: Passphrase) -> None:
        columns = {
            key.id: closed(half, seat, new, self._stretching())
            for key, half in self._opened_of_today(seat, old)
        }
        with self._database.transaction(erasing=True) as work:
            for id_, closed_anew in columns.items():
                _row(work, id_).sqlmodel_update(closed_anew)
        self._database.scrub()

    def let_go(self, seat: Seat, old: Passphrase) -> None:
        halves = {key.id: half for key, half in self._opened_of_today(seat, old)}
        with self._database.transaction(erasing=True) as work:
            move_drafts(work, seat, halves, None)
            for id_, half in halves.items():
                for row in _lines(work, seat, id_):
                    with suppress(StoreDamaged):
                        row.text, row.own_key = unsealed(row.text, half, row.id), None
                work.flush()
                if _has_lines(work, id_):
                    _row(work, id_).in_use = False
                else:
                    work.delete(_row(work, id_))
        self._database.scrub()

    def open(
        self, seat: Seat, passphrase: Passphrase, beside: OpenPages | None = None
    ) -> OpenPages:
        keys = self._keys()
        halves = dict(beside.keys) if beside else {}
        halves |= {key.id: half for key, half in _opened(keys, seat, passphrase)}
        return OpenPages(seat, {key.id: halves[key.id] for key in keys if key.id in halves})

    def standing(self, seat: Seat, opened: OpenPages | None) -> Standing:
        halves = opened.keys if opened else {}
        with self._database.transaction() as work:
            under = _lines_under(work, seat)
            closed_under = {id_: count for id_, count in under.items() if id_ not in halves}
            known = {key.id for key in readable_keys(work)}
            lost = sum(count for id_, count in closed_under.items() if id_ not in known)
            key = key_in_use(work, seat)
            if key is None:
                was_sealed = bool(under) or has_keys(work, seat)
                by = SealedBy.NOTHING_MORE if was_sealed else SealedBy.NOTHING
            elif key.id not in halves:
                by = SealedBy.ANOTHER
            else:
                own = belongs_to(key, halves[key.id])
                by = SealedBy.THIS if own else SealedBy.CHANGED
            since = key.since if key else None
            return Standing(by, since, sum(closed_under.values()) - lost, lost)

    def seal(self, seat: Seat, text: str) -> tuple[str, str]:
        with self._database.transaction() as work:
            key = key_in_use(work, seat)
            return OPEN if key is None else key.id, as_draft(text, key)

    def unseal(self, opened: OpenPages | None, kept: str) -> str:
        return draft_in(kept, opened.keys if opened else {})

    def _keys(self) -> tuple[OwnKeyRow, ...]:
        with self._database.transaction() as work:
            keys = readable_keys(work)
            work.expunge_all()
        return keys

    def _opened_of_today(self, seat: Seat, passphrase: Passphrase) -> Opened:
        opened = _opened(self._keys(), seat, passphrase)
        if not any(key.in_use and key.seat == seat for key, _ in opened):
            raise SecretRefused("it opens only what was sealed before")
        return opened


def columns_of(work: Session, entry: NotebookEntry) -> dict[str, Any]:
    """What is kept of this entry: what is for its author alone is sealed, where they can seal.

    Raises:
        StoreDamaged: The key cannot be read; it is not kept open instead.
    """
    alone = entry.author if entry.private else None
    key = None if alone is None else key_in_use(work, alone)
    columns = {**asdict(entry), "hidden_by": ",".join(sorted(entry.hidden_by)), "own_key": None}
    if key is not None:
        columns |= {"text": sealed(entry.text, key, entry.id), "own_key": key.id}
    return columns


def entry_of(row: EntryRow, keys: Mapping[str, bytes] | None = None) -> NotebookEntry:
    """The entry in this row; ``keys``: what reads sealed ones.

    Raises:
        StoreDamaged: It cannot be read.
    """
    columns = values(row, exclude={"own_key"})
    columns["hidden_by"] = seats_in(row.hidden_by)
    if row.own_key is not None:
        columns["text"] = unsealed(row.text, (keys or {}).get(row.own_key, b""), row.id)
    return restore(NotebookEntry, columns)


def seats_in(stored: object) -> list[str]:
    """Whose seats are named there: none, or each after a comma."""
    return list(filter(None, str(stored).split(",")))


def written_by(row: EntryRow) -> Seat | None:
    """Whose words these are.

    Raises:
        StoreError: It cannot be read.
    """
    try:
        return None if row.author is None else Seat(row.author)
    except ValueError:
        raise StoreError("whose it is cannot be read") from None


def seal_what_lies_open(work: Session, key: OwnKeyRow) -> None:
    """What its partner alone has written, lines and what is typed: from now on under this key."""
    for row in _lines(work, Seat(key.seat), None):
        row.text, row.own_key = sealed(row.text, key, row.id), key.id
    move_drafts(work, Seat(key.seat), {}, key)


def _opened(keys: tuple[OwnKeyRow, ...], seat: Seat, passphrase: Passphrase) -> Opened:
    opened = opened_by(passphrase, seat, keys)
    if not opened:
        raise SecretRefused("it opens nothing of this partner's")
    return opened


def _row(work: Session, id_: str) -> OwnKeyRow:
    row = work.get(OwnKeyRow, id_)
    if row is None:
        raise StoreError("there is no such key")
    return row


def _lines(work: Session, seat: Seat, own_key: str | None) -> tuple[EntryRow, ...]:
    """Those that can be read; one that cannot stays as it is."""
    own = select(EntryRow).where(
        col(EntryRow.private), col(EntryRow.author) == seat, col(EntryRow.own_key) == own_key
    )
    return readable(work, own, _with_text)


def _with_text(row: EntryRow) -> EntryRow:
    if not isinstance(row.text, str):
        raise StoreDamaged("no text")
    return row


def _has_lines(work: Session, own_key: str) -> bool:
    under = select(EntryRow.id).where(col(EntryRow.own_key) == own_key)
    return work.exec(under).first() is not None


def _lines_under(work: Session, seat: Seat) -> dict[str, int]:
    """How many sealed lines of this partner's lie under each key; without the bin."""
    own = (
        select(col(EntryRow.own_key), func.count())
        .where(
            col(EntryRow.private),
            col(EntryRow.author) == seat,
            col(EntryRow.own_key).is_not(None),
            col(EntryRow.binned_at).is_(None),
        )
        .group_by(col(EntryRow.own_key))
    )
    return {str(id_): count for id_, count in work.exec(own)}
