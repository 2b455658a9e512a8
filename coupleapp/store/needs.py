"""The words of talks about needs. What is taken back leaves the file when the session ends.

What both have opened and let go later leaves it at once.
"""

from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import Session, col, select

from coupleapp.application.needs_change import NeedsChange
from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.needs.guarded import Area, BelongsToEachAlone
from coupleapp.domain.needs.needs import Bends, LineKind, Need, NeedLine, Ring
from coupleapp.store.agreements import add_agreement
from coupleapp.store.database import Database
from coupleapp.store.needs_tables import NeedLineRow, NeedRow
from coupleapp.store.rows import readable
from coupleapp.store.tables import SessionRow


class SqlNeeds:
    def __init__(self, database: Database) -> None:
        self._database = database

    def needs(self, session_id: str, seats: Sequence[Seat]) -> tuple[Need, ...]:
        of_them = (
            select(NeedRow)
            .where(col(NeedRow.session_id) == session_id)
            .where(col(NeedRow.seat).in_(seats))
        )
        with self._database.transaction() as work:
            return tuple(filter(None, readable(work, of_them, _need)))

    def lines(self, session_id: str) -> tuple[NeedLine, ...]:
        of_it = select(NeedLineRow).where(col(NeedLineRow.session_id) == session_id)
        with self._database.transaction() as work:
            return tuple(filter(None, readable(work, of_it, _line)))

    def kept(self) -> tuple[str, ...]:
        over = (
            select(NeedRow.session_id)
            .join(SessionRow, col(SessionRow.id) == col(NeedRow.session_id))
            .where(col(SessionRow.ended_at).is_not(None))
            .distinct()
        )
        with self._database.transaction() as work:
            return tuple(work.exec(over))

    def forget(self, session_id: str) -> None:
        with self._database.transaction(erasing=True) as work:
            for table in (NeedRow, NeedLineRow):
                work.exec(delete(table).where(col(table.session_id) == session_id))
        self._database.scrub()


def change_needs(work: Session, session_id: str, change: NeedsChange) -> None:
    """Write what a session has brought and delete what it let go, in its unit of work."""
    for table in (NeedRow, NeedLineRow):
        in_it = col(table.session_id) == session_id
        work.exec(delete(table).where(in_it, col(table.id).in_(change.gone)))
    work.add_all(_need_row(session_id, need) for need in change.needs)
    work.add_all(
        NeedLineRow(
            session_id=session_id, id=line.id, kind=line.kind, author=line.author, text=line.text
        )
        for line in change.lines
    )
    if change.agreement is not None:
        add_agreement(work, change.agreement)


def _need_row(session_id: str, need: Need) -> NeedRow:
    return NeedRow(
        session_id=session_id,
        id=need.id,
        seat=need.seat,
        ring=need.ring,
        topic=need.topic,
        text=need.text,
        why=need.why,
        bends=need.bends,
        area=need.area,
    )


def _need(row: NeedRow) -> Need | None:
    try:
        return Need(
            id=row.id,
            seat=Seat(row.seat),
            ring=Ring(row.ring),
            topic=Topic(row.topic),
            text=row.text,
            why=row.why,
            bends=Bends(row.bends),
            area=None if row.area is None else Area(row.area),
        )
    except BelongsToEachAlone:
        # We know more words than when it was written: it is not shown any more.
        return None
    except ValueError:
        raise StoreDamaged("not a need") from None


def _line(row: NeedLineRow) -> NeedLine | None:
    try:
        author = None if row.author is None else Seat(row.author)
        return NeedLine(row.id, LineKind(row.kind), row.text, author)
    except BelongsToEachAlone:
        return None
    except ValueError:
        raise StoreDamaged("not a line") from None
