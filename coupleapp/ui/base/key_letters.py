"""What is printed on the keys: as the system says, and as the keys themselves teach."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from coupleapp.domain.keys import KeyPlace, us_print
from coupleapp.ui.base.strokes import Stroke

translate = QCoreApplication.translate

_GEORGIAN = range(0x10D0, 0x1100)
"""Written without capitals, though Unicode has some."""


def _nothing() -> Mapping[KeyPlace, str]:
    return {}


class KeyLetters(QObject):
    """What stands at each place; where nobody can tell, what a US keyboard prints there."""

    changed = Signal()

    def __init__(
        self,
        ask: Callable[[], Mapping[KeyPlace, str]] = _nothing,
        parent: QObject | None = None,
    ) -> None:
        """``ask``: what the system says is typed at each place; empty where it does not tell."""
        super().__init__(parent)
        self._ask = ask
        self._told: Mapping[KeyPlace, str] = {}
        self._learned: dict[KeyPlace, str] = {}

    def printed(self, place: KeyPlace) -> str:
        typed = self._learned.get(place) or self._told.get(place)
        return _capital(typed) if typed else us_print(place)

    def place(self, stroke: Stroke) -> KeyPlace | None:
        """Where it was pressed; what a program types is where it is printed."""
        if stroke.place is not None or not stroke.text:
            return stroke.place
        wanted = _capital(stroke.text)
        return next((place for place in KeyPlace if self.printed(place) == wanted), None)

    @Slot()
    def look_again(self) -> None:
        """Ask the system anew. Another layout makes what was learned worth nothing."""
        told = self._ask()
        if told != self._told:
            self._told = told
            self._learned.clear()
            self.changed.emit()

    @Slot(object)
    def learn(self, stroke: Stroke) -> None:
        """What a key typed is what stands there."""
        place, typed = stroke.place, stroke.text
        if place is None or place is KeyPlace.NUMPAD_ADD or not typed or not stroke.plain:
            return
        if self.printed(place) == _capital(typed):
            return
        known = place in self._learned
        self.look_again()
        if self.printed(place) == _capital(typed):
            return
        if known:
            # It was another one: so is the layout.
            self._learned.clear()
        self._learned[place] = typed
        self.changed.emit()


def key_words(cap: str) -> str:
    """What a screen reader says of a key; nothing where it is switched off."""
    return translate("KeyLetters", "Key {cap}").format(cap=cap) if cap else ""


def _capital(typed: str) -> str:
    """As keys are printed; what has no single capital stays as it is."""
    capital = typed.upper()
    if len(capital) != 1 or ord(typed[0]) in _GEORGIAN:
        return typed
    return capital
