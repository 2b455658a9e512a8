"""macOS: tells how long nobody touched it. Quiet and calls it keeps to itself."""

import ctypes
from typing import Any

from coupleapp.desktop.attention.senses import NoSenses, Room, Senses

_SERVICES = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_THIS_SESSION = 0
_ANY_EVENT = 0xFFFFFFFF


class MacSenses(NoSenses):
    """Asks ApplicationServices, or whatever has its functions."""

    def __init__(self, services: Any) -> None:
        self._services = services

    def leaves_keyboard(self) -> bool:
        return True

    def room(self) -> Room | None:
        # What fills a screen has a space of its own there, into which no window of others comes;
        # a film in a window without borders is not told.
        return Room(None, told=False)

    def idle_s(self) -> float | None:
        asked = self._services.CGEventSourceSecondsSinceLastEventType
        return float(asked(_THIS_SESSION, _ANY_EVENT))


def mac_senses() -> Senses:
    try:
        services = ctypes.CDLL(_SERVICES)
        asked = services.CGEventSourceSecondsSinceLastEventType
    except (OSError, AttributeError):
        return NoSenses()
    asked.argtypes = (ctypes.c_int32, ctypes.c_uint32)
    asked.restype = ctypes.c_double
    return MacSenses(services)
