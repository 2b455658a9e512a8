"""What a command says, and the files it writes. Nothing that is there is replaced."""

import os
import sys
from pathlib import Path


def write_out(output: Path, data: bytes, said: str) -> int:
    """Write a new file that only its owner can read; the exit code. What is there stays."""
    try:
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return sorry(f"{output} is there already. Nothing was changed; choose another name.")
    except OSError:
        return sorry(f"{output} could not be written. Nothing you keep was changed.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        output.unlink(missing_ok=True)
        return sorry(f"{output} could not be written whole, so it was taken away again.")
    sys.stdout.write(f"Written: {output}. {said}\n")
    return 0


def sorry(sentence: str) -> int:
    """Say what is wrong on the console; the exit code."""
    # A windowed program on Windows has no stderr.
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return 1
