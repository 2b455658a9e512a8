"""What a command says, and the files it writes. Nothing that is there is replaced."""

import os
import sys
import unicodedata
from pathlib import Path

_JOINERS = "\u200c\u200d"
"""Without them a name in Persian, or a family of emojis, is another one."""


def shown(text: str, longest: int | None = None) -> str:
    """It in one line, with a question mark for whatever would do something to a terminal."""
    line = "".join(letter if _is_harmless(letter) else "?" for letter in text)
    return line if longest is None or len(line) <= longest else f"{line[:longest]}…"


def _is_harmless(letter: str) -> bool:
    return letter.isprintable() or letter in _JOINERS or unicodedata.category(letter) == "Zs"


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
    say(f"Written: {output}. {said}")
    return 0


def say(*lines: str) -> None:
    """Say these lines, but no empty one.

    A file or another program gets UTF-8, whatever the system's own is; a terminal what it can
    show, with question marks for the rest.
    """
    out = sys.stdout
    # A windowed program on Windows has none.
    if out is None:
        return
    code = (out.encoding or "utf-8") if out.isatty() else "utf-8"
    text = "".join(shown(line) + "\n" for part in lines if part for line in part.split("\n"))
    try:
        out.flush()
        out.buffer.write(text.replace("\n", os.linesep).encode(code, "replace"))
        out.flush()
    except OSError as error:
        # What is still buffered goes nowhere. Whoever read along has seen enough; a full disk
        # takes nothing, and what the command was for is done all the same.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if not isinstance(error, BrokenPipeError):
            sorry("What Nearer says could not be written there.")


def sorry(sentence: str) -> int:
    """Say what is wrong on the console; the exit code."""
    # A windowed program on Windows has no stderr.
    if sys.stderr is not None:
        sys.stderr.write(shown(sentence) + "\n")
    return 1
