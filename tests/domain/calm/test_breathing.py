"""Breath patterns: what can be built is safe, and what is built is breathed exactly."""

import math
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coupleapp.domain.calm.breathing import (
    BOX,
    COHERENT,
    LENGTHS,
    OWN_MOST,
    OWN_NAME_MAX,
    PRESETS,
    SIGH,
    SLOW,
    BreathChoices,
    BreathPattern,
    OwnPattern,
    Phase,
    clean_pattern_name,
    schedule,
    stepped,
    whole_breaths_s,
)
from coupleapp.domain.couple import NameFault, NameRefused

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
    assert BreathChoices().chosen == SLOW


@pytest.mark.parametrize(
    "phases",
    [
        (2.9, 6),
        (5.6, 6),
        (4, 8.1),
        (5, 4.9),
        (3, 3.9),
        (4, 6, 4.1),
        (4, 6, 0, 4.1),
        (4, 6, -0.1),
        (4, 6, 0, -0.1),
        (2, 6, 0, 0, 0.5),
        (2, 6, 0, 0, 2),
        (4.5, 6, 0, 0, 1.5),
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
    assert 3 <= pattern.in_s + pattern.again_s <= 5.5
    assert 4 <= pattern.out_s <= 8
    assert pattern.out_s >= pattern.in_s + pattern.again_s
    assert 7 <= pattern.cycle_s - pattern.hold_in_s - pattern.hold_out_s <= 13.5


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
    untouched = {Phase.IN, Phase.OUT} if phase in {Phase.HOLD_IN, Phase.HOLD_OUT} else set(STEPPED)
    untouched -= {Phase.IN, Phase.OUT} if phase in {Phase.IN, Phase.OUT} else set()
    assert all(getattr(now, f"{p}_s") == getattr(before, f"{p}_s") for p in untouched)


def test_out_follows_in_and_in_follows_out():
    even = stepped(COHERENT, Phase.OUT, longer=False)
    assert (even.in_s, even.out_s) == (5, 5)
    assert stepped(even, Phase.IN, longer=True) == COHERENT
    with pytest.raises(ValueError, match="one in-breath"):
        stepped(SIGH, Phase.AGAIN, longer=True)


@pytest.mark.parametrize("name", ["box", "slow", "own:Ours"])
def test_an_own_pattern_is_never_taken_for_a_preset(name):
    own = OwnPattern(name, COHERENT)
    choices = BreathChoices().with_own(own)
    assert choices.chosen == COHERENT
    assert replace(choices, pattern="slow").chosen == SLOW


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("  \n ", NameFault.EMPTY),
        ("\u200d", NameFault.EMPTY),
        ("x" * (OWN_NAME_MAX + 1), NameFault.TOO_LONG),
        ("x" * 60, NameFault.TOO_LONG),
    ],
)
def test_a_name_that_cannot_be_taken(raw, fault):
    with pytest.raises(NameRefused) as refused:
        clean_pattern_name(raw)
    assert refused.value.fault is fault


@given(st.text(max_size=40))
def test_a_name_is_clean_or_refused(raw):
    try:
        name = clean_pattern_name(raw)
    except NameRefused:
        assume(True)
        return
    assert 0 < len(name) <= OWN_NAME_MAX
    assert clean_pattern_name(name) == name
    assert OwnPattern(name, SLOW).name == name


def test_a_name_that_is_not_clean_cannot_be_built():
    with pytest.raises(NameRefused):
        OwnPattern(" Ours", SLOW)


def ours(count: int) -> BreathChoices:
    choices = BreathChoices()
    for n in range(count):
        choices = choices.with_own(OwnPattern(f"Ours {n}", SLOW))
    return choices


def test_a_handful_and_no_more():
    full = ours(OWN_MOST)
    assert full.pattern == f"own:Ours {OWN_MOST - 1}"
    with pytest.raises(ValueError, match="at most"):
        full.with_own(OwnPattern("One more", SLOW))
    assert len(full.without_own("own:Ours 0").own) == OWN_MOST - 1


def test_one_name_one_pattern():
    two = ours(2)
    for own in (OwnPattern("OURS 1", COHERENT), OwnPattern("Ours 1", SLOW)):
        with pytest.raises(NameRefused) as refused:
            two.with_own(own)
        assert refused.value.fault is NameFault.SAME
    changed = two.with_own(OwnPattern("OURS 1", COHERENT), instead_of="own:Ours 1")
    assert [own.name for own in changed.own] == ["Ours 0", "OURS 1"]
    assert changed.chosen == COHERENT


def test_a_chosen_pattern_that_goes_leaves_slow():
    two = ours(2)
    assert two.without_own("own:Ours 1").pattern == "slow"
    assert two.without_own("own:Ours 0").pattern == "own:Ours 1"


@pytest.mark.parametrize("wrong", [{"pattern": "4-7-8"}, {"minutes": 2}, {"minutes": 11}])
def test_a_choice_there_is_not(wrong):
    with pytest.raises(ValueError, match=r"no such|one of"):
        BreathChoices(**wrong)
