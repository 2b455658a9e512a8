"""Every shipped format, walked to its end by every branch, from every point of the way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Format, Sitting
from coupleapp.domain.guided_session import (
    GuidedSession,
    Moment,
    Refusal,
    can_lighten,
    decide,
    fold,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.timing import step_timing
from coupleapp.domain.guided_session.turn_events import Guess, Heard, Wish
from tests.domain.guided_session.sessions import START, a_way_on, shipped_formats
from tests.domain.guided_session.talks_about_needs import leaving_it
from tests.domain.guided_session.walk import Walk


def leaving_things_out(state: GuidedSession) -> c.Command:
    """The other answer wherever there is one."""
    seat = state.floor
    if state.pause is None and isinstance(state.step, n.NeedsStep):
        return leaving_it(state.step, state) or a_way_on(state)
    match state.step:
        case s.HeardCheck():
            return tc.CheckHeard(seat, Heard.NOT_YET)
        case s.AskingMore():
            return tc.AnswerMore(seat, more=False)
        case s.Wishing():
            return tc.NameWish(seat, Wish.IDEAS)
        case s.Guessing():
            return tc.GuessFeelings(seat.other)
        case s.GuessCheck():
            return tc.CheckGuess(seat, Guess.OTHER)
        case s.SpareTime():
            return tc.AnswerSpare(seat, use=False)
        case s.Talking(seat=talks) if talks is seat:
            return tc.FinishTalk(seat, gives_floor=True)
        case _:
            return a_way_on(state)


def asking_for_thoughts(state: GuidedSession) -> c.Command:
    """Whenever the gate can be opened, it is."""
    ask = tc.AskThoughts(state.floor) if state.floor else None
    if ask and not isinstance(decide(state, ask, Moment(START, 0.0)), Refusal):
        return ask
    return a_way_on(state)


formats = pytest.mark.parametrize("kind", shipped_formats(), ids=lambda kind: kind.id)


@formats
@pytest.mark.parametrize("way", [a_way_on, leaving_things_out, asking_for_thoughts])
def test_it_can_be_played_to_a_good_end(kind: Format, way):
    walk = Walk(kind).to_the_end(way)

    assert walk.state.step == s.Over(e.Ending.FINISHED)
    assert fold(walk.log) == walk.state


@formats
def test_every_part_that_always_comes_is_played(kind: Format):
    walk, played = Walk(kind), set()

    while not walk.state.over:
        if walk.state.turn is not None:
            turn = walk.state.turn
            played.add((walk.state.index, turn.speaker, turn.closing, turn.part))
        walk.wait(2.0)
        if not walk.state.over:
            walk.do(a_way_on(walk.state))

    speakers = [Seat.RIGHT] if kind.sitting is Sitting.OPENER else list(Seat)
    for index, step in enumerate(kind.steps):
        for closing, parts in ((False, step.parts), (True, step.closing)):
            for place, part in enumerate(parts):
                for speaker in speakers:
                    came = (index, speaker, closing, place) in played
                    assert came == (not part.if_asked)


def _points(kind: Format) -> list[Walk]:
    walk, points = Walk(kind), []
    while not walk.state.over:
        points.append(walk.branch())
        walk.wait(3.0)
        if not walk.state.over:
            walk.do(a_way_on(walk.state))
    return points


@formats
def test_from_every_point_it_can_turn_lighter(kind: Format):
    for point in _points(kind):
        if not can_lighten(point.state):
            continue
        after = point.do(c.Lighten())
        while not after.state.over:
            assert after.state.spec.light
            after.wait(2.0)
            if not after.state.over:
                after.do(a_way_on(after.state))
        assert after.state.step == s.Over(e.Ending.FINISHED)


@formats
def test_every_format_for_two_with_something_heavy_can_turn_lighter(kind: Format):
    heavy = any(not step.light for step in kind.steps)
    if kind.sitting is not Sitting.ALONE and heavy:
        assert can_lighten(Walk(kind).state)


@formats
def test_from_every_point_it_can_be_stopped(kind: Format):
    for point in _points(kind):
        assert point.do(c.Stop()).do(c.LeaveStopped()).state.step == s.Over(e.Ending.STOPPED)


@formats
@pytest.mark.parametrize("slip", [c.Stop(), c.Lighten()], ids=["stopped", "lighter"])
def test_from_every_point_a_slip_is_taken_back_to_the_second(kind: Format, slip: c.Command):
    for point in _points(kind):
        before = point.state
        if isinstance(slip, c.Lighten) and not can_lighten(before):
            continue
        stood = s.with_watch_standing(before.step, point.now.clock)
        point.do(slip).wait(4000 if point.state.stopped else 3)
        after = point.branch().do(c.TakeBack())
        assert s.with_watch_standing(after.step, after.now.clock) == stood
        assert replace(after.state, step=before.step) == before


@formats
def test_from_every_point_a_pause_gives_back_the_same_step_and_its_time(kind: Format):
    for point in _points(kind):
        before, left = point.state.step, step_timing(point.state, point.now.clock)
        point.do(pc.AskPause(Seat.RIGHT)).do(pc.StartPause(PauseKind.FLOODED, 30)).wait(1800)
        while point.state.pause is not None:
            point.do(a_way_on(point.state))
        after = step_timing(point.state, point.now.clock)
        assert type(point.state.step) is type(before)
        assert point.state.pauses == 1
        if left is not None:
            assert after.left == pytest.approx(left.left)


@formats
def test_from_every_point_it_can_wait_for_tomorrow(kind: Format):
    for point in _points(kind):
        step, watch = point.state.step, step_timing(point.state, point.now.clock)
        tomorrow = point.now.at + timedelta(hours=23)
        point.do(pc.AskPause(Seat.RIGHT)).do(pc.BookReturn(PauseKind.FLOODED, tomorrow))
        assert point.state.waits_until == tomorrow

        again = point.branch()
        again.now = Moment(tomorrow, again.now.clock)
        again.do(c.Tick())
        assert isinstance(again.state.pause, p.Waiting)
        again.do(pc.ComeBack())
        while again.state.pause is not None:
            assert isinstance(again.state.pause, p.Returning | p.Recap)
            again.do(a_way_on(again.state))
        after = step_timing(again.state, again.now.clock)
        assert type(again.state.step) is type(step)
        assert (after and after.left) == pytest.approx(watch and watch.left)
        assert again.to_the_end().state.step == s.Over(e.Ending.FINISHED)


@formats
def test_typed_turns_have_three_times_the_time(kind: Format):
    for point in _points(kind):
        if not isinstance(point.state.step, s.Talking):
            continue
        seat = point.state.step.seat
        spoken = step_timing(point.state, point.now.clock).limit
        typed = replace(point.state, plan=replace(point.state.plan, typed=(seat,)))
        assert step_timing(typed, point.now.clock).limit == 3 * spoken
