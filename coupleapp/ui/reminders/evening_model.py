"""The quiet moment of the evening: one sentence each, sealed, then shown together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.evening import Evenings
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.evening import Evening, Opening
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import ViewModel, qml_enum
from coupleapp.ui.reminders import evening_words
from coupleapp.ui.reminders.evening_words import EveningStage

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EveningProps:
    """The small window.

    Attributes:
        sealed_by: Who has given already, while the other may still; empty otherwise.
        alone: That one, when they may open theirs alone.
        left_words: What the left partner gave, once shown.
    """

    stage: EveningStage = EveningStage.NONE
    heading: str = ""
    hint: str = ""
    close_words: str = ""
    may_left: bool = True
    may_right: bool = True
    sealed_by: str = ""
    alone: Whose = Whose.NOBODY
    asked: Whose = Whose.NOBODY
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
    """``changed``: something was given or shown."""

    Props = EveningProps
    Stages = QEnum(qml_enum(EveningStage))

    closed = Signal()
    changed = Signal()

    def __init__(self, evenings: Evenings, drafts: Drafts, stems: Sequence[str]) -> None:
        super().__init__()
        self._evenings = evenings
        self._drafts = drafts
        self._stems = list(stems)
        self._couple: Couple | None = None
        self._evening: Evening | None = None
        self._overdue: dict[Seat | None, str] = {}
        self._stems_on = 0

    def show(self, props: EveningProps) -> None:
        stage, sealed_by = props.stage, props.sealed_by
        alone = bool(props.alone)
        super().show(
            replace(
                props,
                heading=evening_words.heading(stage, sealed_by, props.asked_name, props.other_name),
                hint=evening_words.hint(stage, sealed_by, props.stem, alone=alone),
                close_words=evening_words.close_words(stage),
            )
        )

    def keep_overdue(self) -> None:
        """Put what waited too long into the notebook; it is shown first when this opens next."""
        entries: list[NotebookEntry] = []
        if self.attempt(lambda: entries.extend(self._evenings.keep_overdue())) and entries:
            self._overdue = {entry.author: entry.text for entry in entries[-len(Seat) :]}
            self.changed.emit()

    @property
    def stale(self) -> bool:
        """Whether it stands open since another evening, and nobody writes in it."""
        other = self._evening is not None and self._evening.evening != self._evenings.today()
        return other and self.props.stage is not EveningStage.WRITE

    def open_tonight(self, couple: Couple) -> bool:
        """Begin where this evening stands; False, with a sentence, where it cannot be read."""
        self.keep_overdue()
        if not self.attempt(self._look):
            return False
        self._couple = couple
        self._stems_on = 0
        self.show(EveningProps(left_name=couple.left, right_name=couple.right))
        if self._overdue:
            words, self._overdue = self._overdue, {}
            self.show(
                replace(
                    self.props,
                    stage=EveningStage.KEPT,
                    left_words=words.get(Seat.LEFT, ""),
                    right_words=words.get(Seat.RIGHT, ""),
                )
            )
        else:
            self._next()
        return True

    def leave(self) -> bool:
        """What is begun waits as a draft, and what was given is sealed."""
        self._evening = None
        self.show(EveningProps())
        return True

    def _look(self) -> None:
        on = self._evenings.today()
        evening = self._evenings.evening(on)
        for key, text in self._drafts.under("evening:").items():
            _, day, seat = key.split(":")
            if day != on.isoformat():
                # What was begun on another evening waits for its author.
                there = self._drafts.recall(f"evening:{on.isoformat()}:{seat}")
                both = "\n".join(filter(None, [text, there]))
                self._drafts.keep(f"evening:{on.isoformat()}:{seat}", both)
                self._drafts.forget(key)
        self._evening = evening

    @Slot()
    def goOn(self) -> None:
        """Turn from what was kept to tonight's page."""
        self.show(replace(self.props, left_words="", right_words=""))
        self._next()

    @Slot(int)
    def write(self, seat: int | str) -> None:
        """With what they began."""
        if self.stale and self._couple is not None:
            self.open_tonight(self._couple)
            return
        couple, evening, who = self._couple, self._evening, seat_of(seat)
        if couple is None or evening is None or who not in evening.open_seats:
            return
        drafts: list[str] = []
        if self.attempt(lambda: drafts.append(self._drafts.recall(_key(evening, who)))):
            self.show(
                replace(
                    self.props,
                    stage=EveningStage.WRITE,
                    asked=whose(who),
                    asked_name=couple.name(who),
                    other_name=couple.name(who.other),
                    stem=self._stem(who),
                    draft=drafts[0],
                    trouble="",
                )
            )

    @Slot()
    def otherBeginning(self) -> None:
        self._stems_on += 1
        self.show(replace(self.props, stem=self._stem(Seat(self.props.asked))))

    @Slot(str)
    def keepDraft(self, text: str) -> None:
        if self._evening is not None and self.props.asked:
            self._drafts.keep(_key(self._evening, Seat(self.props.asked)), text)

    @Slot(str)
    def seal(self, text: str) -> None:
        self._give(text)

    @Slot()
    def sayAloud(self) -> None:
        self._give(None)

    @Slot()
    def reveal(self) -> None:
        """Open what both gave, or what one gave, if that one would."""
        evening = self._evening
        if evening is None:
            return
        consent = Seat(self.props.alone) if self.props.alone else None
        if not self.attempt(lambda: self._evenings.reveal(evening, consent)):
            return
        aloud = translate("EveningModel", "says it aloud")
        words = {given.seat: given.text or aloud for given in evening.given}
        self.show(
            replace(
                self.props,
                stage=EveningStage.SHOWN,
                left_words=words.get(Seat.LEFT, ""),
                right_words=words.get(Seat.RIGHT, ""),
            )
        )
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Close for now; what was given stays sealed."""
        self.closed.emit()

    def _give(self, text: str | None) -> None:
        evening = self._evening
        if evening is None or not self.props.asked:
            return
        seat, given = Seat(self.props.asked), list[Evening]()
        if self.attempt(lambda: given.append(self._evenings.give(evening.evening, seat, text))):
            self._drafts.forget(_key(evening, seat))
            self._evening = given[0]
            self.changed.emit()
            self._next()

    def _next(self) -> None:
        evening, couple = self._evening, self._couple
        if evening is None or couple is None:
            return
        if evening.revealed:
            self.closed.emit()
            return
        alone = self._evenings.opening(evening) is Opening.BY_CONSENT
        giver = evening.given[0].seat if evening.given else None
        self.show(
            replace(
                self.props,
                stage=EveningStage.BOTH if evening.complete else EveningStage.CURTAIN,
                may_left=Seat.LEFT in evening.open_seats,
                may_right=Seat.RIGHT in evening.open_seats,
                sealed_by=couple.name(giver) if giver else "",
                alone=whose(giver if alone else None),
                asked=Whose.NOBODY,
                asked_name="",
                draft="",
                trouble="",
            )
        )

    def _stem(self, seat: Seat) -> str:
        if not self._stems or self._evening is None:
            return ""
        turn = self._evening.evening.toordinal() + (seat is Seat.RIGHT) + 2 * self._stems_on
        return self._stems[turn % len(self._stems)]


def _key(evening: Evening, seat: Seat) -> str:
    return f"evening:{evening.evening.isoformat()}:{seat}"
