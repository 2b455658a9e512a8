"""One entry of the notebook, as it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose, whose

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EntryRow:
    entry_id: str
    words: str
    byline: str
    seat: Whose


def entry_rows(entries: Iterable[NotebookEntry], couple: Couple, clock: Clock) -> list[EntryRow]:
    zone, today = clock.zone(), local_date(clock)
    return [_row(entry, couple, zone, today) for entry in entries]


def _row(entry: NotebookEntry, couple: Couple, zone: tzinfo, today: date) -> EntryRow:
    parts = [
        _author(entry.author, couple),
        _kind_words(entry.kind),
        wording.day(entry.written_at.astimezone(zone).date(), today),
    ]
    byline = " · ".join(part for part in parts if part)
    return EntryRow(entry.id, entry.text, byline, whose(entry.author))


def _author(seat: Seat | None, couple: Couple) -> str:
    if seat is None:
        return translate("NotebookModel", "from both of you")
    return couple.name(seat)


def _kind_words(kind: EntryKind) -> str:
    match kind:
        case EntryKind.MOMENT:
            return translate("NotebookModel", "what mattered")
        case EntryKind.SMALL_WIN:
            return translate("NotebookModel", "a small win, given")
        case EntryKind.APPRECIATION:
            return translate("NotebookModel", "an appreciation")
        case EntryKind.REFLECTION:
            return translate("NotebookModel", "after a talk")
        case EntryKind.UNSEEN:
            return translate("NotebookModel", "an unseen moment")
        case EntryKind.OUTSIDE_VIEW:
            return translate("NotebookModel", "from outside")
        case EntryKind.SETBACK:
            return translate("NotebookModel", "what it protected")
        case EntryKind.FREE:
            return ""
