"""Where a Nearer listens for a second start: a place that no other user can take."""

import contextlib
import hashlib
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_BESIDE = "nearer.socket"


def meeting_places(folder: Path) -> Iterator[str]:
    """Names to listen under, the best first; each is made ready when it is its turn.

    The runtime folder; the couple's folder; and a folder that is made for it: a socket's path
    may have about a hundred bytes, and longer ones are refused by Qt. Whoever has the couple's
    folder notes in its lock which of them it is.
    """
    if sys.platform == "win32":
        # A pipe lies in no folder: a name that is read in the couple's folder only is not taken.
        yield f"nearer-{secrets.token_hex(12)}"
        return
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    for place in (_in_runtime_folder(name), folder / _BESIDE):
        if place is not None:
            yield str(place)
    with contextlib.suppress(OSError):
        made = Path(tempfile.mkdtemp(prefix="nearer-"))
        yield str(made / "s")
        # Nobody listens there, or does no longer.
        made.rmdir()


def is_ours(place: str) -> bool:
    """Whether only we, or the administrator, can have made this."""
    if sys.platform == "win32":
        return True
    try:
        found = Path(place).lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.geteuid()


def _in_runtime_folder(name: str) -> Path | None:
    if sys.platform == "win32":
        return None
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    ours = runtime / "nearer"
    if not runtime.is_absolute() or not _is_private(runtime):
        return None
    try:
        ours.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return ours / name if _is_private(ours) else None


def _is_private(folder: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.geteuid()
        and not stat.S_IMODE(found.st_mode) & 0o077
    )
