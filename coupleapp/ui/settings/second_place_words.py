"""How it stands with the second place of the copies, in words."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from coupleapp.application.ports import Clock, StoreError, StoreFull, StoreReadOnly
from coupleapp.application.second_place import Newest, NoCopy, SecondStanding
from coupleapp.application.second_shelf import InTheWay, PlaceFault, SecondNote
from coupleapp.domain.lock import WayIn
from coupleapp.ui.base import wording

translate = QCoreApplication.translate


def intro_words(place: str) -> str:
    """What a second place is for where none is chosen; else where it is."""
    if place:
        return translate("SecondPlace", "Every copy goes to {place}, too.").format(place=place)
    return translate(
        "SecondPlace",
        "If this computer is lost, its copies are lost with it. A stick or a synced folder can "
        "keep them, too: the copies stay encrypted.",
    )


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
                "A notebook already lives in that folder. Please choose another one.",
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
        parts.append(
            translate(
                "SecondPlace", "What you removed goes from there when Nearer next reaches it."
            )
        )
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
            "SecondPlace", "The newest copy there is from {when}. It was read through just now."
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
    return wording.day_and_time_mid_sentence(at, zone, clock.now().astimezone(zone).date())
