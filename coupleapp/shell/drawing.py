"""Whether this computer can draw our windows, and what follows where it cannot."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt

from coupleapp.desktop.first_window import FirstWindow
from coupleapp.desktop.graphics import Graphics
from coupleapp.desktop.paths import computer_path
from coupleapp.shell.main_window import MainWindow


class Drawing:
    """``failed``: the main window, or one beside it, could not be drawn."""

    def __init__(self, folder: Path) -> None:
        """``folder``: where it is noted why there is no window."""
        self._first = FirstWindow(folder)
        self._graphics = Graphics(computer_path())
        self.failed = False

    def begin(self, *, background: bool) -> None:
        """Before Qt is there; ``background``: no window is wanted now."""
        self._first.listen()
        self._graphics.begin(background=background)

    def follow(self, window: MainWindow, qt: QCoreApplication) -> None:
        """End ``qt`` where a window cannot be drawn."""
        window.drawn.connect(self._first.stop)
        window.drawn.connect(self._graphics.drawn)
        window.undrawable.connect(self._fail)
        # Later: it is said in the middle of drawing.
        window.undrawable.connect(qt.quit, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """No first window is waited for any more."""
        self._first.stop()

    def go_on(self) -> int:
        """Begin again by software, or say that it cannot be; the exit code.

        Everything else is let go of before.
        """
        if not self._graphics.by_software:
            self._graphics.start_again_by_software()
        self._first.stop()
        self._first.say("Nearer could not draw its window. Restarting the computer may help.")
        return 1

    def _fail(self) -> None:
        self.failed = True
