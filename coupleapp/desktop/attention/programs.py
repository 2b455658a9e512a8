"""Asks programs of the desktop, as ``gsettings`` or ``pactl``."""

import os
import shutil
import subprocess

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
            # Numbers as JSON has them.
            env={**os.environ, "LC_ALL": "C"},
            timeout=TIMEOUT_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
