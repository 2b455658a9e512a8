"""Stands before the window: what was just pressed does nothing on what has come since."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from operator import attrgetter

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickWindow

from coupleapp.ui.base.focus_keys import FocusKeys
from coupleapp.ui.base.just_used import JustUsed
from coupleapp.ui.base.strokes import Stroke

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_DO_SOMETHING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}


@dataclass(frozen=True, slots=True)
class PressClock:
    """When a hand moved, in real seconds that never run backwards.

    Attributes:
        struck: When this key was; on a clock of its own.
        now: For the mouse, whose presses do not tell.
    """

    struck: Callable[[Stroke], float] = attrgetter("at")
    now: Callable[[], float] = time.monotonic


@QmlElement
class InputGuard(QObject):
    """Whoever turns a page or a step tells ``appeared``; ``struck``: a key that is meant."""

    struck = Signal(object)

    def __init__(self, frame: QQuickWindow, clock: PressClock, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._clock = clock
        self._just_used = JustUsed()
        self._keys = FocusKeys(frame, self, self._pressed, self._released)
        self._appeared = -inf
        frame.activeChanged.connect(self._just_used.forget)

    @Slot()
    def appeared(self) -> None:
        self._just_used.appeared()
        self._appeared = self._clock.now()
        # A press that is under way was for what stood there: it is let go on nothing.
        grabber = self._frame.mouseGrabberItem()
        if grabber is not None:
            grabber.ungrabMouse()

    @Slot(result=bool)
    def clicksAgain(self) -> bool:
        """Whether this press of the mouse was meant for what stood there before.

        It is the second of a double click, or what came by its own time came under it. What is
        pressed while a page is made is heard right after it.
        """
        again_s = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        appeared = self._appeared
        return appeared <= self._clock.now() < appeared + again_s

    def _pressed(self, stroke: Stroke) -> bool:
        if _does_something(stroke):
            late = self._just_used.pressed(
                stroke.which,
                self._clock.struck(stroke),
                repeats=stroke.repeats,
                types=self._types(stroke),
            )
            if late:
                return True
        self.struck.emit(stroke)
        return False

    def _released(self, stroke: Stroke) -> None:
        if not stroke.repeats:
            self._just_used.released(stroke.which, self._clock.struck(stroke))

    def _types(self, stroke: Stroke) -> bool:
        """Whether it goes into a text; what is pressed with Control does something there, too."""
        writes = stroke.text or stroke.key == Qt.Key.Key_Space
        return bool(writes) and not stroke.shortcut and self._keys.in_text


def _does_something(stroke: Stroke) -> bool:
    return bool(stroke.text) or stroke.key in _DO_SOMETHING
