"""A format in which both talk in several steps: fair in each of them, and over all of them."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import RECAP_S, SPARE_MAX_S
from coupleapp.domain.formats.format import Format, Sitting, StepKind, StepSpec
from coupleapp.domain.guided_session import Moment, can_lighten, fold
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.timing import step_timing, timing
from tests.domain.guided_session.sessions import (
    CARD_STEP,
    TIME_LEFT,
    a_matter,
    a_turn,
    seats,
    several,
    several_matters,
)
from tests.domain.guided_session.walk import Walk

L, R = Seat.LEFT, Seat.RIGHT
INTRODUCE = StepSpec(StepKind.INTRODUCE)
THANKS, WELL = a_matter("Thanks", 90), a_matter("What went well", 150)
ADJUST, WISH = a_matter("One small thing", 120, 45), a_matter("A wish", 90)
MONTHLY = several(THANKS, WELL, CARD_STEP, ADJUST, WISH, TIME_LEFT)


def turns_of(walk: Walk) -> list[tuple[int, Seat]]:
    """The step and the speaker of each turn, in order, to the end."""
    turns: list[tuple[int, Seat]] = []
    while not walk.state.over:
        turn = walk.state.turn
        if turn is not None and (walk.state.index, turn.speaker) not in turns[-1:]:
            turns.append((walk.state.index, turn.speaker))
        walk.on()
    return turns


def until(walk: Walk, index: int, step: type) -> Walk:
    while (walk.state.index, type(walk.step)) != (index, step):
        walk.on()
    return walk


def points(kind: Format, first: Seat) -> list[Walk]:
    walk, found = Walk(kind, first), []
    while not walk.state.over:
        found.append(walk.branch())
        walk.on()
    return found


def test_they_take_turns_at_who_begins():
    assert turns_of(Walk(MONTHLY, L)) == [
        *[(0, L), (0, R)],
        *[(1, R), (1, L)],
        *[(3, L), (3, R)],
        *[(4, R), (4, L)],
    ]


@given(several_matters(), seats)
def test_both_have_a_turn_in_each_and_begin_as_often(kind: Format, first: Seat):
    turns = turns_of(Walk(kind, first))
    matters = [at for at, step in enumerate(kind.steps) if step.kind is StepKind.TURNS]
    if kind.sitting is Sitting.OPENER:
        assert turns == [(at, first) for at in matters]
        return
    assert [at for at, _ in turns] == [at for at in matters for _ in Seat]
    begins = [seat for _, seat in turns[::2]]
    assert begins[0] is first
    assert all(one is not other for one, other in pairwise(begins))
    assert [seat for _, seat in turns[1::2]] == [seat.other for seat in begins]


def test_the_second_talk_of_the_same_partner_in_a_row_is_another_screen():
    """The right one ends the first matter and begins the second: a new turn, a new watch."""
    walk = until(Walk(MONTHLY, L), 0, s.Talking)
    walk.wait(10).do(tc.FinishTalk(L)).wait(20)
    before = walk.step
    walk.do(tc.FinishTalk(R))
    assert (walk.state.floor, before.turn.speaker) == (R, R)
    assert walk.step.turn == s.Turn(R, second=False)
    assert step_timing(walk.state, walk.now.clock).left == 150


def test_the_introducing_screen_names_who_begins():
    kind = several(THANKS, INTRODUCE, a_turn(), WISH)
    walk = until(Walk(kind, L), 1, s.Introducing)
    assert walk.state.begins is R
    walk.do(c.BeginTurns())
    assert walk.state.floor is R


def test_time_not_used_is_given_back_after_the_last_matter_before_it():
    kind = several(THANKS, WELL, TIME_LEFT, WISH)
    walk = Walk(kind, L)
    walk.wait(60).do(tc.FinishTalk(L)).wait(90).do(tc.FinishTalk(R))
    walk.wait(150).do(tc.FinishTalk(R)).wait(100).do(tc.FinishTalk(L))
    assert (walk.state.spare.left, walk.state.spare.right) == (30 + 50, 0)
    assert walk.step == s.SpareTime(L, second=False)
    walk.do(tc.AnswerSpare(L, use=True))
    assert timing(walk.state, walk.now).limit == 80
    walk.wait(80).do(tc.FinishTalk(L))
    # Nothing is given back a second time for what comes after.
    assert walk.state.floor is L
    walk.do(tc.FinishTalk(L)).do(tc.FinishTalk(R))
    assert isinstance(walk.step, s.Breathing)
    assert (walk.state.spoken.left, walk.state.spoken.right) == (60 + 100 + 80, 90 + 150)


def test_what_is_left_of_many_matters_is_still_one_long_chunk_at_most():
    walk = Walk(MONTHLY, R)
    while not isinstance(walk.step, s.SpareTime):
        walk.on()
    assert walk.state.spare.of(R) > SPARE_MAX_S
    walk.do(tc.AnswerSpare(R, use=True))
    assert timing(walk.state, walk.now).limit == SPARE_MAX_S


@given(several_matters(), seats)
def test_whoever_uses_all_their_time_speaks_as_long_as_the_other(kind: Format, first: Seat):
    walk = Walk(kind, first)
    while not walk.state.over:
        running = timing(walk.state, walk.now)
        if isinstance(walk.step, s.Talking) and running.limit:
            walk.wait(running.left)
            walk.do(tc.FinishTalk(walk.state.floor))
        else:
            walk.on()
    if kind.sitting is Sitting.BOTH:
        assert walk.state.spoken.left == pytest.approx(walk.state.spoken.right)


@pytest.mark.parametrize("asks", Seat)
def test_a_pause_in_the_second_gives_back_the_same_turn_and_its_time(asks: Seat):
    walk = until(Walk(MONTHLY, L), 1, s.Talking)
    walk.wait(40)
    turn, left = walk.state.turn, timing(walk.state, walk.now).left
    assert (turn, left) == (s.Turn(R, second=False), 110)
    walk.do(pc.AskPause(asks)).do(pc.StartPause(PauseKind.THINK, 10)).wait(600)
    walk.do(pc.AnswerReturn(L, ready=True)).do(pc.AnswerReturn(R, ready=True))
    assert walk.state.pause.seat is L
    assert timing(walk.state, walk.now).limit == RECAP_S
    walk.wait(30).do(pc.FinishRecap(L)).wait(30).do(pc.FinishRecap(R))
    assert (walk.state.turn, walk.state.index) == (turn, 1)
    assert timing(walk.state, walk.now).left == 110


@pytest.mark.parametrize(("index", "limit"), [(0, RECAP_S), (1, 0)])
def test_a_recap_is_timed_where_the_talk_it_lies_over_is(index: int, limit: int):
    walk = until(Walk(several(THANKS, a_matter("Without a timer", 0))), index, s.Talking)
    walk.do(pc.AskPause(L)).do(pc.StartPause(PauseKind.THINK, 10))
    walk.do(pc.SayReady(L)).do(pc.SayReady(R))
    assert isinstance(walk.state.pause, p.Recap)
    assert timing(walk.state, walk.now).limit == limit


@given(several_matters(), seats)
def test_it_is_taken_up_at_every_event_as_it_was(kind: Format, first: Seat):
    walk, states = Walk(kind, first), []
    states += [walk.state] * len(walk.log)
    while not walk.state.over:
        walk.on()
        states += [None] * (len(walk.log) - len(states) - 1) + [walk.state]
    for length, state in enumerate(states, start=1):
        again = fold(walk.log[:length])
        assert state is None or again == state
    assert walk.step == s.Over(e.Ending.FINISHED)


@given(several_matters(), seats)
def test_after_a_crash_in_any_of_them_it_comes_to_a_good_end(kind: Format, first: Seat):
    for point in points(kind, first):
        point.to_the_end()
        assert point.step == s.Over(e.Ending.FINISHED)


@given(several_matters(), seats)
def test_something_lighter_is_there_in_each(kind: Format, first: Seat):
    light = [at for at, step in enumerate(kind.steps) if step.light]
    matters = [at for at in light if kind.steps[at].kind is StepKind.TURNS]
    for point in points(kind, first):
        heavier = any(not step.light for step in kind.steps[point.state.index :])
        assert can_lighten(point.state) is heavier
        if not heavier:
            continue
        point.do(c.Lighten())
        assert point.state.index == light[0]
        turns = turns_of(point)
        both = kind.sitting is Sitting.BOTH
        assert [at for at, _ in turns[:: 2 if both else 1]] == matters
        assert all(seat is first for _, seat in turns[:: 4 if both else 1])
        assert point.step == s.Over(e.Ending.FINISHED)


def test_who_begins_on_the_lighter_way_does_not_depend_on_what_was_left_out():
    light = a_matter("Light", light=True)
    kind = several(light, THANKS, light)
    assert [seat for _, seat in turns_of(Walk(kind, L))[::2]] == [L, R, L]
    walk = until(Walk(kind, L), 1, s.Talking).do(c.Lighten())
    assert turns_of(walk) == [(0, L), (0, R), (2, R), (2, L)]


def test_a_talk_in_the_second_may_wait_for_tomorrow():
    walk = until(Walk(MONTHLY, L), 3, s.SayingBack)
    walk.wait(15)
    step, left = walk.step, timing(walk.state, walk.now).left
    tomorrow = walk.now.at + timedelta(hours=23)
    walk.do(pc.AskPause(R)).do(pc.BookReturn(PauseKind.THINK, tomorrow))
    again = walk.branch()
    again.now = Moment(tomorrow, again.now.clock)
    again.do(pc.ComeBack())
    while again.state.pause is not None:
        again.on()
    assert (again.state.index, again.state.turn) == (3, step.turn)
    assert timing(again.state, again.now).left == left


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ([THANKS, TIME_LEFT, WELL, TIME_LEFT], "a format has one step of kind time_left"),
        ([INTRODUCE, a_turn(), INTRODUCE], "a format has one step of kind introduce"),
        ([TIME_LEFT, THANKS, WELL], "time can only be left after the turns"),
        ([THANKS, a_turn(), WELL], "a talk needs a title, where no question is read before it"),
        ([a_turn(), INTRODUCE, a_turn()], "a talk needs a title"),
    ],
)
def test_what_cannot_be_played_is_refused(steps: list[StepSpec], why: str):
    with pytest.raises(ValueError, match=why):
        several(*steps)


@given(st.integers(1, 5))
def test_as_many_as_are_wanted_can_be_played(count: int):
    assert len(turns_of(Walk(several(*[THANKS] * count)))) == 2 * count


def test_time_left_is_used_as_long_as_it_lasts_and_a_pause_costs_none_of_it():
    walk = Walk(several(THANKS, TIME_LEFT), L)
    while not isinstance(walk.step, s.SpareTime):
        walk.on()
    walk.do(tc.AnswerSpare(L, use=True)).wait(5)
    left = step_timing(walk.state, walk.now.clock).left
    assert walk.state.floor is L
    walk.do(pc.AskPause(R)).wait(60).do(pc.TakePauseBack())
    assert step_timing(walk.state, walk.now.clock).left == left
    walk.do(c.Stop()).wait(60).do(c.TakeBack())
    assert step_timing(walk.state, walk.now.clock).left == left
    spoken = walk.state.spoken.of(L)
    walk.do(tc.FinishTalk(L))
    assert walk.state.spoken.of(L) == spoken + 5


def test_time_left_may_be_left():
    walk = Walk(several(THANKS, TIME_LEFT), L)
    while not isinstance(walk.step, s.SpareTime):
        walk.on()
    walk.do(tc.AnswerSpare(L, use=False))
    assert walk.step == s.SpareTime(R, second=True)
    walk.do(tc.AnswerSpare(R, use=False))
    assert not isinstance(walk.step, s.SpareTime)
