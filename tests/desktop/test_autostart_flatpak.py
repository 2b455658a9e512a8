"""What only a Flatpak has: a portal that asks the person, answers late, or is not there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coupleapp.desktop.autostart import AutostartState, LaunchEnvironment, this_autostart
from coupleapp.desktop.autostart.flatpak import ANSWER_FILE, FlatpakAutostart
from tests.desktop.autostart_systems import FlatpakSystem, flatpak_system, private_bus

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="needs dbus-daemon (Linux)"
)

ON, OFF = AutostartState.ON, AutostartState.OFF
REFUSED, UNKNOWN = AutostartState.REFUSED, AutostartState.UNKNOWN
IMPOSSIBLE = AutostartState.IMPOSSIBLE
COMMAND = ["coupleapp", "--background"]


@pytest.fixture
def system(tmp_path: Path, qapp: object) -> Iterator[FlatpakSystem]:
    with flatpak_system(tmp_path) as system:
        yield system


@pytest.mark.parametrize(("word", "state"), [("yes", ON), ("no", REFUSED)])
def test_a_person_who_takes_their_time(
    word: str, state: AutostartState, qtbot: QtBot, system: FlatpakSystem
) -> None:
    system.say("ask")
    system.patience_ms = 50
    login = system.nearer(COMMAND)
    assert login.switch(True) is UNKNOWN
    assert system.say("questions") == 1
    assert system.nearer(COMMAND).state() is UNKNOWN
    system.say(word)
    qtbot.waitUntil(lambda: login.state() is not UNKNOWN)
    assert login.state() is state
    assert system.nearer(COMMAND).state() is state


def test_who_thinks_again_takes_the_question_back(system: FlatpakSystem) -> None:
    system.say("ask")
    system.patience_ms = 50
    login = system.nearer(COMMAND)
    login.switch(True)
    system.patience_ms = 20_000
    assert login.switch(False) is OFF
    assert system.say("questions") == 0
    assert system.started() is None


def test_only_the_last_question_counts(qtbot: QtBot, system: FlatpakSystem) -> None:
    system.say("ask")
    system.patience_ms = 50
    login = system.nearer(COMMAND)
    login.switch(True)
    login.switch(True)
    assert system.say("questions") == 1
    system.say("yes")
    qtbot.waitUntil(lambda: login.state() is ON)


def test_a_refused_one_hears_that_it_is_allowed_again(system: FlatpakSystem) -> None:
    """The portal is the only one who knows, and it does not ask the person twice."""
    system.say("refuse")
    login = system.nearer(COMMAND)
    assert login.switch(True) is REFUSED
    system.say("allow")
    assert login.state() is REFUSED
    assert login.switch(True) is ON
    assert system.started() == COMMAND


def test_an_entry_that_starts_us_is_not_asked_for_again(system: FlatpakSystem) -> None:
    """It would put back what the person has taken away by hand."""
    system.nearer(COMMAND).switch(True)
    system.say("refuse")
    system.nearer(COMMAND).refresh()
    assert system.nearer(COMMAND).state() is ON


def test_a_portal_that_breaks_changes_nothing(system: FlatpakSystem) -> None:
    login = system.nearer(COMMAND)
    login.switch(True)
    system.say("without")
    assert login.switch(False) is ON
    system.nearer(["moved"]).refresh()
    assert system.nearer(COMMAND).state() is ON


def test_a_portal_that_cannot(system: FlatpakSystem) -> None:
    system.say("without")
    login = system.nearer(COMMAND)
    assert login.state() is IMPOSSIBLE
    assert login.switch(True) is IMPOSSIBLE


def test_a_refusal_is_not_asked_about_at_every_start(system: FlatpakSystem) -> None:
    system.say("refuse")
    system.nearer(COMMAND).switch(True)
    system.say("ask")
    system.patience_ms = 50
    system.nearer(["moved"]).refresh()
    assert system.say("questions") == 0


def test_an_answer_to_a_question_taken_back(system: FlatpakSystem) -> None:
    system.say("ask")
    system.patience_ms = 50
    login = FlatpakAutostart(COMMAND, system.folder, system.address, patience_ms=50)
    login.switch(True)
    overtaken = login._question
    assert overtaken
    login.switch(False)
    overtaken.hear(0, {"autostart": True})
    assert login.state() is not ON


def test_a_portal_that_hangs(system: FlatpakSystem) -> None:
    system.say("silent")
    system.patience_ms = 50
    login = system.nearer(COMMAND)
    assert login.state() is UNKNOWN
    assert login.switch(True) is UNKNOWN


def test_the_person_is_told_why(system: FlatpakSystem, tmp_path: Path) -> None:
    here = LaunchEnvironment(
        "linux",
        Path("/usr/bin/python3"),
        flatpak=True,
        environ={"DBUS_SESSION_BUS_ADDRESS": system.address},
    )
    login = this_autostart(tmp_path, reason="Für den Abend", here=here)
    assert login.switch(True) is ON
    assert system.say("reason") == "Für den Abend"
    assert system.started() == COMMAND


@pytest.mark.parametrize("content", ["", "[]", '{"state": "on"}', '{"state": "?", "command": []}'])
def test_an_answer_nobody_can_read(content: str, system: FlatpakSystem) -> None:
    system.folder.mkdir()
    (system.folder / ANSWER_FILE).write_text(content)
    login = system.nearer(COMMAND)
    assert login.state() is UNKNOWN
    assert login.switch(False) is OFF
    assert login.switch(True) is ON


def test_a_bus_without_a_portal(tmp_path: Path, qapp: object) -> None:
    with private_bus() as address:
        login = FlatpakAutostart(COMMAND, tmp_path, address)
        assert login.state() is IMPOSSIBLE
        assert login.switch(True) is IMPOSSIBLE


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus"])
def test_no_bus_at_all(address: str, tmp_path: Path, qapp: object) -> None:
    login = FlatpakAutostart(COMMAND, tmp_path, address)
    assert login.state() is IMPOSSIBLE
    assert login.switch(True) is IMPOSSIBLE
    (tmp_path / ANSWER_FILE).write_text('{"state": "on", "command": ["coupleapp"]}')
    login.refresh()
    assert login.state() is ON
