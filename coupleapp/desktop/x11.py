"""What an X server knows of the screen. Asked for a moment, and never for long."""

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from coupleapp.desktop.bounded import within

if TYPE_CHECKING:
    import xcffib

T = TypeVar("T")

PATIENCE_S = 0.3

_MOST_NUMBERS = 1024
_EVERY_DESK = 0xFFFFFFFF

_Rect = tuple[int, int, int, int]
"""Left, top, width and height, in the pixels of the X server."""

_asking = threading.Lock()


def on_x11() -> bool:
    """Whether the desktop is an X server's; beside Wayland one knows only its own windows."""
    return (
        bool(os.environ.get("DISPLAY"))
        and not os.environ.get("WAYLAND_DISPLAY")
        and os.environ.get("XDG_SESSION_TYPE") != "wayland"
    )


def idle_s() -> float | None:
    """Seconds since somebody touched the keyboard or the mouse; None when nobody can tell."""
    return _ask(_Screen.idle_s)


def free_screens(own: int) -> tuple[str, ...] | None:
    """The names of the monitors that no window but those of this process fills.

    None when nobody can tell, or nobody says so in time.
    """
    return _ask(lambda screen: screen.free_monitors(own))


def has_tray() -> bool | None:
    """Whether there is a place for small icons; None when nobody can tell."""
    return _ask(_Screen.has_tray)


class _Screen:
    def __init__(self, server: "xcffib.Connection") -> None:
        self._server = server
        self._atoms: dict[str, int] = {}
        self._root = server.get_setup().roots[server.pref_screen].root

    def idle_s(self) -> float:
        from xcffib import screensaver

        asked = self._server(screensaver.key).QueryInfo(self._root)
        return float(asked.reply().ms_since_user_input) / 1000

    def free_monitors(self, own: int) -> tuple[str, ...] | None:
        from xcffib.xproto import DrawableError, WindowError

        fills, stack = "_NET_WM_STATE_FULLSCREEN", "_NET_CLIENT_LIST_STACKING"
        # Only a window manager keeps these up to date.
        known = self._numbers(self._root, "_NET_SUPPORTED")
        if not {self._atom(fills), self._atom(stack)} <= set(known):
            return None
        monitors = self._monitors()
        if not monitors:
            return None
        filled: dict[str, bool] = {}
        for window in reversed(self._numbers(self._root, stack)):
            try:
                covered = self._covered(window, monitors) if self._is_seen(window) else []
                ours = own in self._numbers(window, "_NET_WM_PID")
                full = not ours and self._is(window, fills)
            except (DrawableError, WindowError):
                continue  # it has gone in the meantime
            for name in covered:
                # What lies below it is not seen.
                filled.setdefault(name, full)
            if len(filled) == len(monitors):
                break
        return tuple(name for name in monitors if not filled.get(name, False))

    def _monitors(self) -> dict[str, _Rect]:
        from xcffib import randr

        told = self._server(randr.key).GetMonitors(self._root, True).reply()  # noqa: FBT003
        return {
            self._name(one.name): (one.x, one.y, one.width, one.height) for one in told.monitors
        }

    def _is_seen(self, window: int) -> bool:
        """Not minimised, and on the desk in front; some window managers keep the others mapped."""
        from xcffib.xproto import MapState

        mapped = self._server.core.GetWindowAttributes(window).reply().map_state
        if mapped != MapState.Viewable or self._is(window, "_NET_WM_STATE_HIDDEN"):
            return False
        desks = self._numbers(window, "_NET_WM_DESKTOP")
        in_front = self._numbers(self._root, "_NET_CURRENT_DESKTOP")
        return not desks or not in_front or desks[0] in {in_front[0], _EVERY_DESK}

    def _is(self, window: int, state: str) -> bool:
        return self._atom(state) in self._numbers(window, "_NET_WM_STATE")

    def _covered(self, window: int, monitors: dict[str, _Rect]) -> list[str]:
        """The monitors of which it covers more than half."""
        core = self._server.core
        size = core.GetGeometry(window).reply()
        place = core.TranslateCoordinates(window, self._root, 0, 0).reply()
        covered = []
        for name, (left, top, width, height) in monitors.items():
            wide = min(left + width, place.dst_x + size.width) - max(left, place.dst_x)
            high = min(top + height, place.dst_y + size.height) - max(top, place.dst_y)
            if wide > 0 and high > 0 and 2 * wide * high > width * height:
                covered.append(name)
        return covered

    def has_tray(self) -> bool:
        place = self._atom(f"_NET_SYSTEM_TRAY_S{self._server.pref_screen}")
        return bool(self._server.core.GetSelectionOwner(place).reply().owner)

    def _name(self, atom: int) -> str:
        return str(self._server.core.GetAtomName(atom).reply().name.to_string())

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            asked = self._server.core.InternAtom(False, len(name), name)  # noqa: FBT003
            self._atoms[name] = int(asked.reply().atom)
        return self._atoms[name]

    def _numbers(self, window: int, name: str) -> tuple[int, ...]:
        asked = self._server.core.GetProperty(
            False,  # noqa: FBT003 - it stays where it is
            window,
            self._atom(name),
            0,  # of any type
            0,
            _MOST_NUMBERS,
        )
        told = asked.reply()
        return tuple(told.value.to_atoms()) if told.format == 32 else ()


def _ask(question: Callable[[_Screen], T]) -> T | None:
    try:
        import xcffib
        import xcffib.randr
        import xcffib.screensaver
        import xcffib.xproto
    except (ImportError, OSError):
        return None  # there is no libxcb

    def ask() -> T | None:
        # While an X server hangs, so does whoever asked it: no more than one of us.
        if not _asking.acquire(timeout=PATIENCE_S):
            return None
        try:
            server = xcffib.connect()
            try:
                return question(_Screen(server))
            finally:
                server.disconnect()
        finally:
            _asking.release()

    try:
        return within(PATIENCE_S, ask)
    except (xcffib.XcffibException, OSError):
        return None  # gone or hanging
