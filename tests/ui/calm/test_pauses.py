"""A pause as it is lived: its clock, what is begun when it was too much, and the way back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.calm.comfort import Comfort
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.guided_session import steps as s
from tests.ui.test_reach import check_step, check_tab, large

Key = Qt.Key
CLOCK = "Back to the clock"


@pytest.fixture
def talk(house):
    house.sit_down_until("theme_talk", s.Talking)
    return house


def pause(house, kind="flooded", minutes=30):
    house.session.pressKey("pause", "left")
    house.models.pause_controls.start(kind, minutes)
    house.settle()


def test_after_too_much_one_grounding_is_begun_and_the_clock_is_small(talk):
    pause(talk)
    assert talk.models.grounding_controls.props.place == "flow"
    talk.wait_for("Eyes open. Both feet on the floor")
    assert talk.session.props.pause_line == "30:00 left, back together at 20:30"
    talk.focus_on("Next")
    offered = {"Next", "Something else", "We set the pace", CLOCK}
    assert offered <= set(talk.names())
    talk.click(CLOCK)
    talk.focus_on("Something to hold on to")
    assert talk.says("Back together at 20:30")
    assert not talk.says("Both feet on the floor")


def test_who_only_wants_to_think_sees_the_clock(talk):
    pause(talk, "think", 10)
    talk.focus_on("Something to hold on to")
    assert not talk.says("Both feet on the floor")
    talk.key(Key.Key_Return)
    talk.focus_on("Too much")
    talk.click(CLOCK)
    talk.focus_on("Something to hold on to")


def test_a_space_too_many_ends_nothing_in_a_pause(talk):
    pause(talk)
    for _ in range(40):
        talk.key(Key.Key_Space)
        talk.settle()
        assert talk.step == "pausing"
        assert talk.focused_name() not in {"Stop here", "Something lighter", "Enough for today"}


@pytest.mark.parametrize("name", ["Stop here", "Something lighter", "Back to the clock"])
def test_after_a_grounding_each_way_leads_where_it_says(talk, name):
    pause(talk)
    talk.models.grounding_controls.finish()
    talk.focus_on("Back to the clock")
    talk.click(name)
    talk.settle()
    after = {"Stop here": "stopped", "Something lighter": "breathe", "Back to the clock": "pausing"}
    assert talk.step == after[name]


def test_what_they_named_stands_in_the_pause(talk):
    comforts = Both(Comfort("the grey stone"), Comfort())
    couples = talk.use.couples
    couples.choose(replace(couples.settings, comforts=comforts))
    pause(talk)
    grounding = talk.models.grounding_controls
    grounding.menu()
    talk.settle()
    talk.click("Hold something dear")
    talk.wait_for("Take the grey stone or something that feels good to hold.")


def test_whoever_sits_alone_is_led_by_their_own(house):
    comforts = Both(Comfort("the grey stone"), Comfort("my watch"))
    couples = house.use.couples
    couples.choose(replace(couples.settings, comforts=comforts))
    house.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
    house.session.pressKey("pause", "right")
    house.models.pause_controls.start("flooded", 30)
    house.settle()
    assert house.session.props.pause_line == "30:00 left, back at 20:30"
    house.models.grounding_controls.menu()
    house.settle()
    house.click("Hold something dear")
    house.wait_for("Take my watch.")


def test_the_next_pause_begins_anew(talk):
    pause(talk)
    talk.models.grounding_controls.finish()
    for seat in ("left", "right"):
        talk.session.press(seat)
    assert talk.step == "recap"
    assert talk.models.grounding_controls.props.place == "zone"
    while talk.step == "recap":
        talk.session.press(talk.session.props.talker)
    pause(talk, "think", 10)
    assert talk.models.grounding_controls.props.place == "clock"


def test_the_lamp_is_dark_while_they_breathe_in_a_pause_and_burns_again(talk):
    from tests.ui.calm.test_breath_in_talks import glowing

    pause(talk)
    talk.qtbot.waitUntil(lambda: glowing(talk) == ["calm"])
    talk.models.grounding_controls.menu()
    talk.settle()
    talk.click("Breathe slowly")
    talk.qtbot.waitUntil(lambda: glowing(talk) == [])
    for seat in ("left", "right"):
        talk.session.press(seat)
    talk.qtbot.waitUntil(lambda: glowing(talk) != [])


def test_grounding_together_asks_and_begins_at_once(house):
    house.sit_down_until("quiet_together", s.Together)
    house.focus_on("Too much")
    assert CLOCK not in house.names()
    house.key(Key.Key_Space)
    house.focus_on("Next")
    house.models.grounding_controls.finish()
    house.focus_on("Something else first")
    house.click("Go on")
    assert house.step == "closing_round"


PLACES = ["flow", "menu", "breath", "after", "zone"]


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
@pytest.mark.parametrize("place", PLACES)
def test_everything_is_in_reach_of_the_keyboard(talk, place, size):
    if size == "twice as large":
        large(talk)
    pause(talk)
    grounding = talk.models.grounding_controls
    if place in {"menu", "breath"}:
        grounding.menu()
    if place == "breath":
        grounding.take(0)
    if place == "after":
        grounding.finish()
    if place == "zone":
        grounding.ask()
    assert grounding.props.place == place
    check_step(talk)
    check_tab(talk)
