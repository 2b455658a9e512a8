"""The notebook page: newest first; write, change, delete for good."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.ui.base.just_used import JustKept
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.notebook.entry_rows import EntryRow, entry_rows

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

PAGE = 50


class View(StrEnum):
    ALL = "all"
    UNSEEN = "unseen"


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
        self._just_kept = JustKept(clock.monotonic)
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
        """Show everything, or the unseen moments."""
        couple = self._couple
        if couple is None:
            return
        self.show(
            NotebookProps(
                left_name=couple.left,
                right_name=couple.right,
                draft=self._drafts.recall("notebook:new"),
                kept=self.props.kept,
                view=named(View, view),
            )
        )
        self._read(PAGE)

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
        if self._just_kept.again(text):
            return
        if self.attempt(lambda: self._notebook.write(text, author)):
            self._just_kept.kept()
            self._forget("new")
            self._read_again()
            self.show(replace(self.props, kept=self.props.kept + 1, draft=""))

    @Slot(str, str)
    def change(self, entry_id: str, text: str) -> None:
        entry = next((e for e in self._entries if e.id == entry_id), None)
        if entry is not None and self.attempt(lambda: self._notebook.change(entry, text)):
            self._forget(entry_id)
            self._read_again()
            self.changedEntry.emit(entry_id)

    @Slot(str)
    def remove(self, entry_id: str) -> None:
        entry = next((e for e in self._entries if e.id == entry_id), None)
        if entry is not None and self.attempt(lambda: self._notebook.delete(entry)):
            self._forget(entry_id)
            self._read_again()

    def _empty(self) -> str:
        if self._entries:
            return ""
        if self.props.view is View.UNSEEN:
            return translate("NotebookModel", "Nothing here yet.")
        return translate(
            "NotebookModel",
            "This is where your lines will be: what mattered in a talk, "
            "an evening's appreciation, or anything you write here.",
        )

    def _forget(self, key: str) -> None:
        self._drafts.forget(f"notebook:{key}")

    def _read_again(self) -> None:
        self._read(max(PAGE, len(self._entries)))
        self.show(replace(self.props, trouble=""))

    def _read(self, most: int) -> None:
        self._entries = list(self._page(None, most))
        more = len(self._entries) == most
        self.show(replace(self.props, empty=self._empty(), has_more=more))
        self._rows.replace(self._as_rows(self._entries))

    def _page(self, before: NotebookEntry | None, limit: int) -> Sequence[NotebookEntry]:
        only = EntryKind.UNSEEN if self.props.view is View.UNSEEN else None
        return self._notebook.page(before, limit, only)

    def _as_rows(self, entries: Sequence[NotebookEntry]) -> list[EntryRow]:
        return entry_rows(entries, self._couple, self._clock) if self._couple else []
