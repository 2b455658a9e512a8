"""How long nothing is tried after wrong ones, as the one at the keyboard sees it."""

import math

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from coupleapp.application.ports import Clock
from coupleapp.domain.lock import wait_s

translate = QCoreApplication.translate

_LOOK_MS = 500


class Tries(QObject):
    """Wrong ones in a row. ``changed``: how long it rests is another number now."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.wrong = 0
        self._free_at = 0.0
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.tick)

    def failed(self) -> None:
        """One more was wrong."""
        self.wrong += 1
        self._free_at = self._clock.monotonic() + wait_s(self.wrong)
        self.tick()

    def forget(self) -> None:
        """One was right."""
        self.wrong, self._free_at = 0, 0.0
        self.tick()

    def stop(self) -> None:
        """Nobody looks: what has to be waited for is waited for all the same."""
        self._look.stop()

    @Slot()
    def tick(self) -> None:
        """Look how long it rests."""
        left = self._left()
        if left and not self._look.isActive():
            self._look.start()
        elif not left:
            self._look.stop()
        self.changed.emit()

    @property
    def words(self) -> str:
        """What is said while nothing is tried."""
        left = self._left()
        if left == 0:
            return ""
        if left == 1:
            return translate(
                "Tries", "You can try again in 1 second. What you typed is still here."
            )
        sentence = translate(
            "Tries", "You can try again in {count} seconds. What you typed is still here."
        )
        return sentence.format(count=left)

    def _left(self) -> int:
        return math.ceil(max(0.0, self._free_at - self._clock.monotonic()))
