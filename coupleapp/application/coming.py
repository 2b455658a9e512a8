"""What comes next of all they have agreed on, whichever page it is kept on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock
from coupleapp.domain.plans.rituals import next_time

_SUNDAY = timedelta(days=6)


class ComingKind(StrEnum):
    """What it is."""

    TALK = "talk"
    RITUAL = "ritual"
    TOGETHER = "together"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that comes.

    Attributes:
        on: The local date; of something together without a time the last day of its week.
        at: Aware UTC; None where it has a day only.
        words: Their own words for it; empty for a talk.
        place: Where, if they said.
        key: Which of its kind, the same each time it is read.
    """

    kind: ComingKind
    on: date
    at: datetime | None = None
    words: str = ""
    place: str = ""
    key: str = ""


class WhatComes:
    """Reads it from all of them."""

    def __init__(
        self, plans: Plans, activities: Activities, agreements: Agreements, clock: Clock
    ) -> None:
        self._plans = plans
        self._activities = activities
        self._agreements = agreements
        self._clock = clock

    def all(self) -> tuple[Coming, ...]:
        """The soonest first; on one day what has a time before what has none.

        Raises:
            StoreError: It could not be read.
        """
        found = [*self._talks(), *self._rituals(), *self._together(), *self._reviews()]
        now = self._clock.now()
        ahead = [one for one in found if one.at is None or one.at > now]
        return tuple(sorted(ahead, key=lambda one: (one.on, one.at is None, one.at or now)))

    def _talks(self) -> list[Coming]:
        made = self._plans.appointments()
        return [
            Coming(ComingKind.TALK, self._day(a.at), a.at, place=a.place, key=a.id) for a in made
        ]

    def _rituals(self) -> list[Coming]:
        now, zone = self._clock.now(), self._clock.zone()
        ours = [(one, next_time(one, now, zone)) for one in self._plans.rituals() if one.ours]
        return [
            Coming(ComingKind.RITUAL, self._day(at), at, one.name, key=one.id) for one, at in ours
        ]

    def _together(self) -> list[Coming]:
        pick = self._activities.current(self._clock.now(), self._clock.zone())
        if pick is None or pick.brought is not None:
            return []
        on = self._day(pick.at) if pick.at else pick.week + _SUNDAY
        return [Coming(ComingKind.TOGETHER, on, pick.at, pick.text, key=pick.week.isoformat())]

    def _reviews(self) -> list[Coming]:
        today = self._agreements.today()
        return [
            Coming(
                ComingKind.REVIEW,
                max(life.review_on, today),
                words=life.agreement.headline,
                key=life.agreement.id,
            )
            for life in self._agreements.running()
            if life.review_on is not None
        ]

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._clock.zone()).date()
