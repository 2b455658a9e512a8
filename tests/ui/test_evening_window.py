"""The small window: nothing of the first sentence is seen before both gave."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.rituals import Reminder, ReminderKind
from tests.application.hands import full_disk

FIELD = "One thing you appreciate"
TONIGHT = date(2026, 11, 23)
REMINDER = Reminder(ReminderKind.APPRECIATION, TONIGHT)


class Evening:
    """The hands and eyes of the house, at its small window."""

    def __init__(self, house) -> None:
        self.house = house

    def click(self, name):
        self.house.click(name, self.house.evening_window)

    def says(self, words):
        return self.house.says(words, self.house.evening_window)

    def text(self):
        return self.house.find(FIELD, self.house.evening_window).property("text")

    def paste(self, text):
        self.house.paste(FIELD, text, self.house.evening_window)


@pytest.fixture
def evening(house):
    house.open_evening(REMINDER)
    return Evening(house)


def test_from_the_question_to_both_shown(house, evening):
    assert evening.says("A quiet moment?")
    evening.click("Yes")
    assert evening.says("Tomas, please look away until it is sealed.")
    evening.click("I am alone with the screen")
    house.focus_on(FIELD, house.evening_window)
    house.type("You warmed the car.", house.evening_window)
    assert evening.text() == "You warmed the car."
    evening.click("Seal it")
    unseen_until_both(house, evening)
    evening.click("I am alone with the screen")
    assert evening.text() == ""
    unseen_until_both(house, evening)
    evening.paste("You laughed.")
    evening.click("Seal it")
    unseen_until_both(house, evening)
    evening.click("Open both")
    assert evening.says("You warmed the car.")
    assert evening.says("You laughed.")
    evening.click("Good night")
    assert not house.popup.open
    house.wait_for("Tonight you have thanked each other.")
    assert house.says("You laughed.") or house.says("You warmed the car.")


def unseen_until_both(house, evening):
    """Neither in the window, nor at home, nor in any text field that is not shown."""
    assert not evening.says("warmed")
    assert not house.says("warmed")
    for item in house.evening_window.findChildren(type(house.shell)):
        assert "warmed" not in str(item.property("text"))
    assert "warmed" not in repr(house.rooms.evening_model.props)
    assert house.store.notebook.page(None, 9) == ()


def test_said_aloud_by_both(house, evening):
    evening.click("Yes")
    for _ in Seat:
        evening.click("I am alone with the screen")
        evening.click("I will say it aloud")
    evening.click("Open both")
    assert evening.says("says it aloud")
    assert house.store.notebook.page(None, 9) == ()


def test_later_keeps_what_was_sealed_and_what_was_begun(house, evening):
    evening.click("Yes")
    evening.click("I am alone with the screen")
    evening.paste("sealed")
    evening.click("Seal it")
    evening.click("I am alone with the screen")
    evening.paste("half a")
    evening.click("Close for now")
    assert not house.popup.open
    house.wait_for("One appreciation is waiting, sealed.")
    house.click("An appreciation now")
    assert not evening.says("half a")
    evening.click("I am alone with the screen")
    assert evening.text() == "half a"


@pytest.mark.parametrize(("answer", "again"), [("In half an hour", True), ("Not tonight", False)])
def test_put_off(house, evening, answer, again):
    house.rooms.evenings.claim(REMINDER)
    evening.click(answer)
    assert not house.popup.open
    (shown,) = house.store.evenings.reminders(TONIGHT)
    assert (shown.again_at is not None) == again


def test_escape_closes_it_and_nothing_is_lost(house, evening):
    evening.click("Yes")
    evening.click("I am alone with the screen")
    evening.paste("begun")
    house.key(Qt.Key.Key_Escape, window=house.evening_window)
    assert not house.popup.open
    house.open_evening()
    evening.click("I am alone with the screen")
    assert evening.text() == "begun"


def test_a_full_disk_keeps_the_sentence_in_the_field(house, evening):
    evening.click("Yes")
    evening.click("I am alone with the screen")
    evening.paste("ж" * 2000)
    with full_disk(house.store):
        evening.click("Seal it")
        assert evening.says("The disk is full. What you wrote is still here")
        assert evening.text() == "ж" * 2000
    evening.click("Seal it")
    assert evening.says("For Tomas")
    assert not evening.says("The disk is full")


def test_a_sentence_too_long_is_explained(house, evening):
    evening.click("Yes")
    evening.click("I am alone with the screen")
    evening.paste("x" * 3000)
    evening.click("Seal it")
    assert evening.says("Shorten it a little, nothing is lost.")
    assert len(evening.text()) == 3000
    assert house.rooms.evenings.evening(TONIGHT).given == ()
