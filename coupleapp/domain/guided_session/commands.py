"""What the couple, or the clock, may ask of a guided session."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session.needs_commands import NeedsCommand
from coupleapp.domain.guided_session.pause_commands import PauseCommand
from coupleapp.domain.guided_session.plan import Plan, PromptCard
from coupleapp.domain.guided_session.turn_commands import TurnCommand


@dataclass(frozen=True, slots=True)
class Begin:
    """Sit down together."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Agree:
    """Both held their keys, or both halves of the screen."""


@dataclass(frozen=True, slots=True)
class AnswerReadiness:
    """A private answer before the talk: tension 0 to 10, and whether today is fine.

    Whatever they would rather not say is None, and counts for nothing.
    """

    seat: Seat
    tension: int | None = None
    fine_today: bool | None = None


@dataclass(frozen=True, slots=True)
class Lighten:
    """Something lighter, please. Anybody may, at any moment."""


@dataclass(frozen=True, slots=True)
class ComeAnotherTime:
    """Not today."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """On, from something both looked at or did together."""


@dataclass(frozen=True, slots=True)
class EndBreathing:
    """Back to normal breathing."""


@dataclass(frozen=True, slots=True)
class SoftenPrompt:
    """The softer form of the same question."""


@dataclass(frozen=True, slots=True)
class UnsoftenPrompt:
    """The same question again, as it was before its softer form."""


@dataclass(frozen=True, slots=True)
class ChangePrompt:
    """Another question, or none (a card without an id)."""

    prompt: PromptCard


@dataclass(frozen=True, slots=True)
class BeginTurns:
    """The question has been read aloud."""


@dataclass(frozen=True, slots=True)
class FinishWriting:
    """The one who sat alone is done; ``entry_id`` is the entry that keeps it, if any."""

    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One partner has had their say; ``entry_id`` is the notebook entry that keeps it, if any."""

    seat: Seat
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class KeepInRound:
    """A line of this partner on what the closing round asks; ``entry_id`` keeps it."""

    seat: Seat
    ask: StepKind
    entry_id: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A private look back: how heard, and tension, 0 to 10 each; None is not said."""

    seat: Seat
    heard: int | None = None
    tension: int | None = None


@dataclass(frozen=True, slots=True)
class PlanNext:
    """The next time together, aware; None leaves it open."""

    when: datetime | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Enough for today. At once, no reason."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Both, together: what one press ended or made lighter goes on where it stood."""


@dataclass(frozen=True, slots=True)
class LeaveStopped:
    """It was stopped, and is left so."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The clock asks whether something is over."""


Command: TypeAlias = (
    Begin
    | Agree
    | AnswerReadiness
    | Lighten
    | ComeAnotherTime
    | GoOn
    | EndBreathing
    | SoftenPrompt
    | UnsoftenPrompt
    | ChangePrompt
    | BeginTurns
    | FinishWriting
    | Share
    | KeepInRound
    | Rate
    | PlanNext
    | TurnCommand
    | NeedsCommand
    | PauseCommand
    | Stop
    | TakeBack
    | LeaveStopped
    | Tick
)


class Why(StrEnum):
    """Why a command was refused."""

    NOT_BEGUN = "not_begun"
    ALREADY_BEGUN = "already_begun"
    OVER = "over"
    STOPPED = "stopped"
    NOTHING_TO_TAKE_BACK = "nothing_to_take_back"
    PAUSED = "paused"
    NOT_PAUSED = "not_paused"
    OTHER_STEP = "other_step"
    NOT_YOUR_FLOOR = "not_your_floor"
    ALREADY_ANSWERED = "already_answered"
    ALREADY_LIGHT = "already_light"
    OUT_OF_RANGE = "out_of_range"
    NO_SOFTER = "no_softer"
    IN_THE_PAST = "in_the_past"
    NOBODY_THERE = "nobody_there"
    NO_MORE_TIME = "no_more_time"
    NOT_ASKED_FOR = "not_asked_for"
    HELD = "held"
    FULL = "full"
    TOO_FEW = "too_few"
    NOT_THERE = "not_there"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command that cannot be done now. Nothing has changed."""

    why: Why
