"""What a file holds, thing by thing, and why one cannot be opened, in words."""

from dataclasses import dataclass
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.local_date import local_date
from coupleapp.application.looking import Content, EnvelopeMissing, NotANotebook, moment_of
from coupleapp.application.ports import (
    Clock,
    KeyMissing,
    SecretNeeded,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from coupleapp.application.salvage import Closed
from coupleapp.domain.agreements.life import AgreementLife
from coupleapp.domain.couple import Couple
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.ui.agreements.words import plan_words, topic_words
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import Whose, whose

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ContentRow:
    """One line, agreement or talk."""

    words: str
    byline: str
    seat: Whose


def content_row(content: Content, couple: Couple | None, clock: Clock) -> ContentRow:
    """To be read; nothing can be done with it here."""
    return _row(content, couple, clock.zone(), local_date(clock))


def _row(content: Content, couple: Couple | None, zone: tzinfo, today: date) -> ContentRow:
    day = wording.day(moment_of(content).astimezone(zone).date(), today)
    match content:
        case NotebookEntry(author=None):
            by = translate("WayBack", "from both of you")
            return ContentRow(content.text, f"{by} · {day}", Whose.NOBODY)
        case NotebookEntry(author=author):
            name = couple.name(author) if couple is not None and author is not None else ""
            return ContentRow(content.text, f"{name} · {day}" if name else day, whose(author))
        case AgreementLife():
            agreement = content.agreement
            kind = translate("WayBack", "an agreement")
            topic = topic_words(agreement.topic, agreement.own_topic)
            return ContentRow(plan_words(agreement), f"{kind} · {topic} · {day}", Whose.NOBODY)
        case PastSession():
            return ContentRow(translate("WayBack", "You talked."), day, Whose.NOBODY)


def trouble(error: Exception) -> str:
    """Why it cannot be opened, in one calm sentence."""
    match error:
        case NotANotebook():
            return translate(
                "WayBack",
                "This is not a notebook of Nearer, or only a part of one arrived here. Nothing was "
                "changed.",
            )
        case EnvelopeMissing():
            return translate(
                "WayBack",
                "The file with its locks was not found beside it. It ends in .keys.json, or is "
                "called keys.json; you can choose it here.",
            )
        case StoreTooNew():
            return translate(
                "WayBack",
                "A newer Nearer wrote this file. Nothing was changed; install the newer one to "
                "open it.",
            )
        case StoreDamaged():
            return translate(
                "WayBack",
                "This file is damaged and could not be read as a whole. Nothing was changed.",
            )
        case KeyMissing():
            return translate(
                "WayBack",
                "What opens this file stayed on the computer it comes from. There, give your "
                "notebook a passphrase, make a copy and bring that one.",
            )
        case StoreFull():
            return translate(
                "WayBack", "The disk is full. Free some space, then open the file again."
            )
        case StoreReadOnly():
            return translate(
                "WayBack", "Nearer may not read this file. Allow it, then open the file again."
            )
        case _:
            return translate(
                "WayBack", "This file could not be read just now. Nothing was changed."
            )


def closed_words(why: Closed) -> str:
    """Why a damaged file was not opened, in one or two calm sentences."""
    if isinstance(why, SecretNeeded):
        return translate(
            "WayBack",
            "A damaged file is still closed. It asks for the passphrase, or the sheet, that you "
            "had at that time.",
        )
    if isinstance(why, StoreTooNew):
        return translate(
            "WayBack",
            "A newer Nearer wrote a damaged file. Install that one, and it looks again for what "
            "can still be read.",
        )
    return translate(
        "WayBack",
        "What opens a damaged file was not found on this computer just now; Nearer will look for "
        "it again at its next start.",
    )
