"""The second place of the copies: chosen, looked at, taken away."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.copy_progress import Progress
from coupleapp.application.couples import Couples
from coupleapp.application.ports import Clock, StoreError
from coupleapp.application.second_place import SecondStanding
from coupleapp.application.second_shelf import PlaceFault, PlaceRefused
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import WayIn
from coupleapp.ui.base.copy_words import progress_words
from coupleapp.ui.base.view_model import ViewModel
from coupleapp.ui.settings.second_place_words import (
    intro_words,
    not_brought_words,
    opens_words,
    refused_words,
    stands_words,
)

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SecondPlaceProps:
    """The second place.

    Attributes:
        intro: What it is for, or where it is.
        place: The folder; empty where none is chosen.
        stands: How it stands with it.
        opens: Whether what lies there opens on another computer.
        alone: Whether it does not.
        said: What was just done.
    """

    intro: str = ""
    place: str = ""
    stands: str = ""
    opens: str = ""
    alone: bool = False
    said: str = ""
    trouble: str = ""


@QmlElement
class SecondPlaceModel(ViewModel):
    Props = SecondPlaceProps

    placeAsked = Signal(str)
    awayAsked = Signal()
    placeTaken = Signal()
    """It is chosen now, perhaps the same once more; or none is any more."""

    def __init__(
        self, couples: Couples, ways: Callable[[], AbstractSet[WayIn]], clock: Clock
    ) -> None:
        super().__init__()
        self._couples = couples
        self._ways = ways
        self._clock = clock

    def open(self, couple: Couple) -> None:
        self.show(self._begun())

    @Slot(QUrl)
    def choose(self, url: QUrl) -> None:
        self._ask(url.toLocalFile())

    @Slot(str)
    def typed(self, path: str) -> None:
        if path.strip().startswith("file:"):
            self.choose(QUrl(path.strip()))
        else:
            self._ask(path.strip())

    @Slot()
    def takeAway(self) -> None:
        self.awayAsked.emit()

    def refused(self, error: Exception) -> None:
        """It cannot be the second place."""
        fault = error.fault if isinstance(error, PlaceRefused) else PlaceFault.NO_FOLDER
        self.show(replace(self.props, said="", trouble=refused_words(fault)))

    def chose(self, *, taken_away: bool) -> None:
        """It is chosen now, or none is any more."""
        said = translate("SecondPlace", "Your copies go there now …")
        if taken_away:
            said = translate(
                "SecondPlace",
                "Nearer no longer uses this folder. What lies there stays as it is.",
            )
        self.show(replace(self._begun(), said=said))
        self.placeTaken.emit()

    def go_on(self, progress: Progress) -> None:
        """How far it is with bringing them there."""
        self.show(replace(self.props, said=progress_words(progress)))

    def not_brought(self, error: StoreError) -> None:
        """Something on this computer was in the way."""
        if self.props.place:
            self.show(replace(self._begun(), trouble=not_brought_words(error)))

    def stand(self, standing: SecondStanding | None, synced: str) -> None:
        """As it was found just now."""
        if standing is not None:
            stands = stands_words(standing, synced, self._clock)
            begun, trouble = self._begun(others=bool(standing.note.others)), self.props.trouble
            self.show(replace(begun, stands=stands, trouble=trouble))

    def _ask(self, path: str) -> None:
        self.show(replace(self.props, said="", trouble=""))
        self.placeAsked.emit(path)

    def _begun(self, *, others: bool = False) -> SecondPlaceProps:
        place = self._couples.settings.second_place
        intro = intro_words(place)
        if not place:
            return SecondPlaceProps(intro)
        try:
            ways = self._ways()
        except StoreError:
            return SecondPlaceProps(intro, place)
        alone = not ways & {WayIn.PASSPHRASE, WayIn.SHEET}
        return SecondPlaceProps(intro, place, opens=opens_words(ways, others=others), alone=alone)
