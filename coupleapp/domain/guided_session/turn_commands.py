"""What the two may ask of a turn."""

from dataclasses import dataclass
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.turn_events import Guess, Heard, Wish


@dataclass(frozen=True, slots=True)
class FinishTalk:
    """Whoever talks is done for now; ``gives_floor`` gives it away after this chunk."""

    seat: Seat
    gives_floor: bool = False


@dataclass(frozen=True, slots=True)
class SayBack:
    """The listener has said it back, or, the looser way, has answered.

    While they ask their one question: it is asked and answered.
    """

    seat: Seat
    answered: bool = False


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """The listener, saying back, asks one question: once in each chunk."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class CheckHeard:
    """The floor-holder's answer to "did I get it?"."""

    seat: Seat
    answer: Heard


@dataclass(frozen=True, slots=True)
class AnswerMore:
    """The floor-holder's answer to "is there more?"."""

    seat: Seat
    more: bool


@dataclass(frozen=True, slots=True)
class NameWish:
    """What the floor-holder would like: to be listened to, comforted, or given ideas."""

    seat: Seat
    wish: Wish


@dataclass(frozen=True, slots=True)
class GuessFeelings:
    """The listener's guess: at most ``defaults.FEELINGS_MAX`` ids, none when said aloud."""

    seat: Seat
    feelings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckGuess:
    """The floor-holder's answer to the guess, with own words from the list if they like."""

    seat: Seat
    answer: Guess
    feelings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FinishComposing:
    """The floor-holder has found their words."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Confirm:
    """This partner confirms that it was said, and heard, as it was."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class KeepLine:
    """The floor-holder keeps a line in the inventory; None leaves it at that."""

    seat: Seat
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class AskThoughts:
    """The floor-holder would like the other's thoughts."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class AnswerSpare:
    """This partner uses the time they had left, or leaves it."""

    seat: Seat
    use: bool


TurnCommand: TypeAlias = (
    FinishTalk
    | SayBack
    | AskQuestion
    | CheckHeard
    | AnswerMore
    | NameWish
    | GuessFeelings
    | CheckGuess
    | FinishComposing
    | Confirm
    | KeepLine
    | AskThoughts
    | AnswerSpare
)
