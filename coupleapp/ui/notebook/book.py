"""The notebook as it is read, and whose hand is at the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Property, QCoreApplication, QObject, Slot

from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.hand import Hand
from coupleapp.domain.notebook import IN_BIN, EntryKind, NotebookEntry
from coupleapp.ui.base.copied_text import forget_copied
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import Rows, ViewModel, named
from coupleapp.ui.notebook.entry_rows import EntryRow, Reading, entry_rows
from coupleapp.ui.notebook.occasions import Occasions

translate = QCoreApplication.translate

PAGE = 50


class View(StrEnum):
    ALL = "all"
    UNSEEN = "unseen"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class NotebookProps:
    """``kept`` counts the entries written.

    Attributes:
        hand: Who is alone with the screen; nobody where both are there.
        asked: For whom the curtain is drawn now.
        writing: Whether a new line is being written; ``draft`` is what its field begins with.
        editing: The id of the line that is being changed.
        answering: The id of the line below which something is being written.
        has_bin: Whether something lies in the bin.
        bin_words: How long it lies there, said in the bin.
    """

    title: str = ""
    left_name: str = ""
    right_name: str = ""
    hand: Whose = Whose.NOBODY
    hand_name: str = ""
    asked: Whose = Whose.NOBODY
    asked_name: str = ""
    asked_other: str = ""
    writing: bool = False
    draft: str = ""
    editing: str = ""
    answering: str = ""
    empty: str = ""
    has_more: bool = False
    has_bin: bool = False
    bin_words: str = ""
    trouble: str = ""
    kept: int = 0
    view: View = View.ALL


def _nothing() -> None:
    pass


def _title(seen: View) -> str:
    if seen is View.BIN:
        return translate("NotebookModel", "The bin")
    return translate("NotebookModel", "Notebook")


def _bin_words() -> str:
    sentence = translate(
        "NotebookModel",
        "What you delete waits here for {days} days. After that it is gone for good.",
    )
    return sentence.format(days=IN_BIN.days)


class Book(ViewModel):
    """Its lines, newest first; a partner's hand comes after their curtain, and goes with the page.

    Where one of them reads alone, their own lines lie open even if the other has folded them.
    """

    Props = NotebookProps
    reads = (KeptKind.ENTRIES,)

    def __init__(self, notebook: Notebook, clock: Clock, occasions: Occasions) -> None:
        super().__init__()
        self._notebook = notebook
        self._clock = clock
        self._occasions = occasions
        self._couple: Couple | None = None
        self._hand: Hand | None = None
        self._then: Callable[[], object] = _nothing
        self._entries: list[NotebookEntry] = []
        self._below: list[NotebookEntry] = []
        self._rows = Rows(EntryRow, self)

    @Property(QObject, constant=True)
    def entries(self) -> Rows:
        return self._rows

    def open(self, couple: Couple) -> None:
        self._couple = couple
        self._occasions.read()
        self.look(View.ALL)

    def leave(self) -> bool:
        if self._hand is None and self.props.asked is Whose.NOBODY:
            return False
        self._give(None)
        # What was typed by that hand waits; what there is for both is read when it is opened again.
        self.show(replace(self.props, draft="", writing=False))
        self._rows.replace([])
        return True

    @Slot(int)
    def look(self, view: int | str) -> None:
        """Show everything, the unseen moments, or what lies in the bin."""
        couple = self._couple
        if couple is None:
            return
        self._hand, self._then = None, _nothing
        seen = named(View, view)
        bin_words = _bin_words() if seen is View.BIN else ""
        said = (_title(seen), couple.left, couple.right)
        self.show(NotebookProps(*said, bin_words=bin_words, kept=self.props.kept, view=seen))
        self.took_hand()
        self._read(PAGE)

    @Slot()
    def more(self) -> None:
        older = self._page(self._entries[-1], PAGE) if self._entries else ()
        self._entries += older
        self._below += self._notebook.below(older)
        self._rows.replace(self._as_rows())
        self.show(replace(self.props, has_more=len(older) == PAGE))

    # -- whose hand it is

    @Slot()
    def openCurtain(self) -> None:
        """They are alone with the screen."""
        if self.props.asked is not Whose.NOBODY:
            then = self._then
            self._hold(Hand(seat_of(self.props.asked)))
            then()

    @Slot()
    def decline(self) -> None:
        """The curtain is not for now."""
        self._then = _nothing
        self.show(replace(self.props, asked=Whose.NOBODY))

    @Slot()
    def putDown(self) -> None:
        """Both are there again."""
        self._hold(None)

    def took_hand(self) -> None:
        """What is open in a hand's name is another's now."""

    def by(self, seat: Seat, then: Callable[[], object]) -> None:
        """Do this by the hand of this partner: at once, or after their curtain."""
        if self._hand is not None and self._hand.seat is seat:
            then()
        elif self._couple is not None:
            forget_copied()
            self._then = then
            self.show(
                replace(
                    self.props,
                    asked=whose(seat),
                    asked_name=self._couple.name(seat),
                    asked_other=self._couple.name(seat.other),
                )
            )

    def in_hand(self, entry: NotebookEntry, then: Callable[[], object]) -> None:
        """Do this by the hand that its words take; what both share takes none."""
        if entry.author is None:
            then()
        else:
            self.by(entry.author, then)

    def _hold(self, hand: Hand | None) -> None:
        self._give(hand)
        self.took_hand()
        self._rows.update(self._as_rows())

    def _give(self, hand: Hand | None) -> None:
        self._hand, self._then = hand, _nothing
        name = self._couple.name(hand.seat) if hand is not None and self._couple else ""
        self.show(
            replace(
                self.props,
                hand=whose(hand.seat if hand is not None else None),
                hand_name=name,
                asked=Whose.NOBODY,
                editing="",
                answering="",
                trouble="",
            )
        )

    # -- what is read

    def entry(self, entry_id: str) -> NotebookEntry | None:
        known = [*self._entries, *self._below]
        return next((one for one in known if one.id == entry_id), None)

    def put(self, entry: NotebookEntry) -> None:
        """Show it so from now on, in the same place."""
        for entries in (self._entries, self._below):
            entries[:] = [entry if one.id == entry.id else one for one in entries]
        self._rows.update(self._as_rows())
        self.show(replace(self.props, has_bin=self._has_bin()))

    def read_again(self) -> None:
        self._read(max(PAGE, len(self._entries)))

    def _read(self, most: int) -> None:
        self._entries = list(self._page(None, most))
        self._below = list(self._notebook.below(self._entries))
        more = len(self._entries) == most and self.props.view is not View.BIN
        self.show(
            replace(
                self.props, empty=self._empty(), has_more=more, has_bin=self._has_bin(), trouble=""
            )
        )
        self._rows.replace(self._as_rows())

    def _page(self, before: NotebookEntry | None, limit: int) -> Sequence[NotebookEntry]:
        if self.props.view is View.BIN:
            return self._notebook.binned()
        only = EntryKind.UNSEEN if self.props.view is View.UNSEEN else None
        return self._notebook.standing_alone(before, limit, only)

    def _has_bin(self) -> bool:
        return bool(self._notebook.binned())

    def _as_rows(self) -> list[EntryRow]:
        if self._couple is None:
            return []
        in_bin = self.props.view is View.BIN
        reading = Reading(
            self._couple,
            self._clock,
            self._hand,
            self._occasions.of,
            lambda entry: self._notebook.earlier(entry) if entry.changed_at else (),
            bin=in_bin,
        )
        return entry_rows(self._entries, () if in_bin else self._below, reading)

    def _empty(self) -> str:
        if self._entries:
            return ""
        match self.props.view:
            case View.UNSEEN:
                return translate("NotebookModel", "Nothing here yet.")
            case View.BIN:
                return translate("NotebookModel", "Nothing is in the bin.")
            case _:
                return translate(
                    "NotebookModel",
                    "This is where your lines will be: what mattered in a talk, "
                    "an evening's appreciation, or anything you write here.",
                )
