"""The lines on one's own pages while they lie open: written, changed, deleted and taken back."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import NEW_LINE, OwnPages, SealedBy, Standing
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.hand import Hand
from coupleapp.domain.lock import OpenPages
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.ui.base import wording
from coupleapp.ui.base.just_used import JustKept
from coupleapp.ui.base.view_model import Rows, ViewModel
from coupleapp.ui.notebook import own_words as words
from coupleapp.ui.notebook.entry_rows import EntryRow, Reading, entry_rows

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OwnLinesProps:
    """``kept`` counts the lines written: the page then empties its field.

    Attributes:
        draft: What is typed and not yet kept; where nothing can be written it is only shown.
        seal_words: What is said where something else seals them than should.
        closed_words: What cannot be read with what is open.
        more_opens: Whether another passphrase may open more.
        writes: Whether a line can be kept: it could be read then.
        bin: Whether it is the bin that is shown.
        has_bin: Whether something lies in it.
    """

    draft: str = ""
    empty: str = ""
    seal_words: str = ""
    closed_words: str = ""
    more_opens: bool = False
    writes: bool = False
    bin: bool = False
    has_bin: bool = False
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
        self._just_kept = JustKept(clock.monotonic)
        self._couple: Couple | None = None
        self._seat = Seat.LEFT
        self._opened: OpenPages | None = None
        self._entries: list[NotebookEntry] = []
        self._rows = Rows(EntryRow, self)

    @Property(QObject, constant=True)
    def entries(self) -> Rows:
        return self._rows

    @property
    def opened(self) -> OpenPages | None:
        """What reads the lines that lie open."""
        return self._opened

    def show_of(self, couple: Couple, seat: Seat, opened: OpenPages | None) -> None:
        """Show what this partner keeps alone; ``opened``: what reads it where it is sealed."""
        self._couple, self._seat, self._opened = couple, seat, opened
        self.show(replace(self.props, bin=False))
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
        if not self.props.writes or self._just_kept.again(text):
            return
        if self.attempt(lambda: self._notebook.write(text, self._hand, private=True)):
            self._just_kept.kept()
            self._kept(NEW_LINE)
            self.show(replace(self.props, kept=self.props.kept + 1, draft=""))

    @Slot(str, str)
    def change(self, entry_id: str, text: str) -> None:
        entry = self._entry(entry_id) if self.props.writes else None
        if entry is None:
            return
        if self.attempt(lambda: self._notebook.change(entry, text, self._hand)):
            self._kept(entry_id)
            self.changedEntry.emit(entry_id)

    @Slot(str)
    def remove(self, entry_id: str) -> None:
        """Put this line into the bin."""
        entry = self._entry(entry_id)
        if entry is not None:
            self.attempt(lambda: self._put(self._notebook.delete(entry, self._hand)))

    @Slot(str)
    def takeBack(self, entry_id: str) -> None:
        """Take this line out of the bin."""
        entry = self._entry(entry_id)
        if entry is not None:
            self.attempt(lambda: self._put(self._notebook.take_back(entry, self._hand)))

    @Slot(str)
    def erase(self, entry_id: str) -> None:
        """Delete this line for good."""
        entry = self._entry(entry_id)
        if entry is not None and self.attempt(lambda: self._notebook.erase(entry, self._hand)):
            self.attempt(lambda: self._own.forget_drafts(self._seat, entry_id))
            self.attempt(self._read)

    @Slot(bool)
    def showBin(self, shown: bool) -> None:
        self.show(replace(self.props, bin=shown))
        self.attempt(self._read)

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
            self._keep_draft(text, line)

    def _kept(self, line: str) -> None:
        self._keep_draft("", line)
        self.attempt(self._read)

    def _keep_draft(self, text: str, line: str) -> None:
        self.attempt(lambda: self._own.keep_draft(self._seat, self._opened, text, line))

    def _seal_words(self, standing: Standing) -> str:
        since = standing.since
        if since is None:
            return words.sealed_by(standing.by)
        on = since.astimezone(self._clock.zone()).date()
        return words.sealed_by(standing.by, wording.day_mid_sentence(on, local_date(self._clock)))

    @property
    def _hand(self) -> Hand:
        return Hand(self._seat)

    def _put(self, entry: NotebookEntry) -> None:
        """Show it so from now on, in the same place."""
        self._entries = [entry if one.id == entry.id else one for one in self._entries]
        self._rows.update(self._as_rows())
        self.show(replace(self.props, has_bin=self._has_bin()))

    def _has_bin(self) -> bool:
        return bool(self._notebook.binned(self._seat, self._opened))

    def _as_rows(self) -> list[EntryRow]:
        if self._couple is None:
            return []
        reading = Reading(self._couple, self._clock, self._hand, bin=self.props.bin)
        return entry_rows(self._entries, (), reading)

    def _entry(self, entry_id: str) -> NotebookEntry | None:
        return next((one for one in self._entries if one.id == entry_id), None)

    def _read(self) -> None:
        standing = self._own.standing(self._seat, self._opened)
        closed = words.closed_words(standing)
        read = self._notebook.binned if self.props.bin else self._notebook.private_of
        self._entries = list(read(self._seat, self._opened))
        self._rows.replace(self._as_rows())
        self.show(
            replace(
                self.props,
                draft=self._own.draft(self._seat, self._opened),
                empty="" if self._entries or closed else words.empty(in_bin=self.props.bin),
                has_bin=self._has_bin(),
                seal_words=self._seal_words(standing),
                closed_words=closed,
                more_opens=standing.closed > 0 or standing.by is SealedBy.ANOTHER,
                writes=standing.by.is_theirs,
            )
        )
