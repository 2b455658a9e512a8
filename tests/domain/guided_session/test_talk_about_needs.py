"""A talk about needs by its rules: whose say it is, what stays sealed, what can be parked."""

from dataclasses import replace

import pytest

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import COMMON_MAX, OPTIONS_MAX
from coupleapp.domain.formats.format import NEEDS_STEPS, Format, Sitting, StepKind, StepSpec
from coupleapp.domain.guided_session import (
    ImpossibleEventError,
    Refusal,
    Why,
    decide,
    evolve,
    fold,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_events as ne
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.needs_rules import can_park
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.timing import step_timing
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.needs.needs import TRIAL_IDS, LineKind, NeedLine, Ring
from tests.domain.guided_session.sessions import a_matter, several
from tests.domain.guided_session.talks_about_needs import (
    NEEDS,
    PLAN,
    core,
    flexible,
    option,
    plan_for,
    through_the_needs,
)
from tests.domain.guided_session.walk import Walk

LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
TALK = several(*NEEDS)


@pytest.fixture
def walk():
    """Maya on the left, Tomas on the right, who begins."""
    return Walk(TALK)


def until(walk: Walk, step: type, kind: StepKind | None = None) -> Walk:
    while not isinstance(walk.step, step) or kind not in {None, getattr(walk.step, "kind", None)}:
        walk.do(through_the_needs(walk.step, walk.state) if kind is None else _on(walk))
    return walk


def _on(walk: Walk) -> c.Command:
    if isinstance(walk.step, s.Together):
        return c.GoOn()
    return through_the_needs(walk.step, walk.state)


def at_the_board(walk: Walk) -> Walk:
    return until(walk, s.Together, StepKind.BOARD)


def on_from_the_board(walk: Walk, step: type) -> Walk:
    return until(at_the_board(walk).do(c.GoOn()), step)


def refused(walk: Walk, command: c.Command) -> Why:
    decision = decide(walk.state, command, walk.now)
    assert isinstance(decision, Refusal), decision
    return decision.why


# -- the topic


@pytest.mark.parametrize("topic", Topic)
def test_a_topic_of_their_own_comes_with_its_words_and_no_other_does(walk, topic):
    words = NeedLine("topic", LineKind.TOPIC, "the dog")
    fits, other = (words, None) if topic is Topic.OWN else (None, words)
    assert refused(walk, nc.ChooseTopic(topic, other)) is Why.OUT_OF_RANGE
    assert refused(walk, nc.ChooseTopic(topic, option())) is Why.OUT_OF_RANGE
    walk.do(nc.ChooseTopic(topic, fits))
    assert walk.state.needs.topic is topic
    assert isinstance(walk.step, n.Listing)


# -- the lists


def test_who_begins_writes_first_and_then_the_other(walk):
    until(walk, n.Listing)
    assert (walk.step.seat, walk.step.second) == (RIGHT, False)
    walk.do(nc.FinishList(RIGHT))
    assert (walk.step.seat, walk.step.second) == (LEFT, True)
    walk.do(nc.FinishList(LEFT))
    assert walk.step == s.Together(StepKind.BOARD)


def test_only_who_writes_can_list_take_back_or_end(walk):
    until(walk, n.Listing).do(nc.ListNeed(core(RIGHT)))
    assert refused(walk, nc.ListNeed(core(LEFT))) is Why.NOT_YOUR_FLOOR
    assert refused(walk, nc.FinishList(LEFT)) is Why.NOT_YOUR_FLOOR
    walk.do(nc.FinishList(RIGHT))
    assert refused(walk, nc.TakeNeedBack(core(RIGHT).id)) is Why.NOT_YOUR_FLOOR
    assert refused(walk, nc.TakeNeedBack("nobody's")) is Why.NOT_THERE


@pytest.mark.parametrize(("make", "most"), [(core, 3), (flexible, 8)])
def test_a_list_has_an_end(walk, make, most):
    until(walk, n.Listing)
    for number in range(most):
        walk.do(nc.ListNeed(make(RIGHT, number)))
    assert refused(walk, nc.ListNeed(make(RIGHT, most))) is Why.FULL
    other = flexible if make is core else core
    walk.do(nc.ListNeed(other(RIGHT)))
    walk.do(nc.TakeNeedBack(make(RIGHT, 0).id)).do(nc.ListNeed(make(RIGHT, most)))


def test_a_line_is_listed_once_and_belongs_to_this_talk(walk):
    until(walk, n.Listing).do(nc.ListNeed(core(RIGHT)))
    assert refused(walk, nc.ListNeed(core(RIGHT))) is Why.OUT_OF_RANGE
    assert refused(walk, nc.ListNeed(core(RIGHT, 1, Topic.MONEY))) is Why.OUT_OF_RANGE


def test_five_minutes_each_and_no_hurry_at_the_end(walk):
    until(walk, n.Listing).wait(240)
    assert step_timing(walk.state, walk.now.clock).left == 60
    walk.wait(3600)
    assert isinstance(walk.step, n.Listing)
    assert step_timing(walk.state, walk.now.clock).in_grace
    walk.do(nc.FinishList(RIGHT))
    assert step_timing(walk.state, walk.now.clock).left == 300


def test_the_log_holds_no_word_of_theirs(walk):
    on_from_the_board(walk, n.ConfirmingTrial).to_the_end()
    said = repr(walk.log)
    spoken = [core(RIGHT).text, core(RIGHT).why, flexible(LEFT).text, option().text]
    spoken += [line.text for line in PLAN.lines]
    assert [words for words in spoken if words in said] == []


# -- sealed, and opened


def test_what_is_sealed_is_for_its_writer_alone_until_both_are_opened_at_once(walk):
    until(walk, n.Listing)
    for seat in (RIGHT, LEFT):
        walk.do(nc.ListNeed(core(seat)))
        for owner in Seat:
            assert walk.state.needs.may_be_read(owner, seat) == (owner is seat)
            assert not walk.state.needs.may_be_read(owner, None)
        walk.do(nc.FinishList(seat))
    assert walk.state.needs.revealed
    assert all(walk.state.needs.may_be_read(owner, None) for owner in Seat)


ENDS = [c.Stop(), c.Lighten()]


@pytest.mark.parametrize("end", ENDS, ids=["stopped", "lighter"])
def test_what_was_not_opened_is_left_behind(walk, end):
    until(walk, n.Listing).do(nc.ListNeed(core(RIGHT))).do(nc.FinishList(RIGHT))
    walk.do(nc.ListNeed(flexible(LEFT))).do(end).to_the_end()
    assert set(walk.state.needs.left_behind) == {core(RIGHT).id, flexible(LEFT).id, "topic"}


@pytest.mark.parametrize("end", [*ENDS, nc.ParkTalk()], ids=["stopped", "lighter", "parked"])
def test_what_both_have_seen_stays_and_a_plan_that_is_none_goes(walk, end):
    on_from_the_board(walk, n.ConfirmingTrial)
    walk.do(nc.ConfirmTrial(LEFT, plan_for()))
    assert walk.state.needs.left_behind == TRIAL_IDS
    walk.do(end).to_the_end()
    assert walk.state.needs.agreement_id is None
    assert core(LEFT).id not in walk.state.needs.left_behind


def test_an_agreement_stays_and_so_does_what_was_opened(walk):
    on_from_the_board(walk, n.ConfirmingTrial).to_the_end()
    assert walk.state.needs.agreement_id == "agreement"
    assert walk.state.needs.left_behind == ()


# -- said back


def three_and_one(walk: Walk) -> Walk:
    until(walk, n.Listing)
    for number in range(3):
        walk.do(nc.ListNeed(core(RIGHT, number)))
    walk.do(nc.FinishList(RIGHT)).do(nc.ListNeed(core(LEFT))).do(nc.FinishList(LEFT))
    return walk.do(c.GoOn())


def test_each_core_is_said_back_by_turns(walk):
    three_and_one(walk)
    read = []
    while isinstance(walk.step, n.SayingCore):
        read.append(walk.step.need_id)
        owner = walk.step.owner
        assert walk.state.floor is owner
        assert refused(walk, nc.SayCoreBack(owner)) is Why.NOT_YOUR_FLOOR
        walk.do(nc.SayCoreBack(owner.other))
        assert refused(walk, nc.CheckCore(owner.other, Heard.THATS_IT)) is Why.NOT_YOUR_FLOOR
        walk.do(nc.CheckCore(owner, Heard.THATS_IT))
    cores = [core(RIGHT), core(LEFT), core(RIGHT, 1), core(RIGHT, 2)]
    assert read == [one.id for one in cores]
    assert isinstance(walk.step, n.FindingCommon)
    assert walk.state.talked


def test_as_often_as_it_takes(walk):
    three_and_one(walk)
    first = walk.step.need_id
    for number in range(40):
        assert (walk.step.need_id, walk.step.round) == (first, number)
        answer = Heard.MOSTLY if number % 2 else Heard.NOT_YET
        walk.do(nc.SayCoreBack(LEFT)).do(nc.CheckCore(RIGHT, answer))
    walk.do(nc.SayCoreBack(LEFT)).do(nc.CheckCore(RIGHT, Heard.THATS_IT))
    assert walk.step.need_id != first


@pytest.mark.parametrize("said_back", [False, True])
def test_it_can_be_left_here_for_now_at_any_round(walk, said_back):
    three_and_one(walk)
    first = walk.step.need_id
    if said_back:
        walk.do(nc.SayCoreBack(LEFT))
    walk.do(nc.LeaveCore())
    assert isinstance(walk.step, n.SayingCore)
    assert walk.step.need_id != first


def test_where_nothing_matters_most_there_is_nothing_to_say_back(walk):
    until(walk, n.Listing).do(nc.FinishList(RIGHT)).do(nc.FinishList(LEFT)).do(c.GoOn())
    assert isinstance(walk.step, n.FindingCommon)
    assert not walk.state.talked


# -- common ground and options


def test_both_can_say_yes_and_take_it_back(walk):
    on_from_the_board(walk, n.FindingCommon)
    yes = nc.MarkCommon(core(LEFT).id, both=True)
    assert refused(walk, nc.MarkCommon("nobody's", both=True)) is Why.NOT_THERE
    assert refused(walk, nc.MarkCommon(core(LEFT).id, both=False)) is Why.ALREADY_ANSWERED
    walk.do(yes)
    assert refused(walk, yes) is Why.ALREADY_ANSWERED
    assert walk.state.needs.common == (core(LEFT).id,)
    walk.do(nc.MarkCommon(core(LEFT).id, both=False))
    assert walk.state.needs.common == ()


@pytest.mark.parametrize(
    ("step", "kind", "most"),
    [
        (n.FindingCommon, LineKind.COMMON, COMMON_MAX),
        (n.WeighingOptions, LineKind.OPTION, OPTIONS_MAX),
    ],
)
def test_lines_are_added_and_taken_away(walk, step, kind, most):
    on_from_the_board(walk, step)
    other = LineKind.OPTION if kind is LineKind.COMMON else LineKind.COMMON
    assert refused(walk, nc.AddLine(option(0, other))) is Why.OUT_OF_RANGE
    there = len(walk.state.needs.lines(kind))
    for number in range(there, most):
        walk.do(nc.AddLine(option(number, kind)))
    assert refused(walk, nc.AddLine(option(99, kind))) is Why.FULL
    walk.do(nc.TakeLine(option(most - 1, kind).id))
    assert refused(walk, nc.TakeLine(option(most - 1, kind).id)) is Why.NOT_THERE
    assert refused(walk, nc.AddLine(option(0, kind))) is Why.OUT_OF_RANGE


def test_three_options_at_least_and_the_time_takes_nothing_away(walk):
    on_from_the_board(walk, n.WeighingOptions)
    for number in range(3):
        assert refused(walk, c.GoOn()) is Why.TOO_FEW
        walk.do(nc.AddLine(option(number)))
    walk.wait(4000)
    assert isinstance(walk.step, n.WeighingOptions)
    walk.do(c.GoOn())
    assert isinstance(walk.step, n.WritingTrial)


def test_one_is_chosen_of_those_that_are_there_or_none(walk):
    on_from_the_board(walk, n.WeighingOptions)
    for number in range(3):
        walk.do(nc.AddLine(option(number)))
    first, second = option(0).id, option(1).id
    assert refused(walk, nc.ChooseOption("elsewhere")) is Why.NOT_THERE
    assert refused(walk, nc.ChooseOption(None)) is Why.ALREADY_ANSWERED
    walk.do(nc.ChooseOption(first))
    walk.do(nc.ChooseOption(second))
    assert walk.state.needs.chosen == second
    assert refused(walk, nc.ChooseOption(second)) is Why.ALREADY_ANSWERED
    walk.do(nc.TakeLine(first))
    assert walk.state.needs.chosen == second
    walk.do(nc.TakeLine(second))
    assert walk.state.needs.chosen is None
    walk.do(nc.ChooseOption(option(2).id))
    walk.do(nc.ChooseOption(None))
    assert walk.state.needs.chosen is None


# -- the plan


def test_it_is_an_agreement_when_both_have_said_yes(walk):
    on_from_the_board(walk, n.ConfirmingTrial)
    walk.do(nc.ConfirmTrial(RIGHT, plan_for()))
    assert refused(walk, nc.ConfirmTrial(RIGHT, plan_for())) is Why.ALREADY_ANSWERED
    assert walk.state.needs.agreement_id is None
    walk.do(nc.ConfirmTrial(LEFT, plan_for()))
    assert walk.state.needs.agreement_id == "agreement"
    assert not isinstance(walk.step, n.NeedsStep)


def test_another_plan_needs_both_again(walk):
    on_from_the_board(walk, n.ConfirmingTrial).do(nc.ConfirmTrial(RIGHT, plan_for()))
    walk.do(nc.ReopenTrial())
    assert walk.state.needs.days is None
    walk.do(nc.ProposeTrial(replace(PLAN, days=30)))
    assert walk.step.done == ()
    assert walk.state.needs.days == 30


def test_a_plan_about_something_else_is_none_of_this_talk(walk):
    on_from_the_board(walk, n.ConfirmingTrial)
    assert refused(walk, nc.ConfirmTrial(LEFT, plan_for(Topic.MONEY))) is Why.OUT_OF_RANGE


# -- parked


def test_it_can_be_parked_from_the_opening_on_and_not_before(walk):
    while not walk.state.over:
        open_now = walk.state.needs.revealed and not isinstance(walk.step, s.Breathing)
        assert can_park(walk.state) == open_now
        if open_now:
            parked = walk.branch().do(nc.ParkTalk())
            assert isinstance(parked.step, s.Breathing)
            assert parked.state.needs.parked
            assert parked.to_the_end().state.step == s.Over(e.Ending.FINISHED)
            assert fold(parked.log) == parked.state
        else:
            assert refused(walk, nc.ParkTalk()) is Why.OTHER_STEP
        if isinstance(walk.step, s.Breathing):
            return
        walk.do(_on(walk))


def test_nothing_is_done_behind_a_pause(walk):
    until(walk, n.Listing).do(pc.AskPause(LEFT)).do(pc.StartPause(PauseKind.THINK, 10))
    for command in (nc.ListNeed(core(RIGHT)), nc.FinishList(RIGHT), nc.ParkTalk()):
        assert refused(walk, command) is Why.PAUSED


# -- the format


def test_it_comes_whole_and_in_its_order():
    plain = {kind: StepSpec(kind) for kind in NEEDS_STEPS}
    assert Format("x", "x", "x", 9, tuple(plain.values()))
    swapped = [*NEEDS_STEPS[1:], NEEDS_STEPS[0]]
    for kinds in (NEEDS_STEPS[:-1], swapped, (*NEEDS_STEPS, NEEDS_STEPS[-1])):
        with pytest.raises(ValueError, match="all, once each, in their order"):
            Format("x", "x", "x", 9, tuple(plain[kind] for kind in kinds))
    with pytest.raises(ValueError, match="is for both"):
        several(a_matter("Thanks"), *NEEDS, sitting=Sitting.OPENER)
    with pytest.raises(ValueError, match="none of the light steps"):
        Format("x", "x", "x", 9, (*NEEDS[:-1], replace(NEEDS[-1], light=True)))


@pytest.mark.parametrize("kind", [StepKind.LISTS, StepKind.OPTIONS])
def test_its_times_can_be_chosen_or_left_out(kind):
    for seconds in (0, 180, 600):
        assert StepSpec(kind, seconds).seconds == seconds
    for seconds in (1, 179, 601):
        with pytest.raises(ValueError, match="it can be 180 to 600"):
            StepSpec(kind, seconds)


def test_without_a_timer_none_runs(walk):
    free = Walk(several(*(replace(step, seconds=0) for step in NEEDS)))
    until(free, n.Listing).wait(9000)
    assert step_timing(free.state, free.now.clock).limit == 0
    assert isinstance(free.step, n.Listing)


def test_an_event_that_cannot_have_happened_is_none_of_ours(walk):
    until(walk, n.Listing)
    at = walk.now
    for event in (
        ne.NeedListed(at, "x", LEFT, Ring.CORE),
        ne.TrialAgreed(at, "a"),
        ne.CoreLeft(at),
        ne.Parked(at),
        ne.TopicChosen(at, Topic.TIME),
        ne.LineAdded(at, "x", LineKind.OPTION),
        e.WentOn(at),
    ):
        with pytest.raises(ImpossibleEventError):
            evolve(walk.state, event)


def test_no_log_makes_an_agreement_of_one_yes(walk):
    on_from_the_board(walk, n.ConfirmingTrial)
    for done in ((), (LEFT,)):
        state = replace(walk.state, step=n.ConfirmingTrial(done))
        with pytest.raises(ImpossibleEventError):
            evolve(state, ne.TrialAgreed(walk.now, "a"))
    with pytest.raises(ImpossibleEventError):
        evolve(state, ne.TrialConfirmed(walk.now, LEFT))
