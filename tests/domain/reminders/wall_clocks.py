"""Which evenings a zone has, worked out from nothing but what its clocks show at a moment in UTC.

Seconds are those since 1970 in UTC. Nothing here asks the code under test.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from zoneinfo import ZoneInfo

ZONES = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
FIRST_YEAR, LAST_YEAR = 2006, 2037

MINUTE, HOUR, DAY = 60, 3600, 86400
WINDOW = 90 * MINUTE
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_SECOND = timedelta(seconds=1)


def moment(seconds: int) -> datetime:
    return EPOCH + seconds * _SECOND


def new_year(year: int) -> int:
    return (datetime(year, 1, 1, tzinfo=UTC) - EPOCH) // _SECOND


@cache
def offsets(name: str) -> list[tuple[int, int]]:
    """From which second on clocks are how many seconds ahead of UTC, and the last second of all.

    Found by looking once a week, for nowhere do clocks change and change back within one.
    """
    zone = ZoneInfo(name)

    def ahead(at: int) -> timedelta:
        return moment(at).astimezone(zone).utcoffset()

    begins, ends = new_year(FIRST_YEAR), new_year(LAST_YEAR + 1)
    found = [(begins, ahead(begins))]
    for low in range(begins, ends, 7 * DAY):
        high = low + 7 * DAY
        while ahead(high) != found[-1][1]:
            same, other = low, high
            while other - same > 1:
                middle = (same + other) // 2
                if ahead(middle) == found[-1][1]:
                    same = middle
                else:
                    other = middle
            found.append((other, ahead(other)))
            low = other
    return [(at, offset // _SECOND) for at, offset in [*found, (ends, found[-1][1])]]


@dataclass(frozen=True)
class Windows:
    """The windows of a zone in the order of their evenings; an end no longer belongs to it."""

    begins: list[int]
    ends: list[int]
    evenings: list[date]


@lru_cache(maxsize=16)
def windows(name: str, at: time, since: int, until: int) -> Windows:
    """For each evening the first moment at which its clocks show ``at``, and 90 minutes from it.

    Where they jump over it: the moment at which they would have shown it, had they not jumped.
    Where they jump over a whole day, that is the moment of the next evening, too, and the evening
    that was left out has no window. A time before four is that of the night after the evening.
    """
    shows = at.hour * HOUR + at.minute * MINUTE
    first: dict[int, int] = {}
    for (begins, ahead), (ends, then) in pairwise(offsets(name)):
        if begins < until and ends > since:
            shown = _days(max(begins, since) + ahead, min(ends, until) + ahead, shows)
            jumped_over = _days(ends + ahead, ends + then, shows)
            for day in (*shown, *jumped_over):
                first.setdefault(day, day * DAY + shows - ahead)
    night = 1 if at < time(4) else 0
    rows = [
        (begins, min(begins + WINDOW, after), date.fromordinal(EPOCH.toordinal() + day - night))
        for (day, begins), (_, after) in pairwise(sorted(first.items()))
        if begins < after
    ]
    return Windows(*map(list, zip(*rows, strict=True)))


def _days(low: int, high: int, shows: int) -> range:
    """The days whose ``shows`` lies in these local seconds."""
    return range(-((shows - low) // DAY), -((shows - high) // DAY))
