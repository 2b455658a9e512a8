"""The page of the copies: where they lie, when the last one was made, one made now."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.copies import Copies, EarlierCopiesStay, Held
from coupleapp.application.copy_progress import Progress
from coupleapp.application.ports import Clock, StoreError, StoreFull, StoreReadOnly
from coupleapp.domain.couple import Couple
from coupleapp.ui.base import wording
from coupleapp.ui.base.copy_words import progress_words
from coupleapp.ui.base.held_words import held_words, others_words
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


class CopyWish(Enum):
    """What is to be made, and what stays beside it."""

    ONE_MORE = auto()
    ONLY_A_NEW_ONE = auto()
    NOTHING_PUT_ASIDE_EITHER = auto()


@dataclass(frozen=True, slots=True)
class CopiesProps:
    """The copies.

    Attributes:
        done: What is being made, or was.
        gone: The same, where nothing else is to stay.
        held: Where and until when what was deleted still lies.
        asking: Whether it is asked before everything else goes.
        asks: What goes, before it goes.
        put_aside: Whether files that were put aside may hold it, too.
    """

    last: str = ""
    place: str = ""
    done: str = ""
    gone: str = ""
    trouble: str = ""
    held: str = ""
    asking: bool = False
    asks: str = ""
    put_aside: bool = False


def last_words(last: datetime | None, clock: Clock) -> str:
    if last is None:
        return translate(
            "CopiesModel", "There is no copy yet. The first is made when you close Nearer."
        )
    zone = clock.zone()
    when = wording.day_and_time(last, zone, clock.now().astimezone(zone).date())
    return translate("CopiesModel", "The last copy: {when}.").format(when=when)


def trouble_words(error: StoreError) -> str:
    match error:
        case EarlierCopiesStay():
            return translate(
                "CopiesModel",
                "A new copy was made, but not everything else could be removed. Please try again.",
            )
        case StoreFull():
            return translate(
                "CopiesModel",
                "The disk is full, so no copy was made. Your notebook is as it was; free some "
                "space and try again.",
            )
        case StoreReadOnly():
            return translate(
                "CopiesModel",
                "Nearer may not write to the folder of the copies. Your notebook is as it was; "
                "allow writing there and try again.",
            )
        case _:
            return translate(
                "CopiesModel",
                "No copy could be made just now. Your notebook is as it was; please try again.",
            )


def deleted_words(held: Held) -> str:
    """What is said of what was deleted."""
    gone = translate("CopiesModel", "What you delete leaves the notebook at once.")
    if held.nowhere:
        return gone + " " + translate("CopiesModel", "No copy keeps it.")
    here = held_words(held)
    if not here:
        return f"{gone} {others_words(held)}"
    now = (
        translate(
            "CopiesModel",
            "If you keep only a new copy, it is gone from this computer's copies now.",
        )
        if held.others
        else translate("CopiesModel", "If you keep only a new copy, it is gone from them now.")
    )
    return f"{gone} {here} {now}"


def asks_words(put_aside: int, held: Held, *, second: bool) -> str:
    """What goes where only a new copy stays, and what does not."""
    parts = [_goes_words(held, second=second), others_words(held), _aside_words(put_aside)]
    return " ".join(part for part in parts if part)


def gone_words(held: Held) -> str:
    """What is said when only a new copy stays."""
    if held.others:
        return translate(
            "CopiesModel",
            "Done: a new copy was made and read through, the rest of this computer's is gone.",
        )
    return translate("CopiesModel", "Done: a new copy was made and read through, the rest is gone.")


def _goes_words(held: Held, *, second: bool) -> str:
    if held.others:
        return translate(
            "CopiesModel",
            "A new copy is made and read through; then every earlier one of this computer goes, "
            "here and in your second place.",
        )
    return (
        translate(
            "CopiesModel",
            "A new copy is made and read through; then every earlier one goes, here and in your "
            "second place.",
        )
        if second
        else translate(
            "CopiesModel", "A new copy is made and read through; then every earlier one goes."
        )
    )


def _aside_words(put_aside: int) -> str:
    if not put_aside:
        return ""
    return (
        translate(
            "CopiesModel",
            "One file was put aside when you took a copy back. It may hold words that are nowhere "
            "else; it goes only if you say so.",
        )
        if put_aside == 1
        else translate(
            "CopiesModel",
            "{count} files were put aside when you took copies back. They may hold words that are "
            "nowhere else; they go only if you say so.",
        ).format(count=put_aside)
    )


@QmlElement
class CopiesModel(ViewModel):
    Props = CopiesProps

    lookAsked = Signal()
    makeAsked = Signal(object)
    """A ``CopyWish``."""

    def __init__(self, copies: Copies, clock: Clock, second: Callable[[], bool]) -> None:
        """``second``: whether a second place is chosen."""
        super().__init__()
        self._copies = copies
        self._clock = clock
        self._second = second
        self._wish: CopyWish | None = None

    def open(self, couple: Couple) -> None:
        self.show(CopiesProps())
        self._look()
        self.lookAsked.emit()

    def go_on(self, progress: Progress) -> None:
        """How far it is."""
        self._say(progress_words(progress))

    def made(self) -> None:
        """It lies there now."""
        self.attempt(self._say_made)
        self._wish = None
        self.look()
        self.lookAsked.emit()

    def failed(self, error: StoreError) -> None:
        """It could not be made."""
        self._wish = None
        self.show(replace(self.props, done="", gone="", trouble=trouble_words(error)))
        self.lookAsked.emit()

    @Slot()
    def makeOne(self) -> None:
        self._make(CopyWish.ONE_MORE)

    @Slot()
    def ask(self) -> None:
        """Ask before everything else goes."""
        self.show(replace(self.props, asking=True))

    @Slot()
    def keepAll(self) -> None:
        self.show(replace(self.props, asking=False))

    @Slot()
    def keepOnlyANewOne(self) -> None:
        self._make(CopyWish.ONLY_A_NEW_ONE)

    @Slot()
    def letGoOfAll(self) -> None:
        """Keep only a new copy, and nothing that was put aside."""
        self._make(CopyWish.NOTHING_PUT_ASIDE_EITHER)

    def _make(self, wish: CopyWish) -> None:
        if self._wish is None:
            self._wish = wish
            self._say(translate("CopiesModel", "Making a copy …"))
            self.makeAsked.emit(wish)

    def _say(self, words: str) -> None:
        """Say it where it was asked for."""
        done, gone = (words, "") if self._wish is CopyWish.ONE_MORE else ("", words)
        self.show(replace(self.props, done=done, gone=gone, trouble="", asking=False))

    def _say_made(self) -> None:
        if self._wish is CopyWish.ONE_MORE:
            self._say(translate("CopiesModel", "Made, and read through."))
        else:
            self._say(gone_words(self._copies.held()))

    def look(self) -> None:
        """See once more what lies where."""
        try:
            self._look()
        except StoreError as error:
            self.say_trouble(error)

    def _look(self) -> None:
        aside, held = self._copies.put_aside(), self._copies.held()
        self.show(
            replace(
                self.props,
                last=last_words(self._copies.last(), self._clock),
                place=str(self._copies.place),
                held=deleted_words(held),
                asks=asks_words(aside, held, second=self._second()),
                put_aside=aside > 0,
            )
        )
