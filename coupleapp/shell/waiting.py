"""The page that stands in the window while something is done to the notebook."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.open_notebook import OpenNotebook

SOON_MS = 400
"""What is done sooner shows nothing: a page that flashes would only startle. Design."""


class Waiting(QObject):
    """``covered``: whether another page stands there already, and says what is done."""

    def __init__(
        self,
        window: MainWindow,
        notebook: OpenNotebook,
        covered: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._windows = window.windows
        self._frame = window.frame
        self._notebook = notebook
        self._covered = covered
        self._page: QObject | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show)
        notebook.turned_busy.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        if not self._notebook.busy:
            # Later: it may be opened at once, and the page stays until that is done.
            QTimer.singleShot(0, self, self._end)
        elif self._page is None and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        if not self._covered():
            self._page = self._windows.put_into(self._frame, "WaitingPage", {})

    @Slot()
    def _end(self) -> None:
        if not self._notebook.busy:
            self.drop()

    def drop(self) -> None:
        """Take the page away: another takes its place."""
        self._soon.stop()
        if self._page is not None:
            self._windows.drop(self._page)
            self._page = None
