"""The first run: two names, who sits left, the evening time."""

from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.drafts import Drafts
from coupleapp.domain.settings import EVENING
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

_DRAFT = "first_run:"


@dataclass(frozen=True, slots=True)
class FirstRunProps:
    """What was typed before a crash, and one sentence on what is wrong."""

    left: str = ""
    right: str = ""
    evening: str = "21:30"
    trouble: str = ""


@QmlElement
class FirstRunModel(ViewModel):
    Props = FirstRunProps

    done = Signal()

    def __init__(self, couples: Couples, drafts: Drafts) -> None:
        super().__init__()
        self._couples = couples
        self._drafts = drafts
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
    def begin(self, left: str, right: str, evening: str, wanted: bool) -> None:
        at = wording.parse_time(evening)
        if wanted and at is None:
            unread = translate("FirstRunModel", "That time could not be read. Write it like 21:30.")
            self.show(replace(self.props, trouble=unread))
            return
        chosen = time(at.hour(), at.minute()) if wanted and at is not None else None
        if self.attempt(lambda: self._couples.begin(left, right, chosen)):
            for field in ("left", "right"):
                self._drafts.forget(f"{_DRAFT}{field}")
            self.done.emit()
