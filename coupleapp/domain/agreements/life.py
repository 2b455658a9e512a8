"""The life of an agreement, as events and the state they fold to.

Made, then tried; reviewed by each in private; then, with both answers in, kept, changed, ended or
parked by both. Either may leave it at any time. A parked one can be taken up again.

The private answers leave the log when anything else follows, so a decision may stand there without
the answers it was made on: ``fold`` gives the same state either way.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.agreements.agreement import Agreement
from coupleapp.domain.agreements.review import Finding, PrivateAnswer, dignity_kept, finding_of
from coupleapp.domain.couple import Seat


@dataclass(frozen=True, slots=True)
class Made:
    """They agreed to try it."""

    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Answered:
    """One partner has reviewed it in private; sealed."""

    at: datetime
    seat: Seat
    answer: PrivateAnswer


@dataclass(frozen=True, slots=True)
class Kept:
    """They keep it as it is, to look at it again from ``review_on``; None is on no date."""

    at: datetime
    finding: Finding
    review_on: date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """They gave it new words and a new trial: ``agreement`` is as it is from now on."""

    at: datetime
    finding: Finding
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class AgreementEnded:
    """They ended it together: it served its time."""

    at: datetime
    finding: Finding


@dataclass(frozen=True, slots=True)
class AgreementParked:
    """They let it rest; unresolved is a good outcome, too."""

    at: datetime
    finding: Finding


@dataclass(frozen=True, slots=True)
class TakenUp:
    """They try a parked one again, until they look at it on this local date."""

    at: datetime
    review_on: date


@dataclass(frozen=True, slots=True)
class Left:
    """One of them left it. Nobody is named, and no reason is asked."""

    at: datetime


AgreementEvent: TypeAlias = (
    Made | Answered | Kept | Changed | AgreementEnded | AgreementParked | TakenUp | Left
)


def erases_answers(event: AgreementEvent) -> bool:
    """Whether the private answers before it leave the log with this event."""
    return not isinstance(event, Answered)


class ImpossibleLifeError(ValueError):
    """An event that cannot have happened in this state: the log is not one of ours."""


class How(StrEnum):
    """What became of an agreement at one time."""

    KEPT = "kept"
    CHANGED = "changed"
    ENDED = "ended"
    PARKED = "parked"
    TAKEN_UP = "taken_up"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Past:
    """One turn in its history, at ``at`` (aware UTC); ``agreement`` is as it was until then."""

    at: datetime
    how: How
    agreement: Agreement
    finding: Finding | None = None


class Status(StrEnum):
    """Where an agreement stands."""

    RUNNING = "running"
    PARKED = "parked"
    OVER = "over"


_RESULT = {How.ENDED: Status.OVER, How.LEFT: Status.OVER, How.PARKED: Status.PARKED}


@dataclass(frozen=True, slots=True)
class AgreementLife:
    """An agreement as it stands.

    Attributes:
        review_on: The local date from which they look at it again; None when on no date, or when
            it does not run.
        sealed: The private answers of the review that is on its way, at most one of each.
        past: What became of it, oldest first.
    """

    agreement: Agreement
    review_on: date | None
    sealed: tuple[Answered, ...] = ()
    past: tuple[Past, ...] = ()

    @property
    def status(self) -> Status:
        """Where it stands."""
        return _RESULT.get(self.past[-1].how, Status.RUNNING) if self.past else Status.RUNNING

    @property
    def touched_at(self) -> datetime:
        """When they last did something about it, aware UTC."""
        moments = [self.agreement.made_at, *(past.at for past in self.past)]
        return max([*moments, *(answered.at for answered in self.sealed)])

    @property
    def waits_for(self) -> tuple[Seat, ...]:
        """Who has not answered yet; nobody where it does not run."""
        if self.status is not Status.RUNNING:
            return ()
        given = {answered.seat for answered in self.sealed}
        return tuple(seat for seat in Seat if seat not in given)

    @property
    def finding(self) -> Finding | None:
        """What both answers say together; None until both are in."""
        answers = self._both
        return finding_of(*answers) if answers else None

    @property
    def dignity_kept(self) -> bool:
        """Whether both answers are in, and both kept their dignity."""
        answers = self._both
        return answers is not None and dignity_kept(*answers)

    @property
    def _both(self) -> tuple[PrivateAnswer, PrivateAnswer] | None:
        if len(self.sealed) < len(Seat):
            return None
        one, other = self.sealed
        return one.answer, other.answer

    def is_due(self, today: date) -> bool:
        """Whether it is a good time to look at it again on this local date."""
        return self.review_on is not None and today >= self.review_on


def fold(events: Iterable[AgreementEvent]) -> AgreementLife:
    """The state after all these events.

    Raises:
        ImpossibleLifeError: They are not the log of an agreement.
    """
    state: AgreementLife | None = None
    for event in events:
        state = evolve(state, event)
    if state is None:
        raise ImpossibleLifeError("not made")
    return state


def evolve(state: AgreementLife | None, event: AgreementEvent) -> AgreementLife:
    """The state after ``event``.

    Raises:
        ImpossibleLifeError: It cannot have happened in this state.
    """
    if state is None:
        if not isinstance(event, Made):
            raise ImpossibleLifeError("not made")
        return AgreementLife(event.agreement, event.agreement.review_on)
    after = _evolve(state, event)
    if after is None:
        raise ImpossibleLifeError(f"{type(event).__name__} of one that is {state.status}")
    return after


def _evolve(state: AgreementLife, event: AgreementEvent) -> AgreementLife | None:
    match event:
        case Answered(seat=seat):
            if seat not in state.waits_for:
                return None
            return replace(state, sealed=(*state.sealed, event))
        case Kept(at=at, finding=finding, review_on=on):
            return _decided(state, Past(at, How.KEPT, state.agreement, finding), on)
        case Changed(at=at, finding=finding, agreement=new):
            past = Past(at, How.CHANGED, state.agreement, finding)
            after = _decided(state, past, new.review_on)
            if after is None or not same_matter(new, state.agreement):
                return None
            return replace(after, agreement=new)
        case AgreementEnded(at=at, finding=finding):
            return _decided(state, Past(at, How.ENDED, state.agreement, finding))
        case AgreementParked(at=at, finding=finding):
            return _decided(state, Past(at, How.PARKED, state.agreement, finding))
        case TakenUp(at=at, review_on=on):
            if state.status is not Status.PARKED:
                return None
            return _after(state, Past(at, How.TAKEN_UP, state.agreement), on)
        case Left(at=at):
            if state.status is Status.OVER:
                return None
            return _after(state, Past(at, How.LEFT, state.agreement))
        case Made():
            return None


def same_matter(one: Agreement, other: Agreement) -> bool:
    """Whether these are the same agreement in other words."""
    whole = [(a.id, a.topic, a.own_topic, a.session_id) for a in (one, other)]
    return whole[0] == whole[1]


def _decided(
    state: AgreementLife, past: Past, review_on: date | None = None
) -> AgreementLife | None:
    # Without answers they have been erased; one alone decides nothing.
    fits = state.finding == past.finding if state.sealed else True
    if state.status is not Status.RUNNING or not fits:
        return None
    return _after(state, past, review_on)


def _after(state: AgreementLife, past: Past, review_on: date | None = None) -> AgreementLife:
    return replace(state, review_on=review_on, sealed=(), past=(*state.past, past))
