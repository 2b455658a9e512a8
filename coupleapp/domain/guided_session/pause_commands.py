"""What the couple, or the clock, may ask of a pause."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.pause_events import PauseKind


@dataclass(frozen=True, slots=True)
class AskPause:
    """Pause, no reason asked."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class TakePauseBack:
    """Go on after all, before the pause has begun."""


@dataclass(frozen=True, slots=True)
class StartPause:
    """Begin the pause: its kind and its length in minutes."""

    kind: PauseKind
    minutes: int


@dataclass(frozen=True, slots=True)
class ExtendPause:
    """A little longer."""


@dataclass(frozen=True, slots=True)
class SayReady:
    """This partner would come back early."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class AnswerReturn:
    """A private answer at the end of a pause."""

    seat: Seat
    ready: bool


@dataclass(frozen=True, slots=True)
class FinishRecap:
    """This partner has said what they felt and what mattered most."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class TakeBreath:
    """One breath before going on."""

    seat: Seat | None = None


@dataclass(frozen=True, slots=True)
class EndBreath:
    """That one breath was enough."""


@dataclass(frozen=True, slots=True)
class ClockWasSet:
    """The computer's clock was moved by this much while it was awake; the time left stays."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class SeePause:
    """The other partner says "all right"; not needed for the pause to hold."""


@dataclass(frozen=True, slots=True)
class BookReturn:
    """Go on at another time, within 48 hours: ``when`` is aware."""

    kind: PauseKind
    when: datetime


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Both are back at a talk that waited, early or late."""


PauseCommand: TypeAlias = (
    AskPause
    | TakePauseBack
    | StartPause
    | SeePause
    | ExtendPause
    | SayReady
    | AnswerReturn
    | BookReturn
    | ComeBack
    | FinishRecap
    | TakeBreath
    | EndBreath
    | ClockWasSet
)
