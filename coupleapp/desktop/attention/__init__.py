"""Whether a small window may appear now, as far as this computer can tell."""

import sys
from dataclasses import dataclass
from enum import StrEnum

from coupleapp.desktop.attention.senses import NoSenses, Room, Senses

__all__ = ["GAP_S", "Attention", "Detected", "Hold", "Room", "senses_of"]

GAP_S = 5.0
"""Hands that have rested this long are not in the middle of a word."""


class Hold(StrEnum):
    """What speaks against a window, the weightiest first.

    UNSURE: nobody can tell that it would not be in the way, and what cannot be told is not free.
    """

    DO_NOT_DISTURB = "do_not_disturb"
    FULL_SCREEN = "full_screen"
    CALL = "call"
    TYPING = "typing"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Detected:
    """Which of these this computer can tell; ``window``: whether a question may come in one."""

    window: bool
    full_screen: bool
    do_not_disturb: bool
    call: bool
    idle: bool


class Attention:
    """Asks the operating system, which may take a moment: best on a thread of its own.

    Nothing is kept between two questions, so any thread may ask, and several at once.
    """

    def __init__(self, senses: Senses | None = None) -> None:
        self._senses = senses_of(sys.platform) if senses is None else senses

    def look(self) -> Hold | Room:
        """What speaks against a window now; else where there is room for one."""
        if self._senses.do_not_disturb():
            return Hold.DO_NOT_DISTURB
        room = self._senses.room()
        if room is not None and room.screens == ():
            return Hold.FULL_SCREEN
        if self._senses.call():
            return Hold.CALL
        idle_s = self._senses.idle_s()
        if idle_s is not None and idle_s < GAP_S:
            return Hold.TYPING
        return Hold.UNSURE if room is None or not self._senses.leaves_keyboard() else room

    def idle_s(self) -> float | None:
        """For how many seconds nobody has touched this computer; None when it cannot tell."""
        return self._senses.idle_s()

    def detected(self) -> Detected:
        """What can be told here and now; a desktop may learn it while Nearer runs."""
        room = self._senses.room()
        return Detected(
            window=self._senses.leaves_keyboard() and room is not None,
            full_screen=room is not None and room.told,
            do_not_disturb=self._senses.do_not_disturb() is not None,
            call=self._senses.call() is not None,
            idle=self._senses.idle_s() is not None,
        )


def senses_of(platform: str) -> Senses:
    """The ones of an operating system, named as ``sys.platform`` does."""
    if platform == "linux":
        from coupleapp.desktop.attention.linux import LinuxSenses

        return LinuxSenses()
    if platform == "win32":
        from coupleapp.desktop.attention.windows import windows_senses

        return windows_senses()
    if platform == "darwin":
        from coupleapp.desktop.attention.macos import mac_senses

        return mac_senses()
    return NoSenses()
