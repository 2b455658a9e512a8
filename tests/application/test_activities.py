"""Four weeks with something new: begun, picked, planned, let go, ended; nobody remarks on it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coupleapp.application.activities import Activities
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.plans.appointments import WhenRefused
from coupleapp.domain.together.activities import ActivityBlock, BlockPhase, Brought
from coupleapp.domain.together.ideas import Cost, Energy, Filters, Idea, Traits
from coupleapp.domain.words.lines import LineRefused
from tests.application.hands import HandClock, new_id, write_protected

MONDAY = date(2026, 11, 23)
DAY = 86_400
WEEK = timedelta(weeks=1)
OURS = [Idea(f"n{n}", f"Idea {n}.", Traits(Cost.FREE, Energy.LOW)) for n in range(20)]


class Couple:
    """The two, their clock, and what they can do."""

    def __init__(self, store, clock: HandClock) -> None:
        self.clock = clock
        self.use = Activities(store.activities, clock, new_id, OURS)

    @property
    def here(self):
        return self.clock.now(), self.clock.zone()

    def state(self):
        stands = self.use.standing(*self.here)
        return stands.phase, stands.number

    def days_pass(self, days: float) -> None:
        self.clock.pass_time(days * DAY)

    def at(self, day: int, hour: int = 15) -> datetime:
        return datetime(2026, 11, day, hour, tzinfo=UTC)


@pytest.fixture
def two(store, clock) -> Couple:
    return Couple(store, clock)


def test_the_first_pick_begins_four_weeks(two, store):
    assert two.state() == (BlockPhase.NONE, 0)
    assert not two.use.needs_pick(*two.here)
    pick = two.use.pick(OURS[3])
    assert (pick.week, pick.text, pick.at) == (MONDAY, "Idea 3.", None)
    assert two.state() == (BlockPhase.RUNNING, 1)
    assert two.use.current(*two.here) == pick
    assert store.activities.block() == ActivityBlock(MONDAY)


def test_each_week_asks_for_one_and_after_four_it_is_quiet(two):
    two.use.pick(OURS[0])
    assert not two.use.needs_pick(*two.here)
    for number in (2, 3, 4):
        two.days_pass(7)
        assert two.state() == (BlockPhase.RUNNING, number)
        assert two.use.current(*two.here) is None
        assert two.use.needs_pick(*two.here)
    two.days_pass(7)
    assert two.state() == (BlockPhase.OVER, 0)
    assert not two.use.needs_pick(*two.here)
    two.use.pick(OURS[1])
    assert two.state() == (BlockPhase.RUNNING, 1)


def test_begun_without_a_pick_it_waits_for_one(two):
    block = two.use.begin()
    assert two.use.needs_pick(*two.here)
    two.days_pass(8)
    assert two.use.begin() == block


def test_on_a_sunday_it_begins_with_the_next_day(two):
    two.days_pass(6)
    pick = two.use.pick(OURS[0])
    assert pick.week == MONDAY + WEEK
    assert two.state() == (BlockPhase.AHEAD, 1)
    assert two.use.current(*two.here) == pick
    two.use.drop(pick)
    assert not two.use.needs_pick(*two.here)
    two.days_pass(1)
    assert two.state() == (BlockPhase.RUNNING, 1)
    assert two.use.needs_pick(*two.here)


def test_the_week_is_that_of_the_couple_s_own_clock(two):
    """Monday at 20:00 in Greenwich is Tuesday morning in Auckland; Sunday noon is Monday there."""
    two.use.pick(OURS[0])
    auckland = ZoneInfo("Pacific/Auckland")
    sunday = datetime(2026, 11, 29, 12, tzinfo=UTC)
    assert two.use.current(sunday, UTC) is not None
    assert two.use.current(sunday, auckland) is None
    assert two.use.needs_pick(sunday, auckland)


def test_ended_nothing_is_asked_any_more(two):
    two.use.pick(OURS[0])
    two.use.end()
    two.days_pass(6)
    assert two.state() == (BlockPhase.ENDED, 0)
    assert two.use.current(*two.here) is None
    assert two.use.to_ask(*two.here) is None
    assert not two.use.needs_pick(*two.here)


def test_ended_and_begun_again_in_the_same_week_goes_on(two):
    two.use.pick(OURS[0])
    two.use.end()
    two.use.begin()
    assert two.state() == (BlockPhase.RUNNING, 1)
    assert two.use.current(*two.here).idea_id == "n0"


def test_nothing_to_end_is_nothing(two, store):
    two.use.end()
    assert store.activities.block() is None
    two.use.begin()
    two.days_pass(40)
    two.use.end()
    assert store.activities.block().ended_on is None


def test_another_idea_takes_the_place_and_keeps_the_time(two):
    pick = two.use.plan(two.use.pick(OURS[0]), two.at(25))
    other = two.use.pick(OURS[1])
    assert other == replace(pick, idea_id="n1", text="Idea 1.")
    two.days_pass(3)
    assert two.use.pick(OURS[2]).at is None


def test_a_time_is_planned_changed_and_left_open(two):
    pick = two.use.pick(OURS[0])
    berlin = two.at(28).astimezone(ZoneInfo("Europe/Berlin"))
    planned = two.use.plan(pick, berlin)
    assert planned.at == two.at(28)
    assert planned.at.tzinfo is UTC
    assert two.use.plan(planned, two.at(27)).at == two.at(27)
    assert two.use.planned_before() == two.at(27)
    assert two.use.plan(planned, None) == pick
    assert two.use.planned_before() is None


def test_a_time_that_is_past_or_in_another_week_changes_nothing(two):
    pick = two.use.pick(OURS[0])
    with pytest.raises(WhenRefused):
        two.use.plan(pick, two.clock.now())
    with pytest.raises(ValueError, match="week"):
        two.use.plan(pick, two.at(30))
    assert two.use.current(*two.here) == pick


def test_afterwards_they_say_and_may_say_otherwise(two):
    pick = two.use.plan(two.use.pick(OURS[0]), two.at(23, 21))
    assert two.use.to_ask(*two.here) is None
    two.clock.pass_time(2.5 * 3600)
    assert two.use.to_ask(*two.here) == pick
    said = two.use.say(pick, Brought.NOT_THIS_TIME)
    assert two.use.to_ask(*two.here) is None
    assert two.use.current(*two.here).brought is Brought.NOT_THIS_TIME
    with pytest.raises(ValueError, match="done"):
        two.use.pick(OURS[1])
    assert two.use.to_ask(*two.here) is None
    two.use.say(said, None)
    assert two.use.to_ask(*two.here) == pick


def test_the_last_week_is_asked_about_when_the_four_are_over(two):
    two.use.begin()
    two.days_pass(21)
    pick = two.use.pick(OURS[0])
    two.days_pass(7)
    assert two.state()[0] is BlockPhase.OVER
    assert two.use.to_ask(*two.here) == pick


def test_what_was_let_go_is_offered_again_and_not_asked_about(two):
    pick = two.use.pick(OURS[5])
    assert OURS[5] not in two.use.offered(Filters())
    two.use.drop(pick)
    assert OURS[5] in two.use.offered(Filters())
    two.days_pass(6.5)
    assert two.use.to_ask(*two.here) is None


def test_nothing_comes_twice_in_a_year_of_picks(two):
    seen = []
    for _ in range(len(OURS)):
        first = two.use.offered(Filters())[0]
        seen.append(first.id)
        two.use.pick(first)
        two.days_pass(7)
    assert len(set(seen)) == len(OURS)


def test_their_own_ideas(two):
    idea = two.use.add("  The  lake\n at dusk ", Seat.RIGHT, Traits(Cost.SOME))
    assert (idea.text, idea.author) == ("The lake at dusk", Seat.RIGHT)
    assert two.use.offered(Filters())[0] == idea
    assert idea not in two.use.offered(Filters(costs=frozenset({Cost.FREE})))
    pick = two.use.pick(idea)
    changed = two.use.change(idea, "The lake at dawn", None, Traits())
    assert (changed.id, changed.added_at) == (idea.id, idea.added_at)
    assert two.use.own() == (changed,)
    assert two.use.current(*two.here).text == "The lake at dawn"
    two.use.delete(changed)
    assert two.use.own() == ()
    assert two.use.current(*two.here) is None
    assert pick.idea_id == idea.id


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 121])
def test_what_is_no_line_is_not_kept(two, text):
    with pytest.raises(LineRefused):
        two.use.add(text, None, Traits())
    assert two.use.own() == ()


def test_ours_stay_as_they_are(two):
    with pytest.raises(ValueError, match="ours"):
        two.use.change(OURS[0], "Mine", None, Traits())
    assert two.use.own() == ()


def test_what_cannot_be_kept_has_not_happened(two, store):
    with write_protected(store):
        with pytest.raises(StoreError):
            two.use.pick(OURS[0])
        with pytest.raises(StoreError):
            two.use.add("The lake", None, Traits())
    assert two.state() == (BlockPhase.NONE, 0)
    assert two.use.own() == ()
