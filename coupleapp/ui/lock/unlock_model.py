"""The page that stands in the window while the notebook is closed and has to be opened."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.ports import (
    Clock,
    PassphraseNeeded,
    SecretNeeded,
    SecretRefused,
    SheetNeeded,
)
from coupleapp.domain.lock import Passphrase, SheetUnreadable, read_sheet
from coupleapp.ui.base.trouble_model import derive_trouble_props
from coupleapp.ui.base.view_model import ViewModel, qml_enum
from coupleapp.ui.lock import words
from coupleapp.ui.lock.tries import Tries

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_ADVICE_AFTER = 2
"""Wrong ones in a row before it is said what may help. Design."""


class UnlockWay(StrEnum):
    """What opens it here."""

    PRESS = "press"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class UnlockProps:
    """Nothing of the couple.

    Attributes:
        other: What the button says that leads to the other way; empty where there is none.
        again: Whether it can be tried without typing anything, beside the way.
        typed: What can be said of the code while it is typed.
        rests: What is said while nothing is tried.
        busy: Whether it is being tried.
    """

    way: UnlockWay = UnlockWay.PRESS
    words: str = ""
    button: str = ""
    other: str = ""
    again: bool = False
    typed: str = ""
    advice: str = ""
    rests: str = ""
    busy: bool = False
    trouble: str = ""


@QmlElement
class UnlockModel(ViewModel):
    """What was typed is given on, and kept by nobody here."""

    Props = UnlockProps
    Ways = QEnum(qml_enum(UnlockWay))

    given = Signal(object)
    """A ``domain.lock.Secret``, to be tried."""

    opened = Signal()
    """Open it without a word, or look again whether that is possible."""

    left = Signal()
    """They close Nearer."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._asked: SecretNeeded | None = None
        self._tries = Tries(clock, self)
        self._tries.changed.connect(self._rest)

    def ask(self, error: SecretNeeded | None) -> None:
        """Ask for what opens it; None: the couple has closed it, and one press opens it."""
        self._asked = error
        match error:
            case None:
                self._show(UnlockWay.PRESS)
            case SheetNeeded():
                self._show(UnlockWay.SHEET)
            case _:
                self._show(UnlockWay.PASSPHRASE)
        self._tries.tick()

    def working(self) -> None:
        """What was given is being tried."""
        self.show(replace(self.props, busy=True, trouble=""))

    def refused(self, error: Exception) -> None:
        """It was not opened. What was typed stays where it is."""
        if isinstance(error, SecretNeeded):
            self.ask(error)
            return
        if isinstance(error, SecretRefused):
            self._tries.failed()
        self.show(
            replace(self.props, busy=False, trouble=self._trouble(error), advice=self._advice())
        )

    def accepted(self) -> None:
        """It is open: the wrong ones before are forgotten, and what was typed is let go."""
        self._tries.forget()
        self.drop()

    def drop(self) -> None:
        """Let go of what was typed: no field stands there any more."""
        self._asked = None
        self._tries.stop()
        self.show(UnlockProps())

    @Slot()
    def _rest(self) -> None:
        self.show(replace(self.props, rests=self._tries.words))

    @Slot()
    def press(self) -> None:
        """Open it, where nothing has to be typed."""
        if not self.props.busy:
            self.opened.emit()

    @Slot(str)
    def give(self, text: str) -> None:
        """Try what was typed."""
        if self.props.busy or self.props.rests:
            return
        if self.props.way is UnlockWay.PASSPHRASE and text:
            self.given.emit(Passphrase(text))
        elif self.props.way is UnlockWay.SHEET:
            try:
                code = read_sheet(text)
            except SheetUnreadable as unreadable:
                trouble = words.sheet_trouble(unreadable)
                self.show(replace(self.props, typed="", trouble=trouble))
            else:
                self.given.emit(code)

    @Slot(str)
    def look(self, text: str) -> None:
        """The code as far as it is typed."""
        self.show(replace(self.props, typed=words.typed_words(text), trouble=""))

    @Slot()
    def takeOtherWay(self) -> None:
        sheet = self.props.way is UnlockWay.PASSPHRASE
        self._show(UnlockWay.SHEET if sheet else UnlockWay.PASSPHRASE)
        self._tries.tick()

    @Slot()
    def quit(self) -> None:
        self.left.emit()

    def _show(self, way: UnlockWay) -> None:
        lost = isinstance(self._asked, SheetNeeded)
        both = isinstance(self._asked, PassphraseNeeded) and self._asked.sheet
        said, button = translate("UnlockModel", "Your words are safe."), _open_words()
        match way:
            case UnlockWay.PRESS:
                button = translate("UnlockModel", "Open our notebook")
            case UnlockWay.SHEET if lost:
                said = _lost_words(keyring=self._asked is not None and self._asked.keyring)
            case UnlockWay.SHEET:
                said = translate("UnlockModel", "Your recovery sheet opens it.")
            case UnlockWay.PASSPHRASE:
                pass
        self.show(
            UnlockProps(
                way=way,
                words=said,
                button=button,
                other=_other_words(way) if both else "",
                again=lost,
                advice=self._advice() if way is UnlockWay.PASSPHRASE else "",
            )
        )

    def _trouble(self, error: Exception) -> str:
        if self.props.way is UnlockWay.SHEET:
            refused = words.refused_sheet()
        else:
            refused = translate("UnlockModel", "That did not open it. Try once more, slowly.")
        if isinstance(error, SecretRefused):
            return refused
        return derive_trouble_props(error, "").words

    def _advice(self) -> str:
        if self._tries.wrong < _ADVICE_AFTER or not isinstance(self._asked, PassphraseNeeded):
            return ""
        often = translate(
            "UnlockModel", "Often it is a capital letter, a space, or another keyboard."
        )
        if self._asked.sheet:
            rest = translate("UnlockModel", "Your recovery sheet opens it all the same.")
        else:
            rest = translate(
                "UnlockModel", "Without the passphrase nobody can open it, not even us."
            )
        return f"{often} {rest}"


def _lost_words(*, keyring: bool) -> str:
    """``keyring``: whether one may only be late."""
    if keyring:
        return translate(
            "UnlockModel",
            "The key was not found on this computer. If its keyring is locked, unlock it and try "
            "again. Your recovery sheet opens your notebook, too.",
        )
    return translate(
        "UnlockModel",
        "The key was not found on this computer. Your recovery sheet opens your notebook.",
    )


def _open_words() -> str:
    return translate("UnlockModel", "Open")


def _other_words(way: UnlockWay) -> str:
    if way is UnlockWay.SHEET:
        return translate("UnlockModel", "We have our passphrase")
    return translate("UnlockModel", "We have our sheet")
