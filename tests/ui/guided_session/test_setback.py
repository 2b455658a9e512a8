"""A day after a talk that ended early: one line on Home, and each may look at it alone."""

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.notebook import EntryKind

Key = Qt.Key
DAY = 86_400
LINE = "Your last talk ended early, and that was all right."
QUESTION = "What was it trying to protect?"
BREATHED = "Back to normal breathing"
ALONE = "Only I am looking"


@pytest.fixture
def stopped(house):
    """The evening before they had enough, in the middle of a talk."""
    house.sit_down_until("theme_talk", s.Talking)
    house.session.stop()
    house.session.goHome()
    return house


@pytest.fixture
def asked(stopped):
    days_pass(stopped, 1)
    stopped.wait_for(LINE)
    return stopped


def days_pass(house, days):
    house.clock.pass_time(days * DAY)
    house.turn_to("home")
    house.settle()


def look(house, name):
    """As far as the field."""
    house.click("Look at it")
    house.click(name)
    house.click("Go on")
    house.click(BREATHED)
    house.click(ALONE)
    house.focus_on(QUESTION)


def test_not_on_the_same_day_and_not_when_it_is_long_past(stopped):
    stopped.turn_to("home")
    assert not stopped.says(LINE)
    for days, there in ((1, True), (2, True), (1, False)):
        days_pass(stopped, days)
        assert stopped.says(LINE) == there


def test_after_a_pause_nobody_came_back_from_it_is_the_one_thing_that_is_asked(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.start("flooded", 30)
    house.session.stop()
    house.session.goHome()
    days_pass(house, 1)
    assert house.says(LINE)
    assert not house.says("seven minutes alone")


@pytest.mark.parametrize("left_at", ["pause", "a second later", "stopped"])
def test_where_nearer_was_closed_over_it_the_day_it_broke_off_counts(house, build, left_at):
    """The next day they only leave what was over the evening before."""
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.start("flooded", 30)
    if left_at == "stopped":
        house.session.stop()
    again = build(later=DAY)
    if left_at != "stopped":
        again.click("Carry on")
        if left_at == "a second later":
            again.pass_time(1)
        again.session.stop()
    again.session.goHome()
    again.wait_for(LINE)


def test_not_now_ends_it_for_good(asked, build):
    asked.click("Not now")
    assert not asked.says(LINE)
    days_pass(asked, 1)
    assert not asked.says(LINE)
    again = build()
    again.turn_to("home")
    assert not again.says(LINE)


def test_not_now_is_there_once_more_before_somebody_looks(asked):
    asked.click("Look at it")
    asked.focus_on("Maya")
    asked.click("Not now")
    assert not asked.says("Who would like to look?")
    asked.turn_to("home")
    assert not asked.says(LINE)


def test_by_the_keyboard_alone_and_kept_for_oneself(asked):
    asked.tab_to("Look at it")
    asked.key(Key.Key_Return)
    asked.focus_on("Maya")
    asked.tab_to("Tomas")
    asked.key(Key.Key_Return)
    asked.focus_on("Go on")
    asked.key(Key.Key_Return)
    asked.focus_on(BREATHED)
    asked.key(Key.Key_Return)
    asked.wait_for("This is for Tomas alone")
    assert asked.says("Maya, please look out of the window")
    assert not asked.says(QUESTION)
    asked.focus_on(ALONE)
    asked.key(Key.Key_Return)
    asked.focus_on(QUESTION)
    asked.type("my pride")
    asked.tab_to("Keep it for me")
    asked.key(Key.Key_Return)
    asked.wait_for("You took this time for the two of you")
    (kept,) = asked.store.notebook.private_of(Seat.RIGHT)
    assert (kept.text, kept.kind, kept.private) == ("my pride", EntryKind.SETBACK, True)
    assert asked.store.notebook.page(None, 9) == ()


def test_after_one_the_other_may_and_nobody_a_second_time(asked):
    look(asked, "Maya")
    asked.type("some rest")
    asked.click("Put it into our notebook")
    asked.click("Home")
    assert asked.says(LINE)
    asked.click("Look at it")
    asked.focus_on("Tomas")
    assert not any(name == "Maya" for name in asked.names())
    asked.click("Tomas")
    asked.click("Go on")
    asked.click(BREATHED)
    asked.click(ALONE)
    asked.focus_on(QUESTION)
    assert asked.find(QUESTION).property("text") == ""
    asked.click("Nothing today")
    asked.click("Home")
    assert not asked.says(LINE)
    asked.click("Notebook")
    assert asked.says("some rest")
    assert asked.says("what it protected")


def test_what_was_begun_and_stopped_waits_for_the_same_one(asked):
    look(asked, "Maya")
    asked.type("some rest")
    asked.session.stop()
    asked.session.goHome()
    asked.wait_for(LINE)
    look(asked, "Maya")
    assert asked.find(QUESTION).property("text") == "some rest"


def test_once_they_talk_again_it_is_not_asked(asked):
    asked.sit_down_until("theme_talk", s.Talking)
    asked.turn_to("home")
    assert not asked.says(LINE)


def test_it_stands_in_no_list_and_cannot_be_chosen_there(asked):
    asked.click("Talks")
    asked.settle()
    assert not asked.says("After it ended early")
    asked.models.talks_model.choose("setback")
    assert asked.models.talks_model.props.asking == ""
