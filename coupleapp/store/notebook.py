"""The notebook. What is changed or deleted leaves the file at once."""

from functools import partial

from sqlalchemy import delete, or_, tuple_
from sqlmodel import col, select

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.store.database import Database
from coupleapp.store.own_pages import columns_of, entry_of
from coupleapp.store.rows import readable
from coupleapp.store.tables import EntryRow

_BY_AGE = (col(EntryRow.written_at), col(EntryRow.id))


class SqlNotebook:
    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entry: NotebookEntry) -> None:
        with self._database.transaction() as work:
            work.add(EntryRow(**columns_of(work, entry)))

    def change(self, entry: NotebookEntry) -> None:
        with self._database.transaction(erasing=True) as work:
            row = work.get(EntryRow, entry.id)
            if row is None:
                raise StoreError("there is no such entry")
            row.sqlmodel_update(columns_of(work, entry))
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
            return readable(work, newest_first, entry_of, limit)

    def private_of(self, seat: Seat, opened: OpenPages | None = None) -> tuple[NotebookEntry, ...]:
        keys = {} if opened is None else opened.keys
        own = select(EntryRow).where(
            col(EntryRow.private),
            col(EntryRow.author) == seat,
            or_(col(EntryRow.own_key).is_(None), col(EntryRow.own_key).in_(list(keys))),
        )
        newest_first = own.order_by(*(key.desc() for key in _BY_AGE))
        with self._database.transaction() as work:
            return readable(work, newest_first, partial(entry_of, keys=keys))

    def of_session(self, session_id: str) -> tuple[NotebookEntry, ...]:
        oldest_first = (
            select(EntryRow)
            .where(col(EntryRow.session_id) == session_id, col(EntryRow.own_key).is_(None))
            .order_by(*_BY_AGE)
        )
        with self._database.transaction() as work:
            return readable(work, oldest_first, entry_of)
