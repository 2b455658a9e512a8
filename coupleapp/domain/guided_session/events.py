"""What has happened in a guided session: stored as it is, replayed by ``evolve``.

No event holds free text: words live in the notebook, so that deleting them there deletes them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.plan import Moment, Plan, PromptCard


class Heard(StrEnum):
    """The speaker's answer to "did I get it?"."""

    THATS_IT = "thats_it"
    MOSTLY = "mostly"
    NOT_YET = "not_yet"


class PauseKind(StrEnum):
    """Which pause it is; chosen by feel, never by a score."""

    THINK = "think"
    FLOODED = "flooded"


@dataclass(frozen=True, slots=True)
class Began:
    """Both sat down."""

    at: Moment
    plan: Plan


@dataclass(frozen=True, slots=True)
class Agreed:
    """Both held their keys."""

    at: Moment


@dataclass(frozen=True, slots=True)
class ReadinessAnswered:
    """One partner answered behind the curtain: tension 0 to 10, and whether today is fine."""

    at: Moment
    seat: Seat
    tension: int
    fine_today: bool


@dataclass(frozen=True, slots=True)
class TurnedLighter:
    """From here on only the light steps are played. Nothing says who or why."""

    at: Moment


@dataclass(frozen=True, slots=True)
class BreathingEnded:
    """A breathing step is over, by its time or by the wish of one."""

    at: Moment


@dataclass(frozen=True, slots=True)
class PromptChanged:
    """Another question, its softer form, or none at all."""

    at: Moment
    prompt: PromptCard


@dataclass(frozen=True, slots=True)
class PromptRead:
    """The introducer has read the question aloud; the first turn begins."""

    at: Moment


@dataclass(frozen=True, slots=True)
class ChunkFinished:
    """The speaker is done for now, or the time and its grace are over.

    Attributes:
        last: Whether the speaker gives the floor away after this chunk.
    """

    at: Moment
    last: bool


@dataclass(frozen=True, slots=True)
class SaidBack:
    """The listener has said back what was heard."""

    at: Moment


@dataclass(frozen=True, slots=True)
class HeardChecked:
    """The speaker said whether it was got."""

    at: Moment
    answer: Heard


@dataclass(frozen=True, slots=True)
class Shared:
    """One partner has had their say in a step that asks both.

    Attributes:
        entry_id: The notebook entry that keeps it; None when it was only said aloud, or left.
    """

    at: Moment
    seat: Seat
    entry_id: str | None


@dataclass(frozen=True, slots=True)
class Rated:
    """One partner's private look back: how heard they felt and tension, 0 to 10 each."""

    at: Moment
    seat: Seat
    heard: int
    tension: int


@dataclass(frozen=True, slots=True)
class NextDateAnswered:
    """The next time together, aware UTC; None when it is left open."""

    at: Moment
    when: datetime | None


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """One partner pressed pause: the floor is frozen for both."""

    at: Moment
    by: Seat


@dataclass(frozen=True, slots=True)
class PauseTakenBack:
    """They went on before a pause began."""

    at: Moment


@dataclass(frozen=True, slots=True)
class PauseBegan:
    """A pause with a promise: back together at ``until`` (aware UTC)."""

    at: Moment
    kind: PauseKind
    until: datetime


@dataclass(frozen=True, slots=True)
class PauseExtended:
    """The promise moved to ``until``, because one of them wished it."""

    at: Moment
    until: datetime


@dataclass(frozen=True, slots=True)
class PromiseMoved:
    """The computer's clock was set; the time left is the same, the promise reads ``until``."""

    at: Moment
    until: datetime


@dataclass(frozen=True, slots=True)
class SaidReady:
    """One partner would come back early."""

    at: Moment
    seat: Seat


@dataclass(frozen=True, slots=True)
class PauseTimeUp:
    """The promised time has come; each is asked, behind the curtain."""

    at: Moment


@dataclass(frozen=True, slots=True)
class ReturnAnswered:
    """One partner's private answer at the end of a pause."""

    at: Moment
    seat: Seat
    ready: bool


@dataclass(frozen=True, slots=True)
class RecapFinished:
    """One partner has said what they felt and what mattered most."""

    at: Moment


@dataclass(frozen=True, slots=True)
class BreathTaken:
    """One breath before going on: five seconds in which nothing else happens."""

    at: Moment
    by: Seat | None


@dataclass(frozen=True, slots=True)
class BreathOver:
    """The one breath is over."""

    at: Moment


class Ending(StrEnum):
    """How a guided session ended. All are good endings."""

    FINISHED = "finished"
    STOPPED = "stopped"
    ANOTHER_TIME = "another_time"


@dataclass(frozen=True, slots=True)
class Ended:
    """The guided session is over."""

    at: Moment
    ending: Ending


Event: TypeAlias = (
    Began
    | Agreed
    | ReadinessAnswered
    | TurnedLighter
    | BreathingEnded
    | PromptChanged
    | PromptRead
    | ChunkFinished
    | SaidBack
    | HeardChecked
    | Shared
    | Rated
    | NextDateAnswered
    | PauseAsked
    | PauseTakenBack
    | PauseBegan
    | PauseExtended
    | PromiseMoved
    | SaidReady
    | PauseTimeUp
    | ReturnAnswered
    | RecapFinished
    | BreathTaken
    | BreathOver
    | Ended
)
