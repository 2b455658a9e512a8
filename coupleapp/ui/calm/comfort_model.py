"""What each likes to hold, and where they feel at ease: named here once, shown in groundings."""

from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QLocale, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.drafts import Drafts
from coupleapp.domain.calm.comfort import COMFORT_MAX
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.copied_text import forget_copied
from coupleapp.ui.base.form_drafts import FormDrafts
from coupleapp.ui.base.seats import Whose, seat_of, whose
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ComfortProps:
    """The words of one partner while they look at them, and of nobody else.

    Attributes:
        left_words: For the press that opens the left partner's; likewise the right one's.
        seat: Whose words are open; nobody's at first.
        kept_words: What was done, in one sentence; may be empty.
    """

    left_words: str = ""
    right_words: str = ""
    seat: Whose = Whose.NOBODY
    heading: str = ""
    hold: str = ""
    place: str = ""
    kept_words: str = ""
    trouble: str = ""


def _line_trouble(refused: LineRefused) -> str:
    sentence = translate(
        "ComfortModel",
        "That is {length} characters long, and up to {most} fit into a sentence. "
        "Shorten it a little, nothing is lost.",
    )
    locale = QLocale()
    return sentence.format(
        length=locale.toString(refused.length), most=locale.toString(COMFORT_MAX)
    )


@QmlElement
class ComfortModel(ViewModel):
    Props = ComfortProps

    refusals: ClassVar[wording.Refusals] = {LineRefused: _line_trouble}

    def __init__(self, couples: Couples, drafts: Drafts) -> None:
        super().__init__()
        self._couples = couples
        self._drafts = FormDrafts(drafts, "comfort")

    def open(self, couple: Couple) -> None:
        self.show(ComfortProps(_opens(couple.left), _opens(couple.right)))

    @Slot(int)
    def look(self, seat: int | str) -> None:
        """Open the words of this partner, with what they had begun."""
        couple, who = self._couples.couple, seat_of(seat)
        if couple is None:
            return
        named = self._couples.settings.comforts.of(who)
        self.show(
            replace(
                self._closed(),
                seat=whose(who),
                heading=couple.name(who),
                hold=self._drafts.recall(who, "hold", named.hold),
                place=self._drafts.recall(who, "place", named.place),
            )
        )

    @Slot(str, str)
    def keepDraft(self, field: str, text: str) -> None:
        if self.props.seat:
            self._drafts.keep(self.props.seat, field, text)

    @Slot(str, str)
    def keep(self, hold: str, place: str) -> None:
        """Keep them for their owner; either may be empty."""
        if not self.props.seat:
            return
        seat = Seat(self.props.seat)
        if self.attempt(lambda: self._couples.name_comfort(seat, hold, place)):
            self._drafts.forget(seat)
            kept = translate("ComfortModel", "Kept. It will be there when you need it.")
            self.show(replace(self._closed(), kept_words=kept))

    @Slot()
    def cancel(self) -> None:
        """Close them as they were."""
        if self.props.seat:
            self._drafts.forget(self.props.seat)
        self.leave()

    def leave(self) -> bool:
        """Close what one of them has opened; what they had begun stays for them."""
        if self.props.seat:
            forget_copied()
        self.show(self._closed())
        return False

    def _closed(self) -> ComfortProps:
        return ComfortProps(self.props.left_words, self.props.right_words)


def _opens(name: str) -> str:
    return translate("ComfortModel", "{name} names theirs").format(name=name)
