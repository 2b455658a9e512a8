"""The notebook. What one changes or deletes for good leaves the file at once.

Whose hand may change a line is asked here, too, of what stands in the file.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete, not_, or_, tuple_, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.hand import Hand, refuse_others
from coupleapp.domain.lock import OpenPages
from coupleapp.domain.notebook import EarlierText, EntryKind, NotebookEntry
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.own_pages import columns_of, entry_of, seats_in, written_by
from coupleapp.store.rows import readable, values
from coupleapp.store.tables import DraftRow, EarlierTextRow, EntryRow

if TYPE_CHECKING:
    from sqlmodel.sql.expression import SelectOfScalar

_BY_AGE = (col(EntryRow.written_at), col(EntryRow.id))
_NEWEST_FIRST = tuple(key.desc() for key in _BY_AGE)
_BINNED_LAST_FIRST = (col(EntryRow.binned_at).desc(), *_NEWEST_FIRST)
_NOT_BINNED = col(EntryRow.binned_at).is_(None)
_SHARED = col(EntryRow.private).is_(False)


class SqlNotebook:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: NotebookEntry) -> None:
        with self._database.transaction() as work:
            work.add(EntryRow(**columns_of(work, entry)))

    def change(self, entry: NotebookEntry, by: Hand | None) -> None:
        with self._database.transaction(erasing=True) as work:
            row = _in_hand(work, entry.id, by)
            if row.author is None and row.text != entry.text:
                until = entry.changed_at or entry.written_at
                work.add(EarlierTextRow(entry_id=row.id, text=row.text, until=until))
            _write_over(work, row, entry)
        self._database.scrub()

    def put_back(self, entry: NotebookEntry) -> None:
        with self._database.transaction(erasing=True) as work:
            _write_over(work, _row(work, entry.id), entry)
        self._database.scrub()

    def hide(self, entry_id: str, by: Hand, *, hidden: bool) -> None:
        with self._database.transaction() as work:
            row = _row(work, entry_id)
            seats = {*seats_in(row.hidden_by), by.seat}
            row.hidden_by = ",".join(sorted(seats if hidden else seats - {by.seat}))

    def bin(self, entry_id: str, at: datetime, by: Hand | None) -> None:
        with self._database.transaction() as work:
            _in_hand(work, entry_id, by).binned_at = at

    def take_back(self, entry_id: str, by: Hand | None) -> None:
        with self._database.transaction() as work:
            _in_hand(work, entry_id, by).binned_at = None

    def delete(self, entry_id: str, by: Hand | None) -> None:
        with self._database.transaction(erasing=True) as work:
            if work.get(EntryRow, entry_id) is not None:
                _in_hand(work, entry_id, by)
                _erase(work, [entry_id])
        self._database.scrub()

    def empty_bin(self, before: datetime) -> None:
        due = select(EntryRow.id).where(col(EntryRow.binned_at) < before)
        with self._database.transaction() as work:
            ids = work.exec(due).all()
        if not ids:
            return
        with self._database.transaction(erasing=True) as work:
            _erase(work, ids)
        self._database.scrub()

    def page(
        self, before: NotebookEntry | None, limit: int, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        with self._database.transaction() as work:
            return readable(work, _page(before, only), entry_of, limit)

    def standing_alone(
        self, before: NotebookEntry | None, limit: int, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        above = aliased(EntryRow)
        stands = select(above.id).where(
            col(above.id) == col(EntryRow.answers), col(above.binned_at).is_(None)
        )
        with self._database.transaction() as work:
            alone = _page(before, only).where(not_(stands.exists()))
            return readable(work, alone, entry_of, limit)

    def below(self, entry_ids: Collection[str]) -> tuple[NotebookEntry, ...]:
        answers = select(EntryRow).where(
            col(EntryRow.answers).in_(list(entry_ids)), _NOT_BINNED, _SHARED
        )
        with self._database.transaction() as work:
            return readable(work, answers.order_by(*_BY_AGE), entry_of)

    def earlier(self, entry_id: str) -> tuple[EarlierText, ...]:
        of_it = select(EarlierTextRow).where(col(EarlierTextRow.entry_id) == entry_id)
        with self._database.transaction() as work:
            return readable(work, of_it.order_by(col(EarlierTextRow.id)), _earlier)

    def private_of(self, seat: Seat, opened: OpenPages | None = None) -> tuple[NotebookEntry, ...]:
        newest_first = _own(seat, opened).where(_NOT_BINNED).order_by(*_NEWEST_FIRST)
        return self._opened(newest_first, opened)

    def binned(
        self, seat: Seat | None, opened: OpenPages | None = None
    ) -> tuple[NotebookEntry, ...]:
        lines = select(EntryRow).where(_SHARED) if seat is None else _own(seat, opened)
        return self._opened(lines.where(not_(_NOT_BINNED)).order_by(*_BINNED_LAST_FIRST), opened)

    def of_session(self, session_id: str) -> tuple[NotebookEntry, ...]:
        oldest_first = (
            select(EntryRow)
            .where(
                col(EntryRow.session_id) == session_id,
                col(EntryRow.own_key).is_(None),
                _NOT_BINNED,
            )
            .order_by(*_BY_AGE)
        )
        with self._database.transaction() as work:
            return readable(work, oldest_first, entry_of)

    def _opened(
        self, lines: "SelectOfScalar[EntryRow]", opened: OpenPages | None
    ) -> tuple[NotebookEntry, ...]:
        keys = {} if opened is None else opened.keys
        with self._database.transaction() as work:
            return readable(work, lines, partial(entry_of, keys=keys))


def _page(before: NotebookEntry | None, only: EntryKind | None) -> "SelectOfScalar[EntryRow]":
    newest_first = select(EntryRow).where(_SHARED, _NOT_BINNED).order_by(*_NEWEST_FIRST)
    if only is not None:
        newest_first = newest_first.where(col(EntryRow.kind) == only)
    if before is not None:
        older = tuple_(*_BY_AGE) < (before.written_at, before.id)
        newest_first = newest_first.where(older)
    return newest_first


def _own(seat: Seat, opened: OpenPages | None) -> "SelectOfScalar[EntryRow]":
    keys: Mapping[str, bytes] = {} if opened is None else opened.keys
    return select(EntryRow).where(
        col(EntryRow.private),
        col(EntryRow.author) == seat,
        or_(col(EntryRow.own_key).is_(None), col(EntryRow.own_key).in_(list(keys))),
    )


def _row(work: Session, entry_id: str) -> EntryRow:
    row = work.get(EntryRow, entry_id)
    if row is None:
        raise StoreError("there is no such entry")
    return row


def _in_hand(work: Session, entry_id: str, by: Hand | None) -> EntryRow:
    """The row of this entry, where this hand may change it.

    Raises:
        NotYours: It is the other's, as the file says.
        StoreError: There is no such entry.
    """
    row = _row(work, entry_id)
    refuse_others(written_by(row), by)
    return row


def _write_over(work: Session, row: EntryRow, entry: NotebookEntry) -> None:
    """Its words, and when; whose it is and where it stands is what the row says."""
    columns = columns_of(work, entry)
    row.sqlmodel_update({name: columns[name] for name in ("text", "own_key", "changed_at")})


def _erase(work: Session, entry_ids: Sequence[str]) -> None:
    """With all it said before and what was typed over it; what stands below it stands alone."""
    of_them = col(EntryRow.answers).in_(entry_ids)
    work.exec(update(EntryRow).where(of_them).values(answers=None))
    work.exec(delete(EarlierTextRow).where(col(EarlierTextRow.entry_id).in_(entry_ids)))
    for entry_id in entry_ids:
        work.exec(delete(DraftRow).where(or_(*_drafts_of(entry_id))))
    work.exec(delete(EntryRow).where(col(EntryRow.id).in_(entry_ids)))


def _drafts_of(entry_id: str) -> list[ColumnElement[bool]]:
    key = col(DraftRow.key)
    names = [f"notebook:{entry_id}", *(f"own:{seat}:{entry_id}" for seat in Seat)]
    return [
        *(key == name for name in names),
        *(key.startswith(name + ":", autoescape=True) for name in names),
    ]


def _earlier(row: EarlierTextRow) -> EarlierText:
    return restore(EarlierText, values(row, exclude={"id", "entry_id"}))
