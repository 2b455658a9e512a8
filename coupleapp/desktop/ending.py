"""Hears that the system wants this program to end, so that it can close in order."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class Ending(QObject):
    """``asked``: a signal has asked for the end. Windows sends none; there Qt hears of it."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ears: QSocketNotifier | None = None
        if sys.platform != "win32":
            # Python runs handlers between its own steps, and in Qt's loop there may be none for
            # hours: the number of the signal wakes the loop through a pipe.
            self._read, write = os.pipe()
            os.set_blocking(self._read, False)
            os.set_blocking(write, False)
            signal.set_wakeup_fd(write, warn_on_full_buffer=False)
            for name in _SIGNALS:
                number = getattr(signal, name)
                # What whoever started us has switched off stays so.
                if signal.getsignal(number) is not signal.SIG_IGN:
                    signal.signal(number, _heard)
            self._ears = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
            self._ears.activated.connect(self._hear)

    @Slot()
    def _hear(self) -> None:
        os.read(self._read, 64)
        self.asked.emit()


def _heard(number: int, _frame: FrameType | None) -> None:
    """Instead of dying at once; asked a second time it does."""
    signal.signal(number, signal.SIG_DFL)
