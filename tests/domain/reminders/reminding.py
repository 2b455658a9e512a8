"""What the tests of the reminders share: places, times, and a book of what was shown."""

import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from coupleapp.domain.reminders.due import REMEMBERED, due, next_moment
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind, ShownReminder, Standing
from coupleapp.domain.settings import Settings

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
HALF_PAST_NINE = time(21, 30)
LATER = timedelta(minutes=30)

FIRST_DAY = date(2026, 6, 1)
"""A Monday."""

NIGHTLY = Settings(evening=HALF_PAST_NINE, invite_at=None)
WEEKLY = Settings(evening=None, invite_at=time(18, 30), invites=1)
SILENT = Settings(evening=None, invite_at=None)
NEW = Standing(since=FIRST_DAY)

# Where clocks change at midnight, turn back over it, or the calendar left out a day.
AWKWARD = (
    "Africa/Cairo",
    "America/Havana",
    "America/Santiago",
    "America/St_Johns",
    "Asia/Beirut",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "Pacific/Kwajalein",
)
zones = (st.sampled_from(AWKWARD) | st.sampled_from(sorted(zoneinfo.available_timezones()))).map(
    ZoneInfo
)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0)) | st.sampled_from(
    [time(0, 0), time(0, 1), time(0, 30), time(3, 59), time(4, 0), time(22, 31), time(23, 59)]
)


def berlin(day: int, hour: int, minute: int = 0, *, month: int = 6) -> datetime:
    """A moment of 2026 by the clocks of Berlin, in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def appreciation(evening: date) -> Reminder:
    return Reminder(ReminderKind.APPRECIATION, evening)


def shown(evening: date, at: datetime, again_at: datetime | None = None) -> ShownReminder:
    return ShownReminder(ReminderKind.APPRECIATION, evening, at, again_at)


def by_the_minute(begins: datetime, ends: datetime, minutes: int = 1) -> Iterator[datetime]:
    while begins < ends:
        yield begins
        begins += minutes * MINUTE


class Book:
    """What was shown, kept as the use case keeps it and handed out as the store does."""

    def __init__(self, *rows: ShownReminder) -> None:
        self._rows = {(row.kind, row.evening): row for row in rows}

    def recent(self, now: datetime, zone: tzinfo) -> tuple[ShownReminder, ...]:
        since = now.astimezone(zone).date() - REMEMBERED
        newest = {kind: evening for kind, evening in sorted(self._rows)}  # noqa: C416 - the last
        return tuple(
            row
            for (kind, evening), row in self._rows.items()
            if evening >= since or evening == newest[kind]
        )

    def claim(self, reminder: Reminder, now: datetime) -> None:
        at = reminder.kind, reminder.evening
        known = self._rows.get(at)
        if known is None or (reminder.since is not None and known.shown_at < reminder.since):
            self._rows[at] = ShownReminder(*at, now)
            return
        assert known.again_at is not None, f"{reminder} is shown twice"
        self._rows[at] = replace(known, again_at=None)

    def put_off(self, reminder: Reminder, again_at: datetime) -> None:
        at = reminder.kind, reminder.evening
        self._rows[at] = replace(self._rows[at], again_at=again_at)


class Couple:
    """Two who see at once what comes, and what has come to them."""

    def __init__(self, zone: tzinfo, settings: Settings, standing: Standing) -> None:
        self.zone = zone
        self.settings = settings
        self.standing = standing
        self.book = Book(*standing.shown)
        self.seen: list[tuple[datetime, Reminder]] = []

    def at(self, now: datetime) -> Standing:
        return replace(self.standing, shown=self.book.recent(now, self.zone))

    def look(self, now: datetime) -> None:
        while reminders := due(now, self.zone, self.settings, self.at(now)):
            self.book.claim(reminders[0], now)
            self.seen.append((now, reminders[0]))
            self.saw(now, reminders[0])

    def saw(self, now: datetime, reminder: Reminder) -> None:
        """What they do about it."""

    def next_moment(self, now: datetime) -> datetime | None:
        return next_moment(now, self.zone, self.settings, self.at(now))

    def look_every_minute(self, begins: datetime, ends: datetime, minutes: int = 1) -> None:
        for now in by_the_minute(begins, ends, minutes):
            self.look(now)

    def look_when_told(self, begins: datetime, ends: datetime) -> None:
        now: datetime | None = begins
        while now is not None and now < ends:
            self.look(now)
            following = self.next_moment(now)
            assert following is None or following > now
            now = following
