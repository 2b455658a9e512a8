"""The keys of a guided session for QML: which are offered, and what a press asks for."""

from collections.abc import Callable

from PySide6.QtCore import Property, QEnum, QObject, Qt, Signal, Slot

from coupleapp.domain.guided_session import Command
from coupleapp.domain.keys import FIGURES, SessionKey
from coupleapp.domain.settings import Settings
from coupleapp.ui.base.key_letters import KeyLetters, key_words
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.strokes import Stroke, Strokes
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.guided_session.held_keys import HeldKeys
from coupleapp.ui.guided_session.keys import (
    Caps,
    KeyAction,
    KeyRow,
    command,
    hold_both_words,
    hold_words,
    in_turns,
    is_offered,
    keys_of,
    keys_of_both,
    meaning,
)


class KeyPresses(ViewModel):
    """What the keys of the keyboard, and of the bar, ask for.

    ``keyed``: a partner's own key, where it stands for nothing of the session itself.
    ``figured``: a figure from 1 on, where one of a few answers may be meant.
    """

    Actions = QEnum(qml_enum(KeyAction))

    keyed = Signal(str)
    figured = Signal(int)
    soundAsked = Signal()
    capsChanged = Signal()
    heldChanged = Signal()
    inTurnsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = {seat: Rows(KeyRow, self) for seat in Whose}
        self._letters = KeyLetters(parent=self)
        self._settings: Callable[[], Settings] = Settings
        self._caps: Caps = dict.fromkeys(SessionKey, "")
        self._hold_words = ""
        self._in_turns = False
        self._strokes = Strokes(self._stroke, self._let_go, self)
        self._held = HeldKeys(self.heldChanged.emit, self)

    def use_keys(self, letters: KeyLetters, settings: Callable[[], Settings]) -> None:
        """From now on the keys are where the couple has chosen, and say what is printed there."""
        self._letters, self._settings = letters, settings
        letters.changed.connect(self.offer_keys)
        self.offer_keys()

    def do(self, command: Command) -> bool:
        """Whether it was done."""
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError

    @Property(str, notify=capsChanged)
    def leftKeycap(self) -> str:
        """What is printed on the left partner's own key; empty where the keys are switched off."""
        return self._caps[SessionKey.OWN_LEFT]

    @Property(str, notify=capsChanged)
    def rightKeycap(self) -> str:
        return self._caps[SessionKey.OWN_RIGHT]

    @Property(str, notify=capsChanged)
    def leftKeyWords(self) -> str:
        """What a screen reader says of the left partner's own key."""
        return key_words(self._caps[SessionKey.OWN_LEFT])

    @Property(str, notify=capsChanged)
    def rightKeyWords(self) -> str:
        return key_words(self._caps[SessionKey.OWN_RIGHT])

    @Property(str, notify=capsChanged)
    def leftHoldWords(self) -> str:
        """How the left partner agrees."""
        return hold_words(self._caps[SessionKey.OWN_LEFT])

    @Property(str, notify=capsChanged)
    def rightHoldWords(self) -> str:
        return hold_words(self._caps[SessionKey.OWN_RIGHT])

    @Property(str, notify=capsChanged)
    def leftHoldBriefly(self) -> str:
        """The same where there is less room."""
        return hold_words(self._caps[SessionKey.OWN_LEFT], briefly=True)

    @Property(str, notify=capsChanged)
    def rightHoldBriefly(self) -> str:
        return hold_words(self._caps[SessionKey.OWN_RIGHT], briefly=True)

    @Property(str, notify=capsChanged)
    def holdWords(self) -> str:
        """How both agree."""
        return self._hold_words

    @Property(bool, notify=heldChanged)
    def leftHeld(self) -> bool:
        """Whether the left partner's own key is down."""
        return self._held.down(Whose.LEFT)

    @Property(bool, notify=heldChanged)
    def rightHeld(self) -> bool:
        return self._held.down(Whose.RIGHT)

    @Property(bool, notify=inTurnsChanged)
    def inTurns(self) -> bool:
        """Whether they take turns: the keys change then, and the bar stays as it is."""
        return self._in_turns

    @Property(QObject, constant=True)
    def leftKeys(self) -> Rows:
        return self._rows[Whose.LEFT]

    @Property(QObject, constant=True)
    def rightKeys(self) -> Rows:
        return self._rows[Whose.RIGHT]

    @Property(QObject, constant=True)
    def keysOfBoth(self) -> Rows:
        """The keys that either may press."""
        return self._rows[Whose.NOBODY]

    @Slot()
    def offer_keys(self) -> None:
        settings = self._settings()
        choices = settings.keys
        caps = {
            key: self._letters.printed(choices.place(key)) if choices.on else ""
            for key in SessionKey
        }
        for seat in (Whose.LEFT, Whose.RIGHT):
            self._rows[seat].update(keys_of(seat, self.props, caps))
        self._rows[Whose.NOBODY].update(keys_of_both(self.props, caps, sound=settings.sound))
        if in_turns(self.props) is not self._in_turns:
            self._in_turns = not self._in_turns
            self.inTurnsChanged.emit()
        hold = hold_both_words(by_keys=choices.on, alone=bool(self.props.alone))
        if (caps, hold) != (self._caps, self._hold_words):
            self._caps, self._hold_words = caps, hold
            self.capsChanged.emit()

    @Slot(int)
    def press(self, seat: int | str) -> None:
        """A partner's own key, or their half of the screen: it moves on what is theirs."""
        self._ask(KeyAction.OWN, named(Whose, seat))

    @Slot(int, int)
    def pressKey(self, action: int | str, seat: int | str) -> None:
        """A key of the bar; what is not offered just now does nothing."""
        self._ask(named(KeyAction, action), named(Whose, seat))

    def cap(self, key: SessionKey | int) -> str:
        """What is printed on this key, or figure; empty where the keys are switched off."""
        if isinstance(key, SessionKey):
            return self._caps[key]
        return str(key) if self._settings().keys.on else ""

    @Slot(QObject)
    def listenTo(self, view: QObject) -> None:
        """The keyboard's keys are those that nothing in this view has a use for."""
        self._strokes.listen_to(view)

    @Slot()
    def letGo(self) -> None:
        """Both own keys are up: a key that is let go in another window is not seen here."""
        self._held.forget()

    def _stroke(self, stroke: Stroke) -> bool:
        """Whether it means anything in a session."""
        if stroke.shortcut or stroke.repeats:
            return False
        if stroke.key == Qt.Key.Key_Escape:
            self._ask(KeyAction.STOP, Whose.NOBODY)
            return True
        place, choices = self._letters.place(stroke), self._settings().keys
        if place is None or not choices.on:
            return False
        if place in FIGURES:
            self.figured.emit(FIGURES.index(place) + 1)
            return True
        key = choices.key_at(place)
        if key is None:
            return False
        action, seat = meaning(key, self.props)
        if action is KeyAction.OWN:
            self._held.press(stroke.which, seat)
            if self.props.can_take_back:
                # It is held for that, and ends nothing.
                return True
        self._ask(action, seat)
        return True

    def _let_go(self, stroke: Stroke) -> None:
        if not stroke.repeats:
            self._held.release(stroke.which)

    def _ask(self, action: KeyAction, seat: Whose) -> None:
        if action is KeyAction.STOP:
            self.stop()
        elif action is KeyAction.SOUND:
            self.soundAsked.emit()
        elif is_offered(action, self.props):
            asked = command(action, seat, self.props)
            if asked is not None:
                self.do(asked)
            elif action is KeyAction.OWN:
                self.keyed.emit(seat)
