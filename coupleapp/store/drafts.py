"""What is typed but not yet kept."""

from sqlalchemy import delete
from sqlmodel import col

from coupleapp.store.database import Database
from coupleapp.store.tables import DraftRow


class SqlDrafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, key: str) -> str:
        with self._database.transaction() as work:
            row = work.get(DraftRow, key)
            return row.text if row else ""

    def remember_draft(self, key: str, text: str) -> None:
        with self._database.transaction() as work:
            if text:
                work.merge(DraftRow(key=key, text=text))
            else:
                work.exec(delete(DraftRow).where(col(DraftRow.key) == key))
