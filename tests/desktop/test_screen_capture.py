"""Which windows are left out of pictures of the screen, and when; what a system does is its own."""

import sys

import pytest
from PySide6.QtGui import QWindow

from coupleapp.desktop import screen_capture
from coupleapp.desktop.screen_capture import ScreenCapture, this_system


@pytest.fixture
def told(qapp):
    calls: list[tuple[int, bool]] = []
    capture = ScreenCapture(lambda window, out: calls.append((window, out)))
    yield capture, calls
    qapp.removeEventFilter(capture)


def test_a_window_is_left_out_before_it_is_shown_and_with_every_new_one(told, qtbot):
    capture, calls = told
    first = QWindow()
    first.create()
    assert calls == [(first.winId(), True)]
    capture.leave_out(False)
    assert calls[-1] == (first.winId(), False)
    second = QWindow()
    second.create()
    assert calls[-1] == (second.winId(), False)
    capture.leave_out(True)
    assert {window for window, out in calls[-2:] if out} == {first.winId(), second.winId()}
    first.destroy()
    second.destroy()


def test_where_the_system_cannot_nothing_is_done(qtbot):
    capture = ScreenCapture(None)
    assert not capture.available
    window = QWindow()
    window.create()
    capture.leave_out(True)
    window.destroy()


@pytest.mark.parametrize(
    ("system", "how"),
    [
        ("win32", screen_capture._on_windows),
        ("darwin", screen_capture._on_macos),
        ("linux", None),
    ],
)
def test_each_system_has_its_own_way(monkeypatch, system, how):
    monkeypatch.setattr(sys, "platform", system)
    assert this_system() is how
