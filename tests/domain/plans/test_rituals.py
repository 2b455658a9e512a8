"""A ritual is one when both say so; it comes at its time of day, whatever the clocks do."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.plans.rituals import (
    NoDays,
    OwnRitual,
    changed,
    confirmed,
    next_day,
    next_time,
)
from coupleapp.domain.words.lines import LineRefused

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Pacific/Apia",
    "Asia/Kolkata",
]
DAY = timedelta(days=1)

weekdays = st.frozensets(st.integers(0, 6), min_size=1)
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))


def tea(**other) -> OwnRitual:
    whole = {
        "id": "r",
        "name": "Tea on the stairs",
        "meaning": "The day may stay outside.",
        "days": frozenset({4}),
        "at": time(20, 0),
        "agreed": frozenset(),
        "since": NOW,
    }
    return OwnRitual(**(whole | other))


def same(ritual: OwnRitual, **other) -> OwnRitual:
    """Change it to this."""
    words = {"name": ritual.name, "meaning": ritual.meaning, "days": ritual.days, "at": ritual.at}
    return changed(ritual, **(words | other), now=NOW + DAY)


# -- two yeses


def test_it_is_theirs_when_both_say_so():
    proposed = tea()
    assert not proposed.ours
    assert proposed.waits_for == (Seat.LEFT, Seat.RIGHT)
    one = confirmed(proposed, Seat.RIGHT)
    assert not one.ours
    assert one.waits_for == (Seat.LEFT,)
    assert confirmed(one, Seat.RIGHT) == one
    both = confirmed(one, Seat.LEFT)
    assert both.ours
    assert both.waits_for == ()


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Tea"},
        {"meaning": "We made it through the day."},
        {"days": frozenset({4, 6})},
        {"at": time(20, 30)},
    ],
)
def test_any_change_asks_both_again(other):
    ours = tea(agreed=frozenset(Seat))
    new = same(ours, **other)
    assert (new.agreed, new.since, new.id) == (frozenset(), NOW + DAY, "r")
    assert replace(new, agreed=ours.agreed, since=ours.since) == replace(ours, **other)


def test_writing_the_same_again_changes_nothing():
    ours = tea(agreed=frozenset(Seat))
    assert same(ours, name=" Tea  on the stairs\n") == ours


@pytest.mark.parametrize("other", [{"name": " "}, {"meaning": ""}, {"name": "x" * 121}])
def test_a_ritual_has_a_name_and_a_meaning(other):
    with pytest.raises(LineRefused):
        same(tea(), **other)
    with pytest.raises(LineRefused):
        tea(**other)


def test_a_ritual_has_a_day():
    with pytest.raises(NoDays):
        same(tea(), days=frozenset())
    with pytest.raises(NoDays):
        tea(days=frozenset())


@pytest.mark.parametrize(
    "other",
    [
        {"days": frozenset({7})},
        {"at": time(20, 0, 1)},
        {"at": time(20, 0, tzinfo=UTC)},
        {"since": NOW.replace(tzinfo=None)},
    ],
)
def test_what_cannot_be_a_ritual(other):
    with pytest.raises(ValueError, match=r"weekday|local|UTC"):
        tea(**other)


# -- when it comes


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-23T12:00", "2026-11-27T20:00"),
        ("2026-11-27T19:59", "2026-11-27T20:00"),
        ("2026-11-27T20:00", "2026-11-27T20:00"),
        ("2026-11-27T20:01", "2026-12-04T20:00"),
    ],
)
def test_every_friday(now, then):
    local = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
    found = next_time(tea(), local.astimezone(UTC), BERLIN)
    assert found.astimezone(BERLIN).isoformat("T", "minutes")[:16] == then
    assert found.tzinfo is UTC
    assert next_day(tea(), local, BERLIN) == date.fromisoformat(then[:10])


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        # Over the change, eight in the evening stays eight in the evening.
        ("Europe/Berlin", "2026-10-24", "20:00", "2026-10-24T18:00"),
        ("Europe/Berlin", "2026-10-25", "20:00", "2026-10-25T19:00"),
        # As much later as the clock was moved.
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30"),
        ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45"),
        ("Africa/Cairo", "2026-04-24", "00:30", "2026-04-23T22:30"),
        # The first of two.
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30"),
        ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30"),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45"),
        ("Africa/Cairo", "2026-10-29", "23:30", "2026-10-29T20:30"),
        # A day the calendar left out.
        ("Pacific/Apia", "2011-12-30", "20:00", "2011-12-31T06:00"),
    ],
)
def test_over_the_change_of_the_clocks(zone, day, at, utc):
    on = date.fromisoformat(day)
    ritual = tea(days=frozenset({on.weekday()}), at=time.fromisoformat(at))
    wanted = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    for before in (timedelta(0), timedelta(hours=1), DAY, 3 * DAY):
        assert next_time(ritual, wanted - before, ZoneInfo(zone)) == wanted
        assert next_day(ritual, wanted - before, ZoneInfo(zone)) == on


@settings(max_examples=60)
@given(
    weekdays,
    minutes,
    st.sampled_from(ZONES),
    st.integers(0, 19 * 366 * 24 * 60),
)
def test_it_is_the_first_minute_on_whose_clock_it_stands(days, at, key, after):
    """Asked of every minute until then: where the wall clock shows the time, it begins."""
    zone = ZoneInfo(key)
    now = datetime(2011, 6, 1, tzinfo=UTC) + timedelta(minutes=after, microseconds=after)
    found = next_time(tea(days=days, at=at), now, zone)
    assert now <= found <= now + 8 * DAY
    minute = now.replace(second=0, microsecond=0)
    if minute < now:
        minute += timedelta(minutes=1)
    shown = []
    while minute < found:
        local = minute.astimezone(zone)
        if (local.hour, local.minute) == (at.hour, at.minute) and local.weekday() in days:
            shown.append(local.fold)
        minute += timedelta(minutes=1)
    # Only the second of a double hour may have been passed by.
    assert set(shown) <= {1}
    local = found.astimezone(zone)
    gap = datetime.combine(next_day(tea(days=days, at=at), now, zone), at, zone)
    exists = gap.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == gap.replace(tzinfo=None)
    if exists:
        assert (local.time(), local.fold) == (at, 0)
        assert local.weekday() in days
    else:
        assert local.replace(tzinfo=None) > gap.replace(tzinfo=None)
