"""Small notes in the couple's folder: which computer has it open, and what they were asked."""

import contextlib
import hashlib
import json
import platform
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSysInfo

from coupleapp.desktop.whole_file import replace_whole

RENEW_MS = 30 * 60_000
FORGIVEN_S = 90 * 60
"""A note that nobody has renewed for so long was left by a crash, or by a lost connection."""

_OPEN = "nearer.open"
_ASKED = "nearer.asked"


class OpenNote:
    """Names the computer that has the folder open, for another to which the folder is copied."""

    def __init__(self, folder: Path, host: str = "", machine: str = "") -> None:
        self._path = folder / _OPEN
        self._host = host or platform.node()
        # A name may come twice. The number of the machine itself is nobody's business.
        number = machine.encode() or QSysInfo.machineUniqueId().data()
        self._machine = hashlib.sha256(b"nearer\n" + number + self._host.encode()).hexdigest()[:16]

    def elsewhere(self, now_s: float | None = None) -> str:
        """The name of another computer that has it open; empty where there is none."""
        found = _read(self._path)
        machine, host, at = found.get("machine"), found.get("host"), found.get("seen")
        if machine == self._machine or not isinstance(at, int | float):
            return ""
        age = (time.time() if now_s is None else now_s) - at
        return str(host or "?") if abs(age) < FORGIVEN_S else ""

    def write(self) -> None:
        """Say that it is open here.

        Raises:
            OSError: It could not be written.
        """
        note = {"host": self._host, "machine": self._machine, "seen": round(time.time())}
        replace_whole(self._path, json.dumps(note).encode())

    def remove(self) -> None:
        """Take it away, if it is ours."""
        if _read(self._path).get("machine") == self._machine:
            with contextlib.suppress(OSError):
                self._path.unlink()


def answered(folder: Path) -> set[str]:
    """The names of the questions about this folder that were answered with "Go on"."""
    found = _read(folder / _ASKED).get("go_on")
    return {str(name) for name in found} if isinstance(found, list) else set()


def keep_answers(folder: Path, names: Iterable[str]) -> None:
    """Ask these no more about this folder; where it cannot be written they are asked again."""
    with contextlib.suppress(OSError):
        replace_whole(folder / _ASKED, json.dumps({"go_on": sorted(names)}).encode())


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
