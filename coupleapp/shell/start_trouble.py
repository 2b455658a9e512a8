"""Says what went wrong at the start: a page in the window, one sentence, one thing to do."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from coupleapp.application.copies import Copy, Holding
from coupleapp.application.folder import FolderDoubtful, FolderHeld, FolderUnlockable
from coupleapp.application.ports import Clock, KeyMissing, ProgrammeMissing, StoreError
from coupleapp.shell.main_window import MainWindow
from coupleapp.ui.base.copy_choice import CopyChoice
from coupleapp.ui.base.folder_model import FolderModel, FolderTrouble, derive_folder_props
from coupleapp.ui.base.trouble_model import TroubleModel, derive_trouble_props

HELD_MS = 3000
"""How often it is tried again by itself: another Nearer has the folder, or the key is missing."""


class StartTrouble(QObject):
    """At most one page of trouble; ``gone_on``: they know, and open their folder all the same."""

    again = Signal()
    gone_on = Signal()

    def __init__(self, window: MainWindow, folder: str, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._windows = window.windows
        self._frame = window.frame
        self._app = window.app
        self._folder = folder
        self._model = TroubleModel()
        self.choice = CopyChoice(clock, lost=True)
        self._page: QObject | None = None
        self._error: Exception | None = None
        self._model.again.connect(self.again)
        self._model.left.connect(QGuiApplication.quit)
        self._of_folder = FolderModel()
        self._of_folder.again.connect(self.again)
        self._of_folder.goneOn.connect(self.gone_on)
        self._of_folder.left.connect(QGuiApplication.quit)
        self._held = QTimer(self, singleShot=True, interval=HELD_MS)
        self._held.timeout.connect(self.again)

    @property
    def stands(self) -> bool:
        """Whether its page is in the window."""
        return self._page is not None

    def say(self, error: Exception) -> bool:
        """Show it; what is not one of the known troubles is reported, too.

        Whether it is another one than stands there already.
        """
        if isinstance(error, FolderHeld | FolderUnlockable | FolderDoubtful):
            self._say_of_folder(error)
            return True
        props = derive_trouble_props(error, self._folder)
        if isinstance(error, KeyMissing):
            # Whoever types the password of a keyring needs more time than it is given.
            self._held.start()
            if self._page is not None and self._model.props == props:
                return False
        self.drop(trying_on=isinstance(error, KeyMissing))
        self._error = error
        self._model.show(props)
        self.choice.offer_none()
        self._page = self._windows.put_into(
            self._frame,
            "TroublePage",
            {"model": self._model, "choice": self.choice, "app": self._app},
        )
        if not isinstance(error, StoreError | OSError | ProgrammeMissing):
            sys.excepthook(type(error), error, error.__traceback__)
        return True

    def _say_of_folder(self, trouble: FolderTrouble) -> None:
        props = derive_folder_props(trouble, self._folder)
        # Tried again by itself it stays as it is, and nobody is told the same twice.
        if self._page is None or self._of_folder.props != props:
            self.drop()
            self._of_folder.show(props)
            self._page = self._windows.put_into(
                self._frame, "FolderPage", {"model": self._of_folder}
            )
        if isinstance(trouble, FolderHeld):
            self._held.start()

    def offer(self, copies: Sequence[Copy], now: Holding | None) -> None:
        """Show the copies. Where only the key is missing those that need it, too, are no help.

        ``now``: what the notebook holds, where that can still be counted.
        """
        readable = any(copy.holding is not None for copy in copies)
        if readable or not isinstance(self._error, KeyMissing):
            self.choice.offer(copies, now)
        else:
            self.choice.offer_none()

    def drop(self, *, trying_on: bool = False) -> None:
        """Take the page away; ``trying_on``: another takes its place, and waits for the same."""
        if not trying_on:
            self._held.stop()
        self._of_folder.show(FolderModel.Props())
        if self._page is not None:
            self._windows.drop(self._page)
            self._page = None
