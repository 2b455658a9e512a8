"""The session's own clock: it runs while the app runs and the computer is awake, else it stands."""

from dataclasses import dataclass
from datetime import timedelta

from coupleapp.application.ports import Clock
from coupleapp.domain.guided_session import Moment

GAP_S = 5.0
"""Real seconds between two looks at the clock from which on the computer was not awake."""


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What a look at both clocks tells.

    The time that the computer ``slept`` does not count; ``wall_was_set`` is how far somebody set
    the wall clock back since the last look.
    """

    now: Moment
    slept: bool = False
    wall_was_set: timedelta | None = None


class SessionClock:
    """Counts from ``base`` seconds on, from the first look."""

    def __init__(self, clock: Clock, base: float = 0.0) -> None:
        self._clock = clock
        self._counted = base
        self._last_mono = clock.monotonic()
        self._last_wall = clock.now()

    def look(self) -> ClockReading:
        """Look at both clocks. Has to be done more often than every ``GAP_S`` seconds."""
        mono, wall = self._clock.monotonic(), self._clock.now()
        ran = mono - self._last_mono
        jumped = (wall - self._last_wall).total_seconds() - ran
        self._last_mono, self._last_wall = mono, wall
        gap = GAP_S * self._clock.speed
        slept = ran > gap or jumped > gap
        if not slept:
            self._counted += ran
        was_set = timedelta(seconds=jumped) if jumped < -gap else None
        return ClockReading(Moment(wall, self._counted), slept, was_set)
