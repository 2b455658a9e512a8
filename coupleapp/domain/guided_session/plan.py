"""What a guided session is made of before it begins, and the two clocks it is told of."""

from dataclasses import dataclass, replace
from datetime import datetime

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import QUESTION_S, TENDER_DEPTH
from coupleapp.domain.formats.format import Sitting, StepKind, StepSpec


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

    Its ``id`` is None where they talk freely about the theme, ``depth`` 1 to 5 and 1 there;
    ``softer`` is empty when there is none (left). ``first`` is the text that it was before they
    took the softer form; empty where they did not.
    """

    id: str | None
    text: str
    softer: str
    listener: str
    depth: int = 1
    first: str = ""

    @property
    def is_tender(self) -> bool:
        """Whether it is named as tender before it is read, as long as a softer one is there."""
        return self.depth >= TENDER_DEPTH and self.softer != ""

    @property
    def softened(self) -> "PromptCard":
        """The same question in its softer form; itself where there is none (left)."""
        if not self.softer:
            return self
        return replace(self, text=self.softer, softer="", first=self.text)

    @property
    def as_first(self) -> "PromptCard":
        """The same question as it was first; itself where it is that."""
        if not self.first:
            return self
        return replace(self, text=self.first, softer=self.text, first="")


@dataclass(frozen=True, slots=True)
class Plan:
    """A guided session as it was decided when both sat down.

    Attributes:
        theme_id: The week's theme; empty where no question of it is read.
        steps: In the order in which they are played, timed as the couple has chosen.
        introducer: Who reads the first question aloud; ``GuidedSession.reader`` the others.
        first_speaker: Who speaks first, opens, or sits alone. Where both talk in several steps,
            the other one begins in the second, and so on in turn (``GuidedSession.begins``).
        typed: Who types instead of speaking, with ``defaults.TYPED_FACTOR`` times the time.
        suits_light: Whether something lighter is suggested whatever both answer. It looks as it
            does after their answers, and nothing that is shown tells the two apart.
        depth: How deep it may go, 1 to 5; None where the ladder was not read.
        question_s: Seconds for one question of whoever says back, where that is timed.
        further: The questions after ``prompt``, where several are read, each no lighter.

    Raises:
        ValueError: There is nothing to play, no question where one is read, or a lighter one after
            a deeper one.
    """

    format_id: str
    theme_id: str
    steps: tuple[StepSpec, ...]
    introducer: Seat
    first_speaker: Seat
    prompt: PromptCard | None = None
    sitting: Sitting = Sitting.BOTH
    loose: bool = False
    typed: tuple[Seat, ...] = ()
    suits_light: bool = False
    depth: int | None = None
    further: tuple[PromptCard, ...] = ()
    question_s: int = QUESTION_S

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a plan needs at least one step")
        read = sum(step.kind is StepKind.INTRODUCE for step in self.steps)
        if read and len(self.cards) != read:
            raise ValueError("a plan needs one question for each that is read")
        depths = [card.depth for card in self.cards]
        if depths != sorted(depths) or (self.further and self.prompt is None):
            raise ValueError("no question of a plan is lighter than the one before it")

    @property
    def timed(self) -> bool:
        """Whether anything has a time; where nothing does, nothing ends by itself."""
        return any(
            step.seconds or any(part.seconds for part in (*step.parts, *step.closing))
            for step in self.steps
        )

    @property
    def cards(self) -> tuple[PromptCard, ...]:
        """The questions that are read, in order."""
        return () if self.prompt is None else (self.prompt, *self.further)

    def card_at(self, index: int) -> int:
        """Which of the questions is read in, or was read before, this step; the first is 0."""
        steps = self.steps[: index + 1]
        return max(0, sum(step.kind is StepKind.INTRODUCE for step in steps) - 1)

    @property
    def present(self) -> tuple[Seat, ...]:
        """Who sits there: both, or the one who sits alone."""
        return (self.first_speaker,) if self.sitting is Sitting.ALONE else tuple(Seat)
