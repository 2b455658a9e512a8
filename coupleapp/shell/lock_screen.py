"""The page that stands in the window while the notebook is locked."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from coupleapp.application.ports import PassphraseNeeded, SheetNeeded
from coupleapp.ui.base.windows import Windows
from coupleapp.ui.lock.unlock_model import UnlockModel


class LockScreen(QObject):
    """``given``: what somebody typed. ``opened``: it is to be opened, and nothing is asked for."""

    given = Signal(object)
    opened = Signal()

    def __init__(self, windows: Windows, frame: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._windows = windows
        self._frame = frame
        self._model = UnlockModel()
        self._page: QObject | None = None
        self._model.given.connect(self.given)
        self._model.opened.connect(self.opened)
        self._model.left.connect(QGuiApplication.quit)

    @property
    def stands(self) -> bool:
        """Whether it is there."""
        return self._page is not None

    def ask(self, needed: PassphraseNeeded | SheetNeeded | None) -> None:
        """Ask for what opens it; None: it was only put out of sight."""
        self._model.ask(needed)
        if self._page is None:
            self._page = self._windows.put_into(self._frame, "UnlockPage", {"model": self._model})

    def refused(self, error: Exception) -> None:
        """Say why what was typed does not open it."""
        self._model.refused(error)

    def working(self) -> None:
        """It is being tried."""
        self._model.working()

    @Slot()
    def drop(self) -> None:
        """Take it away, with what was typed."""
        self._model.drop()
        if self._page is not None:
            self._windows.drop(self._page)
            self._page = None
