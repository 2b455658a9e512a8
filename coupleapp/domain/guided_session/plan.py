"""What a guided session is made of before it begins, and the two clocks it is told of."""

from dataclasses import dataclass
from datetime import datetime

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import StepKind, StepSpec


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, by both clocks.

    Attributes:
        at: Aware UTC wall time: what a pause promises by.
        clock: Seconds on the session's own clock, which only runs while the app runs and the
            computer is awake: what every turn and every breath is measured by.
    """

    at: datetime
    clock: float


@dataclass(frozen=True, slots=True)
class PromptCard:
    """The question on the table, copied into the session so that it outlives its pack.

    Attributes:
        id: The prompt's id in its pack; None when the couple talks freely about the theme.
        text: What is read aloud.
        softer: A gentler form of it; empty when there is none (left).
        listener: What the listener may do.
    """

    id: str | None
    text: str
    softer: str
    listener: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A guided session as it was decided when both sat down.

    Raises:
        ValueError: There is nothing to play.
    """

    format_id: str
    theme_id: str
    steps: tuple[StepSpec, ...]
    introducer: Seat
    first_speaker: Seat
    prompt: PromptCard

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a plan needs at least one step")

    @property
    def turns(self) -> StepSpec | None:
        """The step in which both speak, if the format has one."""
        return next((s for s in self.steps if s.kind is StepKind.TURNS), None)
