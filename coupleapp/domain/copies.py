"""Which copies of the notebook are kept, by the days on which they were made."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, tzinfo

DAILY = 7
"""Days with a copy of their own, the newest first. Design, as are the two below."""

WEEKLY = 4
"""Weeks, of which the newest copy is kept."""

MONTHLY = 6
"""Months, of which the newest copy is kept."""

REST = timedelta(days=1)
"""How long after a restore no copy gives way to a new one."""

WEEK = timedelta(days=7)
"""How often Nearer is used at least, where it is said until when copies hold what is deleted."""

_Period = Callable[[date], tuple[int, int]]


def removable(made: Iterable[datetime], zone: tzinfo, verified: datetime) -> tuple[datetime, ...]:
    """The copies whose place newer ones have taken, oldest first.

    Only days, weeks and months that have a copy count: who opens Nearer once a month keeps
    months.

    Args:
        made: When the copies were made, aware.
        zone: The couple's: it says where a day ends.
        verified: The last copy that was read back; it is never among them.
    """
    newest_first = sorted(set(made), reverse=True)

    def newest_of_each(period: _Period, most: int) -> set[datetime]:
        newest: dict[tuple[int, int], datetime] = {}
        for at in newest_first:
            newest.setdefault(period(at.astimezone(zone).date()), at)
        return set(list(newest.values())[:most])

    kept = (
        newest_of_each(_day, DAILY)
        | newest_of_each(_week, WEEKLY)
        | newest_of_each(_month, MONTHLY)
        | {verified}
    )
    return tuple(at for at in reversed(newest_first) if at not in kept)


def held_until(made: Iterable[datetime], zone: tzinfo, now: datetime) -> date | None:
    """The local date on which the last of these copies has given way, at the latest.

    Assumes that Nearer is used: that from today on no seven days in a row are without a new copy.
    It is the rule of ``removable``, with those new copies at the days on which they help least.

    Args:
        made: When the copies were made that hold what is deleted, aware.
        zone: The couple's.
        now: When it is deleted, aware.

    Returns:
        None where there is no copy.
    """
    days = sorted({at.astimezone(zone).date() for at in made})
    if not days:
        return None
    # Where the clock was ahead, newer copies count from then on only.
    start = max(now.astimezone(zone).date(), days[-1])
    # Of every month one of the first seven days has a copy; of this one perhaps none any more.
    coming = [_seventh_of(start, n) for n in range(1, MONTHLY + 1)]
    if (start + WEEK).month == start.month:
        coming.insert(0, start + WEEK)
    # For its day the newest stays longest, and longer than any of them for its week.
    return max(start + DAILY * WEEK, *(_leaves_its_month(day, days, coming) for day in days))


def _leaves_its_month(day: date, days: list[date], coming: list[date]) -> date:
    """When the newest copy of this day is kept no more for its month.

    ``coming``: by when there is a copy in a later month, and in one later still.
    """
    own = _month(day)
    if any(_month(other) == own and other > day for other in days):
        return day
    if _month(coming[0]) == own:
        # A newer one of the same month takes its place.
        return coming[0]
    there = {_month(other) for other in days if _month(other) > own}
    new = [by for by in coming if _month(by) not in there]
    lacking = MONTHLY - len(there)
    return new[lacking - 1] if lacking > 0 else day


def _seventh_of(day: date, months: int) -> date:
    """The seventh day of the month that comes so many months after that of ``day``."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, WEEK.days)


def rests(restored: datetime | None, now: datetime) -> bool:
    """Whether one was taken back within a day: what they may want to go back to stays."""
    return restored is not None and abs(now - restored) < REST


def _day(at: date) -> tuple[int, int]:
    return at.year, at.timetuple().tm_yday


def _week(at: date) -> tuple[int, int]:
    year, week, _ = at.isocalendar()
    return year, week


def _month(at: date) -> tuple[int, int]:
    return at.year, at.month
