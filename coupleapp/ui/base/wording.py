"""Times, dates and known troubles in words."""

import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from coupleapp.application import ports
from coupleapp.domain.couple import NAME_MAX, NameFault, NameRefused
from coupleapp.domain.hand import NotYours
from coupleapp.domain.notebook import TEXT_MAX, TextFault, TextRefused

translate = QCoreApplication.translate

Refusals = Mapping[type[Exception], Callable[[Any], str]]
"""What can be refused, each with the sentence that is said of it."""


def countdown(seconds: float) -> str:
    """``8:42``; the last second is shown until it is over."""
    minutes, rest = divmod(math.ceil(max(0.0, seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def time_of_day(at: datetime, zone: tzinfo) -> str:
    """The time as this computer writes it, in the couple's zone."""
    return short_time(at.astimezone(zone).time())


def short_time(at: time) -> str:
    """``21:30`` as this computer writes it."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def half_hour(at: datetime, zone: tzinfo) -> str:
    """The half hour that began last, in the couple's zone."""
    local = at.astimezone(zone)
    return short_time(time(local.hour, local.minute // 30 * 30))


def day(on: date, today: date) -> str:
    if on == today:
        return translate("wording", "Today")
    days = (today - on).days
    if days == 1:
        return translate("wording", "Yesterday")
    if days == -1:
        return translate("wording", "Tomorrow")
    pattern = "dddd, d MMMM" if abs(days) < 300 else "d MMMM yyyy"
    return QLocale().toString(QDate(on.year, on.month, on.day), pattern)


def day_mid_sentence(on: date, today: date) -> str:
    """The same where a sentence goes on with it: ``today``."""
    if on == today:
        return translate("wording", "today")
    days = (today - on).days
    if days == 1:
        return translate("wording", "yesterday")
    if days == -1:
        return translate("wording", "tomorrow")
    return day(on, today)


def whole_day(on: date) -> str:
    """``29 November 2026``."""
    return QLocale().toString(QDate(on.year, on.month, on.day), "d MMMM yyyy")


def begun_on(on: date, today: date) -> str:
    """When a talk was begun that was not finished then."""
    match (today - on).days:
        case 0:
            return translate("wording", "You began it today.")
        case 1:
            return translate("wording", "You began it yesterday.")
        case _:
            return translate("wording", "You began it on {day}.").format(day=day(on, today))


def day_and_time(at: datetime, zone: tzinfo, today: date) -> str:
    """``Sunday, 29 November, 17:00``."""
    local = at.astimezone(zone)
    return f"{day(local.date(), today)}, {time_of_day(at, zone)}"


def day_and_time_mid_sentence(at: datetime, zone: tzinfo, today: date) -> str:
    """``today, 17:00``, or ``Sunday, 29 November, 17:00``."""
    local = at.astimezone(zone)
    return f"{day_mid_sentence(local.date(), today)}, {time_of_day(at, zone)}"


def parse_time(text: str) -> QTime | None:
    """A time of day as people type it: ``21:30``, ``21.30``, ``9:30 p.m.``, ``21``."""
    latin = "".join(str(unicodedata.digit(c, c)) for c in text.strip().lower())
    latin = latin.replace("a.m.", "am").replace("p.m.", "pm")
    cleaned = " ".join(latin.replace(".", ":").replace("h", ":").split())
    for pattern in ("H:mm", "h:mm ap", "h:mmap", "H", "h ap", "hap", "H:"):
        at = QTime.fromString(cleaned, pattern)
        if at.isValid():
            return at
    local = QLocale().toTime(text.strip(), QLocale.FormatType.ShortFormat)
    return local if local.isValid() else None


def local_datetime(on: date, at: QTime, zone: tzinfo) -> datetime:
    """The aware moment of this local date and time."""
    return datetime(on.year, on.month, on.day, at.hour(), at.minute(), tzinfo=zone)


def name_trouble(refused: NameRefused) -> str:
    match refused.fault:
        case NameFault.EMPTY:
            return translate("wording", "Please write a name for each of you. Any name will do.")
        case NameFault.TOO_LONG:
            sentence = translate(
                "wording", "That name is too long to fit. Up to {count} letters will."
            )
            return sentence.format(count=NAME_MAX)
        case NameFault.SWAPPED:
            return translate(
                "wording",
                "Each name stays on its side, so that every line keeps its author. "
                "To change sides, sit the other way round and use the other's keys.",
            )
        case NameFault.SAME:
            return translate(
                "wording", "Both names are the same. Add a letter, to tell the two of you apart."
            )


def text_trouble(refused: TextRefused) -> str:
    match refused.fault:
        case TextFault.EMPTY:
            return translate("wording", "There is nothing to keep yet. One sentence is enough.")
        case TextFault.TOO_LONG:
            sentence = translate(
                "wording",
                "That is {length} characters; up to {most} fit. "
                "Shorten it a little, nothing is lost.",
            )
            locale = QLocale()
            return sentence.format(
                length=locale.toString(refused.length), most=locale.toString(TEXT_MAX)
            )


def store_trouble(error: ports.StoreError) -> str:
    match error:
        case ports.StoreFull():
            return translate(
                "wording",
                "The disk is full. What you wrote is still here; free some space and try again.",
            )
        case ports.StoreReadOnly():
            return translate(
                "wording",
                "Nearer may not write to its folder. What you wrote is still here; "
                "allow writing there and try again.",
            )
        case ports.StoreLocked():
            return translate(
                "wording",
                "Another program is using Nearer's file. What you wrote is still here; "
                "close it and try again.",
            )
        case _:
            return translate(
                "wording", "That could not be kept just now. It is still here; please try again."
            )


def not_yours() -> str:
    return translate(
        "wording",
        "These words belong to one of you, and only that one can change them. Nothing was changed.",
    )


REFUSALS: Refusals = {
    NameRefused: name_trouble,
    TextRefused: text_trouble,
    ports.StoreError: store_trouble,
    NotYours: lambda _: not_yours(),
}
"""What any page can be refused, each with its sentence."""


def pauses_carry_on() -> str:
    return translate(
        "wording",
        "Your last talks ended in a pause. A lighter evening may do you both good now, "
        "or somebody outside who helps couples talk.",
    )


def bug() -> str:
    return translate(
        "wording",
        "Something inside Nearer went wrong just now. What you have kept is safe; "
        "if a button does nothing, close Nearer and open it again.",
    )


def left_aside(count: int) -> str:
    """How many entries of a page could not be read; nothing where there is none."""
    if count == 0:
        return ""
    if count == 1:
        return translate(
            "wording",
            "One entry could not be read. It stays in the file as it is; the others are all here.",
        )
    sentence = translate(
        "wording",
        "{count} entries could not be read. They stay in the file as they are; "
        "the others are all here.",
    )
    return sentence.format(count=QLocale().toString(count))


def refused_files(refused: Sequence[tuple[str, int | None, str]]) -> str:
    """Which files of the programme could not be read; the others are there."""
    name, line, reason = refused[0]
    if line is None:
        first = translate("wording", "{file} could not be read: {reason}")
    else:
        first = translate("wording", "{file}, line {line}, could not be read: {reason}")
    rest = translate("wording", "Everything else is here.")
    return f"{first.format(file=name, line=line, reason=reason)} {rest}"


def belongs_to_each(*, listing: bool) -> str:
    if listing:
        return translate(
            "Wording",
            "This belongs to each person alone, and nobody is asked to bend in it. "
            "What you need for yourself can stand under what matters most.",
        )
    return translate(
        "Wording",
        "This belongs to each person alone, and nobody gives way in it: it can be left out.",
    )
