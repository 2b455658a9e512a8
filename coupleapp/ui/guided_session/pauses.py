"""Pauses for QML: asking, choosing, finding another time, coming back."""

from datetime import date, timedelta

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.local_date import local_date
from coupleapp.domain import defaults
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import named, qml_enum
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.stage import Stage

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_DAYS = 3


@QmlElement
class PauseControls(QObject):
    Kinds = QEnum(qml_enum(PauseKind))

    daysChanged = Signal()

    def __init__(self, session: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked_on = self._today()
        session.entered.connect(self._entered)

    @Property("QStringList", notify=daysChanged)  # type: ignore[arg-type]
    def days(self) -> list[str]:
        first = self._asked_on
        return [wording.day(first + timedelta(days=n), first) for n in range(_DAYS)]

    @Property(str, notify=daysChanged)
    def usualTime(self) -> str:
        """Now, to the half hour before."""
        clock = self._session.clock
        return wording.half_hour(clock.now(), clock.zone())

    @Slot(int, result=int)
    def usualMinutes(self, kind: int | str) -> int:
        thinks = named(PauseKind, kind) is PauseKind.THINK
        return defaults.THINK_MINUTES if thinks else defaults.FLOODED_MINUTES

    @Slot(int, result=list)
    def lengthsOf(self, kind: int | str) -> list[int]:
        """The minutes that fit this kind of pause."""
        low, high = defaults.PAUSE_BOUNDS[named(PauseKind, kind)]
        return [minutes for minutes in defaults.PAUSE_LENGTHS if low <= minutes <= high]

    @Slot(int, int, result=bool)
    def fits(self, kind: int | str, minutes: int) -> bool:
        """Whether this is one of them."""
        return minutes in self.lengthsOf(kind)

    @Slot()
    def takeBack(self) -> None:
        self._session.do(pc.TakePauseBack())

    @Slot(int, int)
    def start(self, kind: int | str, minutes: int) -> None:
        self._session.do(pc.StartPause(named(PauseKind, kind), minutes))

    @Slot(int, str)
    def bookAgain(self, day_index: int, time_text: str) -> None:
        """The same pause, until this time of this day."""
        self.book(self._session.props.pause_kind, day_index, time_text)

    @Slot(int, int, str)
    def book(self, kind: int | str, day_index: int, time_text: str) -> None:
        """Go on at this time of this day, counted from today."""
        at = wording.parse_time(time_text)
        if at is None:
            self._session.set_trouble(
                translate("PauseControls", "That time could not be read. Write it like 20:30.")
            )
            return
        on = self._asked_on + timedelta(days=max(0, day_index))
        when = wording.local_datetime(on, at, self._session.clock.zone())
        self._session.do(pc.BookReturn(named(PauseKind, kind), when))

    @Slot()
    def seen(self) -> None:
        """The other partner says "all right"."""
        self._session.do(pc.SeePause())

    @Slot()
    def comeBack(self) -> None:
        """Both are back at a talk that waited."""
        self._session.do(pc.ComeBack())

    @Slot()
    def waitLonger(self) -> None:
        """Not yet, and not another day either: a little longer."""
        self._session.do(pc.ExtendPause())

    @Slot()
    def letRest(self) -> None:
        """The talk is left where it is."""
        self._session.do(c.ComeAnotherTime())

    @Slot(bool)
    def answerReturn(self, ready: bool) -> None:
        self._session.do(pc.AnswerReturn(Seat(self._session.props.asked), ready))

    @Slot()
    def _entered(self) -> None:
        if self._session.props.stage in {Stage.PAUSE_CHOICE, Stage.BOOKING, Stage.WAITING}:
            self._asked_on = self._today()
            self.daysChanged.emit()

    def _today(self) -> date:
        return local_date(self._session.clock)
