"""What has happened in a turn: stored as it is, replayed by ``evolve``."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.plan import Moment


class Heard(StrEnum):
    """The speaker's answer to "did I get it?"."""

    THATS_IT = "thats_it"
    MOSTLY = "mostly"
    NOT_YET = "not_yet"


class Wish(StrEnum):
    """What the speaker would like from the other, asked with one press before a stress is told."""

    LISTEN = "listen"
    COMFORT = "comfort"
    IDEAS = "ideas"


class Guess(StrEnum):
    """The speaker's answer to a guessed feeling."""

    YES = "yes"
    CLOSE = "close"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TalkFinished:
    """Whoever talked is done for now, or the time and its grace are over."""

    at: Moment
    gives_floor: bool


@dataclass(frozen=True, slots=True)
class SaidBack:
    """The listener has said it back, or ``answered`` instead, as the looser way allows."""

    at: Moment
    answered: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """The listener asks one question before it is said whether they got it."""

    at: Moment


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The question was asked and answered, or its time is over: the saying back goes on.

    Earlier versions had ``SaidBack`` here, and nothing was said back after a question.
    """

    at: Moment


@dataclass(frozen=True, slots=True)
class HeardChecked:
    """The speaker said whether it was got."""

    at: Moment
    answer: Heard


@dataclass(frozen=True, slots=True)
class MoreAnswered:
    """The speaker said whether there is more."""

    at: Moment
    more: bool


@dataclass(frozen=True, slots=True)
class WishNamed:
    """The speaker said what would help."""

    at: Moment
    wish: Wish


@dataclass(frozen=True, slots=True)
class FeelingsGuessed:
    """The listener guessed: at most three ids of the feeling list; none when said aloud."""

    at: Moment
    feelings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuessChecked:
    """The speaker's answer to the guess, with their own words from the list, if any."""

    at: Moment
    answer: Guess
    feelings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The speaker has found their words behind the curtain."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One partner confirmed that it was said, and heard, as it was."""

    at: Moment
    seat: Seat


@dataclass(frozen=True, slots=True)
class LineKept:
    """The speaker kept a line in the shared inventory; ``entry_id`` is None when nothing is."""

    at: Moment
    entry_id: str | None


@dataclass(frozen=True, slots=True)
class ThoughtsAsked:
    """The one who has the floor would like the other's thoughts: the advice gate opens."""

    at: Moment


@dataclass(frozen=True, slots=True)
class SpareAnswered:
    """One partner uses the time they had left, or leaves it."""

    at: Moment
    seat: Seat
    used: bool


TurnEvent: TypeAlias = (
    TalkFinished
    | SaidBack
    | QuestionAsked
    | QuestionAnswered
    | HeardChecked
    | MoreAnswered
    | WishNamed
    | FeelingsGuessed
    | GuessChecked
    | Composed
    | Confirmed
    | LineKept
    | ThoughtsAsked
    | SpareAnswered
)
