"""The keys of a talk: on or off, and each where the couple wants it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QCoreApplication, QObject, Qt, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.domain.couple import Couple
from coupleapp.domain.keys import KeyChoices, KeyFault, KeyRefused, SessionKey
from coupleapp.ui.base.key_letters import KeyLetters, key_words
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.strokes import Stroke, Strokes
from coupleapp.ui.base.view_model import Rows, ViewModel, named

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_SIDES = {
    SessionKey.OWN_LEFT: Whose.LEFT,
    SessionKey.PAUSE_LEFT: Whose.LEFT,
    SessionKey.OWN_RIGHT: Whose.RIGHT,
    SessionKey.PAUSE_RIGHT: Whose.RIGHT,
}
"""Whose each key is; the others are for both, or for whoever's turn it is."""


@dataclass(frozen=True, slots=True)
class KeysProps:
    """The keys.

    Attributes:
        on: Whether letters do anything in a talk.
        hint: What to press next.
        moved: Whether a key is not where it was at first.
    """

    on: bool = True
    hint: str = ""
    moved: bool = False
    left: str = ""
    right: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ChosenKeyRow:
    """One key, and where it is.

    Attributes:
        which: Which of them.
        keycap: What is printed there; while the next key is waited for, no letter.
        key_words: The same for a screen reader.
        spoken: ``words`` for a screen reader, or what to press next.
    """

    which: SessionKey
    keycap: str
    key_words: str
    words: str
    spoken: str


@QmlElement
class KeysModel(ViewModel):
    Props = KeysProps

    def __init__(self, couples: Couples, letters: KeyLetters) -> None:
        super().__init__()
        self._couples = couples
        self._letters = letters
        self._asked: SessionKey | None = None
        self._rows = {side: Rows(ChosenKeyRow, self) for side in Whose}
        self._strokes = Strokes(self._take, lambda _: None, self)
        letters.changed.connect(self.refresh)

    @Property(QObject, constant=True)
    def leftKeys(self) -> Rows:
        return self._rows[Whose.LEFT]

    @Property(QObject, constant=True)
    def rightKeys(self) -> Rows:
        return self._rows[Whose.RIGHT]

    @Property(QObject, constant=True)
    def keysOfBoth(self) -> Rows:
        return self._rows[Whose.NOBODY]

    def open(self, couple: Couple) -> None:
        self._ask(None)

    def leave(self) -> bool:
        """The next key is none of ours; nothing private is here."""
        self._ask(None)
        return False

    @Slot(bool)
    def switch(self, on: bool) -> None:
        self._choose(replace(self._choices, on=on))

    @Slot(int)
    def change(self, which: int | str) -> None:
        """The next key that is pressed is where this one goes; asked again, it stays."""
        key = named(SessionKey, which)
        self._ask(None if key is self._asked else key)

    @Slot()
    def leaveAsItIs(self) -> None:
        if self._asked is not None:
            self._ask(None)

    @Slot()
    def putBack(self) -> None:
        self._choose(self._choices.as_they_were())

    @Slot(QObject)
    def listenTo(self, button: QObject) -> None:
        """A key that is pressed on this button may be the one that was asked for."""
        self._strokes.listen_to(button)

    @property
    def _choices(self) -> KeyChoices:
        return self._couples.settings.keys

    def _take(self, stroke: Stroke) -> bool:
        asked = self._asked
        if asked is None or stroke.shortcut or stroke.key in _HELD_BESIDE:
            return False
        if stroke.repeats:
            return True
        if stroke.key == Qt.Key.Key_Escape:
            self._ask(None)
            return True
        try:
            moved = self._choices.moved(asked, self._letters.place(stroke))
        except KeyRefused as refused:
            self.show(replace(self.props, trouble=_refused_words(refused, self.props)))
            return True
        self._choose(moved)
        return True

    def _choose(self, keys: KeyChoices) -> None:
        settings = replace(self._couples.settings, keys=keys)
        if self.attempt(lambda: self._couples.choose(settings)):
            self._ask(None)

    def _ask(self, key: SessionKey | None) -> None:
        self._asked = key
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        couple, keys = self._couples.couple, self._choices
        if couple is None:
            return
        self.show(
            KeysProps(
                on=keys.on,
                hint=_hint(asking=self._asked is not None),
                moved=keys.moved_any,
                left=couple.left,
                right=couple.right,
            )
        )
        for side, rows in self._rows.items():
            rows.update([self._row(key) for key in SessionKey if _side(key) is side])

    def _row(self, key: SessionKey) -> ChosenKeyRow:
        words, cap = key_name(key), self._letters.printed(self._choices.place(key))
        if key is self._asked:
            return ChosenKeyRow(key, "…", "", words, self.props.hint)
        spoken = _with_name(words, key, self.props)
        return ChosenKeyRow(key, cap, key_words(cap), words, spoken)


_HELD_BESIDE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


def _side(key: SessionKey) -> Whose:
    return _SIDES.get(key, Whose.NOBODY)


def _hint(*, asking: bool) -> str:
    if asking:
        return translate("KeysModel", "Press the key you would like. Esc leaves it as it is.")
    return translate("KeysModel", "Press one of these, then the key you would like for it.")


def _with_name(words: str, key: SessionKey, props: KeysProps) -> str:
    names = {Whose.LEFT: props.left, Whose.RIGHT: props.right}
    if key not in _SIDES:
        return words
    return translate("KeysModel", "{name}: {words}").format(name=names[_SIDES[key]], words=words)


def _refused_words(refused: KeyRefused, props: KeysProps) -> str:
    if refused.fault is KeyFault.TAKEN and refused.by is not None:
        sentence = translate("KeysModel", "That key is taken: {words}. Press another one.")
        words = _with_name(key_name(refused.by), refused.by, props)
        return sentence.format(words=words)
    return translate("KeysModel", "That key has its own use already. A letter is best.")


def key_name(key: SessionKey) -> str:
    """What a key is for, outside a talk."""
    match key:
        case SessionKey.OWN_LEFT | SessionKey.OWN_RIGHT:
            return translate("KeysModel", "Agree, done, ready")
        case SessionKey.PAUSE_LEFT | SessionKey.PAUSE_RIGHT:
            return translate("KeysModel", "Pause")
        case SessionKey.GIVE_FLOOR:
            return translate("KeysModel", "That was all")
        case SessionKey.THOUGHTS:
            return translate("KeysModel", "I'd like your thoughts")
        case SessionKey.ANSWER:
            return translate("KeysModel", "I've answered")
        case SessionKey.BREATH:
            return translate("KeysModel", "One breath")
        case SessionKey.LIGHTER:
            return translate("KeysModel", "Lighter")
        case SessionKey.EXTEND:
            return translate("KeysModel", "A longer pause")
        case SessionKey.SOUND:
            return translate("KeysModel", "Sound")
