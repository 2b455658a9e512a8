"""What has happened in a guided session: stored as it is, replayed by ``evolve``.

No event holds free text: words live in rows of their own, so that deleting those deletes them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session.needs_events import NeedsEvent
from coupleapp.domain.guided_session.pause_events import PauseEvent
from coupleapp.domain.guided_session.plan import Moment, Plan, PromptCard
from coupleapp.domain.guided_session.turn_events import TurnEvent


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
    """One partner answered behind the curtain: tension 0 to 10, and whether today is fine.

    None is what they would rather not say.
    """

    at: Moment
    seat: Seat
    tension: int | None
    fine_today: bool | None


@dataclass(frozen=True, slots=True)
class TurnedLighter:
    """From here on only the light steps are played. Nothing says who or why."""

    at: Moment


@dataclass(frozen=True, slots=True)
class WentOn:
    """Both went on from something they looked at or did together."""

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
class WritingFinished:
    """The one who sat alone is done; ``entry_id`` is None when the words were let go."""

    at: Moment
    entry_id: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """One partner has had their say; ``entry_id`` is None when it was said aloud, or left."""

    at: Moment
    seat: Seat
    entry_id: str | None


@dataclass(frozen=True, slots=True)
class KeptInRound:
    """One partner has written a line on what the closing round asks."""

    at: Moment
    seat: Seat
    ask: StepKind
    entry_id: str


@dataclass(frozen=True, slots=True)
class Rated:
    """One partner's private look back: how heard they felt and tension, 0 to 10 each.

    None is what they would rather not say.
    """

    at: Moment
    seat: Seat
    heard: int | None
    tension: int | None


@dataclass(frozen=True, slots=True)
class NextDateAnswered:
    """The next time together, aware UTC; None when it is left open."""

    at: Moment
    when: datetime | None


class Ending(StrEnum):
    """How a guided session ended. All are good endings."""

    FINISHED = "finished"
    STOPPED = "stopped"
    ANOTHER_TIME = "another_time"


@dataclass(frozen=True, slots=True)
class Stopped:
    """One of them ended it, at once; until it is left, both together may take that back."""

    at: Moment
    ending: Ending = Ending.STOPPED


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Both took back that it was stopped, or turned lighter: it goes on where it stood."""

    at: Moment


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
    | WentOn
    | BreathingEnded
    | PromptChanged
    | PromptRead
    | WritingFinished
    | Shared
    | KeptInRound
    | Rated
    | NextDateAnswered
    | TurnEvent
    | NeedsEvent
    | PauseEvent
    | Stopped
    | TakenBack
    | Ended
)
