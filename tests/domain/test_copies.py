"""Which copies are kept: many of the last days, fewer of the last weeks, a few of the months."""

from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.copies import DAILY, MONTHLY, WEEKLY, held_until, removable, rests

NOW = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)
MOMENTS = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def kept(made: list[datetime], zone=UTC) -> list[datetime]:
    gone = removable(made, zone, max(made))
    return sorted(set(made) - set(gone))


def test_a_week_of_days_is_kept_whole():
    made = [NOW - timedelta(days=n) for n in range(DAILY)]

    assert removable(made, UTC, NOW) == ()


def test_of_one_day_the_newest_stays():
    morning, noon = NOW - timedelta(hours=9), NOW - timedelta(hours=5)

    assert removable([noon, NOW, morning], UTC, NOW) == (morning, noon)


def test_where_a_day_ends_the_couple_s_zone_says():
    late, early = datetime(2026, 11, 29, 23, 30, tzinfo=UTC), datetime(2026, 11, 30, 1, tzinfo=UTC)

    assert removable([late, early], UTC, early) == ()
    assert removable([late, early], ZoneInfo("Europe/Berlin"), early) == (late,)


def test_a_year_of_evenings_leaves_days_weeks_and_months():
    made: list[datetime] = []
    for n in range(400):
        made.append(NOW + timedelta(days=n))
        gone = removable(made, UTC, made[-1])
        made = [at for at in made if at not in gone]

    newest = made[-1]
    ages = [(newest - at).days for at in reversed(made)]
    assert ages[:DAILY] == list(range(DAILY))
    assert len({at.isocalendar()[:2] for at in made}) >= WEEKLY
    assert len({(at.year, at.month) for at in made}) == MONTHLY
    assert len(made) <= DAILY + WEEKLY + MONTHLY
    assert 120 <= ages[-1] <= 190


def test_who_comes_once_a_month_keeps_months():
    made = [NOW - timedelta(days=31 * n) for n in range(6)]

    assert removable(made, UTC, NOW) == ()


def test_the_last_that_was_read_back_stays_where_the_clock_was_far_ahead_before():
    ahead = [NOW + timedelta(days=365 + n) for n in range(20)]
    morning = NOW - timedelta(hours=9)

    assert morning not in removable([*ahead, morning, NOW], UTC, morning)
    assert morning in removable([*ahead, morning, NOW], UTC, NOW)


@given(st.lists(MOMENTS, min_size=1, max_size=60), st.data())
def test_what_goes_has_something_newer_in_its_place(made, data):
    verified = data.draw(st.sampled_from(made))

    gone = removable(made, UTC, verified)

    assert verified not in gone
    assert max(made) not in gone
    assert list(gone) == sorted(set(gone))
    stays = set(made) - set(gone)
    assert len(stays) <= DAILY + WEEKLY + MONTHLY + 1
    days = sorted({at.date() for at in made}, reverse=True)[:DAILY]
    assert set(days) <= {at.date() for at in stays}
    for at in gone:
        assert any(other > at for other in stays)
    # Once done it is done.
    assert removable(stays, UTC, verified) == ()


@given(st.lists(MOMENTS, max_size=40), MOMENTS)
def test_one_more_never_brings_back_what_went(made, more):
    before = set(removable(made, UTC, max(made))) if made else set()

    after = removable([*made, more], UTC, max([*made, more]))

    assert before <= set(after) or more < max(made)


def test_it_rests_for_a_day_after_one_was_taken_back():
    assert not rests(None, NOW)
    assert rests(NOW, NOW + timedelta(hours=23))
    assert not rests(NOW, NOW + timedelta(hours=25))
    assert not rests(NOW + timedelta(days=400), NOW), "the clock was set back"


# -- until when what is deleted lies in them


def days_before(*days: int) -> list[datetime]:
    return [NOW - timedelta(days=n) for n in days]


def test_where_there_is_no_copy_none_holds_it():
    assert held_until([], UTC, NOW) is None


def test_what_was_in_the_last_copy_of_a_month_stays_for_half_a_year():
    # A Monday and the last day of November: nothing newer takes its place in that month.
    assert held_until([NOW], UTC, NOW) == date(2027, 5, 7)


def test_what_came_and_went_within_a_month_leaves_with_its_days():
    begun = datetime(2026, 11, 3, 20, tzinfo=UTC)

    assert held_until([begun], UTC, begun) == date(2026, 12, 22)


def test_in_the_middle_of_a_month_the_one_before_stays_longest():
    mid = datetime(2026, 11, 5, 20, tzinfo=UTC)
    made = [mid - timedelta(days=n) for n in range(9)]

    assert held_until(made, UTC, mid) == date(2027, 4, 7)


def test_who_stayed_away_for_long_has_waited_already():
    made = days_before(0, 31, 62, 93, 124, 155)

    assert held_until(made[-1:], UTC, NOW) > held_until(made[1:2], UTC, NOW - timedelta(days=31))
    assert held_until(made, UTC, NOW) == held_until([NOW], UTC, NOW)


def test_copies_of_a_clock_that_was_ahead_are_waited_for():
    ahead = NOW + timedelta(days=400)

    assert held_until([ahead], UTC, NOW) == held_until([ahead], UTC, ahead)


def test_the_day_is_the_couple_s():
    late = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

    assert held_until([late], UTC, late) == date(2027, 5, 7)
    # There it is December, and has many copies to come.
    assert held_until([late], ZoneInfo("Europe/Berlin"), late) == date(2027, 1, 19)


@given(
    st.lists(st.integers(0, 400), min_size=1, max_size=25),
    st.integers(0, 400),
    st.lists(st.integers(1, 7), min_size=1, max_size=40),
)
def test_with_a_copy_in_every_seven_days_all_have_gone_by_then(ages, at, gaps):
    """However the new ones are spread."""
    now = NOW + timedelta(days=at)
    made = [now - timedelta(days=age, hours=age % 5) for age in ages]
    until = held_until(made, UTC, now)
    there, day = set(made), now
    for gap in cycle(gaps):
        day += timedelta(days=gap)
        if day.date() > until:
            break
        there.add(day)
        there -= set(removable(there, UTC, day))

    assert not there & set(made)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=25), st.integers(0, 400))
def test_it_is_not_said_much_too_late(ages, at):
    """With one copy a week, the last of them is still there two weeks before."""
    now = NOW + timedelta(days=at)
    made = [now - timedelta(days=age) for age in ages]
    until = held_until(made, UTC, now)

    def some_there(first: int) -> bool:
        there, day = set(made), now + timedelta(days=first)
        while day.date() < until - timedelta(days=14):
            there.add(day)
            there -= set(removable(there, UTC, day))
            day += timedelta(days=7)
        return bool(there & set(made))

    assert any(map(some_there, range(1, 8)))
