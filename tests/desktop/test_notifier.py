"""A notification service of ours, on a bus of ours; and a tray of ours where there is none."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from coupleapp import APP_ID
from coupleapp.desktop.notifier import Notifier
from tests.desktop.notices import NAME, Desktop
from tests.desktop.session import (
    Session,
    away_from_the_desktop,
    needs_a_bus,
    session_in,
)


class Tray(QObject):
    messageClicked = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []

    def showMessage(self, title: str, words: str) -> None:  # noqa: N802
        self.said.append((title, words))


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    away_from_the_desktop(monkeypatch)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with session_in(monkeypatch) as session:
        yield session


@pytest.fixture
def desktop(session: Session) -> Desktop:
    return Desktop(session.serve)


@pytest.fixture
def notifier(qtbot: QtBot) -> Iterator[Notifier]:
    notifier = Notifier()
    yield notifier
    if notifier._desktop is not None:
        notifier._desktop._drop()


def settled(qtbot: QtBot, notifier: Notifier) -> None:
    """The desktop has answered everything."""
    qtbot.waitUntil(lambda: notifier._desktop is not None and not notifier._desktop._unanswered)


@needs_a_bus
def test_it_is_shown_as_one_among_others(qtbot, notifier: Notifier, desktop: Desktop) -> None:
    assert notifier.tell("Nearer", "A quiet moment, if you like.")
    qtbot.waitUntil(lambda: desktop.shown != {})
    (member, signature, body), *_ = desktop.service.asked
    assert (member, signature) == ("Notify", "susssasa{sv}i")
    name, replaces, icon, title, words, actions, hints, lasts = body
    assert (name, replaces, icon) == ("Nearer", 0, APP_ID)
    assert (title, words) == ("Nearer", "A quiet moment, if you like.")
    assert actions[::2] == ["default", "open"]
    assert hints == {
        "desktop-entry": ("s", APP_ID),
        "urgency": ("y", 1),
        "transient": ("b", False),
    }
    assert lasts == -1


@needs_a_bus
def test_a_press_comes_with_the_right_to_a_window(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    with qtbot.waitSignal(notifier.pressed):
        desktop.press(desktop.only(), token="wayland-7")  # noqa: S106
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "wayland-7"  # noqa: S105


@needs_a_bus
def test_an_answer_gives_no_window_the_right_to_come(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    notifier.tell("Nearer", "now", {"no": "Not tonight"})
    settled(qtbot, notifier)
    assert desktop.shown[desktop.only()][5][-2:] == ["no", "Not tonight"]
    with qtbot.assertNotEmitted(notifier.pressed), qtbot.waitSignal(notifier.answered) as chosen:
        desktop.press(desktop.only(), token="wayland-7", what="no")  # noqa: S106
    assert chosen.args == ["no"]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == ""
    with qtbot.waitSignal(notifier.pressed):
        desktop.press(desktop.only(), what="open")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "", "it was for another press"


@needs_a_bus
@pytest.mark.parametrize(("can", "pressable"), [(["body", "actions"], True), (["body"], False)])
def test_a_desktop_says_whether_it_can_be_pressed(
    notifier: Notifier, desktop: Desktop, can: list[str], pressable: bool
) -> None:
    desktop.can = can
    assert notifier.can_be_pressed() is pressable


@needs_a_bus
def test_a_press_on_another_program_s_is_none_of_ours(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    presses = []
    notifier.pressed.connect(lambda: presses.append(os.environ["XDG_ACTIVATION_TOKEN"]))
    desktop.press(3, token="theirs")  # noqa: S106
    desktop.emit("ActionInvoked", desktop.only(), "settings")
    desktop.press(desktop.only(), token="ours")  # noqa: S106
    qtbot.waitUntil(lambda: presses != [])
    assert presses == ["ours"]


@needs_a_bus
def test_the_next_takes_the_place_of_the_former(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    notifier.tell("Nearer", "first")
    settled(qtbot, notifier)
    first = desktop.only()
    notifier.tell("Nearer", "second")
    settled(qtbot, notifier)
    assert desktop.only() == first
    assert desktop.shown[first][4] == "second"


@needs_a_bus
def test_two_in_one_breath_leave_one(qtbot, notifier: Notifier, desktop: Desktop) -> None:
    notifier.tell("Nearer", "first")
    notifier.tell("Nearer", "second")
    settled(qtbot, notifier)
    qtbot.waitUntil(lambda: "CloseNotification" in desktop.service.members())
    assert [body[4] for body in desktop.shown.values()] == ["second"]
    with qtbot.waitSignal(notifier.pressed):
        desktop.press(desktop.only())


@needs_a_bus
def test_a_third_before_the_answer_to_the_second_keeps_its_place(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    notifier.tell("Nearer", "first")
    settled(qtbot, notifier)
    notifier.tell("Nearer", "second")
    notifier.tell("Nearer", "third")
    settled(qtbot, notifier)
    assert desktop.service.members() == ["Notify"] * 3
    assert [body[4] for body in desktop.shown.values()] == ["third"]


@needs_a_bus
@pytest.mark.parametrize("answered", [True, False])
def test_it_can_be_taken_back(qtbot, notifier: Notifier, desktop: Desktop, answered: bool) -> None:
    notifier.tell("Nearer", "now")
    if answered:
        settled(qtbot, notifier)
    notifier.withdraw()
    qtbot.waitUntil(lambda: "CloseNotification" in desktop.service.members())
    assert desktop.shown == {}
    notifier.withdraw()
    notifier.tell("Nearer", "again")
    settled(qtbot, notifier)
    assert desktop.service.members() == ["Notify", "CloseNotification", "Notify"]
    assert desktop.titles == ["Nearer"]


@needs_a_bus
def test_one_they_have_closed_is_not_closed_again(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    desktop.emit("NotificationClosed", desktop.only(), 2)
    qtbot.waitUntil(lambda: notifier._desktop is not None and notifier._desktop._shown == 0)
    notifier.withdraw()
    notifier.tell("Nearer", "later")
    settled(qtbot, notifier)
    assert desktop.service.members() == ["Notify", "Notify"]


@needs_a_bus
def test_a_desktop_that_refuses_is_asked_again_next_time(
    qtbot, notifier: Notifier, desktop: Desktop
) -> None:
    desktop.refuses = True
    notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    desktop.refuses = False
    notifier.tell("Nearer", "later")
    settled(qtbot, notifier)
    assert [body[4] for body in desktop.shown.values()] == ["later"]


@needs_a_bus
def test_a_bus_that_goes_takes_nothing_with_it(
    qtbot, notifier: Notifier, desktop: Desktop, session: Session
) -> None:
    notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    session.end()
    qtbot.waitUntil(lambda: notifier._desktop is not None and notifier._desktop._bus is None)
    assert notifier.tell("Nearer", "later") is False
    notifier.withdraw()


@needs_a_bus
def test_a_new_bus_is_found(
    qtbot, notifier: Notifier, desktop: Desktop, session: Session, monkeypatch
) -> None:
    notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    session.end()
    qtbot.waitUntil(lambda: notifier._desktop is not None and notifier._desktop._bus is None)
    with session_in(monkeypatch) as other:
        second = Desktop(other.serve)
        assert notifier.tell("Nearer", "later")
        settled(qtbot, notifier)
        # It takes nobody's place: the numbers of a bus end with it.
        assert second.service.asked[0][2][1] == 0
        with qtbot.waitSignal(notifier.pressed):
            second.press(second.only())


@needs_a_bus
def test_a_service_that_sleeps_is_woken(
    qtbot, notifier: Notifier, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    services = tmp_path / "dbus-1" / "services"
    services.mkdir(parents=True)
    mark = tmp_path / "woken"
    (services / "n.service").write_text(
        f"[D-BUS Service]\nName={NAME}\nExec=/usr/bin/touch {mark}\n"
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with session_in(monkeypatch):
        assert notifier.tell("Nearer", "now")
        qtbot.waitUntil(mark.exists)


@needs_a_bus
def test_a_desktop_without_notifications_says_so(session: Session, notifier: Notifier) -> None:
    assert notifier.can_be_pressed() is False
    assert notifier.tell("Nearer", "now") is False


def test_a_computer_without_a_bus_says_so(notifier: Notifier) -> None:
    assert notifier.can_be_pressed() is False
    assert notifier.tell("Nearer", "now") is False
    notifier.withdraw()


# -- where the tray speaks


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_the_tray_speaks_where_the_desktop_does_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    tray = Tray()
    notifier = Notifier(tray)
    assert notifier.tell("Nearer", "now")
    assert tray.said == [("Nearer", "now")]
    with qtbot.waitSignal(notifier.pressed):
        tray.messageClicked.emit()


@needs_a_bus
def test_the_desktop_speaks_before_the_tray(qtbot: QtBot, desktop: Desktop) -> None:
    tray = Tray()
    notifier = Notifier(tray)
    assert notifier.tell("Nearer", "now")
    settled(qtbot, notifier)
    assert (tray.said, desktop.titles) == ([], ["Nearer"])
    with qtbot.assertNotEmitted(notifier.pressed):
        tray.messageClicked.emit()
    assert notifier._desktop is not None
    notifier._desktop._drop()


def test_a_balloon_that_was_not_ours_or_was_taken_back_is_not_heard(qtbot: QtBot) -> None:
    tray = Tray()
    notifier = Notifier(tray)
    with qtbot.assertNotEmitted(notifier.pressed):
        tray.messageClicked.emit()
        notifier.tell("Nearer", "now")
        notifier.withdraw()
        tray.messageClicked.emit()
