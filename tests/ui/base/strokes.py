"""Keys as a keyboard sends them, with its own codes: what ``QTest`` leaves out."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from coupleapp.domain.keys import KeyPlace, codes
from coupleapp.ui.base.strokes import Stroke

NOTHING_HELD = Qt.KeyboardModifier.NoModifier


def stroke(place: KeyPlace | None = None, text: str = "", **more) -> Stroke:
    return Stroke(**{"key": 0, "text": text, "place": place, **more})


def event_at(
    place: KeyPlace,
    text: str,
    kind: QEvent.Type = QEvent.Type.KeyPress,
    *,
    held: Qt.KeyboardModifier = NOTHING_HELD,
    repeats: bool = False,
) -> QKeyEvent:
    """As X11 and Wayland send it: the layout's own letter, and where the key is."""
    letter = text.upper()
    code = codes(place).pc + 8
    return QKeyEvent(kind, ord(letter), held, code, ord(text), 0, text, repeats)


def press_at(window, place: KeyPlace, text: str, **more) -> None:
    """Down and up, on a layout that has this letter there."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(window, event_at(place, text, kind, **more))
