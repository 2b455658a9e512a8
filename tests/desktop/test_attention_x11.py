"""A real X server with a real window manager, and nobody in front of it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from coupleapp.desktop import x11
from coupleapp.desktop.attention import Attention, Detected, Hold
from coupleapp.desktop.attention.linux import LinuxSenses
from coupleapp.desktop.tray_state import tray_here
from tests.desktop.session import away_from_the_desktop, needs_a_bus, session_in
from tests.e2e.atspi import until

if sys.platform != "linux":
    pytest.skip("X servers are Linux's", allow_module_level=True)

import xcffib
import xcffib.xproto

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        None in map(shutil.which, ("Xvfb", "openbox", "xdotool")), reason="needs Xvfb and openbox"
    ),
]

WATCHER = "org.kde.StatusNotifierWatcher"
SOME_TIME_S = 20.0


class Display:
    def __init__(self) -> None:
        read, write = os.pipe()
        self.server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                "640x480x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        self.manager: subprocess.Popen[bytes] | None = None

    def manage(self) -> None:
        """Let a window manager come."""
        self.manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": self.name}, stderr=subprocess.DEVNULL
        )

    def touch(self) -> None:
        subprocess.run(["xdotool", "key", "shift"], env={"DISPLAY": self.name}, check=True)

    def bring_to_front(self, client: xcffib.Connection, window: int) -> None:
        """As a click in a task bar does; a window manager that starts may have to be told twice."""

        def brought() -> bool:
            ask = ["xdotool", "windowactivate", str(window)]
            subprocess.run(ask, env={"DISPLAY": self.name}, check=False, stderr=subprocess.DEVNULL)
            return in_front(client) == window

        until(brought, lambda: "the window in front")

    def clear(self) -> None:
        for process in (self.manager, self.server):
            if process is not None:
                process.terminate()
                process.wait(60)

    @contextmanager
    def client(self) -> Iterator[xcffib.Connection]:
        connection = xcffib.connect(self.name)
        try:
            yield connection
        finally:
            with suppress(xcffib.ConnectionException):
                connection.disconnect()


def atom(client: xcffib.Connection, name: str) -> int:
    return client.core.InternAtom(False, len(name), name).reply().atom


def window(client: xcffib.Connection, process: int, *, fills: bool) -> int:
    """One that is shown and, when the window manager likes, in front."""
    number = client.generate_id()
    root = client.get_setup().roots[0]
    core = client.core
    core.CreateWindow(0, number, root.root, 9, 9, 99, 99, 0, 1, root.root_visual, 0, [])
    replace, of_atoms, of_numbers = 0, xcffib.xproto.Atom.ATOM, xcffib.xproto.Atom.CARDINAL
    core.ChangeProperty(replace, number, atom(client, "_NET_WM_PID"), of_numbers, 32, 1, [process])
    if fills:
        state, full = (atom(client, n) for n in ("_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN"))
        core.ChangeProperty(replace, number, state, of_atoms, 32, 1, [full])
    core.MapWindow(number)
    client.flush()
    return number


def in_front(client: xcffib.Connection) -> int:
    root = client.get_setup().roots[0].root
    told = client.core.GetProperty(False, root, atom(client, "_NET_ACTIVE_WINDOW"), 0, 0, 1).reply()
    return next(iter(told.value.to_atoms()), 0) if told.format == 32 else 0


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[Display]:
    display = Display()
    away_from_the_desktop(monkeypatch)
    monkeypatch.setenv("DISPLAY", display.name)
    yield display
    display.clear()


@pytest.mark.parametrize(
    ("fills", "ours", "full_screen"),
    [(True, False, True), (False, False, False), (True, True, False)],
)
def test_a_window_that_fills_the_screen(
    display: Display, fills: bool, ours: bool, full_screen: bool
) -> None:
    display.manage()
    until(lambda: x11.full_screen(0) is False, lambda: "the window manager")
    with display.client() as client:
        shown = window(client, os.getpid() if ours else 1, fills=fills)
        display.bring_to_front(client, shown)
        assert LinuxSenses().full_screen() is full_screen


def test_what_filled_the_screen_has_gone(display: Display) -> None:
    display.manage()
    until(lambda: x11.full_screen(0) is False, lambda: "the window manager")
    with display.client() as client:
        display.bring_to_front(client, window(client, 1, fills=True))
        assert Attention(LinuxSenses()).holds() is Hold.FULL_SCREEN
    until(lambda: x11.full_screen(0) is False, lambda: "the end of the full screen")


def test_without_a_window_manager_nobody_knows_what_is_in_front(display: Display) -> None:
    with display.client() as client:
        window(client, 1, fills=True)
        assert LinuxSenses().full_screen() is None
    assert Attention(LinuxSenses()).detected() == Detected(
        do_not_disturb=False, full_screen=False, call=False, idle=True
    )


def test_hands_on_the_keyboard(display: Display) -> None:
    until(lambda: (x11.idle_s() or 0) > 0.3, lambda: "hands that rest")
    display.touch()
    rested = x11.idle_s()
    assert rested is not None
    assert rested < 0.3
    assert Attention(LinuxSenses()).holds() is Hold.TYPING


@pytest.mark.parametrize(
    "beside", [{"WAYLAND_DISPLAY": "wayland-0"}, {"XDG_SESSION_TYPE": "wayland"}]
)
def test_beside_wayland_an_x_server_is_not_believed(
    display: Display, monkeypatch: pytest.MonkeyPatch, beside: dict[str, str]
) -> None:
    for name, value in beside.items():
        monkeypatch.setenv(name, value)
    assert (LinuxSenses().full_screen(), LinuxSenses().idle_s()) == (None, None)


def test_a_server_that_hangs_is_not_waited_for(display: Display) -> None:
    display.server.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    for _ in range(3):
        assert LinuxSenses().idle_s() is None
    assert time.monotonic() - began < SOME_TIME_S
    display.server.send_signal(signal.SIGCONT)
    until(lambda: x11.idle_s() is not None, lambda: "the server again")


def test_a_server_that_is_not_there_tells_nothing(
    display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    assert Attention(LinuxSenses()).detected() == Detected(
        do_not_disturb=False, full_screen=False, call=False, idle=False
    )
    assert tray_here() is False


def test_a_tray_of_an_x_server(display: Display) -> None:
    assert tray_here() is False
    with display.client() as client:
        place = atom(client, "_NET_SYSTEM_TRAY_S0")
        client.core.SetSelectionOwner(window(client, 1, fills=False), place, 0)
        client.flush()
        until(tray_here, lambda: "the tray")
    until(lambda: not tray_here(), lambda: "the end of the tray")


@needs_a_bus
def test_a_tray_of_the_bus_is_enough(display: Display, monkeypatch: pytest.MonkeyPatch) -> None:
    with session_in(monkeypatch) as session:
        session.told(WATCHER, "Get IsStatusNotifierHostRegistered", "v", ("b", True))
        assert tray_here() is True
