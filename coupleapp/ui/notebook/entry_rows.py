"""The lines of the notebook, evening by evening, as they are shown."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.hand import Hand
from coupleapp.domain.notebook import EarlierText, EntryKind, NotebookEntry
from coupleapp.ui.base import wording
from coupleapp.ui.base.isolation import isolated
from coupleapp.ui.base.seats import Whose, whose
from coupleapp.ui.notebook.occasions import Occasion

translate = QCoreApplication.translate

WEEK_DAYS, YEAR_DAYS = 7, 300


class Shown(StrEnum):
    """How much of a line there is to see."""

    WHOLE = "whole"
    FOLDED = "folded"
    GONE = "gone"
    BACK = "back"
    BINNED = "binned"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line.

    Attributes:
        day: Of its evening, on the first line of it; else empty.
        occasion: What they sat down for on it, there, too.
        shown: WHOLE, FOLDED for one of them, GONE into the bin a moment ago; in the bin BINNED,
            CLOSED where only its author reads it, or BACK in the notebook a moment ago.
        own: Whether whoever is there may change it, perhaps after a curtain.
        others: Whether it is the other's, so that it can be folded and answered.
        earlier: What it said before; empty where that is not kept.
    """

    entry_id: str
    words: str
    byline: str
    seat: Whose
    day: str = ""
    occasion: str = ""
    shown: Shown = Shown.WHOLE
    own: bool = True
    others: bool = False
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads, and what is known of the evenings.

    Attributes:
        hand: Whose hand is at the screen; None where both are.
        occasion: What they sat down for, by the id of a sitting.
        earlier: What a line said before.
        bin: Whether it is the bin that is read.
    """

    couple: Couple
    clock: Clock
    hand: Hand | None = None
    occasion: Callable[[str | None], Occasion | None] = lambda _: None
    earlier: Callable[[NotebookEntry], Sequence[EarlierText]] = lambda _: ()
    bin: bool = False

    @property
    def today(self) -> date:
        return local_date(self.clock)

    def day(self, at: datetime) -> date:
        return at.astimezone(self.clock.zone()).date()


def entry_rows(
    entries: Iterable[NotebookEntry], below: Iterable[NotebookEntry], reading: Reading
) -> list[EntryRow]:
    """``entries`` as they come, each with what of ``below`` answers it; days where they begin."""
    answers: dict[str | None, list[NotebookEntry]] = {}
    for answer in below:
        answers.setdefault(answer.answers, []).append(answer)
    rows: list[EntryRow] = []
    last, told = None, set[str]()
    for entry in entries:
        occasion = reading.occasion(entry.session_id)
        on = reading.day(_moment(entry, occasion, reading))
        if reading.bin and entry.binned_at is None:
            on = last or on
        words = occasion.words if occasion is not None and not reading.bin else ""
        if on != last:
            told.clear()
        rows.append(
            replace(
                _row(entry, reading),
                day=_evening(on, reading.today) if on != last else "",
                occasion="" if words in told else words,
            )
        )
        last = on
        told.add(words)
        rows += [_row(one, reading) for one in answers.get(entry.id, ())]
    return rows


def _moment(entry: NotebookEntry, occasion: Occasion | None, reading: Reading) -> datetime:
    if reading.bin and entry.binned_at is not None:
        return entry.binned_at
    return occasion.at if occasion is not None else entry.written_at


def _row(entry: NotebookEntry, reading: Reading) -> EntryRow:
    hand, author = reading.hand, entry.author
    shown = _shown(entry, reading)
    return EntryRow(
        entry.id,
        _words(entry, shown, reading.couple),
        " · ".join(filter(None, _byline(entry, reading))),
        whose(author),
        shown=shown,
        own=author is None or hand is None or hand.seat is author,
        others=author is not None and (hand is None or hand.seat is not author),
        earlier="\n\n".join(_earlier(one, reading) for one in reading.earlier(entry)),
    )


def _shown(entry: NotebookEntry, reading: Reading) -> Shown:
    is_authors = reading.hand is not None and reading.hand.seat is entry.author
    if reading.bin and entry.binned_at is None:
        return Shown.BACK
    if reading.bin:
        return Shown.BINNED if entry.author is None or is_authors else Shown.CLOSED
    if entry.binned_at is not None:
        return Shown.GONE
    return Shown.FOLDED if entry.hidden_by and not is_authors else Shown.WHOLE


def _words(entry: NotebookEntry, shown: Shown, couple: Couple) -> str:
    match shown:
        case Shown.WHOLE | Shown.BINNED:
            return entry.text
        case Shown.GONE:
            return translate("NotebookModel", "This line is in the bin now.")
        case Shown.BACK:
            return translate("NotebookModel", "This line is back in your notebook.")
        case Shown.FOLDED:
            return translate("NotebookModel", "Folded away for now.")
        case Shown.CLOSED:
            name = isolated(couple.name(entry.author)) if entry.author is not None else ""
            return translate("NotebookModel", "A line that {name} deleted").format(name=name)


def _byline(entry: NotebookEntry, reading: Reading) -> tuple[str, ...]:
    return (
        _author(entry.author, reading.couple),
        _kind_words(entry.kind),
        translate("NotebookModel", "below it") if entry.answers else "",
        _changed(entry, reading),
    )


def _changed(entry: NotebookEntry, reading: Reading) -> str:
    if entry.changed_at is None:
        return ""
    on, today = reading.day(entry.changed_at), reading.today
    day = wording.day_mid_sentence(on, today)
    if abs((today - on).days) <= 1:
        return translate("NotebookModel", "changed {day}").format(day=day)
    return translate("NotebookModel", "changed on {day}").format(day=day)


def _earlier(earlier: EarlierText, reading: Reading) -> str:
    day = wording.day_mid_sentence(reading.day(earlier.until), reading.today)
    said = translate("NotebookModel", "Until {day}: {words}")
    return said.format(day=day, words=isolated(earlier.text))


def _evening(on: date, today: date) -> str:
    days = (today - on).days
    if days <= 1:
        return wording.day(on, today)
    pattern = "dddd" if days < WEEK_DAYS else "d MMMM" if days < YEAR_DAYS else "d MMMM yyyy"
    return QLocale().toString(QDate(on.year, on.month, on.day), pattern)


def _author(seat: Seat | None, couple: Couple) -> str:
    if seat is None:
        return translate("NotebookModel", "from both of you")
    return isolated(couple.name(seat))


def _kind_words(kind: EntryKind) -> str:
    match kind:
        case EntryKind.MOMENT:
            return translate("NotebookModel", "what mattered")
        case EntryKind.SMALL_WIN:
            return translate("NotebookModel", "a small win, given")
        case EntryKind.APPRECIATION:
            return translate("NotebookModel", "an appreciation")
        case EntryKind.REFLECTION:
            return translate("NotebookModel", "after a talk")
        case EntryKind.UNSEEN:
            return translate("NotebookModel", "an unseen moment")
        case EntryKind.OUTSIDE_VIEW:
            return translate("NotebookModel", "from outside")
        case EntryKind.SETBACK:
            return translate("NotebookModel", "what it protected")
        case EntryKind.FREE:
            return ""
