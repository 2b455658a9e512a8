"""The closing round, for QML: both look back aloud on one card, and either may write a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.notebook import Notebook
from coupleapp.application.session_drafts import draft_key
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import GuidedSession
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session.steps import ClosingRound
from coupleapp.domain.programme.programme import SmallWin
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.guided_session.keeping import keep
from coupleapp.ui.guided_session.kept_rows import KeptRow, kept_rows
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.small_wins import offered
from coupleapp.ui.guided_session.stage import Stage

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AskRow:
    """One thing the round asks; ``short`` is what a button says of it."""

    ask: str
    words: str
    short: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ClosingRoundProps:
    """What the round shows.

    Attributes:
        writer: Who writes a line now; nobody's while both talk.
        heading: What is asked of the writer.
        draft: What was typed on it before.
    """

    writer: Whose = Whose.NOBODY
    left_can_write: bool = False
    right_can_write: bool = False
    heading: str = ""
    draft: str = ""
    small_wins: tuple[str, ...] = ()


@QmlElement
class ClosingRoundModel(ViewModel):
    Props = ClosingRoundProps

    def __init__(
        self,
        session: SessionModel,
        drafts: Drafts,
        small_wins: Sequence[SmallWin],
        notebook: Notebook,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._drafts = drafts
        self._small_wins = list(small_wins)
        self._notebook = notebook
        self._writer: Seat | None = None
        self._ask: StepKind | None = None
        self._asks = Rows(AskRow, self)
        self._kept = Rows(KeptRow, self)
        session.entered.connect(self.back)

    @Property(QObject, constant=True)
    def asks(self) -> Rows:
        """What both answer aloud; while one writes, what they have not written on yet."""
        return self._asks

    @Property(QObject, constant=True)
    def kept(self) -> Rows:
        """Lines that were written so far, whoever wrote them."""
        return self._kept

    @Slot(int)
    def write(self, seat: int | str) -> None:
        """This partner would like to write a line: on the first question they have none on."""
        state, writer = self._state(), seat_of(seat)
        left = _open_to(state, writer) if state else ()
        self._writer, self._ask = (writer, left[0]) if left else (None, None)
        self._look()

    @Slot(str)
    def turnTo(self, ask: str) -> None:
        self._ask = StepKind(ask)
        self._look()

    @Slot(str)
    def keepDraft(self, text: str) -> None:
        if self._writer is not None:
            self._drafts.keep(self._key(), text)

    @Slot(str)
    def keep(self, text: str) -> None:
        """Keep this line; then both again, where it stands."""
        leader, writer, ask = self._session.leader, self._writer, self._ask
        if leader is None or writer is None or ask is None:
            return
        key = self._key()
        if keep(self._session, lambda: leader.keep_in_round(writer, ask, text)):
            self._drafts.forget(key)
            self.back()
            self._session.announce.emit(translate("ClosingRound", "The line is kept."))

    @Slot()
    def back(self) -> None:
        """Both again; what was begun stays."""
        self._writer = self._ask = None
        self._look()

    @Slot()
    def goOn(self) -> None:
        self._session.do(c.GoOn())

    def _state(self) -> GuidedSession | None:
        here = self._session.props.stage is Stage.CLOSING_ROUND
        leader = self._session.leader
        return leader.state if here and leader is not None else None

    def _look(self) -> None:
        state, couple, leader = self._state(), self._session.couple, self._session.leader
        if state is None or couple is None or leader is None:
            self._asks.replace([])
            self._kept.replace([])
            self.show(ClosingRoundProps())
            return
        asks = _open_to(state, self._writer) if self._writer else state.round_asks
        self._asks.update([_row(ask, chosen=ask is self._ask) for ask in asks])
        self._kept.replace(kept_rows(self._notebook, leader.id))
        self.show(
            ClosingRoundProps(
                writer=whose(self._writer),
                left_can_write=bool(_open_to(state, Seat.LEFT)),
                right_can_write=bool(_open_to(state, Seat.RIGHT)),
                heading=_heading(self._ask, self._writer, couple),
                draft=self._drafts.recall(self._key()) if self._writer else "",
                small_wins=self._offered(state, leader.id),
            )
        )

    def _offered(self, state: GuidedSession, session_id: str) -> tuple[str, ...]:
        if self._writer is None or self._ask is not StepKind.SMALL_WIN:
            return ()
        return offered(self._small_wins, state, session_id, self._writer)

    def _key(self) -> str:
        leader = self._session.leader
        place = (Stage.CLOSING_ROUND, self._ask or "", self._writer or "")
        return draft_key(leader.id if leader else "", *place)


def _open_to(state: GuidedSession, seat: Seat) -> tuple[StepKind, ...]:
    """What this partner has not written on yet."""
    kept = state.step.kept if isinstance(state.step, ClosingRound) else ()
    return tuple(ask for ask in state.round_asks if (seat, ask) not in kept)


def _row(ask: StepKind, *, chosen: bool) -> AskRow:
    match ask:
        case StepKind.MATTERED:
            words = translate("ClosingRound", "What did you hear that mattered?")
            short = translate("ClosingRound", "What mattered")
        case StepKind.SMALL_WIN:
            words = translate("ClosingRound", "What did the other do well just now?")
            short = translate("ClosingRound", "Done well")
        case _:
            words = translate("ClosingRound", "One thing you appreciate about each other")
            short = translate("ClosingRound", "A thank you")
    return AskRow(ask, words, short, chosen)


def _heading(ask: StepKind | None, writer: Seat | None, couple: Couple) -> str:
    if ask is None or writer is None:
        return ""
    match ask:
        case StepKind.MATTERED:
            words = translate("ClosingRound", "{asked}, what did you hear that mattered?")
        case StepKind.SMALL_WIN:
            words = translate("ClosingRound", "{asked}, what did {other} do well just now?")
        case _:
            words = translate("ClosingRound", "{asked}, one thing you appreciate about {other}")
    return words.format(asked=couple.name(writer), other=couple.name(writer.other))
