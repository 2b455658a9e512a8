"""What is chosen about breathing: by one for themselves, by both for their talks."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coupleapp.domain.calm.breath_choices import (
    OWN_MOST,
    OWN_NAME_MAX,
    BreathChoices,
    OwnPattern,
    SharedRhythm,
    clean_pattern_name,
)
from coupleapp.domain.calm.breathing import BOX, COHERENT, PRESETS, SLOW, BreathPattern
from coupleapp.domain.couple import NameFault, NameRefused, Seat

L, R = Seat.LEFT, Seat.RIGHT


def test_what_is_chosen_by_nobody():
    fresh = BreathChoices()
    assert (fresh.chosen, fresh.patterns[fresh.talks]) == (SLOW, SLOW)
    assert (fresh.minutes, fresh.opening_minutes) == (1, 1)
    assert fresh.unread("slow") == (L, R)


# -- what is breathed in talks


def test_what_one_chose_for_themselves_is_nobodys_breath_in_a_talk():
    mine = BreathChoices().having_read("box", {L})
    mine = replace(mine, pattern="box")
    assert mine.chosen == BOX
    assert mine.talks == "slow"
    assert mine.unread("box") == (R,)


def test_another_rhythm_counts_when_both_have_said_yes_and_each_has_read_its_caution():
    wished = BreathChoices().wishing("box")
    assert wished.talks == "slow"
    one = wished.saying_yes(R)
    assert (one.talks, one.unread("box")) == ("slow", (L,))
    assert one.saying_yes(R) == one
    both = one.saying_yes(L)
    assert (both.talks, both.unread("box")) == ("box", ())
    assert both.wishing("slow").talks == "slow"
    assert both.wishing("coherent").talks == "slow"
    assert BreathChoices(shared=SharedRhythm("box", (L, R))).talks == "slow"
    assert BreathChoices(shared=SharedRhythm("box", (L, R)), read_by=(L, R)).talks == "slow"


acts = st.lists(
    st.tuples(
        st.sampled_from(["yes", "read", "wish", "choose", "keep", "remove"]),
        st.sampled_from(Seat),
        st.sampled_from([*PRESETS, "own:Sea"]),
    ),
    max_size=12,
)


@given(acts)
def test_whatever_is_pressed_only_two_yeses_change_a_talk(pressed):
    choices, said = BreathChoices().with_own(OwnPattern("Sea", COHERENT)), set()
    for act, seat, pattern in pressed:
        if pattern not in choices.patterns:
            continue
        before = choices
        match act:
            case "yes":
                choices = choices.saying_yes(seat)
                said.add(seat)
            case "read":
                choices = choices.having_read(pattern, {seat})
            case "wish":
                choices, said = choices.wishing(pattern), set()
            case "choose":
                choices = replace(choices, pattern=pattern)
            case "keep":
                other = OwnPattern("Sea", BreathPattern(4, 5, 1 if seat is L else 2))
                there = "own:Sea" in choices.patterns
                choices = choices.with_own(other, "own:Sea" if there else "")
            case "remove":
                choices = choices.without_own("own:Sea")
        if choices.shared.pattern != before.shared.pattern or not choices.shared.yes:
            said = set(choices.shared.yes)
        assert set(choices.read_by) >= set(before.read_by)
        assert choices.talks in {"slow", choices.shared.pattern}
        if choices.talks != "slow":
            assert said == set(Seat)
            assert choices.unread(choices.talks) == ()


def test_who_changes_what_both_said_yes_to_asks_both_anew():
    sea = OwnPattern("Sea", COHERENT)
    both = BreathChoices().with_own(sea).wishing(sea.id).saying_yes(L).saying_yes(R)
    assert both.talks == sea.id
    assert both.with_own(sea, instead_of=sea.id).talks == sea.id
    held = OwnPattern("Sea", BreathPattern(4, 5, 2))
    assert both.with_own(held, instead_of=sea.id).talks == "slow"
    assert both.without_own(sea.id).talks == "slow"
    assert both.with_own(OwnPattern("Lake", SLOW)).talks == sea.id


def test_each_reads_for_themselves_once():
    fresh = BreathChoices()
    maya = fresh.having_read("slow", {L})
    assert (maya.unread("slow"), maya.unread("box")) == ((R,), (L, R))
    assert maya.unread("slow", {L}) == ()
    assert maya.having_read("box", {L}).unread("box") == (R,)
    assert maya.having_read("slow", {R}).unread("slow") == ()


# -- own patterns


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


@pytest.mark.parametrize(
    "wrong",
    [
        {"pattern": "4-7-8"},
        {"shared": SharedRhythm("4-7-8")},
        {"minutes": 2},
        {"minutes": 11},
        {"opening_minutes": -1},
        {"opening_minutes": 6},
        {"read_by": (L, L)},
        {"hold_read_by": (R, R)},
    ],
)
def test_a_choice_there_is_not(wrong):
    with pytest.raises(ValueError, match=r"no such|one of|it can be|there once"):
        BreathChoices(**wrong)


def test_nobody_says_yes_twice():
    with pytest.raises(ValueError, match="there once"):
        SharedRhythm("box", (L, L))
