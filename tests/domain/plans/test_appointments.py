"""When, where, and "I will ...": what can be agreed on, and which one matters now."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.defaults import BOOK_AHEAD, EVENING_WINDOW, KEPT_AFTER, LINE_MAX
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.plans.appointments import (
    Appointment,
    WhenFault,
    WhenRefused,
    a_week_later,
    check_when,
    half_hour,
    is_past,
    next_appointment,
    tonights_appointment,
)
from coupleapp.domain.words.lines import LineRefused, clean_line

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def at(hours: float, key: str = "") -> Appointment:
    return Appointment(key or str(hours), NOW + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  the kitchen  table ", "the kitchen table"),
        ("two\nlines\r\nand\u2028three\tmore", "two lines and three more"),
        ("bell\x07 and null\x00", "bell and null"),
        ("half \ud83d a face", "half a face"),
        ("👩‍👩‍👧🏽 ‏ע", "👩‍👩‍👧🏽 ‏ע"),
        (" \n ", ""),
    ],
)
def test_a_line_is_one_line(raw, line):
    assert clean_line(raw) == line


@given(st.text(max_size=LINE_MAX))
def test_a_clean_line_is_clean(raw):
    line = clean_line(raw)
    assert clean_line(line) == line
    assert len(line.splitlines()) <= 1
    Appointment("a", NOW, line, line)


def test_a_line_has_an_end_and_may_have_to_be_there():
    assert clean_line("x" * LINE_MAX) == "x" * LINE_MAX
    with pytest.raises(LineRefused) as refused:
        clean_line("x" * (LINE_MAX + 1))
    assert (refused.value.fault, refused.value.length) == (TextFault.TOO_LONG, LINE_MAX + 1)
    with pytest.raises(LineRefused) as refused:
        clean_line(" ", needed=True)
    assert refused.value.fault is TextFault.EMPTY


@pytest.mark.parametrize("words", [{"place": "two\nlines"}, {"will": " listen"}])
def test_an_appointment_has_clean_lines(words):
    with pytest.raises(LineRefused):
        Appointment("a", NOW, **words)


def test_an_appointment_is_in_utc():
    with pytest.raises(ValueError, match="UTC"):
        Appointment("a", NOW.replace(tzinfo=None))
    with pytest.raises(ValueError, match="UTC"):
        Appointment("a", NOW.astimezone(timezone(timedelta(hours=1))))


@pytest.mark.parametrize(
    ("when", "fault"),
    [
        (NOW, WhenFault.PAST),
        (NOW - timedelta(days=1), WhenFault.PAST),
        (NOW + BOOK_AHEAD + SECOND, WhenFault.TOO_FAR),
    ],
)
def test_a_time_lies_ahead_and_within_a_year(when, fault):
    with pytest.raises(WhenRefused) as refused:
        check_when(when, NOW)
    assert refused.value.fault is fault


@pytest.mark.parametrize("when", [NOW + SECOND, NOW + BOOK_AHEAD])
def test_any_time_within_the_year_is_taken(when):
    check_when(when, NOW)


def test_after_a_day_it_is_past():
    began = Appointment("a", NOW)
    assert not is_past(began, NOW + KEPT_AFTER)
    assert is_past(began, NOW + KEPT_AFTER + SECOND)


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [
        ([], None),
        ([5, 1, 3], 1),
        ([-1, 2], -1),
        ([-2, 2], 2),
        ([-20, -3], -3),
        ([-30, -24], -24),
        ([-25], None),
    ],
)
def test_the_one_that_matters(hours, wanted):
    found = next_appointment([at(h) for h in hours], NOW)
    assert found == (None if wanted is None else at(wanted))


@given(st.lists(st.floats(-100, 100), unique=True), st.randoms(use_true_random=False))
def test_the_order_does_not_matter_and_nothing_ahead_is_passed_over(hours, chance):
    there = [at(h, str(n)) for n, h in enumerate(hours)]
    found = next_appointment(there, NOW)
    chance.shuffle(there)
    assert next_appointment(there, NOW) == found
    ahead = [one for one in there if one.at > NOW]
    if ahead:
        assert found is not None
        assert found.at <= min(one.at for one in ahead)
        assert found.at > NOW - EVENING_WINDOW


@pytest.mark.parametrize(
    ("typed", "said"),
    [("19:44", "19:30"), ("19:45", "20:00"), ("20:14", "20:00"), ("23:50", "00:00")],
)
def test_the_nearest_half_hour(typed, said):
    at = datetime.fromisoformat(f"2026-11-23T{typed}:31")
    assert f"{half_hour(at):%H:%M}" == said


def test_a_week_later_is_the_same_time_of_day_when_the_clocks_change():
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime(2026, 10, 22, 17, 0, tzinfo=berlin)
    later = a_week_later(before, before, berlin)
    assert later.astimezone(berlin) == datetime(2026, 10, 29, 17, 0, tzinfo=berlin)
    assert later - before.astimezone(UTC) == timedelta(days=7, hours=1)


@given(st.integers(0, 400))
def test_and_ahead_of_now_however_late_it_is_asked(days):
    now = NOW + timedelta(days=days)
    later = a_week_later(NOW, now, UTC)
    assert now < later <= now + timedelta(days=7)
    assert (later - NOW) % timedelta(days=7) == timedelta(0)


def test_tonights_is_the_one_that_is_nearest_to_the_beginning():
    soon, far = (
        Appointment("a", NOW + timedelta(minutes=20)),
        Appointment("b", NOW + 3 * EVENING_WINDOW),
    )
    late = Appointment("c", NOW - timedelta(minutes=40))
    assert tonights_appointment([far, late, soon], NOW) == soon
    assert tonights_appointment([far], NOW) is None
