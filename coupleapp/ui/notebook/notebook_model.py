"""The notebook page: what is written, answered, changed, folded and deleted in the book."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEnum, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.drafts import Drafts
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import joined
from coupleapp.application.ports import Clock
from coupleapp.domain.hand import Hand
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.ui.base.just_used import JustKept
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import qml_enum
from coupleapp.ui.notebook.book import Book, View
from coupleapp.ui.notebook.entry_rows import Shown
from coupleapp.ui.notebook.occasions import Occasions

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NEW = "new"


def _of(line: str, *more: str) -> str:
    """The name of the draft of this line."""
    return ":".join(["notebook", line, *more])


@QmlElement
class NotebookModel(Book):
    """Whoever changes, deletes or signs one partner's words sits there after that one's curtain."""

    Views = QEnum(qml_enum(View))
    Lines = QEnum(qml_enum(Shown))

    def __init__(
        self, notebook: Notebook, clock: Clock, drafts: Drafts, occasions: Occasions
    ) -> None:
        super().__init__(notebook, clock, occasions)
        self._drafts = drafts
        self._just_kept = JustKept(clock.monotonic)

    def took_hand(self) -> None:
        """A new line that was begun belongs to whoever began it."""
        draft = self._drafts.recall(self._new)
        view, writing = self.props.view, self.props.writing
        writing = view is View.ALL and (writing or bool(draft))
        self.show(replace(self.props, draft=draft, writing=writing))

    @Slot(int)
    def writeAs(self, seat: int | str) -> None:
        """The new line is from this partner, once they are alone; from nobody: from both."""
        if seat:
            both = self._drafts.recall(self._new) if self._hand is None else ""
            self.by(seat_of(seat), lambda: self._carry(both))
        else:
            self.putDown()

    @Slot()
    def startWriting(self) -> None:
        self.show(replace(self.props, writing=True, editing="", answering="", trouble=""))

    @Slot()
    def stop(self) -> None:
        """Close whatever is open; what is typed waits."""
        draft = self._drafts.recall(self._new)
        open_ = {"writing": False, "editing": "", "answering": ""}
        self.show(replace(self.props, **open_, draft=draft, trouble=""))

    @Slot(str)
    def write(self, text: str) -> None:
        """Keep a new line, from whoever's hand it is."""
        if self._just_kept.again(text):
            return
        if self.attempt(lambda: self._notebook.write(text, self._hand)):
            self._just_kept.kept()
            self._drafts.forget(self._new)
            self.show(replace(self.props, kept=self.props.kept + 1, draft="", writing=False))
            self.read_again()

    @Slot(str)
    def askAnswer(self, entry_id: str) -> None:
        """Write below this line, by the hand of whoever did not write it."""
        entry = self.entry(entry_id)
        if entry is not None and entry.author is not None:
            self.by(entry.author.other, lambda: self._open(answering=entry_id))

    @Slot(str, str)
    def answer(self, entry_id: str, text: str) -> None:
        entry, hand = self.entry(entry_id), self._hand
        if entry is None or hand is None:
            return
        if self.attempt(lambda: self._notebook.answer(entry, text, hand)):
            self.keepAnswer(entry_id, "")
            self.show(replace(self.props, answering=""))
            self.read_again()

    @Slot(str)
    def askChange(self, entry_id: str) -> None:
        """Open this line for changing, by the hand that it takes."""
        self._ask(entry_id, lambda _: self._open(editing=entry_id))

    @Slot(str, str)
    def change(self, entry_id: str, text: str) -> None:
        entry = self.entry(entry_id)
        if entry is not None and self._do(lambda: self._notebook.change(entry, text, self._hand)):
            self._drafts.forget(_of(entry_id))
            self.show(replace(self.props, editing=""))

    @Slot(str)
    def remove(self, entry_id: str) -> None:
        """Put this line into the bin."""
        self._ask(
            entry_id, lambda entry: self._do(lambda: self._notebook.delete(entry, self._hand))
        )

    @Slot(str)
    def takeBack(self, entry_id: str) -> None:
        """Take this line out of the bin."""
        self._ask(
            entry_id, lambda entry: self._do(lambda: self._notebook.take_back(entry, self._hand))
        )

    @Slot(str)
    def openBinned(self, entry_id: str) -> None:
        """Let its author read what they have deleted."""
        self._ask(entry_id, lambda _: None)

    @Slot(str)
    def erase(self, entry_id: str) -> None:
        """Delete this line for good."""
        entry = self.entry(entry_id)
        if entry is not None and self.attempt(lambda: self._notebook.erase(entry, self._hand)):
            self._drafts.forget(_of(entry_id))
            self.read_again()

    @Slot(str)
    def fold(self, entry_id: str) -> None:
        """Fold this line away for whoever did not write it."""
        self._folding(entry_id, self._notebook.hide)

    @Slot(str)
    def unfold(self, entry_id: str) -> None:
        self._folding(entry_id, self._notebook.unfold)

    # -- what is typed and not yet kept

    @Slot(str, result=str)
    def editDraft(self, entry_id: str) -> str:
        """What the field shows when this entry is opened for changing."""
        entry = self.entry(entry_id)
        return self._drafts.recall(_of(entry_id)) or (entry.text if entry else "")

    @Slot(str, result=str)
    def answerDraft(self, entry_id: str) -> str:
        """What was begun below this entry."""
        return self._drafts.recall(_of(entry_id, "below"))

    @Slot(str, str)
    def keepDraft(self, entry_id: str, text: str) -> None:
        """An empty id is the new line."""
        self._drafts.keep(_of(entry_id) if entry_id else self._new, text)

    @Slot(str, str)
    def keepAnswer(self, entry_id: str, text: str) -> None:
        """Remember what is typed below this line."""
        self._drafts.keep(_of(entry_id, "below"), text)

    @property
    def _new(self) -> str:
        return _of(_NEW, self._hand.seat) if self._hand is not None else _of(_NEW)

    def _carry(self, both: str) -> None:
        """What was begun together goes on in this hand."""
        if both:
            hers = self._drafts.recall(self._new)
            self._drafts.keep(self._new, joined(filter(None, [hers, both])))
            self._drafts.forget(_of(_NEW))
        self.took_hand()

    def _ask(self, entry_id: str, then: Callable[[NotebookEntry], object]) -> None:
        entry = self.entry(entry_id)
        if entry is not None:
            self.in_hand(entry, lambda: then(entry))

    def _folding(self, entry_id: str, work: Callable[[NotebookEntry, Hand], NotebookEntry]) -> None:
        entry = self.entry(entry_id)
        if entry is not None and entry.author is not None:
            hand = Hand(entry.author.other)
            self.by(hand.seat, lambda: self._do(lambda: work(entry, hand)))

    def _do(self, work: Callable[[], NotebookEntry]) -> bool:
        """Do it, and show what has become of the line."""
        return self.attempt(lambda: self.put(work()))

    def _open(self, *, editing: str = "", answering: str = "") -> None:
        self.show(replace(self.props, editing=editing, answering=answering, writing=False))
