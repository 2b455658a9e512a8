"""The first run: two names, who sits left, the evening time."""

from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import Property, QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.drafts import Drafts
from coupleapp.domain.calm.breathing import EASY
from coupleapp.domain.defaults import LIGHTS_GROW_PERCENT
from coupleapp.domain.settings import EVENING
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_DRAFT = "first_run:"


@dataclass(frozen=True, slots=True)
class FirstRunProps:
    """What was typed before a crash, and one sentence on what is wrong.

    Attributes:
        reading: Whether the names are there, and what Nearer is and is not can be read.
    """

    left: str = ""
    right: str = ""
    evening: str = "21:30"
    trouble: str = ""
    reading: bool = False


@QmlElement
class FirstRunModel(ViewModel):
    Props = FirstRunProps

    done = Signal()

    @Property(int, constant=True)
    def inMs(self) -> int:
        """Of the one breath that can be had before anything is asked."""
        return round(EASY.in_s * 1000)

    @Property(int, constant=True)
    def outMs(self) -> int:
        return round(EASY.out_s * 1000)

    @Property(int, constant=True)
    def growPercent(self) -> int:
        return LIGHTS_GROW_PERCENT

    def __init__(self, couples: Couples, drafts: Drafts) -> None:
        super().__init__()
        self._couples = couples
        self._drafts = drafts
        self._evening: time | None = None
        self.show(
            FirstRunProps(
                left=drafts.recall(f"{_DRAFT}left"),
                right=drafts.recall(f"{_DRAFT}right"),
                evening=wording.short_time(EVENING),
            )
        )

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        self._drafts.keep(f"{_DRAFT}{field}", text)

    @Slot(str, str, str, bool)
    def goOn(self, left: str, right: str, evening: str, wanted: bool) -> None:
        """With these names, asked at this time in the evening if that is wanted."""
        at = wording.parse_time(evening)
        if wanted and at is None:
            unread = translate("FirstRunModel", "That time could not be read. Write it like 21:30.")
            self.show(replace(self.props, trouble=unread))
            return
        if self.attempt(lambda: self._couples.check(left, right)):
            self._evening = time(at.hour(), at.minute()) if wanted and at is not None else None
            typed = replace(self.props, left=left, right=right, evening=evening)
            self.show(replace(typed, reading=True))

    @Slot()
    def backToNames(self) -> None:
        self.show(replace(self.props, reading=False, trouble=""))

    @Slot()
    def begin(self) -> None:
        names = self.props.left, self.props.right
        if self.attempt(lambda: self._couples.begin(*names, self._evening)):
            for field in ("left", "right"):
                self._drafts.forget(f"{_DRAFT}{field}")
            self.done.emit()
