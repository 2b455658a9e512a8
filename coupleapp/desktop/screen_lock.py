"""Hears that the screen was locked; on Linux also that the computer goes to sleep."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

from coupleapp.desktop.screen_asked import IsLocked, this_screen
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


ASK_MS = 2000
"""How often a system is asked that does not tell. How late it is then heard is hardly seen."""


class ScreenLock(QObject):
    """``locked``: nobody sits before it any more."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None, is_locked: IsLocked | None = None) -> None:
        """``is_locked``: asks the system; None for what this one has."""
        super().__init__(parent)
        self._is_locked = is_locked or this_screen()
        self._was_locked = False
        self._asking = QTimer(self, interval=ASK_MS)
        self._asking.timeout.connect(self._ask)
        if self._is_locked is not None:
            self._asking.start()
        elif sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
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

    @Slot()
    def _ask(self) -> None:
        was, self._was_locked = self._was_locked, self._is_locked is not None and self._is_locked()
        if self._was_locked and not was:
            self.locked.emit()

    @Slot(bool)
    def _switched(self, on: bool) -> None:
        if on:
            self.locked.emit()

    @Slot()
    def _asked(self) -> None:
        self.locked.emit()
