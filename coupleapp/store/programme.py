"""What they chose about their themes, their favourites, and how deep it may go for each."""

import json
from dataclasses import asdict

from sqlalchemy import delete
from sqlmodel import col, select

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.programme.theme_queue import Choice
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.programme_tables import CeilingRow, FavouriteRow, ThemeChoiceRow
from coupleapp.store.rows import only_readable, values


class SqlProgramme:
    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self) -> tuple[Choice, ...]:
        in_order = select(ThemeChoiceRow).order_by(col(ThemeChoiceRow.id))
        with self._database.transaction() as work:
            return only_readable(work, in_order, _choice)

    def keep_choice(self, choice: Choice) -> None:
        data = asdict(choice)
        order = json.dumps(data.pop("order"))
        with self._database.transaction() as work:
            work.add(ThemeChoiceRow(**data, theme_order=order))

    def favourites(self) -> frozenset[str]:
        with self._database.transaction() as work:
            return frozenset(work.exec(select(FavouriteRow.prompt_id)))

    def mark(self, prompt_id: str) -> None:
        with self._database.transaction() as work:
            work.merge(FavouriteRow(prompt_id=prompt_id))

    def unmark(self, prompt_id: str) -> None:
        with self._database.transaction() as work:
            work.exec(delete(FavouriteRow).where(col(FavouriteRow.prompt_id) == prompt_id))

    def ceilings(self) -> Ceilings:
        with self._database.transaction() as work:
            chosen = only_readable(work, select(CeilingRow), _ceiling)
        return restore(Ceilings, dict(chosen))

    def keep_ceilings(self, ceilings: Ceilings) -> None:
        with self._database.transaction(erasing=True) as work:
            for seat in Seat:
                work.merge(CeilingRow(seat=seat, ceiling=ceilings.of(seat)))
        self._database.scrub()


def _ceiling(row: CeilingRow) -> tuple[str, int]:
    return restore(Seat, row.seat).value, row.ceiling


def _choice(row: ThemeChoiceRow) -> Choice:
    data = values(row, exclude={"id", "theme_order"})
    try:
        order = json.loads(row.theme_order)
    except ValueError as error:
        raise StoreDamaged("an order of themes is not JSON") from error
    return restore(Choice, {**data, "order": order})
