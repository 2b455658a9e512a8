"""The quiet moment of the evening: one sentence each, sealed, then shown together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.evening import Evenings
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.evening import Evening
from coupleapp.domain.notebook import TextRefused
from coupleapp.domain.rituals import Reminder, ReminderKind
from coupleapp.ui import wording
from coupleapp.ui.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EveningProps:
    """The snapshot.

    Attributes:
        stage: "return" (a talk that waited), "ask", "curtain", "write", "both" (ready to be shown)
            or "shown".
        asked: Whose sentence it is.
        asked_name: That partner's name.
        other_name: The other one's name.
        stem: A beginning one may use.
        draft: What was typed before.
        left_name: The left partner.
        right_name: The right partner.
        left_words: What the left partner wrote, once shown.
        right_words: What the right partner wrote, once shown.
        trouble: One sentence on what could not be done.
    """

    stage: str = "ask"
    asked: str = ""
    asked_name: str = ""
    other_name: str = ""
    stem: str = ""
    draft: str = ""
    left_name: str = ""
    right_name: str = ""
    left_words: str = ""
    right_words: str = ""
    trouble: str = ""


@QmlElement
class EveningModel(ViewModel):
    """The evening's model.

    Signals:
        closed: The small window may go.
        changed: Something was given or shown.
        comeBackAsked: They would go on with the talk that waits.
    """

    Props = EveningProps

    closed = Signal()
    changed = Signal()
    comeBackAsked = Signal()

    def __init__(self, evenings: Evenings, drafts: Drafts, stems: Sequence[str]) -> None:
        super().__init__()
        self._evenings = evenings
        self._drafts = drafts
        self._stems = list(stems)
        self._couple: Couple | None = None
        self._evening: Evening | None = None
        self._kind = ReminderKind.APPRECIATION

    def open(self, couple: Couple, reminder: Reminder | None) -> None:
        """Begin: with the question when reminded, else at once where the evening stands."""
        self._couple = couple
        self._kind = reminder.kind if reminder else ReminderKind.APPRECIATION
        on = reminder.evening if reminder else self._evenings.today()
        self._evening = self._evenings.evening(on)
        if self._kind is ReminderKind.APPRECIATION:
            self._drafts.forget_all("evening:", but=f"evening:{on.isoformat()}")
        stage = "return" if self._kind is ReminderKind.RETURN else "ask"
        self.show(EveningProps(stage=stage, left_name=couple.left, right_name=couple.right))
        if reminder is None:
            self._next()

    def asks_about_another(self, reminder: Reminder) -> bool:
        """Whether it still asks about something else than this, and nobody has answered."""
        asking = self.props.stage in {"ask", "return"}
        asked = self._reminder()
        same = (asked.kind, asked.evening) == (reminder.kind, reminder.evening)
        return self._evening is not None and asking and not same

    @Slot()
    def yes(self) -> None:
        if self._kind is ReminderKind.RETURN:
            self.closed.emit()
            self.comeBackAsked.emit()
        else:
            self._next()

    @Slot()
    def later(self) -> None:
        if self._tried(lambda: self._evenings.later(self._reminder())):
            self.changed.emit()
            self.closed.emit()

    @Slot()
    def notTonight(self) -> None:
        reminder = self._reminder()
        if self._tried(lambda: self._evenings.not_tonight(reminder.kind, reminder.evening)):
            self.changed.emit()
            self.closed.emit()

    @Slot()
    def openCurtain(self) -> None:
        drafts: list[str] = []
        if self._tried(lambda: drafts.append(self._drafts.recall(self._key()))):
            self.show(replace(self.props, stage="write", draft=drafts[0]))

    @Slot(str)
    def keepDraft(self, text: str) -> None:
        self._drafts.keep(self._key(), text)

    @Slot(str)
    def seal(self, text: str) -> None:
        self._give(text)

    @Slot()
    def sayAloud(self) -> None:
        self._give(None)

    @Slot()
    def reveal(self) -> None:
        if self._evening is None:
            return
        evening = self._evening
        if not self._tried(lambda: self._evenings.reveal(evening)):
            return
        words = {given.seat: given.text for given in evening.given}
        aloud = translate("EveningModel", "says it aloud")
        self.show(
            replace(
                self.props,
                stage="shown",
                left_words=words[Seat.LEFT] or aloud,
                right_words=words[Seat.RIGHT] or aloud,
            )
        )
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Close for now; what was given stays sealed."""
        self.closed.emit()

    def _give(self, text: str | None) -> None:
        if self._evening is None or not self.props.asked:
            return
        on, seat, key = self._evening.evening, Seat(self.props.asked), self._key()
        given: list[Evening] = []
        if self._tried(lambda: given.append(self._evenings.give(on, seat, text))):
            self._drafts.forget(key)
            self._evening = given[0]
            self.changed.emit()
            self._next()

    def _next(self) -> None:
        evening, couple = self._evening, self._couple
        if evening is None or couple is None:
            return
        seat = evening.next_seat
        if seat is None:
            self.show(replace(self.props, stage="both", trouble=""))
            return
        turn = evening.evening.toordinal() + (seat is Seat.RIGHT)
        stem = self._stems[turn % len(self._stems)] if self._stems else ""
        self.show(
            replace(
                self.props,
                stage="curtain",
                asked=seat.value,
                asked_name=couple.name(seat),
                other_name=couple.name(seat.other),
                stem=stem,
                draft="",
                trouble="",
            )
        )

    def _reminder(self) -> Reminder:
        on = self._evening.evening if self._evening else self._evenings.today()
        return Reminder(self._kind, on)

    def _key(self) -> str:
        on = self._evening.evening.isoformat() if self._evening else ""
        return f"evening:{on}:{self.props.asked}"

    def _tried(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except TextRefused as refused:
            self.show(replace(self.props, trouble=wording.text_trouble(refused)))
            return False
        except StoreError as error:
            self.show(replace(self.props, trouble=wording.store_trouble(error)))
            return False
        return True
