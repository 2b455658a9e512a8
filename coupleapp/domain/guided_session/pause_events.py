"""What has happened in a pause: stored as it is, replayed by ``evolve``."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.plan import Moment


class PauseKind(StrEnum):
    """Which pause it is; chosen by feel, never by a score."""

    THINK = "think"
    FLOODED = "flooded"


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


@dataclass(frozen=True, slots=True)
class PauseSeen:
    """The other partner said "all right". The pause holds without it, too."""

    at: Moment


@dataclass(frozen=True, slots=True)
class ReturnBooked:
    """They will go on at another time: the talk waits until ``until`` (aware UTC), as it is."""

    at: Moment
    kind: PauseKind
    until: datetime


@dataclass(frozen=True, slots=True)
class CameBack:
    """Both are back at a talk that waited."""

    at: Moment


PauseEvent: TypeAlias = (
    PauseAsked
    | PauseTakenBack
    | PauseBegan
    | PauseSeen
    | PauseExtended
    | PromiseMoved
    | SaidReady
    | PauseTimeUp
    | ReturnAnswered
    | ReturnBooked
    | CameBack
    | RecapFinished
    | BreathTaken
    | BreathOver
)
