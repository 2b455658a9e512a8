"""macOS without a bundle, or with a data folder of one's own: a property list for launchd.

launchd reads the folder at the next login; loading the list now would start a second Nearer.
Tested against files and a fake of the system's answer only.
"""

import plistlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from coupleapp.desktop.autostart.base import (
    AutostartState,
    NotExpressible,
    WrittenEntry,
    write_whole,
)


class LaunchAgentAutostart(WrittenEntry):
    """Keeps ``LABEL.plist``.

    ``switched_off`` asks macOS whether the person has forbidden a list of this path.
    """

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        label: str,
        switched_off: Callable[[Path], bool] = lambda _: False,
    ) -> None:
        self._command = list(command)
        self._label = label
        self._path = folder / f"{label}.plist"
        self._switched_off = switched_off

    def state(self) -> AutostartState:
        try:
            agent = self._agent()
        except (FileNotFoundError, NotADirectoryError):
            return AutostartState.OFF
        except OSError:
            return AutostartState.UNKNOWN
        if not agent.get("RunAtLoad"):
            return AutostartState.OFF
        if agent.get("Disabled") or self._switched_off(self._path):
            return AutostartState.REFUSED
        return AutostartState.ON

    def _starts_us(self) -> bool:
        return self._agent().get("ProgramArguments") == self._command

    def _remove(self) -> None:
        self._path.unlink()

    def _agent(self) -> dict[str, Any]:
        """What stands in the list; nothing if it is none."""
        try:
            agent = plistlib.loads(self._path.read_bytes())
        except (ValueError, ExpatError):
            return {}
        return agent if isinstance(agent, dict) else {}

    def _write(self) -> None:
        agent = {
            "Label": self._label,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            # "Background" would throttle the processor and the disk, and a breath would stutter.
            "ProcessType": "Interactive",
        }
        try:
            content = plistlib.dumps(agent)
        except ValueError:  # control characters, or no Unicode
            raise NotExpressible from None
        write_whole(self._path, content)
