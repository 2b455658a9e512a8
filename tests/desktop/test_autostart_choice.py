"""Which way a computer has, and how Nearer is started again on it."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from coupleapp.console.cli import _parser
from coupleapp.desktop.autostart import (
    Autostart,
    AutostartState,
    LaunchEnvironment,
    own_command,
    this_autostart,
)
from coupleapp.desktop.autostart.flatpak import FlatpakAutostart
from coupleapp.desktop.autostart.launch_agent import LaunchAgentAutostart
from coupleapp.desktop.autostart.login_item import LoginItemAutostart
from coupleapp.desktop.autostart.windows import WindowsAutostart
from coupleapp.desktop.autostart.xdg import XdgAutostart
from tests.desktop.autostart_systems import FakeAppService, FakeWinReg

BUNDLED = Path("/Applications/Nearer.app/Contents/MacOS/nearer")


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


# -- how it is started again


def test_frozen_is_its_own_program() -> None:
    here = LaunchEnvironment("linux", Path("/opt/nearer/nearer"), frozen=True)
    assert own_command(here) == ("/opt/nearer/nearer", "--background")


def test_an_app_image_is_its_file_and_not_its_mount() -> None:
    mounted = {"APPIMAGE": "/home/a b/Nearer.AppImage", "APPDIR": "/tmp/.mount_x"}  # noqa: S108
    inside = LaunchEnvironment("linux", Path("/tmp/.mount_x/bin/nearer"), True, environ=mounted)  # noqa: S108
    assert own_command(inside)[0] == "/home/a b/Nearer.AppImage"
    started_from_one = LaunchEnvironment("linux", Path("/opt/nearer/nearer"), True, environ=mounted)
    assert own_command(started_from_one)[0] == "/opt/nearer/nearer"


def test_an_installed_one_is_its_script(tmp_path: Path) -> None:
    python = touch(tmp_path / "python3")
    here = LaunchEnvironment("linux", python)
    assert own_command(here) == (str(python), "-m", "coupleapp", "--background")
    script = touch(tmp_path / "coupleapp")
    assert own_command(here) == (str(script), "--background")


def test_windows_shows_no_black_window(tmp_path: Path) -> None:
    python = touch(tmp_path / "python.exe")
    here = LaunchEnvironment("win32", python)
    assert own_command(here) == (str(python), "-m", "coupleapp", "--background")
    windowless = touch(tmp_path / "pythonw.exe")
    assert own_command(here) == (str(windowless), "-m", "coupleapp", "--background")
    touch(tmp_path / "coupleapp.exe")
    assert own_command(here)[0] == str(windowless)
    script = touch(tmp_path / "nearer.exe")
    assert own_command(here) == (str(script), "--background")


def test_a_flatpak_is_looked_up_in_its_sandbox() -> None:
    here = LaunchEnvironment("linux", Path("/usr/bin/python3"), flatpak=True)
    assert own_command(here) == ("coupleapp", "--background")


def test_the_data_folder_goes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    here = LaunchEnvironment("linux", Path("/opt/nearer/nearer"), frozen=True)
    _, *arguments = own_command(here, Path("our data"))
    understood = _parser().parse_args(arguments)
    assert understood.background
    assert understood.data_dir == tmp_path / "our data"


def test_this_very_one_can_be_started_again() -> None:
    here = LaunchEnvironment.here()
    *program, background = own_command(here)
    assert background == "--background"
    said = subprocess.run(
        [*program, "--version"], check=True, capture_output=True, text=True, timeout=60
    )
    assert said.stdout.startswith("Nearer ")


# -- which way


def ways_of(monkeypatch: pytest.MonkeyPatch) -> tuple[FakeWinReg, FakeAppService]:
    registry, service = FakeWinReg(), FakeAppService()

    def of_home(url: str) -> int:
        """Its number, where a test has given it one."""
        home = Path(url).parents[2].name
        return int(home) if home.isdigit() else 1

    apple = SimpleNamespace(mainAppService=lambda: service, statusForLegacyURL_=of_home)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setitem(sys.modules, "ServiceManagement", SimpleNamespace(SMAppService=apple))
    url = SimpleNamespace(fileURLWithPath_=lambda path: path)
    monkeypatch.setitem(sys.modules, "Foundation", SimpleNamespace(NSURL=url))
    return registry, service


@pytest.mark.parametrize(
    ("here", "way"),
    [
        (LaunchEnvironment("linux", Path("/opt/nearer/nearer"), frozen=True), XdgAutostart),
        (LaunchEnvironment("freebsd14", Path("/opt/nearer/nearer"), frozen=True), XdgAutostart),
        (LaunchEnvironment("linux", Path("/usr/bin/python3"), flatpak=True), FlatpakAutostart),
        (LaunchEnvironment("win32", Path("/nearer/nearer.exe"), frozen=True), WindowsAutostart),
        (LaunchEnvironment("darwin", BUNDLED, frozen=True), LoginItemAutostart),
        (
            LaunchEnvironment("darwin", Path("/opt/nearer/nearer"), frozen=True),
            LaunchAgentAutostart,
        ),
        (LaunchEnvironment("darwin", BUNDLED.with_name("python3")), LaunchAgentAutostart),
    ],
)
def test_each_computer_has_its_way(
    here: LaunchEnvironment, way: type[Autostart], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways_of(monkeypatch)
    assert isinstance(this_autostart(tmp_path, here=here), way)


@pytest.mark.parametrize("missing", ["ServiceManagement", "SMAppService"])
def test_an_older_macos_falls_back(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways_of(monkeypatch)
    without = None if missing == "ServiceManagement" else SimpleNamespace()
    monkeypatch.setitem(sys.modules, "ServiceManagement", without)
    login = this_autostart(tmp_path, here=LaunchEnvironment("darwin", BUNDLED, frozen=True))
    assert isinstance(login, LaunchAgentAutostart)
    assert login.switch(True) is AutostartState.ON


def test_another_data_folder_needs_arguments_that_a_login_item_has_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways_of(monkeypatch)
    here = LaunchEnvironment("darwin", BUNDLED, frozen=True)
    assert isinstance(this_autostart(tmp_path, tmp_path, here=here), LaunchAgentAutostart)


def test_macos_is_asked_about_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ways_of(monkeypatch)
    here = LaunchEnvironment("darwin", Path("/opt/nearer/nearer"), frozen=True)
    said = {}
    for status in range(4):
        monkeypatch.setenv("HOME", str(tmp_path / str(status)))
        said[status] = this_autostart(tmp_path, here=here).switch(True).value
    assert said == {0: "on", 1: "on", 2: "refused", 3: "on"}


def test_the_entry_is_where_the_desktop_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    here = LaunchEnvironment("linux", Path("/opt/nearer/nearer"), frozen=True)
    assert this_autostart(tmp_path, here=here).switch(True) is AutostartState.ON
    assert [p.name for p in (tmp_path / "config/autostart").iterdir()] == ["nearer.desktop"]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_each_data_folder_has_its_own_entry(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways_of(monkeypatch)
    here = LaunchEnvironment(platform, tmp_path / "nearer", frozen=True)

    def login(data_dir: Path | None) -> Autostart:
        return this_autostart(tmp_path, data_dir, here=here)

    folders = [None, tmp_path / "ours", tmp_path / "theirs"]
    assert login(folders[1]).switch(True) is AutostartState.ON
    assert [login(folder).state().value for folder in folders] == ["off", "on", "off"]
    (tmp_path / "link").symlink_to(tmp_path / "ours")
    assert login(tmp_path / "link").state() is AutostartState.ON


def test_nothing_is_loaded_before_it_is_needed() -> None:
    script = "import sys, coupleapp.desktop.autostart; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "coupleapp.desktop.autostart.command" in loaded
    ways = {"flatpak", "launch_agent", "login_item", "windows", "xdg"}
    assert loaded.isdisjoint({f"coupleapp.desktop.autostart.{way}" for way in ways})
    assert loaded.isdisjoint({"PySide6", "configparser", "plistlib", "platformdirs", "subprocess"})
