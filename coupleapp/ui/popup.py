"""The small window of the evening, made when it is wanted and gone when it is done."""

from typing import cast

from PySide6.QtQuick import QQuickWindow

from coupleapp.ui.evening_model import EveningModel
from coupleapp.ui.window import Stage


class EveningPopup:
    """At most one small window."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._window: QQuickWindow | None = None

    @property
    def open(self) -> bool:
        """Whether it is on the screen."""
        return self._window is not None

    def appear(self, model: EveningModel, *, active: bool) -> None:
        """Show it; only when somebody asked for it does it take the keyboard."""
        if self._window is None:
            self._window = cast(QQuickWindow, self._stage.make("EveningWindow", {"model": model}))
        self._window.setProperty("_q_showWithoutActivating", not active)
        self._window.show()
        if active:
            self._window.requestActivate()

    def go(self) -> None:
        """Take it away."""
        window, self._window = self._window, None
        if window is not None:
            # Closed and not only hidden: the last window that closes ends the app.
            window.close()
            self._stage.drop(window)
