"""The evenings: sealed sentences until both are shown, and what was reminded of."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import func, or_
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from coupleapp.application.ports import StoreError
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.reminders.kinds import ReminderKind, ShownReminder
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.own_pages import columns_of
from coupleapp.store.rows import readable, values, write_over
from coupleapp.store.tables import AppreciationRow, EntryRow, ReminderRow


class SqlEvenings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def evening(self, on: date) -> Evening:
        with self._database.transaction() as work:
            return _evening(on, _given(work, on))

    def sealed(self) -> tuple[Evening, ...]:
        waiting = (
            select(AppreciationRow)
            .where(col(AppreciationRow.revealed).is_(False))
            .order_by(col(AppreciationRow.evening))
        )
        with self._database.transaction() as work:
            evenings = dict.fromkeys(row.evening for row in readable(work, waiting, _readable))
            return tuple(_evening(on, _given(work, on)) for on in evenings)

    def newest(self) -> date | None:
        newest_first = select(AppreciationRow).order_by(col(AppreciationRow.evening).desc())
        with self._database.transaction() as work:
            found = readable(work, newest_first, _readable, 1)
            return found[0].evening if found else None

    def give(self, on: date, appreciation: Appreciation) -> None:
        with self._database.transaction() as work:
            if any(row.seat == appreciation.seat for row in _given(work, on)):
                raise StoreError("this partner has given already")
            work.add(AppreciationRow(evening=on, **asdict(appreciation)))

    def reveal(self, on: date, entries: Sequence[NotebookEntry]) -> None:
        with self._database.transaction() as work:
            rows = _given(work, on)
            if not rows:
                raise StoreError("nobody has given yet")
            if rows[0].revealed:
                return
            for row in rows:
                row.revealed, row.text = True, None
            work.add_all(EntryRow(**columns_of(work, entry)) for entry in entries)

    def reminders(self, since: date) -> tuple[ShownReminder, ...]:
        other = aliased(ReminderRow)
        newest = (
            select(func.max(col(other.evening)))
            .where(col(other.kind) == col(ReminderRow.kind))
            .scalar_subquery()
        )
        known = (
            select(ReminderRow)
            .where(or_(col(ReminderRow.evening) >= since, col(ReminderRow.evening) == newest))
            .order_by(col(ReminderRow.evening), col(ReminderRow.kind))
        )
        with self._database.transaction() as work:
            return readable(work, known, _shown)

    def remember(self, shown: ShownReminder) -> None:
        with self._database.transaction() as work:
            write_over(work, ReminderRow(**asdict(shown)), _shown)

    def claim(self, kind: ReminderKind, evening: date, at: datetime) -> bool:
        first = (
            insert(ReminderRow)
            .values(kind=kind, evening=evening, shown_at=at)
            .on_conflict_do_nothing()
        )
        with self._database.transaction() as work:
            return work.exec(first).rowcount == 1


def _evening(on: date, rows: Sequence[AppreciationRow]) -> Evening:
    return restore(
        Evening,
        {
            "evening": on,
            "given": tuple({"seat": row.seat, "text": row.text} for row in rows),
            "revealed": any(row.revealed for row in rows),
        },
    )


def _given(work: Session, on: date) -> Sequence[AppreciationRow]:
    in_order = (
        select(AppreciationRow)
        .where(col(AppreciationRow.evening) == on)
        .order_by(col(AppreciationRow.id))
    )
    return readable(work, in_order, _readable)


def _readable(row: AppreciationRow) -> AppreciationRow:
    restore(Appreciation, {"seat": row.seat, "text": row.text})
    return row


def _shown(row: ReminderRow) -> ShownReminder:
    return restore(ShownReminder, values(row))
