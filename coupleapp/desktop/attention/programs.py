"""Asks programs of the desktop, as ``gsettings`` or ``pactl``."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

TIMEOUT_S = 1.0


def said_by(program: str, *arguments: str) -> str | None:
    """What a program writes; None when it is missing, fails or hangs."""
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - one of ours by name, with words of ours
            [path, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            env=_outside(os.environ),
            timeout=TIMEOUT_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def _outside(environment: Mapping[str, str]) -> dict[str, str]:
    """As it was before PyInstaller put our libraries first, and with numbers as JSON has them."""
    outside = {**environment, "LC_ALL": "C"}
    before = outside.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        outside["LD_LIBRARY_PATH"] = before
    elif getattr(sys, "frozen", False):
        outside.pop("LD_LIBRARY_PATH", None)
    return outside
