"""The couple's own rituals: a ritual is one only when both say so (Garcia-Rada et al. 2019)."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused, clean_line

WEEK = frozenset(range(7))
"""All weekdays; Monday is 0."""

_DAY = timedelta(days=1)


class NoDays(ValueError):
    """A ritual without a day of the week; nothing was changed."""


@dataclass(frozen=True, slots=True)
class OwnRitual:
    """Something they do again and again, because it means something to both.

    Attributes:
        id: Random, never reused.
        name: What they call it; 1 to ``LINE_MAX`` characters, already clean.
        meaning: What it says to them; as ``name``.
        days: Its weekdays, Monday 0 to Sunday 6; at least one.
        at: Its local time, to the minute.
        since: Since when it is as it is, aware UTC.

    Raises:
        LineRefused: A line is empty or not clean.
        NoDays: It has no day.
        ValueError: A day is none, or a time is not one.
    """

    id: str
    name: str
    meaning: str
    days: frozenset[int]
    at: time
    agreed: frozenset[Seat]
    since: datetime

    def __post_init__(self) -> None:
        for line in (self.name, self.meaning):
            if clean_line(line, needed=True) != line:
                raise LineRefused(TextFault.EMPTY)
        if not self.days:
            raise NoDays
        if not self.days <= WEEK:
            raise ValueError("a weekday is 0 to 6")
        if self.at.tzinfo is not None or self.at != self.at.replace(second=0, microsecond=0):
            raise ValueError("a ritual's time is local, to the minute")
        if self.since.utcoffset() != timedelta(0):
            raise ValueError("since is in UTC")

    @property
    def ours(self) -> bool:
        """Whether it is a ritual: both have said yes to this name, time and meaning."""
        return self.agreed == frozenset(Seat)

    @property
    def waits_for(self) -> tuple[Seat, ...]:
        """Who has not said yes yet."""
        return tuple(seat for seat in Seat if seat not in self.agreed)


def confirmed(ritual: OwnRitual, seat: Seat) -> OwnRitual:
    """The ritual after this partner's yes; saying it twice is saying it once."""
    return replace(ritual, agreed=ritual.agreed | {seat})


def changed(
    ritual: OwnRitual, name: str, meaning: str, days: frozenset[int], at: time, now: datetime
) -> OwnRitual:
    """The ritual in another form, to which both have to say yes again.

    Raises:
        LineRefused: A line is empty or too long.
        NoDays: No day is left.
    """
    new = replace(
        ritual,
        name=clean_line(name, needed=True),
        meaning=clean_line(meaning, needed=True),
        days=days,
        at=at,
    )
    return ritual if new == ritual else replace(new, agreed=frozenset(), since=now)


def next_time(ritual: OwnRitual, now: datetime, zone: tzinfo) -> datetime:
    """When it begins next, at ``now`` or later, as aware UTC.

    A time that does not exist on its day (clocks go forward) is as much later as the clock was
    moved; one that exists twice is the first.
    """
    return _next(ritual, now, zone)[0]


def next_day(ritual: OwnRitual, now: datetime, zone: tzinfo) -> date:
    """The local date to which ``next_time`` belongs."""
    return _next(ritual, now, zone)[1]


def _next(ritual: OwnRitual, now: datetime, zone: tzinfo) -> tuple[datetime, date]:
    today = now.astimezone(zone).date()
    # From yesterday, because a calendar can leave a whole day out, and that day's time comes then.
    days = (today + n * _DAY for n in range(-1, 9))
    times = (
        (datetime.combine(day, ritual.at, tzinfo=zone).astimezone(UTC), day)
        for day in days
        if day.weekday() in ritual.days
    )
    return min((at, day) for at, day in times if at >= now)
