"""The keys of a talk are the couple's: moved by pressing another one, put back, or switched off."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from coupleapp.domain.keys import KeyChoices, KeyPlace, SessionKey
from tests.application.hands import write_protected
from tests.ui.base.strokes import event_at, press_at

Key, Held = Qt.Key, Qt.KeyboardModifier
MAYA_S_PAUSE = "Maya: Pause"
NEXT = "Press the key you would like. Esc leaves it as it is."
OWN_USE = "That key has its own use already. A letter is best."


@pytest.fixture
def page(house):
    house.turn_to("settings")
    house.settle()
    return house


@pytest.fixture
def asked(page):
    """Where Maya's pause is to be."""
    page.tab_to(MAYA_S_PAUSE)
    page.key(Key.Key_Return)
    assert page.focused_name() == NEXT
    return page


def keys(house) -> KeyChoices:
    return house.store.couple.settings().keys


def cap(house, name: str) -> str:
    found = QAccessible.queryAccessibleInterface(house.find(name))
    return found.text(QAccessible.Text.Description)


def test_a_key_is_moved_by_pressing_another(asked):
    press_at(asked.frame, KeyPlace.SEMICOLON, "ö")
    assert keys(asked) == KeyChoices().moved(SessionKey.PAUSE_LEFT, KeyPlace.SEMICOLON)
    assert asked.focused_name() == MAYA_S_PAUSE
    assert cap(asked, MAYA_S_PAUSE) == "Key Ö"
    asked.sit_down()
    press_at(asked.frame, KeyPlace.SEMICOLON, "ö")
    assert asked.step == "pause_choice"


@pytest.mark.parametrize(
    ("place", "text", "sentence"),
    [
        (KeyPlace.KEY_K, "k", "That key is taken: Tomas: Pause. Press another one."),
        (KeyPlace.KEY_B, "b", "That key is taken: One breath. Press another one."),
        (KeyPlace.DIGIT_1, "1", OWN_USE),
        (KeyPlace.NUMPAD_ADD, "+", OWN_USE),
    ],
)
def test_a_place_that_cannot_be_taken_is_refused_in_one_sentence(asked, place, text, sentence):
    press_at(asked.frame, place, text)
    assert asked.says(sentence)
    assert keys(asked) == KeyChoices()
    press_at(asked.frame, KeyPlace.KEY_Q, "q")
    assert keys(asked).pause_left is KeyPlace.KEY_Q
    assert not asked.says(sentence)


@pytest.mark.parametrize(
    "key",
    [Key.Key_Tab, Key.Key_Return, Key.Key_Space, Key.Key_Left, Key.Key_Down, Key.Key_F1],
)
def test_a_key_with_its_own_use_is_refused_and_does_nothing(asked, key):
    asked.key(key)
    assert asked.says(OWN_USE)
    assert asked.focused_name() == NEXT
    asked.key(Key.Key_Escape)
    assert asked.focused_name() == MAYA_S_PAUSE
    assert not asked.says(OWN_USE)
    assert keys(asked) == KeyChoices()


def test_shift_and_shortcuts_are_no_answer(asked):
    asked.key(Key.Key_Shift)
    copy = event_at(KeyPlace.KEY_C, "c", held=Held.ControlModifier)
    QCoreApplication.sendEvent(asked.frame, copy)
    held_on = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Held.NoModifier, "\r", True)
    QCoreApplication.sendEvent(asked.frame, held_on)
    assert asked.focused_name() == NEXT
    assert keys(asked) == KeyChoices()
    assert not asked.says(OWN_USE)


def test_asked_again_or_left_it_stays_where_it_is(asked):
    asked.click(NEXT)
    assert cap(asked, MAYA_S_PAUSE) == "Key D"
    asked.click(MAYA_S_PAUSE)
    asked.click("Tomas: Pause")
    assert cap(asked, MAYA_S_PAUSE) == "Key D"
    asked.turn_to("home")
    asked.turn_to("settings")
    assert not asked.says(NEXT)
    assert keys(asked) == KeyChoices()


def test_they_are_put_back(asked):
    assert not asked.says("Put the keys back")
    press_at(asked.frame, KeyPlace.KEY_Q, "q")
    asked.click("Put the keys back")
    assert keys(asked) == KeyChoices()
    assert not asked.says("Put the keys back")


def test_switched_off_there_is_nothing_to_move(page):
    page.click("Without keys")
    assert not keys(page).on
    assert not page.says(MAYA_S_PAUSE)
    page.click("With keys")
    assert keys(page) == KeyChoices()
    assert page.says(MAYA_S_PAUSE)


def test_they_say_the_names_as_they_are_now(page):
    page.paste("On the left sits", "Mina")
    page.click("Keep the names")
    assert page.says("Mina: Pause")


def test_they_show_what_is_printed(page):
    page.printed[KeyPlace.KEY_A] = "q"
    page.sit_down()
    page.session.stop()
    page.turn_to("settings")
    assert cap(page, "I've answered") == "Key Q"


def test_what_cannot_be_kept_stays_where_it_was(asked):
    with write_protected(asked.store):
        press_at(asked.frame, KeyPlace.KEY_Q, "q")
        assert asked.says("Nearer may not write to its folder.")
    assert keys(asked) == KeyChoices()
    press_at(asked.frame, KeyPlace.KEY_Q, "q")
    assert keys(asked).pause_left is KeyPlace.KEY_Q
