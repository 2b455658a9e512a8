"""Agreed times and rituals over a real store: made, moved, let go, put back, forgotten."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from sqlalchemy.exc import OperationalError

from coupleapp.application.plans import Plans
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.plans.appointments import FORGOTTEN_AFTER, WhenFault, WhenRefused
from coupleapp.domain.plans.rituals import NoDays
from coupleapp.domain.trusted_date import DATE_DOUBTED_AFTER
from coupleapp.domain.words.lines import LineRefused
from tests.application.hands import new_id, play_through, press_on, sessions_of, write_protected
from tests.domain.guided_session.sessions import a_plan

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FRIDAY = frozenset({4})


@pytest.fixture
def plans(store, clock):
    history = store.sessions.history
    return Plans(store.appointments, store.rituals, clock, new_id, lambda: True, history)


@pytest.fixture
def tea(plans):
    return plans.propose(" Tea on\nthe stairs ", "The day may stay outside.", FRIDAY, time(20))


def at_next_date(store, clock):
    """A session where they are asked for the next one."""
    leader = sessions_of(store, clock).begin(a_plan())
    while not isinstance(leader.state.step, s.NextDate):
        press_on(leader)
    return leader


class TestAppointments:
    def test_made_and_read_again(self, plans, clock, store):
        there = timezone(2 * HOUR)
        at = (clock.now() + DAY).astimezone(there)
        made = plans.make(at, " the kitchen ", "listen\nfirst")
        assert (made.place, made.will) == ("the kitchen", "listen first")
        assert (made.at, made.at.tzinfo) == (at, UTC)
        assert store.appointments.appointments() == (made,)
        assert plans.next_appointment() == made

    @pytest.mark.parametrize(
        ("hours", "fault"), [(-1, WhenFault.PAST), (0, WhenFault.PAST), (9000, WhenFault.TOO_FAR)]
    )
    def test_a_time_that_cannot_be(self, plans, clock, hours, fault):
        with pytest.raises(WhenRefused) as refused:
            plans.make(clock.now() + hours * HOUR)
        assert refused.value.fault is fault
        assert plans.appointments() == ()

    def test_too_many_words(self, plans, clock):
        for words in (("x" * 121, ""), ("", "x" * 121)):
            with pytest.raises(LineRefused):
                plans.make(clock.now() + DAY, *words)
        assert plans.appointments() == ()

    def test_moved(self, plans, clock):
        made = plans.make(clock.now() + DAY, "the kitchen", "listen")
        moved = plans.move(made, clock.now() + 2 * DAY, "the park", "")
        assert moved.id == made.id
        assert plans.appointments() == (moved,)
        assert (moved.place, moved.will) == ("the park", "")

    def test_one_that_began_keeps_its_time_but_goes_to_no_other_past(self, plans, clock):
        made = plans.make(clock.now() + HOUR)
        clock.pass_time(2 * 3600)
        elsewhere = plans.move(made, made.at, "the park")
        with pytest.raises(WhenRefused):
            plans.move(elsewhere, clock.now() - HOUR / 2)
        assert plans.appointments() == (elsewhere,)

    def test_let_go_and_put_back(self, plans, clock):
        made = plans.make(clock.now() + DAY, "the kitchen")
        plans.drop(made)
        assert plans.next_appointment() is None
        plans.put_back(made)
        assert plans.appointments() == (made,)

    def test_a_day_after_it_began_it_is_hidden(self, plans, clock, store):
        made = plans.make(clock.now() + HOUR, "the kitchen")
        later = plans.make(clock.now() + 50 * HOUR)
        clock.pass_time(25 * 3600)
        assert plans.appointments() == (made, later)
        clock.pass_time(1)
        assert plans.appointments() == (later,)
        plans.forget_past()
        assert store.appointments.appointments() == (made, later), "to read erases nothing"

    def test_long_after_it_began_it_is_erased(self, plans, clock, store):
        made = plans.make(clock.now() + HOUR, "the kitchen")
        later = plans.make(clock.now() + 90 * DAY)
        clock.pass_time((HOUR + FORGOTTEN_AFTER).total_seconds())
        plans.forget_past()
        assert store.appointments.appointments() == (made, later)
        clock.pass_time(1)
        assert plans.appointments() == (later,)
        doubtful = Plans(store.appointments, store.rituals, clock, new_id, lambda: False)
        doubtful.forget_past()
        assert store.appointments.appointments() == (made, later), "the date may be wrong"
        plans.forget_past()
        assert store.appointments.appointments() == (later,)

    def test_no_jump_that_is_not_asked_about_reaches_what_is_ahead(self, plans, clock, store):
        made = plans.make(clock.now() + timedelta(seconds=1))
        clock.move_wall(DATE_DOUBTED_AFTER.total_seconds())
        plans.forget_past()
        assert plans.appointments() == ()
        clock.move_wall(-DATE_DOUBTED_AFTER.total_seconds())
        assert plans.appointments() == (made,)

    def test_what_cannot_be_kept_changes_nothing(self, plans, clock, store):
        made = plans.make(clock.now() + DAY, "the kitchen")
        with write_protected(store):
            for work in (
                lambda: plans.make(clock.now() + DAY),
                lambda: plans.move(made, clock.now() + 2 * DAY),
                lambda: plans.drop(made),
            ):
                with pytest.raises(StoreReadOnly):
                    work()
        assert plans.appointments() == (made,)


class TestTheNextDateOfASession:
    def test_it_becomes_the_appointment(self, store, clock, plans):
        leader = at_next_date(store, clock)
        at = datetime(2026, 11, 30, 21, 0, tzinfo=timezone(HOUR))
        assert leader.plan_next(at, " the kitchen ", "listen") is None
        (made,) = plans.appointments()
        assert (made.at, made.at.tzinfo) == (at, UTC)
        assert (made.place, made.will) == ("the kitchen", "listen")
        assert leader.state.next_date == at

    def test_no_event_holds_its_words(self, store, clock):
        leader = at_next_date(store, clock)
        leader.plan_next(clock.now() + DAY, "marzipan", "nougat")
        assert "marzipan" not in repr(store.sessions.log(leader.id))
        assert "nougat" not in repr(store.sessions.log(leader.id))

    def test_it_takes_the_place_of_the_last_session_s(self, store, clock, plans):
        by_hand = plans.make(clock.now() + 3 * DAY, "by hand")
        at_next_date(store, clock).plan_next(clock.now() + 2 * DAY, "first")
        at_next_date(store, clock).plan_next(clock.now() + 5 * DAY, "second")
        assert [one.place for one in plans.appointments()] == ["by hand", "second"]
        assert by_hand in plans.appointments()

    def test_it_takes_the_place_of_the_one_they_have_come_to(self, store, clock, plans):
        plans.make(clock.now() + HOUR, "tonight")
        clock.pass_time(3600)
        at_next_date(store, clock).plan_next(clock.now() + DAY, "tomorrow")
        assert [one.place for one in plans.appointments()] == ["tomorrow"]

    def test_left_open_nothing_changes(self, store, clock, plans):
        at_next_date(store, clock).plan_next(clock.now() + 2 * DAY, "first")
        at_next_date(store, clock).handle(c.PlanNext(None))
        assert [one.place for one in plans.appointments()] == ["first"]

    def test_a_time_that_has_passed_is_refused_and_too_many_words_too(self, store, clock, plans):
        leader = at_next_date(store, clock)
        assert leader.plan_next(clock.now() - HOUR, "x") is not None
        with pytest.raises(LineRefused):
            leader.plan_next(clock.now() + DAY, "x" * 121)
        assert plans.appointments() == ()
        assert isinstance(leader.state.step, s.NextDate)

    def test_both_are_kept_or_neither(self, store, clock, plans):
        leader = at_next_date(store, clock)
        before = leader.state
        log = store.sessions.log(leader.id)
        store.database._run("ALTER TABLE appointment RENAME TO elsewhere")
        with pytest.raises(OperationalError):
            leader.plan_next(clock.now() + DAY)
        store.database._run("ALTER TABLE elsewhere RENAME TO appointment")
        assert leader.state is before
        assert store.sessions.log(leader.id) == log
        with write_protected(store), pytest.raises(StoreReadOnly):
            leader.plan_next(clock.now() + DAY)
        assert plans.appointments() == ()
        assert leader.plan_next(clock.now() + DAY) is None
        assert [one.id for one in plans.appointments()] == [leader.id]

    def test_a_held_session_plans_nothing(self, store, clock, plans):
        leader = at_next_date(store, clock)
        leader.hold()
        assert leader.plan_next(clock.now() + DAY) is not None
        assert plans.appointments() == ()


class TestRituals:
    def test_proposed_it_waits_for_both(self, plans, tea, clock):
        assert plans.rituals() == (tea,)
        assert (tea.name, tea.since) == ("Tea on the stairs", clock.now())
        assert not tea.ours

    def test_each_says_yes(self, plans, tea):
        one = plans.confirm(tea, Seat.RIGHT)
        assert plans.rituals() == (one,)
        assert not one.ours
        both = plans.confirm(one, Seat.LEFT)
        assert plans.rituals() == (both,)
        assert both.ours

    def test_a_second_yes_of_the_same_one_is_kept_already(self, plans, tea, store):
        one = plans.confirm(tea, Seat.LEFT)
        with write_protected(store):
            assert plans.confirm(one, Seat.LEFT) == one
        assert not one.ours

    def test_a_change_asks_both_again(self, plans, tea, clock):
        ours = plans.confirm(plans.confirm(tea, Seat.RIGHT), Seat.LEFT)
        clock.pass_time(60)
        same = plans.change(ours, ours.name, ours.meaning, ours.days, ours.at)
        assert same == ours
        new = plans.change(ours, ours.name, ours.meaning, ours.days, time(21))
        assert plans.rituals() == (new,)
        assert (new.agreed, new.since) == (frozenset(), clock.now())

    def test_what_is_no_ritual(self, plans, tea):
        with pytest.raises(LineRefused):
            plans.propose("", "why", FRIDAY, time(20))
        with pytest.raises(LineRefused):
            plans.change(tea, tea.name, " ", FRIDAY, time(20))
        with pytest.raises(NoDays):
            plans.propose("name", "why", frozenset(), time(20))
        assert plans.rituals() == (tea,)

    def test_let_go_and_taken_up_again_with_its_yes(self, plans, tea):
        agreed = plans.confirm(tea, Seat.LEFT)
        plans.let_go(agreed)
        assert plans.rituals() == ()
        plans.take_up_again(agreed)
        assert plans.rituals() == (agreed,)

    def test_what_cannot_be_kept_changes_nothing(self, plans, tea, store):
        with write_protected(store):
            for work in (
                lambda: plans.confirm(tea, Seat.LEFT),
                lambda: plans.change(tea, "x", "y", FRIDAY, time(20)),
                lambda: plans.let_go(tea),
                lambda: plans.propose("x", "y", FRIDAY, time(20)),
            ):
                with pytest.raises(StoreReadOnly):
                    work()
        assert plans.rituals() == (tea,)


class TestOffered:
    def test_a_week_after_tonight_at_the_half_hour(self, store, clock, plans):
        play_through(sessions_of(store, clock).begin(a_plan()), clock)
        clock.move_wall((2 * HOUR).total_seconds())
        leader = at_next_date(store, clock)
        assert plans.has_last_time(leader.began_at)
        again = plans.offered(leader.id, leader.began_at)
        wanted = datetime(2026, 11, 30, 22, 0, tzinfo=UTC)
        assert leader.began_at + 7 * DAY != wanted
        assert (again.id, again.at, again.place) == (leader.id, wanted, "")
        assert plans.of_session(leader.id) is None

    @pytest.mark.parametrize("hours", [-12, -3, 3])
    def test_after_the_first_talk_in_the_evening_whenever_that_was(
        self, store, clock, plans, hours
    ):
        clock.move_wall((hours * HOUR).total_seconds())
        leader = at_next_date(store, clock)
        assert not plans.has_last_time(leader.began_at)
        offered = plans.offered(leader.id, leader.began_at)
        assert offered.at == datetime(2026, 11, 30, 20, 0, tzinfo=UTC)

    def test_what_never_came_to_a_talk_was_no_last_time(self, store, clock, plans):
        before = sessions_of(store, clock).begin(a_plan())
        before.handle(c.Stop())
        before.handle(c.LeaveStopped())
        clock.move_wall((2 * HOUR).total_seconds())
        leader = at_next_date(store, clock)
        assert not plans.has_last_time(leader.began_at)

    def test_as_it_was_agreed_for_tonight_and_there(self, store, clock, plans):
        tonight = plans.make(clock.now() + timedelta(minutes=10), "the kitchen", "listen")
        leader = at_next_date(store, clock)
        again = plans.offered(leader.id, leader.began_at)
        assert (again.at, again.place, again.will) == (tonight.at + 7 * DAY, "the kitchen", "")
        assert leader.plan_next(again.at, again.place) is None
        assert plans.of_session(leader.id) == again
