"""Windows: what the shell thinks of notifications, the last input, and who has the microphone."""

import ctypes
import os
import sys
import time
from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import Any

from coupleapp.desktop.attention.senses import ANYWHERE, NOWHERE, NoSenses, Room, Senses

MICROPHONE = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
)
_NOT_FROM_THE_STORE = "NonPackaged"
_FROM_1601_TO_1970_S = 11_644_473_600


class UserState(IntEnum):
    """QUERY_USER_NOTIFICATION_STATE. APP is left out: an open Start menu is enough for it."""

    NOT_PRESENT = 1
    BUSY = 2
    RUNNING_D3D_FULL_SCREEN = 3
    PRESENTATION_MODE = 4
    ACCEPTS_NOTIFICATIONS = 5
    QUIET_TIME = 6


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("at_ms", ctypes.c_uint32))


class WindowsSenses:
    """Asks the libraries of Windows and its registry, or whatever has their functions."""

    def __init__(
        self,
        shell32: Any,
        user32: Any,
        kernel32: Any,
        registry: Any,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._shell32 = shell32
        self._user32 = user32
        self._kernel32 = kernel32
        self._registry = registry
        self._now_s = now_s

    def leaves_keyboard(self) -> bool:
        return True

    def do_not_disturb(self) -> bool | None:
        state = self._state()
        return None if state is None else state == UserState.QUIET_TIME

    def room(self) -> Room | None:
        state = self._state()
        if state is None:
            return None
        if state in {UserState.BUSY, UserState.RUNNING_D3D_FULL_SCREEN}:
            return ANYWHERE if self._we_are_in_front() else NOWHERE
        filled = state in {UserState.PRESENTATION_MODE, UserState.NOT_PRESENT}
        return NOWHERE if filled else ANYWHERE

    def call(self) -> bool | None:
        try:
            return any(stop == 0 and start > self._started() for start, stop in self._listeners())
        except OSError:
            return None

    def idle_s(self) -> float | None:
        last = _LastInput(size=ctypes.sizeof(_LastInput))
        if not self._user32.GetLastInputInfo(ctypes.byref(last)):
            return None
        # Both count milliseconds in 32 bits, and begin again after 49 days.
        return float((self._kernel32.GetTickCount() - last.at_ms) & 0xFFFFFFFF) / 1000

    def _state(self) -> int | None:
        state = ctypes.c_int()
        failed = self._shell32.SHQueryUserNotificationState(ctypes.byref(state))
        return None if failed else state.value

    def _we_are_in_front(self) -> bool:
        process = ctypes.c_uint32()
        window = self._user32.GetForegroundWindow()
        self._user32.GetWindowThreadProcessId(window, ctypes.byref(process))
        return process.value == os.getpid()

    def _started(self) -> int:
        """When the computer was started; before it, nobody is left who listens.

        Whoever crashes while it listens stays in the registry as listening.
        """
        up_s = float(self._kernel32.GetTickCount64()) / 1000
        return int((self._now_s() - up_s + _FROM_1601_TO_1970_S) * 10_000_000)

    def _listeners(self, folder: str = MICROPHONE) -> Iterator[tuple[int, int]]:
        """When each program began to listen and ended, in tenths of a microsecond since 1601."""
        registry = self._registry
        with registry.OpenKey(registry.HKEY_CURRENT_USER, folder) as programs:
            for index in range(registry.QueryInfoKey(programs)[0]):
                name = registry.EnumKey(programs, index)
                if name == _NOT_FROM_THE_STORE:
                    yield from self._listeners(rf"{folder}\{name}")
                    continue
                try:
                    with registry.OpenKey(programs, name) as program:
                        start = int(registry.QueryValueEx(program, "LastUsedTimeStart")[0])
                        stop = int(registry.QueryValueEx(program, "LastUsedTimeStop")[0])
                except OSError:
                    continue  # it has never listened
                yield start, stop


def windows_senses() -> Senses:
    if sys.platform == "win32":
        import winreg

        shell32, user32 = ctypes.WinDLL("shell32"), ctypes.WinDLL("user32")
        kernel32 = ctypes.WinDLL("kernel32")
        user32.GetForegroundWindow.restype = ctypes.c_void_p
        user32.GetWindowThreadProcessId.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        kernel32.GetTickCount.restype = ctypes.c_uint32
        kernel32.GetTickCount64.restype = ctypes.c_uint64
        return WindowsSenses(shell32, user32, kernel32, winreg)
    return NoSenses()
