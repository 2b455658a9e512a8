"""What is due is claimed once, put off as promised, and rests with an end."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.couples import Couples
from coupleapp.application.export import everything
from coupleapp.application.plans import Plans
from coupleapp.application.ports import StoreError
from coupleapp.application.reminding import Kept, Reminding
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Appreciation
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.programme.theme_queue import Choice, ChoiceKind
from coupleapp.domain.reminders.kinds import Outlook, Reminder, ReminderKind
from coupleapp.store.agreements import add_agreement
from coupleapp.store.needs_tables import AgreementEventRow
from tests.application.hands import new_id, play_through, press_on, sessions_of, write_protected
from tests.domain.agreements.agreeing import BOTH, GOOD, TEA
from tests.domain.guided_session.sessions import a_plan

K = ReminderKind
AT = time(21, 30)


def kept_in(store, clock):
    agreements = Agreements(store.agreements, clock)
    return Kept(store.evenings, store.sessions, store.notebook, agreements, store.programme)


class Life:
    """A couple, and what reminds them."""

    def __init__(self, store, clock) -> None:
        self.store, self.clock = store, clock
        self.couples = Couples(store.couple, clock)
        self.couples.begin("Maya", "Tomas", AT)
        self.plans = Plans(store.appointments, store.rituals, clock, new_id)
        self.activities = Activities(store.activities, clock, new_id, ())
        kept = kept_in(store, clock)
        self.reminding = Reminding(self.couples, self.plans, self.activities, kept, clock)

    def go_to(self, moment: datetime) -> None:
        self.clock.move_wall((moment - self.clock.now()).total_seconds())

    def at(self, local: str, days: int = 0) -> datetime:
        """This time on their first day, or so many days later."""
        zone = self.clock.zone()
        day = self.couples.couple.since + timedelta(days=days)
        return datetime.combine(day, time.fromisoformat(local), tzinfo=zone)

    def due(self) -> list[ReminderKind]:
        return [reminder.kind for reminder in self.reminding.due()]

    def show(self) -> Reminder:
        reminder = self.reminding.due()[0]
        assert self.reminding.claim(reminder)
        return reminder


@pytest.fixture
def life(store, clock):
    return Life(store, clock)


def test_nothing_before_there_is_a_couple(store, clock):
    kept = kept_in(store, clock)
    plans = Plans(store.appointments, store.rituals, clock, new_id)
    activities = Activities(store.activities, clock, new_id, ())
    nobody = Reminding(Couples(store.couple, clock), plans, activities, kept, clock)
    assert (nobody.look(), nobody.upcoming()) == (Outlook(), ())
    assert nobody.invitations() == ()


def test_the_evening_is_claimed_once_by_whoever_is_first(life):
    life.go_to(life.at("21:30"))
    assert life.due() == [K.APPRECIATION]
    reminder = life.show()
    assert not life.reminding.claim(reminder)
    assert life.due() == []
    life.go_to(life.at("21:30", days=1))
    assert life.due() == [K.APPRECIATION]


def test_what_cannot_be_claimed_is_not_shown(life):
    life.go_to(life.at("21:30"))
    (reminder,) = life.reminding.due()
    with write_protected(life.store), pytest.raises(StoreError):
        life.reminding.claim(reminder)
    assert life.reminding.claim(reminder)


def test_what_nobody_could_see_is_due_at_once_and_once(life):
    life.go_to(life.at("21:30"))
    life.reminding.ask_again(life.show())
    assert life.due() == [K.APPRECIATION]
    life.show()
    assert life.due() == []


@pytest.mark.parametrize("minutes", [15, 30])
def test_later_is_as_long_as_was_said_and_once(life, minutes):
    life.go_to(life.at("21:30"))
    reminder = life.show()
    life.reminding.later(reminder, minutes)
    assert life.due() == []
    assert life.reminding.look().look_again == life.clock.now() + timedelta(minutes=minutes)
    life.go_to(life.at("21:30") + timedelta(minutes=minutes))
    assert life.due() == [K.APPRECIATION]
    life.show()
    assert life.due() == []


def test_a_new_theme_is_a_word_worth_and_not_while_they_are_done_for_now(life):
    programme = life.store.programme
    play_through(sessions_of(life.store, life.clock).begin(a_plan()), life.clock)
    life.go_to(life.at("18:30", days=7))
    assert K.THEME in life.reminding.invitations()
    programme.keep_choice(Choice(ChoiceKind.DONE, life.clock.now()))
    assert K.THEME not in life.reminding.invitations()
    programme.keep_choice(Choice(ChoiceKind.BEGIN, life.clock.now()))
    assert K.THEME in life.reminding.invitations()
    order = ("home", "joys")
    programme.keep_choice(Choice(ChoiceKind.LAST, life.clock.now(), "joys", order))
    assert K.THEME not in life.reminding.invitations()


def test_any_other_later_is_refused(life):
    with pytest.raises(ValueError, match="minutes"):
        life.reminding.later(Reminder(K.APPRECIATION, date(2026, 11, 23)), 20)


def test_not_tonight_takes_a_promise_back(life):
    life.go_to(life.at("21:30"))
    reminder = life.show()
    life.reminding.later(reminder, 15)
    life.reminding.let_go(reminder)
    life.go_to(life.at("21:46"))
    assert life.due() == []


def test_a_rest_has_an_end_that_is_told(life):
    life.go_to(life.at("12:00"))
    for days in (0, 61):
        with pytest.raises(ValueError, match="rest"):
            life.reminding.rest(days)
    life.reminding.rest(3)
    ends = life.couples.couple.since + timedelta(days=3)
    assert life.reminding.rests_until() == ends
    for days in range(3):
        life.go_to(life.at("21:31", days=days))
        assert life.due() == []
    life.go_to(life.at("21:31", days=3))
    assert life.reminding.rests_until() is None
    assert life.due() == [K.APPRECIATION]


def test_a_rest_can_be_ended(life):
    life.go_to(life.at("21:31"))
    life.reminding.rest(7)
    assert life.due() == []
    life.reminding.wake()
    assert (life.due(), life.reminding.rests_until()) == ([K.APPRECIATION], None)


def test_a_talk_that_waits_comes_at_each_time_that_was_chosen(life):
    leader = sessions_of(life.store, life.clock).begin(a_plan())
    while not isinstance(leader.state.step, s.Talking):
        press_on(leader)
    leader.handle(pc.AskPause(Seat.LEFT))
    until = life.clock.now() + timedelta(hours=22)
    leader.handle(pc.BookReturn(PauseKind.FLOODED, until))
    life.reminding.let_go(Reminder(K.APPRECIATION, life.couples.couple.since))
    life.go_to(until - timedelta(seconds=1))
    assert K.RETURN not in life.due()
    life.go_to(until)
    assert life.due()[0] is K.RETURN
    reminder = life.show()
    life.reminding.later(reminder, 30)
    life.go_to(until + timedelta(minutes=30))
    assert life.due()[0] is K.RETURN
    life.show()
    assert K.RETURN not in life.due()


def test_a_talk_agreed_on_comes_unless_they_have_sat_down(life):
    agreed = life.at("17:00", days=1)
    life.plans.make(agreed)
    life.go_to(agreed)
    assert life.due() == [K.APPOINTMENT]
    sessions_of(life.store, life.clock).begin(a_plan())
    assert life.due() == []


def test_a_ritual_comes_when_both_have_said_yes(life):
    day = life.couples.couple.since + timedelta(days=1)
    ritual = life.plans.propose("Tea", "We stop.", frozenset({day.weekday()}), time(17, 0))
    ritual = life.plans.confirm(ritual, Seat.LEFT)
    life.go_to(life.at("17:05", days=1))
    assert life.due() == []
    life.plans.confirm(ritual, Seat.RIGHT)
    assert life.due() == [K.RITUAL]
    life.show()
    assert life.due() == []
    life.go_to(life.at("17:05", days=8))
    assert K.RITUAL in life.due()


def test_the_month_is_invited_to_until_it_was_held(life):
    life.store.evenings.give(life.at("21:30", days=27).date(), Appreciation(Seat.LEFT, None))
    life.go_to(life.at("18:30", days=28))
    assert life.due() == [K.CHECK_IN]
    assert life.reminding.invitations() == (K.CHECK_IN,)
    life.show()
    assert life.due() == []
    assert life.reminding.invitations() == (K.CHECK_IN,), "on Home it stays"


class TestAnAgreement:
    """Made on their first day, to be looked at again two weeks later."""

    @pytest.fixture
    def tried(self, life):
        life.couples.choose(replace(life.couples.settings, evening=None))
        with life.store.database.transaction() as work:
            for key, days in (("a1", 14), ("a2", 16)):
                on = life.at("12:00", days=days).date()
                add_agreement(work, replace(TEA, id=key, review_on=on))
        life.agreements = Agreements(life.store.agreements, life.clock)
        return life

    def through(self, life, begins, ends) -> list[tuple[int, ReminderKind]]:
        """What comes, evening by evening."""
        came = []
        for day in range(begins, ends):
            for local in ("18:29", "18:30", "19:00", "19:59", "23:00"):
                life.go_to(life.at(local, days=day))
                came += [(day, life.show().kind) for _ in life.due()]
        return came

    def review(self, life, key, command) -> None:
        for seat in Seat:
            life.agreements.do(key, r.Answer(seat, GOOD))
        life.agreements.do(key, command)

    def test_it_comes_once_on_its_day_and_waits_on_home(self, tried):
        assert self.through(tried, 0, 14) == []
        assert self.through(tried, 14, 16) == [(14, K.REVIEW)]
        assert tried.reminding.invitations() == (K.REVIEW,)
        # The other one's day, in the same week, asks in the week after.
        assert self.through(tried, 16, 28) == [(21, K.REVIEW)]

    def test_what_was_looked_at_waits_no_more(self, tried):
        tried.go_to(tried.at("12:00", days=16))
        assert tried.reminding.invitations() == (K.REVIEW,)
        self.review(tried, "a2", r.End(BOTH))
        assert tried.reminding.invitations() == (K.REVIEW,), "the first one still is"
        self.review(tried, "a1", r.Keep(BOTH, 7))
        assert tried.reminding.invitations() == ()
        assert self.through(tried, 16, 24) == [(23, K.REVIEW)]

    @pytest.mark.parametrize("command", [r.Leave(), r.Park(BOTH), r.Keep(BOTH, None)])
    def test_left_parked_or_without_a_day_it_reminds_of_nothing(self, tried, command):
        tried.go_to(tried.at("12:00", days=2))
        for key in ("a1", "a2"):
            self.review(tried, key, command)
        assert K.REVIEW not in [kind for _, kind in self.through(tried, 2, 40)]

    def test_one_half_of_a_review_is_something_together(self, tried):
        tried.go_to(tried.at("12:00", days=30))
        assert tried.reminding.invitations() == (K.WELCOME,)
        tried.agreements.do("a1", r.Answer(Seat.RIGHT, GOOD))
        assert K.WELCOME not in tried.reminding.invitations()
        assert tried.reminding.invitations()[0] is K.REVIEW

    def test_it_is_told_in_advance(self, tried):
        tried.go_to(tried.at("12:00", days=13))
        coming = tried.reminding.upcoming()
        assert (tried.at("18:30", days=14), K.REVIEW) in [(at, one.kind) for at, one in coming]


def test_after_quiet_weeks_there_is_a_welcome_and_no_backlog(life):
    sessions = sessions_of(life.store, life.clock)
    play_through(sessions.begin(a_plan()), life.clock)
    life.go_to(life.at("18:30", days=60))
    assert life.due() == [K.WELCOME]
    assert life.reminding.invitations() == (K.WELCOME,)
    life.show()
    life.go_to(life.at("18:30", days=68))
    assert life.due() == []


def test_an_evening_said_aloud_is_something_together_too(life):
    given = life.at("21:30", days=50).date()
    life.store.evenings.give(given, Appreciation(Seat.LEFT, None))
    life.go_to(life.at("18:30", days=60))
    assert K.WELCOME not in life.due()


def test_what_home_was_taken_at_its_word_for_needs_no_window(life):
    life.store.evenings.give(life.at("21:30", days=27).date(), Appreciation(Seat.LEFT, None))
    life.go_to(life.at("18:00", days=28))
    life.reminding.take(K.CHECK_IN)
    life.go_to(life.at("18:30", days=28))
    assert life.due() == []


def test_an_evening_on_which_nobody_could_be_asked(life):
    first = life.couples.couple.since
    assert not life.reminding.stayed_quiet(first), "they have only just begun"
    life.reminding.let_go(Reminder(K.APPRECIATION, first + timedelta(days=1)))
    life.go_to(life.at("10:00", days=3))
    assert life.reminding.stayed_quiet(first + timedelta(days=2))
    assert not life.reminding.stayed_quiet(first + timedelta(days=1)), "it came"
    life.go_to(life.at("10:00", days=4))
    assert not life.reminding.stayed_quiet(first + timedelta(days=3)), "said once is enough"
    life.store.evenings.give(first + timedelta(days=2), Appreciation(Seat.LEFT, None))
    assert not life.reminding.stayed_quiet(first + timedelta(days=2))


def test_a_ritual_put_off_late_still_comes(life):
    life.couples.choose(replace(life.couples.settings, evening=None, invite_at=None))
    day = life.couples.couple.since + timedelta(days=1)
    ritual = life.plans.propose("Tea", "We stop.", frozenset({day.weekday()}), time(20, 0))
    life.plans.confirm(life.plans.confirm(ritual, Seat.LEFT), Seat.RIGHT)
    life.go_to(life.at("21:20", days=1))
    life.reminding.later(life.show(), 30)
    life.go_to(life.at("21:50", days=1))
    assert life.due() == [K.RITUAL]


def test_a_talk_put_off_comes_though_another_is_agreed(life):
    life.couples.choose(replace(life.couples.settings, evening=None, invite_at=None))
    life.plans.make(life.at("17:00", days=1))
    life.plans.make(life.at("19:00", days=1))
    life.go_to(life.at("18:20", days=1))
    life.reminding.later(life.show(), 30)
    life.go_to(life.at("18:50", days=1))
    assert life.due() == [K.APPOINTMENT]


def test_a_clock_that_was_years_ahead_silences_nothing(life):
    life.go_to(life.at("21:30", days=400))
    life.reminding.let_go(Reminder(K.CHECK_IN, life.at("18:30", days=400).date()))
    sessions_of(life.store, life.clock).begin(a_plan())
    life.go_to(life.at("18:00", days=27))
    life.store.evenings.give(life.at("21:30", days=27).date(), Appreciation(Seat.LEFT, None))
    life.plans.make(life.at("17:00", days=28))
    life.go_to(life.at("17:00", days=28))
    assert life.due() == [K.APPOINTMENT]
    life.show()
    life.go_to(life.at("18:30", days=28))
    assert life.due() == [K.CHECK_IN]


def test_what_comes_next_is_told_in_order(life):
    life.go_to(life.at("12:00"))
    life.plans.make(life.at("17:00", days=1))
    coming = life.reminding.upcoming()
    assert [reminder.kind for _, reminder in coming] == [
        K.APPRECIATION,
        K.APPOINTMENT,
        K.APPRECIATION,
    ]
    assert [at for at, _ in coming] == [
        life.at("21:30"),
        life.at("17:00", days=1),
        life.at("21:30", days=1),
    ]


def test_an_agreement_that_cannot_be_read_stops_no_reminder_and_no_export(life):
    with life.store.database.transaction() as work:
        add_agreement(work, TEA)
        add_agreement(work, replace(TEA, id="a2", when="on Sundays"))
        work.get(AgreementEventRow, ("a1", 0)).data = "{}"
    assert life.reminding.standing().reviews == (TEA.review_on,)
    life.reminding.due()
    assert [one["id"] for one in everything(life.store)["agreements"]] == ["a2"]


def test_without_a_couple_nothing_stands(store, clock):
    plans = Plans(store.appointments, store.rituals, clock, new_id)
    activities = Activities(store.activities, clock, new_id, ())
    nobody = Reminding(
        Couples(store.couple, clock), plans, activities, kept_in(store, clock), clock
    )
    with pytest.raises(ValueError, match="no couple"):
        nobody.standing()


def test_when_the_quiet_moment_comes_again_is_told_until_it_comes(life):
    today = life.couples.couple.since
    life.go_to(life.at("21:30"))
    assert life.reminding.put_off_until(today) is None
    reminder = life.show()
    assert life.reminding.put_off_until(today) is None
    life.reminding.later(reminder, 15)
    assert life.reminding.put_off_until(today) == life.at("21:45")
    life.go_to(life.at("21:45"))
    assert life.reminding.put_off_until(today) is None


def test_a_talk_that_waits_anew_on_the_same_evening_is_claimed_anew(life):
    reminder = Reminder(K.RETURN, life.couples.couple.since, life.clock.now())
    assert life.reminding.claim(reminder)
    assert not life.reminding.claim(reminder)
    life.clock.pass_time(600)
    anew = replace(reminder, since=life.clock.now())
    assert life.reminding.claim(anew)
    assert not life.reminding.claim(anew)
