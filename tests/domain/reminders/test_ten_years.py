"""Ten years of evenings in every zone, on a computer that sleeps, travels and loses its time.

What is looked at is the nightly appreciation alone. ``due`` and ``next_moment`` are asked as the
app asks them: on waking up, on every alarm, and on the heartbeat after the clock was set or the
zone changed. What ought to have come is worked out in ``wall_clocks``.
"""

import os
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from datetime import date, datetime, time
from itertools import pairwise
from multiprocessing import get_context
from random import Random
from zoneinfo import ZoneInfo

import pytest

from coupleapp.domain.reminders.due import REMEMBERED, due, next_moment
from coupleapp.domain.reminders.kinds import ReminderKind, ShownReminder, Standing
from coupleapp.domain.settings import Settings
from tests.domain.reminders.reminding import AWKWARD
from tests.domain.reminders.wall_clocks import (
    DAY,
    HOUR,
    MINUTE,
    WINDOW,
    ZONES,
    Windows,
    moment,
    new_year,
    offsets,
    windows,
)

TIMES = [time(m // 60, m % 60) for m in (*range(0, 24 * 60, 20), 24 * 60 - 1)]
DECADES = (2007, 2026)
"""The ten years from 2007 on are full of odd changes, those from 2026 on are to come."""

HEARTBEAT = 30
FAR = 40 * DAY
"""How wrong a clock gets at most."""

QUIET = (
    (HEARTBEAT, HEARTBEAT, 2 * HOUR, 20 * HOUR, 20 * HOUR, 4 * DAY),
    (HOUR, 6 * HOUR, 20 * HOUR, 20 * HOUR, 5 * DAY),
)
"""The longest sleeps and the longest times awake. The shortest sleeps are none, but the wait of up
to a heartbeat until a clock that was set is seen."""
RESTLESS = ((HEARTBEAT, 20 * MINUTE, 3 * HOUR), (MINUTE, 20 * MINUTE))


@dataclass(frozen=True)
class Stretch:
    """Awake, with the same clock and zone from ``begins`` to ``ends``, in true seconds.

    Its begin is the first time that Nearer looks: on waking up, or on the heartbeat after its clock
    was set or its zone was changed.
    """

    begins: int
    ends: int
    ahead: int
    zone: str


@dataclass(frozen=True)
class Life:
    """A computer with one home and one chosen time."""

    home: str
    at: time
    begins: int
    ends: int
    rhythm: tuple[tuple[int, ...], tuple[int, ...]] = QUIET

    def stretches(self) -> Iterator[Stretch]:
        """Sleeps, sets its clock, travels; often wakes or falls asleep at the edge of a window."""
        random = Random(str(self))  # noqa: S311 - the same life every time
        abroad = random.sample(ZONES, 2)
        now, ahead, zone = self.begins, 0, self.home
        while now < self.ends:
            change = random.random()
            if change < 0.04:
                zone = random.choice(abroad)
            elif change < 0.08:
                far = random.choice((5 * MINUTE, 2 * HOUR, 2 * DAY, FAR))
                ahead = random.randint(-far, far)
            elif change < 0.4:
                ahead = 0
            elif change < 0.5:
                zone = self.home
            asleep, awake = (random.randint(1, random.choice(some)) for some in self.rhythm)
            begins = now + asleep
            if random.random() < 0.3:
                begins = max(now, self._edge(random, begins + ahead, zone) - ahead)
            ends = begins + awake
            if random.random() < 0.3:
                ends = max(begins + 1, self._edge(random, ends + ahead, zone) - ahead)
            yield Stretch(begins, ends, ahead, zone)
            now = ends

    def expected(self, stretches: Iterable[Stretch]) -> list[date]:
        """Each evening once, when its window and a stretch share a second of their clock."""
        found: dict[date, None] = {}
        for stretch in stretches:
            there = self._windows(stretch.zone)
            begins, ends = stretch.begins + stretch.ahead, stretch.ends + stretch.ahead
            low, high = bisect_right(there.ends, begins), bisect_left(there.begins, ends)
            found.update(dict.fromkeys(there.evenings[low:high]))
        return list(found)

    def _edge(self, random: Random, near: int, zone: str) -> int:
        there = self._windows(zone)
        after = bisect_left(there.begins, near)
        return random.choice((there.begins[after], there.ends[after])) + random.randint(-1, 1)

    def _windows(self, zone: str) -> Windows:
        return windows(zone, self.at, self.begins - 2 * FAR, self.ends + 2 * FAR)


class Popups:
    """Looks when it is told to look, and keeps a row of each evening, as the app does."""

    def __init__(self, at: time) -> None:
        self._settings = Settings(evening=at, invite_at=None)
        self._evenings: list[date] = []
        self._rows: list[ShownReminder] = []
        self.seen: list[date] = []

    def live(self, stretch: Stretch) -> None:
        zone = ZoneInfo(stretch.zone)
        now: datetime | None = moment(stretch.begins + stretch.ahead)
        ends = moment(stretch.ends + stretch.ahead)
        while now is not None and now < ends:
            standing = self._standing(now.astimezone(zone).date())
            for reminder in due(now, zone, self._settings, standing)[:1]:
                self._keep(ShownReminder(reminder.kind, reminder.evening, now))
                standing = self._standing(now.astimezone(zone).date())
            now = next_moment(now, zone, self._settings, standing)

    def _standing(self, today: date) -> Standing:
        since = bisect_left(self._evenings, today - REMEMBERED)
        return Standing(since=date.min, shown=tuple(self._rows[since:] or self._rows[-1:]))

    def _keep(self, row: ShownReminder) -> None:
        assert row.kind is ReminderKind.APPRECIATION
        self.seen.append(row.evening)
        at = bisect_left(self._evenings, row.evening)
        self._evenings.insert(at, row.evening)
        self._rows.insert(at, row)


# -- the runs


@dataclass(frozen=True)
class Counts:
    lives: int = 0
    stretches: int = 0
    wrong_clocks: int = 0
    abroad: int = 0
    evenings: int = 0
    popups: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*map(sum, zip(astuple(self), astuple(other), strict=True)))


def lived(life: Life) -> Counts:
    stretches = list(life.stretches())
    popups = Popups(life.at)
    for stretch in stretches:
        popups.live(stretch)
    wanted = life.expected(stretches)
    if popups.seen != wanted:
        pairs = enumerate(zip([*popups.seen, None], [*wanted, None], strict=False))
        place = next(i for i, (seen, want) in pairs if seen != want)
        came, meant = popups.seen[place : place + 3], wanted[place : place + 3]
        raise AssertionError(f"{life}: came {came}, expected {meant}")
    return Counts(
        lives=1,
        stretches=len(stretches),
        wrong_clocks=sum(stretch.ahead != 0 for stretch in stretches),
        abroad=sum(stretch.zone != life.home for stretch in stretches),
        evenings=(life.ends - life.begins) // DAY,
        popups=len(wanted),
    )


def ten_years(home: str, at: time, year: int) -> Life:
    return Life(home, at, new_year(year), new_year(year + 10))


def around_changes(home: str, year: int) -> Iterator[Life]:
    """Restless days around each change of the clocks, with the times whose window is open then."""
    for (_, ahead), (change, _) in pairwise(offsets(home)[:-1]):
        if new_year(year) <= change < new_year(year + 10):
            for before in range(0, WINDOW + 1, 5 * MINUTE):
                at = moment(change + ahead - before).time().replace(second=0)
                yield Life(home, at, change - DAY - before, change + 2 * DAY, RESTLESS)


def at_all_times(home: str) -> Counts:
    place = ZONES.index(home)
    lives = [ten_years(home, at, DECADES[(place + i) % 2]) for i, at in enumerate(TIMES)]
    for decade in DECADES:
        lives += around_changes(home, decade)
    return sum(map(lived, lives), Counts())


def report(counts: Counts, record_property: Callable[[str, object], None]) -> None:
    record_property("ten years", str(counts))
    assert counts.evenings // 3 < counts.popups < counts.evenings, counts
    assert min(counts.wrong_clocks, counts.abroad) > counts.stretches // 50, counts


@pytest.mark.slow
def test_one_popup_an_evening_in_every_zone(record_property) -> None:
    """Exactly one popup for each evening on which the computer was awake in its window, no other.

    An evening is a date. Its window is the 90 minutes from the first moment at which the clocks of
    the zone that is set then show the chosen time; a time before four is that of the night after
    the evening. Awake means: between waking up and falling asleep by the clock as it was set, right
    or wrong; after it was set, or the zone was changed, from the next heartbeat on. What the clock
    says is what counts: an evening that it shows twice comes once, one that it jumps over comes not
    at all, and one that came too early by a wrong clock does not come again.

    Thinned: one time and one half of a year in each zone; where clocks are awkward, ten years and
    the days around each change.
    """
    counts = Counts()
    for i, home in enumerate(ZONES):
        begins = new_year(DECADES[i % 2] + i // 4 % 10) + i // 2 % 2 * 182 * DAY
        counts += lived(Life(home, TIMES[i * 31 % len(TIMES)], begins, begins + 183 * DAY))
    for i, home in enumerate(AWKWARD):
        counts += lived(ten_years(home, TIMES[-1 - i * 7], DECADES[0]))
        for life in around_changes(home, DECADES[0]):
            counts += lived(life)
    report(counts, record_property)


@pytest.mark.full
def test_one_popup_an_evening_in_every_zone_for_ten_years_at_every_time(record_property) -> None:
    """The same rule, for ten years at every third of an hour in every zone, on all cores."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        counts = sum(pool.map(at_all_times, ZONES), Counts())
    assert counts.lives >= len(ZONES) * len(TIMES)
    report(counts, record_property)
