"""Pauses for QML: asking, choosing, coming back, and the groundings inside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain import defaults
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session.events import PauseKind
from coupleapp.domain.programme import Grounding
from coupleapp.ui.session_model import SessionModel
from coupleapp.ui.view_model import Rows

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class GroundingRow:
    """One sentence of a grounding, with its real milliseconds."""

    words: str
    ms: int


@QmlElement
class PauseControls(QObject):
    """Everything about a pause."""

    def __init__(
        self, session: SessionModel, groundings: Sequence[Grounding], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._groundings = list(groundings)
        self._steps = Rows(GroundingRow, self)
        session.entered.connect(self._entered)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]
    def groundingTitles(self) -> list[str]:
        return [g.title for g in self._groundings]

    @Property(int, constant=True)
    def groundingCount(self) -> int:
        return len(self._groundings)

    @Property(QObject, constant=True)
    def groundingSteps(self) -> Rows:
        """The sentences of the grounding that was chosen; none when none was."""
        return self._steps

    @Property(int, constant=True)
    def thinkMinutes(self) -> int:
        return defaults.THINK_MINUTES

    @Property(int, constant=True)
    def floodedMinutes(self) -> int:
        return defaults.FLOODED_MINUTES

    @Property(int, constant=True)
    def extendMinutes(self) -> int:
        return round(defaults.EXTEND.total_seconds() / 60)

    @Slot(str, result=int)
    def least(self, kind: str) -> int:
        return defaults.PAUSE_BOUNDS[kind][0]

    @Slot(str, result=int)
    def most(self, kind: str) -> int:
        return defaults.PAUSE_BOUNDS[kind][1]

    @Slot(str)
    def ask(self, seat: str) -> None:
        self._session.do(c.AskPause(Seat(seat)))

    @Slot()
    def takeBack(self) -> None:
        self._session.do(c.TakePauseBack())

    @Slot(str, int)
    def start(self, kind: str, minutes: int) -> None:
        self._session.do(c.StartPause(PauseKind(kind), minutes))

    @Slot()
    def extend(self) -> None:
        self._session.do(c.ExtendPause())

    @Slot(bool)
    def answerReturn(self, ready: bool) -> None:
        self._session.do(c.AnswerReturn(Seat(self._session.props.asked), ready))

    @Slot()
    def oneBreath(self) -> None:
        self._session.do(c.TakeBreath())

    @Slot(int)
    def ground(self, index: int) -> None:
        """Show this grounding; any index out of range shows none."""
        steps = self._groundings[index].steps if 0 <= index < len(self._groundings) else ()
        speed = self._session.clock.speed
        self._steps.replace(
            [GroundingRow(step.text, round(step.seconds * 1000 / speed)) for step in steps]
        )

    @Slot()
    def _entered(self) -> None:
        if self._session.props.stage != "pausing":
            self._steps.replace([])
