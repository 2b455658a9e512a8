"""Whether Nearer is seen in screenshots and shared screens, on the page of the lock."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.domain.couple import Couple
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CapturesProps:
    """``offered``: whether this system can leave it out."""

    offered: bool = False
    seen: bool = False
    trouble: str = ""


@QmlElement
class CapturesModel(ViewModel):
    Props = CapturesProps

    def __init__(self, couples: Couples, leave_out: Callable[[bool], bool] | None) -> None:
        """``leave_out``: whether the system did it; None where it never does."""
        super().__init__()
        self._couples = couples
        self._leave_out = leave_out
        self._apply()

    def open(self, couple: Couple) -> None:
        self._apply()

    @Slot(bool)
    def choose(self, seen: bool) -> None:
        """Whether it is seen from now on."""
        new = replace(self._couples.settings, in_captures=seen)
        if self.attempt(lambda: self._couples.choose(new)):
            self._apply()

    def _apply(self) -> None:
        seen = self._couples.settings.in_captures
        did = self._leave_out is None or self._leave_out(not seen)
        trouble = "" if did else refused_words(seen=seen)
        self.show(CapturesProps(offered=self._leave_out is not None, seen=seen, trouble=trouble))


def refused_words(*, seen: bool) -> str:
    """That the system did not do what they chose."""
    if seen:
        return translate(
            "CapturesModel",
            "Your system did not do that: pictures of the screen may still leave Nearer out.",
        )
    return translate(
        "CapturesModel",
        "Your system did not do that: pictures of the screen may still show Nearer.",
    )
