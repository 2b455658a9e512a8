"""A format: the kind of a guided session, as an ordered list of steps.

A step in which both talk is a little programme of its own: its parts are played for one partner
and then for the other, chunk by chunk, and its closing parts once at the end of each turn. A
format may have several such steps; the two then take turns at who begins, step by step.
"""

from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.checks import require_within
from coupleapp.domain.defaults import CHUNKS_BOUNDS
from coupleapp.domain.formats.parts import PartKind, PartSpec, check_course

# Practice of 4 to 45 minutes (Kuhn et al. 2018; Gottman's weekly hour is the upper end).
MINUTES = (4, 60)
DEPTHS = (1, 5)
WEEKS = (0, 52)


class StepKind(StrEnum):
    """One thing on the screen."""

    AGREE = "agree"
    READINESS = "readiness"
    CARD = "card"
    INVENTORY = "inventory"
    CAUTION = "caution"
    BREATHE = "breathe"
    GROUND = "ground"
    INTRODUCE = "introduce"
    TURNS = "turns"
    TIME_LEFT = "time_left"
    CLOSING_ROUND = "closing_round"
    WRITE = "write"
    TOPIC = "topic"
    LISTS = "lists"
    BOARD = "board"
    CORES = "cores"
    COMMON = "common"
    OPTIONS = "options"
    TRIAL = "trial"
    MATTERED = "mattered"
    SMALL_WIN = "small_win"
    RATE = "rate"
    APPRECIATE = "appreciate"
    LAST_BREATH = "last_breath"
    NEXT_DATE = "next_date"
    NOTEBOOK = "notebook"


NEEDS_STEPS = (
    StepKind.TOPIC,
    StepKind.LISTS,
    StepKind.BOARD,
    StepKind.CORES,
    StepKind.COMMON,
    StepKind.OPTIONS,
    StepKind.TRIAL,
)
"""The steps of a talk about needs, in the only order in which they make sense."""


ROUND_ASKS = (StepKind.MATTERED, StepKind.SMALL_WIN, StepKind.APPRECIATE)
"""What a closing round can ask, each of both."""


class Sitting(StrEnum):
    """Who a format is for."""

    BOTH = "both"
    OPENER = "opener"
    ALONE = "alone"


# One minute before a talk (the programme's own), up to five (Bentley et al. 2023); private
# writing seven minutes (Finkel et al. 2013), up to twenty (Slatcher and Pennebaker 2006); lists
# and options five minutes, three to ten (design).
_SECONDS = {
    StepKind.BREATHE: (20, 300),
    StepKind.LAST_BREATH: (5, 60),
    StepKind.WRITE: (180, 1200),
    StepKind.LISTS: (180, 600),
    StepKind.OPTIONS: (180, 600),
}
BREATHS = frozenset({StepKind.BREATHE, StepKind.LAST_BREATH})
# With 0 seconds no timer runs.
_TIMER_IS_FREE = frozenset({StepKind.LISTS, StepKind.OPTIONS}) | BREATHS
_TALKS = frozenset({StepKind.TURNS, StepKind.WRITE, *NEEDS_STEPS})


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step of a format.

    Attributes:
        seconds: Length of a breathing or a writing step, of the lists and the options; 0 means no
            timer, which for a breath only a plan can say, and no format. 0 elsewhere.
        chunks: Chunks per turn, 1 to 5 (3 in a theme talk).
        asks: What a closing round asks, of ``ROUND_ASKS``; empty elsewhere.
        light: Whether the step is also played when the evening turns lighter.

    Raises:
        ValueError: A number is out of its range, a text is missing, the parts cannot be played,
            or something belongs to another kind of step.
    """

    kind: StepKind
    seconds: int = 0
    title: str = ""
    text: str = ""
    chunks: int = 0
    parts: tuple[PartSpec, ...] = ()
    closing: tuple[PartSpec, ...] = ()
    light: bool = False
    asks: tuple[StepKind, ...] = ()

    def __post_init__(self) -> None:
        untimed = self.kind in _TIMER_IS_FREE and not self.seconds
        if self.kind in _SECONDS and not untimed:
            require_within("seconds", self.seconds, _SECONDS[self.kind])
        elif self.seconds:
            raise ValueError(f"a step of kind {self.kind} has no seconds")
        worded = self.kind in {StepKind.CARD, StepKind.WRITE}
        if worded != bool(self.title):
            raise ValueError(
                f"a step of kind {self.kind} {'needs a' if worded else 'has no'} title"
            )
        if self.text and not worded:
            raise ValueError(f"a step of kind {self.kind} has no text")
        if self.kind is StepKind.TURNS:
            require_within("chunks", self.chunks, CHUNKS_BOUNDS)
            check_course(self.parts, self.closing)
        elif self.chunks or self.parts or self.closing:
            raise ValueError(f"a step of kind {self.kind} has no chunks and no parts")

        if self.kind is StepKind.CLOSING_ROUND:
            if not self.asks or not set(self.asks) <= set(ROUND_ASKS):
                raise ValueError(f"a closing round asks some of {', '.join(ROUND_ASKS)}")
            if len(set(self.asks)) < len(self.asks):
                raise ValueError("a closing round asks each once")
        elif self.asks:
            raise ValueError(f"a step of kind {self.kind} asks nothing")

    def require_a_length(self) -> None:
        """Check that a breath has one, as every format says it.

        Raises:
            ValueError: It has none.
        """
        if self.kind in BREATHS:
            require_within("seconds", self.seconds, _SECONDS[self.kind])

    def course(self, *, closing: bool) -> tuple[PartSpec, ...]:
        """What is played in each chunk of a turn, or once at its close."""
        return self.closing if closing else self.parts


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of guided session, played step by step.

    Attributes:
        minutes: About how long it takes, 4 to 60.
        depth: 1 (everyday joys) to 5 (hurts and needs between us).
        opens_in_week: Weeks since the couple's first day before it is offered, 0 to 52.
        caution: One fixed sentence beside the purpose; may be empty.
        questions_to: How deep the questions it reads may be, 1 to 5; as deep as the format itself
            where that is None.

    Raises:
        ValueError: Something is missing or out of range, or a step does not suit the sitting.
    """

    id: str
    title: str
    purpose: str
    minutes: int
    steps: tuple[StepSpec, ...]
    depth: int = 1
    sitting: Sitting = Sitting.BOTH
    opens_in_week: int = 0
    caution: str = ""
    questions_to: int | None = None

    def __post_init__(self) -> None:
        if not (self.id and self.title and self.purpose):
            raise ValueError("a format needs an id, a title and a purpose")
        require_within("minutes", self.minutes, MINUTES)
        require_within("depth", self.depth, DEPTHS)
        if self.questions_to is not None:
            require_within("questions_to", self.questions_to, DEPTHS)
        require_within("opens_in_week", self.opens_in_week, WEEKS)
        if not self.steps:
            raise ValueError("a format needs at least one step")
        kinds = [step.kind for step in self.steps]
        for step in self.steps:
            step.require_a_length()
        if StepKind.CAUTION in kinds:
            raise ValueError("the caution comes by itself, before the first breath")
        for once in (StepKind.INTRODUCE, StepKind.TIME_LEFT):
            if kinds.count(once) > 1:
                raise ValueError(f"a format has one step of kind {once}")
        if StepKind.READINESS in kinds and not any(step.light for step in self.steps):
            raise ValueError("where readiness is asked, something light is there to turn to")
        self._check_sitting(kinds)
        self._check_needs()
        self._check_question(kinds)

    @property
    def has_question(self) -> bool:
        """Whether a question of the week's theme is read aloud."""
        return any(step.kind is StepKind.INTRODUCE for step in self.steps)

    @property
    def question_depth(self) -> int:
        """How deep the questions it reads may be, 1 to 5."""
        return self.depth if self.questions_to is None else self.questions_to

    @property
    def opening(self) -> StepSpec | None:
        """The breath that opens it: before anybody talks or writes; None where there is none."""
        talks = next((n for n, step in enumerate(self.steps) if step.kind in _TALKS), 0)
        return next((s for s in self.steps[:talks] if s.kind is StepKind.BREATHE), None)

    def _check_sitting(self, kinds: list[StepKind]) -> None:
        alone = self.sitting is Sitting.ALONE
        for kind in kinds:
            if alone and kind not in {StepKind.CARD, StepKind.WRITE, StepKind.BREATHE}:
                raise ValueError(f"nobody else is there for a step of kind {kind}")
            if not alone and kind is StepKind.WRITE:
                raise ValueError("writing in private is for a sitting alone")
        if self.sitting is Sitting.OPENER and StepKind.TURNS not in kinds:
            raise ValueError("one who opens needs a turn")
        if (
            StepKind.TIME_LEFT in kinds
            and StepKind.TURNS not in kinds[: kinds.index(StepKind.TIME_LEFT)]
        ):
            raise ValueError("time can only be left after the turns")

    def _check_needs(self) -> None:
        needs = [step for step in self.steps if step.kind in NEEDS_STEPS]
        if needs and tuple(step.kind for step in needs) != NEEDS_STEPS:
            raise ValueError("the steps of a talk about needs come all, once each, in their order")
        if needs and self.sitting is not Sitting.BOTH:
            raise ValueError("a talk about needs is for both")
        if any(step.light for step in needs):
            raise ValueError("a talk about needs is none of the light steps")

    def _check_question(self, kinds: list[StepKind]) -> None:
        for place, step in enumerate(self.steps):
            asked = StepKind.INTRODUCE in kinds[:place]
            for part in (*step.parts, *step.closing):
                if part.kind is PartKind.TALK and not part.title and not asked:
                    raise ValueError("a talk needs a title, where no question is read before it")
