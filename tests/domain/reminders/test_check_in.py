"""When the next check-in is due: four weeks after the last one, every third one deeper."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import CHECK_IN_DAYS, DEEP_REVIEW_EVERY
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.reminders.check_in import CheckIn, CheckInKind, next_check_in
from tests.domain.guided_session.sessions import shipped_formats

SINCE = date(2026, 11, 23)
MONTHLY, REVIEW = CheckInKind.MONTHLY, CheckInKind.REVIEW
ZONES = [UTC, ZoneInfo("Pacific/Auckland"), ZoneInfo("America/Los_Angeles")]


def held(kind: str, day: int, zone=UTC, at=time(20)) -> PastSession:
    """Held on this day, counted from the couple's first; it took half an hour."""
    ended = datetime.combine(SINCE + timedelta(days=day), at, tzinfo=zone).astimezone(UTC)
    return PastSession(
        id=f"{kind}{day}",
        format_id=kind,
        theme_id="",
        prompt_ids=(),
        introducer=Seat.LEFT,
        first_speaker=Seat.LEFT,
        introduced=False,
        talked=True,
        began_at=ended - timedelta(minutes=30),
        ended_at=ended,
        ending=Ending.FINISHED,
    )


def due(day: int, kind: CheckInKind = MONTHLY) -> CheckIn:
    return CheckIn(kind, SINCE + timedelta(days=day))


def next_after(*history: PastSession, zone=UTC) -> CheckIn:
    return next_check_in(SINCE, history, zone)


@given(st.lists(st.integers(0, 200), max_size=15), st.sampled_from(ZONES))
def test_who_holds_what_is_due_has_a_deeper_one_every_third_time(late, zone):
    history, kinds = [], []
    for days in late:
        coming = next_check_in(SINCE, history, zone)
        last = history[-1].ended_at.astimezone(zone).date() if history else SINCE
        assert coming.due_on == last + timedelta(days=CHECK_IN_DAYS)
        kinds.append(coming.kind)
        history.append(held(coming.kind, (coming.due_on - SINCE).days + days, zone))
    deep = [number for number, kind in enumerate(kinds, start=1) if kind is REVIEW]
    assert deep == list(range(DEEP_REVIEW_EVERY, len(kinds) + 1, DEEP_REVIEW_EVERY))


others = st.builds(held, st.sampled_from(["theme_talk", "good_news"]), st.integers(0, 300))
held_ones = st.builds(held, st.sampled_from([MONTHLY.value, REVIEW.value]), st.integers(0, 300))
on_days_of_their_own = st.lists(held_ones, max_size=8, unique_by=lambda past: past.ended_at)
broken_off = st.builds(
    lambda past, how: replace(past, **how),
    held_ones,
    st.sampled_from([{"talked": False, "ending": Ending.STOPPED}, {"ended_at": None}]),
)


@given(on_days_of_their_own, st.lists(others | broken_off, max_size=8), st.randoms())
def test_only_what_was_held_counts_in_whatever_order_it_comes(check_ins, between, random):
    mixed = [*check_ins, *between]
    random.shuffle(mixed)
    assert next_after(*mixed) == next_after(*check_ins)


@given(st.lists(held_ones, max_size=8), st.sampled_from(ZONES))
def test_it_is_never_due_before_its_kind_opens(check_ins, zone):
    coming = next_check_in(SINCE, check_ins, zone)
    kind = next(kind for kind in shipped_formats() if kind.id == coming.kind)
    assert SINCE + timedelta(weeks=kind.opens_in_week) <= coming.due_on
    last = max([past.ended_at.astimezone(zone).date() for past in check_ins], default=SINCE)
    assert coming.due_on >= last + timedelta(days=28)


def test_the_first_comes_four_weeks_after_the_first_day():
    assert next_after() == due(28)
    assert next_after(held("theme_talk", 3), held("theme_talk", 40)) == due(28)


def test_one_that_nobody_talked_in_does_not_count_and_one_that_was_cut_short_does():
    began = held(MONTHLY, 30)
    left_at_the_door = replace(began, talked=False, ending=Ending.STOPPED)
    assert next_after(left_at_the_door) == due(28)
    assert next_after(replace(began, ended_at=None, ending=None)) == due(28)
    assert next_after(replace(began, ending=Ending.STOPPED)) == due(58)


def test_a_late_one_moves_those_that_follow_and_is_not_made_up_for():
    assert next_after(held(MONTHLY, 100)) == due(128)
    assert next_after(held(MONTHLY, 28), held(MONTHLY, 300)) == due(328, REVIEW)


def test_two_held_early_leave_three_months_to_look_back_on():
    assert next_after(held(MONTHLY, 28), held(MONTHLY, 30)) == due(84, REVIEW)


def test_the_deeper_one_stays_due_until_it_is_held():
    three = [held(MONTHLY, day) for day in (28, 56, 84)]
    assert next_after(*three) == due(112, REVIEW)
    assert next_after(*three, held(REVIEW, 120)) == due(148)
    assert next_after(*three, held(REVIEW, 120), held(MONTHLY, 148)) == due(176)


@pytest.mark.parametrize(("zone", "day"), [(ZONES[1], 31), (UTC, 30), (ZONES[2], 30)])
def test_the_day_is_that_of_the_couple(zone, day):
    late = held(MONTHLY, 30, UTC, time(23, 30))
    assert next_after(late, zone=zone) == due(day + 28)


def test_it_is_held_on_the_day_on_which_it_ended():
    waited = replace(held(MONTHLY, 40), began_at=datetime.combine(SINCE, time(20), tzinfo=UTC))
    assert next_after(waited) == due(68)


def test_its_kinds_are_formats_of_ours():
    assert {kind.value for kind in CheckInKind} <= {kind.id for kind in shipped_formats()}
