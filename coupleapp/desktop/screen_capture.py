"""Leaves our windows out of pictures and recordings of the screen, and out of shared screens."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QWindow
from shiboken6 import isValid

Leave = Callable[[int, bool], bool]
"""Leave the native window with this id out, or not; whether the system did it."""

_EXCLUDE_FROM_CAPTURE = 0x11
"""``WDA_EXCLUDEFROMCAPTURE``, since Windows 10 2004; an earlier one refuses it and shows it."""


def this_system() -> Leave | None:
    """How this system does it; None where it does not.

    On X11 any program sees everything; on Wayland the person chooses what is shared.
    """
    return {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform)


class ScreenCapture(QObject):
    """For every window that it follows."""

    def __init__(self, leave: Leave | None) -> None:
        """They are left out, until somebody says otherwise."""
        super().__init__()
        self._leave = leave
        self._left_out = True
        self._windows: list[QWindow] = []

    @property
    def available(self) -> bool:
        """Whether this system can."""
        return self._leave is not None

    def follow(self, window: QWindow) -> None:
        """From now on this one, too: each time before it is shown."""
        self._windows.append(window)
        # Its native one may be another whenever it is shown again.
        window.visibleChanged.connect(self._apply)

    def leave_out(self, left_out: bool) -> bool:
        """Whether they are left out from now on; whether the system did it for all of them."""
        self._left_out = left_out
        return self._apply()

    @Slot()
    def _apply(self) -> bool:
        self._windows = [window for window in self._windows if isValid(window)]
        leave = self._leave
        if leave is None:
            return False
        shown = [window for window in self._windows if window.isVisible()]
        did = [leave(window.winId(), self._left_out) for window in shown]
        return all(did)


def _on_windows(window: int, left_out: bool) -> bool:
    import ctypes

    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined] # only there
    how = _EXCLUDE_FROM_CAPTURE if left_out else 0
    return bool(user32.SetWindowDisplayAffinity(window, how))


def _on_macos(view: int, left_out: bool) -> bool:
    import objc
    from AppKit import NSWindowSharingNone, NSWindowSharingReadOnly

    window = objc.objc_object(c_void_p=view).window()
    if window is None:
        return False
    window.setSharingType_(NSWindowSharingNone if left_out else NSWindowSharingReadOnly)
    return True
