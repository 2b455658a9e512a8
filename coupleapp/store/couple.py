"""Who the two are, and what they have chosen."""

import json
from dataclasses import asdict

from sqlalchemy import delete
from sqlmodel import col, select

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Couple
from coupleapp.domain.settings import Settings
from coupleapp.store.codec import adapter, restore
from coupleapp.store.database import Database
from coupleapp.store.tables import CoupleRow, SettingRow


class SqlCouple:
    def __init__(self, database: Database) -> None:
        self._database = database

    def couple(self) -> Couple | None:
        with self._database.transaction() as work:
            row = work.exec(select(CoupleRow)).first()
            return None if row is None else restore(Couple, row.model_dump())

    def settings(self) -> Settings:
        with self._database.transaction() as work:
            rows = work.exec(select(SettingRow)).all()
            try:
                chosen = {row.name: json.loads(row.value) for row in rows}
            except ValueError as error:
                raise StoreDamaged("a setting is not JSON") from error
        return restore(Settings, chosen)

    def save(self, couple: Couple, settings: Settings) -> None:
        chosen = adapter(Settings).dump_python(settings, mode="json")
        with self._database.transaction() as work:
            work.merge(CoupleRow(**asdict(couple)))
            work.exec(delete(SettingRow).where(col(SettingRow.name).not_in(chosen)))
            for name, value in chosen.items():
                # What is as it was is not written again.
                work.merge(SettingRow(name=name, value=json.dumps(value)))
