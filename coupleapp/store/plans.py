"""Agreed times and rituals. What is changed or let go leaves the file at once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_
from sqlmodel import Session, col, select

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import KEPT_AFTER
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.rows import readable, values
from coupleapp.store.tables import AppointmentRow, RitualRow, SessionRow


class SqlAppointments:
    def __init__(self, database: Database) -> None:
        self._database = database

    def appointments(self) -> tuple[Appointment, ...]:
        soonest = select(AppointmentRow).order_by(col(AppointmentRow.at), col(AppointmentRow.id))
        with self._database.transaction() as work:
            return readable(work, soonest, _appointment)

    def keep(self, appointment: Appointment) -> None:
        with self._database.transaction(erasing=True) as work:
            work.merge(_appointment_row(appointment))
        self._database.scrub()

    def drop(self, ids: Sequence[str]) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(AppointmentRow).where(col(AppointmentRow.id).in_(ids)))
        self._database.scrub()


def _appointment(row: AppointmentRow) -> Appointment:
    return restore(Appointment, values(row))


def _appointment_row(appointment: Appointment) -> AppointmentRow:
    return AppointmentRow(
        id=appointment.id, at=appointment.at, place=appointment.place, will=appointment.will
    )


def agree(work: Session, appointment: Appointment, made_at: datetime) -> None:
    """What a session has brought, in place of what one before it brought, and of what has begun.

    What began long before stays: it is hidden, and the date may be wrong.
    """
    from_a_session = col(AppointmentRow.id).in_(select(SessionRow.id))
    has_begun = col(AppointmentRow.at).between(made_at - KEPT_AFTER, made_at)
    work.exec(delete(AppointmentRow).where(or_(from_a_session, has_begun)))
    work.add(_appointment_row(appointment))


class SqlRituals:
    def __init__(self, database: Database) -> None:
        self._database = database

    def rituals(self) -> tuple[OwnRitual, ...]:
        by_time = (col(RitualRow.at), col(RitualRow.name), col(RitualRow.id))
        with self._database.transaction() as work:
            return readable(work, select(RitualRow).order_by(*by_time), _ritual)

    def keep(self, ritual: OwnRitual) -> None:
        with self._database.transaction(erasing=True) as work:
            work.merge(_ritual_row(ritual))
        self._database.scrub()

    def drop(self, ritual_id: str) -> None:
        with self._database.transaction(erasing=True) as work:
            work.exec(delete(RitualRow).where(col(RitualRow.id) == ritual_id))
        self._database.scrub()


def _ritual_row(ritual: OwnRitual) -> RitualRow:
    return RitualRow(
        id=ritual.id,
        name=ritual.name,
        meaning=ritual.meaning,
        days=",".join(map(str, sorted(ritual.days))),
        at=ritual.at.isoformat("minutes"),
        agreed_left=Seat.LEFT in ritual.agreed,
        agreed_right=Seat.RIGHT in ritual.agreed,
        since=ritual.since,
    )


def _ritual(row: RitualRow) -> OwnRitual:
    agreed = {Seat.LEFT: row.agreed_left, Seat.RIGHT: row.agreed_right}
    return restore(
        OwnRitual,
        {
            "id": row.id,
            "name": row.name,
            "meaning": row.meaning,
            "days": row.days.split(","),
            "at": row.at,
            "agreed": [seat for seat, yes in agreed.items() if yes],
            "since": row.since,
        },
    )
