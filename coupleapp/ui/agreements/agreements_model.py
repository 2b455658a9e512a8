"""The page of agreements: those that run, those that rest, and how the others fared."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.agreements import Agreements
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.life import AgreementLife, How, Status
from coupleapp.domain.couple import Couple
from coupleapp.ui.agreements.review_model import ReviewModel
from coupleapp.ui.agreements.words import AgreementRow, decided_words, lead_words, rows_of
from coupleapp.ui.base.view_model import Rows, ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class AgreementsProps:
    empty: bool = True
    lead: str = ""
    runs: bool = False
    rests: bool = False
    over: bool = False
    said: str = ""
    trouble: str = ""


@QmlElement
class AgreementsModel(ViewModel):
    Props = AgreementsProps
    reads = (KeptKind.AGREEMENTS,)

    changed = Signal()

    def __init__(self, agreements: Agreements, review: ReviewModel, clock: Clock) -> None:
        super().__init__()
        self._agreements = agreements
        self._review = review
        self._clock = clock
        self._couple: Couple | None = None
        self._there: tuple[AgreementLife, ...] = ()
        self._running = Rows(AgreementRow, self)
        self._parked = Rows(AgreementRow, self)
        self._over = Rows(AgreementRow, self)
        review.changed.connect(self._read_again)
        review.decided.connect(self._say)

    @Property(QObject, constant=True)
    def running(self) -> Rows:
        """Those they are trying; what waits to be looked at again comes first."""
        return self._running

    @Property(QObject, constant=True)
    def parked(self) -> Rows:
        return self._parked

    @Property(QObject, constant=True)
    def past(self) -> Rows:
        """The newest first."""
        return self._over

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self.show(AgreementsProps())
        self._read()

    def look_at_due(self) -> None:
        """Lead to the agreement whose review is due, if there is one."""
        due = self._agreements.due()
        if due and self._couple is not None:
            self._review.look(due[0].agreement.id)

    @Slot(str)
    def leaveAgreement(self, agreement_id: str) -> None:
        """End it at once, for either partner; who it was is not kept."""
        done: list[AgreementLife | r.AgreementRefusal] = []
        if not self.attempt(lambda: done.append(self._agreements.do(agreement_id, r.Leave()))):
            return
        if isinstance(done[0], r.AgreementRefusal):
            # It was pressed twice, and is over or gone already.
            self._read()
        else:
            self._review.forget(agreement_id)
            self._review.leave()
            self._say(decided_words(How.LEFT))
            self._read_again()

    @Slot(str)
    def remove(self, agreement_id: str) -> None:
        """Delete one that is over, with its history, for good."""
        life = next((one for one in self._there if one.agreement.id == agreement_id), None)
        # Not there where it was pressed twice.
        if life is not None and self.attempt(lambda: self._agreements.delete(life)):
            self._review.forget(agreement_id)
            self._read()

    @Slot()
    def _read_again(self) -> None:
        self._read()
        self.changed.emit()

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.show(replace(self.props, said=sentence, trouble=""))

    def _read(self) -> None:
        couple, zone, today = self._couple, self._clock.zone(), self._agreements.today()
        if couple is None:
            return
        self._there = self._agreements.all()
        by_status = {
            status: [life for life in self._there if life.status is status] for status in Status
        }
        running = sorted(by_status[Status.RUNNING], key=lambda life: not life.is_due(today))
        over = sorted(by_status[Status.OVER], key=lambda life: life.touched_at, reverse=True)
        self._running.replace(rows_of(running, couple, zone, today))
        self._parked.replace(rows_of(by_status[Status.PARKED], couple, zone, today))
        self._over.replace(rows_of(over, couple, zone, today))
        self.show(
            replace(
                self.props,
                empty=not self._there,
                lead=lead_words(empty=not self._there),
                runs=bool(running),
                rests=bool(by_status[Status.PARKED]),
                over=bool(over),
            )
        )
