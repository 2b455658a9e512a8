from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible

from coupleapp.domain.couple import Seat
from coupleapp.shell import profile
from coupleapp.ui.base import copied_text
from tests.ui.house import House, read_programme


@pytest.fixture
def qtbot(qtbot, monkeypatch):
    """As patient as a busy machine needs: what is there is seen at once all the same."""
    for wait in ("waitUntil", "waitSignal"):
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=30_000))
    return qtbot


@pytest.fixture
def build(tmp_path, qtbot, clean_qt, monkeypatch):
    """Builds the house, as often as one likes; any warning of Qt or QML fails the test."""
    QAccessible.setActive(True)
    said: list[str] = []

    def listen(kind, context, message):
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg:
            said.append(message)

    # A platform without a screen cannot tell whose the clipboard is; tests/e2e asks a real one.
    monkeypatch.setattr(copied_text, "is_ours", lambda _: True)
    # Every house reads the same programme.
    monkeypatch.setattr(profile, "load_programme", read_programme)
    before = qInstallMessageHandler(listen)
    built: list[House] = []

    def build(**chosen) -> House:
        if built:
            built.pop().close()
        built.append(House(tmp_path / "nearer", qtbot, **chosen))
        return built[-1]

    yield build
    for house in built:
        said += house.warnings
        house.close()
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture
def new_house(build):
    """Before the first run."""
    return build()


@pytest.fixture
def house(build):
    """Maya and Tomas, at home; what is read once before breathing they have read."""
    house = build()
    couples = house.use.couples
    couples.begin("Maya", "Tomas", None)
    read = couples.settings.breath.having_read("slow", tuple(Seat))
    couples.choose(replace(couples.settings, breath=read))
    house.turn_to("home")
    return house
