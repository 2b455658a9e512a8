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
from coupleapp.desktop.attention import Attention, Detected, Hold, Room
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

needs_xrandr = pytest.mark.skipif(shutil.which("xrandr") is None, reason="needs xrandr")
WATCHER = "org.kde.StatusNotifierWatcher"
SOME_TIME_S = 20.0
US_POSITION = 1


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


def window(
    client: xcffib.Connection,
    process: int,
    *,
    fills: bool,
    at: tuple[int, ...] = (9, 9, 99, 99),
) -> int:
    """One that is shown and, when the window manager likes, in front."""
    number = client.generate_id()
    root = client.get_setup().roots[0]
    core = client.core
    core.CreateWindow(0, number, root.root, *at, 0, 1, root.root_visual, 0, [])
    replace, of_atoms, of_numbers = 0, xcffib.xproto.Atom.ATOM, xcffib.xproto.Atom.CARDINAL
    core.ChangeProperty(replace, number, atom(client, "_NET_WM_PID"), of_numbers, 32, 1, [process])
    if fills:
        state, full = (atom(client, n) for n in ("_NET_WM_STATE", "_NET_WM_STATE_FULLSCREEN"))
        core.ChangeProperty(replace, number, state, of_atoms, 32, 1, [full])
    # As the person who opened it has placed it.
    chosen = [US_POSITION, *at[:2], *([0] * 15)]
    hints, of_hints = xcffib.xproto.Atom.WM_NORMAL_HINTS, xcffib.xproto.Atom.WM_SIZE_HINTS
    core.ChangeProperty(replace, number, hints, of_hints, 32, len(chosen), chosen)
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


def free() -> tuple[str, ...] | None:
    return x11.free_screens(0)


def managed(display: Display) -> None:
    display.manage()
    until(lambda: free() is not None, lambda: "the window manager")


LEFT, RIGHT = (0, 0, 320, 480), (320, 0, 320, 480)


@pytest.fixture
def two_monitors(display: Display) -> Display:
    """Side by side on one X server."""
    for monitor in (
        ("left", "320/80x480/120+0+0", "screen"),
        ("right", "320/80x480/120+320+0", "none"),
    ):
        command = ["xrandr", "--setmonitor", *monitor]
        subprocess.run(command, env={**os.environ, "DISPLAY": display.name}, check=True)
    managed(display)
    assert free() == ("left", "right")
    return display


@pytest.mark.parametrize(
    ("fills", "ours", "free_ones"),
    [(True, False, ()), (False, False, ("screen",)), (True, True, ("screen",))],
)
def test_a_window_that_fills_the_screen(
    display: Display, fills: bool, ours: bool, free_ones: tuple[str, ...]
) -> None:
    managed(display)
    with display.client() as client:
        shown = window(client, os.getpid() if ours else 1, fills=fills)
        display.bring_to_front(client, shown)
        assert LinuxSenses().room() == Room(free_ones)


@needs_xrandr
@pytest.mark.parametrize(("film", "free_one"), [(LEFT, "right"), (RIGHT, "left")])
def test_a_film_on_one_monitor_leaves_the_other_whoever_has_the_keyboard(
    two_monitors: Display, film: tuple[int, ...], free_one: str
) -> None:
    other = RIGHT if film is LEFT else LEFT
    with two_monitors.client() as client:
        two_monitors.bring_to_front(client, window(client, 1, fills=True, at=film))
        until(lambda: free() == (free_one,), lambda: f"{free_one}, not {free()}")
        letter = window(client, 1, fills=False, at=(other[0] + 40, 60, 200, 50))
        two_monitors.bring_to_front(client, letter)
        assert free() == (free_one,), "the film goes on beside the letter"
        second = window(client, 1, fills=True, at=other)
        two_monitors.bring_to_front(client, second)
        until(lambda: free() == (), lambda: f"no monitor, not {free()}")
        assert Attention(LinuxSenses()).look() is Hold.FULL_SCREEN


def test_what_lies_below_another_window_is_not_watched(display: Display) -> None:
    managed(display)
    with display.client() as client:
        display.bring_to_front(client, window(client, 1, fills=True))
        assert free() == ()
        small = window(client, 1, fills=False)
        display.bring_to_front(client, small)
        assert free() == (), "a small one leaves most of it to be seen"
        display.bring_to_front(client, window(client, 1, fills=False, at=(0, 0, 630, 470)))
        assert free() == ("screen",)


def test_what_filled_the_screen_has_gone(display: Display) -> None:
    managed(display)
    with display.client() as client:
        display.bring_to_front(client, window(client, 1, fills=True))
        assert Attention(LinuxSenses()).look() is Hold.FULL_SCREEN
    until(lambda: free() == ("screen",), lambda: "the end of the full screen")


def test_on_another_desk_nobody_watches_it(display: Display) -> None:
    managed(display)
    with display.client() as client:
        display.bring_to_front(client, window(client, 1, fills=True))
        ask = ["xdotool", "set_desktop", "1"]
        subprocess.run(ask, env={"DISPLAY": display.name}, check=True)
        until(lambda: free() == ("screen",), lambda: "the other desk")


def test_without_a_window_manager_nobody_knows_what_is_in_front(display: Display) -> None:
    with display.client() as client:
        window(client, 1, fills=True)
        assert LinuxSenses().room() is None
    assert Attention(LinuxSenses()).detected() == Detected(
        window=False, full_screen=False, do_not_disturb=False, call=False, idle=True
    )


def test_hands_on_the_keyboard(display: Display) -> None:
    until(lambda: (x11.idle_s() or 0) > 0.3, lambda: "hands that rest")
    display.touch()
    rested = x11.idle_s()
    assert rested is not None
    assert rested < 0.3
    assert Attention(LinuxSenses()).look() is Hold.TYPING


@pytest.mark.parametrize(
    "beside", [{"WAYLAND_DISPLAY": "wayland-0"}, {"XDG_SESSION_TYPE": "wayland"}]
)
def test_beside_wayland_an_x_server_is_not_believed(
    display: Display, monkeypatch: pytest.MonkeyPatch, beside: dict[str, str]
) -> None:
    for name, value in beside.items():
        monkeypatch.setenv(name, value)
    assert (LinuxSenses().room(), LinuxSenses().idle_s()) == (None, None)
    assert Attention(LinuxSenses()).look() is Hold.UNSURE


def test_a_server_that_hangs_is_not_waited_for(display: Display) -> None:
    display.server.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    for _ in range(2):
        assert LinuxSenses().idle_s() is None
    assert Attention(LinuxSenses()).look() is Hold.UNSURE, "what cannot be told is not free"
    assert time.monotonic() - began < SOME_TIME_S
    display.server.send_signal(signal.SIGCONT)
    until(lambda: x11.idle_s() is not None, lambda: "the server again")


def test_a_server_that_is_not_there_tells_nothing(
    display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    assert Attention(LinuxSenses()).detected() == Detected(
        window=False, full_screen=False, do_not_disturb=False, call=False, idle=False
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
