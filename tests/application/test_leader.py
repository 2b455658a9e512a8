"""A guided session over a real file: on disk before it is seen, and nothing lost by a crash."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.ports import StoreError, StoreFull, StoreReadOnly
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import Refusal, Why, fold
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.notebook import TEXT_MAX, TextRefused
from coupleapp.store import open_store
from tests.application.hands import (
    full_disk,
    new_id,
    pass_time,
    press_on,
    seconds_left,
    sessions_of,
    write_protected,
)
from tests.domain.guided_session.sessions import a_plan

STEPS_OF_A_TALK = 35


@pytest.fixture
def leader(store, clock):
    return sessions_of(store, clock).begin(a_plan())


def until(leader, kind):
    for _ in range(60):
        step = leader.state.step
        if kind in (type(step), getattr(step, "kind", None)):
            return
        press_on(leader)
    raise AssertionError(kind)


def test_every_step_is_on_disk_before_it_is_seen(store, leader, clock):
    steps = 0
    while not leader.over:
        pass_time(leader, clock, 1)
        press_on(leader)
        assert fold(store.sessions.log(leader.id)) == leader.state
        steps += 1
    assert steps == STEPS_OF_A_TALK
    (past,) = store.sessions.history()
    assert (past.ending, past.talked, past.introduced) == (Ending.FINISHED, True, True)
    assert past.ended_at == clock.now()
    assert past.next_date is not None
    assert store.sessions.unfinished() is None


def test_what_cannot_be_kept_has_not_happened(store, leader, clock):
    while not leader.over:
        before, log = leader.state, store.sessions.log(leader.id)
        with write_protected(store), pytest.raises(StoreReadOnly):
            press_on(leader)
        assert leader.state is before
        assert store.sessions.log(leader.id) == log
        press_on(leader)
    assert fold(store.sessions.log(leader.id)) == leader.state
    assert len(store.notebook.of_session(leader.id)) == 8


def test_nothing_begins_that_cannot_be_kept(store, clock):
    sessions = sessions_of(store, clock)
    with write_protected(store), pytest.raises(StoreReadOnly):
        sessions.begin(a_plan())
    assert store.sessions.history() == ()
    assert sessions.unfinished() is None


def test_a_line_that_does_not_fit_on_the_disk_moves_nothing_on(store, leader):
    until(leader, StepKind.MATTERED)
    before = leader.state
    with full_disk(store), pytest.raises(StoreFull):
        leader.share(Seat.LEFT, "ж" * TEXT_MAX)
    assert leader.state is before
    assert store.notebook.of_session(leader.id) == ()
    assert leader.share(Seat.LEFT, "ж" * TEXT_MAX) is None
    assert [entry.text for entry in store.notebook.of_session(leader.id)] == ["ж" * TEXT_MAX]


def test_the_end_of_a_time_is_tried_again_with_the_next_tick(store, leader, clock):
    until(leader, s.Talking)
    clock.pass_time(4)
    leader.tick()
    with write_protected(store):
        for _ in range(2):
            with pytest.raises(StoreError):
                pass_time(leader, clock, 200)
        assert isinstance(leader.state.step, s.Talking)
    leader.tick()
    assert isinstance(leader.state.step, s.SayingBack)


@pytest.mark.parametrize("steps", range(STEPS_OF_A_TALK))
def test_a_crash_costs_at_most_a_second(store, clock, folder, steps):
    """Abandoned in the midst of every step; the app is away for an hour."""
    leader = sessions_of(store, clock).begin(a_plan())
    for _ in range(steps):
        press_on(leader)
    pass_time(leader, clock, 3.4)
    state, left, session_id = leader.state, seconds_left(leader), leader.id
    store.close()
    del leader
    clock.pass_time(3600)
    again = open_store(folder, [])
    sessions = sessions_of(again, clock)
    found = sessions.unfinished()
    taken_up = sessions.take_up(found)
    assert found.id == session_id
    assert taken_up.held
    assert taken_up.state == state
    assert taken_up.state.floor == state.floor
    pass_time(taken_up, clock, 120)
    assert taken_up.state == state, "while it is held nothing ends"
    taken_up.carry_on()
    if left is not None:
        assert seconds_left(taken_up) == pytest.approx(left, abs=1.0)
        assert seconds_left(taken_up) >= left, "nobody loses time by a crash"
    press_on(taken_up)
    assert fold(again.sessions.log(session_id)) == taken_up.state != state
    again.close()


def test_a_crash_between_two_marks_does_not_turn_the_clock_back(store, leader, clock):
    """The log is then ahead of the mark; the time after it may not run a second time."""
    until(leader, s.Talking)
    pass_time(leader, clock, 30)
    clock.pass_time(0.9)
    press_on(leader)
    found = store.sessions.unfinished()
    last = found.events[-1].at.clock
    assert found.clock_s < last
    again = sessions_of(store, clock).take_up(found)
    assert again.now.clock == last
    assert seconds_left(again) == 45


def test_sleep_holds_the_talk_and_its_time(store, leader, clock):
    until(leader, s.Talking)
    pass_time(leader, clock, 10)
    clock.move_wall(1800)
    assert leader.tick()
    assert leader.held
    assert seconds_left(leader) == pytest.approx(80, abs=0.01)
    pass_time(leader, clock, 500)
    leader.carry_on()
    pass_time(leader, clock, 1)
    assert seconds_left(leader) == pytest.approx(79, abs=0.01)


def paused(leader, clock, minutes=10):
    until(leader, s.Talking)
    pass_time(leader, clock, 20)
    leader.handle(pc.AskPause(Seat.LEFT))
    leader.handle(pc.StartPause(PauseKind.THINK, minutes))


def test_a_promise_runs_on_while_the_computer_sleeps(leader, clock):
    paused(leader, clock)
    clock.move_wall(300)
    leader.tick()
    assert not leader.held
    assert seconds_left(leader) == pytest.approx(300, abs=0.01)
    clock.move_wall(301)
    leader.tick()
    assert isinstance(leader.state.pause, p.Returning)


def test_a_promise_runs_on_while_the_app_is_away(store, leader, clock):
    paused(leader, clock)
    clock.pass_time(240)
    sessions = sessions_of(store, clock)
    leader = sessions.take_up(sessions.unfinished())
    leader.carry_on()
    assert seconds_left(leader) == pytest.approx(360, abs=0.01)
    clock.pass_time(4000)
    leader = sessions.take_up(sessions.unfinished())
    leader.carry_on()
    leader.tick()
    assert isinstance(leader.state.pause, p.Returning)


@pytest.mark.parametrize("by", [-3600, -86400])
def test_a_clock_set_back_does_not_lengthen_the_pause(store, leader, clock, by):
    paused(leader, clock)
    pass_time(leader, clock, 60)
    clock.move_wall(by)
    leader.tick()
    assert seconds_left(leader) == pytest.approx(540, abs=0.01)
    assert leader.state.pause.until == clock.now() + timedelta(seconds=540)
    assert fold(store.sessions.log(leader.id)) == leader.state


def test_the_time_of_the_turn_stands_under_a_pause(leader, clock):
    paused(leader, clock, minutes=2)
    pass_time(leader, clock, 121)
    for seat in Seat:
        assert leader.handle(pc.AnswerReturn(seat, True)) is None
    for seat in (Seat.LEFT, Seat.RIGHT):
        assert leader.handle(pc.FinishRecap(seat)) is None
    assert leader.state.pause is None
    assert seconds_left(leader) == pytest.approx(70, abs=0.01)


def test_the_clock_is_marked_every_second_and_not_more_often(store, leader, clock):
    until(leader, s.Talking)
    marks = []
    for _ in range(50):
        clock.pass_time(0.2)
        leader.tick()
        marks.append(store.sessions.unfinished().clock_s)
    assert len(set(marks)) == pytest.approx(10, abs=1)
    assert leader.now.clock - marks[-1] <= 1.0


def test_a_mark_that_could_not_be_written_is_written_as_soon_as_it_can_be(store, leader, clock):
    until(leader, s.Talking)
    pass_time(leader, clock, 3)
    marked = store.sessions.unfinished().clock_s
    with write_protected(store):
        pass_time(leader, clock, 5)
    assert store.sessions.unfinished().clock_s == marked
    clock.pass_time(0.2)
    leader.tick()
    assert store.sessions.unfinished().clock_s == leader.now.clock


def test_a_slow_disk_is_given_one_mark_at_a_time(store, clock):
    aside = []
    leader = GuidedSessions(store.sessions, clock, new_id, aside.append).begin(a_plan())
    pass_time(leader, clock, 30)
    (mark,) = aside
    mark()
    pass_time(leader, clock, 1)
    aside[-1]()
    assert len(aside) == 2
    assert store.sessions.unfinished().clock_s == leader.now.clock


def test_a_text_too_long_keeps_everything(store, leader):
    until(leader, StepKind.SMALL_WIN)
    before = leader.state
    with pytest.raises(TextRefused) as refused:
        leader.share(Seat.LEFT, "x" * (TEXT_MAX + 1))
    assert refused.value.length == TEXT_MAX + 1
    assert leader.state is before
    kept = len(store.notebook.of_session(leader.id))
    assert leader.share(Seat.LEFT, "x" * TEXT_MAX) is None
    assert len(store.notebook.of_session(leader.id)) == kept + 1


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_said_aloud_is_enough(store, leader, text):
    until(leader, StepKind.MATTERED)
    assert leader.share(Seat.LEFT, text) is None
    assert store.notebook.of_session(leader.id) == ()
    assert leader.state.step.done == (Seat.LEFT,)


def test_who_has_shared_cannot_share_again(store, leader):
    until(leader, StepKind.MATTERED)
    leader.share(Seat.LEFT, "one")
    assert leader.share(Seat.LEFT, "two") == Refusal(Why.ALREADY_ANSWERED)
    assert [entry.text for entry in store.notebook.of_session(leader.id)] == ["one"]


def test_a_session_that_is_over_is_not_held(leader, clock):
    assert leader.handle(c.Stop()) is None
    assert leader.handle(c.LeaveStopped()) is None
    clock.move_wall(9000)
    leader.tick()
    assert not leader.held
    assert leader.handle(c.Agree()) == Refusal(Why.OVER)


def test_a_session_begins_with_an_event(store, clock):
    empty = replace(an_unfinished(store, clock), events=())
    with pytest.raises(ValueError, match="begins with an event"):
        sessions_of(store, clock).take_up(empty)


def an_unfinished(store, clock):
    sessions_of(store, clock).begin(a_plan())
    return store.sessions.unfinished()


@pytest.mark.parametrize(
    "press",
    [
        lambda leader: leader.handle(c.Agree()),
        lambda leader: leader.share(Seat.LEFT, "You laughed."),
        lambda leader: leader.keep_line("At the door."),
        lambda leader: leader.finish_writing("It was late.", keep=True),
        lambda leader: leader.handle(c.PlanNext(datetime(2026, 12, 1, 20, tzinfo=UTC))),
    ],
    ids=["a press", "a sentence", "a line", "what one wrote", "the next time"],
)
def test_while_it_is_held_nothing_is_taken_but_the_end(store, leader, press):
    leader.hold()
    log = store.sessions.log(leader.id)
    assert press(leader) == Refusal(Why.HELD)
    assert store.sessions.log(leader.id) == log
    assert store.notebook.of_session(leader.id) == ()
    assert leader.handle(c.Stop()) is None
    assert (leader.held, leader.state.stopped) == (False, True)
    assert leader.handle(c.TakeBack()) is None
    assert isinstance(leader.state.step, s.Agreeing)


def test_the_next_time_is_kept_wherever_it_is_said(store, leader, clock):
    until(leader, s.NextDate)
    when = clock.now() + timedelta(days=7)
    assert leader.handle(c.PlanNext(when)) is None
    (agreed,) = store.appointments.appointments()
    assert (agreed.at, agreed.place, agreed.will) == (when, "", "")
