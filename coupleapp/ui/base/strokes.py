"""A press of a key with all that the system tells of it, which QML hears only in part."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from coupleapp.domain.keys import KeyPlace, at_mac_code, at_pc_code

_XKB_MORE = 8
"""X11 and Wayland begin to count here."""

_HELD_BESIDE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key going down or up.

    Attributes:
        key: Qt's number for what it means on the person's layout.
        text: What it types; empty where it types nothing that can be seen.
        place: None for a key that is no place, or was pressed by a program.
        control: Whether Control alone is held, or Command on macOS; Shift may be, too.
        shortcut: Whether it belongs to the desktop: Control, Alt or Meta is held.
        plain: Whether nothing is held beside it, not even Shift.
        repeats: Whether it is held and comes again by itself.
        at: When, in seconds on the keyboard's own clock.
    """

    key: int
    text: str = ""
    place: KeyPlace | None = None
    control: bool = False
    shortcut: bool = False
    plain: bool = True
    repeats: bool = False
    at: float = 0.0

    @property
    def which(self) -> KeyPlace | int:
        """The key itself, as long as it is held."""
        return self.place or self.key


def place_of(scan: int, virtual: int, system: str = sys.platform) -> KeyPlace | None:
    """Where a key is, from Qt's native codes on this system, named as ``sys.platform`` does."""
    if scan == 0:
        return None  # no keyboard has sent it
    if system == "darwin":
        return at_mac_code(virtual)  # there Qt's scan code is the same for all keys
    return at_pc_code(scan if system == "win32" else scan - _XKB_MORE)


def stroke_of(event: QKeyEvent) -> Stroke:
    held, text = event.modifiers(), event.text()
    held &= ~Qt.KeyboardModifier.KeypadModifier
    return Stroke(
        key=event.key(),
        text=text if text.isprintable() and not text.isspace() else "",
        place=place_of(event.nativeScanCode(), event.nativeVirtualKey()),
        control=held & _HELD_BESIDE == Qt.KeyboardModifier.ControlModifier,
        shortcut=bool(held & _HELD_BESIDE),
        plain=held == Qt.KeyboardModifier.NoModifier,
        repeats=event.isAutoRepeat(),
        # WORKAROUND: Qt tells a screen reader of X11 first, and what comes back is a copy without.
        at=event.timestamp() / 1000 or time.monotonic(),
    )


class Strokes(QObject):
    """Hears the keys that come to an item: those it has the keyboard for, and what is left over."""

    def __init__(
        self,
        pressed: Callable[[Stroke], bool],
        released: Callable[[Stroke], None],
        parent: QObject,
    ) -> None:
        """Tell ``pressed`` and ``released``; the item hears no more of what the first takes."""
        super().__init__(parent)
        self._pressed = pressed
        self._released = released

    def listen_to(self, item: QObject) -> None:
        item.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._pressed(stroke_of(event))
            if event.type() is QEvent.Type.KeyRelease:
                self._released(stroke_of(event))
        return False
