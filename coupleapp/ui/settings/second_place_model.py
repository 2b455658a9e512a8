"""The second place of the copies: chosen, looked at, taken away."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.copy_progress import Progress
from coupleapp.application.couples import Couples
from coupleapp.application.ports import Clock, StoreError, StoreFull, StoreReadOnly
from coupleapp.application.second_place import Newest, NoCopy, SecondStanding
from coupleapp.application.second_shelf import InTheWay, PlaceFault, PlaceRefused, SecondNote
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import WayIn
from coupleapp.ui.base import wording
from coupleapp.ui.base.copy_words import progress_words
from coupleapp.ui.base.view_model import ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class SecondPlaceProps:
    """The second place.

    Attributes:
        place: The folder; empty where none is chosen.
        stands: How it stands with it.
        opens: Whether what lies there opens on another computer.
        alone: Whether it does not.
        said: What was just done.
    """

    place: str = ""
    stands: str = ""
    opens: str = ""
    alone: bool = False
    said: str = ""
    trouble: str = ""


def opens_words(ways: AbstractSet[WayIn], *, others: bool = False) -> str:
    """What opens the copies when this computer is gone; ``others``: some are of another one."""
    theirs = translate(
        "SecondPlace", "Copies from another computer open with what you chose there."
    )
    return f"{_own_words(ways)} {theirs}" if others else _own_words(ways)


def _own_words(ways: AbstractSet[WayIn]) -> str:
    if WayIn.PASSPHRASE in ways:
        return translate("SecondPlace", "On another computer they open with your passphrase.")
    if WayIn.SHEET in ways:
        return translate("SecondPlace", "On another computer they open with your recovery sheet.")
    return translate(
        "SecondPlace",
        "So far they open on this computer alone. A passphrase or a recovery sheet would open "
        "them anywhere.",
    )


def refused_words(fault: PlaceFault) -> str:
    match fault:
        case PlaceFault.NO_FOLDER:
            return translate(
                "SecondPlace",
                "There is no such folder just now. Look for it once more, or make it first.",
            )
        case PlaceFault.FIRST_PLACE:
            return translate(
                "SecondPlace",
                "That is where a notebook lies itself. A folder somewhere else helps more.",
            )
        case PlaceFault.READ_ONLY:
            return translate(
                "SecondPlace",
                "Nearer may not write there. Allow it, or choose another folder.",
            )
        case PlaceFault.FULL:
            return translate(
                "SecondPlace", "There is no room left. Free some space, or choose another folder."
            )
        case PlaceFault.FAILS:
            return translate(
                "SecondPlace",
                "That folder does not answer just now. Try again in a while, or choose another.",
            )


def not_brought_words(error: StoreError) -> str:
    """What on this computer keeps the copies from going there, and what helps."""
    match error:
        case StoreFull():
            return translate(
                "SecondPlace",
                "The disk of this computer is full, so your copies could not go there. Free some "
                "space here; Nearer tries again with the next one.",
            )
        case StoreReadOnly():
            return translate(
                "SecondPlace",
                "Nearer may not write to its own folder, so your copies could not go there. Allow "
                "writing there; Nearer tries again with the next one.",
            )
        case _:
            return translate(
                "SecondPlace",
                "Your copies could not go there just now. Nearer tries again with the next one.",
            )


def stands_words(standing: SecondStanding, synced: str, clock: Clock) -> str:
    """How it stands with it; ``synced``: what copies the folder on, empty for nothing."""
    parts = [_now_words(standing, clock), missed_words(standing.note, clock)]
    if standing.note.only_since is not None:
        parts.append(translate("SecondPlace", "What you let go of leaves it then, too."))
    if synced and standing.found is not NoCopy.AWAY:
        parts.append(
            translate("SecondPlace", "{name} copies this folder on, as it is: encrypted.").format(
                name=synced
            )
        )
    return " ".join(part for part in parts if part)


def _now_words(standing: SecondStanding, clock: Clock) -> str:
    match standing.found:
        case Newest(at, whole):
            return _newest_words(_when(at, clock), standing.note, whole=whole)
        case NoCopy.NONE_YET:
            return translate("SecondPlace", "No copy lies there yet. The next one goes there, too.")
        case NoCopy.AWAY | NoCopy.EMPTIED:
            missed = missed_words(standing.note, clock)
            # Said with the copy it missed.
            return "" if missed else _out_words(standing.found)


def _out_words(found: NoCopy) -> str:
    if found is NoCopy.EMPTIED:
        return _emptied_words()
    return translate("SecondPlace", "It is not there just now. It has every copy up to the last.")


def _newest_words(when: str, note: SecondNote, *, whole: bool) -> str:
    if whole:
        sentence = translate(
            "SecondPlace", "The newest copy there: {when}. It was read through just now."
        )
    elif note.unreadable:
        sentence = translate(
            "SecondPlace",
            "The newest copy there ({when}) could not be read, so Nearer brings it once more. If "
            "that happens again, choose another place: sticks wear out.",
        )
    else:
        sentence = translate(
            "SecondPlace",
            "The newest copy there ({when}) could not be read. If that happens again, choose "
            "another place: sticks wear out.",
        )
    return sentence.format(when=when)


def missed_words(note: SecondNote, clock: Clock) -> str:
    """What could not be done there, and what helps; empty where it has all, and may be away."""
    if note.hindered is None:
        return ""
    by, missing = note.hindered.by, note.hindered.missing
    if missing is None:
        return _waits_words(by)
    return _way_on(by).format(when=_when(missing, clock))


def _way_on(by: InTheWay) -> str:
    match by:
        case InTheWay.AWAY:
            return translate(
                "SecondPlace",
                "It was not there at the last copy ({when}). When it is back, it catches up by "
                "itself.",
            )
        case InTheWay.EMPTIED:
            return _emptied_words()
        case InTheWay.FULL:
            return translate(
                "SecondPlace",
                "It is full: the copy of {when} found no room. On this computer all copies are "
                "there. Free some space on it, or choose another place.",
            )
        case InTheWay.READ_ONLY:
            return translate(
                "SecondPlace",
                "Nearer may not write there: the copy of {when} is on this computer alone. Allow "
                "writing, or choose another place.",
            )
        case InTheWay.OTHER:
            return translate(
                "SecondPlace",
                "The copy of {when} could not be brought there. Nearer tries again with the next.",
            )


def _waits_words(by: InTheWay) -> str:
    """Where every copy is there, and something was to be changed or removed."""
    match by:
        case InTheWay.AWAY:
            return ""
        case InTheWay.EMPTIED:
            return _emptied_words()
        case InTheWay.FULL:
            return translate(
                "SecondPlace",
                "It has every copy, but it is full, so nothing there can be changed. Free some "
                "space on it, or choose another place.",
            )
        case InTheWay.READ_ONLY:
            return translate(
                "SecondPlace",
                "It has every copy, but Nearer may not write there, so nothing leaves it. Allow "
                "writing, or choose another place.",
            )
        case InTheWay.OTHER:
            return translate(
                "SecondPlace",
                "It has every copy, but not all there could be brought up to date. Nearer tries "
                "again with the next copy.",
            )


def _emptied_words() -> str:
    return translate(
        "SecondPlace",
        "Nothing is left in this folder. If it is a new stick, choose it once more; if yours is "
        "only unplugged, it catches up when it is back.",
    )


def _when(at: datetime, clock: Clock) -> str:
    zone = clock.zone()
    return wording.day_and_time(at, zone, clock.now().astimezone(zone).date())


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
                "SecondPlace", "Nearer uses this folder no more. What lies there stays as it is."
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
        if not place:
            return SecondPlaceProps()
        try:
            ways = self._ways()
        except StoreError:
            return SecondPlaceProps(place)
        alone = not ways & {WayIn.PASSPHRASE, WayIn.SHEET}
        return SecondPlaceProps(place, opens=opens_words(ways, others=others), alone=alone)
