"""The question of the small window. What it is about in words comes only after a press."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.defaults import SNOOZES
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


class Answers(Protocol):
    """Where an answer is kept; each may raise a ``StoreError``."""

    def later(self, reminder: Reminder, minutes: int) -> None: ...

    def let_go(self, reminder: Reminder) -> None: ...


@dataclass(frozen=True, slots=True)
class Question:
    title: str
    words: str
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class AskProps:
    asking: bool = False
    title: str = ""
    words: str = ""
    yes: str = ""
    no: str = ""
    trouble: str = ""


def question(kind: ReminderKind) -> Question:
    """Nothing of what they have written is in it."""
    yes, not_now = translate("AskModel", "Yes"), translate("AskModel", "Not now")
    match kind:
        case ReminderKind.RETURN:
            return Question(
                translate("AskModel", "The time you chose"),
                translate("AskModel", "Go on together? Another time is fine, too."),
                yes,
                not_now,
            )
        case ReminderKind.APPOINTMENT:
            return Question(
                translate("AskModel", "The time you chose"),
                translate("AskModel", "Sit down together? Another time is fine, too."),
                yes,
                not_now,
            )
        case ReminderKind.ACTIVITY:
            return Question(
                translate("AskModel", "A time for you two"),
                translate("AskModel", "You kept it free for something together."),
                translate("AskModel", "Show it"),
                not_now,
            )
        case ReminderKind.RITUAL:
            return Question(
                translate("AskModel", "A time for you two"),
                translate("AskModel", "You both said yes to it."),
                translate("AskModel", "All right"),
                not_now,
            )
        case ReminderKind.APPRECIATION:
            return Question(
                translate("AskModel", "A quiet moment?"),
                translate("AskModel", "One thing you noticed today."),
                yes,
                translate("AskModel", "Not tonight"),
            )
        case ReminderKind.WELCOME:
            return Question(
                translate("AskModel", "Good to see you"),
                translate("AskModel", "Start anywhere. Eight quiet minutes, perhaps?"),
                yes,
                not_now,
            )
        case ReminderKind.REVIEW:
            return Question(
                translate("AskModel", "A look at what you agreed on?"),
                translate("AskModel", "It was a trial. It may stay, change or end."),
                yes,
                not_now,
            )
        case ReminderKind.CHECK_IN:
            return Question(
                translate("AskModel", "A few minutes for the month?"),
                translate("AskModel", "Thanks, what went well, and one wish."),
                translate("AskModel", "Show it"),
                not_now,
            )
        case ReminderKind.PICK:
            return Question(
                translate("AskModel", "Something nice this week?"),
                translate("AskModel", "One small thing to do together."),
                translate("AskModel", "Choose one"),
                not_now,
            )
        case ReminderKind.LOOK_BACK:
            return Question(
                translate("AskModel", "An evening with your notebook?"),
                translate("AskModel", "Read each other three lines that still feel true."),
                translate("AskModel", "Open it"),
                not_now,
            )
        case ReminderKind.THEME:
            return Question(
                translate("AskModel", "A new theme this week"),
                translate("AskModel", "It is there whenever you sit down."),
                translate("AskModel", "Show it"),
                not_now,
            )


LATER, NO = "later", "no"


def short_answers() -> dict[str, str]:
    """What can be answered to a desktop's own notification, by name: as little as its words."""
    return {
        LATER: translate("AskModel", "In half an hour"),
        NO: translate("AskModel", "Not now"),
    }


def outside_words() -> str:
    """What a desktop's own notification says: nothing that anybody else would understand."""
    return translate("AskModel", "A moment for you, whenever it suits.")


@QmlElement
class AskModel(ViewModel):
    """``accepted``: yes to this kind, by its name; ``answered``: anything else, and it is kept."""

    Props = AskProps

    accepted = Signal(str)
    answered = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self.reminder: Reminder | None = None

    def ask(self, reminder: Reminder) -> None:
        self.reminder = reminder
        self.show(AskProps(asking=True, **asdict(question(reminder.kind))))

    def say(self, sentence: str) -> None:
        """The question stays."""
        self.show(replace(self.props, trouble=sentence))

    def drop(self) -> None:
        self.reminder = None
        self.show(replace(self.props, asking=False, trouble=""))

    @Slot()
    def accept(self) -> None:
        if self.reminder is not None:
            self.accepted.emit(self.reminder.kind.value)

    @Slot()
    def close(self) -> None:
        """Its window was closed by its frame, and nothing was said."""
        self.answered.emit()

    @Slot()
    def soon(self) -> None:
        self._later(SNOOZES[0])

    @Slot()
    def later(self) -> None:
        self._later(SNOOZES[1])

    def answer(self, name: str) -> None:
        """One of ``short_answers``; anything else says nothing."""
        if name == LATER:
            self.later()
        elif name == NO:
            self.decline()

    @Slot()
    def decline(self) -> None:
        if self.reminder is not None:
            reminder = self.reminder
            self._answer(lambda: self._answers.let_go(reminder))

    def _later(self, minutes: int) -> None:
        if self.reminder is not None:
            reminder = self.reminder
            self._answer(lambda: self._answers.later(reminder, minutes))

    def _answer(self, keep: Callable[[], None]) -> None:
        if self.attempt(keep):
            self.drop()
            self.answered.emit()
