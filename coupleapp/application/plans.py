"""What is agreed for the time to come: the next talk, and the rituals of their own."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from coupleapp.application.ports import AppointmentStore, Clock, RitualStore
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.plans.appointments import (
    FIRST_OFFERED_AT,
    Appointment,
    a_week_later,
    check_when,
    half_hour,
    is_forgotten,
    is_past,
    next_appointment,
    tonights_appointment,
)
from coupleapp.domain.plans.rituals import OwnRitual, changed, confirmed
from coupleapp.domain.words.lines import clean_line


class Plans:
    """The couple's appointments and rituals."""

    def __init__(
        self,
        appointments: AppointmentStore,
        rituals: RitualStore,
        clock: Clock,
        new_id: Callable[[], str],
        trusted: Callable[[], bool] = lambda: False,
        history: Callable[[], Sequence[PastSession]] = lambda: (),
    ) -> None:
        """``trusted``: whether something may be done by the date that cannot be undone.

        ``history``: every session so far, the present one among them.
        """
        self._appointments = appointments
        self._rituals = rituals
        self._clock = clock
        self._new_id = new_id
        self._trusted = trusted
        self._history = history

    # -- appointments

    def appointments(self) -> tuple[Appointment, ...]:
        """Those that are not past, the soonest first."""
        now = self._clock.now()
        return tuple(one for one in self._appointments.appointments() if not is_past(one, now))

    def forget_past(self) -> None:
        """Erase those that were past long ago, where the date can be relied on.

        Raises:
            StoreError: It could not be done; they are hidden all the same.
        """
        now = self._clock.now()
        gone = [one.id for one in self._appointments.appointments() if is_forgotten(one, now)]
        if gone and self._trusted():
            self._appointments.drop(gone)

    def next_appointment(self) -> Appointment | None:
        """The one that matters now; None when nothing is agreed."""
        return next_appointment(self.appointments(), self._clock.now())

    def of_session(self, session_id: str) -> Appointment | None:
        """The one that was agreed at the end of this session; None where it was left open."""
        return next((one for one in self.appointments() if one.id == session_id), None)

    def has_last_time(self, began_at: datetime) -> bool:
        """Whether they talked before the session that began then, aware UTC."""
        return any(one.talked and one.began_at < began_at for one in self._history())

    def offered(self, session_id: str, began_at: datetime) -> Appointment:
        """A week after the time this session was agreed for, or else began; not agreed on yet.

        Where neither says when they like to talk, because it is their first and was not agreed for
        a time: a week after its day, at ``FIRST_OFFERED_AT``.

        Args:
            session_id: The session at whose end it is asked.
            began_at: When that began, aware UTC.

        Raises:
            StoreError: It could not be read.
        """
        now, zone = self._clock.now(), self._clock.zone()
        tonight = tonights_appointment(self.appointments(), began_at)
        local = began_at.astimezone(zone)
        if tonight is not None:
            at = tonight.at
        elif self.has_last_time(began_at):
            at = half_hour(local)
        else:
            at = datetime.combine(local, FIRST_OFFERED_AT, zone)
        place = tonight.place if tonight is not None else ""
        return Appointment(session_id, a_week_later(at, now, zone), place)

    def make(self, at: datetime, place: str = "", will: str = "") -> Appointment:
        """Agree on a time; place and will as they were typed, either may be empty.

        Raises:
            WhenRefused: It is not ahead, or too far away; nothing was kept.
            LineRefused: A line is too long; nothing was kept.
        """
        check_when(at, self._clock.now())
        made = Appointment(self._new_id(), at.astimezone(UTC), clean_line(place), clean_line(will))
        self._appointments.keep(made)
        return made

    def move(
        self, appointment: Appointment, at: datetime, place: str = "", will: str = ""
    ) -> Appointment:
        """Agree on another time, another place or other words; no reason is asked.

        Raises:
            WhenRefused: The new time is not ahead, or too far away; the old one stands.
            LineRefused: A line is too long; the old one stands.
        """
        if at != appointment.at:
            check_when(at, self._clock.now())
        moved = replace(
            appointment, at=at.astimezone(UTC), place=clean_line(place), will=clean_line(will)
        )
        self._appointments.keep(moved)
        return moved

    def drop(self, appointment: Appointment) -> None:
        """Let it go; no reason is asked."""
        self._appointments.drop([appointment.id])

    def put_back(self, appointment: Appointment) -> None:
        """Take one up again that was let go a moment ago."""
        self._appointments.keep(appointment)

    # -- rituals

    def rituals(self) -> Sequence[OwnRitual]:
        """All of them, agreed or not, by their time of day."""
        return self._rituals.rituals()

    def propose(self, name: str, meaning: str, days: frozenset[int], at: time) -> OwnRitual:
        """Put a ritual on the table, days Monday 0; it is one when both have said yes.

        Raises:
            LineRefused: A line is empty or too long; nothing was kept.
            NoDays: No day is chosen; nothing was kept.
        """
        proposed = OwnRitual(
            id=self._new_id(),
            name=clean_line(name, needed=True),
            meaning=clean_line(meaning, needed=True),
            days=days,
            at=at,
            agreed=frozenset(),
            since=self._clock.now(),
        )
        self._rituals.keep(proposed)
        return proposed

    def confirm(self, ritual: OwnRitual, seat: Seat) -> OwnRitual:
        """Keep this partner's yes."""
        agreed = confirmed(ritual, seat)
        if agreed != ritual:
            self._rituals.keep(agreed)
        return agreed

    def change(
        self, ritual: OwnRitual, name: str, meaning: str, days: frozenset[int], at: time
    ) -> OwnRitual:
        """Give a ritual another form, to which both say yes again.

        Raises:
            LineRefused: A line is empty or too long; the ritual stays as it was.
            NoDays: No day is chosen; the ritual stays as it was.
        """
        new = changed(ritual, name, meaning, days, at, self._clock.now())
        if new != ritual:
            self._rituals.keep(new)
        return new

    def let_go(self, ritual: OwnRitual) -> None:
        """Let a ritual go; no reason is asked."""
        self._rituals.drop(ritual.id)

    def take_up_again(self, ritual: OwnRitual) -> None:
        """Take up a ritual again that was let go a moment ago, with its yeses."""
        self._rituals.keep(ritual)
