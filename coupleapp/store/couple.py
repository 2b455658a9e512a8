"""Who the two are, and what they have chosen."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from coupleapp.domain.couple import Couple
from coupleapp.domain.settings import Settings
from coupleapp.store.codec import adapter, restore
from coupleapp.store.database import Database
from coupleapp.store.earlier_settings import as_today
from coupleapp.store.rows import only_readable, values
from coupleapp.store.tables import CoupleRow, SettingRow

_IN_THEIR_WORDS = "comforts"


class SqlCouple:
    def __init__(self, database: Database) -> None:
        self._database = database

    def couple(self) -> Couple | None:
        with self._database.transaction() as work:
            return next(iter(only_readable(work, select(CoupleRow), _couple)), None)

    def settings(self) -> Settings:
        with self._database.transaction() as work:
            chosen = only_readable(work, select(SettingRow), _setting)
        return restore(Settings, as_today(dict(chosen)))

    def save(self, couple: Couple, settings: Settings) -> None:
        chosen = adapter(Settings).dump_python(settings, mode="json")
        erasing = self._had_words_before(chosen[_IN_THEIR_WORDS])
        with self._database.transaction(erasing=erasing) as work:
            work.merge(CoupleRow(**asdict(couple)))
            work.exec(delete(SettingRow).where(col(SettingRow.name).not_in(chosen)))
            for name, value in chosen.items():
                # What is as it was is not written again.
                work.merge(SettingRow(name=name, value=json.dumps(value)))
        if erasing:
            self._database.scrub()

    def _had_words_before(self, now: Any) -> bool:
        """Whether something they wrote themselves is there that is not meant to stay."""
        with self._database.transaction() as work:
            row = work.get(SettingRow, _IN_THEIR_WORDS)
            return row is not None and row.value != json.dumps(now)


def _couple(row: CoupleRow) -> Couple:
    return restore(Couple, values(row))


def _setting(row: SettingRow) -> tuple[str, Any]:
    return row.name, json.loads(row.value)
