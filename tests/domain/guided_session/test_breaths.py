"""A breath without a timer waits for a press; the caution stands before the first one, once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import BREATHS, StepKind, StepSpec
from coupleapp.domain.guided_session import Moment, Plan, evolve, fold
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.decide import decide
from coupleapp.domain.guided_session.events import Began
from coupleapp.domain.guided_session.timing import timing
from tests.domain.guided_session.sessions import START, a_plan, a_way_on, moment
from tests.domain.guided_session.test_session import Evening

L, R = Seat.LEFT, Seat.RIGHT
FINE = (
    c.Agree(),
    c.AnswerReadiness(L, 0, fine_today=True),
    c.AnswerReadiness(R, 0, fine_today=True),
)


def untimed() -> Plan:
    steps = [replace(x, seconds=0) if x.kind in BREATHS else x for x in a_plan().steps]
    return replace(a_plan(), steps=tuple(steps))


def cautious() -> Plan:
    first, second, *others = a_plan().steps
    caution = StepSpec(StepKind.CAUTION, light=True)
    return replace(a_plan(), steps=(first, second, caution, *others))


@given(st.floats(0, 1e7))
def test_without_a_timer_no_time_ends_a_breath_and_one_press_does(seconds):
    evening = Evening(untimed()).do(*FINE)
    later = Moment(START + timedelta(seconds=seconds), seconds)
    assert decide(evening.state, c.Tick(), later) == ()
    running = timing(evening.state, later)
    assert (running.limit, running.over, running.in_grace) == (0, False, False)
    assert isinstance(evening.do(c.EndBreathing()).step, s.Introducing)


def test_the_last_breath_waits_as_well():
    evening = Evening(untimed()).do(c.Lighten(), c.EndBreathing(), c.Share(L), c.Share(R))
    assert evening.state.spec.kind is StepKind.LAST_BREATH
    assert isinstance(evening.wait(3600).step, s.Breathing)
    assert isinstance(evening.do(c.EndBreathing()).step, s.NextDate)


def test_a_breath_without_a_timer_is_paused_like_any_other():
    evening = Evening(untimed()).do(*FINE).wait(20).do(pc.TakeBreath(L)).wait(6)
    assert evening.state.pause is None
    assert isinstance(evening.wait(60).step, s.Breathing)


def test_the_caution_stands_before_the_breath_until_they_go_on():
    evening = Evening(cautious()).do(*FINE)
    assert evening.step == s.Together(StepKind.CAUTION)
    assert evening.wait(600).step == s.Together(StepKind.CAUTION)
    evening.do(c.GoOn())
    assert isinstance(evening.wait(59.9).step, s.Breathing)


def test_what_was_read_is_not_read_again_when_it_turns_lighter():
    evening = Evening(cautious()).do(*FINE, c.GoOn(), c.EndBreathing(), c.Lighten())
    assert isinstance(evening.step, s.Breathing)


@pytest.mark.parametrize("before", [0, 1, 3], ids=["agreeing", "asked", "reading"])
def test_what_was_not_read_yet_is_read_on_a_lighter_evening(before):
    evening = Evening(cautious()).do(*FINE[:before], c.Lighten())
    assert evening.step == s.Together(StepKind.CAUTION)
    assert isinstance(evening.do(c.GoOn()).step, s.Breathing)


def test_a_pause_gives_the_caution_back():
    evening = Evening(cautious()).do(*FINE, pc.TakeBreath(L)).wait(6)
    assert evening.step == s.Together(StepKind.CAUTION)


@pytest.mark.parametrize("plan", [untimed(), cautious()], ids=["untimed", "cautious"])
def test_it_goes_to_its_end(plan):
    log = [Began(moment(), plan)]
    state = fold(log)
    while not state.over:
        events = decide(state, a_way_on(state), moment(len(log)))
        for event in events:
            state = evolve(state, event)
            log.append(event)
    assert fold(log) == state
