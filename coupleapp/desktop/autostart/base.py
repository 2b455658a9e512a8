"""What every way of starting at login promises."""

import contextlib
import hashlib
import logging
import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from coupleapp.desktop.whole_file import replace_whole

logger = logging.getLogger(__name__)


class AutostartState(StrEnum):
    """What the system says, never what we wish."""

    ON = "on"
    OFF = "off"
    REFUSED = "refused"
    """Asked for, but switched off in the system: only there can it be switched on again."""
    IMPOSSIBLE = "impossible"
    """Nothing on this computer could do it."""
    UNKNOWN = "unknown"
    """The system does not tell, or has not answered yet."""


class NotExpressible(Exception):
    """The system's own format cannot hold this command."""


class Autostart(Protocol):
    """One way to be started at login. Nothing here raises for what a computer may do."""

    def state(self) -> AutostartState: ...

    def switch(self, on: bool) -> AutostartState:
        """Ask for it or take it back; what the system says afterwards.

        On does not help against REFUSED. Off takes our own entry away and leaves no trace of it.
        For the GUI thread: a portal is waited for a moment, while what was pressed has to wait.
        """
        ...

    def refresh(self) -> None:
        """Write the entry anew if it is ON and starts something else, as after an update."""
        ...


class WrittenEntry(ABC):
    """The ways that write an entry of their own and can read it back."""

    @abstractmethod
    def state(self) -> AutostartState: ...

    def switch(self, on: bool) -> AutostartState:
        with at_the_border():
            if not on:
                with contextlib.suppress(FileNotFoundError):
                    self._remove()
            elif self.state() is AutostartState.OFF:
                self._write()
            else:
                self.refresh()
        return self.state()

    def refresh(self) -> None:
        with at_the_border():
            if self.state() is AutostartState.ON and not self._starts_us():
                self._write()

    @abstractmethod
    def _starts_us(self) -> bool:
        """Whether the entry that is there starts this very command."""

    @abstractmethod
    def _write(self) -> None: ...

    @abstractmethod
    def _remove(self) -> None:
        """Raises FileNotFoundError if there is nothing to take away."""


def suffix_for(data_dir: Path | None) -> str:
    """Keeps the entries of several data folders apart; empty for the usual folder."""
    if data_dir is None:
        return ""
    return "-" + hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()[:8]


@contextlib.contextmanager
def at_the_border() -> Iterator[None]:
    """Where what the system does not let us do ends, logged without a path."""
    try:
        yield
    except (OSError, NotExpressible) as error:
        logger.info("starting at login could not be changed: %s", type(error).__name__)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file at once or not at all, in a folder that is made if it is not there.

    Raises:
        OSError: It cannot be written; what was there still is.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_whole(path, content)
