"""The page of plans: the next talk, and everything agreed as a calendar file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.local_date import local_date
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock, KeptKind, StoreError
from coupleapp.domain.couple import Couple
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.ui.base import wording
from coupleapp.ui.base.form_drafts import NEW, new_form
from coupleapp.ui.base.view_model import Rows
from coupleapp.ui.plans import words
from coupleapp.ui.plans.plan_form import PlanForm

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

DAYS = 29
"""Today and four weeks to choose from."""
USUAL_DAY = 7
USUAL_TIME = time(20)

SaveCalendar = Callable[[Path, bool], None]
"""Writes the file, with their own words or without."""


@dataclass(frozen=True, slots=True)
class NextTalkProps:
    """``days`` to choose from, today first; ``day``: which of them the form shows, from 0."""

    days: tuple[str, ...] = ()
    form: str = ""
    day: int = 0
    time: str = ""
    place: str = ""
    will: str = ""
    new_words: str = ""
    trouble: str = ""
    gone: str = ""
    our_words: bool = False
    file_words: str = ""


@QmlElement
class NextTalkModel(PlanForm[Appointment]):
    Props = NextTalkProps
    reads = (KeptKind.APPOINTMENTS,)
    newForm = Property(str, new_form, constant=True)

    def __init__(self, plans: Plans, clock: Clock, drafts: Drafts, save: SaveCalendar) -> None:
        super().__init__(drafts, "plans:talk")
        self._plans = plans
        self._clock = clock
        self._save = save
        self._asked_on = date.min
        self._rows = Rows(words.TalkRow, self)

    @Property(QObject, constant=True)
    def talks(self) -> Rows:
        """The soonest first."""
        return self._rows

    def open(self, couple: Couple) -> None:
        """Show everything as it stands; what was begun is open again."""
        self._gone = None
        self._asked_on = local_date(self._clock)
        self.show(NextTalkProps(days=words.days_from(self._asked_on, DAYS)))
        self._read()
        self._drafts.forget_others({one.id for one in self._there})
        if not self._there or self._drafts.is_begun(NEW):
            self.write(NEW)

    @Slot(str)
    def write(self, form: str) -> None:
        there, zone = self._find(form), self._clock.zone()
        place, will = (there.place, there.will) if there else ("", "")
        at = wording.time_of_day(there.at, zone) if there else wording.short_time(USUAL_TIME)
        on = there.at.astimezone(zone).date() if there else self._asked_on + _days(USUAL_DAY)
        self.show(
            replace(
                self.props,
                form=form,
                day=min(max(0, (on - self._asked_on).days), DAYS - 1),
                time=self._drafts.recall(form, "time", at),
                place=self._drafts.recall(form, "place", place),
                will=self._drafts.recall(form, "will", will),
                trouble="",
            )
        )

    @Slot(int, str, str, str)
    def keep(self, day: int, time_text: str, place: str, will: str) -> None:
        read = wording.parse_time(time_text)
        if read is None:
            self.show(replace(self.props, trouble=words.time_trouble()))
            return
        on = self._asked_on + _days(max(0, day))
        at = wording.local_datetime(on, read, self._clock.zone())
        self._keep_form(
            lambda: self._plans.make(at, place, will),
            lambda there: self._plans.move(there, at, place, will),
        )

    @Slot(bool)
    def chooseWords(self, ours: bool) -> None:
        self.show(replace(self.props, our_words=ours, file_words=""))

    @Slot(QUrl)
    def saveCalendar(self, url: QUrl) -> None:
        path = Path(url.toLocalFile())
        path = path if path.suffix else path.with_suffix(".ics")
        try:
            self._save(path, self.props.our_words)
        except OSError:
            said = words.not_written()
        except StoreError as error:
            said = wording.store_trouble(error)
        else:
            said = words.written(path.name)
        self.show(replace(self.props, file_words=said))

    def _read(self) -> None:
        zone = self._clock.zone()
        self._there = self._plans.appointments()
        self._rows.replace([words.talk_row(one, zone, self._asked_on) for one in self._there])
        self.show(replace(self.props, new_words=words.new_talk(first=not self._there)))

    def _let_go(self, there: Appointment) -> None:
        self._plans.drop(there)

    def _put_back(self, gone: Appointment) -> None:
        self._plans.put_back(gone)

    def _words(self, gone: Appointment) -> str:
        return wording.day_and_time(gone.at, self._clock.zone(), self._asked_on)


def _days(count: int) -> timedelta:
    return timedelta(days=count)
