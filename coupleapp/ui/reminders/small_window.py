"""The small window, made when it is wanted and gone when it is done."""

import math
from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QInputEvent, QScreen
from PySide6.QtQuick import QQuickWindow

from coupleapp.ui.base.focus_keys import FocusKeys
from coupleapp.ui.base.windows import Windows

STILL_MS = 2000
"""How long a window that nobody asked for takes no key, for it was meant for something else."""

MARGIN = 48
"""How far from the edges of the screen it stays, in pixels; its frame has room there."""

_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}


class SmallWindow(QObject):
    def __init__(
        self,
        windows: Windows,
        qml: str,
        models: Mapping[str, QObject],
        page: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """``page``: what it shows now, so that a second press means nothing on what came since."""
        super().__init__(parent)
        self._windows = windows
        self._qml = qml
        self._models = models
        self._page = page
        self._window: QQuickWindow | None = None
        self._place_of: Callable[[QQuickWindow, QRect], QPoint] = _corner
        self._placed: list[QPoint] = []
        self._pressed_ms = -math.inf
        self._pressed_on: object = None
        self._still = QTimer(self, singleShot=True)
        self._still.setInterval(STILL_MS)

    @property
    def open(self) -> bool:
        return self._window is not None

    @property
    def active(self) -> bool:
        """Whether it has the keyboard."""
        return self._window is not None and self._window.isActive()

    def appear(self, *, active: bool, screen: QScreen | None = None) -> None:
        """Show it; only when somebody asked for it does it take the keyboard.

        ``screen``: where it comes, if it is not there yet; else on the one the desktop likes.
        """
        if self._window is None:
            self._window = cast(QQuickWindow, self._windows.make(self._qml, {**self._models}))
            self._window.installEventFilter(self)
            FocusKeys(self._window, self._window)
            self._window.widthChanged.connect(self._keep_its_place)
            self._window.heightChanged.connect(self._keep_its_place)
        self._window.setProperty("_q_showWithoutActivating", not active)
        if active:
            self._still.stop()
        elif not self._window.isVisible():
            self._still.start()
        if not self._window.isVisible():
            self._place_of = _centre if active else _corner
            self._placed.clear()
            if screen is not None:
                self._window.setScreen(screen)
            self._place(self._window)
        self._window.show()
        if active:
            self._window.requestActivate()

    def go(self) -> None:
        window, self._window = self._window, None
        self._still.stop()
        if window is not None:
            window.removeEventFilter(self)
            window.close()
            self._windows.drop(window)

    @Slot()
    def _keep_its_place(self) -> None:
        """A longer page grows away from the edge; who has moved the window has it there."""
        window = self._window
        if window is None:
            return
        # What the desktop says of the position may be older than our last wish.
        if window.position() in self._placed:
            self._place(window)
        else:
            room = window.screen().availableGeometry()
            lowest = room.bottom() - window.height() + 1
            window.setY(max(room.top(), min(window.y(), lowest)))

    def _place(self, window: QQuickWindow) -> None:
        # Wayland lets no program place its windows; there the desktop chooses.
        room = window.screen().availableGeometry()
        wanted = self._place_of(window, room)
        here = QPoint(max(room.left(), wanted.x()), max(room.top(), wanted.y()))
        self._placed.append(here)
        window.setPosition(here)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES:
            return self._presses_again(cast(QInputEvent, event).timestamp())
        return event.type() in _KEYS and self._still.isActive()

    def _presses_again(self, ms: int) -> bool:
        """Whether it is the second of a double click, and meant what was there before."""
        again = ms - self._pressed_ms < QGuiApplication.styleHints().mouseDoubleClickInterval()
        if again and self._pressed_on != self._page():
            return True
        self._pressed_ms, self._pressed_on = ms, self._page()
        return False


def _corner(window: QQuickWindow, room: QRect) -> QPoint:
    """Below, at the side where a line ends: nobody is writing or reading there."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    x = room.left() + MARGIN if mirrored else room.right() - window.width() - MARGIN
    return QPoint(x, room.bottom() - window.height() - MARGIN)


def _centre(window: QQuickWindow, room: QRect) -> QPoint:
    place = QRect(room.topLeft(), window.size())
    place.moveCenter(room.center())
    return place.topLeft()
