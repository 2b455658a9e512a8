"""Whether a sound server answers; Qt names one that does not on the terminal of whoever asked."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket

PATIENCE_MS = 100
SYSTEM_WIDE = Path("/run/pulse/native")


def may_have_sound() -> bool:
    """Whether it is safe to load Qt Multimedia.

    On Linux it speaks PulseAudio's protocol, which PipeWire answers on the same socket. A file
    alone is not enough: a server that was killed leaves its socket behind. Nobody is started, as
    libpulse would, for that fails aloud, too, where it may not.
    """
    if sys.platform != "linux":
        return True
    named = os.environ.get("PULSE_SERVER", "").split()
    if named:
        return any(_answers_by_name(server) for server in named)
    return any(_answers(folder / "native") for folder in _folders()) or _answers(SYSTEM_WIDE)


def _answers_by_name(server: str) -> bool:
    """One word of PULSE_SERVER: ``{machine}unix:/path``, ``/path``, or a computer's name."""
    path = server.rpartition("}")[2].removeprefix("unix:")
    # Who names another computer means it.
    return _answers(Path(path)) if path.startswith("/") else True


def _folders() -> Iterator[Path]:
    """Where the server of this person listens."""
    if "PULSE_RUNTIME_PATH" in os.environ:
        yield Path(os.environ["PULSE_RUNTIME_PATH"])
    elif "XDG_RUNTIME_DIR" in os.environ:
        yield Path(os.environ["XDG_RUNTIME_DIR"]) / "pulse"
    else:
        config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        yield from (Path(config) / "pulse").glob("*-runtime")


def _answers(path: Path) -> bool:
    if not path.exists():
        return False
    socket = QLocalSocket()
    socket.connectToServer(str(path))
    answers = socket.waitForConnected(PATIENCE_MS)
    socket.abort()
    return answers
