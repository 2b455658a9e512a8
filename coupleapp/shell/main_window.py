"""The main window and its surroundings: what stands before anything is read from disk."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtQuick import QQuickItem, QQuickWindow

from coupleapp.application.ports import Clock
from coupleapp.desktop.sound import Tones
from coupleapp.shell.appearance import AppearanceController
from coupleapp.shell.closing import ClosingController
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.input_guard import InputGuard, PressClock
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.base.strokes import Stroke
from coupleapp.ui.base.windows import Windows


class MainWindow(QObject):
    """Owns the window, how it looks and sounds, and what closing it does.

    ``drawn``: its first frame is on the screen. ``undrawable``: this, or a window beside it, cannot
    be drawn by this computer's graphics.
    """

    drawn = Signal()
    undrawable = Signal()

    def __init__(
        self,
        resources: Path,
        clock: Clock,
        press_clock: PressClock,
        follow: Callable[[QWindow], None],
        *,
        background: bool,
        parent: QObject,
    ) -> None:
        """``follow`` is told of each window, before it is shown."""
        super().__init__(parent)
        self._follow = follow
        self.windows = Windows(resources, self._listen_to)
        self.app = AppModel(QUrl.fromLocalFile(str(resources)))
        self.tones = Tones(resources / "sounds", self)
        self.appearance = AppearanceController(self.app, self.windows, self.tones, clock, self)
        self.frame: QQuickWindow = self.windows.frame()
        self.guard = InputGuard(self.frame, press_clock, self)
        self.guard.struck.connect(self._lock_where_asked)
        self.guard.struck.connect(self._fill_where_asked)
        icon = resources / "icons" / "nearer.png"
        self.closing = ClosingController(self.frame, icon, background=background, parent=self)
        self._drawn = False
        # frameSwapped comes from the render thread.
        self.frame.frameSwapped.connect(self._first_frame_shown, Qt.ConnectionType.QueuedConnection)

    def _listen_to(self, window: QWindow) -> None:
        self._follow(window)
        if isinstance(window, QQuickWindow):
            # While nobody listens for it, Qt aborts.
            window.sceneGraphError.connect(self._cannot_draw)

    @Slot()
    def _cannot_draw(self) -> None:
        self.undrawable.emit()

    @Slot()
    def _first_frame_shown(self) -> None:
        # The second may be on its way already.
        if not self._drawn:
            self._drawn = True
            self.frame.frameSwapped.disconnect(self._first_frame_shown)
            self.drawn.emit()

    @Slot(object)
    def _lock_where_asked(self, stroke: Stroke) -> None:
        """Out of sight at once, from anywhere: also from a talk, which waits."""
        if stroke.control and stroke.key == Qt.Key.Key_L and not stroke.repeats:
            self.app.lockNow()

    @Slot(object)
    def _fill_where_asked(self, stroke: Stroke) -> None:
        """The whole screen, or no longer."""
        if fills_the_screen(stroke) and not stroke.repeats:
            full = self.frame.visibility() is QWindow.Visibility.FullScreen
            self.frame.showNormal() if full else self.frame.showFullScreen()

    def shows(self, page: PageName) -> bool:
        """Whether this is the page in it."""
        return self.app.props.page is page

    def show_pages(self) -> QQuickItem:
        """Put the shell of all pages into it."""
        return self.windows.put_into(self.frame, "Shell", {"app": self.app, "guard": self.guard})

    def come_forward(self) -> None:
        """Show it, above the others where the desktop allows it."""
        self.frame.show()
        self.frame.requestActivate()

    def take_down(self) -> None:
        """Take everything down in reverse."""
        self.closing.go()
        self.tones.unload()
        self.windows.clear()


def fills_the_screen(stroke: Stroke, system: str = sys.platform) -> bool:
    """F11; on macOS Control, Command and F."""
    if system == "darwin":
        return stroke.shortcut and not stroke.control and stroke.key == Qt.Key.Key_F
    return stroke.plain and stroke.key == Qt.Key.Key_F11
