"""One key fills the screen, and gives it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow

from coupleapp.shell.main_window import fills_the_screen
from coupleapp.ui.base.strokes import Stroke

Key = Qt.Key
FULL = QWindow.Visibility.FullScreen


@pytest.mark.parametrize("page", ["home", "notebook", "settings"])
def test_there_and_back_on_every_page(house, page):
    house.turn_to(page)
    house.settle()
    house.key(Key.Key_F11)
    house.qtbot.waitUntil(lambda: house.frame.visibility() == FULL)
    house.settle()
    house.hands.pause_s = 5
    house.key(Key.Key_F11)
    house.qtbot.waitUntil(lambda: house.frame.visibility() != FULL)


def test_in_a_talk_too_and_the_talk_goes_on(house):
    house.sit_down()
    step = house.step
    house.key(Key.Key_F11)
    house.qtbot.waitUntil(lambda: house.frame.visibility() == FULL)
    assert house.step == step


@pytest.mark.parametrize(
    ("stroke", "system", "fills"),
    [
        (Stroke(Key.Key_F11), "linux", True),
        (Stroke(Key.Key_F11, plain=False), "linux", False),
        (Stroke(Key.Key_F, "f"), "linux", False),
        (Stroke(Key.Key_F11), "win32", True),
        (Stroke(Key.Key_F, "f"), "darwin", False),
        (Stroke(Key.Key_F, shortcut=True, control=True, plain=False), "darwin", False),
        (Stroke(Key.Key_F, shortcut=True, plain=False), "darwin", True),
    ],
)
def test_which_key_it_is(stroke, system, fills):
    assert fills_the_screen(stroke, system) is fills
