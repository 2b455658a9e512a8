"""Agreements, each a log of what happened to it."""

from sqlmodel import Session, col, select

from coupleapp.domain.agreement_life import Made
from coupleapp.domain.agreements import Agreement
from coupleapp.store.codec import adapter, decode_as
from coupleapp.store.database import Database
from coupleapp.store.tables import AgreementEventRow, AgreementRow


class SqlAgreements:
    def __init__(self, database: Database) -> None:
        self._database = database

    def agreements(self) -> tuple[Agreement, ...]:
        made = select(AgreementEventRow.data).where(col(AgreementEventRow.kind) == Made.__name__)
        with self._database.transaction() as work:
            found = [decode_as(Made, data).agreement for data in work.exec(made)]
        return tuple(sorted(found, key=lambda one: (one.made_at, one.id)))


def add_agreement(work: Session, agreement: Agreement) -> None:
    """Add what a session has brought; its session is already written in this unit of work."""
    work.add(AgreementRow(id=agreement.id, session_id=agreement.session_id))
    # What follows refers to it.
    work.flush()
    event = Made(agreement)
    data = adapter(Made).dump_json(event).decode()
    work.add(AgreementEventRow(agreement_id=agreement.id, seq=0, kind=Made.__name__, data=data))
