"""What is offered, when a block stands where, and when it is asked what a pick brought."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import ACTIVITY_AGAIN_WEEKS, ACTIVITY_WEEKS, IDEAS_AT_ONCE
from coupleapp.domain.together.activities import (
    ActivityBlock,
    BlockPhase,
    BlockStanding,
    Brought,
    Pick,
    asked_about,
    asked_from,
    days_of,
    first_week,
    offered,
    standing,
)
from coupleapp.domain.together.ideas import Cost, Energy, Filters, Idea, Place, Traits
from coupleapp.domain.words.lines import LineRefused

MONDAY = date(2026, 11, 23)
WEEK = timedelta(weeks=1)
NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
ZONES = ["UTC", "Europe/Berlin", "Pacific/Auckland", "America/St_Johns", "Africa/Cairo"]

mondays = st.dates(date(2000, 1, 1), date(2090, 1, 1)).map(monday_of)
days = st.dates(date(2000, 1, 3), date(2090, 1, 1))
zones = st.sampled_from(ZONES).map(ZoneInfo)
ideas_of_ours = st.builds(
    Idea,
    st.uuids().map(str),
    st.just("Something new."),
    st.builds(Traits, st.sampled_from(Cost), st.sampled_from(Energy)),
)
own_ideas = st.builds(
    Idea,
    st.uuids().map(str),
    st.just("Our lake"),
    st.from_type(Traits),
    st.datetimes(timezones=st.just(UTC)),
    st.none() | st.sampled_from(Seat),
)
filters = st.builds(
    Filters,
    st.frozensets(st.sampled_from(Cost)),
    st.frozensets(st.sampled_from(Energy)),
    st.frozensets(st.sampled_from([Place.INDOORS, Place.OUTDOORS])),
    st.booleans(),
    st.booleans(),
)


def an_idea(name: str = "one", **other) -> Idea:
    plain = Idea(name, "Something new.", Traits(Cost.FREE, Energy.LOW, Place.INDOORS))
    return replace(plain, **other)


def own(name: str = "ours", **other) -> Idea:
    return Idea(name, "Our lake", **{"traits": Traits(), "added_at": NOW, **other})


def picked(idea: Idea, week: date = MONDAY, **other) -> Pick:
    return Pick(week, idea.id, idea.text, **other)


def many(count: int) -> list[Idea]:
    return [an_idea(f"n{n}") for n in range(count)]


# -- filters


@given(st.lists(ideas_of_ours | own_ideas))
def test_without_a_wish_everything_fits(ideas: list[Idea]):
    assert all(Filters().fit(idea) for idea in ideas)


@given(ideas_of_ours | own_ideas, filters)
def test_what_fits_is_what_every_wish_says(idea: Idea, wanted: Filters):
    said = idea.traits
    place = {Place.INDOORS, Place.OUTDOORS} if said.place is Place.EITHER else {said.place}
    says = [
        not wanted.costs or said.cost is None or said.cost in wanted.costs,
        not wanted.energies or said.energy is None or said.energy in wanted.energies,
        not wanted.places or bool(place & wanted.places),
        not wanted.easy_to_move or said.easy_to_move,
        not wanted.with_children or said.with_children,
    ]
    assert wanted.fit(idea) == all(says)


def test_what_they_did_not_say_about_their_own_fits():
    wanted = Filters(frozenset({Cost.SOME}), frozenset({Energy.HIGH}), frozenset({Place.INDOORS}))
    assert wanted.fit(own())
    assert not wanted.fit(own(traits=Traits(Cost.FREE)))


# -- what is offered


@given(st.lists(ideas_of_ours, max_size=40), filters, mondays, st.data())
def test_nothing_of_ours_comes_again_within_a_year(ideas, wanted, week, data):
    ago = st.integers(0, 70)
    history = [
        picked(idea, week - data.draw(ago) * WEEK)
        for idea in data.draw(
            st.lists(st.sampled_from(ideas), unique=True) if ideas else st.just([])
        )
    ]
    recent = {p.idea_id for p in history if p.week > week - ACTIVITY_AGAIN_WEEKS * WEEK}
    fitting = [idea for idea in ideas if wanted.fit(idea)]

    found = offered(ideas, wanted, history, week)

    assert set(found) <= set(fitting)
    assert len(found) == len(set(found))
    if any(idea.id not in recent for idea in fitting):
        assert {idea.id for idea in found} == {i.id for i in fitting} - recent


def test_a_year_later_it_comes_again():
    ideas = many(3)
    history = [picked(ideas[0], MONDAY - 52 * WEEK), picked(ideas[1], MONDAY - 51 * WEEK)]
    assert {i.id for i in offered(ideas, Filters(), history, MONDAY)} == {"n0", "n2"}


def test_when_nothing_is_left_what_was_longest_ago_comes_first():
    ideas = many(3)
    history = [
        picked(ideas[0], MONDAY),
        picked(ideas[1], MONDAY - WEEK),
        picked(ideas[2], MONDAY - 9 * WEEK),
        picked(ideas[1], MONDAY - 20 * WEEK),
    ]
    assert [i.id for i in offered(ideas, Filters(), history, MONDAY)] == ["n2", "n1"]


@pytest.mark.parametrize("count", [6, 7, 36, 84])
def test_week_by_week_they_move_on_until_all_were_seen(count: int):
    ideas = many(count)
    weeks = range(-(-count // IDEAS_AT_ONCE))
    seen = [offered(ideas, Filters(), [], MONDAY + n * WEEK)[:IDEAS_AT_ONCE] for n in weeks]

    assert {idea.id for idea in sum(seen, ())} == {idea.id for idea in ideas}
    if count > IDEAS_AT_ONCE:
        assert all(one[0] != other[0] for one, other in pairwise(seen))


def test_a_pick_leaves_the_order_of_the_others_as_it_was():
    ideas = many(30)
    before = offered(ideas, Filters(), [], MONDAY)
    after = offered(ideas, Filters(), [picked(before[2])], MONDAY)
    assert after == (*before[:2], *before[3:])


def test_their_own_come_first_the_newest_before_all_and_stay_when_picked():
    ours, theirs = many(3), [own("old"), own("middle"), own("new")]
    history = [picked(theirs[2], MONDAY - WEEK)]

    found = offered([*ours, *theirs], Filters(), history, MONDAY)

    assert [idea.id for idea in found[:3]] == ["middle", "old", "new"]
    assert {idea.id for idea in found[3:]} == {"n0", "n1", "n2"}


# -- the block


@given(days)
def test_a_block_begins_with_a_week_of_which_something_is_left(today: date):
    begins = first_week(today)
    assert begins.weekday() == 0
    assert -6 < (begins - today).days <= 1
    assert len(days_of(begins, today)) >= 2


@given(days, st.integers(-7, 7 * ACTIVITY_WEEKS + 30))
def test_where_a_block_stands(began: date, passed: int):
    block = ActivityBlock(monday_of(began))
    today = block.began_on + timedelta(days=passed)
    stands = standing(block, today)
    if passed < 0:
        assert stands == BlockStanding(BlockPhase.AHEAD, block.began_on, 1)
    elif passed < 7 * ACTIVITY_WEEKS:
        assert stands == BlockStanding(BlockPhase.RUNNING, monday_of(today), passed // 7 + 1)
    else:
        assert stands == BlockStanding(BlockPhase.OVER, first_week(today))


def test_the_last_sunday_belongs_to_it_and_the_monday_after_does_not():
    block = ActivityBlock(MONDAY)
    assert standing(block, date(2026, 12, 20)) == BlockStanding(
        BlockPhase.RUNNING, date(2026, 12, 14), 4
    )
    assert standing(block, date(2026, 12, 21)).phase is BlockPhase.OVER


def test_without_a_block_or_with_one_they_ended_it_could_begin():
    assert standing(None, MONDAY) == BlockStanding(BlockPhase.NONE, MONDAY)
    ended = ActivityBlock(MONDAY, ended_on=MONDAY)
    assert standing(ended, date(2026, 11, 29)) == BlockStanding(
        BlockPhase.ENDED, date(2026, 11, 30)
    )


def test_only_days_that_are_not_past_can_be_planned():
    assert days_of(MONDAY, date(2026, 11, 27)) == tuple(date(2026, 11, d) for d in (27, 28, 29))
    assert len(days_of(MONDAY + WEEK, MONDAY)) == 7
    assert days_of(MONDAY, MONDAY + WEEK) == ()


# -- afterwards


@given(mondays, st.integers(0, 7 * 24 * 60 - 1), zones)
def test_it_is_asked_after_ninety_minutes_or_on_the_next_day(week: date, minutes: int, zone):
    local = datetime.combine(week, time(12), zone)
    at = local.astimezone(UTC) + timedelta(minutes=minutes)
    asked = asked_from(picked(an_idea(), week, at=at), zone)

    assert at < asked <= at + timedelta(minutes=90)
    same_day = (at + timedelta(minutes=90)).astimezone(zone).date() == at.astimezone(zone).date()
    if same_day:
        assert asked == at + timedelta(minutes=90)
    else:
        assert asked.astimezone(zone).date() > at.astimezone(zone).date()
        before = asked - timedelta(seconds=1)
        assert before.astimezone(zone).date() == at.astimezone(zone).date()


@given(mondays, zones)
def test_without_a_time_it_is_asked_on_sunday_evening(week: date, zone):
    local = asked_from(picked(an_idea(), week), zone).astimezone(zone)
    assert (local.date(), local.hour) == (week + timedelta(days=6), 18)


def test_the_newest_is_asked_about_until_they_have_said():
    last, this = picked(an_idea("a"), MONDAY - WEEK), picked(an_idea("b"), at=NOW)
    later = NOW + timedelta(minutes=90)
    assert asked_about([this, last], NOW, UTC) == last
    assert asked_about([this, last], later, UTC) == this
    said = replace(this, brought=Brought.NOT_THIS_TIME)
    assert asked_about([said, last], later, UTC) is None
    assert asked_about([], NOW, UTC) is None


def test_after_another_week_it_rests():
    pick = picked(an_idea(), MONDAY - WEEK)
    sunday = datetime(2026, 11, 29, 23, 59, tzinfo=UTC)
    assert asked_about([pick], sunday, UTC) == pick
    assert asked_about([pick], sunday + timedelta(minutes=1), UTC) is None


# -- what cannot be


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"author": Seat.LEFT},
        {"traits": Traits(None, Energy.LOW)},
        {"traits": Traits(Cost.FREE, None)},
        {"added_at": NOW.replace(tzinfo=None)},
        {"added_at": NOW, "text": "two\nlines"},
        {"added_at": NOW, "text": "x" * 121},
    ],
)
def test_no_idea_that_cannot_be(wrong: dict):
    with pytest.raises(ValueError, match=r".+") as refused:
        an_idea(**wrong)
    assert isinstance(refused.value, LineRefused) == (
        wrong.get("text") is not None and "added_at" in wrong
    )


def test_no_pick_and_no_block_that_cannot_be():
    with pytest.raises(ValueError, match="Monday"):
        picked(an_idea(), date(2026, 11, 24))
    with pytest.raises(ValueError, match="Monday"):
        ActivityBlock(date(2026, 11, 24))
    with pytest.raises(ValueError, match="UTC"):
        picked(an_idea(), at=NOW.astimezone(ZoneInfo("Europe/Berlin")))
    with pytest.raises(ValueError, match="text"):
        replace(picked(an_idea()), text="")
