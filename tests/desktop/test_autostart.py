"""One contract for every way of starting at login, each against a system to look into."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.desktop.autostart import AutostartState
from coupleapp.desktop.autostart.base import write_whole
from coupleapp.desktop.autostart.login_item import LoginItemAutostart
from coupleapp.desktop.autostart.windows import LONGEST
from coupleapp.desktop.autostart.xdg import exec_line
from tests.desktop.autostart_systems import (
    FakeAppService,
    LaunchAgentSystem,
    LoginItemSystem,
    System,
    WindowsSystem,
    XdgSystem,
    entry_value,
    flatpak_system,
    read_command_line,
    read_exec,
    unescape,
)

ON, OFF = AutostartState.ON, AutostartState.OFF
REFUSED, IMPOSSIBLE = AutostartState.REFUSED, AutostartState.IMPOSSIBLE

COMMAND = ["/opt/nearer/nearer", "--background"]
MOVED = ["/opt/nearer 2/nearer", "--background"]
HARD = [
    "/opt/Größe & Ruh/it's 100% near er",
    "--data-dir",
    'C:\\our "s"\\ 100% %f %% $HOME `id` #~*?\\',
    "",
    "--background",
]

needs_dbus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="needs dbus-daemon (Linux)"
)

SYSTEMS: dict[str, Callable[[Path], AbstractContextManager[System]]] = {
    "xdg": lambda home: nullcontext(XdgSystem(home)),
    "xdg-gnome": lambda home: nullcontext(XdgSystem(home, "X-GNOME-Autostart-enabled=false")),
    "windows": lambda _: nullcontext(WindowsSystem()),
    "windows-7": lambda _: nullcontext(WindowsSystem(refusal=7)),
    "launch-agent": lambda home: nullcontext(LaunchAgentSystem(home)),
    "login-item": lambda _: nullcontext(LoginItemSystem()),
    "flatpak": flatpak_system,
}


@pytest.fixture(
    params=[pytest.param(name, marks=[needs_dbus] if name == "flatpak" else []) for name in SYSTEMS]
)
def system(request: pytest.FixtureRequest, tmp_path: Path, qapp: object) -> Iterator[System]:
    with SYSTEMS[request.param](tmp_path) as system:
        yield system


class TestContract:
    """What whoever shows the switch may rely on, whatever the computer is."""

    def test_off_at_first(self, system: System) -> None:
        assert system.nearer(COMMAND).state() is OFF
        assert system.started() is None

    def test_on_is_read_back_by_the_next_start(self, system: System) -> None:
        assert system.nearer(COMMAND).switch(True) is ON
        assert system.started()
        assert system.nearer(COMMAND).state() is ON

    def test_off_again(self, system: System) -> None:
        login = system.nearer(COMMAND)
        login.switch(True)
        assert login.switch(False) is OFF
        assert system.started() is None
        assert system.nearer(COMMAND).state() is OFF

    def test_twice_is_once(self, system: System, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level("INFO")
        login = system.nearer(COMMAND)
        assert [login.switch(True), login.switch(True)] == [ON, ON]
        assert system.nearer(COMMAND).switch(True) is ON
        assert [login.switch(False), login.switch(False)] == [OFF, OFF]
        assert system.started() is None
        assert caplog.records == []

    def test_refused_stays_refused(self, system: System) -> None:
        system.nearer(COMMAND).switch(True)
        system.refuse()
        login = system.nearer(MOVED)
        assert login.state() is REFUSED
        login.refresh()
        assert login.state() is REFUSED
        assert login.switch(True) is REFUSED
        assert system.started() is None

    def test_who_takes_a_refused_one_back_leaves_nothing(self, system: System) -> None:
        login = system.nearer(COMMAND)
        login.switch(True)
        system.refuse()
        assert login.switch(False) is OFF
        assert system.started() is None

    def test_refreshing_never_creates(self, system: System) -> None:
        login = system.nearer(COMMAND)
        login.refresh()
        assert login.state() is OFF
        login.switch(True)
        login.switch(False)
        system.nearer(MOVED).refresh()
        assert system.started() is None

    def test_a_moved_nearer_is_found_again(self, system: System) -> None:
        system.nearer(COMMAND).switch(True)
        before = system.started()
        login = system.nearer(MOVED)
        login.refresh()
        assert login.state() is ON
        assert system.started() == (MOVED if system.keeps_a_command else before)

    def test_switching_on_what_is_on_mends_it_too(self, system: System) -> None:
        system.nearer(COMMAND).switch(True)
        before = system.started()
        assert system.nearer(MOVED).switch(True) is ON
        assert system.started() == (MOVED if system.keeps_a_command else before)

    def test_any_command_comes_through(self, system: System) -> None:
        assert system.nearer(HARD).switch(True) is ON
        assert system.started() == (HARD if system.keeps_a_command else ["Nearer.app"])

    def test_a_system_that_lets_nobody_write(self, system: System) -> None:
        system.lock()
        login = system.nearer(COMMAND)
        assert [login.state(), login.switch(True), login.switch(False)] == [OFF, OFF, OFF]
        login.refresh()
        assert system.started() is None


# -- XDG


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
commands = st.lists(words, min_size=1, max_size=4)


@given(commands)
def test_exec_is_read_as_it_was_meant(command: list[str]) -> None:
    line = exec_line(command)
    assert "\n" not in line
    assert read_exec(unescape(line)) == command


@pytest.mark.skipif(shutil.which("gio") is None, reason="needs gio (GLib)")
def test_glib_starts_what_was_meant(tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = tmp_path / "a 'strange' $name `of` 50% \"ä\".py"
    script.write_text(f"import sys; open({str(told)!r}, 'w').write(repr(sys.argv[1:]))")
    system = XdgSystem(tmp_path)
    system.nearer([sys.executable, str(script), *HARD]).switch(True)
    subprocess.run(["gio", "launch", str(system.path)], check=True, timeout=60)
    wait_for = (
        "import pathlib, sys, time\nwhile not pathlib.Path(sys.argv[1]).exists(): time.sleep(.02)"
    )
    subprocess.run([sys.executable, "-c", wait_for, str(told)], check=True, timeout=60)
    assert told.read_text("utf-8") == repr(HARD)


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="needs desktop-file-utils"
)
@pytest.mark.parametrize("command", [COMMAND, HARD])
def test_the_entry_is_valid(command: list[str], tmp_path: Path) -> None:
    system = XdgSystem(tmp_path)
    system.nearer(command).switch(True)
    subprocess.run(["desktop-file-validate", str(system.path)], check=True, timeout=60)


def test_an_entry_whose_program_is_gone_is_passed_over(tmp_path: Path) -> None:
    system = XdgSystem(tmp_path)
    program = "/opt/a\\nd 100%/nearer"
    system.nearer([program]).switch(True)
    assert entry_value(system.path, "TryExec") == program


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"no group\n", b"[Desktop Entry]\nName=Nearer\n", b"[Other]\nExec=x\n"],
)
def test_a_broken_entry_starts_nothing_and_is_written_anew(content: bytes, tmp_path: Path) -> None:
    system = XdgSystem(tmp_path)
    system.folder.mkdir(parents=True)
    system.path.write_bytes(content)
    login = system.nearer(COMMAND)
    assert login.state() is OFF
    login.refresh()
    assert system.path.read_bytes() == content
    assert login.switch(True) is ON
    assert system.started() == COMMAND


def test_an_entry_that_is_right_is_left_as_it_is(tmp_path: Path) -> None:
    system = XdgSystem(tmp_path)
    system.nearer(COMMAND).switch(True)
    with system.path.open("a") as file:
        file.write("X-GNOME-Autostart-Delay=30\n")
    before = system.path.read_bytes()
    system.nearer(COMMAND).refresh()
    system.nearer(COMMAND).switch(True)
    assert system.path.read_bytes() == before


def test_a_path_no_entry_can_hold_is_not_written(tmp_path: Path) -> None:
    system = XdgSystem(tmp_path)
    assert system.nearer(["/opt/\udcff/nearer"]).switch(True) is OFF
    assert list(system.folder.glob("*")) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "nearer.desktop" / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "nearer.desktop", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["nearer.desktop"]


# -- Windows


@given(words.filter(lambda program: '"' not in program), commands)
def test_a_command_line_is_read_as_it_was_meant(program: str, rest: list[str]) -> None:
    command = ["C:\\" + program.strip().rstrip("\\") + ".exe", *rest]
    assert read_command_line(subprocess.list2cmdline(command)) == command


def test_a_command_too_long_for_the_run_key(tmp_path: Path) -> None:
    system = WindowsSystem()
    fits = ["C:\\" + "n" * (LONGEST - 3)]
    assert system.nearer(fits).switch(True) is ON
    system.nearer(fits).switch(False)
    too_long = system.nearer([fits[0] + "n"])
    assert too_long.state() is IMPOSSIBLE
    assert too_long.switch(True) is IMPOSSIBLE
    assert system.started() is None


@pytest.mark.parametrize(("first_byte", "state"), [(2, ON), (3, REFUSED), (6, ON), (7, REFUSED)])
def test_what_the_task_manager_says(first_byte: int, state: AutostartState) -> None:
    system = WindowsSystem()
    system.nearer(COMMAND).switch(True)
    system.approve(first_byte)
    assert system.nearer(COMMAND).state() is state


def test_a_refusal_outlives_the_entry() -> None:
    """What the person has set in the Task Manager is never written over."""
    system = WindowsSystem()
    login = system.nearer(COMMAND)
    login.switch(True)
    system.refuse()
    assert [login.switch(False), login.switch(True)] == [OFF, REFUSED]
    system.approve(2)
    assert login.state() is ON


# -- macOS


def test_a_list_that_launchctl_has_disabled(tmp_path: Path) -> None:
    system = LaunchAgentSystem(tmp_path)
    login = system.nearer(COMMAND)
    login.switch(True)
    listed = system.path.read_text("utf-8")
    disabled = listed.replace("<dict>", "<dict><key>Disabled</key><true/>", 1)
    system.path.write_text(disabled, "utf-8")
    system.nearer(MOVED).refresh()
    assert login.state() is REFUSED
    assert system.path.read_text("utf-8") == disabled


@pytest.mark.parametrize("content", [b"", b"<plist", b"<plist><array/></plist>", b"bplist00"])
def test_a_broken_list_starts_nothing_and_is_written_anew(content: bytes, tmp_path: Path) -> None:
    system = LaunchAgentSystem(tmp_path)
    system.folder.mkdir(parents=True)
    system.path.write_bytes(content)
    login = system.nearer(COMMAND)
    assert login.state() is OFF
    assert login.switch(True) is ON
    assert system.started() == COMMAND


def test_a_path_no_list_can_hold_is_not_written(tmp_path: Path) -> None:
    system = LaunchAgentSystem(tmp_path)
    assert system.nearer(["/opt/\x01/nearer"]).switch(True) is OFF
    assert list(system.folder.glob("*")) == []


@pytest.mark.parametrize(("status", "state"), [(0, OFF), (1, ON), (2, REFUSED), (3, OFF)])
def test_what_macos_says_of_a_login_item(status: int, state: AutostartState) -> None:
    service = FakeAppService()
    service.now = status
    assert LoginItemAutostart(service).state() is state


def test_macos_is_not_asked_against_the_person() -> None:
    service = FakeAppService()
    service.now = 2
    LoginItemAutostart(service).switch(True)
    assert service.registered == 0
