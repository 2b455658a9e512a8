"""Whether the desktop has a place for a small icon beside the clock."""

import sys

from coupleapp.desktop import x11
from coupleapp.desktop.session_bus import has_session_bus, property_of


def tray_here() -> bool:
    """Whether there is one now; trays come and go. Any thread, with or without a Qt application."""
    if sys.platform != "linux":
        return True
    return _has_host() or (x11.on_x11() and x11.has_tray() is True)


def _has_host() -> bool:
    watcher = "org.kde.StatusNotifierWatcher"
    return has_session_bus() and (
        property_of(watcher, "/StatusNotifierWatcher", watcher, "IsStatusNotifierHostRegistered")
        is True
    )
