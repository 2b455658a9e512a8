"""Locks a notebook with a passphrase when nobody sits before it any more."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

from coupleapp.application.ports import Clock
from coupleapp.desktop.attention import Attention
from coupleapp.desktop.screen_lock import ScreenLock
from coupleapp.reminders.wake_up import JUMP_S
from coupleapp.shell.use_cases import Aside

LOOK_MS = 10_000
"""How late it may lock."""


class AutoLock(QObject):
    """``due``: lock now. Never in the middle of a talk: that is asked of ``busy`` first."""

    due = Signal()
    _looked = Signal(object)

    def __init__(
        self,
        frame: QQuickWindow,
        clock: Clock,
        attention: Attention,
        screen_lock: ScreenLock,
        aside: Aside,
        *,
        minutes: Callable[[], int],
        busy: Callable[[], bool],
        written_in: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """``minutes``: without a press until it locks, 0 is never; ``written_in``: elsewhere."""
        super().__init__(parent)
        self._frame = frame
        self._clock = clock
        self._attention = attention
        self._aside = aside
        self._minutes = minutes
        self._busy = busy
        self._written_in = written_in
        self._touched = clock.monotonic()
        self._beat = self._gap()
        self._looked.connect(self._decide)
        self._timer = QTimer(self, interval=max(250, round(LOOK_MS / clock.speed)))
        self._timer.timeout.connect(self.look)
        self._timer.start()
        screen_lock.locked.connect(self._lock_unless_busy)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def touched(self) -> None:
        """Somebody has pressed something in Nearer."""
        self._touched = self._clock.monotonic()

    @Slot()
    def look(self) -> None:
        """Look whether it is time; the desktop is asked on another thread."""
        slept = abs(self._gap() - self._beat) > JUMP_S
        self._beat = self._gap()
        if slept:
            self._lock_unless_busy()
        elif self._frame.isActive() or self._written_in():
            self._aside(self._ask_the_desktop)
        else:
            self._decide(None)

    def _ask_the_desktop(self) -> None:
        """Reading and listening move the mouse at times, which Nearer itself does not see."""
        try:
            idle_s = self._attention.idle_s()
        except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
            sys.excepthook(type(error), error, error.__traceback__)
            idle_s = None
        self._looked.emit(idle_s)

    @Slot(object)
    def _decide(self, idle_s: float | None) -> None:
        now = self._clock.monotonic()
        if self._busy():
            # The time counts from its end.
            self._touched = now
            return
        if idle_s is not None:
            self._touched = max(self._touched, now - idle_s)
        elif self._written_in():
            # Nobody can tell, and nobody loses what they are writing.
            self._touched = now
        minutes = self._minutes()
        if minutes and now - self._touched >= minutes * 60:
            self.due.emit()

    @Slot()
    def _lock_unless_busy(self) -> None:
        if not self._busy():
            self.due.emit()

    def _gap(self) -> float:
        """Between the wall clock and the one that does not run while the computer sleeps."""
        return self._clock.now().timestamp() - self._clock.monotonic()
