"""The page of the copies: where they lie, when the last one was made, one made now."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.copies import Copies
from coupleapp.application.ports import Clock, StoreError, StoreFull, StoreReadOnly
from coupleapp.domain.couple import Couple
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CopiesProps:
    last: str = ""
    place: str = ""
    done: str = ""
    trouble: str = ""


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


@QmlElement
class CopiesModel(ViewModel):
    Props = CopiesProps

    lookAsked = Signal()
    makeAsked = Signal(bool)
    """Whether it is to be the only one."""

    def __init__(self, copies: Copies, clock: Clock) -> None:
        super().__init__()
        self._copies = copies
        self._clock = clock
        self._busy = False

    def open(self, couple: Couple) -> None:
        self.show(CopiesProps())
        self._refresh()

    def made(self) -> None:
        """It lies there now."""
        self._busy = False
        self.show(CopiesProps(done=translate("CopiesModel", "Made, and read through.")))
        self._refresh()

    def failed(self, error: StoreError) -> None:
        """It could not be made."""
        self._busy = False
        self.show(replace(self.props, done="", trouble=trouble_words(error)))
        self.lookAsked.emit()

    @Slot()
    def makeOne(self) -> None:
        self._make(alone=False)

    @Slot()
    def keepOnlyANewOne(self) -> None:
        self._make(alone=True)

    def _make(self, *, alone: bool) -> None:
        if not self._busy:
            self._busy = True
            making = translate("CopiesModel", "Making a copy …")
            self.show(replace(self.props, done=making, trouble=""))
            self.makeAsked.emit(alone)

    def _refresh(self) -> None:
        last = last_words(self._copies.last(), self._clock)
        self.show(replace(self.props, last=last, place=str(self._copies.place)))
        self.lookAsked.emit()
