"""An agreement's life: tried, reviewed in private, decided by both, left by either."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coupleapp.domain.agreements import life as e
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.agreement import Topic, review_day, reworded, words_of
from coupleapp.domain.agreements.life import How, ImpossibleLifeError, Made, Status, evolve, fold
from coupleapp.domain.agreements.review import (
    Distance,
    Finding,
    PrivateAnswer,
    Shift,
    dignity_kept,
    finding_of,
)
from coupleapp.domain.agreements.rules import AgreementFault, AgreementRefusal, decide
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import TRIAL_BOUNDS
from tests.domain.agreements import agreeing
from tests.domain.agreements.agreeing import (
    BOTH,
    GOOD,
    LEFT,
    NOW,
    RIGHT,
    TEA,
    TENSE,
    TIGHT,
    after,
    answered,
    reviewed,
)

DAY = timedelta(days=1)
NEW = reworded(TEA, replace(words_of(TEA), when="on Sundays"), NOW, review_day(NOW, UTC))
TOGETHER = [r.Keep(BOTH, 14), r.Keep(BOTH, None), r.Change(BOTH, NEW), r.End(BOTH), r.Park(BOTH)]
RUNNING = fold([Made(TEA)])
PARKED = after(reviewed(), r.Park(BOTH))
OVER = after(RUNNING, r.Leave())


class TestTheFinding:
    @pytest.mark.parametrize(
        ("left", "right", "fitted"),
        [
            (GOOD, GOOD, True),
            (GOOD, TENSE, False),
            (TIGHT, GOOD, False),
            (replace(GOOD, fits=5), replace(GOOD, fits=5), True),
            (replace(GOOD, fits=4), GOOD, False),
            (replace(GOOD, dignity=0), GOOD, True),
        ],
    )
    def test_four_or_less_or_a_new_tension_does_not_fit(self, left, right, fitted):
        assert finding_of(left, right).fitted == fitted

    @pytest.mark.parametrize(("left", "right"), list(product(Distance, Distance)))
    def test_the_distance_is_what_both_say_or_mixed(self, left, right):
        shift = finding_of(replace(GOOD, distance=left), replace(GOOD, distance=right)).shift
        assert shift == (left if left is right else Shift.MIXED)

    @pytest.mark.parametrize(("left", "right", "kept"), [(7, 7, True), (6, 10, False)])
    def test_dignity_is_kept_when_both_say_so(self, left, right, kept):
        assert dignity_kept(replace(GOOD, dignity=left), replace(GOOD, dignity=right)) == kept

    @pytest.mark.parametrize(
        ("left_open", "fitted", "shift"),
        [
            (PrivateAnswer(), None, None),
            (replace(GOOD, fits=None), None, Shift.LESS),
            (replace(GOOD, new_tension=None), None, Shift.LESS),
            (replace(GOOD, distance=None), True, None),
            (replace(GOOD, dignity=None), True, Shift.LESS),
            (PrivateAnswer(fits=4), False, None),
            (PrivateAnswer(new_tension=True), False, None),
        ],
    )
    def test_what_was_left_open_counts_neither_for_nor_against(self, left_open, fitted, shift):
        assert finding_of(left_open, GOOD) == Finding(fitted, shift)
        assert finding_of(left_open, TIGHT).fitted is False

    @given(agreeing.answers, agreeing.answers)
    def test_what_is_left_open_is_between_all_that_could_have_been_said(self, one, other):
        worth = {False: 0, None: 1, True: 2}
        for name, could in {"fits": range(11), "new_tension": (False, True)}.items():
            open_ = replace(one, **{name: None})
            every = [worth[finding_of(replace(one, **{name: n}), other).fitted] for n in could]
            assert min(every) <= worth[finding_of(open_, other).fitted] <= max(every)
        assert not dignity_kept(replace(one, dignity=None), other)

    @given(agreeing.answers, agreeing.answers)
    def test_nobody_can_tell_who_said_what(self, one, other):
        assert finding_of(one, other) == finding_of(other, one)
        assert dignity_kept(one, other) == dignity_kept(other, one)

    @pytest.mark.parametrize("wrong", [{"fits": -1}, {"fits": 11}, {"dignity": 11}])
    def test_a_rating_is_nought_to_ten(self, wrong):
        with pytest.raises(ValueError, match="rating"):
            replace(GOOD, **wrong)

    def test_no_rating_of_the_other_can_be_worked_out(self):
        """Whoever knows their own answer, and sees all that is shown, is left with several."""
        scale = [None, 0, 4, 5, 7, 10]
        every = [
            PrivateAnswer(*a) for a in product(scale, scale, [None, *Distance], [None, False, True])
        ]
        for mine in every:
            left = defaultdict(set)
            for theirs in every:
                seen = finding_of(mine, theirs), dignity_kept(mine, theirs)
                left[seen].add((theirs.fits, theirs.dignity))
            assert all(len(ratings) > 1 for ratings in left.values())


class TestAReview:
    def test_in_any_order_one_without_the_other(self):
        for first in Seat:
            life = after(RUNNING, r.Answer(first, GOOD))
            assert (life.waits_for, life.finding) == ((first.other,), None)
            assert not life.dignity_kept
            life = after(life, r.Answer(first.other, TENSE), NOW + 9 * DAY)
            assert life.waits_for == ()
            assert life.finding == Finding(fitted=False, shift=Shift.MIXED)
            assert life.dignity_kept

    def test_sealed_is_sealed(self):
        life = after(RUNNING, r.Answer(LEFT, GOOD))
        assert decide(life, r.Answer(LEFT, TIGHT), NOW, UTC) == AgreementRefusal(
            AgreementFault.ALREADY_ANSWERED
        )

    @pytest.mark.parametrize("command", TOGETHER)
    def test_nothing_is_decided_before_both_are_in_and_agree(self, command):
        one = after(RUNNING, r.Answer(LEFT, GOOD))
        for life in (RUNNING, one):
            assert decide(life, command, NOW, UTC) == AgreementRefusal(AgreementFault.ANSWERS_FIRST)
        for by in (frozenset(), {LEFT}, {RIGHT}):
            alone = replace(command, by=frozenset(by))
            assert decide(reviewed(), alone, NOW, UTC) == AgreementRefusal(
                AgreementFault.BOTH_SAY_YES
            )

    @pytest.mark.parametrize(
        ("command", "how", "status", "review_on"),
        [
            (r.Keep(BOTH, 30), How.KEPT, Status.RUNNING, date(2026, 12, 23)),
            (r.Keep(BOTH, None), How.KEPT, Status.RUNNING, None),
            (r.Change(BOTH, NEW), How.CHANGED, Status.RUNNING, NEW.review_on),
            (r.End(BOTH), How.ENDED, Status.OVER, None),
            (r.Park(BOTH), How.PARKED, Status.PARKED, None),
        ],
    )
    def test_what_they_can_decide(self, command, how, status, review_on):
        life = after(reviewed(GOOD, TENSE), command)
        assert (life.status, life.review_on) == (status, review_on)
        (past,) = life.past
        assert (past.how, past.agreement) == (how, TEA)
        assert past.finding == Finding(fitted=False, shift=Shift.MIXED)
        assert life.sealed == ()
        assert life.agreement == (NEW if how is How.CHANGED else TEA)

    def test_the_same_words_again_are_kept_not_changed(self):
        same = reworded(TEA, words_of(TEA), NOW, review_day(NOW, UTC, 30))
        life = after(reviewed(), r.Change(BOTH, same))
        assert [past.how for past in life.past] == [How.KEPT]
        assert life.review_on == same.review_on

    def test_then_the_next_review_begins_anew(self):
        life = after(reviewed(), r.Keep(BOTH, 7))
        assert life.waits_for == tuple(Seat)
        life = after(after(life, r.Answer(RIGHT, TIGHT)), r.Answer(LEFT, GOOD))
        assert [past.how for past in after(life, r.End(BOTH)).past] == [How.KEPT, How.ENDED]

    @pytest.mark.parametrize("days", [-1, 0, 6, 31])
    def test_a_trial_of_another_length(self, days):
        for life, command in ((reviewed(), r.Keep(BOTH, days)), (PARKED, r.TakeUp(BOTH, days))):
            assert decide(life, command, NOW, UTC) == AgreementRefusal(AgreementFault.OUT_OF_RANGE)

    @pytest.mark.parametrize(
        "other", [{"id": "a2"}, {"session_id": "s1"}, {"made_at": NOW - timedelta(seconds=1)}]
    )
    def test_another_agreement_is_not_a_change_of_this_one(self, other):
        command = r.Change(BOTH, replace(NEW, **other))
        assert decide(reviewed(), command, NOW, UTC) == AgreementRefusal(
            AgreementFault.OTHER_AGREEMENT
        )

    def test_the_cat_does_not_take_the_place_of_the_dog(self):
        """Two topics of their own are two matters, however alike the rest is."""
        dog, cat = (replace(TEA, topic=Topic.OWN, own_topic=f"the {own}") for own in ("dog", "cat"))
        life = fold([Made(dog), answered(LEFT), answered(RIGHT)])
        assert decide(life, r.Change(BOTH, cat), NOW, UTC) == AgreementRefusal(
            AgreementFault.OTHER_AGREEMENT
        )
        with pytest.raises(ImpossibleLifeError):
            evolve(life, e.Changed(NOW, life.finding, cat))
        new = replace(dog, when="on Sundays")
        assert after(life, r.Change(BOTH, new)).agreement == new

    def test_the_day_is_that_of_their_zone(self):
        west = ZoneInfo("Pacific/Honolulu")
        late = NOW.replace(hour=3)
        life = after(reviewed(), r.Keep(BOTH, 7), late, west)
        assert life.review_on == date(2026, 11, 29)


class TestLeaving:
    @pytest.mark.parametrize("life", [RUNNING, reviewed(), PARKED])
    def test_at_any_time_and_at_once(self, life):
        gone = after(life, r.Leave())
        assert (gone.status, gone.review_on, gone.sealed) == (Status.OVER, None, ())
        assert gone.past[-1].how is How.LEFT
        assert gone.past[-1].finding is None

    @pytest.mark.parametrize("over", [OVER, after(reviewed(), r.End(BOTH))])
    @pytest.mark.parametrize(
        "command", [r.Answer(LEFT, GOOD), r.Leave(), r.TakeUp(BOTH, 14), *TOGETHER]
    )
    def test_what_is_over_is_over(self, over, command):
        assert isinstance(decide(over, command, NOW, UTC), AgreementRefusal)
        assert over.waits_for == ()


class TestParking:
    def test_it_rests_and_is_taken_up_by_both(self):
        assert not PARKED.is_due(date.max)
        assert decide(PARKED, r.TakeUp(frozenset({LEFT}), 14), NOW, UTC) == AgreementRefusal(
            AgreementFault.BOTH_SAY_YES
        )
        life = after(PARKED, r.TakeUp(BOTH, 14), NOW + 90 * DAY)
        assert (life.status, life.agreement) == (Status.RUNNING, TEA)
        assert life.review_on == (NOW + 104 * DAY).date()
        assert life.waits_for == tuple(Seat)

    def test_one_that_runs_is_not_taken_up(self):
        assert decide(RUNNING, r.TakeUp(BOTH, 14), NOW, UTC) == AgreementRefusal(
            AgreementFault.NOT_PARKED
        )

    @pytest.mark.parametrize("command", [r.Answer(LEFT, GOOD), *TOGETHER])
    def test_it_is_not_reviewed(self, command):
        assert decide(PARKED, command, NOW, UTC) == AgreementRefusal(AgreementFault.NOT_RUNNING)


def test_when_it_is_a_good_time():
    assert not RUNNING.is_due(date(2026, 12, 6))
    assert RUNNING.is_due(date(2026, 12, 7))
    assert RUNNING.is_due(date(2027, 6, 1)), "it waits for as long as they like"
    assert not after(reviewed(), r.Keep(BOTH, None)).is_due(date.max)
    assert not OVER.is_due(date.max)


def test_when_they_last_did_something_about_it():
    assert RUNNING.touched_at == NOW
    assert after(RUNNING, r.Answer(LEFT, GOOD), NOW + DAY).touched_at == NOW + DAY
    assert after(RUNNING, r.Leave(), NOW + 2 * DAY).touched_at == NOW + 2 * DAY


class TestALogThatIsNotOurs:
    @pytest.mark.parametrize(
        "events",
        [
            [],
            [e.Left(NOW)],
            [Made(TEA), Made(TEA)],
            [Made(TEA), answered(LEFT), answered(LEFT)],
            [Made(TEA), answered(LEFT), e.AgreementEnded(NOW, Finding(True, Shift.LESS))],
            [
                Made(TEA),
                answered(LEFT),
                answered(RIGHT),
                e.AgreementEnded(NOW, Finding(False, Shift.LESS)),
            ],
            [Made(TEA), e.Changed(NOW, Finding(True, Shift.LESS), replace(NEW, id="a2"))],
            [Made(TEA), e.Left(NOW), e.Left(NOW)],
            [Made(TEA), e.Left(NOW), answered(LEFT)],
            [Made(TEA), e.Left(NOW), e.AgreementParked(NOW, Finding(True, Shift.LESS))],
            [Made(TEA), e.TakenUp(NOW, TEA.review_on)],
            [Made(TEA), e.AgreementParked(NOW, Finding(True, Shift.LESS)), answered(LEFT)],
        ],
    )
    def test_is_refused(self, events):
        with pytest.raises(ImpossibleLifeError) as impossible:
            fold(events)
        assert "kettle" not in str(impossible.value)


class ALife(RuleBasedStateMachine):
    """Anything two people may ask of an agreement, at any time, in any zone."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.zone = NOW, UTC
        self.log: list[e.AgreementEvent] = [Made(TEA)]
        self.life = fold(self.log)

    @initialize(zone=st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"]))
    def live_somewhere(self, zone) -> None:
        self.zone = ZoneInfo(zone)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def ask(self, command: r.AgreementCommand) -> bool:
        event = decide(self.life, command, self.now, self.zone)
        if isinstance(event, AgreementRefusal):
            return False
        before = self.life
        self.life = evolve(before, event)
        self.log.append(event)
        if isinstance(event, e.Answered):
            assert self.life.past == before.past
            assert self.life.review_on == before.review_on
        else:
            assert self.life.sealed == ()
            assert self.life.past[:-1] == before.past
        return True

    @rule(seat=agreeing.seats, answer=agreeing.answers)
    def answer(self, seat, answer) -> None:
        waited = seat in self.life.waits_for
        assert self.ask(r.Answer(seat, answer)) == waited

    @rule(by=agreeing.yeses, days=agreeing.days | st.none())
    def keep(self, by, days) -> None:
        possible = self.both_agree(by) and (days is None or fits_the_bounds(days))
        assert self.ask(r.Keep(by, days)) == possible
        if possible:
            assert self.life.review_on == (None if days is None else self.today + days * DAY)

    @rule(by=agreeing.yeses, days=st.integers(*TRIAL_BOUNDS), words=agreeing.typed)
    def change(self, by, days, words) -> None:
        new = reworded(self.life.agreement, words, self.now, review_day(self.now, self.zone, days))
        possible = self.both_agree(by)
        assert self.ask(r.Change(by, new)) == possible
        if possible:
            assert words_of(self.life.agreement) == words
            assert self.life.review_on == new.review_on

    @rule(by=agreeing.yeses, command=st.sampled_from([r.End, r.Park]))
    def end_or_park(self, by, command) -> None:
        possible = self.both_agree(by)
        assert self.ask(command(by)) == possible
        if possible:
            assert self.life.status is (Status.OVER if command is r.End else Status.PARKED)

    @rule()
    def leave(self) -> None:
        possible = self.life.status is not Status.OVER
        assert self.ask(r.Leave()) == possible
        assert self.life.status is Status.OVER

    @rule(by=agreeing.yeses, days=agreeing.days)
    def take_up(self, by, days) -> None:
        parked = self.life.status is Status.PARKED
        possible = parked and by == BOTH and fits_the_bounds(days)
        assert self.ask(r.TakeUp(by, days)) == possible

    @rule(days=st.integers(0, 60))
    def time_passes(self, days) -> None:
        self.now += days * DAY

    @rule()
    def begin_with_another(self) -> None:
        """So that a life that is over does not end the walk."""
        if self.life.status is Status.OVER:
            self.log = [Made(replace(TEA, made_at=self.now, review_on=self.today + 14 * DAY))]
            self.life = fold(self.log)

    def both_agree(self, by) -> bool:
        both_in = self.life.status is Status.RUNNING and self.life.finding is not None
        return both_in and by == BOTH

    @invariant()
    def the_log_says_the_same(self) -> None:
        assert fold(self.log) == self.life

    @invariant()
    def so_it_does_without_the_answers_that_were_decided(self) -> None:
        last = max((n for n, one in enumerate(self.log) if e.erases_answers(one)), default=0)
        kept = [o for n, o in enumerate(self.log) if n > last or not isinstance(o, e.Answered)]
        assert fold(kept) == self.life

    @invariant()
    def only_one_that_runs_is_ever_due(self) -> None:
        assert self.life.status is Status.RUNNING or not self.life.is_due(date.max)

    @invariant()
    def a_joint_sentence_needs_both(self) -> None:
        assert (self.life.finding is not None) == (len(self.life.sealed) == 2)


def fits_the_bounds(days: int) -> bool:
    low, high = TRIAL_BOUNDS
    return low <= days <= high


TestALife = pytest.mark.slow(ALife.TestCase)
