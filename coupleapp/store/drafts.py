"""What is typed but not yet kept."""

from sqlalchemy import delete, not_
from sqlmodel import col, select

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
        if text:
            with self._database.transaction() as work:
                work.merge(DraftRow(key=key, text=text))
        else:
            with self._database.transaction(erasing=True) as work:
                work.exec(delete(DraftRow).where(col(DraftRow.key) == key))

    def drafts_under(self, prefix: str) -> dict[str, str]:
        key = col(DraftRow.key)
        rows = select(DraftRow).where(key.startswith(prefix, autoescape=True)).order_by(key)
        with self._database.transaction() as work:
            return {row.key: row.text for row in work.exec(rows)}

    def forget_drafts(self, prefix: str, but: str) -> None:
        key = col(DraftRow.key)
        unwanted = delete(DraftRow).where(key.startswith(prefix, autoescape=True))
        if but:
            unwanted = unwanted.where(not_(key.startswith(but, autoescape=True)))
        with self._database.transaction(erasing=True) as work:
            work.exec(unwanted)
