"""What brings people back to the room: groundings inside the chair, rests outside it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.calm.comfort import HOLD, PLACE
from coupleapp.domain.checks import require_texts, require_unique

# Clinical practice (Najavits 2002); no trial has fixed a length.
GROUNDING_SECONDS = range(30, 181)


class Zone(StrEnum):
    """How it is in somebody now: three words, not a score (after Siegel 1999; Ogden 2006).

    The "window of tolerance" behind it is a picture that helps to choose, not a measurement. It
    is asked of nobody in particular and kept nowhere.
    """

    TOO_MUCH = "too_much"
    ALL_RIGHT = "all_right"
    FAR_AWAY = "far_away"


# What does not say so is not offered to somebody who is far away.
SUITS_UNSAID = (Zone.TOO_MUCH, Zone.ALL_RIGHT)


def _require_zones(suits: tuple[Zone, ...]) -> None:
    if not suits:
        raise ValueError("suits needs at least one zone")
    require_unique("zone", (zone.value for zone in suits))


@dataclass(frozen=True, slots=True)
class GroundingStep:
    """One sentence of a grounding.

    Attributes:
        text: ``{hold}`` and ``{place}`` stand in it for what they like to hold, and where they feel
            at ease.
        seconds: How long it stays, 1 to 180.
        may_skip: Whether leaving it out is offered, as for smell and taste.

    Raises:
        ValueError: The text is empty or has other braces, or the seconds are out of range.
    """

    text: str
    seconds: int
    may_skip: bool = False

    def __post_init__(self) -> None:
        require_texts(self)
        if set(re.findall(r"[{][^}]*[}]?|[}]", self.text)) - {HOLD, PLACE}:
            raise ValueError(f"only {HOLD} and {PLACE} stand in braces")
        if not 1 <= self.seconds <= GROUNDING_SECONDS[-1]:
            msg = f"seconds is {self.seconds}; it can be 1 to {GROUNDING_SECONDS[-1]}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Grounding:
    """An exercise inside a pause that brings people back to the room, eyes open.

    Attributes:
        seconds: Length of the whole, 30 to 180 (ours: 60 to 120); the sum of its steps.
        steps: In the order in which they are shown.
        suits: The zones it is good for. Feet and things to hold calm; looking about brings back
            from far away (clinical practice, Najavits 2002).

    Raises:
        ValueError: A text, the steps or the zones are missing, a zone occurs twice; seconds out
            of range or not their sum.
    """

    id: str
    title: str
    seconds: int
    steps: tuple[GroundingStep, ...]
    suits: tuple[Zone, ...] = SUITS_UNSAID

    def __post_init__(self) -> None:
        require_texts(self)
        _require_zones(self.suits)
        if not self.steps:
            raise ValueError("a grounding needs at least one step")
        if self.seconds not in GROUNDING_SECONDS:
            allowed = f"{GROUNDING_SECONDS[0]} to {GROUNDING_SECONDS[-1]}"
            msg = f"seconds is {self.seconds}; it can be {allowed}"
            raise ValueError(msg)
        total = sum(step.seconds for step in self.steps)
        if total != self.seconds:
            msg = f"the steps take {total} seconds, the grounding says {self.seconds}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class SlowBreathing:
    """Breathing slowly, as they do in their talks; it has no sentences of its own.

    Not for somebody who is far away (clinical practice, Najavits 2002).
    """

    suits: tuple[Zone, ...] = SUITS_UNSAID


@dataclass(frozen=True, slots=True)
class Rest:
    """Something to do in a pause away from the chair, without a clock.

    What lowers arousal calms anger; letting it out does not (Kjaervik and Bushman 2024).

    Raises:
        ValueError: A text or the zones are missing, or a zone occurs twice.
    """

    id: str
    title: str
    text: str
    suits: tuple[Zone, ...] = SUITS_UNSAID

    def __post_init__(self) -> None:
        require_texts(self)
        _require_zones(self.suits)
