"""The notebook. What is changed or deleted leaves the file at once."""

from dataclasses import asdict

from sqlalchemy import delete, tuple_
from sqlmodel import col, select

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.rows import readable, values
from coupleapp.store.tables import EntryRow

_BY_AGE = (col(EntryRow.written_at), col(EntryRow.id))


class SqlNotebook:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: NotebookEntry) -> None:
        with self._database.transaction() as work:
            work.add(EntryRow(**asdict(entry)))

    def change(self, entry: NotebookEntry) -> None:
        with self._database.transaction(erasing=True) as work:
            row = work.get(EntryRow, entry.id)
            if row is None:
                raise StoreError("there is no such entry")
            row.sqlmodel_update(asdict(entry))
        self._database.scrub()

    def delete(self, entry_id: str) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(EntryRow).where(col(EntryRow.id) == entry_id))
        self._database.scrub()

    def page(
        self, before: NotebookEntry | None, limit: int, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        newest_first = select(EntryRow).order_by(*(key.desc() for key in _BY_AGE))
        newest_first = newest_first.where(col(EntryRow.private).is_(False))
        if only is not None:
            newest_first = newest_first.where(col(EntryRow.kind) == only)
        if before is not None:
            older = tuple_(*_BY_AGE) < (before.written_at, before.id)
            newest_first = newest_first.where(older)
        with self._database.transaction() as work:
            return readable(work, newest_first, _entry, limit)

    def private_of(self, seat: Seat) -> tuple[NotebookEntry, ...]:
        own = select(EntryRow).where(col(EntryRow.private), col(EntryRow.author) == seat)
        with self._database.transaction() as work:
            return readable(work, own.order_by(*(key.desc() for key in _BY_AGE)), _entry)

    def of_session(self, session_id: str) -> tuple[NotebookEntry, ...]:
        oldest_first = (
            select(EntryRow).where(col(EntryRow.session_id) == session_id).order_by(*_BY_AGE)
        )
        with self._database.transaction() as work:
            return readable(work, oldest_first, _entry)


def _entry(row: EntryRow) -> NotebookEntry:
    return restore(NotebookEntry, values(row))
