"""Where a key is does not hang on what is printed there, and is known on every system."""

import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from coupleapp.domain.keys import KeyPlace
from coupleapp.ui.base.strokes import place_of, stroke_of
from tests.ui.base.strokes import event_at

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("system", "scan", "virtual", "place"),
    [
        # An F under each of them; on X11 the virtual key is the letter, here a Russian one.
        ("linux", 41, 0x06C1, KeyPlace.KEY_F),
        ("freebsd14", 41, 0x66, KeyPlace.KEY_F),
        ("win32", 33, 0x46, KeyPlace.KEY_F),
        ("darwin", 1, 0x03, KeyPlace.KEY_F),
        # Apple counts the A as nothing, and Qt has one scan code for all keys there.
        ("darwin", 1, 0x00, KeyPlace.KEY_A),
        ("linux", 86, 0, KeyPlace.NUMPAD_ADD),
        ("win32", 0x4E, 0x6B, KeyPlace.NUMPAD_ADD),
        ("darwin", 1, 0x45, KeyPlace.NUMPAD_ADD),
        # Space, an arrow of Windows (an extended key), and what no keyboard has sent.
        ("linux", 65, 0x20, None),
        ("win32", 0x14B, 0x25, None),
        ("darwin", 0, 0x03, None),
        ("linux", 0, 0, None),
        ("linux", 3, 0, None),
    ],
)
def test_the_place_on_each_system(system, scan, virtual, place):
    assert place_of(scan, virtual, system) is place


def test_what_is_told_of_a_key():
    pressed = stroke_of(event_at(KeyPlace.KEY_F, "а"))
    assert (pressed.place, pressed.text, pressed.key) == (KeyPlace.KEY_F, "а", ord("А"))
    assert (pressed.plain, pressed.shortcut, pressed.repeats) == (True, False, False)


def test_when_it_was_pressed_is_told_by_the_keyboard():
    event = event_at(KeyPlace.KEY_F, "f")
    event.setTimestamp(86_400_500)
    assert stroke_of(event).at == 86_400.5


def test_where_the_keyboard_s_time_got_lost_it_is_now():
    """As with a screen reader on X11."""
    before = time.monotonic()
    assert before <= stroke_of(event_at(KeyPlace.KEY_F, "f")).at <= time.monotonic()


@pytest.mark.parametrize(
    ("held", "plain", "shortcut"),
    [
        (Held.ShiftModifier, False, False),
        (Held.ControlModifier, False, True),
        (Held.AltModifier, False, True),
        (Held.MetaModifier, False, True),
        (Held.KeypadModifier, True, False),
    ],
)
def test_what_is_held_beside_it(held, plain, shortcut):
    pressed = stroke_of(event_at(KeyPlace.KEY_F, "f", held=held))
    assert (pressed.plain, pressed.shortcut) == (plain, shortcut)


@pytest.mark.parametrize(("key", "text"), [(Key.Key_Return, "\r"), (Key.Key_Space, " ")])
def test_what_types_nothing_that_can_be_seen(key, text):
    pressed = stroke_of(QKeyEvent(QEvent.Type.KeyPress, key, Held.NoModifier, text, True))
    assert (pressed.text, pressed.place, pressed.repeats) == ("", None, True)
