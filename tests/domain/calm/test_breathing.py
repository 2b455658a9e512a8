"""Breath patterns: what can be built is safe, and what is built is breathed exactly."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coupleapp.domain.calm.breath_choices import LENGTHS
from coupleapp.domain.calm.breathing import (
    BOX,
    COHERENT,
    EASY,
    PRESETS,
    SIGH,
    SLOW,
    BreathPattern,
    Phase,
    nearest_pattern,
    schedule,
    stepped,
    whole_breaths_s,
)

Steps = tuple[tuple[Phase, bool], ...]
STEPPED = [Phase.IN, Phase.HOLD_IN, Phase.OUT, Phase.HOLD_OUT]

steps = st.lists(st.tuples(st.sampled_from(STEPPED), st.booleans()), max_size=60).map(tuple)


def after(presses: Steps, pattern: BreathPattern = SLOW) -> BreathPattern:
    for phase, longer in presses:
        pattern = stepped(pattern, phase, longer=longer)
    return pattern


patterns = st.sampled_from(sorted(PRESETS.values(), key=repr)) | steps.map(after)


def test_what_nearer_brings():
    assert schedule(SLOW) == ((Phase.IN, 4), (Phase.OUT, 6))
    assert schedule(COHERENT) == ((Phase.IN, 5.5), (Phase.OUT, 5.5))
    assert schedule(SIGH) == ((Phase.IN, 2), (Phase.AGAIN, 1), (Phase.OUT, 6))
    four = [Phase.IN, Phase.HOLD_IN, Phase.OUT, Phase.HOLD_OUT]
    assert schedule(BOX) == tuple((phase, 4) for phase in four)
    assert [name for name, pattern in PRESETS.items() if pattern.holds] == ["box"]
    assert 60 / EASY.cycle_s == 8
    assert not EASY.holds


@pytest.mark.parametrize(
    "phases",
    [
        (1.9, 6),
        (8.1, 8),
        (4, 8.1),
        (5, 4.9),
        (2, 2.9),
        (4, 8, 4, 0.1),
        (8, 8, 0.1),
        (4, 6, 4.1),
        (4, 6, 0, 4.1),
        (4, 6, -0.1),
        (4, 6, 0, -0.1),
        (1.5, 6, 0, 0, 0.4),
        (2, 6, 0, 0, 2),
        (4.5, 6, 0, 0, 1.6),
        (4, 6, 0, 0, -0.5),
        (math.nan, 6),
        (4, math.nan),
        (4, 6, math.nan),
        (4, 6, 0, 0, math.nan),
        (4, math.inf),
    ],
)
def test_an_illegal_breath_cannot_be_built(phases):
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        BreathPattern(*phases)


seconds = st.floats(0, 10)


@given(seconds, seconds, seconds, seconds, seconds)
def test_what_can_be_built_lies_in_its_ranges(in_s, out_s, hold_in_s, hold_out_s, again_s):
    try:
        pattern = BreathPattern(in_s, out_s, hold_in_s, hold_out_s, again_s)
    except ValueError:
        return
    assert 3.75 <= 60 / pattern.cycle_s <= 12
    assert all(phase_s <= 8 for _, phase_s in schedule(pattern))
    assert max(pattern.hold_in_s, pattern.hold_out_s) <= 4
    assert pattern.out_s >= pattern.in_s + pattern.again_s


@given(patterns)
def test_the_schedule_is_the_breath_in_order(pattern):
    phases = schedule(pattern)
    order = [phase for phase, _ in phases]
    assert order == sorted(order, key=list(Phase).index)
    assert all(length > 0 for _, length in phases)
    assert math.fsum(length for _, length in phases) == pytest.approx(pattern.cycle_s)


@given(patterns, st.floats(1, 400))
@example(BreathPattern(4, 4, 4, 4), 9.0)
def test_a_step_is_filled_by_one_breath_or_holds_whole_ones(pattern, within_s):
    phases, whole = dict(schedule(pattern, within_s)), dict(schedule(pattern))
    if within_s >= pattern.cycle_s:
        assert phases == whole
        return
    assert math.fsum(phases.values()) == pytest.approx(within_s)
    assert all(length <= whole[phase] for phase, length in phases.items())
    held = phases.keys() & {Phase.HOLD_IN, Phase.HOLD_OUT}
    assert bool(held) == (within_s > pattern.in_s + pattern.again_s + pattern.out_s)
    share = phases[Phase.OUT] / phases[Phase.IN]
    assert share == pytest.approx(pattern.out_s / pattern.in_s)


@pytest.mark.parametrize("within_s", [0, -1, math.nan])
def test_no_breath_in_no_time(within_s):
    with pytest.raises(ValueError, match="no time"):
        schedule(SLOW, within_s)


@given(patterns, st.sampled_from(LENGTHS))
def test_the_time_ends_with_a_breath(pattern, minutes):
    length = whole_breaths_s(pattern, minutes)
    breaths = length / pattern.cycle_s
    assert breaths == pytest.approx(round(breaths))
    assert abs(length - minutes * 60) <= pattern.cycle_s / 2 + 1e-9


def test_a_minute_of_the_default_is_a_minute():
    assert whole_breaths_s(SLOW, 1) == 60
    assert whole_breaths_s(BOX, 1) == 64


@given(steps, st.sampled_from(STEPPED), st.booleans())
def test_every_press_moves_half_a_second_or_stays(presses, phase, longer):
    before = after(presses)
    now = stepped(before, phase, longer=longer)
    name = f"{phase}_s"
    moved = getattr(now, name) - getattr(before, name)
    assert moved in {0, 0.5 if longer else -0.5}
    assert 5 <= now.cycle_s <= 16
    untouched = {Phase.IN, Phase.OUT} if phase in {Phase.HOLD_IN, Phase.HOLD_OUT} else set(STEPPED)
    untouched -= {Phase.IN, Phase.OUT} if phase in {Phase.IN, Phase.OUT} else set()
    assert all(getattr(now, f"{p}_s") == getattr(before, f"{p}_s") for p in untouched)


def test_every_limit_can_be_reached_and_none_crossed():
    fast = after(((Phase.IN, False),) * 9 + ((Phase.OUT, False),) * 9)
    assert (fast.in_s, fast.out_s, 60 / fast.cycle_s) == (2, 3, 12)
    slow = after(((Phase.IN, True),) * 9 + ((Phase.OUT, True),) * 9)
    assert (slow.in_s, slow.out_s, 60 / slow.cycle_s) == (8, 8, 3.75)
    held = after(((Phase.HOLD_IN, True),) * 9 + ((Phase.HOLD_OUT, True),) * 9)
    assert (held.hold_in_s, held.hold_out_s, held.cycle_s) == (4, 2, 16)


def test_out_follows_in_and_in_follows_out():
    even = stepped(COHERENT, Phase.OUT, longer=False)
    assert (even.in_s, even.out_s) == (5, 5)
    assert stepped(even, Phase.IN, longer=True) == COHERENT
    with pytest.raises(ValueError, match="one in-breath"):
        stepped(SIGH, Phase.AGAIN, longer=True)


# -- what an earlier version kept

anything = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-1, 12)


@given(anything, anything, anything, anything, anything)
@example(5.5, 8, 4, 4, 0)
@example(6.1, 7.9, 1, 1, 0)
@example(math.nan, math.inf, math.nan, -math.inf, math.nan)
def test_whatever_was_kept_is_brought_to_what_is_allowed(in_s, out_s, hold_in, hold_out, again):
    near = nearest_pattern(in_s, out_s, hold_in, hold_out, again)
    assert isinstance(near, BreathPattern)
    again_s = near.again_s
    assert nearest_pattern(near.in_s, near.out_s, near.hold_in_s, near.hold_out_s, again_s) == near


@given(patterns)
def test_what_is_allowed_stays_as_it_is(pattern):
    phases = (pattern.in_s, pattern.out_s, pattern.hold_in_s, pattern.hold_out_s, pattern.again_s)
    assert nearest_pattern(*phases) == pattern


def test_of_what_was_too_long_the_holds_give_way():
    assert nearest_pattern(5.5, 8, 4, 4) == BreathPattern(5.5, 8, 1, 1)
    assert nearest_pattern(5.5, 8, 4, 0) == BreathPattern(5.5, 8, 2.5, 0)
    assert nearest_pattern(1, 20) == BreathPattern(2, 8)
