"""What closing the window does, and the tray icon."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from coupleapp.domain.settings import Closing
from coupleapp.ui.base.tray import Tray

LOOK_MS = 1000


class ClosingController(QObject):
    """Keeps Nearer running behind a closed window only where there is a way back to it."""

    def __init__(self, frame: QQuickWindow, icon: Path, *, background: bool, parent: QObject):
        super().__init__(parent)
        self._frame = frame
        self._background = background
        self._closing: Callable[[], Closing] = lambda: Closing.TRAY
        self._small_is_open: Callable[[], bool] = lambda: False
        self.tray = Tray(icon, self)
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._wait = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._wait.timeout.connect(self._look)
        frame.visibleChanged.connect(self._look)
        self.tray.leaving.connect(QGuiApplication.quit)

    def follow(self, closing: Callable[[], Closing], small_is_open: Callable[[], bool]) -> None:
        """Follow the couple's choice from now on."""
        self._closing = closing
        self._small_is_open = small_is_open
        self.settle()

    def unfollow(self) -> None:
        """No notebook is open, so nobody's choice is known."""
        self.follow(lambda: Closing.TRAY, lambda: False)

    def settle(self) -> None:
        """Show the tray icon, or hide it, as they have chosen."""
        if self._closing() is Closing.QUIT:
            self.tray.hide()
        else:
            self.tray.appear()

    @property
    def stays(self) -> bool:
        """Whether Nearer waits on when the window closes now: asked anew each time."""
        closing = self._closing()
        if closing is Closing.TRAY:
            return self._background or self.tray.here
        return closing is Closing.STAY

    @Slot()
    def _look(self) -> None:
        if self._frame.isVisible():
            self._wait.stop()
        elif self._small_is_open():
            # Somebody may be writing there; we go when it has gone.
            self._wait.start()
        elif not self.stays:
            QGuiApplication.quit()

    def go(self) -> None:
        """Take the tray icon away."""
        self.tray.go()
