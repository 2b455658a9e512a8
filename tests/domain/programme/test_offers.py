"""What is offered in a pause: one thing at once, never more than four others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.calm.grounding import (
    Grounding,
    GroundingStep,
    Rest,
    SlowBreathing,
    Zone,
)
from coupleapp.domain.programme.offers import begun_for, has_more, offers_for, others_than
from coupleapp.domain.programme.programme import Programme
from coupleapp.packs import load_programme
from tests.domain.programme.test_programme import theme

OURS = load_programme(resource_folder() / "programme").programme
STEPS = (GroundingStep("Press.", 60),)

zones = st.sets(st.sampled_from(Zone), min_size=1).map(tuple)


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    groundings, rests = draw(st.lists(zones, max_size=8)), draw(st.lists(zones, max_size=8))
    return Programme(
        themes=(theme(),),
        groundings=tuple(Grounding(f"g{n}", "G", 60, STEPS, z) for n, z in enumerate(groundings)),
        rests=tuple(Rest(f"r{n}", "R", "Rest.", z) for n, z in enumerate(rests)),
    )


@given(programmes(), st.sampled_from(Zone))
def test_everything_that_suits_is_offered_once_and_nothing_else(programme, zone):
    offers = offers_for(programme, zone)
    everything = [*programme.groundings, *programme.rests]
    suiting = [one for one in everything if zone in one.suits]
    assert [one for one in offers if isinstance(one, SlowBreathing)] == [SlowBreathing()] * (
        zone is not Zone.FAR_AWAY
    )
    found = [one for one in offers if not isinstance(one, SlowBreathing)]
    assert sorted(one.id for one in found) == sorted(one.id for one in suiting)


@given(programmes(), st.sampled_from(Zone), st.data())
def test_never_more_than_four_and_every_one_is_reached(programme, zone, data):
    offers = offers_for(programme, zone)
    now = data.draw(st.sampled_from([None, *offers]))
    shown = [others_than(offers, now, turn) for turn in range(len(offers) + 1)]
    assert all(len(some) <= 4 for some in shown)
    assert {repr(one) for some in shown for one in some} == {
        repr(one) for one in offers if one != now
    }
    assert has_more(offers, now) == (len({tuple(map(repr, some)) for some in shown}) > 1)
    assert all(some for some in shown) or len(offers) <= (now is not None)


@given(programmes(), st.sampled_from(Zone))
def test_what_is_begun_suits_and_is_the_first_of_its_kind(programme, zone):
    begun = begun_for(programme, zone)
    suiting = [one for one in programme.groundings if zone in one.suits]
    assert begun == (suiting[0] if suiting else None)


@pytest.mark.parametrize(
    ("zone", "begun", "first"),
    [
        (Zone.TOO_MUCH, "feet", ["slow", "object", "release", "walk"]),
        (Zone.ALL_RIGHT, "feet", ["slow", "object", "release", "walk"]),
        (Zone.FAR_AWAY, "orient", ["three", "five", "water", "light"]),
    ],
)
def test_what_ours_begins_with_and_offers_beside_it(zone, begun, first):
    offers, now = offers_for(OURS, zone), begun_for(OURS, zone)
    assert now.id == begun
    assert [getattr(one, "id", "slow") for one in others_than(offers, now, 0)] == first


@pytest.mark.parametrize("text", ["Take {thing}.", "Take {hold", "Take hold}.", "{ place }", "{}"])
def test_a_sentence_has_no_other_braces(text):
    with pytest.raises(ValueError, match="in braces"):
        GroundingStep(text, 10)


def test_ours_use_what_they_named():
    texts = [step.text for one in OURS.groundings for step in one.steps]
    assert any("{hold}" in text for text in texts)
    assert any("{place}" in text for text in texts)


def test_where_nothing_else_suits_nothing_is_offered():
    only = Grounding("g", "G", 60, STEPS, (Zone.TOO_MUCH,))
    assert others_than([only], only, 3) == ()
    assert not has_more([only], only)
