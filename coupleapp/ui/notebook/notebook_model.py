"""The notebook page: newest first; write, change, delete for good."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from enum import StrEnum

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

PAGE = 50


class View(StrEnum):
    ALL = "all"
    UNSEEN = "unseen"
    LEFT = "left"
    RIGHT = "right"


ALL = View.ALL


@dataclass(frozen=True, slots=True)
class EntryRow:
    entry_id: str
    words: str
    byline: str
    seat: Whose


@dataclass(frozen=True, slots=True)
class NotebookProps:
    """``kept`` counts the entries written: the page then empties its field."""

    left_name: str = ""
    right_name: str = ""
    draft: str = ""
    empty: str = ""
    has_more: bool = False
    trouble: str = ""
    kept: int = 0
    view: View = View.ALL
    view_name: str = ""
    other_name: str = ""
    curtain: bool = False


@QmlElement
class NotebookModel(ViewModel):
    Props = NotebookProps
    reads = (KeptKind.ENTRIES,)
    Views = QEnum(qml_enum(View))

    changedEntry = Signal(str)

    def __init__(self, notebook: Notebook, clock: Clock, drafts: Drafts) -> None:
        super().__init__()
        self._notebook = notebook
        self._clock = clock
        self._drafts = drafts
        self._couple: Couple | None = None
        self._entries: list[NotebookEntry] = []
        self._rows = Rows(EntryRow, self)

    @Property(QObject, constant=True)
    def entries(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self.look(View.ALL)

    @Slot(int)
    def look(self, view: int | str) -> None:
        """Show everything, the unseen moments, or one's own lines behind the curtain."""
        couple = self._couple
        if couple is None:
            return
        chosen = named(View, view)
        own = Seat(chosen) if chosen in {View.LEFT, View.RIGHT} else None
        self.leave()
        self.show(
            NotebookProps(
                left_name=couple.left,
                right_name=couple.right,
                draft=self._drafts.recall("notebook:new"),
                kept=self.props.kept,
                view=chosen,
                view_name=couple.name(own) if own else "",
                other_name=couple.name(own.other) if own else "",
                curtain=own is not None,
            )
        )
        self._show_newest()

    @Slot()
    def leave(self) -> bool:
        """Close one's own lines; none stays in the model, even where nothing can be read."""
        was_private = self.props.view in set(Seat)
        if was_private:
            self._entries = []
            self._rows.replace([])
            there = replace(self.props, view=View.ALL, view_name="", other_name="", curtain=False)
            self.show(replace(there, has_more=False, trouble=""))
        return was_private

    @Slot()
    def openCurtain(self) -> None:
        self.show(replace(self.props, curtain=False))
        self._show_newest()

    def _show_newest(self) -> None:
        self._entries = list(self._page(None, PAGE))
        more = len(self._entries) == PAGE
        self.show(replace(self.props, empty=self._empty(), has_more=more))
        self._rows.replace(self._as_rows(self._entries))

    def _page(self, before: NotebookEntry | None, limit: int) -> Sequence[NotebookEntry]:
        match self.props.view:
            case view if view in set(Seat):
                return () if self.props.curtain or before else self._notebook.private_of(Seat(view))
            case view:
                only = EntryKind.UNSEEN if view is View.UNSEEN else None
                return self._notebook.page(before, limit, only)

    @Slot()
    def more(self) -> None:
        older = self._page(self._entries[-1], PAGE) if self._entries else ()
        self._entries += older
        self._rows.extend(self._as_rows(older))
        self.show(replace(self.props, has_more=len(older) == PAGE))

    @Slot(str, result=str)
    def editDraft(self, entry_id: str) -> str:
        """What the field shows when this entry is opened for changing."""
        draft = self._drafts.recall(f"notebook:{entry_id}")
        return draft or next((e.text for e in self._entries if e.id == entry_id), "")

    @Slot(str, str)
    def keepDraft(self, entry_id: str, text: str) -> None:
        """An empty id is the new entry."""
        self._drafts.keep(f"notebook:{entry_id or 'new'}", text)

    @Slot(str, int)
    def write(self, text: str, seat: int | str) -> None:
        """Keep a new entry; an empty seat means it belongs to both."""
        author = seat_of(seat) if seat else None
        if self.attempt(lambda: self._notebook.write(text, author)):
            self._forget("new")
            self._reload()
            self.show(replace(self.props, kept=self.props.kept + 1, draft=""))

    @Slot(str, str)
    def change(self, entry_id: str, text: str) -> None:
        entry = next((e for e in self._entries if e.id == entry_id), None)
        if entry is not None and self.attempt(lambda: self._notebook.change(entry, text)):
            self._forget(entry_id)
            self._reload()
            self.changedEntry.emit(entry_id)

    @Slot(str)
    def remove(self, entry_id: str) -> None:
        entry = next((e for e in self._entries if e.id == entry_id), None)
        if entry is not None and self.attempt(lambda: self._notebook.delete(entry)):
            self._forget(entry_id)
            self._reload()

    def _empty(self) -> str:
        if self._entries or self.props.curtain:
            return ""
        if self.props.view is not View.ALL:
            return translate("NotebookModel", "Nothing here yet.")
        return translate(
            "NotebookModel",
            "This is where your lines will be: what mattered in a talk, "
            "an evening's appreciation, or anything you write here.",
        )

    def _forget(self, key: str) -> None:
        self._drafts.forget(f"notebook:{key}")

    def _reload(self) -> None:
        shown = max(PAGE, len(self._entries))
        self._entries = list(self._page(None, shown))
        self._rows.replace(self._as_rows(self._entries))
        self.show(replace(self.props, empty=self._empty(), trouble=""))

    def _as_rows(self, entries: Sequence[NotebookEntry]) -> list[EntryRow]:
        zone = self._clock.zone()
        today = local_date(self._clock)
        return [self._row(entry, zone, today) for entry in entries]

    def _row(self, entry: NotebookEntry, zone: tzinfo, today: date) -> EntryRow:
        parts = [
            self._author(entry.author),
            _kind_words(entry.kind),
            wording.day(entry.written_at.astimezone(zone).date(), today),
        ]
        byline = " · ".join(part for part in parts if part)
        return EntryRow(entry.id, entry.text, byline, whose(entry.author))

    def _author(self, seat: Seat | None) -> str:
        if seat is None or self._couple is None:
            return translate("NotebookModel", "from both of you")
        return self._couple.name(seat)


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
