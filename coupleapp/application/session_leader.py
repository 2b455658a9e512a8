"""Leads one guided session: every accepted command is on disk before anybody sees its effect."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from coupleapp.application.needs_change import change_of
from coupleapp.application.ports import Clock, SessionStore
from coupleapp.application.session_clock import SessionClock
from coupleapp.application.session_summary import summary_of
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import (
    Command,
    Event,
    GuidedSession,
    Moment,
    Refusal,
    Why,
    decide,
    evolve,
    fold,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.pauses import Pausing, Waiting
from coupleapp.domain.guided_session.setback import SETBACK
from coupleapp.domain.guided_session.steps import KeepingLine, Sharing, Writing
from coupleapp.domain.guided_session.turn_commands import KeepLine
from coupleapp.domain.notebook import EntryKind, NotebookEntry, clean_text
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.words.lines import clean_line

MARK_EVERY_S = 1.0
"""Clock seconds between two marks: what a dead battery can cost a speaker."""

_KEPT_AS = {
    StepKind.MATTERED: EntryKind.MOMENT,
    StepKind.SMALL_WIN: EntryKind.SMALL_WIN,
    StepKind.APPRECIATE: EntryKind.APPRECIATION,
    StepKind.NOTEBOOK: EntryKind.REFLECTION,
}


class SessionLeader:
    """One guided session from its beginning, or from where it was cut off, to its end.

    While it is ``held``, because the computer slept or the app was away, its clock stands until
    both carry on.
    """

    def __init__(
        self,
        id: str,  # noqa: A002 - the name of the thing
        events: Sequence[Event],
        store: SessionStore,
        clock: Clock,
        new_id: Callable[[], str],
        aside: Callable[[Callable[[], None]], None],
        base_s: float,
    ) -> None:
        state = fold(events)
        if state is None:
            raise ValueError("a session begins with an event")
        self.id = id
        self.state = state
        self.held = False
        self.began_at = events[0].at.at
        self._count = len(events)
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._aside = aside
        # The log may be ahead of the last mark: a command is stored at once, a mark every second.
        self._time = SessionClock(clock, max(base_s, events[-1].at.clock))
        self._now = self._time.look().now
        self._marked = self._now.clock
        self._marking = False
        self._was_set = timedelta(0)

    @property
    def now(self) -> Moment:
        """The moment of the last look at the clock."""
        return self._now

    @property
    def over(self) -> bool:
        """Whether the session has ended."""
        return self.state.over

    def handle(self, command: Command) -> Refusal | None:
        """Do what ``command`` asks, durable before it returns.

        While the session is held, only stopping is possible.

        Returns:
            None when it was done, else why it was not.
        """
        if isinstance(command, c.PlanNext) and command.when is not None:
            return self.plan_next(command.when)
        self._look()
        return self._apply(command)

    def share(self, seat: Seat, text: str) -> Refusal | None:
        """Keep what ``seat`` wrote in a step that asks both; an empty text means "said aloud".

        Raises:
            TextRefused: The text is too long; nothing has changed.
        """
        self._look()
        step = self.state.step
        if not text.strip() or not isinstance(step, Sharing) or step.kind not in _KEPT_AS:
            return self._apply(c.Share(seat))
        entry = self._entry(_KEPT_AS[step.kind], seat, text)
        return self._apply(c.Share(seat, entry.id), (entry,))

    def keep_in_round(self, seat: Seat, ask: StepKind, text: str) -> Refusal | None:
        """Keep what ``seat`` wrote on what the closing round asks.

        Raises:
            TextRefused: There is nothing to keep, or too much; nothing has changed.
        """
        self._look()
        entry = self._entry(_KEPT_AS[ask], seat, text)
        return self._apply(c.KeepInRound(seat, ask, entry.id), (entry,))

    def keep_line(self, text: str) -> Refusal | None:
        """Keep the floor-holder's line in the shared inventory; an empty one leaves it at that.

        Raises:
            TextRefused: The text is too long; nothing has changed.
        """
        self._look()
        step = self.state.step
        seat = step.turn.speaker if isinstance(step, KeepingLine) else Seat.LEFT
        if not text.strip() or not isinstance(step, KeepingLine):
            return self._apply(KeepLine(seat))
        entry = self._entry(EntryKind.UNSEEN, seat, text)
        return self._apply(KeepLine(seat, entry.id), (entry,))

    def finish_writing(self, text: str, *, keep: bool, private: bool = True) -> Refusal | None:
        """End what one wrote alone: let it go, keep it for oneself, or put it into the notebook.

        Raises:
            TextRefused: There is nothing to keep, or too much; nothing has changed.
        """
        self._look()
        step = self.state.step
        if not keep or not isinstance(step, Writing):
            return self._apply(c.FinishWriting())
        setback = self.state.plan.format_id == SETBACK
        kind = EntryKind.SETBACK if setback else EntryKind.OUTSIDE_VIEW
        entry = self._entry(kind, step.seat, text, private=private)
        return self._apply(c.FinishWriting(entry.id), (entry,))

    def plan_next(self, when: datetime, place: str = "", will: str = "") -> Refusal | None:
        """Agree on the next time; with the place and "I will ..." it becomes an appointment.

        Raises:
            LineRefused: A line is too long; nothing has changed.
        """
        self._look()
        agreed = Appointment(self.id, when.astimezone(UTC), clean_line(place), clean_line(will))
        return self._apply(c.PlanNext(when), appointment=agreed)

    def _entry(
        self, kind: EntryKind, author: Seat, text: str, *, private: bool = False
    ) -> NotebookEntry:
        return NotebookEntry(
            id=self._new_id(),
            kind=kind,
            author=author,
            text=clean_text(text),
            written_at=self._now.at,
            session_id=self.id,
            private=private,
        )

    def carry_on(self) -> None:
        """Both are back: the time goes on from where it stood."""
        self._look()
        self.held = False

    def hold(self) -> None:
        """Wait for "carry on"; what a pause has promised by the clock on the wall stays so.

        What is over, or stopped, has nothing that could run on.
        """
        self.held = not (self.over or self.state.stopped)

    def tick(self) -> bool:
        """Look at the clock and end what is over; to be called several times a second.

        Returns:
            Whether something has changed.

        Raises:
            StoreError: The end of something could not be kept; the next tick tries again.
        """
        before = (self.state, self.held)
        self._look()
        if not self.held and not self.over:
            self._apply(c.Tick())
            self._mark()
        return (self.state, self.held) != before

    def _look(self) -> None:
        look = self._time.look()
        if self.held:
            # What the clock ran while it was held does not count.
            self._time = SessionClock(self._clock, self._now.clock)
            self._now = Moment(look.now.at, self._now.clock)
        else:
            self._now = look.now
        if look.wall_was_set is not None:
            self._was_set += look.wall_was_set
        if self._was_set:
            # Kept until it is on disk; a promise must not be lost to a full one.
            self._apply(pc.ClockWasSet(self._was_set))
            self._was_set = timedelta(0)
        if look.slept and not isinstance(self.state.pause, Pausing | Waiting):
            self.hold()

    def _apply(
        self,
        command: Command,
        entries: Sequence[NotebookEntry] = (),
        appointment: Appointment | None = None,
    ) -> Refusal | None:
        if self.held and not isinstance(command, c.Stop | pc.ClockWasSet):
            return Refusal(Why.HELD)
        decision = decide(self.state, command, self._now)
        if isinstance(decision, Refusal):
            return decision
        if decision:
            state = self.state
            for event in decision:
                state = evolve(state, event)
            change = change_of(command, state)
            self._store.append(
                self.summary(state),
                self._count,
                decision,
                entries,
                appointment,
                None if change.empty else change,
            )
            self.state = state
            self.held = self.held and not (state.over or state.stopped)
            self._count += len(decision)
        return None

    def summary(self, state: GuidedSession) -> PastSession:
        """What later sessions need to know of this one, were it to stand at ``state``."""
        return summary_of(self.id, self.began_at, state, self._now.at)

    def _mark(self) -> None:
        clock_s = self._now.clock
        if not self._marking and clock_s - self._marked >= MARK_EVERY_S:
            self._marking = True
            self._aside(lambda: self._keep_mark(clock_s))

    def _keep_mark(self, clock_s: float) -> None:
        """Aside: one that could not be written does not count, and the next tick marks again."""
        try:
            self._store.mark(self.id, clock_s)
            self._marked = clock_s
        finally:
            self._marking = False
