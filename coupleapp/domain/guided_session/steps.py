"""What a step can be while it is played: one tagged union, so that illegal ones cannot be built."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.needs_steps import Listing, NeedsStep, WeighingOptions
from coupleapp.domain.guided_session.turn_events import Wish
from coupleapp.domain.guided_session.watch import Stopwatch as Stopwatch

NOT_RUN = Stopwatch()


@dataclass(frozen=True, slots=True)
class Turn:
    """Where one speaker's turn stands.

    Attributes:
        chunk: Chunks before this one.
        part: Which of the parts, from 0.
        last: Whether the floor changes after this chunk.
        thoughts: Whether the other's thoughts were asked for: the advice gate is open.
        asked: Whether the listener has asked their one question about this chunk.
    """

    speaker: Seat
    second: bool
    chunk: int = 0
    closing: bool = False
    part: int = 0
    last: bool = False
    wish: Wish | None = None
    thoughts: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Agreeing:
    """The rule card, until both hold their keys."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Each answers behind the curtain, one after the other."""

    answered: tuple[Seat, ...] = ()
    suits_light: bool = False


@dataclass(frozen=True, slots=True)
class LighterDoor:
    """Today suits something lighter, or another time."""


@dataclass(frozen=True, slots=True)
class Together:
    """Both look at something, or do it, until they go on: a card, a grounding, the board."""

    kind: StepKind


@dataclass(frozen=True, slots=True)
class Breathing:
    """Both breathe; also the last breath."""

    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Introducing:
    """The introducer reads the question aloud."""


@dataclass(frozen=True, slots=True)
class Talking:
    """One talks: the floor-holder, or the listener who was given a word."""

    turn: Turn
    seat: Seat
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class SayingBack:
    """The listener says back; ``round`` counts the repairs, 0 for the first time.

    ``question``: they ask one question now, on a watch of its own; that of the saying back
    ``stands`` meanwhile.
    """

    turn: Turn
    watch: Stopwatch
    round: int = 0
    question: bool = False
    stands: Stopwatch = NOT_RUN

    def __post_init__(self) -> None:
        if self.question and not self.turn.asked:
            raise ValueError("a question that was not asked")
        if self.stands.since is not None:
            raise ValueError("two watches that run")


@dataclass(frozen=True, slots=True)
class HeardCheck:
    """The floor-holder says whether it was got."""

    turn: Turn
    round: int = 0


@dataclass(frozen=True, slots=True)
class AskingMore:
    """The listener asks whether there is more."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class Wishing:
    """The floor-holder says what would help."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class Guessing:
    """The listener guesses the feeling."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class GuessCheck:
    """The floor-holder says whether the guess is right."""

    turn: Turn
    feelings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composing:
    """The floor-holder finds words behind the curtain."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class Confirming:
    """Both confirm, each with their own key."""

    turn: Turn
    done: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepingLine:
    """The floor-holder may keep a line in the inventory."""

    turn: Turn


InTurn: TypeAlias = (
    Talking
    | SayingBack
    | HeardCheck
    | AskingMore
    | Wishing
    | Guessing
    | GuessCheck
    | Composing
    | Confirming
    | KeepingLine
)


@dataclass(frozen=True, slots=True)
class SpareTime:
    """One partner has time left from the turns; ``watch`` is None until they use it."""

    seat: Seat
    second: bool
    watch: Stopwatch | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """One writes alone."""

    seat: Seat
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Sharing:
    """A step that asks both in turn: what mattered, small win, appreciation, notebook, rating."""

    kind: StepKind
    done: tuple[Seat, ...] = ()

    @property
    def seat(self) -> Seat:
        """Whose say it is: the left partner's first."""
        return next(seat for seat in Seat if seat not in self.done)


@dataclass(frozen=True, slots=True)
class ClosingRound:
    """Both look back together, aloud; ``kept`` says who has written a line, and on what."""

    kept: tuple[tuple[Seat, StepKind], ...] = ()


@dataclass(frozen=True, slots=True)
class NextDate:
    """When they sit down again."""


@dataclass(frozen=True, slots=True)
class Stopping:
    """It was stopped, and both may still take that back."""

    ending: Ending


@dataclass(frozen=True, slots=True)
class Over:
    """The guided session is over."""

    ending: Ending


Step: TypeAlias = (
    Agreeing
    | Readiness
    | LighterDoor
    | Together
    | Breathing
    | Introducing
    | InTurn
    | SpareTime
    | Writing
    | Sharing
    | ClosingRound
    | NeedsStep
    | NextDate
    | Stopping
    | Over
)


def with_watch_standing(step: Step, clock: float) -> Step:
    """The same step, its time frozen."""
    match step:
        case Breathing() | Talking() | SayingBack() | Writing() | Listing() | WeighingOptions():
            return replace(step, watch=step.watch.stopped(clock))
        case SpareTime(watch=Stopwatch() as watch):
            return replace(step, watch=watch.stopped(clock))
        case _:
            return step


def with_watch_running(step: Step, clock: float) -> Step:
    """The same step, its time going on where it stood."""
    match step:
        case Breathing() | Talking() | SayingBack() | Writing() | Listing() | WeighingOptions():
            return replace(step, watch=step.watch.started(clock))
        case SpareTime(watch=Stopwatch() as watch):
            return replace(step, watch=watch.started(clock))
        case _:
            return step
