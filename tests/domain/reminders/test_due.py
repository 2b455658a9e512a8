"""One appreciation an evening, whatever clocks, zones and laptops do."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coupleapp.domain.reminders.due import LAST_CALL, WINDOW, due, next_moment, rests, window_of
from coupleapp.domain.reminders.kinds import Reminder
from coupleapp.domain.settings import Settings
from tests.domain.reminders.reminding import (
    BERLIN,
    DAY,
    HALF_PAST_NINE,
    LATER,
    MINUTE,
    NEW,
    NIGHTLY,
    SILENT,
    Book,
    Couple,
    appreciation,
    berlin,
    shown,
    times,
    zones,
)

EVENING = date(2026, 7, 1)
starts = st.integers(0, 23_000_000).map(lambda m: datetime(1993, 1, 1, tzinfo=UTC) + m * MINUTE)
stretches = st.lists(
    st.tuples(st.integers(1, 60 * 60), st.integers(1, 14 * 60)), min_size=1, max_size=12
)
"""How many minutes the computer sleeps, and how many it is awake after that."""


def tonight(
    now: datetime, *rows: object, zone: tzinfo = BERLIN, at: time | None = HALF_PAST_NINE
) -> tuple[Reminder, ...]:
    return due(now, zone, replace(NIGHTLY, evening=at), replace(NEW, shown=rows))


def awake(start: datetime, plan: list[tuple[int, int]]) -> list[tuple[datetime, datetime]]:
    spans = []
    for asleep, minutes in plan:
        begins = start + asleep * MINUTE
        spans.append((begins, begins + minutes * MINUTE))
        start = spans[-1][1]
    return spans


# -- windows


def test_the_window_is_ninety_minutes_from_the_chosen_time() -> None:
    begins, ends = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    assert begins == datetime(2026, 7, 1, 19, 30, tzinfo=UTC)
    assert ends - begins == WINDOW == timedelta(minutes=90)


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


@given(st.dates(date(1993, 1, 1), date(2037, 1, 1)), times, zones, st.integers(0, 89))
def test_an_evening_is_due_from_every_minute_of_its_window(
    evening: date, at: time, zone: tzinfo, minute: int
) -> None:
    begins, ends = window_of(evening, at, zone)
    if begins == ends:
        return
    now = begins + minute * MINUTE
    assert tonight(now, zone=zone, at=at) == (appreciation(evening),)
    assert tonight(now.astimezone(zone), zone=zone, at=at) == (appreciation(evening),)
    assert tonight(now, shown(evening, begins), zone=zone, at=at) == ()


def test_a_window_that_is_open_when_the_clock_is_turned_back_over_midnight() -> None:
    # St John's, 2009: at one minute past midnight of 1 November it is 23:01 of 31 October again.
    zone, at = ZoneInfo("America/St_Johns"), time(23, 30)
    evening = date(2009, 10, 31)
    begins, _ = window_of(evening, at, zone)
    found = {tonight(begins + m * MINUTE, zone=zone, at=at) for m in range(90)}
    assert found == {(appreciation(evening),)}
    # 23:30 comes a second time that night, and has been shown by then.
    again = begins + timedelta(hours=1)
    assert again.astimezone(zone).time() == at
    assert tonight(again, shown(evening, begins), zone=zone, at=at) == ()


def test_a_window_that_is_open_when_the_calendar_leaves_out_a_day() -> None:
    zone, at = ZoneInfo("Pacific/Apia"), time(23, 0)
    begins, _ = window_of(date(2011, 12, 29), at, zone)
    now = begins + 75 * MINUTE
    assert now.astimezone(zone).date() == date(2011, 12, 31)
    assert tonight(now, zone=zone, at=at) == (appreciation(date(2011, 12, 29)),)


def test_the_end_of_the_window_is_outside() -> None:
    begins, ends = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    assert tonight(begins - timedelta(microseconds=1)) == ()
    assert tonight(ends - timedelta(microseconds=1)) != ()
    assert tonight(ends) == ()


def test_switched_off_nothing_is_due() -> None:
    now = berlin(1, 22, month=7)
    known = shown(EVENING, now, now)
    assert tonight(now, known, at=None) == ()
    assert next_moment(now, BERLIN, SILENT, NEW) is None


# -- "later"


def test_later_comes_again_once_even_when_it_was_pressed_long_after_the_window() -> None:
    _, ends = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    pressed = ends + timedelta(hours=2)
    book = Book(shown(EVENING, ends - MINUTE, pressed + LATER))
    assert tonight(pressed, *book.recent(pressed, BERLIN)) == ()
    standing = replace(NEW, shown=book.recent(pressed, BERLIN))
    assert next_moment(pressed, BERLIN, NIGHTLY, standing) == pressed + LATER
    reminder = appreciation(EVENING)
    assert tonight(pressed + LATER, *book.recent(pressed, BERLIN)) == (reminder,)
    book.claim(reminder, pressed + LATER)
    assert tonight(pressed + LATER, *book.recent(pressed, BERLIN)) == ()


def test_later_can_be_pressed_again_and_again() -> None:
    couple = Couple(BERLIN, NIGHTLY, NEW)
    couple.saw = lambda now, reminder: couple.book.put_off(reminder, now + LATER)
    begins, _ = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    couple.look_when_told(begins, begins + timedelta(hours=4))
    assert couple.seen == [(begins + n * LATER, appreciation(EVENING)) for n in range(8)]


def test_later_is_let_go_when_the_computer_slept_until_morning() -> None:
    begins, _ = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    known = shown(EVENING, begins, begins + LATER)
    assert tonight(begins + LATER + LAST_CALL - MINUTE, known) == (appreciation(EVENING),)
    assert tonight(begins + LATER + LAST_CALL, known) == ()
    assert tonight(begins + timedelta(hours=10), known) == ()


def test_a_clock_set_back_shows_nothing_twice() -> None:
    begins, ends = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    known = shown(EVENING, ends - MINUTE)
    for minute in range(-180, 180):
        assert tonight(begins + minute * MINUTE, known) == ()


def test_travelling_west_does_not_repeat_the_evening() -> None:
    begins, _ = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    new_york = ZoneInfo("America/New_York")
    there, _ = window_of(EVENING, HALF_PAST_NINE, new_york)
    assert there - begins == timedelta(hours=6)
    assert tonight(there, zone=new_york) != ()
    assert tonight(there, shown(EVENING, begins), zone=new_york) == ()


def test_another_time_on_the_same_evening_does_not_bring_it_again() -> None:
    begins, _ = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    known = shown(EVENING, begins)
    for at in (time(21, 45), time(23, 0), time(0, 30), time(3, 59)):
        assert tonight(window_of(EVENING, at, BERLIN)[0], at=at) == (appreciation(EVENING),)
        assert tonight(window_of(EVENING, at, BERLIN)[0], known, at=at) == ()


# -- rest


@pytest.mark.parametrize("at", [HALF_PAST_NINE, time(23, 30), time(0, 0), time(3, 59)])
def test_in_a_rest_nothing_comes_and_from_its_last_day_on_everything(at: time) -> None:
    until = date(2026, 7, 10)
    settings = replace(NIGHTLY, evening=at, rest_until=until)
    couple = Couple(BERLIN, settings, NEW)
    couple.look_when_told(berlin(1, 12, month=7), berlin(14, 12, month=7))
    evenings = [reminder.evening for _, reminder in couple.seen]
    assert evenings == [until + n * DAY for n in range(4)]
    assert [moment for moment, _ in couple.seen] == [
        window_of(evening, at, BERLIN)[0] for evening in evenings
    ]


def test_a_window_over_midnight_stays_silent_to_its_end() -> None:
    settings = Settings(evening=time(23, 30), invite_at=None, rest_until=EVENING + DAY)
    begins, ends = window_of(EVENING, time(23, 30), BERLIN)
    assert ends.astimezone(BERLIN).date() == EVENING + DAY
    couple = Couple(BERLIN, settings, NEW)
    couple.look_every_minute(begins, ends)
    assert couple.seen == []


def test_what_was_put_off_rests_too() -> None:
    begins, _ = window_of(EVENING, HALF_PAST_NINE, BERLIN)
    standing = replace(NEW, shown=(shown(EVENING, begins, begins + LATER),))
    resting = replace(NIGHTLY, rest_until=EVENING + DAY)
    assert due(begins + LATER, BERLIN, NIGHTLY, standing) == (appreciation(EVENING),)
    assert due(begins + LATER, BERLIN, resting, standing) == ()


def test_a_rest_ends_on_its_day() -> None:
    settings = replace(NIGHTLY, rest_until=EVENING)
    assert rests(EVENING - DAY, settings)
    assert not rests(EVENING, settings)
    assert not rests(EVENING - DAY, NIGHTLY)


# -- weeks of a computer that sleeps and wakes


@pytest.mark.slow
@given(zones, times, starts, stretches)
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
    spans = awake(start, plan)
    couple = Couple(zone, replace(NIGHTLY, evening=at), NEW)
    for span in spans:
        couple.look_every_minute(*span)
    expected = []
    evening = start.astimezone(zone).date() - 3 * DAY
    while evening <= spans[-1][1].astimezone(zone).date() + 3 * DAY:
        begins, ends = window_of(evening, at, zone)
        if any(_touches(woke, slept, begins, ends) for woke, slept in spans):
            expected.append(appreciation(evening))
        evening += DAY
    assert [reminder for _, reminder in couple.seen] == expected


def _touches(woke: datetime, slept: datetime, begins: datetime, ends: datetime) -> bool:
    """Whether one of the minutes we look at, counted from waking up, is in the window."""
    first = woke + max(0, -((woke - begins) // MINUTE)) * MINUTE
    return begins <= first < min(ends, slept)


class WhoPutsOff(Couple):
    """Who says "later" to some of what comes, by its place in the row."""

    put_offs: frozenset[int] = frozenset()

    def saw(self, now: datetime, reminder: Reminder) -> None:
        if len(self.seen) - 1 in self.put_offs:
            self.book.put_off(reminder, now + LATER)


@pytest.mark.slow
@given(zones, times, starts, stretches, st.frozensets(st.integers(0, 20), max_size=6))
def test_the_next_moment_never_skips_one(
    zone: tzinfo,
    at: time,
    start: datetime,
    plan: list[tuple[int, int]],
    put_offs: frozenset[int],
) -> None:
    """Looking only when told and at waking up finds what looking every minute finds."""
    told, steady = (WhoPutsOff(zone, replace(NIGHTLY, evening=at), NEW) for _ in range(2))
    told.put_offs = steady.put_offs = put_offs
    for span in awake(start, plan):
        told.look_when_told(*span)
        steady.look_every_minute(*span)
    assert told.seen == steady.seen
