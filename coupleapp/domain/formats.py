"""A format: the kind of a guided session, as an ordered list of steps."""

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """One thing on the screen."""

    AGREE = "agree"
    READINESS = "readiness"
    BREATHE = "breathe"
    INTRODUCE = "introduce"
    TURNS = "turns"
    MATTERED = "mattered"
    SMALL_WIN = "small_win"
    RATE = "rate"
    APPRECIATE = "appreciate"
    LAST_BREATH = "last_breath"
    NEXT_DATE = "next_date"
    NOTEBOOK = "notebook"


@dataclass(frozen=True, slots=True)
class _Bound:
    low: int
    high: int
    unit: str
    may_be_zero: bool = False

    def check(self, name: str, value: int) -> None:
        if value == 0 and self.may_be_zero:
            return
        if not self.low <= value <= self.high:
            msg = f"{name} is {value}; it can be {self.low} to {self.high} {self.unit}"
            raise ValueError(msg)


# Ranges: short chunks and immediate alternation after Sprecher et al. (2013); the numbers
# themselves are design judgement, no trial has fixed a chunk length.
_TURN_BOUNDS = {
    "speak_s": _Bound(30, 180, "seconds", may_be_zero=True),
    "mirror_s": _Bound(20, 90, "seconds", may_be_zero=True),
    "chunks": _Bound(1, 5, "chunks"),
    "repair_rounds": _Bound(1, 3, "rounds"),
    "grace_s": _Bound(5, 60, "seconds"),
}
_SECONDS_BOUNDS = {
    # One minute before a talk (the programme's own), up to five (Bentley et al. 2023).
    StepKind.BREATHE: _Bound(20, 300, "seconds"),
    StepKind.LAST_BREATH: _Bound(5, 60, "seconds"),
}


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step of a format.

    Attributes:
        kind: What the step is.
        seconds: Length of a breathing step; 0 elsewhere.
        speak_s: Seconds of one chunk of speaking, 30 to 180 (default in our formats 90);
            0 means that no timer runs.
        mirror_s: Seconds for saying back, 20 to 90 (45); 0 means that no timer runs.
        chunks: Chunks per turn, 1 to 5 (3).
        repair_rounds: How often a chunk is said back again, 1 to 3 (2).
        grace_s: Seconds to finish a sentence after the tone, 5 to 60 (15).
        light: Whether the step is also played when the evening turns lighter.

    Raises:
        ValueError: A number is out of its range, or belongs to another kind of step.
    """

    kind: StepKind
    seconds: int = 0
    speak_s: int = 0
    mirror_s: int = 0
    chunks: int = 0
    repair_rounds: int = 0
    grace_s: int = 0
    light: bool = False

    def __post_init__(self) -> None:
        if self.kind in _SECONDS_BOUNDS:
            _SECONDS_BOUNDS[self.kind].check("seconds", self.seconds)
        elif self.seconds:
            msg = f"a step of kind {self.kind} has no seconds"
            raise ValueError(msg)
        for name, bound in _TURN_BOUNDS.items():
            value: int = getattr(self, name)
            if self.kind is StepKind.TURNS:
                bound.check(name, value)
            elif value:
                msg = f"a step of kind {self.kind} has no {name}"
                raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of guided session, played step by step.

    Attributes:
        id: Stable name, lower-case ASCII.
        title: What the couple reads.
        purpose: One sentence of what it is for.
        minutes: About how long it takes, 4 to 60.
        steps: In the order in which they are played.

    Raises:
        ValueError: No steps, no title, or minutes out of range.
    """

    id: str
    title: str
    purpose: str
    minutes: int
    steps: tuple[StepSpec, ...]

    def __post_init__(self) -> None:
        if not (self.id and self.title and self.purpose):
            raise ValueError("a format needs an id, a title and a purpose")
        _Bound(4, 60, "minutes").check("minutes", self.minutes)
        if not self.steps:
            raise ValueError("a format needs at least one step")
