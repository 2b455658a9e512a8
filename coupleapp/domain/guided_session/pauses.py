"""What can lie over a step: a pause in one of its parts."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.watch import Stopwatch


@dataclass(frozen=True, slots=True)
class PauseChoice:
    """The floor is frozen; which pause and how long is being chosen.

    ``recapping``: it was asked for while they were coming back from another.
    """

    by: Seat
    recapping: bool = False


@dataclass(frozen=True, slots=True)
class Pausing:
    """A pause with a promise in wall time (aware UTC), made longer ``extended`` times."""

    kind: PauseKind
    by: Seat
    began_at: datetime
    until: datetime
    extended: int = 0
    ready: tuple[Seat, ...] = ()
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Returning:
    """The promised time has come; each answers behind the curtain.

    ``since``: that time, aware UTC, however much later Nearer was open again; then when the last of
    them answered. ``waited``: the talk waited for another day, and both have come back to it.
    """

    kind: PauseKind
    by: Seat
    since: datetime
    extended: int
    answered: tuple[Seat, ...] = ()
    all_ready: bool = True
    waited: bool = False


@dataclass(frozen=True, slots=True)
class Booking:
    """It is not the time to go on: they find another one, or let it rest.

    ``since``: when the last of them said so, aware UTC. ``may_extend``: a little longer is offered,
    too, as to both who came back from another day.
    """

    kind: PauseKind
    by: Seat
    since: datetime
    may_extend: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """The talk waits until the time they have agreed on (aware UTC), as it is."""

    kind: PauseKind
    by: Seat
    until: datetime


@dataclass(frozen=True, slots=True)
class Recap:
    """What I felt, what mattered most: the listener first, so that it ends at the floor."""

    seat: Seat
    second: bool
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class OneBreath:
    """Five seconds in which nothing else happens."""

    watch: Stopwatch


Pause: TypeAlias = PauseChoice | Pausing | Returning | Booking | Waiting | Recap | OneBreath
