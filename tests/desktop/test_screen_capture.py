"""Which windows are left out of pictures of the screen, and when; what a system does is its own."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QWindow

from coupleapp.desktop import screen_capture
from coupleapp.desktop.screen_capture import ScreenCapture, this_system


def test_each_window_is_left_out_before_it_is_shown_and_whenever_it_comes_again(qtbot):
    calls: list[tuple[int, bool]] = []

    def leave(window: int, left_out: bool) -> bool:
        calls.append((window, left_out))
        return True

    capture = ScreenCapture(leave)
    first, second = QWindow(), QWindow()
    for window in (first, second):
        capture.follow(window)
    assert calls == []
    exposed: list[int] = []
    first.visibilityChanged.connect(lambda _: exposed.append(len(calls)))
    first.show()
    assert calls[0] == (first.winId(), True)
    assert exposed[0] > 0
    assert capture.leave_out(False)
    assert calls[-1] == (first.winId(), False)
    second.show()
    assert calls[-1] == (second.winId(), False)
    capture.leave_out(True)
    assert {window for window, out in calls[-2:] if out} == {first.winId(), second.winId()}
    first.close()
    calls.clear()
    first.show()
    assert (first.winId(), True) in calls
    second.close()
    second.deleteLater()
    QCoreApplication.sendPostedEvents(second, QEvent.Type.DeferredDelete)
    calls.clear()
    capture.leave_out(False)
    assert calls == [(first.winId(), False)]
    first.close()


def test_it_says_where_the_system_refuses_one(qtbot):
    first, second = QWindow(), QWindow()
    capture = ScreenCapture(lambda window, _: window != second.winId())
    for window in (first, second):
        capture.follow(window)
        window.show()
    assert not capture.leave_out(True)
    second.close()
    assert capture.leave_out(True)
    first.close()


def test_where_the_system_cannot_nothing_is_done(qtbot):
    capture = ScreenCapture(None)
    assert not capture.available
    window = QWindow()
    capture.follow(window)
    window.show()
    window.close()


def test_no_event_passes_through_it(qapp, qtbot):
    """Some come with every frame: no Python runs there."""
    assert ScreenCapture.eventFilter is QObject.eventFilter


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
