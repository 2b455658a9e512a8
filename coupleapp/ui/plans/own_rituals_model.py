"""The couple's own rituals on the page of plans: proposed by one, theirs when both said yes."""

from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.plans import Plans
from coupleapp.application.ports import KeptKind
from coupleapp.domain.couple import Couple
from coupleapp.domain.plans.rituals import WEEK, OwnRitual
from coupleapp.ui.base import wording
from coupleapp.ui.base.form_drafts import NEW, new_form
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.plans import words
from coupleapp.ui.plans.plan_form import PlanForm

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

USUAL_TIME = time(20)
NO_DAYS = "-"
"""What is remembered of a form in which every day was taken out."""


@dataclass(frozen=True, slots=True)
class OwnRitualsProps:
    """``days`` are the weekdays chosen, "0" for Monday; ``weekdays`` their names, Monday first."""

    left_name: str = ""
    right_name: str = ""
    weekdays: tuple[str, ...] = ()
    form: str = ""
    name: str = ""
    meaning: str = ""
    time: str = ""
    days: tuple[str, ...] = ()
    new_words: str = ""
    trouble: str = ""
    gone: str = ""


@QmlElement
class OwnRitualsModel(PlanForm[OwnRitual]):
    Props = OwnRitualsProps
    reads = (KeptKind.RITUALS,)
    newForm = Property(str, new_form, constant=True)

    def __init__(self, plans: Plans, drafts: Drafts) -> None:
        super().__init__(drafts, "plans:ritual")
        self._plans = plans
        self._couple: Couple | None = None
        self._rows = Rows(words.RitualRow, self)

    @Property(QObject, constant=True)
    def rituals(self) -> Rows:
        """By their time of day."""
        return self._rows

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self._gone = None
        self.show(
            OwnRitualsProps(
                left_name=couple.left,
                right_name=couple.right,
                weekdays=tuple(words.weekday(day) for day in sorted(WEEK)),
            )
        )
        self._read()
        self._drafts.forget_others({one.id for one in self._there})
        if self._drafts.is_begun(NEW):
            self.write(NEW)

    @Slot(str)
    def write(self, form: str) -> None:
        there = self._find(form)
        name, meaning = (there.name, there.meaning) if there else ("", "")
        days = ",".join(map(str, sorted(there.days))) if there else NO_DAYS
        at = wording.short_time(there.at if there else USUAL_TIME)
        self.show(
            replace(
                self.props,
                form=form,
                name=self._drafts.recall(form, "name", name),
                meaning=self._drafts.recall(form, "meaning", meaning),
                time=self._drafts.recall(form, "time", at),
                days=tuple(filter(str.isdigit, self._drafts.recall(form, "days", days))),
                trouble="",
            )
        )

    @Slot(int)
    def toggleDay(self, day: int) -> None:
        days = tuple(sorted({*self.props.days} ^ {str(day)}))
        self.keepDraft("days", ",".join(days) or NO_DAYS)
        self.show(replace(self.props, days=days))

    @Slot(str, str, str)
    def keep(self, name: str, meaning: str, time_text: str) -> None:
        read = wording.parse_time(time_text)
        if read is None:
            self.show(replace(self.props, trouble=words.time_trouble()))
            return
        at, days = time(read.hour(), read.minute()), frozenset(map(int, self.props.days))
        self._keep_form(
            lambda: self._plans.propose(name, meaning, days, at),
            lambda there: self._plans.change(there, name, meaning, days, at),
        )

    @Slot(str, int)
    def sayYes(self, ritual_id: str, seat: int | str) -> None:
        there = self._find(ritual_id)
        if there is not None and self.attempt(lambda: self._plans.confirm(there, seat_of(seat))):
            self._tell()

    def _read(self) -> None:
        self._there, couple = self._plans.rituals(), self._couple
        if couple is not None:
            self._rows.replace([words.ritual_row(one, couple) for one in self._there])
            self.show(replace(self.props, new_words=words.new_ritual(first=not self._there)))

    def _let_go(self, there: OwnRitual) -> None:
        self._plans.let_go(there)

    def _put_back(self, gone: OwnRitual) -> None:
        self._plans.take_up_again(gone)

    def _words(self, gone: OwnRitual) -> str:
        return gone.name
