"""What may stand on the command line: each kind of word says by itself why it cannot be used."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NoReturn, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coupleapp.console.output import shown

_YEARS = range(1971, 9000)
"""Those that every system's calendar knows, with room for a plan after them."""

_LONGEST_ANSWER = 300
"""Letters of a refusal, which repeats what was typed."""

T = TypeVar("T")


class Parser(argparse.ArgumentParser):
    """Refuses in one line, whatever was typed."""

    def read(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """What was asked for; it ends the program where that cannot be."""
        given = self.parse_args(arguments)
        for name, value in vars(given).items():
            # WORKAROUND: Python 3.11 takes "--now=--" for no value at all.
            if value == []:
                self.error(f"argument --{name.replace('_', '-')}: expected one argument")
        return given

    def error(self, message: str) -> NoReturn:
        """Say it, and end the program."""
        # Where a command is missing its name, argparse has none.
        super().error(shown(message.removeprefix("argument : "), _LONGEST_ANSWER))


def moment(text: str) -> datetime:
    """A date and time, with this computer's zone where none is named."""
    at = _read(datetime.fromisoformat, text, "a date and time like 2026-11-23T21:30")
    if at.year not in _YEARS:
        msg = f"choose a year from {_YEARS.start} to {_YEARS.stop - 1}"
        raise argparse.ArgumentTypeError(msg)
    return at if at.tzinfo else at.astimezone()


def speed(text: str) -> float:
    """How many seconds of the rehearsal one second takes."""
    what = "a number from 0.01 to 1000"
    found = _read(float, text, what)
    if not 0.01 <= found <= 1000:
        raise _refused(text, what)
    return found


def zone(text: str) -> ZoneInfo:
    """A time zone by its name."""
    return _read(ZoneInfo, text, "a time zone like Europe/Berlin")


def word(text: str) -> str:
    """What something is called, in one line."""
    if not text.isprintable() or not text.strip():
        raise _refused(text, "a name")
    return text


def folder(text: str) -> Path:
    """A folder, there or not."""
    if not text.strip():
        msg = "give it a folder, or leave it away"
        raise argparse.ArgumentTypeError(msg)
    return _path(text)


def file(text: str) -> Path:
    """A file, there or not."""
    if not text.strip() or Path(text).name in {"", ".."}:
        msg = "name a file"
        raise argparse.ArgumentTypeError(msg)
    return _path(text)


def _path(text: str) -> Path:
    if any(letter in text for letter in "\n\r\0"):
        msg = "choose a name without line ends"
        raise argparse.ArgumentTypeError(msg)
    return Path(text)


def _read(read: Callable[[str], T], text: str, what: str) -> T:
    try:
        return read(text)
    except (ValueError, OverflowError, OSError, ZoneInfoNotFoundError):
        raise _refused(text, what) from None


def _refused(text: str, what: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f"{shown(repr(text), 60)} is not {what}")
