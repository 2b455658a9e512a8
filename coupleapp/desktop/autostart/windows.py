"""Windows: a value below the Run key, and the list of what was switched off in the Task Manager.

Tested against a fake registry only.
"""

import subprocess
from collections.abc import Sequence
from typing import Any, Protocol, cast

from coupleapp.desktop.autostart.base import AutostartState, WrittenEntry

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
LONGEST = 260
"""Characters of a command below the Run key (Microsoft, "Run and RunOnce Registry Keys")."""


class WinReg(Protocol):
    HKEY_CURRENT_USER: Any
    KEY_QUERY_VALUE: int
    KEY_SET_VALUE: int
    REG_SZ: int

    def OpenKey(self, key: Any, sub_key: str, reserved: int, access: int, /) -> Any: ...  # noqa: N802
    def CreateKeyEx(self, key: Any, sub_key: str, reserved: int, access: int, /) -> Any: ...  # noqa: N802
    def QueryValueEx(self, key: Any, name: str, /) -> tuple[Any, int]: ...  # noqa: N802
    def SetValueEx(self, key: Any, name: str, reserved: int, kind: int, value: str, /) -> None: ...  # noqa: N802
    def DeleteValue(self, key: Any, name: str, /) -> None: ...  # noqa: N802


class WindowsAutostart(WrittenEntry):
    def __init__(self, command: Sequence[str], name: str, winreg: WinReg | None = None) -> None:
        self._command_line = subprocess.list2cmdline(command)
        self._name = name
        self._winreg = winreg or _real_registry()

    def state(self) -> AutostartState:
        if len(self._command_line) > LONGEST:
            return AutostartState.IMPOSSIBLE
        try:
            if self._read(RUN) is None:
                return AutostartState.OFF
            approved = self._read(APPROVED)
        except OSError:
            return AutostartState.UNKNOWN
        # Twelve bytes: 02 or 06 first for "enabled", 03 or 07 for "disabled". Nothing there is
        # enabled. It is the person's list: we never write into it.
        if isinstance(approved, bytes) and approved and approved[0] & 1:
            return AutostartState.REFUSED
        return AutostartState.ON

    def _starts_us(self) -> bool:
        return self._read(RUN) == self._command_line

    def _read(self, key: str) -> object:
        """The value of our name; None if there is none."""
        registry = self._winreg
        try:
            with registry.OpenKey(
                registry.HKEY_CURRENT_USER, key, 0, registry.KEY_QUERY_VALUE
            ) as opened:
                return cast(object, registry.QueryValueEx(opened, self._name)[0])
        except FileNotFoundError:
            return None

    def _write(self) -> None:
        registry = self._winreg
        with registry.CreateKeyEx(
            registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE
        ) as opened:
            registry.SetValueEx(opened, self._name, 0, registry.REG_SZ, self._command_line)

    def _remove(self) -> None:
        registry = self._winreg
        with registry.OpenKey(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE) as opened:
            registry.DeleteValue(opened, self._name)


def _real_registry() -> WinReg:
    import winreg

    return cast(WinReg, winreg)
