"""One way through a guided session, by hand, with the log that is on disk."""

from collections.abc import Callable
from datetime import timedelta

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Format
from coupleapp.domain.guided_session import (
    Event,
    GuidedSession,
    Moment,
    Refusal,
    decide,
    evolve,
    fold,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from tests.domain.guided_session.sessions import START, a_way_on, plan_of

Way = Callable[[GuidedSession], c.Command]
LONGEST = 400


class Walk:
    """One way through a session, with the log that is on disk."""

    def __init__(self, kind: Format, first: Seat = Seat.RIGHT) -> None:
        self.now = Moment(START, 0.0)
        self.log: list[Event] = []
        self.state: GuidedSession | None = None
        self.do(c.Begin(plan_of(kind, first)))

    @property
    def step(self) -> s.Step:
        return self.state.step

    def on(self, way: Way = a_way_on) -> "Walk":
        """Two seconds on, and one press, if it is not over."""
        self.wait(2.0)
        return self if self.state.over else self.do(way(self.state))

    def branch(self) -> "Walk":
        """The same point again, as it comes back from disk after a kill."""
        other = object.__new__(Walk)
        other.now, other.log, other.state = self.now, [*self.log], fold(self.log)
        return other

    def do(self, command: c.Command) -> "Walk":
        decision = decide(self.state, command, self.now)
        assert not isinstance(decision, Refusal), (command, decision, self.state.step)
        for event in decision:
            self.state = evolve(self.state, event)
            self.log.append(event)
        return self

    def wait(self, seconds: float) -> "Walk":
        later = timedelta(seconds=seconds)
        self.now = Moment(self.now.at + later, self.now.clock + seconds)
        return self.do(c.Tick())

    def to_the_end(self, way: Way = a_way_on) -> "Walk":
        for _ in range(LONGEST):
            if self.state.over:
                return self
            self.on(way)
        raise AssertionError(f"it stays at {self.state.step}")
