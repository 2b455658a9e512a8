"""Ctrl with a letter, and a figure, do what they do on any keyboard, in every window."""

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.keys import KeyPlace
from coupleapp.ui.base.focus_keys import meant_key
from tests.ui.base.strokes import press_at, stroke
from tests.ui.reminders.test_small_window import FIELD

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LETTERS = "ZXCVAL"
PRINTED = {
    "ru": "ЯЧСМФД",
    "gr": "ΖΧΨΩΑΛ",
    "il": "זסבהשך",
    "ara": "ئءؤرشم",
    "in": "\u0946\u0902मनोत",
    "th": "ผปแอฟส",
    "ge": "ზხცვალ",
}


def meant(place: str, printed: str, *, writes=False, **more) -> str:
    key = ord(printed.upper()) if len(printed.upper()) == 1 else ord(printed)
    return chr(meant_key(stroke(KeyPlace(place), printed, key=key, **more), writes=writes))


@pytest.mark.parametrize("printed", PRINTED.values(), ids=PRINTED)
def test_control_means_the_letter_of_the_place_where_none_of_ours_are_printed(printed):
    for us, letter in zip(LETTERS, printed, strict=True):
        held = {"control": True, "shortcut": True, "plain": False}
        assert meant(f"Key{us}", letter, writes=True, **held) == us
        assert meant(f"Key{us}", letter, writes=True) != us, "it is written"


@pytest.mark.parametrize(
    ("place", "printed"),
    [("KeyP", "L"), ("KeyL", "N"), ("KeyW", "Z"), ("KeyX", "Ö"), ("KeyE", "Ğ")],
)
def test_a_latin_letter_is_meant_as_it_is_printed(place, printed):
    assert meant(place, printed, control=True, plain=False) == printed


def test_figures_need_no_shift_where_no_text_is_written():
    for figure, printed in zip("1234567890", "&é\"'(-è_çà", strict=True):
        assert meant(f"Digit{figure}", printed) == figure
        assert meant(f"Digit{figure}", printed, writes=True) == printed.upper()
        assert meant(f"Digit{figure}", printed, plain=False) == printed.upper()
    assert meant("Digit1", "4") == "4", "as it is printed"


def press(window, us: str) -> None:
    printed = PRINTED["ru"][LETTERS.index(us)].lower()
    press_at(window, KeyPlace(f"Key{us}"), printed, held=CONTROL)


def test_in_every_window_of_a_russian_keyboard(house):
    house.open_evening()
    window = house.small_window
    house.click("Maya writes", window)
    house.focus_on(FIELD, window)
    house.type("Tea.", window)
    field = house.find(FIELD, window)
    for us in "ACXV":
        press(window, us)
    assert field.property("text") == "Tea."
    assert house.clipboard.text() == "Tea."
    press(window, "Z")
    assert field.property("text") == ""
    house.show(house.frame)
    press(house.frame, "L")
    house.qtbot.waitUntil(lambda: house.running.composition is None)


def test_how_tense_on_a_french_keyboard(house):
    house.sit_down_until("theme_talk", s.Readiness)
    house.click("Only I am looking")
    house.focus_on("How tense are you right now?")
    scale = house.frame.activeFocusItem()
    for figure, printed in ((7, "è"), (0, "à")):
        press_at(house.frame, KeyPlace(f"Digit{figure}"), printed)
        assert scale.property("value") == figure
