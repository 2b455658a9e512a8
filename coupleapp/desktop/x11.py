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


def full_screen(own: int) -> bool | None:
    """Whether the window in front fills the screen; None when nobody can tell."""
    return _ask(lambda screen: screen.full_screen(own))


def has_tray() -> bool | None:
    """Whether there is a place for small icons; None when nobody can tell."""
    return _ask(_Screen.has_tray)


class _Screen:
    def __init__(self, server: "xcffib.Connection") -> None:
        self._server = server
        self._root = server.get_setup().roots[server.pref_screen].root

    def idle_s(self) -> float:
        from xcffib import screensaver

        asked = self._server(screensaver.key).QueryInfo(self._root)
        return float(asked.reply().ms_since_user_input) / 1000

    def full_screen(self, own: int) -> bool | None:
        from xcffib.xproto import WindowError

        fills, in_front = self._atom("_NET_WM_STATE_FULLSCREEN"), self._atom("_NET_ACTIVE_WINDOW")
        # Only a window manager keeps these up to date.
        if not {fills, in_front} <= set(self._numbers(self._root, "_NET_SUPPORTED")):
            return None
        window = next(iter(self._numbers(self._root, "_NET_ACTIVE_WINDOW")), 0)
        if window == 0:
            return False
        try:
            ours = own in self._numbers(window, "_NET_WM_PID")
            return not ours and fills in self._numbers(window, "_NET_WM_STATE")
        except WindowError:
            return False  # it has gone, and no other has come to the front

    def has_tray(self) -> bool:
        place = self._atom(f"_NET_SYSTEM_TRAY_S{self._server.pref_screen}")
        return bool(self._server.core.GetSelectionOwner(place).reply().owner)

    def _atom(self, name: str) -> int:
        return int(self._server.core.InternAtom(False, len(name), name).reply().atom)  # noqa: FBT003

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
