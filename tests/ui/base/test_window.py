"""The main window fits its screen, and all of it can be reached."""

from coupleapp.desktop.resources import resource_folder
from coupleapp.ui.base.windows import Windows


def test_it_comes_in_the_middle_and_no_larger_than_the_screen(qtbot):
    stage = Windows(resource_folder())
    frame = stage.frame()
    room = frame.screen().availableGeometry()
    assert room.contains(frame.geometry())
    middle = frame.geometry().center() - room.center()
    assert max(abs(middle.x()), abs(middle.y())) <= 1
    stage.clear()
