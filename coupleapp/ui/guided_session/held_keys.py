"""Both partners' own keys, while they are held down."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer

from coupleapp.ui.base.seats import Whose

UP_MS = 120
"""WORKAROUND for X11: a key that repeats is let go and pressed, and does not always say so."""


class HeldKeys(QObject):
    def __init__(self, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._changed = changed
        self._down: set[Whose] = set()
        self._whose: dict[Hashable, Whose] = {}
        self._up = {seat: QTimer(self) for seat in (Whose.LEFT, Whose.RIGHT)}
        for seat, timer in self._up.items():
            timer.setSingleShot(True)
            timer.setInterval(UP_MS)
            timer.timeout.connect(lambda seat=seat: self._set(self._down - {seat}))

    def down(self, seat: Whose) -> bool:
        return seat in self._down

    def press(self, key: Hashable, seat: Whose) -> None:
        self._whose[key] = seat
        self._up[seat].stop()
        self._set(self._down | {seat})

    def release(self, key: Hashable) -> None:
        seat = self._whose.pop(key, None)
        if seat is not None:
            self._up[seat].start()

    def forget(self) -> None:
        self._whose.clear()
        self._set(set())

    def _set(self, down: set[Whose]) -> None:
        if down != self._down:
            self._down = down
            self._changed()
