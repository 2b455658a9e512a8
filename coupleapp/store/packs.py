"""Packs, as the text of their files. What is removed or replaced leaves the file at once."""

from dataclasses import asdict

from sqlalchemy import delete, update
from sqlmodel import col, select

from coupleapp.domain.programme.packs import KeptPack
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.programme_tables import PackRow
from coupleapp.store.rows import readable, values, write_over


class SqlPacks:
    def __init__(self, database: Database) -> None:
        self._database = database

    def packs(self) -> tuple[KeptPack, ...]:
        first_first = select(PackRow).order_by(col(PackRow.added_at), col(PackRow.id))
        with self._database.transaction() as work:
            return readable(work, first_first, _pack)

    def keep(self, pack: KeptPack) -> None:
        replaces = any(one.id == pack.id and one.text != pack.text for one in self.packs())
        with self._database.transaction(erasing=replaces) as work:
            write_over(work, PackRow(**asdict(pack)), _pack)
        self._database.scrub()

    def switch(self, pack_id: str, *, on: bool) -> None:
        this = update(PackRow).where(col(PackRow.id) == pack_id)
        with self._database.transaction() as work:
            work.exec(this.values(on=on))

    def drop(self, pack_id: str) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(PackRow).where(col(PackRow.id) == pack_id))
        self._database.scrub()


def _pack(row: PackRow) -> KeptPack:
    return restore(KeptPack, values(row))
