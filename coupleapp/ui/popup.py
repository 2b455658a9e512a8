"""The small window, made when it is wanted and gone when it is done."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from coupleapp.ui.evening_model import EveningModel
from coupleapp.ui.question_model import QuestionModel
from coupleapp.ui.window import Stage

STILL_MS = 2000
"""How long a window that nobody asked for takes no key, for it was meant for something else."""

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}


class SmallWindow(QObject):
    """At most one small window."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._window: QQuickWindow | None = None
        self._still = QTimer(self, singleShot=True)
        self._still.setInterval(STILL_MS)

    @property
    def open(self) -> bool:
        """Whether it is on the screen."""
        return self._window is not None

    def appear(self, question: QuestionModel, evening: EveningModel, *, active: bool) -> None:
        """Show it; only when somebody asked for it does it take the keyboard."""
        if self._window is None:
            models = {"question": question, "evening": evening}
            self._window = cast(QQuickWindow, self._stage.make("SmallWindow", models))
        self._window.setProperty("_q_showWithoutActivating", not active)
        if active:
            self._still.stop()
        elif not self._window.isVisible():
            self._window.installEventFilter(self)
            self._still.start()
        self._window.show()
        if active:
            self._window.requestActivate()

    def go(self) -> None:
        """Take it away."""
        window, self._window = self._window, None
        self._still.stop()
        if window is not None:
            window.removeEventFilter(self)
            window.close()
            self._stage.drop(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - as Qt calls it
        return event.type() in _KEYS and self._still.isActive()
