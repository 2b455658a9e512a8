"""Looking at an agreement again: each answers in private, then both see one joint sentence."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.agreements import Agreements
from coupleapp.application.ports import Clock
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.life import AgreementLife, Status
from coupleapp.domain.agreements.review import Distance, PrivateAnswer
from coupleapp.domain.couple import Couple, Seat
from coupleapp.ui.agreements.decision_model import DecisionModel
from coupleapp.ui.agreements.decision_words import Way
from coupleapp.ui.agreements.words import (
    AgreementRow,
    agreement_row,
    finding_words,
    glad_words,
    review_hint,
    sealed_words,
    together_hint,
)
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum, rating

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_UNSET = -1
"""What was not chosen, as QML says it."""


class ReviewStage(StrEnum):
    NONE = ""
    LOOK = "look"
    CURTAIN = "curtain"
    ANSWER = "answer"
    BOTH = "both"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class ReviewProps:
    """Nothing of a private answer is ever in it.

    Attributes:
        finding: The one joint sentence; empty until they open it together.
        fits: Whether nothing in that sentence asks for another plan.
        glad: A warm sentence where both kept their dignity; empty otherwise.
    """

    stage: ReviewStage = ReviewStage.NONE
    private: bool = False
    hint: str = ""
    left_name: str = ""
    right_name: str = ""
    topic: str = ""
    may_left: bool = False
    may_right: bool = False
    sealed: str = ""
    asked_seat: Whose = Whose.NOBODY
    asked_name: str = ""
    other_name: str = ""
    finding: str = ""
    fits: bool = True
    glad: str = ""
    trouble: str = ""


@QmlElement
class ReviewModel(ViewModel):
    Props = ReviewProps
    Stages = QEnum(qml_enum(ReviewStage))
    Distances = QEnum(qml_enum(Distance))

    changed = Signal()
    decided = Signal(str)

    def __init__(self, agreements: Agreements, clock: Clock, decision: DecisionModel) -> None:
        super().__init__()
        self._agreements = agreements
        self._clock = clock
        self._decision = decision
        self._couple: Couple | None = None
        self._life: AgreementLife | None = None
        self._rows = Rows(AgreementRow, self)
        decision.gone.connect(self.leave)
        decision.left.connect(self.leave)
        decision.decided.connect(self._finish)

    @Property(QObject, constant=True)
    def agreement(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        """Drop drafts of agreements that do not run any more."""
        self._couple = couple
        self._decision.forget_others({one.agreement.id for one in self._agreements.running()})
        self.leave()

    def forget(self, agreement_id: str) -> None:
        self._decision.forget(agreement_id)

    @Slot()
    def leave(self) -> bool:
        """Leave it as it stands; what is sealed stays sealed."""
        self._life, couple = None, self._couple
        self._decision.drop()
        if couple is not None:
            self.show(ReviewProps(left_name=couple.left, right_name=couple.right))
        return False

    @Slot(str)
    def look(self, agreement_id: str) -> None:
        """Look at this one again, or take it up again where it rests."""
        lives = self._agreements.all()
        life = next((one for one in lives if one.agreement.id == agreement_id), None)
        if life is None or life.status is Status.OVER:
            self.leave()
        elif life.status is Status.PARKED:
            self._show_life(life, ReviewStage.TOGETHER, Way.TAKE_UP)
        else:
            self._show_life(life, ReviewStage.LOOK if life.waits_for else ReviewStage.BOTH)

    # -- one alone

    @Slot(int)
    def answer(self, seat: int | str) -> None:
        """Close the curtain before this partner's answer."""
        couple, life, who = self._couple, self._life, seat_of(seat)
        if couple is not None and life is not None and who in life.waits_for:
            self.show(
                replace(
                    self.props,
                    stage=ReviewStage.CURTAIN,
                    private=True,
                    asked_seat=whose(who),
                    asked_name=couple.name(who),
                    other_name=couple.name(who.other),
                    trouble="",
                )
            )

    @Slot()
    def openCurtain(self) -> None:
        if self.props.stage is ReviewStage.CURTAIN:
            self.show(replace(self.props, stage=ReviewStage.ANSWER))

    @Slot()
    def drawCurtain(self) -> None:
        """Close it again, and forget what was answered so far."""
        if self.props.private and self._life is not None:
            self.look(self._life.agreement.id)

    @Slot(int, int, int, int)
    def seal(self, fits: int, dignity: int, distance: int | str, new_tension: int) -> None:
        """Seal what was chosen; whatever is -1 was not."""
        self._seal(
            PrivateAnswer(
                rating(fits),
                rating(dignity),
                None if distance == _UNSET else named(Distance, distance),
                None if new_tension == _UNSET else bool(new_tension),
            )
        )

    @Slot()
    def ratherNotSay(self) -> None:
        """Seal an answer in which nothing is said."""
        self._seal(PrivateAnswer())

    def _seal(self, answer: PrivateAnswer) -> None:
        """Keep the answer, sealed; from here on it is nowhere but in the file."""
        life = self._life
        if life is None or self.props.stage is not ReviewStage.ANSWER:
            return
        command = r.Answer(Seat(self.props.asked_seat), answer)
        if self.attempt(lambda: self._agreements.do(life.agreement.id, command)):
            self.look(life.agreement.id)
            self.changed.emit()

    # -- both together

    @Slot()
    def lookTogether(self) -> None:
        life, couple = self._life, self._couple
        if (
            life is None
            or couple is None
            or life.finding is None
            or self.props.stage is not ReviewStage.BOTH
        ):
            return
        self._decision.begin(life, couple)
        fits = life.finding.fitted is not False
        self.show(
            replace(
                self.props,
                stage=ReviewStage.TOGETHER,
                finding=finding_words(life.finding),
                hint=together_hint(fits=fits),
                fits=fits,
                glad=glad_words() if life.dignity_kept else "",
            )
        )

    @Slot(str)
    def _finish(self, sentence: str) -> None:
        self.leave()
        self.decided.emit(sentence)
        self.changed.emit()

    def _show_life(self, life: AgreementLife, stage: ReviewStage, way: Way = Way.NONE) -> None:
        couple = self._couple
        if couple is None:
            return
        row = agreement_row(life, couple, self._clock.zone(), self._agreements.today())
        self._life = life
        self._rows.replace([row])
        self._decision.begin(life, couple, way)
        self.show(
            ReviewProps(
                stage=stage,
                hint=review_hint(both=stage is ReviewStage.BOTH),
                left_name=couple.left,
                right_name=couple.right,
                topic=row.topic,
                may_left=Seat.LEFT in life.waits_for,
                may_right=Seat.RIGHT in life.waits_for,
                sealed=sealed_words(life, couple),
            )
        )
