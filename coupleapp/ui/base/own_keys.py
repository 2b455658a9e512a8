"""Each partner's own key for QML, where both say yes outside a talk."""

from collections.abc import Callable

from PySide6.QtCore import Property, QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement

from coupleapp.domain.keys import SessionKey
from coupleapp.domain.settings import Settings
from coupleapp.ui.base.key_letters import KeyLetters, key_words
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.strokes import Stroke, stroke_of

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WHOSE: dict[SessionKey | None, Whose] = {
    SessionKey.OWN_LEFT: Whose.LEFT,
    SessionKey.OWN_RIGHT: Whose.RIGHT,
}


@QmlElement
class OwnKeys(QObject):
    """``pressed``: in which of the views that listen, and whose key (``Seat.Left``)."""

    changed = Signal()
    pressed = Signal(QObject, int)

    def __init__(self, letters: KeyLetters, settings: Callable[[], Settings]) -> None:
        super().__init__()
        self._letters = letters
        self._settings = settings
        letters.changed.connect(self.changed)

    @Property(str, notify=changed)
    def left(self) -> str:
        """What is printed on the left partner's key; empty where the keys are switched off."""
        return self._printed(SessionKey.OWN_LEFT)

    @Property(str, notify=changed)
    def right(self) -> str:
        return self._printed(SessionKey.OWN_RIGHT)

    @Property(str, notify=changed)
    def leftWords(self) -> str:
        """What a screen reader says of the left partner's key."""
        return key_words(self._printed(SessionKey.OWN_LEFT))

    @Property(str, notify=changed)
    def rightWords(self) -> str:
        return key_words(self._printed(SessionKey.OWN_RIGHT))

    @Slot(QObject)
    def listenTo(self, view: QObject) -> None:
        """Hear the keys that nothing in this view has a use for."""
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._stroke(watched, stroke_of(event))
        return False

    def _printed(self, key: SessionKey) -> str:
        choices = self._settings().keys
        return self._letters.printed(choices.place(key)) if choices.on else ""

    def _stroke(self, view: QObject, stroke: Stroke) -> bool:
        """Whether it was an own key."""
        place, choices = self._letters.place(stroke), self._settings().keys
        if place is None or stroke.shortcut or not choices.on:
            return False
        whose = _WHOSE.get(choices.key_at(place))
        if whose is not None and not stroke.repeats:
            self.pressed.emit(view, list(Whose).index(whose))
        return whose is not None
