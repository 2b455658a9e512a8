"""What becomes of an agreement: chosen together, and done when both have said yes to the same."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.agreements import Agreements
from coupleapp.application.drafts import Drafts
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.agreement import Agreement, Words, words_of
from coupleapp.domain.agreements.life import AgreementLife
from coupleapp.domain.consent import Consent, said_yes
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import TRIAL_DAYS
from coupleapp.ui.agreements import decision_words
from coupleapp.ui.agreements.decision_words import Way
from coupleapp.ui.agreements.words import (
    REFUSALS,
    LengthRow,
    decided_words,
    free_no,
    length_rows,
)
from coupleapp.ui.base import wording
from coupleapp.ui.base.form_drafts import FormDrafts
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WITH_LENGTH = {Way.KEEP, Way.CHANGE, Way.TAKE_UP}


@dataclass(frozen=True, slots=True)
class DecisionProps:
    """The way both look at; ``days`` is 0 for no set day, ``free_no`` empty where none stands."""

    way: Way = Way.NONE
    heading: str = ""
    hint: str = ""
    back_words: str = ""
    has_length: bool = False
    brief: bool = False
    left_name: str = ""
    right_name: str = ""
    days: int = TRIAL_DAYS
    until: str = ""
    when: str = ""
    where: str = ""
    left_will: str = ""
    right_will: str = ""
    left_honours: str = ""
    right_honours: str = ""
    what: str = ""
    free_no: str = ""
    yes_left: bool = False
    yes_right: bool = False
    trouble: str = ""


@QmlElement
class DecisionModel(ViewModel):
    """``gone``: the agreement changed in the meantime; ``left``: there was no other choice."""

    Props = DecisionProps
    refusals = REFUSALS
    Ways = QEnum(qml_enum(Way))

    decided = Signal(str)
    gone = Signal()
    left = Signal()

    def __init__(self, agreements: Agreements, drafts: Drafts) -> None:
        super().__init__()
        self._agreements = agreements
        self._drafts = FormDrafts(drafts, "agreements:change")
        self._life: AgreementLife | None = None
        self._consent: Consent[object] = Consent()
        self._lengths = Rows(LengthRow, self)
        self._lengths.replace(length_rows())

    @Property(QObject, constant=True)
    def lengths(self) -> Rows:
        return self._lengths

    def begin(self, life: AgreementLife, couple: Couple, way: Way = Way.NONE) -> None:
        self._life = life
        self.show(DecisionProps(left_name=couple.left, right_name=couple.right))
        self._show_way(way)

    def drop(self) -> None:
        """What was typed stays for the next time."""
        self._life = None
        self._show_way(Way.NONE)

    def forget(self, agreement_id: str) -> None:
        self._drafts.forget(agreement_id)

    def forget_others(self, agreement_ids: set[str]) -> None:
        """Forget what was typed for every agreement but these."""
        self._drafts.forget_others(agreement_ids)

    @Slot(int)
    def choose(self, way: int | str) -> None:
        """Look at this way; nothing is decided yet."""
        self._show_way(named(Way, way))

    @Slot()
    def goBack(self) -> None:
        """Show the other ways; what was typed is remembered."""
        if self.props.way is Way.TAKE_UP:
            self.left.emit()
        else:
            self._show_way(Way.NONE)

    @Slot(int)
    def chooseDays(self, days: int) -> None:
        """How long the next trial is; 0 for no set day."""
        self._drop_consent()
        self.show(replace(self.props, days=days, until=self._until(days)))

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        """Remember what is typed; a yes to other words does not count for these."""
        if self._life is not None:
            self._drafts.keep(self._life.agreement.id, field, text)
            self._drop_consent()

    @Slot(int)
    def sayYes(self, seat: int | str) -> None:
        life, days = self._life, self.props.days
        ways: dict[Way, Callable[[frozenset[Seat]], r.AgreementCommand]] = {
            Way.KEEP: lambda by: r.Keep(by, days or None),
            Way.END: r.End,
            Way.PARK: r.Park,
            Way.TAKE_UP: lambda by: r.TakeUp(by, days),
        }
        way = ways.get(self.props.way)
        if life is not None and way is not None:
            key = life.agreement.id
            self._agree(seat, days, lambda by: self._agreements.do(key, way(by)))

    @Slot(int, str, str, str, str, str, str, str)
    def sayYesTo(
        self,
        seat: int | str,
        when: str,
        where: str,
        left_will: str,
        right_will: str,
        left_honours: str,
        right_honours: str,
        what: str,
    ) -> None:
        """This partner’s yes to these very words."""
        life, days = self._life, self.props.days
        if life is None or self.props.way is not Way.CHANGE:
            return
        old, names = life.agreement, (self.props.left_name, self.props.right_name)
        words = Words(when, where, left_will, right_will, left_honours, right_honours, what)
        would_be: list[Agreement] = []
        # Before the first yes; else it would be the second who hears what is missing.
        if self.attempt(lambda: would_be.append(self._agreements.check(old, words, days, names))):
            self.show(replace(self.props, free_no=_free_no(would_be[0])))
            self._agree(
                seat,
                (words, days),
                lambda by: self._agreements.reword(old, words, days, by, names),
            )

    def _agree(
        self,
        seat: int | str,
        to: object,
        do: Callable[[frozenset[Seat]], AgreementLife | r.AgreementRefusal],
    ) -> None:
        self._consent = said_yes(self._consent, seat_of(seat), to)
        by, after = self._consent.by, list[AgreementLife | r.AgreementRefusal]()
        self.show(replace(self.props, yes_left=Seat.LEFT in by, yes_right=Seat.RIGHT in by))
        if not self._consent.whole:
            return
        if not self.attempt(lambda: after.append(do(by))):
            self._drop_consent()
        elif isinstance(after[0], r.AgreementRefusal):
            self.gone.emit()
        else:
            self.forget(after[0].agreement.id)
            self.decided.emit(decided_words(after[0].past[-1].how))

    def _show_way(self, way: Way) -> None:
        self._consent, life = Consent(), self._life
        words = {}
        if life is not None and way is Way.CHANGE:
            words = asdict(self._typed(life)) | {"free_no": _free_no(life.agreement)}
        self.show(
            DecisionProps(
                way=way,
                heading=decision_words.heading(way),
                hint=decision_words.hint(way),
                back_words=decision_words.back_words(way),
                has_length=way in _WITH_LENGTH,
                brief=way in {Way.END, Way.PARK},
                left_name=self.props.left_name,
                right_name=self.props.right_name,
                until=self._until(TRIAL_DAYS),
                **words,
            )
        )

    def _typed(self, life: AgreementLife) -> Words:
        """What was begun; else what is agreed."""
        form, there = life.agreement.id, asdict(words_of(life.agreement))
        return Words(**{n: self._drafts.recall(form, n, text) for n, text in there.items()})

    def _until(self, days: int) -> str:
        today = self._agreements.today()
        day = wording.day(today + timedelta(days=days), today) if days else ""
        return decision_words.until_words(day)

    def _drop_consent(self) -> None:
        self._consent = Consent()
        self.show(replace(self.props, yes_left=False, yes_right=False))


def _free_no(agreement: Agreement) -> str:
    return free_no() if agreement.about_touch else ""
