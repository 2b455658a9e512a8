"""The way back to a copy, looked into or taken; and a new key: done while it is closed."""

import sys
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.looking import InHand
from coupleapp.application.ports import Clock, SecretRefused, StoreError
from coupleapp.domain.lock import Passphrase, SheetCode
from coupleapp.shell.copy_look import CopyLook
from coupleapp.shell.lock_screen import LockScreen
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.open_notebook import OpenNotebook
from coupleapp.ui.base.copy_choice import CopyChoice

# The page on which it was asked for is taken down first.
_LATER = Qt.ConnectionType.QueuedConnection


class WayBack(QObject):
    """Everything is done on the worker's thread; only signals leave it."""

    found = Signal(object, object)
    """The copies, each read through just now; what the notebook still holds, or None."""

    locked = Signal(object)
    """Why they cannot be read: a ``SecretNeeded``, and after it perhaps a ``SecretRefused``."""

    again = Signal()
    """It was done, or is as it was: it is to be opened."""

    not_taken = Signal(object)
    """The error; nothing is open, and all is as it was."""

    def __init__(
        self,
        folder: Path,
        notebook: OpenNotebook,
        window: MainWindow,
        lock_screen: LockScreen,
        worker: Executor,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._notebook = notebook
        self._lock_screen = lock_screen
        self._worker = worker
        self._clock = clock
        self._inside = CopyLook(window, folder, lock_screen, worker, clock, self)
        self._inside.taken.connect(self.take, _LATER)

    def follow(self, choice: CopyChoice) -> None:
        """Do what is asked for on this list of copies."""
        choice.taken.connect(self.take, _LATER)
        choice.looked.connect(self._inside.look_at)

    def look(self) -> None:
        """Look for copies."""
        self._worker.submit(self._look, self._lock_screen.openers())

    @Slot(object)
    def take(self, source: Path | InHand) -> None:
        """Let this copy, or this file from anywhere, take the notebook's place."""
        openers = self._lock_screen.openers()

        def work() -> None:
            from coupleapp.store import restore_copy

            restore_copy(self._folder, openers, source, self._clock.now())

        self._notebook.while_closed(work, lambda _: self.again.emit(), self.not_taken.emit)

    @Slot(object)
    def renew(self, passphrase: Passphrase | None) -> None:
        """Give the notebook a new key; the passphrase stays, if there is one."""
        typed = [] if passphrase is None else [passphrase]
        openers = [*self._lock_screen.openers(), *typed]

        def work() -> KnownKey:
            from coupleapp.store import renew_key

            return renew_key(self._folder, openers, self._clock.now())

        self._notebook.while_closed(work, self._renewed, self._not_renewed)

    def _renewed(self, known: KnownKey) -> None:
        self._lock_screen.renewed(known)
        self.again.emit()

    def _not_renewed(self, error: Exception) -> None:
        self._lock_screen.not_renewed(error)
        self.again.emit()

    def _look(self, openers: Sequence[Opener]) -> None:
        from coupleapp.store import found_copies, holding_now

        now = None
        try:
            now = holding_now(self._folder, openers)
            found = found_copies(self._folder, openers)
        except StoreError:
            found = ()
        except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
            sys.excepthook(type(error), error, error.__traceback__)
            found = ()
        self.found.emit(found, now)
        if found and not any(copy.holding is not None for copy in found):
            self._ask(openers)

    def _ask(self, openers: Sequence[Opener]) -> None:
        from coupleapp.store import asked_for_copies

        # What was typed before is let go when it is asked for.
        untyped = [one for one in openers if not isinstance(one, Passphrase | SheetCode)]
        if (needed := asked_for_copies(self._folder, untyped)) is not None:
            self.locked.emit(needed)
        if untyped != list(openers):
            refused = asked_for_copies(self._folder, openers)
            if isinstance(refused, SecretRefused):
                self.locked.emit(refused)
