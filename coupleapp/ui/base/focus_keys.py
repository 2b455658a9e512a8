"""Hears the keys of a window where its keyboard is, and lets none hang on a Latin layout."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

from coupleapp.domain.keys import KeyPlace, us_print
from coupleapp.ui.base.strokes import Stroke, Strokes, stroke_of

_FIGURES = {KeyPlace(f"Digit{figure}") for figure in range(10)}
_TEXTS = ("QQuickTextInput", "QQuickTextEdit")


class FocusKeys(Strokes):
    """Follows the keyboard from item to item.

    Ctrl+C on a layout without any C is Ctrl+C all the same, under the same finger; and where no
    text is written the figures need no Shift. What is sent on so comes as if typed that way.
    """

    def __init__(
        self,
        window: QQuickWindow,
        parent: QObject,
        pressed: Callable[[Stroke], bool] = lambda _: False,
        released: Callable[[Stroke], None] = lambda _: None,
    ) -> None:
        super().__init__(pressed, released, parent)
        self._window = window
        self._item: QQuickItem | None = None
        window.activeFocusItemChanged.connect(self._follow)
        self._follow()

    @property
    def in_text(self) -> bool:
        """Whether what types something goes into a text."""
        item = self._item
        return item is not None and any(item.inherits(kind) for kind in _TEXTS)

    @Slot()
    def _follow(self) -> None:
        """Only what has the keyboard is watched: through the window comes every frame, too."""
        if self._item is not None and isValid(self._item):
            self._item.removeEventFilter(self)
        self._item = self._window.activeFocusItem()
        if self._item is not None:
            self.listen_to(self._item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = meant_key(stroke_of(event), writes=self.in_text)
            if key != event.key():
                QCoreApplication.sendEvent(self._window, _with_key(event, key))
                # Else it goes to what lies around the item, too.
                event.accept()
                return True
        return super().eventFilter(watched, event)


def meant_key(stroke: Stroke, *, writes: bool) -> int:
    """Qt's number of the key that is meant; ``writes``: it goes into a text."""
    if stroke.place is None:
        return stroke.key
    us = us_print(stroke.place)
    if stroke.control and us.isalpha() and _of_another_script(stroke.key):
        return ord(us)
    if stroke.place in _FIGURES and stroke.plain and not writes and not _is_figure(stroke.key):
        return ord(us)
    return stroke.key


def _is_figure(key: int) -> bool:
    return Qt.Key.Key_0 <= key <= Qt.Key.Key_9


def _of_another_script(key: int) -> bool:
    """Whether it is a letter, and no Latin one; those are meant as they are printed."""
    if not 0x80 <= key <= 0x10FFFF:
        return False
    letter = chr(key)
    latin = unicodedata.name(letter, "").startswith("LATIN")
    return unicodedata.category(letter)[0] in "LM" and not latin


def _with_key(event: QKeyEvent, key: int) -> QKeyEvent:
    meant = QKeyEvent(
        event.type(),
        key,
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
    )
    meant.setTimestamp(event.timestamp())
    return meant
