"""Hears that the screen was locked or the computer goes to sleep, where the desktop tells."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from coupleapp.desktop.session_bus import has_session_bus

_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1"
_SWITCHED: Any = SLOT("_switched(bool)")
_ASKED: Any = SLOT("_asked()")


class ScreenLock(QObject):
    """``locked``: nobody sits before it any more. Windows and macOS tell only windows of theirs."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform != "linux":
            return
        from PySide6.QtDBus import QDBusConnection

        # Looked for first, because libdbus starts a bus of its own when there is none.
        if has_session_bus():
            bus = QDBusConnection.sessionBus()
            for saver in _SAVERS:
                # By the interface alone: desktops differ in where they put the object.
                bus.connect("", "", saver, "ActiveChanged", self, _SWITCHED)
        if _SYSTEM_BUS.exists():
            bus = QDBusConnection.systemBus()
            manager, session = _LOGIN + ".Manager", _LOGIN + ".Session"
            bus.connect(_LOGIN, "", manager, "PrepareForSleep", self, _SWITCHED)
            bus.connect(_LOGIN, "", session, "Lock", self, _ASKED)

    @Slot(bool)
    def _switched(self, on: bool) -> None:
        if on:
            self.locked.emit()

    @Slot()
    def _asked(self) -> None:
        self.locked.emit()
