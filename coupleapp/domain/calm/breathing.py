"""Breath patterns: what may be breathed, and how it goes.

Nothing here claims to heal: in a blinded trial with 400 people 5.5 breaths a minute did no better
than 12 (Fincham, Strauss and Cavanagh 2023). Many people find slow breathing settling.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite

WHOLE_S = (5, 16)
"""Shortest and longest whole breath in seconds: 12 to 3.75 a minute, from near one's own pace down
to box breathing (Lehrer and Gevirtz 2014; Lalanza et al. 2023; Balban et al. 2023)."""

IN_S = (2, 8)
"""Shortest and longest in-breath in seconds. Design: calm, and without strain."""

OUT_S = (3, 8)
"""Shortest and longest out-breath in seconds. Design."""

HOLD_S = (0, 4)
"""How long the breath may be held, in seconds; not at all unless somebody chooses it (Balban et al.
2023: box breathing). Design, for safety."""

STEP_S = 0.5
"""By how much a phase of an own pattern is made longer or shorter, in seconds. Design."""


class Phase(StrEnum):
    """A part of one breath, in the order in which they come."""

    IN = "in"
    AGAIN = "again"
    HOLD_IN = "hold_in"
    OUT = "out"
    HOLD_OUT = "hold_out"


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """Seconds of each phase of one breath.

    In 2 to 8 s, a second small in-breath included; out 3 to 8 s, and never shorter than in (Van
    Diest et al. 2014; Laborde et al. 2021); holds 0 to 4 s; all of it 5 to 16 s, which is 12 down
    to 3.75 breaths a minute.

    Attributes:
        again_s: A second, smaller in-breath on top of the first; 0 for none (Balban et al. 2023).

    Raises:
        ValueError: A phase, or the whole breath, is out of its range.
    """

    in_s: float
    out_s: float
    hold_in_s: float = 0.0
    hold_out_s: float = 0.0
    again_s: float = 0.0

    def __post_init__(self) -> None:
        whole_in = self.in_s + self.again_s
        if not (_within(whole_in, IN_S) and whole_in <= self.out_s):
            raise ValueError("in is 2 to 8 seconds, and not longer than out")
        if not _within(self.out_s, OUT_S):
            raise ValueError("out is 3 to 8 seconds")
        if not all(_within(hold, HOLD_S) for hold in (self.hold_in_s, self.hold_out_s)):
            raise ValueError("a hold is 0 to 4 seconds")
        if not 0 <= self.again_s < self.in_s:
            raise ValueError("the second in-breath is shorter than the first")
        if not _within(self.cycle_s, WHOLE_S):
            raise ValueError("a whole breath is 5 to 16 seconds")

    @property
    def cycle_s(self) -> float:
        """Length of one whole breath in seconds."""
        return self.in_s + self.again_s + self.hold_in_s + self.out_s + self.hold_out_s

    @property
    def holds(self) -> bool:
        """Whether the breath is held anywhere."""
        return self.hold_in_s > 0 or self.hold_out_s > 0


def _within(seconds: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= seconds <= bounds[1]


SLOW = BreathPattern(in_s=4, out_s=6)
"""Six breaths a minute, longer out than in, no hold: the default (Van Diest et al. 2014)."""

EASY = BreathPattern(in_s=3, out_s=4.5)
"""Eight breaths a minute, nearer to one's own pace: where slow is too slow (Lehrer and Gevirtz
2014; Lalanza et al. 2023)."""

COHERENT = BreathPattern(in_s=5.5, out_s=5.5)
"""Equal and even, 5.5 breaths a minute (Lehrer and Gevirtz 2014; De Couck et al. 2019)."""

SIGH = BreathPattern(in_s=2, again_s=1, out_s=6)
"""Cyclic sighing: in, a little more, a long way out (Balban et al. 2023; the seconds are ours)."""

BOX = BreathPattern(in_s=4, hold_in_s=4, out_s=4, hold_out_s=4)
"""Box breathing; it holds the breath, so it is never offered without a caution
(Balban et al. 2023)."""

SLOW_ID, EASY_ID = "slow", "easy"

PRESETS: Mapping[str, BreathPattern] = {
    SLOW_ID: SLOW,
    EASY_ID: EASY,
    "coherent": COHERENT,
    "sigh": SIGH,
    "box": BOX,
}
"""What Nearer brings, by id. Cyclic hyperventilation is not among them, on purpose."""


def schedule(
    pattern: BreathPattern, within_s: float | None = None
) -> tuple[tuple[Phase, float], ...]:
    """The phases of one breath, in order.

    Args:
        pattern: What is breathed.
        within_s: Seconds of a step, more than 0, in which at least one whole breath has its place;
            a breath that is longer has shorter holds, then none, and is then shortened evenly;
            none of it is ever longer than in the pattern. None for no such end.

    Returns:
        Each phase that takes any time, with its seconds. They add up to ``pattern.cycle_s``, or to
        ``within_s`` where that is shorter.

    Raises:
        ValueError: ``within_s`` is not more than 0.
    """
    phases: tuple[tuple[Phase, float], ...] = (
        (Phase.IN, pattern.in_s),
        (Phase.AGAIN, pattern.again_s),
        (Phase.HOLD_IN, pattern.hold_in_s),
        (Phase.OUT, pattern.out_s),
        (Phase.HOLD_OUT, pattern.hold_out_s),
    )
    if within_s is not None and not within_s > 0:
        raise ValueError("no breath fits into no time")
    if within_s is not None and within_s < pattern.cycle_s:
        moving = pattern.in_s + pattern.again_s + pattern.out_s
        share = min(1.0, within_s / moving)
        holds = pattern.cycle_s - moving
        held = max(0.0, within_s - moving) / holds if holds else 0.0
        still = {Phase.HOLD_IN, Phase.HOLD_OUT}
        phases = tuple((phase, s * (held if phase in still else share)) for phase, s in phases)
    return tuple((phase, seconds) for phase, seconds in phases if seconds > 0)


def whole_breaths_s(pattern: BreathPattern, minutes: int) -> float:
    """Seconds of the whole breaths that come nearest to so many minutes; at least one breath."""
    return max(1, round(minutes * 60 / pattern.cycle_s)) * pattern.cycle_s


def stepped(pattern: BreathPattern, phase: Phase, *, longer: bool) -> BreathPattern:
    """The pattern with one phase longer or shorter by ``STEP_S``; the same one at its limit.

    A longer in-breath takes the out-breath with it, a shorter out-breath the in-breath, so that
    out is never the shorter one. Its limit is that of the phase, or of the whole breath.

    Raises:
        ValueError: The phase is the second in-breath, which own patterns do not have.
    """
    if phase is Phase.AGAIN:
        raise ValueError("an own pattern has one in-breath")
    moved = {f"{phase}_s": getattr(pattern, f"{phase}_s") + (STEP_S if longer else -STEP_S)}
    if phase is Phase.IN:
        moved["out_s"] = max(pattern.out_s, moved["in_s"])
    if phase is Phase.OUT:
        moved["in_s"] = min(pattern.in_s, moved["out_s"])
    try:
        return replace(pattern, **moved)
    except ValueError:
        return pattern


def nearest_pattern(
    in_s: float,
    out_s: float,
    hold_in_s: float = 0.0,
    hold_out_s: float = 0.0,
    again_s: float = 0.0,
) -> BreathPattern:
    """The allowed pattern that is nearest to these seconds; itself where it is allowed.

    What is no number counts as in ``SLOW``. Where the whole breath is too long the holds give way,
    down to what a press can set; a second in-breath goes, where the whole is not allowed with it.
    """
    try:
        return BreathPattern(in_s, out_s, hold_in_s, hold_out_s, again_s)
    except ValueError:
        pass
    out = _near(out_s, OUT_S, SLOW.out_s)
    within = min(out, _near(in_s, IN_S, SLOW.in_s))
    holds = [_near(hold, HOLD_S, 0.0) for hold in (hold_in_s, hold_out_s)]
    left, wished = WHOLE_S[1] - within - out, sum(holds)
    if wished > left:
        holds = [hold * left / wished // STEP_S * STEP_S for hold in holds]
    return BreathPattern(within, out, *holds)


def _near(seconds: float, bounds: tuple[float, float], unsaid: float) -> float:
    return min(bounds[1], max(bounds[0], seconds if isfinite(seconds) else unsaid))
