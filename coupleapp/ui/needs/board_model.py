"""The board for QML: two lists that both may read, and what they share."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from coupleapp.application.needs_talk import OnTheTable
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.needs.needs import Need, Ring
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.needs import words as needs_words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NEARER = (0.0, 0.6, 0.75, 0.87, 0.95, 1.0)
"""How near the two ovals are with so many lines of common ground: the first brings most. Design.

The two ovals themselves are the two-oval compromise (Gottman)."""


@dataclass(frozen=True, slots=True)
class NeedRow:
    """``drawn`` says of a wish that it is one; ``spoken`` is what a screen reader says."""

    need_id: str
    words: str
    drawn: str
    note: str
    free_no: str
    spoken: str
    both: bool


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A line where the two ovals overlap; ``listed`` where it came from somebody's list."""

    line_id: str
    words: str
    listed: bool


@dataclass(frozen=True, slots=True)
class BoardProps:
    """``nearness`` of the two ovals: 0.0 to 1.0."""

    left_name: str = ""
    right_name: str = ""
    nearness: float = 0.0


@QmlElement
class BoardModel(ViewModel):
    """One board; empty until it is laid, and once it is cleared."""

    Props = BoardProps

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lists = {(seat, ring): Rows(NeedRow, self) for seat in Seat for ring in Ring}
        self._shared = Rows(SharedRow, self)

    @Property(QObject, constant=True)
    def leftCore(self) -> Rows:
        return self._lists[Seat.LEFT, Ring.CORE]

    @Property(QObject, constant=True)
    def leftFlexible(self) -> Rows:
        return self._lists[Seat.LEFT, Ring.FLEXIBLE]

    @Property(QObject, constant=True)
    def rightCore(self) -> Rows:
        return self._lists[Seat.RIGHT, Ring.CORE]

    @Property(QObject, constant=True)
    def rightFlexible(self) -> Rows:
        return self._lists[Seat.RIGHT, Ring.FLEXIBLE]

    @Property(QObject, constant=True)
    def shared(self) -> Rows:
        return self._shared

    def lay(self, table: OnTheTable, couple: Couple) -> None:
        for (seat, ring), rows in self._lists.items():
            rows.replace(need_rows(table, seat, ring, couple))
        self._shared.replace(shared_rows(table))
        self.show(BoardProps(couple.left, couple.right, nearness(table)))

    def clear(self) -> None:
        for rows in (*self._lists.values(), self._shared):
            rows.replace([])
        self.show(BoardProps())


def nearness(table: OnTheTable) -> float:
    """How near the two ovals are: with each line of common ground a little nearer."""
    shared = len(table.common) + len(table.grounds)
    return _NEARER[min(shared, len(_NEARER) - 1)]


def need_rows(table: OnTheTable, seat: Seat, ring: Ring, couple: Couple) -> list[NeedRow]:
    """As far as they may be read."""
    return [_need_row(table, need, couple) for need in table.of(seat, ring)]


def _need_row(table: OnTheTable, need: Need, couple: Couple) -> NeedRow:
    free_no, both = needs_words.a_no(stands=need.about_touch), need.id in table.common
    return NeedRow(
        need_id=need.id,
        words=need.text,
        drawn=needs_words.drawn(need),
        note=needs_words.note(need, couple),
        free_no=free_no,
        spoken=needs_words.both_can(free_no) if both else free_no,
        both=both,
    )


def shared_rows(table: OnTheTable) -> list[SharedRow]:
    both = [need for need in table.needs if need.id in table.common]
    return [
        *(SharedRow(need.id, need.text, listed=True) for need in both),
        *(SharedRow(line.id, line.text, listed=False) for line in table.grounds),
    ]
