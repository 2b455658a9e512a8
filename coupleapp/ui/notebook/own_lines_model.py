"""The lines on one's own pages while they lie open: written, changed, deleted for good."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import NEW_LINE, OwnPages
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.lock import OpenPages
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.notebook import own_words as words
from coupleapp.ui.notebook.entry_rows import EntryRow, entry_rows

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OwnLinesProps:
    """``kept`` counts the lines written: the page then empties its field.

    Attributes:
        closed_words: What lies under another passphrase.
        newer_words: What is said where another passphrase seals them now.
        writes: Whether a line can be kept: it could be read then.
    """

    draft: str = ""
    empty: str = ""
    closed_words: str = ""
    newer_words: str = ""
    writes: bool = False
    kept: int = 0
    trouble: str = ""


@QmlElement
class OwnLinesModel(ViewModel):
    """What reads the lines is known here until they are left."""

    Props = OwnLinesProps
    reads = (KeptKind.ENTRIES,)

    changedEntry = Signal(str)

    def __init__(self, notebook: Notebook, own: OwnPages, clock: Clock) -> None:
        super().__init__()
        self._notebook = notebook
        self._own = own
        self._clock = clock
        self._couple: Couple | None = None
        self._seat = Seat.LEFT
        self._opened: OpenPages | None = None
        self._entries: list[NotebookEntry] = []
        self._rows = Rows(EntryRow, self)

    @Property(QObject, constant=True)
    def entries(self) -> Rows:
        return self._rows

    def show_of(self, couple: Couple, seat: Seat, opened: OpenPages | None) -> None:
        """Show what this partner keeps alone; ``opened``: what reads it where it is sealed."""
        self._couple, self._seat, self._opened = couple, seat, opened
        self.attempt(self._read)

    def leave(self) -> bool:
        """None stays in the model, even where nothing can be read."""
        was_open = self._couple is not None
        self._couple, self._opened = None, None
        self._entries = []
        self._rows.replace([])
        self.show(OwnLinesProps(kept=self.props.kept))
        return was_open

    @Slot(str)
    def write(self, text: str) -> None:
        """Keep a new line for this partner alone."""
        if self.props.writes and self.attempt(
            lambda: self._notebook.write(text, self._seat, private=True)
        ):
            self._kept(NEW_LINE)
            self.show(replace(self.props, kept=self.props.kept + 1, draft=""))

    @Slot(str, str)
    def change(self, entry_id: str, text: str) -> None:
        entry = self._entry(entry_id) if self.props.writes else None
        if entry is not None and self.attempt(lambda: self._notebook.change(entry, text)):
            self._kept(entry_id)
            self.changedEntry.emit(entry_id)

    @Slot(str)
    def remove(self, entry_id: str) -> None:
        entry = self._entry(entry_id)
        if entry is not None and self.attempt(lambda: self._notebook.delete(entry)):
            self._kept(entry_id)

    @Slot(str, result=str)
    def editDraft(self, entry_id: str) -> str:
        """What the field shows when this line is opened for changing."""
        entry = self._entry(entry_id)
        if entry is None:
            return ""
        return self._own.draft(self._seat, self._opened, entry_id) or entry.text

    @Slot(str, str)
    def keepDraft(self, entry_id: str, text: str) -> None:
        """An empty id is the new line."""
        if self.props.writes:
            line = entry_id or NEW_LINE
            self.attempt(lambda: self._own.keep_draft(self._seat, text, line))

    def _kept(self, line: str) -> None:
        self.attempt(lambda: self._own.keep_draft(self._seat, "", line))
        self.attempt(self._read)

    def _newer_words(self, newer: datetime | None) -> str:
        if newer is None:
            return ""
        on = newer.astimezone(self._clock.zone()).date()
        return words.newer(wording.day(on, local_date(self._clock)))

    def _entry(self, entry_id: str) -> NotebookEntry | None:
        return next((one for one in self._entries if one.id == entry_id), None)

    def _read(self) -> None:
        couple, newer = self._couple, self._own.newer(self._seat, self._opened)
        self._entries = list(self._notebook.private_of(self._seat, self._opened))
        self._rows.replace(entry_rows(self._entries, couple, self._clock) if couple else [])
        self.show(
            replace(
                self.props,
                draft=self._own.draft(self._seat, self._opened),
                empty="" if self._entries else words.empty(),
                newer_words=self._newer_words(newer),
                writes=newer is None,
                closed_words=words.closed_words(self._own.closed_lines(self._seat, self._opened)),
            )
        )
