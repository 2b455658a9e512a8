"""The page of plans: the next talk, and everything agreed as a calendar file."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock, StoreError
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.ui.base import wording
from coupleapp.ui.base.form_drafts import NEW, FormDrafts, new_form
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.plans import words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

DAYS = 29
"""Today and four weeks to choose from."""
USUAL_DAY = 7
USUAL_TIME = time(20)

SaveCalendar = Callable[[Path, bool], None]
"""Writes the file, with their own words or without."""


@dataclass(frozen=True, slots=True)
class PlansProps:
    """The snapshot.

    Attributes:
        days: Days to choose from, today first.
        form: The appointment that is being written: "new", its id, or "".
        day: The day shown in the form, counted from today.
        time: The time shown there.
        place: What stands there as the place.
        will: What stands there after "I will".
        new_words: The key that opens the form of a new one.
        trouble: One sentence on what could not be done.
        gone: When the one was that was just let go; empty when none was.
        our_words: Whether the calendar file has their own words.
        file_words: One sentence on the calendar file.
    """

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
class PlansModel(ViewModel):
    """The plans' model.

    Signals:
        changed: What comes when is another now.
    """

    Props = PlansProps
    newForm = Property(str, new_form, constant=True)

    changed = Signal()

    def __init__(self, plans: Plans, clock: Clock, drafts: Drafts, save: SaveCalendar) -> None:
        super().__init__()
        self._plans = plans
        self._clock = clock
        self._drafts = FormDrafts(drafts, "plans:talk")
        self._save = save
        self._there: tuple[Appointment, ...] = ()
        self._gone: Appointment | None = None
        self._asked_on = date.min
        self._rows = Rows(words.TalkRow, self)

    @Property(QObject, constant=True)
    def talks(self) -> Rows:
        """The times they have agreed on, the soonest first."""
        return self._rows

    def open(self) -> None:
        """Show everything as it stands; what was begun is open again."""
        self._gone = None
        self._asked_on = self._clock.now().astimezone(self._clock.zone()).date()
        self.show(PlansProps(days=words.days_from(self._asked_on, DAYS)))
        self._read()
        self._drafts.forget_others({one.id for one in self._there})
        if not self._there or self._drafts.is_begun(NEW):
            self.write(NEW)

    @Slot(str)
    def write(self, form: str) -> None:
        """Open the form: of a new one, or of another time and other words for this one."""
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

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        self._drafts.keep(self.props.form, field, text)

    @Slot()
    def leave(self) -> None:
        """Close the form, and leave it as it was."""
        self._drafts.forget(self.props.form)
        self.show(replace(self.props, form="", trouble=""))

    @Slot(int, str, str, str)
    def keep(self, day: int, time_text: str, place: str, will: str) -> None:
        """Agree on what stands in the form."""
        read = wording.parse_time(time_text)
        if read is None:
            self.show(replace(self.props, trouble=words.time_trouble()))
            return
        on = self._asked_on + _days(max(0, day))
        at = wording.local_datetime(on, read, self._clock.zone())
        there = self._find(self.props.form)
        if there is None:
            done = self._tried(lambda: self._plans.make(at, place, will))
        else:
            done = self._tried(lambda: self._plans.move(there, at, place, will))
        if done:
            self.leave()

    @Slot(str)
    def letGo(self, talk_id: str) -> None:
        there = self._find(talk_id)
        if there is not None and self._tried(lambda: self._plans.drop(there)):
            self._gone = there
            self._drafts.forget(talk_id)
            when = wording.day_and_time(there.at, self._clock.zone(), self._asked_on)
            self.show(replace(self.props, gone=when, form=""))

    @Slot()
    def putBack(self) -> None:
        gone = self._gone
        if gone is not None and self._tried(lambda: self._plans.put_back(gone)):
            self._gone = None
            self.show(replace(self.props, gone=""))

    @Slot(bool)
    def chooseWords(self, ours: bool) -> None:
        """Neutral words in the calendar, or their own."""
        self.show(replace(self.props, our_words=ours, file_words=""))

    @Slot(QUrl)
    def saveCalendar(self, url: QUrl) -> None:
        """Write the calendar file there."""
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

    def _find(self, talk_id: str) -> Appointment | None:
        return next((one for one in self._there if one.id == talk_id), None)

    def _tried(self, work: Callable[[], object]) -> bool:
        said = words.tried(work)
        self.show(replace(self.props, trouble=said))
        if not said:
            self._read()
            self.changed.emit()
        return not said


def _days(count: int) -> timedelta:
    return timedelta(days=count)
