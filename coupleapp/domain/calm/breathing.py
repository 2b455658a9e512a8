"""Breath patterns, and what the couple has chosen about breathing.

Nothing here claims to heal: in a blinded trial with 400 people 5.5 breaths a minute did no better
than 12 (Fincham, Strauss and Cavanagh 2023). Many people find slow breathing settling.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from coupleapp.domain.couple import NameFault, NameRefused, clean_name

OWN_NAME_MAX = 24
"""Longest name of an own pattern in characters; it has to fit on a button. Design."""

OWN_MOST = 5
"""Most own patterns. Design: a choice that can be seen at once."""

LENGTHS = (1, 3, 5, 10)
"""Minutes to choose from: 1 settles, 5 is a practice (De Couck et al. 2019; Bentley et al. 2023;
Balban et al. 2023)."""

STEP_S = 0.5
"""By how much a phase of an own pattern is made longer or shorter, in seconds. Design."""

_OWN = "own:"


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

    In 3 to 5.5 s, a second small in-breath included; out 4 to 8 s; holds 0 to 4 s. Without holds
    that is about 4.5 to 8 breaths a minute (Lehrer and Gevirtz 2014; Lalanza et al. 2023), with the
    out-breath never shorter than the in-breath (Van Diest et al. 2014; Laborde et al. 2021).

    Attributes:
        again_s: A second, smaller in-breath on top of the first; 0 for none (Balban et al. 2023).

    Raises:
        ValueError: A phase is out of its range.
    """

    in_s: float
    out_s: float
    hold_in_s: float = 0.0
    hold_out_s: float = 0.0
    again_s: float = 0.0

    def __post_init__(self) -> None:
        whole_in = self.in_s + self.again_s
        if not (3 <= whole_in <= 5.5 and whole_in <= self.out_s <= 8 and self.out_s >= 4):
            raise ValueError("in is 3 to 5.5 seconds, out is 4 to 8 and not shorter than in")
        if not (0 <= self.hold_in_s <= 4 and 0 <= self.hold_out_s <= 4):
            raise ValueError("a hold is 0 to 4 seconds")
        if not 0 <= self.again_s < self.in_s:
            raise ValueError("the second in-breath is shorter than the first")

    @property
    def cycle_s(self) -> float:
        """Length of one whole breath in seconds."""
        return self.in_s + self.again_s + self.hold_in_s + self.out_s + self.hold_out_s

    @property
    def holds(self) -> bool:
        """Whether the breath is held anywhere."""
        return self.hold_in_s > 0 or self.hold_out_s > 0


SLOW = BreathPattern(in_s=4, out_s=6)
"""Six breaths a minute, longer out than in, no hold: the default (Van Diest et al. 2014)."""

COHERENT = BreathPattern(in_s=5.5, out_s=5.5)
"""Equal and even, 5.5 breaths a minute (Lehrer and Gevirtz 2014; De Couck et al. 2019)."""

SIGH = BreathPattern(in_s=2, again_s=1, out_s=6)
"""Cyclic sighing: in, a little more, a long way out (Balban et al. 2023; the seconds are ours)."""

BOX = BreathPattern(in_s=4, hold_in_s=4, out_s=4, hold_out_s=4)
"""Box breathing; it holds the breath, so it is never offered without a caution
(Balban et al. 2023)."""

PRESETS: Mapping[str, BreathPattern] = {
    "slow": SLOW,
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
    out is never the shorter one.

    Raises:
        ValueError: The phase is the second in-breath, which own patterns do not have.
    """
    by = STEP_S if longer else -STEP_S
    match phase:
        case Phase.IN:
            within = min(5.5, max(3.0, pattern.in_s + by))
            return replace(pattern, in_s=within, out_s=max(pattern.out_s, within))
        case Phase.OUT:
            out = min(8.0, max(4.0, pattern.out_s + by))
            return replace(pattern, out_s=out, in_s=min(pattern.in_s, out))
        case Phase.HOLD_IN:
            return replace(pattern, hold_in_s=min(4.0, max(0.0, pattern.hold_in_s + by)))
        case Phase.HOLD_OUT:
            return replace(pattern, hold_out_s=min(4.0, max(0.0, pattern.hold_out_s + by)))
        case Phase.AGAIN:
            raise ValueError("an own pattern has one in-breath")


def clean_pattern_name(raw: str) -> str:
    """Return a name that fits on one button, cleaned like a person's name.

    Raises:
        NameRefused: Nothing visible is left, or over ``OWN_NAME_MAX`` characters are.
    """
    name = clean_name(raw)
    if len(name) > OWN_NAME_MAX:
        raise NameRefused(NameFault.TOO_LONG)
    return name


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A pattern of the couple's own, under their name for it.

    Raises:
        NameRefused: The name is not clean.
    """

    name: str
    pattern: BreathPattern

    def __post_init__(self) -> None:
        if clean_pattern_name(self.name) != self.name:
            raise NameRefused(NameFault.EMPTY)

    @property
    def id(self) -> str:
        """What it is chosen by; never the id of a preset."""
        return _OWN + self.name


class BreathVariant(StrEnum):
    """How a breath is shown."""

    MOVING = "moving"
    STILL = "still"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class BreathChoices:
    """Everything that is chosen about breathing, each with its default.

    Attributes:
        pattern: The id of a preset or of an own pattern.
        own: Own patterns, at most ``OWN_MOST``, each under another name.
        variant: How a breath is shown; less motion turns moving into still.
        colour: Whether the lights are amber and teal; both are pale where not.
        minutes: Length of breathing outside a guided session, one of ``LENGTHS``.

    Raises:
        ValueError: There is no such pattern, length or number of own patterns.
        NameRefused: Two own patterns have the same name.
    """

    pattern: str = "slow"
    own: tuple[OwnPattern, ...] = ()
    variant: BreathVariant = BreathVariant.MOVING
    words: bool = True
    tone: bool = True
    colour: bool = True
    voice: bool = False
    minutes: int = 1
    cautioned: bool = False
    hold_cautioned: bool = False

    def __post_init__(self) -> None:
        if len(self.own) > OWN_MOST:
            raise ValueError(f"there are at most {OWN_MOST} own patterns")
        if len({own.name.casefold() for own in self.own}) < len(self.own):
            raise NameRefused(NameFault.SAME)
        if self.pattern not in self.patterns:
            raise ValueError("there is no such pattern")
        if self.minutes not in LENGTHS:
            raise ValueError(f"minutes is one of {LENGTHS}")

    @property
    def patterns(self) -> Mapping[str, BreathPattern]:
        """Every pattern there is, by id: the presets, then their own."""
        return {**PRESETS, **{own.id: own.pattern for own in self.own}}

    @property
    def chosen(self) -> BreathPattern:
        """The pattern that is breathed."""
        return self.patterns[self.pattern]

    def with_own(self, own: OwnPattern, instead_of: str = "") -> "BreathChoices":
        """These choices with this pattern kept and chosen.

        Args:
            own: The pattern.
            instead_of: The id of the own pattern whose place it takes; empty for a new one.

        Raises:
            ValueError: There are ``OWN_MOST`` already.
            NameRefused: Another one has this name.
        """
        kept = (
            tuple(own if each.id == instead_of else each for each in self.own)
            if instead_of
            else (*self.own, own)
        )
        return replace(self, own=kept, pattern=own.id)

    def without_own(self, pattern_id: str) -> "BreathChoices":
        """These choices without this own pattern; slow is chosen where it was."""
        kept = tuple(own for own in self.own if own.id != pattern_id)
        return replace(
            self, own=kept, pattern="slow" if self.pattern == pattern_id else self.pattern
        )
