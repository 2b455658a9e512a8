"""The course of a guided session, told as a couple would live it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain import defaults
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.formats.format import StepKind, StepSpec
from coupleapp.domain.guided_session import (
    GuidedSession,
    ImpossibleEventError,
    Moment,
    Plan,
    Refusal,
    Why,
    decide,
    evolve,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pause_events as pe
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session import turn_events as te
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.guided_session.timing import step_timing, timing
from coupleapp.domain.guided_session.turns import has_place_for_thoughts
from tests.domain.guided_session.sessions import (
    CARD,
    START,
    a_plan,
    a_way_on,
    moment,
    three_questions,
)

L, R = Seat.LEFT, Seat.RIGHT


def untimed(plan: Plan) -> Plan:
    """As for a couple that wants no timers."""

    def bare(step: StepSpec) -> StepSpec:
        parts = [tuple(replace(p, seconds=0) for p in some) for some in (step.parts, step.closing)]
        return replace(step, seconds=0, parts=parts[0], closing=parts[1])

    return replace(plan, steps=tuple(map(bare, plan.steps)))


class Evening:
    """Plays commands against the real machine and keeps the time."""

    def __init__(self, plan: Plan | None = None, **turns: int) -> None:
        self.now = moment()
        self.state: GuidedSession | None = None
        self.log: list[e.Event] = []
        self.do(c.Begin(plan or a_plan(**turns)))

    def do(self, *commands: c.Command) -> "Evening":
        for command in commands:
            decision = decide(self.state, command, self.now)
            assert not isinstance(decision, Refusal), (command, decision)
            for event in decision:
                self.state = evolve(self.state, event)
                self.log.append(event)
        return self

    def refused(self, command: c.Command) -> Why:
        decision = decide(self.state, command, self.now)
        assert isinstance(decision, Refusal)
        return decision.why

    def wait(self, seconds: float) -> "Evening":
        self.now = Moment(
            self.now.at + timedelta(seconds=seconds), round(self.now.clock + seconds, 6)
        )
        return self.do(c.Tick())

    def until_speaking(self) -> "Evening":
        return self.do(
            c.Agree(),
            c.AnswerReadiness(L, 2, fine_today=True),
            c.AnswerReadiness(R, 6, fine_today=True),
            c.EndBreathing(),
            c.BeginTurns(),
        )

    @property
    def step(self) -> s.Step:
        return self.state.step


def test_a_whole_evening_goes_through_every_step_in_order():
    evening = Evening()
    seen = []

    def note():
        name = evening.step.kind if isinstance(evening.step, s.Sharing) else type(evening.step)
        if not seen or seen[-1] != name:
            seen.append(name)

    evening.until_speaking()
    note()
    for _ in range(6):
        assert isinstance(evening.step, s.Talking)
        evening.do(tc.FinishTalk(evening.state.floor))
        evening.do(tc.SayBack(evening.state.floor.other))
        evening.do(tc.CheckHeard(evening.state.floor, te.Heard.THATS_IT))
    note()
    evening.do(c.Share(L, "a"), c.Share(R))
    note()
    evening.do(c.Share(L), c.Share(R, "b"))
    note()
    evening.do(c.Rate(L, 8, 2), c.Rate(R, 7, 3))
    note()
    evening.do(c.Share(L), c.Share(R))
    note()
    evening.wait(10)
    note()
    evening.do(c.PlanNext(START + timedelta(days=7)))
    note()
    evening.do(c.Share(L), c.Share(R))
    assert seen == [
        s.Talking,
        StepKind.MATTERED,
        StepKind.SMALL_WIN,
        StepKind.RATE,
        StepKind.APPRECIATE,
        s.Breathing,
        s.NextDate,
        StepKind.NOTEBOOK,
    ]
    assert evening.step == s.Over(e.Ending.FINISHED)
    assert evening.state.next_date == START + timedelta(days=7)


def test_a_minute_of_breathing_ends_by_itself_or_by_one_press():
    evening = Evening().do(
        c.Agree(),
        c.AnswerReadiness(L, 0, fine_today=True),
        c.AnswerReadiness(R, 0, fine_today=True),
    )
    assert isinstance(evening.wait(59.9).step, s.Breathing)
    assert isinstance(evening.wait(0.1).step, s.Introducing)


@pytest.mark.parametrize(
    ("left", "right", "fine"), [(7, 0, True), (0, 7, True), (10, 10, True), (0, 0, False)]
)
def test_the_lighter_door_looks_the_same_whatever_the_cause(left, right, fine):
    evening = Evening().do(
        c.Agree(),
        c.AnswerReadiness(R, right, fine_today=fine),
        c.AnswerReadiness(L, left, fine_today=True),
    )
    assert evening.step == s.LighterDoor()


@pytest.mark.parametrize("fine", [None, True])
@pytest.mark.parametrize("tension", [None, 0, 6])
def test_what_was_not_said_closes_no_door(tension, fine):
    evening = Evening().do(c.Agree(), c.AnswerReadiness(L), c.AnswerReadiness(R, tension, fine))
    assert isinstance(evening.step, s.Breathing)
    assert not evening.state.lighter
    assert evening.state.said == Both(PrivateRatings(), PrivateRatings(tension))


@pytest.mark.parametrize(("tension", "fine"), [(7, None), (None, False), (0, False), (10, True)])
def test_what_was_said_closes_it_whatever_else_was_not(tension, fine):
    evening = Evening().do(c.Agree(), c.AnswerReadiness(R, tension, fine), c.AnswerReadiness(L))
    assert evening.step == s.LighterDoor()


def test_one_that_suits_something_lighter_from_the_outset_looks_the_same_too():
    """The same step with the same ways on, after both have answered, and not before."""
    planned = Evening(replace(a_plan(), suits_light=True)).do(c.Agree())
    answered = Evening().do(c.Agree())
    planned.do(c.AnswerReadiness(L, 0, fine_today=True))
    answered.do(c.AnswerReadiness(L, 9, fine_today=True))
    assert planned.state.step.answered == answered.state.step.answered == (L,)
    planned.do(c.AnswerReadiness(R, 0, fine_today=True))
    answered.do(c.AnswerReadiness(R, 0, fine_today=True))
    assert planned.step == answered.step == s.LighterDoor()
    assert [type(event) for event in planned.log] == [type(event) for event in answered.log]
    assert planned.state.lighter
    assert answered.state.lighter
    for way in (c.Lighten(), c.ComeAnotherTime(), c.Stop()):
        one, other = (decide(evening.state, way, evening.now) for evening in (planned, answered))
        assert one == other


def test_what_both_say_behind_the_curtain_is_kept_for_the_ladder():
    evening = Evening(chunks=1).do(
        c.Agree(),
        c.AnswerReadiness(R, 6, fine_today=True),
        c.AnswerReadiness(L, 2, fine_today=True),
    )
    assert evening.state.said == Both(PrivateRatings(2), PrivateRatings(6))
    while not isinstance(evening.step, s.Sharing) or evening.step.kind is not StepKind.RATE:
        evening.do(a_way_on(evening.state))
    evening.do(c.Rate(R, 3, 7))
    assert evening.state.said == Both(PrivateRatings(2), PrivateRatings(6, 3, 7))
    evening.do(c.Rate(L, 9, 1))
    assert evening.state.said == Both(PrivateRatings(2, 9, 1), PrivateRatings(6, 3, 7))
    assert not evening.state.lighter


def test_turning_lighter_on_the_way_is_kept_too():
    evening = Evening().until_speaking().do(c.Lighten())
    assert evening.state.lighter
    assert evening.state.said == Both(PrivateRatings(2), PrivateRatings(6))


def test_the_lighter_way_only_plays_light_steps():
    evening = Evening().do(
        c.Agree(),
        c.AnswerReadiness(L, 9, fine_today=True),
        c.AnswerReadiness(R, 0, fine_today=True),
        c.Lighten(),
    )
    assert isinstance(evening.step, s.Breathing)
    evening.do(c.EndBreathing())
    assert evening.step == s.Sharing(StepKind.APPRECIATE)
    assert evening.refused(c.Lighten()) is Why.ALREADY_LIGHT


def test_the_first_speaker_speaks_first_and_the_floor_changes_once():
    evening = Evening(chunks=1).until_speaking()
    assert evening.state.floor is R
    evening.do(tc.FinishTalk(R), tc.SayBack(L), tc.CheckHeard(R, te.Heard.THATS_IT))
    assert evening.state.floor is L
    evening.do(tc.FinishTalk(L), tc.SayBack(R), tc.CheckHeard(L, te.Heard.THATS_IT))
    assert evening.state.floor is None


def test_only_the_floor_holder_may_finish_and_judge():
    evening = Evening().until_speaking()
    assert evening.refused(tc.FinishTalk(L)) is Why.NOT_YOUR_FLOOR
    evening.do(tc.FinishTalk(R), tc.SayBack(L))
    assert evening.refused(tc.CheckHeard(L, te.Heard.THATS_IT)) is Why.NOT_YOUR_FLOOR


def test_time_ends_with_grace_not_with_a_cut():
    evening = Evening().until_speaking()
    evening.wait(90)
    assert isinstance(evening.step, s.Talking)
    assert timing(evening.state, evening.now).in_grace
    evening.wait(14.9)
    assert isinstance(evening.step, s.Talking)
    evening.wait(0.1)
    assert isinstance(evening.step, s.SayingBack)
    assert evening.state.floor is R


def test_without_timers_nobody_is_ever_moved_on():
    evening = Evening(speak_s=0, mirror_s=0).until_speaking().wait(9999)
    assert isinstance(evening.step, s.Talking)
    assert not timing(evening.state, evening.now).in_grace


def test_two_repair_rounds_then_it_is_left_here():
    evening = Evening().until_speaking().do(tc.FinishTalk(R), tc.SayBack(L))
    for count in (1, 2):
        evening.do(tc.CheckHeard(R, te.Heard.NOT_YET))
        assert evening.step.round == count
        evening.do(tc.SayBack(L))
    evening.do(tc.CheckHeard(R, te.Heard.MOSTLY))
    assert evening.state.left_here
    assert evening.step.turn.chunk == 1
    assert not evening.do(tc.FinishTalk(R)).state.left_here


def test_giving_the_floor_away_ends_the_turn_after_it_was_said_back():
    evening = Evening().until_speaking().do(tc.FinishTalk(R, gives_floor=True))
    assert evening.refused(tc.SayBack(R)) is Why.NOT_YOUR_FLOOR
    evening.do(tc.SayBack(L))
    evening.do(tc.CheckHeard(R, te.Heard.THATS_IT))
    assert evening.state.floor is L
    assert evening.step.turn.chunk == 0


def test_softer_once_and_swap_and_skip():
    evening = Evening().do(
        c.Agree(),
        c.AnswerReadiness(L, 0, fine_today=True),
        c.AnswerReadiness(R, 0, fine_today=True),
        c.EndBreathing(),
        c.SoftenPrompt(),
    )
    assert evening.state.prompt.text == CARD.softer
    assert evening.state.prompt.id == CARD.id
    assert evening.refused(c.SoftenPrompt()) is Why.NO_SOFTER
    before = evening.state
    evening.do(c.UnsoftenPrompt())
    assert evening.state.prompt == CARD
    assert evening.refused(c.UnsoftenPrompt()) is Why.NOTHING_TO_TAKE_BACK
    assert evening.do(c.SoftenPrompt()).state == before
    assert before.prompt.softened is before.prompt
    assert CARD.as_first is CARD
    assert evening.do(c.BeginTurns()).state.softened == (CARD.id,)


def test_a_log_of_before_did_not_write_down_what_was_softened():
    evening = Evening().do(
        c.Agree(),
        c.AnswerReadiness(L, 0, fine_today=True),
        c.AnswerReadiness(R, 0, fine_today=True),
        c.EndBreathing(),
    )
    then = e.PromptChanged(evening.now, replace(CARD, text=CARD.softer, softer=""))
    assert evolve(evening.state, then) == evening.do(c.SoftenPrompt()).state


class TestPause:
    def test_it_gives_the_same_turn_back_with_exactly_its_time(self):
        evening = Evening().until_speaking().wait(31.5)
        left = step_timing(evening.state, evening.now.clock).left
        evening.do(pc.AskPause(L)).wait(20)
        evening.do(pc.StartPause(pe.PauseKind.THINK, 10)).wait(600)
        assert isinstance(evening.state.pause, p.Returning)
        evening.do(pc.AnswerReturn(L, ready=True), pc.AnswerReturn(R, ready=True))
        assert evening.state.pause.seat is L
        evening.do(pc.FinishRecap(L)).wait(60)
        assert evening.state.pause.seat is R
        evening.wait(15)
        assert evening.state.pause is None
        assert evening.state.floor is R
        assert step_timing(evening.state, evening.now.clock).left == pytest.approx(left)

    def test_it_ends_early_only_when_both_say_so(self):
        evening = Evening().until_speaking()
        evening.do(pc.AskPause(R), pc.StartPause(pe.PauseKind.FLOODED, 30), pc.SayReady(R))
        assert evening.refused(pc.SayReady(R)) is Why.ALREADY_ANSWERED
        assert isinstance(evening.state.pause, p.Pausing)
        evening.do(pc.SayReady(L))
        assert isinstance(evening.state.pause, p.Recap)

    def test_another_one_is_possible_while_they_come_back(self):
        evening = Evening().until_speaking().wait(10)
        evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10))
        evening.do(pc.SayReady(L), pc.SayReady(R), pc.AskPause(R))
        assert evening.state.pause == p.PauseChoice(R, recapping=True)
        evening.do(pc.TakePauseBack())
        assert isinstance(evening.state.pause, p.Recap)
        evening.do(pc.AskPause(R), pc.StartPause(pe.PauseKind.FLOODED, 30)).wait(1800)
        evening.do(pc.AnswerReturn(L, ready=True), pc.AnswerReturn(R, ready=True))
        evening.do(pc.FinishRecap(L), pc.FinishRecap(R))
        assert (evening.state.floor, evening.state.pauses) == (R, 2)
        assert step_timing(evening.state, evening.now.clock).elapsed == pytest.approx(10)

    def came_back_and_not_ready(self):
        evening = Evening().until_speaking().do(pc.AskPause(L))
        evening.do(pc.BookReturn(pe.PauseKind.THINK, evening.now.at + timedelta(hours=20)))
        evening.wait(20 * 3600).do(pc.ComeBack())
        return evening.do(pc.AnswerReturn(L, ready=True), pc.AnswerReturn(R, ready=False))

    def test_after_another_day_a_little_longer_is_offered_beside_another_day(self):
        evening = self.came_back_and_not_ready()
        assert evening.state.pause == p.Booking(
            pe.PauseKind.THINK, L, evening.now.at, may_extend=True
        )
        evening.do(pc.ExtendPause())
        assert timing(evening.state, evening.now).left == defaults.EXTEND.total_seconds()

    def test_a_little_longer_has_its_end_there_as_after_any_pause(self):
        evening = self.came_back_and_not_ready().do(pc.ExtendPause())
        for _ in range(defaults.EXTENSIONS_MAX):
            assert isinstance(evening.state.pause, p.Pausing)
            evening.wait(defaults.EXTEND.total_seconds())
            evening.do(pc.AnswerReturn(L, ready=False), pc.AnswerReturn(R, ready=False))
        assert evening.state.pause == p.Booking(pe.PauseKind.THINK, L, evening.now.at)
        assert evening.refused(pc.ExtendPause()) is Why.NO_MORE_TIME

    def test_another_day_may_be_found_again_and_again(self):
        evening = self.came_back_and_not_ready()
        soon = evening.now.at + timedelta(hours=20)
        evening.do(pc.BookReturn(pe.PauseKind.THINK, soon), pc.ComeBack())
        evening.do(pc.AnswerReturn(L, ready=False), pc.AnswerReturn(R, ready=False))
        assert evening.state.pause.may_extend

    def test_it_has_no_recap_where_nobody_had_the_floor(self):
        evening = Evening().do(pc.AskPause(R), pc.StartPause(pe.PauseKind.THINK, 2))
        evening.do(pc.SayReady(R), pc.SayReady(L))
        assert evening.state.pause is None

    @pytest.mark.parametrize(
        ("kind", "minutes"), [("think", 1), ("think", 31), ("flooded", 19), ("flooded", 1441)]
    )
    def test_its_length_has_bounds(self, kind, minutes):
        evening = Evening().do(pc.AskPause(L))
        assert evening.refused(pc.StartPause(pe.PauseKind(kind), minutes)) is Why.OUT_OF_RANGE

    def test_it_can_be_taken_back_before_it_begins(self):
        evening = Evening().until_speaking().wait(10).do(pc.AskPause(L))
        evening.wait(500).do(pc.TakePauseBack())
        assert step_timing(evening.state, evening.now.clock).elapsed == pytest.approx(10)

    def test_not_ready_means_a_little_longer_twice_then_another_day(self):
        evening = Evening().until_speaking()
        evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10)).wait(600)
        for count in (1, 2):
            evening.do(pc.AnswerReturn(L, ready=False), pc.AnswerReturn(R, ready=True))
            assert evening.state.pause.extended == count
            evening.wait(15 * 60)
        evening.do(pc.AnswerReturn(L, ready=True), pc.AnswerReturn(R, ready=False))
        assert evening.state.pause == p.Booking(pe.PauseKind.THINK, L, evening.now.at)

    def test_more_time_twice_at_most(self):
        evening = Evening().do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10))
        evening.do(pc.ExtendPause(), pc.ExtendPause())
        assert evening.refused(pc.ExtendPause()) is Why.NO_MORE_TIME
        assert timing(evening.state, evening.now).left == 40 * 60

    def test_a_clock_set_back_an_hour_leaves_the_time_left_as_it_was(self):
        evening = Evening().do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10)).wait(240)
        evening.now = Moment(evening.now.at - timedelta(hours=1), evening.now.clock)
        evening.do(pc.ClockWasSet(timedelta(hours=-1)))
        assert timing(evening.state, evening.now).left == pytest.approx(360)
        evening.wait(360)
        assert isinstance(evening.state.pause, p.Returning)

    def test_a_promise_never_grows_by_a_clock_that_was_set_while_the_app_was_off(self):
        evening = Evening().do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10))
        earlier = Moment(evening.now.at - timedelta(days=1), evening.now.clock)
        assert timing(evening.state, earlier).left == 600

    def test_one_breath_takes_five_seconds_and_no_speaking_time(self):
        evening = Evening().until_speaking().wait(12).do(pc.TakeBreath(L))
        evening.wait(defaults.ONE_BREATH_S - 0.1)
        assert evening.state.pause is not None
        evening.wait(0.1)
        assert evening.state.pause is None
        assert step_timing(evening.state, evening.now.clock).elapsed == pytest.approx(12)

    def test_one_breath_is_ended_by_a_press_too(self):
        evening = Evening().until_speaking().wait(12).do(pc.TakeBreath(L)).wait(2)
        evening.do(pc.EndBreath())
        assert evening.state.pause is None
        assert step_timing(evening.state, evening.now.clock).elapsed == pytest.approx(12)
        assert evening.refused(pc.EndBreath()) is Why.NOT_PAUSED

    def test_without_timers_one_breath_does_not_end_by_itself(self):
        evening = Evening(plan=untimed(a_plan())).until_speaking().do(pc.TakeBreath(L)).wait(600)
        assert isinstance(evening.state.pause, p.OneBreath)
        assert timing(evening.state, evening.now).limit == 0

    def test_a_pause_can_be_asked_for_in_one_breath(self):
        evening = Evening().until_speaking().wait(12).do(pc.TakeBreath(L), pc.AskPause(R))
        assert evening.state.pause == p.PauseChoice(R)
        evening.do(pc.TakePauseBack())
        assert step_timing(evening.state, evening.now.clock).elapsed == pytest.approx(12)

    @pytest.mark.parametrize(
        ("asked", "left"),
        [
            ((pc.TakeBreath(L),), False),
            ((pc.AskPause(L),), False),
            ((pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 5)), True),
        ],
        ids=["a breath", "a pause that was only asked for", "a pause"],
    )
    def test_only_who_stops_in_a_pause_has_left_in_one(self, asked, left):
        evening = Evening().until_speaking().do(*asked)
        assert evening.state.pause is not None
        assert evening.do(c.Stop(), c.LeaveStopped()).state.left_in_pause is left

    @pytest.mark.parametrize("answers", [0, 1])
    def test_who_does_not_come_back_broke_off_when_they_were_to(self, answers):
        """However much later Nearer is open again; or when one of them answered last."""
        evening = Evening().until_speaking()
        evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.FLOODED, 30)).wait(1800)
        broke_off = evening.now.at
        if answers:
            broke_off = evening.wait(60).do(pc.AnswerReturn(L, ready=False)).now.at
        evening.wait(20 * 3600)
        assert isinstance(evening.state.pause, p.Returning)
        evening.do(c.Stop(), c.LeaveStopped())
        assert evening.state.broke_off_at == broke_off

    def test_a_time_that_was_never_found_broke_off_when_they_were_not_ready(self):
        evening = self.came_back_and_not_ready()
        broke_off = evening.now.at
        evening.wait(20 * 3600).do(c.Stop(), c.LeaveStopped())
        assert evening.state.broke_off_at == broke_off

    def test_a_promise_nobody_saw_come_broke_off_then(self):
        """Nearer was closed over it, and open again on another day."""
        evening = Evening().until_speaking()
        evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.FLOODED, 30))
        due = evening.now.at + timedelta(minutes=30)
        evening.wait(20 * 3600).do(c.Stop(), c.LeaveStopped())
        assert evening.state.broke_off_at == due


@given(st.integers(-5, 20))
def test_ratings_out_of_range_are_refused(number):
    evening = Evening().do(c.Agree())
    decision = decide(evening.state, c.AnswerReadiness(L, number, fine_today=True), evening.now)
    assert isinstance(decision, Refusal) != (0 <= number <= 10)


def test_stop_is_possible_in_a_pause_too_and_nothing_after_it():
    evening = Evening().do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 5), c.Stop())
    assert evening.step == s.Stopping(e.Ending.STOPPED)
    assert evening.refused(c.Agree()) is Why.STOPPED
    assert evening.refused(c.Stop()) is Why.STOPPED
    evening.do(c.LeaveStopped())
    assert evening.step == s.Over(e.Ending.STOPPED)
    assert evening.refused(c.Agree()) is Why.OVER
    assert evening.refused(c.TakeBack()) is Why.OVER


class TestTakeBack:
    def test_nothing_is_taken_back_where_nothing_was_ended(self):
        evening = Evening().until_speaking()
        assert evening.refused(c.TakeBack()) is Why.NOTHING_TO_TAKE_BACK
        assert evening.refused(c.LeaveStopped()) is Why.OTHER_STEP

    def test_a_pause_that_was_stopped_ends_as_much_later(self):
        evening = Evening().until_speaking()
        evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10)).wait(120)
        before = evening.state.pause
        evening.do(c.Stop()).wait(300)
        evening.do(c.TakeBack())
        later = timedelta(seconds=300)
        assert evening.state.pause == replace(
            before, began_at=before.began_at + later, until=before.until + later
        )

    def test_a_talk_that_waits_waits_for_the_same_day(self):
        evening = Evening().until_speaking().do(pc.AskPause(L))
        evening.do(pc.BookReturn(pe.PauseKind.THINK, evening.now.at + timedelta(hours=20)))
        waits = evening.state.waits_until
        evening.do(c.Stop()).wait(300)
        assert evening.do(c.TakeBack()).state.waits_until == waits

    @pytest.mark.parametrize("way", ["breath", "recap"])
    def test_what_runs_over_a_turn_runs_on_with_the_time_it_had(self, way):
        evening = Evening().until_speaking()
        if way == "breath":
            evening.do(pc.TakeBreath())
        else:
            evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.THINK, 10))
            evening.do(pc.SayReady(L), pc.SayReady(R))
        evening.wait(2)
        left = timing(evening.state, evening.now).left
        evening.do(c.Stop()).wait(300)
        assert timing(evening.do(c.TakeBack()).state, evening.now).left == pytest.approx(left)

    def test_another_time_is_taken_back_to_the_door(self):
        evening = Evening().do(
            c.Agree(), c.AnswerReadiness(L, 9, fine_today=True), c.AnswerReadiness(R, 1, True)
        )
        assert evening.step == s.LighterDoor()
        evening.do(c.ComeAnotherTime())
        assert evening.step == s.Stopping(e.Ending.ANOTHER_TIME)
        assert evening.do(c.TakeBack()).step == s.LighterDoor()

    def test_lighter_stands_until_they_go_on_from_its_first_screen(self):
        evening = Evening().until_speaking().do(c.Lighten())
        assert evening.step == s.Breathing(s.Stopwatch(0.0, evening.now.clock))
        evening.do(pc.TakeBreath())
        assert evening.refused(c.TakeBack()) is Why.NOTHING_TO_TAKE_BACK
        evening.wait(6)
        assert evening.state.undo is not None
        evening.do(c.EndBreathing())
        assert evening.refused(c.TakeBack()) is Why.NOTHING_TO_TAKE_BACK

    def test_one_after_the_other_can_be_taken_back_in_turn(self):
        evening = Evening().until_speaking()
        speaking = evening.step
        evening.do(c.Lighten(), c.Stop(), c.TakeBack())
        assert isinstance(evening.step, s.Breathing)
        assert evening.do(c.TakeBack()).step == speaking

    def test_what_can_be_taken_back_does_not_count_yet(self):
        evening = Evening().until_speaking().do(c.Lighten())
        assert (evening.state.lighter, evening.state.settled.lighter) == (True, False)
        evening.do(c.Stop())
        assert not evening.state.settled.over
        evening.do(c.LeaveStopped())
        assert evening.state.settled == evening.state
        assert evening.state.lighter


def test_the_next_date_lies_ahead():
    evening = Evening().do(c.Lighten(), c.EndBreathing(), c.Share(L), c.Share(R)).wait(10)
    assert evening.refused(c.PlanNext(evening.now.at)) is Why.IN_THE_PAST


def test_a_log_that_is_not_ours_is_told_apart():
    with pytest.raises(ImpossibleEventError):
        evolve(None, e.Agreed(moment()))
    with pytest.raises(ImpossibleEventError):
        evolve(Evening().state, te.SaidBack(moment()))


def test_a_rating_is_within_its_scale():
    evening = until_rated(Evening())
    for heard, tension in ((-1, 3), (11, 3), (7, -1), (7, 11), (None, 11), (-1, None)):
        assert evening.refused(c.Rate(L, heard, tension)) is Why.OUT_OF_RANGE
    evening.do(c.Rate(L, 0, 10))
    assert evening.refused(c.Rate(L, 0, 10)) is Why.ALREADY_ANSWERED


@pytest.mark.parametrize(("heard", "tension"), [(None, None), (8, None), (None, 2)])
def test_to_rather_not_say_goes_on_as_an_answer_does_and_says_nothing(heard, tension):
    said, unsaid = until_rated(Evening()), until_rated(Evening())
    before = unsaid.state.said.left
    said.do(c.Rate(L, 7, 3))
    unsaid.do(c.Rate(L, heard, tension))
    assert unsaid.step == said.step
    assert unsaid.state.said.left == replace(before, heard=heard, tension_after=tension)
    assert unsaid.refused(c.Rate(L, 7, 3)) is Why.ALREADY_ANSWERED


def until_rated(evening: Evening) -> Evening:
    while getattr(evening.step, "kind", None) is not StepKind.RATE:
        evening.do(a_way_on(evening.state))
    return evening


def test_another_time_lies_ahead_and_within_two_days():
    evening = Evening().until_speaking().do(pc.AskPause(L))
    booked = evening.now.at + defaults.BOOK_WITHIN
    for when, why in (
        (evening.now.at, Why.IN_THE_PAST),
        (booked + timedelta(minutes=1), Why.OUT_OF_RANGE),
    ):
        assert evening.refused(pc.BookReturn(pe.PauseKind.THINK, when)) is why
    evening.do(pc.BookReturn(pe.PauseKind.THINK, booked))
    assert evening.state.pause.until == booked


def test_the_end_of_a_pause_is_answered_once_by_each():
    evening = Evening().until_speaking()
    evening.do(pc.AskPause(L), pc.StartPause(pe.PauseKind.FLOODED, 20)).wait(20 * 60)
    evening.do(pc.AnswerReturn(L, ready=True))
    assert evening.refused(pc.AnswerReturn(L, ready=False)) is Why.ALREADY_ANSWERED
    evening.do(pc.AnswerReturn(R, ready=True))
    assert isinstance(evening.state.pause, p.Recap)


def test_the_listener_may_answer_only_in_the_looser_way_and_is_not_judged_then():
    strict = Evening().until_speaking().do(tc.FinishTalk(R))
    assert strict.refused(tc.SayBack(L, answered=True)) is Why.OTHER_STEP
    loose = Evening(replace(a_plan(), loose=True)).until_speaking().do(tc.FinishTalk(R))
    loose.do(tc.SayBack(L, answered=True))
    assert isinstance(loose.step, s.Talking)
    assert loose.step.turn.chunk == 1


def test_three_questions_take_turns_at_who_reads_and_who_begins():
    walk = Evening(plan=three_questions())
    begun = []
    for _ in range(200):
        if walk.state.over:
            break
        if isinstance(walk.step, s.Introducing):
            begun.append((walk.state.prompt.id, walk.state.reader, walk.state.begins))
        walk.do(a_way_on(walk.state))
    assert begun == [("home.1", L, R), ("home.2", R, L), ("home.4", L, R)]
    assert walk.state.read == ("home.1", "home.2", "home.4")


def test_a_question_put_aside_is_not_read():
    walk = Evening(plan=three_questions())
    while not isinstance(walk.step, s.Introducing):
        walk.do(a_way_on(walk.state))
    walk.do(c.ChangePrompt(replace(CARD, id="home.other")), c.BeginTurns())
    assert (walk.state.seen, walk.state.read) == (("home.1",), ("home.other",))


def test_a_line_of_the_closing_round_is_kept_once_by_each_and_only_on_what_is_asked():
    round_ = StepSpec(StepKind.CLOSING_ROUND, asks=(StepKind.MATTERED,))
    evening = Evening(plan=replace(a_plan(), steps=(round_,), prompt=None))
    evening.do(c.KeepInRound(L, StepKind.MATTERED, "a"))
    assert evening.refused(c.KeepInRound(L, StepKind.MATTERED, "b")) is Why.ALREADY_ANSWERED
    assert evening.refused(c.KeepInRound(R, StepKind.SMALL_WIN, "c")) is Why.NOT_ASKED_FOR
    evening.do(c.KeepInRound(R, StepKind.MATTERED, "d"), c.GoOn())
    assert evening.state.over


def test_outside_a_turn_no_thoughts_are_to_come():
    assert not has_place_for_thoughts(Evening().state)


class TestOneQuestion:
    """Whoever says back may ask one question, with time of its own, once in each chunk."""

    def until_saying_back(self, **turn):
        evening = Evening(**turn).until_speaking() if turn else Evening().until_speaking()
        return evening.do(tc.FinishTalk(R))

    def left(self, evening):
        return step_timing(evening.state, evening.now.clock).left

    def test_it_has_time_of_its_own(self):
        for waited in (0, 20, 50):  # the last one in the grace
            evening = self.until_saying_back().wait(waited).do(tc.AskQuestion(L))
            assert self.left(evening) == defaults.QUESTION_S
            assert evening.state.floor is R

    @pytest.mark.parametrize("waited", [0, 20])
    def test_after_it_the_saying_back_goes_on_where_it_stood(self, waited):
        evening = self.until_saying_back().wait(waited)
        before = self.left(evening)
        evening.do(tc.AskQuestion(L)).wait(10).do(tc.SayBack(L))
        assert isinstance(evening.state.step, s.SayingBack)
        assert not evening.state.step.question
        assert self.left(evening) == before
        assert isinstance(evening.do(tc.SayBack(L)).state.step, s.HeardCheck)

    def test_its_own_time_leads_back_too(self):
        evening = self.until_saying_back().wait(5).do(tc.AskQuestion(L))
        part = evening.state.part
        evening.wait(defaults.QUESTION_S + part.grace_s)
        assert not evening.state.step.question
        assert self.left(evening) == 40

    def test_it_is_said_back_and_not_answered(self):
        evening = Evening(plan=replace(a_plan(), loose=True)).until_speaking()
        evening.do(tc.FinishTalk(R), tc.AskQuestion(L))
        assert evening.refused(tc.SayBack(L, answered=True)) is Why.OTHER_STEP
        assert evening.refused(tc.SayBack(R)) is Why.NOT_YOUR_FLOOR

    def test_a_log_of_before_had_nothing_said_back_after_it(self):
        evening = self.until_saying_back().do(tc.AskQuestion(L))
        after = evolve(evening.state, te.SaidBack(evening.now))
        assert isinstance(after.step, s.HeardCheck)

    def test_the_time_of_a_repair_is_its_own_again(self):
        evening = self.until_saying_back().do(tc.AskQuestion(L), tc.SayBack(L), tc.SayBack(L))
        evening.do(tc.CheckHeard(R, te.Heard.MOSTLY))
        assert self.left(evening) == 45
        assert evening.refused(tc.AskQuestion(L)) is Why.ALREADY_ANSWERED

    def test_one_in_each_chunk(self):
        evening = self.until_saying_back()
        for _ in range(3):
            evening.do(tc.AskQuestion(L))
            assert evening.refused(tc.AskQuestion(L)) is Why.ALREADY_ANSWERED
            evening.do(tc.SayBack(L), tc.SayBack(L), tc.CheckHeard(R, te.Heard.THATS_IT))
            if evening.state.floor is R:
                evening.do(tc.FinishTalk(R))

    def test_the_one_who_spoke_asks_none_and_in_a_pause_nobody(self):
        evening = self.until_saying_back()
        assert evening.refused(tc.AskQuestion(R)) is Why.NOT_YOUR_FLOOR
        evening.do(pc.AskPause(L))
        assert evening.refused(tc.AskQuestion(L)) is not None

    def test_a_pause_gives_back_the_time_of_a_question(self):
        evening = self.until_saying_back().do(tc.AskQuestion(L)).wait(10)
        before = self.left(evening)
        evening.do(pc.AskPause(L)).wait(300).do(pc.TakePauseBack())
        assert self.left(evening) == before
