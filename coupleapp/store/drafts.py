"""What is typed but not yet kept."""

from sqlalchemy import delete, not_
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import col, select

from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.rows import readable
from coupleapp.store.tables import DraftRow


class SqlDrafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def draft(self, key: str) -> str:
        with self._database.transaction() as work:
            this = select(DraftRow).where(col(DraftRow.key) == key)
            return dict(readable(work, this, _draft)).get(key, "")

    def remember_draft(self, key: str, text: str) -> None:
        if text:
            with self._database.transaction() as work:
                new = insert(DraftRow).values(key=key, text=text)
                work.exec(new.on_conflict_do_update(["key"], set_={"text": text}))
        else:
            with self._database.transaction(erasing=True) as work:
                work.exec(delete(DraftRow).where(col(DraftRow.key) == key))

    def drafts_under(self, prefix: str) -> dict[str, str]:
        key = col(DraftRow.key)
        rows = select(DraftRow).where(key.startswith(prefix, autoescape=True)).order_by(key)
        with self._database.transaction() as work:
            return dict(readable(work, rows, _draft))

    def forget_drafts(self, prefix: str, but: str) -> None:
        key = col(DraftRow.key)
        unwanted = delete(DraftRow).where(key.startswith(prefix, autoescape=True))
        if but:
            unwanted = unwanted.where(not_(key.startswith(but, autoescape=True)))
        with self._database.transaction(erasing=True) as work:
            work.exec(unwanted)


def _draft(row: DraftRow) -> tuple[str, str]:
    return restore(str, row.key), restore(str, row.text)
