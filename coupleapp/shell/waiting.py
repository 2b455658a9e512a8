"""While something is done to the notebook: the page that says so, and Ctrl+L."""

from PySide6.QtCore import QObject, QTimer, Slot

from coupleapp.shell.lock_screen import LockScreen
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.open_notebook import OpenNotebook
from coupleapp.shell.start_trouble import StartTrouble

SOON_MS = 1500
"""What is done sooner shows nothing: a page that flashes at every start would startle. Design."""


class Waiting(QObject):
    """At most one page; where the lock's or the trouble's stands already, none."""

    def __init__(
        self,
        window: MainWindow,
        notebook: OpenNotebook,
        lock_screen: LockScreen,
        trouble: StartTrouble,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._windows = window.windows
        self._frame = window.frame
        self._app = window.app
        self._notebook = notebook
        self._lock_screen = lock_screen
        self._trouble = trouble
        self._page: QObject | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show)
        notebook.turned_busy.connect(self._follow)
        self._app.lockAsked.connect(self.hide)

    @Slot()
    def hide(self) -> None:
        """Put it out of sight, where nothing is built over it that would hear it."""
        if self._notebook.composition is None and self._notebook.busy:
            self._lock_screen.hide()
            self.drop()

    @Slot()
    def hide_by_itself(self) -> None:
        """The same where nobody has asked for it: without a passphrase it would be in their way."""
        if self._app.has_passphrase:
            self.hide()

    def drop(self) -> None:
        """Take the page away: another takes its place."""
        self._soon.stop()
        if self._page is not None:
            self._windows.drop(self._page)
            self._page = None

    @Slot()
    def _follow(self) -> None:
        if not self._notebook.busy:
            # Later: it may be opened at once, and the page stays until that is done.
            QTimer.singleShot(0, self, self._end)
        elif self._page is None and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _end(self) -> None:
        if not self._notebook.busy:
            self.drop()

    @Slot()
    def _show(self) -> None:
        if not (self._lock_screen.stands or self._trouble.stands):
            self._page = self._windows.put_into(self._frame, "WaitingPage", {})
