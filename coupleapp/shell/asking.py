"""Whether the desktop lets a question come now, and how long one stands that nobody answers."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from coupleapp.application.ports import Clock
from coupleapp.desktop.attention import Attention, Hold
from coupleapp.domain.reminders.due import WINDOW
from coupleapp.domain.reminders.kinds import Reminder
from coupleapp.shell.use_cases import Aside

PATIENCE_MS = 30_000
"""How often it is looked whether an unanswered question has been there long enough."""


class Asking(QObject):
    """``looked``: the ``Reminder``, and the ``Hold`` that speaks against it, or None.

    ``over``: answered next morning, it would come in the middle of a day.
    """

    looked = Signal(object, object)
    over = Signal()
    _found = Signal(object, object)

    def __init__(self, attention: Attention, aside: Aside, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._attention = attention
        self._aside = aside
        self._clock = clock
        self.looking = False
        self._began_at: datetime | None = None
        self._patience = QTimer(self, interval=max(250, round(PATIENCE_MS / clock.speed)))
        self._patience.timeout.connect(self._tick)
        self._found.connect(self._say)

    def look(self, reminder: Reminder) -> None:
        """Ask the desktop, unless it is being asked."""
        if not self.looking:
            self.looking = True
            self._aside(lambda: self._ask_the_desktop(reminder))

    def begin(self) -> None:
        """The question is there."""
        self._began_at = self._clock.now()
        self._patience.start()

    def stop(self) -> None:
        """It was answered, or is gone."""
        self._patience.stop()

    def _ask_the_desktop(self, reminder: Reminder) -> None:
        """On another thread: it goes over the desktop's bus, and may take its time."""
        hold: Hold | None = None
        try:
            hold = self._attention.holds()
        finally:
            self._found.emit(reminder, hold)

    @Slot(object, object)
    def _say(self, reminder: Reminder, hold: Hold | None) -> None:
        self.looking = False
        self.looked.emit(reminder, hold)

    @Slot()
    def _tick(self) -> None:
        if self._began_at is not None and abs(self._clock.now() - self._began_at) >= WINDOW:
            self.over.emit()
