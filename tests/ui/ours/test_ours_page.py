"""Ours: what they are trying first, in their own words; all else one press away."""

from datetime import time, timedelta

import pytest

from coupleapp.domain.couple import Seat
from tests.ui.agreements.agreeing_hands import make, two_weeks_pass


@pytest.fixture
def ours(house):
    house.click("Ours")
    house.settle()
    return house


def test_with_nothing_there_is_one_calm_thing_to_do(ours):
    ours.wait_for("Nothing yet. When you have agreed on something small to try")
    ours.focus_on("Find something to try")
    for way in ("Next talk, No day yet", "Rituals, None yet", "Something together, More than"):
        assert ours.says(way)


def test_a_plan_stands_in_their_words_with_both_marks(house):
    make(house)
    house.click("Ours")
    for words in (
        "after supper on Tuesdays",
        "I will leave my telephone in the hall",
        "I will put the kettle on",
        "then you look at it, each alone first",
    ):
        house.wait_for(words)
    assert not house.says("Nothing yet.")


def test_it_is_looked_at_from_here(house):
    make(house)
    two_weeks_pass(house)
    house.click("Ours")
    house.wait_for("It is a good time to look at this again, each alone first.")
    house.click("Look at it now")
    assert house.navigation.page == "agreements"
    house.wait_for("What matters to Maya in it")


def test_what_is_agreed_for_the_time_to_come(house):
    plans, now = house.use.plans, house.clock.now()
    plans.make(now + timedelta(days=1), "the kitchen")
    tea = plans.propose("Tea on the stairs", "Rest.", frozenset({6}), time(20))
    for seat in Seat:
        tea = plans.confirm(tea, seat)
    house.use.activities.pick(house.use.library.programme.ideas[0])
    house.click("Ours")
    house.settle()
    assert house.says("Next talk, Tomorrow")
    assert house.says("the kitchen")
    assert house.says("Rituals, Tea on the stairs, ")
    assert house.says("picked for this week")


@pytest.mark.parametrize(
    ("way", "page"),
    [
        ("Next talk", "next_talk"),
        ("Rituals", "rituals"),
        ("Something together", "activities"),
        ("Earlier plans", "agreements"),
        ("Your two lists", "lists"),
    ],
)
def test_everything_is_one_press_from_here(ours, way, page):
    (name,) = {name for name in ours.names() if name.startswith(way)}
    ours.click(name)
    assert ours.navigation.page == page
