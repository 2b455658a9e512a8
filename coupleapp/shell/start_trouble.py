"""Says what went wrong at the start: a page in the window, one sentence, one thing to do."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from coupleapp.application.ports import ProgrammeMissing, StoreError
from coupleapp.ui.base.trouble_model import TroubleModel, derive_trouble_props
from coupleapp.ui.base.windows import Windows


class StartTrouble(QObject):
    """At most one page of trouble."""

    again = Signal()

    def __init__(self, windows: Windows, frame: QQuickWindow, folder: str, parent: QObject) -> None:
        super().__init__(parent)
        self._windows = windows
        self._frame = frame
        self._folder = folder
        self._model = TroubleModel()
        self._page: QObject | None = None
        self._model.again.connect(self.again)
        self._model.left.connect(QGuiApplication.quit)

    def say(self, error: Exception) -> None:
        """Show it; what is not one of the known troubles is reported, too."""
        self.drop()
        self._model.show(derive_trouble_props(error, self._folder))
        self._page = self._windows.put_into(self._frame, "TroublePage", {"model": self._model})
        if not isinstance(error, StoreError | OSError | ProgrammeMissing):
            sys.excepthook(type(error), error, error.__traceback__)

    def drop(self) -> None:
        """Take the page away."""
        if self._page is not None:
            self._windows.drop(self._page)
            self._page = None
