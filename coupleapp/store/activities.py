"""Things to do together. What is changed or let go leaves the file at once."""

from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import delete, update
from sqlmodel import col, select

from coupleapp.domain.together.activities import ActivityBlock, Pick
from coupleapp.domain.together.ideas import Idea, Traits
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.rows import readable, values, write_over
from coupleapp.store.tables import ActivityBlockRow, ActivityPickRow, OwnIdeaRow


class SqlActivities:
    def __init__(self, database: Database) -> None:
        self._database = database

    def block(self) -> ActivityBlock | None:
        newest = select(ActivityBlockRow).order_by(col(ActivityBlockRow.began_on).desc())
        with self._database.transaction() as work:
            return next(iter(readable(work, newest, _block, 1)), None)

    def keep_block(self, block: ActivityBlock) -> None:
        with self._database.transaction() as work:
            write_over(work, ActivityBlockRow(**asdict(block)), _block)

    def picks(self, since: date) -> tuple[Pick, ...]:
        from_then_on = (
            select(ActivityPickRow)
            .where(col(ActivityPickRow.week) >= since)
            .order_by(col(ActivityPickRow.week))
        )
        with self._database.transaction() as work:
            return readable(work, from_then_on, _pick)

    def keep_pick(self, pick: Pick, begins: ActivityBlock | None = None) -> None:
        erasing = any(p.week == pick.week and p.text != pick.text for p in self.picks(pick.week))
        with self._database.transaction(erasing=erasing) as work:
            write_over(work, ActivityPickRow(**asdict(pick)), _pick)
            if begins is not None:
                write_over(work, ActivityBlockRow(**asdict(begins)), _block)
        self._database.scrub()

    def drop_pick(self, week: date) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(ActivityPickRow).where(col(ActivityPickRow.week) == week))
        self._database.scrub()

    def own_ideas(self) -> tuple[Idea, ...]:
        oldest_first = select(OwnIdeaRow).order_by(col(OwnIdeaRow.added_at), col(OwnIdeaRow.id))
        with self._database.transaction() as work:
            return readable(work, oldest_first, _idea)

    def keep_idea(self, idea: Idea) -> None:
        of_it = col(ActivityPickRow.idea_id) == idea.id
        erasing = any(known.id == idea.id for known in self.own_ideas())
        with self._database.transaction(erasing=erasing) as work:
            work.merge(_row(idea))
            work.exec(update(ActivityPickRow).where(of_it).values(text=idea.text))
        self._database.scrub()

    def delete_idea(self, idea_id: str) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(ActivityPickRow).where(col(ActivityPickRow.idea_id) == idea_id))
            work.exec(delete(OwnIdeaRow).where(col(OwnIdeaRow.id) == idea_id))
        self._database.scrub()


def _block(row: ActivityBlockRow) -> ActivityBlock:
    return restore(ActivityBlock, values(row))


def _pick(row: ActivityPickRow) -> Pick:
    return restore(Pick, values(row))


def _row(idea: Idea) -> OwnIdeaRow:
    data = asdict(idea)
    return OwnIdeaRow(**data.pop("traits"), **data)


def _idea(row: OwnIdeaRow) -> Idea:
    data = values(row)
    traits = {field.name: data.pop(field.name) for field in fields(Traits)}
    return restore(Idea, {**data, "traits": traits})
