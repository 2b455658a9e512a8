"""Whether there is a tray, as the bus says; the X server's is in test_attention_x11."""

import sys

import pytest

from coupleapp.desktop.tray_state import tray_here
from tests.desktop.session import Answer, away_from_the_desktop, needs_a_bus, session_in

WATCHER = "org.kde.StatusNotifierWatcher"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    away_from_the_desktop(monkeypatch)
    monkeypatch.setattr(sys, "platform", "linux")


@needs_a_bus
@pytest.mark.parametrize(
    ("answer", "here"),
    [(("v", (("b", True),)), True), (("v", (("b", False),)), False), (None, False)],
)
def test_a_watcher_knows_whether_somebody_shows_the_icons(
    monkeypatch: pytest.MonkeyPatch, answer: Answer, here: bool
) -> None:
    with session_in(monkeypatch) as session:
        service = session.serve(WATCHER, lambda *_: answer)
        assert tray_here() is here
        assert service.members() == ["Get IsStatusNotifierHostRegistered"]


@needs_a_bus
def test_a_bus_without_a_watcher_has_no_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    with session_in(monkeypatch):
        assert tray_here() is False


def test_no_desktop_has_no_tray() -> None:
    assert tray_here() is False


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_one(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert tray_here() is True
