"""Until when copies keep what is deleted for good, and where it leaves them sooner."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.copies import Copies, Held
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Couple
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class HeldProps:
    words: str = ""


def held_words(held: Held) -> str:
    """Where it still lies; empty where it does not."""
    parts = []
    if held.until is not None:
        until = translate(
            "Held", "Copies may keep it until {day} at the latest, if you use Nearer once a week."
        )
        parts.append(until.format(day=wording.whole_day(held.until)))
    if held.put_aside:
        parts.append(translate("Held", "What was put aside keeps it until you let go of it."))
    if held.away:
        parts.append(
            translate("Held", "Your second place keeps it until Nearer can write there again.")
        )
    return " ".join(parts)


def others_words(held: Held) -> str:
    """What is said where another computer brought copies to the second place, too; else empty."""
    if not held.others:
        return ""
    return translate(
        "Held",
        "Copies that another computer brought to your second place stay until somebody removes "
        "them there; deleted words may still be in them.",
    )


def deleting_words(held: Held) -> str:
    """What is said before something is deleted for good."""
    if held.nowhere:
        return translate("Held", "It is gone at once, and no copy keeps it.")
    gone = translate("Held", "It is gone from here at once.")
    here = held_words(held)
    sooner = here and translate("Held", "You can take it out sooner: Settings, Copies.")
    return " ".join(part for part in (gone, here, sooner, others_words(held)) if part)


@QmlElement
class HeldModel(ViewModel):
    """Says it as it stands when it is asked: on every page on which something is deleted."""

    Props = HeldProps

    def __init__(self, copies: Copies) -> None:
        super().__init__()
        self._copies = copies

    def open(self, couple: Couple) -> None:
        self.look()

    @Slot()
    def look(self) -> None:
        try:
            words = deleting_words(self._copies.held())
        except StoreError:
            words = translate("Held", "It is gone from here at once. Copies may still keep it.")
        self.show(HeldProps(words))
