"""Leaves our windows out of pictures and recordings of the screen, and out of shared screens."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QPlatformSurfaceEvent, QWindow

Leave = Callable[[int, bool], None]
"""Leave the native window with this id out, or not."""

_EXCLUDE_FROM_CAPTURE = 0x11
"""``WDA_EXCLUDEFROMCAPTURE``, since Windows 10 2004; an earlier one refuses it and shows it."""


def this_system() -> Leave | None:
    """How this system does it; None where it does not.

    On X11 any program sees everything; on Wayland the person chooses what is shared.
    """
    return {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform)


class ScreenCapture(QObject):
    """For every window there is, and every one that comes."""

    def __init__(self, leave: Leave | None) -> None:
        """From now on they are left out, until somebody says otherwise."""
        super().__init__()
        self._leave = leave
        self._left_out = True
        self._windows: list[QWindow] = []
        if leave is not None and (qt := QGuiApplication.instance()) is not None:
            qt.installEventFilter(self)

    @property
    def available(self) -> bool:
        """Whether this system can."""
        return self._leave is not None

    def leave_out(self, left_out: bool) -> None:
        """Whether they are left out."""
        self._left_out = left_out
        for window in self._windows:
            self._apply(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A window gets its native one before it is shown."""
        if isinstance(event, QPlatformSurfaceEvent) and isinstance(watched, QWindow):
            created = QPlatformSurfaceEvent.SurfaceEventType.SurfaceCreated
            if event.surfaceEventType() is created:
                self._windows.append(watched)
                self._apply(watched)
            elif watched in self._windows:
                self._windows.remove(watched)
        return False

    def _apply(self, window: QWindow) -> None:
        if self._leave is not None:
            self._leave(window.winId(), self._left_out)


def _on_windows(window: int, left_out: bool) -> None:
    import ctypes

    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined] # only there
    user32.SetWindowDisplayAffinity(window, _EXCLUDE_FROM_CAPTURE if left_out else 0)


def _on_macos(view: int, left_out: bool) -> None:
    import objc
    from AppKit import NSWindowSharingNone, NSWindowSharingReadOnly

    window = objc.objc_object(c_void_p=view).window()
    if window is not None:
        window.setSharingType_(NSWindowSharingNone if left_out else NSWindowSharingReadOnly)
