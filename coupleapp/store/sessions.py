"""Guided sessions: a summary each, and a log that only grows."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, update
from sqlmodel import Session, col, select

from coupleapp.application.needs_change import NeedsChange
from coupleapp.application.ports import StoreDamaged, StoreError, UnfinishedSession
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.store.codec import SESSION_EVENTS, restore
from coupleapp.store.database import Database
from coupleapp.store.needs import change_needs
from coupleapp.store.own_pages import columns_of
from coupleapp.store.plans import agree
from coupleapp.store.rows import readable, values
from coupleapp.store.tables import EntryRow, EventRow, SessionRow

_SAID = [field.name for field in fields(PrivateRatings)]


class SqlSessions:
    """All summaries are kept once they were read: years of them are asked for again and again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._past: dict[str, PastSession] = {}
        self._past_of: int | None = None

    def append(
        self,
        session: PastSession,
        after: int,
        events: Sequence[Event],
        entries: Sequence[NotebookEntry] = (),
        appointment: Appointment | None = None,
        needs: NeedsChange | None = None,
    ) -> None:
        erasing = appointment is not None or (needs is not None and bool(needs.gone))
        with self._database.transaction(erasing=erasing) as work:
            _refuse_other_length(work, session.id, after)
            row = work.get(SessionRow, session.id)
            if row is None:
                work.add(SessionRow(**_columns(session)))
            else:
                row.sqlmodel_update(_columns(session))
            # What follows refers to it.
            work.flush()
            for seq, event in enumerate(events, after):
                kind, data = SESSION_EVENTS.encode(event)
                work.add(EventRow(session_id=session.id, seq=seq, kind=kind, data=data))
            work.add_all(EntryRow(**columns_of(work, entry)) for entry in entries)
            if appointment is not None:
                agree(work, appointment, events[-1].at.at)
            if needs is not None:
                change_needs(work, session.id, needs)
        self._past[session.id] = session
        # It can take longer than a frame: not while they talk.
        if appointment is not None or session.ended_at is not None:
            self._database.scrub()

    def mark(self, session_id: str, clock_s: float) -> None:
        with self._database.transaction() as work:
            this = update(SessionRow).where(col(SessionRow.id) == session_id)
            work.exec(this.values(clock_mark=clock_s))

    def unfinished(self) -> UnfinishedSession | None:
        newest = (col(SessionRow.began_at).desc(), col(SessionRow.id).desc())
        return self._first(col(SessionRow.waits_until).is_(None), *newest)

    def waiting(self) -> UnfinishedSession | None:
        soonest = (col(SessionRow.waits_until), col(SessionRow.id))
        return self._first(col(SessionRow.waits_until).is_not(None), *soonest)

    def waits_until(self) -> datetime | None:
        waits = col(SessionRow.waits_until)
        soonest = select(SessionRow).where(col(SessionRow.ended_at).is_(None), waits.is_not(None))
        with self._database.transaction() as work:
            found = readable(work, soonest.order_by(waits), lambda row: row.waits_until, 1)
            return found[0] if found else None

    def _first(self, of: ColumnElement[bool], *order: Any) -> UnfinishedSession | None:
        found = select(SessionRow).where(col(SessionRow.ended_at).is_(None), of).order_by(*order)
        with self._database.transaction() as work:
            sessions = readable(
                work,
                found,
                lambda row: UnfinishedSession(row.id, events_of(work, row.id), row.clock_mark),
                1,
            )
            return sessions[0] if sessions else None

    def history(self) -> tuple[PastSession, ...]:
        with self._database.transaction() as work:
            # Grows when anybody else has written to the file; not by what we write ourselves.
            of = work.connection().exec_driver_sql("PRAGMA data_version").scalar_one()
            if of != self._past_of:
                self._past = {past.id: past for past in readable(work, select(SessionRow), past_in)}
                self._past_of = of
        return tuple(sorted(self._past.values(), key=lambda past: (past.began_at, past.id)))

    def log(self, session_id: str) -> tuple[Event, ...]:
        this = select(SessionRow).where(col(SessionRow.id) == session_id)
        with self._database.transaction() as work:
            found = readable(work, this, lambda row: events_of(work, row.id))
            return found[0] if found else ()


def _columns(session: PastSession) -> dict[str, Any]:
    columns = asdict(session)
    columns["prompt_ids"] = json.dumps(session.prompt_ids)
    for seat, said in columns.pop("said").items():
        columns |= {f"{name}_{seat}": number for name, number in said.items()}
    return columns


def past_in(row: SessionRow) -> PastSession:
    columns = values(row)
    said = {seat: {name: columns.pop(f"{name}_{seat}") for name in _SAID} for seat in Seat}
    return restore(PastSession, {**columns, "said": said, "prompt_ids": _ids(row.prompt_ids)})


def _ids(stored: str) -> tuple[object, ...]:
    try:
        ids = json.loads(stored)
    except ValueError:
        ids = None
    if not isinstance(ids, list):
        raise StoreDamaged("the questions that were asked are no list")
    return tuple(ids)


def _refuse_other_length(work: Session, session_id: str, length: int) -> None:
    count = select(func.count()).where(col(EventRow.session_id) == session_id)
    stored = work.exec(count).one()
    if stored != length:
        raise StoreError(f"{stored} events are stored, not {length}")


def events_of(work: Session, session_id: str) -> tuple[Event, ...]:
    in_order = (
        select(EventRow.kind, EventRow.data)
        .where(col(EventRow.session_id) == session_id)
        .order_by(col(EventRow.seq))
    )
    return tuple(SESSION_EVENTS.decode(kind, data) for kind, data in work.exec(in_order))
