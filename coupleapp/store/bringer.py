"""Which computer brought a copy to the second place: the envelope beside it says so.

The same notebook may be on two computers that share a stick: after one has moved, or was taken back
from a copy. What tells them apart lies beside the notebook, neither in it nor in its copies.
"""

import hashlib
import secrets
from dataclasses import asdict
from pathlib import Path

from coupleapp.application.ports import StoreError
from coupleapp.store.doubled import parsed, written
from coupleapp.store.envelope import Envelope
from coupleapp.store.files import write_whole

NUMBER = "nearer.computer"
_BROUGHT_BY = "brought_by"
_SYMBOLS = 32


class Bringer:
    """This folder on this computer.

    Where its number is lost it is another: what it brought before stays, and is never harmed.
    """

    def __init__(self, folder: Path) -> None:
        self._number = folder / NUMBER
        self.computer = b""
        """Of whoever knows it: a whole folder may have been copied to another computer."""

    def mark(self) -> str:
        """What stands in the envelopes that it brings; empty where it has brought none."""
        try:
            number = self._number.read_bytes()
        except FileNotFoundError:
            return ""
        if len(number) != _SYMBOLS:
            return ""
        return hashlib.sha256(b"nearer\n" + number + self.computer).hexdigest()[:16]

    def begin(self) -> str:
        """The same, and never empty."""
        if not self.mark():
            write_whole(self._number, secrets.token_hex(_SYMBOLS // 2).encode("ascii"))
        return self.mark()


def brought_by(data: bytes) -> str:
    """The mark of whoever brought the envelope in these bytes; empty where it has none."""
    try:
        mark = parsed(data, "")[_BROUGHT_BY]
    except (StoreError, KeyError):
        return ""
    return mark if isinstance(mark, str) else ""


def marked(envelope: Envelope, mark: str) -> bytes:
    """An envelope that says who brought it. For whatever opens it, it is any other."""
    return written({**asdict(envelope), _BROUGHT_BY: mark})
