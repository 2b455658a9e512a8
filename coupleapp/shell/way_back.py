"""The way back to a copy, while no notebook is open."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coupleapp.application.lock import Opener
from coupleapp.application.ports import Clock, StoreError


class WayBack(QObject):
    """Looks for copies and takes one, on the worker's thread; only signals leave it."""

    found = Signal(object)
    """The copies, each read through just now."""

    done = Signal(object)
    """One has taken the notebook's place; else the error, and all is as it was."""

    def __init__(
        self,
        folder: Path,
        openers: Callable[[], Sequence[Opener]],
        worker: Executor,
        clock: Clock,
        parent: QObject,
    ) -> None:
        """``openers``: what opens the copies, asked each time."""
        super().__init__(parent)
        self._folder = folder
        self._openers = openers
        self._worker = worker
        self._clock = clock

    def look(self) -> None:
        """Look for them."""
        self._worker.submit(self._look, self._openers())

    def take(self, source: Path, close: Callable[[], None]) -> None:
        """Take this one; whatever is open is closed first."""
        self._worker.submit(self._take, self._openers(), source, close)

    def _look(self, openers: Sequence[Opener]) -> None:
        from coupleapp.store import found_copies

        try:
            found = found_copies(self._folder, openers)
        except StoreError:
            found = ()
        except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
            sys.excepthook(type(error), error, error.__traceback__)
            found = ()
        self.found.emit(found)

    def _take(self, openers: Sequence[Opener], source: Path, close: Callable[[], None]) -> None:
        from coupleapp.store import restore_copy

        try:
            close()
            restore_copy(self._folder, openers, source, self._clock.now())
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            self.done.emit(error)
        else:
            self.done.emit(None)
