"""The session's own clock: only time both were there counts."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.application.session_clock import GAP_S, SessionClock
from tests.application.hands import HandClock

awake = st.tuples(st.just("awake"), st.floats(0, GAP_S - 0.01))
# On some systems the monotonic clock runs on through a sleep, on others it stands.
asleep = st.tuples(st.sampled_from(["asleep", "asleep, standing"]), st.floats(GAP_S + 0.1, 1e6))
set_back = st.tuples(st.just("set back"), st.floats(GAP_S + 0.1, 1e5))


def live(clock: HandClock, what: str, seconds: float) -> None:
    if what == "asleep, standing":
        clock.move_wall(seconds)
    elif what == "set back":
        clock.move_wall(-seconds)
    else:
        clock.pass_time(seconds)


@given(st.lists(awake | asleep | set_back, max_size=40), st.floats(0, 5000))
def test_only_time_awake_counts(life, base):
    clock = HandClock()
    session = SessionClock(clock, base)
    counted = base
    for what, seconds in life:
        live(clock, what, seconds)
        look = session.look()
        counted += seconds if what == "awake" else 0
        assert look.now.at == clock.now()
        assert look.now.clock == pytest.approx(counted, abs=1e-6)
        assert look.slept == what.startswith("asleep")
        assert (look.wall_was_set is not None) == (what == "set back")


@pytest.mark.parametrize("speed", [1.0, 60.0])
def test_an_hour_back_is_reported_and_costs_no_second(speed):
    clock = HandClock(speed)
    session = SessionClock(clock)
    clock.pass_time(2 * speed)
    clock.move_wall(-3600)
    look = session.look()
    assert look.wall_was_set == timedelta(hours=-1)
    assert not look.slept
    assert look.now.clock == 2 * speed
    assert session.look().wall_was_set is None


def test_a_correction_of_a_second_is_no_event():
    clock = HandClock()
    session = SessionClock(clock)
    for seconds in (1, -1):
        clock.move_wall(seconds)
        look = session.look()
        assert (look.slept, look.wall_was_set, look.now.clock) == (False, None, 0)


@pytest.mark.parametrize("step", [0.2, 0.1, 1 / 3])
def test_an_hour_in_small_looks_is_an_hour(step):
    clock = HandClock()
    session = SessionClock(clock)
    looks = round(3600 / step)
    for _ in range(looks):
        clock.pass_time(step)
        now = session.look().now
    assert now.clock == pytest.approx(clock.monotonic(), abs=1e-6)
    assert now.clock == pytest.approx(3600, abs=1e-4)


def test_in_a_rehearsal_a_gap_is_longer():
    """At sixty times the speed one frame late is no sleep."""
    clock = HandClock(60.0)
    session = SessionClock(clock)
    clock.pass_time(60 * GAP_S - 1)
    assert not session.look().slept
    clock.pass_time(60 * GAP_S + 1)
    assert session.look().slept
