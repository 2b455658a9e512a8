"""The keys of a guided session for QML: which are offered, and what a press asks for."""

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot

from coupleapp.domain.guided_session import Command
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.guided_session.keys import (
    CAPS,
    KeyAction,
    KeyRow,
    command,
    is_offered,
    keys_of,
    keys_of_both,
    meaning,
    sound_label,
    sound_words,
)


class KeyPresses(ViewModel):
    """``keyed``: a partner's own key, where it stands for nothing of the session itself."""

    Actions = QEnum(qml_enum(KeyAction))

    keyed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = {seat: Rows(KeyRow, self) for seat in Whose}

    def do(self, command: Command) -> bool:
        """Whether it was done."""
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError

    @Property(str, constant=True)
    def leftKeycap(self) -> str:
        return CAPS[KeyAction.OWN, Whose.LEFT]

    @Property(str, constant=True)
    def rightKeycap(self) -> str:
        return CAPS[KeyAction.OWN, Whose.RIGHT]

    @Property(QObject, constant=True)
    def leftKeys(self) -> Rows:
        return self._keys[Whose.LEFT]

    @Property(QObject, constant=True)
    def rightKeys(self) -> Rows:
        return self._keys[Whose.RIGHT]

    @Property(QObject, constant=True)
    def keysOfBoth(self) -> Rows:
        """The keys that either may press."""
        return self._keys[Whose.NOBODY]

    @Slot(bool, result=str)
    def soundWords(self, on: bool) -> str:
        return sound_words(on=on)

    @Slot(bool, result=str)
    def soundLabel(self, on: bool) -> str:
        """What stands beside the key."""
        return sound_label(on=on)

    def offer_keys(self) -> None:
        for seat, rows in self._keys.items():
            rows.update(keys_of(seat, self.props) if seat else keys_of_both(self.props))

    @Slot(int)
    def press(self, seat: int | str) -> None:
        """A partner's own key, or their half of the screen: it moves on what is theirs."""
        self._ask(KeyAction.OWN, named(Whose, seat))

    @Slot(int, int)
    def pressKey(self, action: int | str, seat: int | str) -> None:
        """A key of the bar; what is not offered just now does nothing."""
        self._ask(named(KeyAction, action), named(Whose, seat))

    @Slot(int, result=bool)
    def typeKey(self, key: int) -> bool:
        """A key of the keyboard, by Qt's number; whether it means anything in a session."""
        meant = meaning(key, self.props)
        # While something can be taken back, one's own key is held for that, and ends nothing.
        holds = self.props.can_take_back and meant is not None and meant[0] is KeyAction.OWN
        if meant is not None and not holds:
            self._ask(*meant)
        return meant is not None

    def _ask(self, action: KeyAction, seat: Whose) -> None:
        if action is KeyAction.STOP:
            self.stop()
        elif is_offered(action, self.props):
            asked = command(action, seat, self.props)
            if asked is not None:
                self.do(asked)
            elif action is KeyAction.OWN:
                self.keyed.emit(seat)
