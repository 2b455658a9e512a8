"""With the real wakepy, which can pretend that the computer can or cannot."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import wakepy
from pytestqt.qtbot import QtBot

from coupleapp.application.ports import WakeLock
from coupleapp.desktop.keep_awake import ScreenWakeLock


@pytest.fixture
def lock() -> Iterator[WakeLock]:
    lock = ScreenWakeLock(patience_s=5)
    yield lock
    lock.release()


def test_held_once_and_let_go(
    qtbot: QtBot, lock: WakeLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    assert lock.hold()
    assert lock.hold()
    assert [mode.active for mode in wakepy.global_modes()] == [True]
    lock.release()
    qtbot.waitUntil(lambda: wakepy.modecount() == 0)
    lock.release()
    assert lock.hold()
    assert wakepy.modecount() == 1
    lock.release()
    qtbot.waitUntil(lambda: wakepy.modecount() == 0)


def test_a_computer_that_cannot_says_so(
    qtbot: QtBot, lock: WakeLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    assert not lock.hold()
    qtbot.waitUntil(lambda: wakepy.modecount() == 0)
    lock.release()


def test_a_desktop_that_does_not_answer_holds_nobody_up(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, left = threading.Event(), threading.Event()

    @contextmanager
    def slowly(on_fail: str) -> Iterator[SimpleNamespace]:
        answered.wait()
        yield SimpleNamespace(active=True)
        left.set()

    monkeypatch.setattr(wakepy.keep, "presenting", slowly)
    lock = ScreenWakeLock(patience_s=0.05)
    assert lock.hold()
    lock.release()
    assert not left.is_set()
    answered.set()
    qtbot.waitUntil(left.is_set)
