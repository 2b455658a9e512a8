"""Breath patterns and where one is in them. Time is an argument, in seconds."""

from dataclasses import dataclass
from enum import StrEnum


class BreathPhase(StrEnum):
    """What the breath is doing."""

    IN = "in"
    HOLD_IN = "hold_in"
    OUT = "out"
    HOLD_OUT = "hold_out"


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """Seconds of each phase of one breath.

    In 3 to 5.5 s, out 4 to 8 s, holds 0 to 4 s: at 4.5 to 8 breaths a minute (Lehrer and
    Gevirtz 2014; Lalanza et al. 2023), the out-breath never shorter than the in-breath
    (Van Diest et al. 2014; Laborde et al. 2021).

    Raises:
        ValueError: A phase is out of its range.
    """

    in_s: float
    out_s: float
    hold_in_s: float = 0.0
    hold_out_s: float = 0.0

    def __post_init__(self) -> None:
        if not (3 <= self.in_s <= 5.5 and self.in_s <= self.out_s <= 8 and self.out_s >= 4):
            raise ValueError("in is 3 to 5.5 seconds, out is 4 to 8 and not shorter than in")
        if not (0 <= self.hold_in_s <= 4 and 0 <= self.hold_out_s <= 4):
            raise ValueError("a hold is 0 to 4 seconds")

    @property
    def cycle_s(self) -> float:
        """Length of one whole breath."""
        return self.in_s + self.hold_in_s + self.out_s + self.hold_out_s

    def phases(self) -> tuple[tuple[BreathPhase, float], ...]:
        """The phases that take time, in order, each with its seconds."""
        every = (
            (BreathPhase.IN, self.in_s),
            (BreathPhase.HOLD_IN, self.hold_in_s),
            (BreathPhase.OUT, self.out_s),
            (BreathPhase.HOLD_OUT, self.hold_out_s),
        )
        return tuple((phase, seconds) for phase, seconds in every if seconds > 0)


SLOW = BreathPattern(in_s=4, out_s=6)
"""Six breaths a minute, longer out than in, no hold: the default (Van Diest et al. 2014)."""


@dataclass(frozen=True, slots=True)
class BreathMoment:
    """Where a breath is: the phase, its whole length and what is left of it, in seconds."""

    phase: BreathPhase
    seconds: float
    left: float
    breath: int


def breath_at(pattern: BreathPattern, elapsed_s: float) -> BreathMoment:
    """Where the pattern is after ``elapsed_s`` seconds (0 or more), counted from its start.

    Every phase starts on the exact schedule, so nothing drifts however late one asks.
    """
    breath, within = divmod(max(0.0, elapsed_s), pattern.cycle_s)
    phases = pattern.phases()
    for phase, seconds in phases:
        if within < seconds:
            return BreathMoment(phase, seconds, seconds - within, int(breath))
        within -= seconds
    phase, seconds = phases[-1]
    return BreathMoment(phase, seconds, 0.0, int(breath))
