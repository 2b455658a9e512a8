"""Which copies of the notebook are kept, by the days on which they were made."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, tzinfo

DAILY = 7
"""Days with a copy of their own, the newest first. Design, as are the two below."""

WEEKLY = 4
"""Weeks, of which the newest copy is kept."""

MONTHLY = 6
"""Months, of which the newest copy is kept."""

REST = timedelta(days=1)
"""How long after a restore no copy gives way to a new one."""

_Period = Callable[[datetime], tuple[int, int]]


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
            newest.setdefault(period(at.astimezone(zone)), at)
        return set(list(newest.values())[:most])

    kept = (
        newest_of_each(_day, DAILY)
        | newest_of_each(_week, WEEKLY)
        | newest_of_each(_month, MONTHLY)
        | {verified}
    )
    return tuple(at for at in reversed(newest_first) if at not in kept)


def rests(restored: datetime | None, now: datetime) -> bool:
    """Whether one was taken back within a day: what they may want to go back to stays."""
    return restored is not None and abs(now - restored) < REST


def _day(at: datetime) -> tuple[int, int]:
    return at.year, at.timetuple().tm_yday


def _week(at: datetime) -> tuple[int, int]:
    year, week, _ = at.isocalendar()
    return year, week


def _month(at: datetime) -> tuple[int, int]:
    return at.year, at.month
