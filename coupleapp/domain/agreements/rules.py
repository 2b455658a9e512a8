"""``decide(life, command, now, zone) -> event``: what can be done with an agreement, and when.

| command | possible                                   | by                            |
|---------|--------------------------------------------|-------------------------------|
| Answer  | while it runs, once in a review            | one of them, alone            |
| Keep    | with both answers in                       | both                          |
| Change  | with both answers in                       | both, to the very same words  |
| End     | with both answers in                       | both                          |
| Park    | with both answers in                       | both                          |
| Leave   | always, until it is over                   | either; who is not asked      |
| TakeUp  | while it is parked                         | both                          |
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TypeAlias

from coupleapp.domain.agreements import life as e
from coupleapp.domain.agreements.agreement import Agreement, TrialRefused, review_day
from coupleapp.domain.agreements.life import AgreementEvent, AgreementLife, Status, same_matter
from coupleapp.domain.agreements.review import PrivateAnswer
from coupleapp.domain.couple import Seat

BOTH = frozenset(Seat)


@dataclass(frozen=True, slots=True)
class Answer:
    """One partner's review, in private."""

    seat: Seat
    answer: PrivateAnswer


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep it as it is, and look again in so many days; None names no day."""

    by: frozenset[Seat]
    days: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """Give it new words and a new trial: the same agreement, made now."""

    by: frozenset[Seat]
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class End:
    """End it together."""

    by: frozenset[Seat]


@dataclass(frozen=True, slots=True)
class Park:
    """Let it rest."""

    by: frozenset[Seat]


@dataclass(frozen=True, slots=True)
class Leave:
    """One partner ends it, at once."""


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Try a parked one again for so many days."""

    by: frozenset[Seat]
    days: int


AgreementCommand: TypeAlias = Answer | Keep | Change | End | Park | Leave | TakeUp


class AgreementFault(StrEnum):
    """Why a command was refused."""

    OVER = "over"
    NOT_RUNNING = "not_running"
    NOT_PARKED = "not_parked"
    ALREADY_ANSWERED = "already_answered"
    ANSWERS_FIRST = "answers_first"
    BOTH_SAY_YES = "both_say_yes"
    OTHER_AGREEMENT = "other_agreement"
    OUT_OF_RANGE = "out_of_range"
    NOT_THERE = "not_there"


@dataclass(frozen=True, slots=True)
class AgreementRefusal:
    """A command that cannot be done now. Nothing has changed."""

    why: AgreementFault


def decide(
    life: AgreementLife, command: AgreementCommand, now: datetime, zone: tzinfo
) -> AgreementEvent | AgreementRefusal:
    """What a command does, or why it cannot be done."""
    match command:
        case Answer(seat=seat, answer=answer):
            if life.status is not Status.RUNNING:
                return AgreementRefusal(AgreementFault.NOT_RUNNING)
            if seat not in life.waits_for:
                return AgreementRefusal(AgreementFault.ALREADY_ANSWERED)
            return e.Answered(now, seat, answer)
        case Leave():
            return (
                AgreementRefusal(AgreementFault.OVER) if life.status is Status.OVER else e.Left(now)
            )
        case TakeUp(by=by, days=days):
            if life.status is not Status.PARKED:
                return AgreementRefusal(AgreementFault.NOT_PARKED)
            if by != BOTH:
                return AgreementRefusal(AgreementFault.BOTH_SAY_YES)
            on = _review_day(now, zone, days)
            return on if isinstance(on, AgreementRefusal) else e.TakenUp(now, on)
        case _:
            return _together(life, command, now, zone)


def _together(
    life: AgreementLife, command: Keep | Change | End | Park, now: datetime, zone: tzinfo
) -> AgreementEvent | AgreementRefusal:
    """A review that is decided by both, on both answers."""
    if life.status is not Status.RUNNING:
        return AgreementRefusal(AgreementFault.NOT_RUNNING)
    finding = life.finding
    if finding is None:
        return AgreementRefusal(AgreementFault.ANSWERS_FIRST)
    if command.by != BOTH:
        return AgreementRefusal(AgreementFault.BOTH_SAY_YES)
    match command:
        case End():
            return e.AgreementEnded(now, finding)
        case Park():
            return e.AgreementParked(now, finding)
        case Keep(days=days):
            on = None if days is None else _review_day(now, zone, days)
            return on if isinstance(on, AgreementRefusal) else e.Kept(now, finding, on)
        case Change(agreement=new):
            old = life.agreement
            if not same_matter(new, old) or new.made_at != now:
                return AgreementRefusal(AgreementFault.OTHER_AGREEMENT)
            if replace(old, made_at=now, review_on=new.review_on) == new:
                return e.Kept(now, finding, new.review_on)
            return e.Changed(now, finding, new)


def _review_day(now: datetime, zone: tzinfo, days: int) -> date | AgreementRefusal:
    try:
        return review_day(now, zone, days)
    except TrialRefused:
        return AgreementRefusal(AgreementFault.OUT_OF_RANGE)
