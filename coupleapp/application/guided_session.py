"""Begins guided sessions, takes up one that was cut off, and one that waits for another day."""

from collections.abc import Callable, Sequence

from coupleapp.application.ports import Clock, SessionStore, UnfinishedSession
from coupleapp.application.session_clock import SessionClock
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.guided_session import Event, Plan, Refusal, decide
from coupleapp.domain.guided_session import commands as c


class GuidedSessions:
    """Begins guided sessions, and takes up one that was cut off."""

    def __init__(
        self,
        store: SessionStore,
        clock: Clock,
        new_id: Callable[[], str],
        aside: Callable[[Callable[[], None]], None],
    ) -> None:
        """See ``SessionLeader`` for the arguments."""
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._aside = aside

    def begin(self, plan: Plan) -> SessionLeader:
        """Sit down together."""
        now = SessionClock(self._clock).look().now
        decision = decide(None, c.Begin(plan), now)
        if isinstance(decision, Refusal):
            raise AssertionError(decision.why)  # noqa: TRY004 - a session can always begin
        leader = self._leader(self._new_id(), decision, now.clock)
        self._store.append(leader.summary(leader.state), 0, decision)
        return leader

    def unfinished(self) -> UnfinishedSession | None:
        """The session that was cut off, if there is one."""
        return self._store.unfinished()

    def waiting(self) -> UnfinishedSession | None:
        """The talk that waits for the time they have agreed on, if there is one."""
        return self._store.waiting()

    def take_up(self, unfinished: UnfinishedSession) -> SessionLeader:
        """Take up a session that was cut off; it is held until both carry on.

        Raises:
            ImpossibleEventError: Its log is not one of ours.
        """
        leader = self._leader(unfinished.id, unfinished.events, unfinished.clock_s)
        leader.hold()
        return leader

    def come_back(self, waiting: UnfinishedSession) -> SessionLeader:
        """Come back to a talk that waits, early or late: it waits on until both go on with it.

        Raises:
            ImpossibleEventError: Its log is not one of ours.
        """
        return self._leader(waiting.id, waiting.events, waiting.clock_s)

    def let_rest(self, waiting: UnfinishedSession) -> None:
        """Leave a talk that waited where it is; no reason is asked.

        Raises:
            ImpossibleEventError: Its log is not one of ours.
        """
        leader = self._leader(waiting.id, waiting.events, waiting.clock_s)
        leader.handle(c.ComeAnotherTime())
        leader.handle(c.LeaveStopped())

    def _leader(self, id: str, events: Sequence[Event], base_s: float) -> SessionLeader:  # noqa: A002
        return SessionLeader(
            id, events, self._store, self._clock, self._new_id, self._aside, base_s
        )
