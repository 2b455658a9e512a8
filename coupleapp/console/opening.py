"""Opens a notebook from the command line, and asks for what opens it where one is needed."""

import sys
from collections.abc import Callable, Sequence
from getpass import getpass
from typing import TypeVar

from coupleapp.application.lock import Opener
from coupleapp.application.ports import SecretNeeded, SecretRefused, SheetNeeded
from coupleapp.desktop.secrets import OsKeyring
from coupleapp.domain.lock import (
    SHORTEST_PASSPHRASE,
    Passphrase,
    Secret,
    SheetUnreadable,
    read_sheet,
)

TRIES = 3

_NOTHING_TYPED = (EOFError, KeyboardInterrupt, UnicodeDecodeError)
"""They went away, or this terminal writes letters in another way than it says."""

T = TypeVar("T")


def opening(work: Callable[[Sequence[Opener]], T]) -> T:
    """What the work gives, over what opens the notebook here.

    Raises:
        SecretNeeded: Nobody sits at this console to type what it needs.
        SecretRefused: What was typed does not open it.
    """
    keyring = OsKeyring()
    try:
        return work([keyring])
    except SecretNeeded as needed:
        if sys.stdin is None or not sys.stdin.isatty():
            raise
        for left in reversed(range(TRIES)):
            typed = _ask(needed)
            if typed is None:
                raise
            try:
                return work([typed, keyring])
            except SecretRefused:
                if not left:
                    raise
                sys.stderr.write("That does not open it. Please try again.\n")
        raise


def new_passphrase() -> Passphrase | None:
    """One that was typed twice; None where nobody can type, or the two differ."""
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    try:
        first = Passphrase(getpass(f"A passphrase for it, {SHORTEST_PASSPHRASE} letters or more: "))
        again = Passphrase(getpass("Once more: "))
    except _NOTHING_TYPED:
        return None
    return first if first == again and first.long_enough else None


def _ask(needed: SecretNeeded) -> Secret | None:
    only_sheet = isinstance(needed, SheetNeeded)
    prompt = "Your recovery sheet: " if only_sheet else "Your passphrase, or recovery sheet: "
    try:
        typed = getpass(prompt)
    except _NOTHING_TYPED:
        return None
    try:
        return read_sheet(typed)
    except SheetUnreadable:
        return Passphrase(typed) if typed else None
