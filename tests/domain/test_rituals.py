"""One reminder an evening, whatever clocks, zones and laptops do."""

import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coupleapp.domain.rituals import (
    LOOK_BACK,
    SNOOZE,
    WINDOW,
    Reminder,
    ReminderKind,
    ShownReminder,
    due,
    next_moment,
    window_of,
)

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
HALF_PAST_NINE = time(21, 30)

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
zones = st.sampled_from(AWKWARD) | st.sampled_from(sorted(zoneinfo.available_timezones()))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0)) | st.sampled_from(
    [time(0, 0), time(0, 1), time(0, 30), time(3, 59), time(4, 0), time(22, 31), time(23, 59)]
)
starts = st.integers(0, 23_000_000).map(lambda m: datetime(1993, 1, 1, tzinfo=UTC) + m * MINUTE)
stretches = st.lists(
    st.tuples(st.integers(1, 60 * 60), st.integers(1, 14 * 60)), min_size=1, max_size=12
)
"""How many minutes the computer sleeps, and how many it is awake after that."""


def shown(evening: date, at: datetime, again_at: datetime | None = None) -> ShownReminder:
    return ShownReminder(ReminderKind.APPRECIATION, evening, at, again_at)


def claimed(history: list[ShownReminder], reminder: Reminder, now: datetime) -> None:
    """What the receiver does, as the use case does it."""
    for i, known in enumerate(history):
        if known.evening == reminder.evening:
            assert known.again_at is not None, "shown twice"
            history[i] = replace(known, again_at=None)
            return
    history.append(shown(reminder.evening, now))


def put_off(history: list[ShownReminder], evening: date, now: datetime) -> None:
    at = next(i for i, known in enumerate(history) if known.evening == evening)
    history[at] = replace(history[at], again_at=now + SNOOZE)


def awake_minutes(start: datetime, plan: list[tuple[int, int]]) -> list[tuple[datetime, datetime]]:
    spans = []
    for asleep, awake in plan:
        begins = start + asleep * MINUTE
        spans.append((begins, begins + awake * MINUTE))
        start = spans[-1][1]
    return spans


def by_the_minute(spans: list[tuple[datetime, datetime]]) -> Iterator[datetime]:
    for begins, ends in spans:
        now = begins
        while now < ends:
            yield now
            now += MINUTE


# -- windows


def test_the_window_is_ninety_minutes_from_the_chosen_time() -> None:
    begins, ends = window_of(date(2026, 7, 1), HALF_PAST_NINE, BERLIN)
    assert begins == datetime(2026, 7, 1, 19, 30, tzinfo=UTC)
    assert ends - begins == WINDOW


@pytest.mark.parametrize(
    ("evening", "at", "zone", "begins"),
    [
        # 02:30 does not exist on 29 March 2026 in Berlin: it is 03:30 of the new time.
        (date(2026, 3, 28), time(2, 30), "Europe/Berlin", "2026-03-29T01:30"),
        # 02:30 exists twice on 25 October 2026: the first.
        (date(2026, 10, 24), time(2, 30), "Europe/Berlin", "2026-10-25T00:30"),
        # Midnight does not exist on 24 April 2026 in Cairo.
        (date(2026, 4, 23), time(0, 0), "Africa/Cairo", "2026-04-23T22:00"),
        # Small hours belong to the evening before.
        (date(2026, 7, 1), time(0, 30), "Europe/Berlin", "2026-07-01T22:30"),
        (date(2026, 7, 1), time(3, 59), "Europe/Berlin", "2026-07-02T01:59"),
        (date(2026, 7, 1), time(4, 0), "Europe/Berlin", "2026-07-01T02:00"),
    ],
)
def test_where_a_window_begins(evening: date, at: time, zone: str, begins: str) -> None:
    expected = datetime.fromisoformat(begins).replace(tzinfo=UTC)
    assert window_of(evening, at, ZoneInfo(zone))[0] == expected


def test_an_evening_that_the_calendar_left_out_has_no_window() -> None:
    apia = ZoneInfo("Pacific/Apia")
    begins, ends = window_of(date(2011, 12, 30), HALF_PAST_NINE, apia)
    assert begins == ends
    begins, ends = window_of(date(2011, 12, 31), HALF_PAST_NINE, apia)
    assert ends - begins == WINDOW


@given(st.dates(date(1993, 1, 1), date(2037, 1, 1)), times, zones.map(ZoneInfo), st.integers(0, 89))
def test_an_evening_is_due_from_every_minute_of_its_window(
    evening: date, at: time, zone: tzinfo, minute: int
) -> None:
    begins, ends = window_of(evening, at, zone)
    if begins == ends:
        return
    expected = (Reminder(ReminderKind.APPRECIATION, evening),)
    now = begins + minute * MINUTE
    assert due(now, zone, at, []) == expected
    assert due(now.astimezone(zone), zone, at, []) == expected
    assert due(now, zone, at, [shown(evening, begins)]) == ()


def test_a_window_that_is_open_when_the_clock_is_turned_back_over_midnight() -> None:
    # St John's, 2009: at one minute past midnight of 1 November it is 23:01 of 31 October again.
    zone, at = ZoneInfo("America/St_Johns"), time(23, 30)
    begins, _ = window_of(date(2009, 10, 31), at, zone)
    found = [due(begins + m * MINUTE, zone, at, []) for m in range(90)]
    assert set(found) == {(Reminder(ReminderKind.APPRECIATION, date(2009, 10, 31)),)}
    # 23:30 comes a second time that night, and has been shown by then.
    again = begins + timedelta(hours=1)
    assert again.astimezone(zone).time() == at
    assert due(again, zone, at, [shown(date(2009, 10, 31), begins)]) == ()


def test_a_window_that_is_open_when_the_calendar_leaves_out_a_day() -> None:
    zone, at = ZoneInfo("Pacific/Apia"), time(23, 0)
    begins, _ = window_of(date(2011, 12, 29), at, zone)
    now = begins + 75 * MINUTE
    assert now.astimezone(zone).date() == date(2011, 12, 31)
    assert due(now, zone, at, []) == (Reminder(ReminderKind.APPRECIATION, date(2011, 12, 29)),)


def test_the_end_of_the_window_is_outside() -> None:
    begins, ends = window_of(date(2026, 7, 1), HALF_PAST_NINE, BERLIN)
    assert due(begins - timedelta(microseconds=1), BERLIN, HALF_PAST_NINE, []) == ()
    assert due(ends - timedelta(microseconds=1), BERLIN, HALF_PAST_NINE, []) != ()
    assert due(ends, BERLIN, HALF_PAST_NINE, []) == ()


def test_switched_off_nothing_is_due() -> None:
    now = datetime(2026, 7, 1, 20, 0, tzinfo=UTC)
    put = [shown(date(2026, 7, 1), now, now)]
    assert due(now, BERLIN, None, put) == ()
    assert next_moment(now, BERLIN, None, put) is None


# -- "later"


def test_later_comes_again_once_even_when_it_was_pressed_long_after_the_window() -> None:
    evening = date(2026, 7, 1)
    _, ends = window_of(evening, HALF_PAST_NINE, BERLIN)
    pressed = ends + timedelta(hours=2)
    history = [shown(evening, ends - MINUTE)]
    put_off(history, evening, pressed)
    assert due(pressed, BERLIN, HALF_PAST_NINE, history) == ()
    assert next_moment(pressed, BERLIN, HALF_PAST_NINE, history) == pressed + SNOOZE
    reminder = Reminder(ReminderKind.APPRECIATION, evening)
    assert due(pressed + SNOOZE, BERLIN, HALF_PAST_NINE, history) == (reminder,)
    claimed(history, reminder, pressed + SNOOZE)
    assert due(pressed + SNOOZE, BERLIN, HALF_PAST_NINE, history) == ()


def test_later_is_let_go_when_the_computer_slept_until_morning() -> None:
    evening = date(2026, 7, 1)
    begins, _ = window_of(evening, HALF_PAST_NINE, BERLIN)
    history = [shown(evening, begins, begins + SNOOZE)]
    assert due(begins + timedelta(hours=10), BERLIN, HALF_PAST_NINE, history) == ()


def test_a_clock_set_back_shows_nothing_twice() -> None:
    evening = date(2026, 7, 1)
    begins, ends = window_of(evening, HALF_PAST_NINE, BERLIN)
    history = [shown(evening, ends - MINUTE)]
    for minute in range(-180, 180):
        assert due(begins + minute * MINUTE, BERLIN, HALF_PAST_NINE, history) == ()


def test_travelling_west_does_not_repeat_the_evening() -> None:
    evening = date(2026, 7, 1)
    begins, _ = window_of(evening, HALF_PAST_NINE, BERLIN)
    new_york = ZoneInfo("America/New_York")
    there, _ = window_of(evening, HALF_PAST_NINE, new_york)
    assert there - begins == timedelta(hours=6)
    assert due(there, new_york, HALF_PAST_NINE, []) != ()
    assert due(there, new_york, HALF_PAST_NINE, [shown(evening, begins)]) == ()


# -- weeks of a computer that sleeps and wakes


@settings(deadline=None)
@given(zones.map(ZoneInfo), times, starts, stretches)
@example(ZoneInfo("Pacific/Apia"), time(23, 0), datetime(2011, 12, 28, tzinfo=UTC), [(1, 6000)])
@example(
    ZoneInfo("America/St_Johns"), time(23, 59), datetime(2009, 10, 30, tzinfo=UTC), [(1, 6000)]
)
@example(ZoneInfo("Africa/Cairo"), time(0, 0), datetime(2026, 4, 22, tzinfo=UTC), [(1, 6000)])
@example(
    timezone(timedelta(hours=5, minutes=45)),
    time(0, 0),
    datetime(2026, 4, 22, tzinfo=UTC),
    [(1, 6000)],
)
def test_one_reminder_for_each_evening_on_which_it_was_awake(
    zone: tzinfo, at: time, start: datetime, plan: list[tuple[int, int]]
) -> None:
    spans = awake_minutes(start, plan)
    history: list[ShownReminder] = []
    seen: list[date] = []
    for now in by_the_minute(spans):
        for reminder in due(now, zone, at, history):
            seen.append(reminder.evening)
            claimed(history, reminder, now)
    expected = []
    evening = start.astimezone(zone).date() - 3 * DAY
    while evening <= spans[-1][1].astimezone(zone).date() + 3 * DAY:
        begins, ends = window_of(evening, at, zone)
        if any(_touches(woke, slept, begins, ends) for woke, slept in spans):
            expected.append(evening)
        evening += DAY
    assert seen == expected


def _touches(woke: datetime, slept: datetime, begins: datetime, ends: datetime) -> bool:
    """Whether one of the minutes we look at, counted from waking up, is in the window."""
    first = woke + max(0, -((woke - begins) // MINUTE)) * MINUTE
    return begins <= first < min(ends, slept)


@settings(deadline=None)
@given(zones.map(ZoneInfo), times, starts, stretches, st.sets(st.integers(0, 20), max_size=6))
def test_the_next_moment_never_skips_one(
    zone: tzinfo,
    at: time,
    start: datetime,
    plan: list[tuple[int, int]],
    put_offs: set[int],
) -> None:
    """Looking only when told and at waking up finds what looking every minute finds."""
    spans = awake_minutes(start, plan)
    assert _alarms(spans, zone, at, put_offs) == _minutes(spans, zone, at, put_offs)


def _minutes(
    spans: list[tuple[datetime, datetime]], zone: tzinfo, at: time, put_offs: set[int]
) -> list[tuple[datetime, date]]:
    history: list[ShownReminder] = []
    seen: list[tuple[datetime, date]] = []
    for now in by_the_minute(spans):
        _look(now, zone, at, put_offs, history, seen)
    return seen


def _alarms(
    spans: list[tuple[datetime, datetime]], zone: tzinfo, at: time, put_offs: set[int]
) -> list[tuple[datetime, date]]:
    history: list[ShownReminder] = []
    seen: list[tuple[datetime, date]] = []
    for begins, ends in spans:
        now: datetime | None = begins
        while now is not None and now < ends:
            _look(now, zone, at, put_offs, history, seen)
            following = next_moment(now, zone, at, _recent(history, now, zone))
            assert following is not None
            assert following > now
            now = following
    return seen


def _look(
    now: datetime,
    zone: tzinfo,
    at: time,
    put_offs: set[int],
    history: list[ShownReminder],
    seen: list[tuple[datetime, date]],
) -> None:
    for reminder in due(now, zone, at, _recent(history, now, zone)):
        claimed(history, reminder, now)
        if len(seen) in put_offs:
            put_off(history, reminder.evening, now)
        seen.append((now, reminder.evening))


def _recent(history: list[ShownReminder], now: datetime, zone: tzinfo) -> list[ShownReminder]:
    since = now.astimezone(zone).date() - LOOK_BACK
    return [known for known in history if known.evening >= since]
