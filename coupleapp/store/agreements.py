"""Agreements, each a log of what happened to it; private answers leave it when they are decided."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from sqlalchemy import ColumnElement, delete, literal_column
from sqlmodel import Session, col, select

from coupleapp.application.agreements import AgreementLog
from coupleapp.application.ports import StoreDamaged, StoreError
from coupleapp.domain.agreements.agreement import Agreement
from coupleapp.domain.agreements.life import (
    AgreementEvent,
    Answered,
    Made,
    erases_answers,
    fold,
)
from coupleapp.store.codec import AGREEMENT_EVENTS
from coupleapp.store.database import Database
from coupleapp.store.needs_tables import AgreementEventRow, AgreementRow
from coupleapp.store.rows import cannot_be_read, readable
from coupleapp.store.tables import SessionRow


class SqlAgreements:
    def __init__(self, database: Database) -> None:
        self._database = database

    def logs(self) -> tuple[AgreementLog, ...]:
        with self._database.transaction() as work:
            try:
                return _all_logs(work)
            except Exception as error:
                if not cannot_be_read(error):
                    raise
            by_age = select(AgreementRow).order_by(col(AgreementRow.made_at), col(AgreementRow.id))
            return readable(work, by_age, lambda row: log_in(row.id, events_of(work, row.id)))

    def append(self, agreement_id: str, after: int, event: AgreementEvent) -> None:
        with self._database.transaction(erasing=erases_answers(event)) as work:
            seq = col(AgreementEventRow.seq)
            newest = select(seq).where(_of(agreement_id)).order_by(seq.desc())
            last = work.exec(newest).first()
            if last is None or last + 1 != after:
                raise StoreError(f"the log of this agreement does not end at {after}")
            if erases_answers(event):
                answers = col(AgreementEventRow.kind) == Answered.__name__
                work.exec(delete(AgreementEventRow).where(_of(agreement_id), answers))
            work.add(_row(agreement_id, after, event))
        self._database.scrub()

    def leave_aside(self, agreement_id: str, error: Exception) -> None:
        with self._database.transaction() as work:
            rowid: ColumnElement[int] = literal_column("rowid")
            this = select(rowid).select_from(AgreementRow).where(AgreementRow.id == agreement_id)
            (found,) = work.exec(this).all()
        self._database.left_aside.note(AgreementRow.__tablename__, found, error)

    def put_back(self, log: AgreementLog) -> None:
        agreement = fold(log.events).agreement
        with self._database.transaction() as work:
            of = agreement.session_id
            head = AgreementRow(
                id=log.agreement_id,
                session_id=of if of and work.get(SessionRow, of) else None,
                made_at=agreement.made_at,
            )
            work.add(head)
            # What follows refers to it.
            work.flush()
            work.add(_row(log.agreement_id, 0, log.events[0]))
            # The places of answers that were erased stay empty; how many there were counts.
            first = log.length - len(log.events) + 1
            for seq, event in enumerate(log.events[1:], first):
                work.add(_row(log.agreement_id, seq, event))

    def delete(self, agreement_id: str) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(AgreementEventRow).where(_of(agreement_id)))
            work.exec(delete(AgreementRow).where(col(AgreementRow.id) == agreement_id))
        self._database.scrub()


def add_agreement(work: Session, agreement: Agreement) -> None:
    """Add what a session has brought; its session is already written in this unit of work."""
    head = AgreementRow(id=agreement.id, session_id=agreement.session_id, made_at=agreement.made_at)
    work.add(head)
    # What follows refers to it.
    work.flush()
    work.add(_row(agreement.id, 0, Made(agreement)))


def _of(agreement_id: str) -> ColumnElement[bool]:
    return col(AgreementEventRow.agreement_id) == agreement_id


def _row(agreement_id: str, seq: int, event: AgreementEvent) -> AgreementEventRow:
    kind, data = AGREEMENT_EVENTS.encode(event)
    return AgreementEventRow(agreement_id=agreement_id, seq=seq, kind=kind, data=data)


def _all_logs(work: Session) -> tuple[AgreementLog, ...]:
    """Every log, read at once; what cannot be read is raised."""
    order = (AgreementRow.made_at, AgreementRow.id, AgreementEventRow.seq)
    in_order = select(AgreementEventRow).join(AgreementRow).order_by(*map(col, order))
    by_agreement = groupby(work.exec(in_order), attrgetter("agreement_id"))
    return tuple(log_in(agreement_id, list(rows)) for agreement_id, rows in by_agreement)


def events_of(work: Session, agreement_id: str) -> Sequence[AgreementEventRow]:
    in_order = select(AgreementEventRow).where(_of(agreement_id))
    return work.exec(in_order.order_by(col(AgreementEventRow.seq))).all()


def log_in(agreement_id: str, rows: Sequence[AgreementEventRow]) -> AgreementLog:
    if not rows:
        raise StoreDamaged("an agreement without a beginning")
    events = tuple(AGREEMENT_EVENTS.decode(row.kind, row.data) for row in rows)
    return AgreementLog(agreement_id, rows[-1].seq + 1, events)
