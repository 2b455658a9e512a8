"""Something new together, once a week for a few weeks: what is offered, picked and asked about.

Doing something new together raised how couples felt about each other (Aron, Norman, Aron, McKenna
and Heyman 2000); 90 minutes a week for four weeks still showed after four months (Coulter and
Malouff 2013).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from coupleapp.domain.checks import require_texts
from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import (
    ACTIVITY_AGAIN_WEEKS,
    ACTIVITY_ASKED_WEEKS,
    ACTIVITY_EVENING_HOUR,
    ACTIVITY_LENGTH,
    ACTIVITY_WEEKS,
    IDEAS_AT_ONCE,
)
from coupleapp.domain.together.ideas import Filters, Idea

_WEEK = timedelta(weeks=1)
_SUNDAY = 6


class Brought(StrEnum):
    """Whether it brought something back: three answers of equal worth."""

    YES = "yes"
    A_LITTLE = "a_little"
    NOT_THIS_TIME = "not_this_time"


@dataclass(frozen=True, slots=True)
class ActivityBlock:
    """``ACTIVITY_WEEKS`` weeks with one thing together in each.

    Attributes:
        began_on: The Monday of its first week.
        ended_on: The local date on which they ended it before its time; None if they did not.

    Raises:
        ValueError: It does not begin on a Monday.
    """

    began_on: date
    ended_on: date | None = None

    def __post_init__(self) -> None:
        _require_monday(self.began_on)


@dataclass(frozen=True, slots=True)
class Pick:
    """What they picked for a week.

    Attributes:
        week: Its Monday.
        text: Its words at that time.
        at: When they will do it, aware UTC; None when they left that open.

    Raises:
        ValueError: The week is no Monday, a text is empty, or the time is not in UTC.
    """

    week: date
    idea_id: str
    text: str
    at: datetime | None = None
    brought: Brought | None = None

    def __post_init__(self) -> None:
        require_texts(self)
        _require_monday(self.week)
        if self.at is not None and self.at.utcoffset() != timedelta(0):
            raise ValueError("a pick is in UTC")


class BlockPhase(StrEnum):
    """Where a block stands: none yet, from tomorrow on, in its weeks, over, or ended by them."""

    NONE = "none"
    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class BlockStanding:
    """Where things stand on one day.

    Attributes:
        week: The Monday of the week for which something can be picked on this day.
        number: Which week of the block that is, from 1; 0 where no block is ahead or running.
    """

    phase: BlockPhase
    week: date
    number: int = 0


def first_week(today: date) -> date:
    """The Monday of the first week of a block that begins today; on a Sunday, tomorrow."""
    return monday_of(today + timedelta(days=1))


def standing(block: ActivityBlock | None, today: date) -> BlockStanding:
    """Where things stand.

    Where the block has not begun, or is over, the week is that of a block begun today.
    """
    if block is None:
        return BlockStanding(BlockPhase.NONE, first_week(today))
    if block.ended_on is not None:
        return BlockStanding(BlockPhase.ENDED, first_week(today))
    number = (monday_of(today) - block.began_on) // _WEEK + 1
    if number < 1:
        return BlockStanding(BlockPhase.AHEAD, block.began_on, 1)
    if number > ACTIVITY_WEEKS:
        return BlockStanding(BlockPhase.OVER, first_week(today))
    return BlockStanding(BlockPhase.RUNNING, monday_of(today), number)


def days_of(week: date, today: date) -> tuple[date, ...]:
    """The days of a week that are not past, in order."""
    days = (week + timedelta(days=n) for n in range(7))
    return tuple(day for day in days if day >= today)


def asked_from(pick: Pick, zone: tzinfo) -> datetime:
    """When it may be asked what a pick brought.

    Returns:
        ``ACTIVITY_LENGTH`` after its time or at the end of that day, whichever comes first; on the
        evening of its Sunday when no time was planned. Aware UTC.
    """
    if pick.at is None:
        sunday = pick.week + timedelta(days=_SUNDAY)
        evening = datetime.combine(sunday, time(ACTIVITY_EVENING_HOUR), zone)
        return evening.astimezone(UTC)
    next_day = pick.at.astimezone(zone).date() + timedelta(days=1)
    midnight = datetime.combine(next_day, time(), zone).astimezone(UTC)
    return min(pick.at + ACTIVITY_LENGTH, midnight)


def asked_about(picks: Sequence[Pick], now: datetime, zone: tzinfo) -> Pick | None:
    """The pick of which they may be asked now whether it brought something back.

    Returns:
        The newest whose time has come, unless they have said, or its week is more than
        ``ACTIVITY_ASKED_WEEKS`` ago. What was before it is let be.
    """
    oldest = monday_of(now.astimezone(zone).date()) - ACTIVITY_ASKED_WEEKS * _WEEK
    due = [p for p in picks if p.week >= oldest and asked_from(p, zone) <= now]
    newest = max(due, key=lambda pick: pick.week, default=None)
    return newest if newest is not None and newest.brought is None else None


def offered(
    ideas: Sequence[Idea], filters: Filters, history: Sequence[Pick], week: date
) -> tuple[Idea, ...]:
    """What to offer for a week, and in which order.

    Returns:
        Their own first, newest first; then ours, which move on by ``IDEAS_AT_ONCE`` each week.
        What was picked in this week or the ``ACTIVITY_AGAIN_WEEKS`` before it is left out, except
        that their own stay, after the others of theirs. When nothing of ours is left, what was
        picked longest ago comes again.
    """
    since = week - ACTIVITY_AGAIN_WEEKS * _WEEK
    last = {p.idea_id: p.week for p in sorted(history, key=lambda p: p.week) if p.week > since}
    fitting = [idea for idea in ideas if filters.fit(idea)]
    own = sorted((i for i in reversed(fitting) if i.own), key=lambda i: i.id in last)
    ours = [idea for idea in fitting if not idea.own]
    start = week.toordinal() // 7 * IDEAS_AT_ONCE % max(1, len(ours))
    turned = ours[start:] + ours[:start]
    fresh = [idea for idea in turned if idea.id not in last]
    again = sorted((i for i in turned if last.get(i.id, week) < week), key=lambda i: last[i.id])
    return (*own, *(fresh or again))


def _require_monday(week: date) -> None:
    if week != monday_of(week):
        raise ValueError("a week is named by its Monday")
