"""The lists of talks that are over, for QML: what both have opened, until one lets it go."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.kept_lists import KeptLists, KeptTable
from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.needs import words as needs_words
from coupleapp.ui.needs.board_model import BoardModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class KeptTalkRow:
    """``asks``: whether it is asked if its lists go for good."""

    session_id: str
    topic: str
    when: str
    asks: bool
    delete_words: str


@dataclass(frozen=True, slots=True)
class KeptListsProps:
    any: bool = False
    opened: str = ""
    heading: str = ""
    lead: str = ""
    free_no: str = ""
    trouble: str = ""


@QmlElement
class KeptListsModel(ViewModel):
    Props = KeptListsProps
    reads = (KeptKind.NEEDS, KeptKind.LINES)

    def __init__(self, lists: KeptLists, board: BoardModel, clock: Clock) -> None:
        super().__init__()
        self._lists = lists
        self._board = board
        self._clock = clock
        self._couple: Couple | None = None
        self._kept: tuple[KeptTable, ...] = ()
        self._talks = Rows(KeptTalkRow, self)
        self._asks = ""

    @Property(QObject, constant=True)
    def talks(self) -> Rows:
        """The newest first."""
        return self._talks

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self._read()

    @Slot(str)
    def look(self, session_id: str) -> None:
        kept = next((one for one in self._kept if one.session_id == session_id), None)
        if kept is None or self._couple is None:
            return
        row = self._row(kept)
        self._board.lay(kept.table, self._couple)
        self.show(
            replace(
                self.props,
                opened=session_id,
                heading=row.topic,
                lead=row.when,
                free_no=needs_words.a_no(stands=kept.table.about_touch),
                trouble="",
            )
        )

    @Slot()
    def leave(self) -> bool:
        self._board.clear()
        self._ask("")
        there = bool(self._kept)
        heading = translate("KeptListsModel", "Your lists")
        self.show(KeptListsProps(any=there, heading=heading, lead=_lead(there=there)))
        return False

    @Slot(str)
    def remove(self, session_id: str) -> None:
        """Delete the lists of this talk with a second press; a plan that came of it stays."""
        if session_id == self._asks:
            self._forget(session_id)
        else:
            self._ask(session_id)

    @Slot()
    def keep(self) -> None:
        self._ask("")

    def _ask(self, session_id: str) -> None:
        self._asks = session_id
        self._talks.update([self._row(kept) for kept in self._kept])

    def _forget(self, session_id: str) -> None:
        if self.attempt(lambda: self._lists.forget(session_id)):
            self._read()

    def _read(self) -> None:
        self._kept = self._lists.all()
        self.leave()

    def _row(self, kept: KeptTable) -> KeptTalkRow:
        zone = self._clock.zone()
        today = local_date(self._clock)
        day = wording.day(kept.began_at.astimezone(zone).date(), today)
        if kept.parked:
            end = translate("KeptListsModel", "{day}, parked")
        else:
            end = translate("KeptListsModel", "{day}, and a plan came of it")
        topic = needs_words.topic_of(kept.table)
        asks = kept.session_id == self._asks
        return KeptTalkRow(
            kept.session_id, topic, end.format(day=day), asks, _delete_words(asks=asks)
        )


def _lead(*, there: bool) -> str:
    if there:
        return translate(
            "KeptListsModel",
            "What matters most to each of you, and what can bend, as you opened it together.",
        )
    return translate(
        "KeptListsModel",
        "Nothing is kept here. What you open together in “What matters, what can bend” comes here.",
    )


def _delete_words(*, asks: bool) -> str:
    if asks:
        return translate("KeptListsModel", "Delete for good")
    return translate("KeptListsModel", "Delete")
