"""Agreed times and rituals in words, and why one could not be taken."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.plans.appointments import Appointment, WhenFault, WhenRefused
from coupleapp.domain.plans.rituals import WEEK, NoDays, OwnRitual
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TalkRow:
    talk_id: str
    when: str
    place: str
    will: str


@dataclass(frozen=True, slots=True)
class RitualRow:
    ritual_id: str
    name: str
    meaning: str
    when: str
    status: str
    asks_left: bool
    asks_right: bool


def talk_row(appointment: Appointment, zone: tzinfo, today: date) -> TalkRow:
    will = translate("NextTalkModel", "We will {words}").format(words=appointment.will)
    return TalkRow(
        talk_id=appointment.id,
        when=wording.day_and_time(appointment.at, zone, today),
        place=appointment.place,
        will=will if appointment.will else "",
    )


def ritual_row(ritual: OwnRitual, couple: Couple) -> RitualRow:
    when = translate("NextTalkModel", "{days}, {time}")
    return RitualRow(
        ritual_id=ritual.id,
        name=ritual.name,
        meaning=ritual.meaning,
        when=when.format(days=weekdays(ritual.days), time=wording.short_time(ritual.at)),
        status=_status(ritual, couple),
        asks_left=Seat.LEFT in ritual.waits_for,
        asks_right=Seat.RIGHT in ritual.waits_for,
    )


def _status(ritual: OwnRitual, couple: Couple) -> str:
    match ritual.waits_for:
        case ():
            return translate("NextTalkModel", "You both said yes.")
        case (seat,):
            waits = translate("NextTalkModel", "Waits for {name}’s yes.")
            return waits.format(name=couple.name(seat))
        case _:
            return translate("NextTalkModel", "Waits for a yes from both of you.")


def weekday(number: int) -> str:
    """The name of a day of the week, Monday 0."""
    return QLocale().standaloneDayName(number + 1)


def weekdays(days: frozenset[int]) -> str:
    """``Monday and Friday``, or every day."""
    if days == WEEK:
        return translate("NextTalkModel", "Every day")
    return QLocale().createSeparatedList([weekday(day) for day in sorted(days)])


def days_from(today: date, count: int) -> tuple[str, ...]:
    return tuple(wording.day(today + timedelta(days=n), today) for n in range(count))


def yes_to(at: datetime, zone: tzinfo, *, like_last_time: bool) -> str:
    """What agrees to sit down then; ``like_last_time``: whether there was a talk before."""
    if like_last_time:
        return translate("NextDate", "Yes, like last time")
    words = translate("NextDate", "Yes, {day} at {time}")
    on = at.astimezone(zone)
    return words.format(day=weekday(on.weekday()), time=wording.time_of_day(at, zone))


def time_trouble() -> str:
    return translate("NextTalkModel", "That time could not be read. Write it like 20:30.")


def time_passed() -> str:
    return translate("NextTalkModel", "That time has passed already. Choose a later one.")


def when_trouble(refused: WhenRefused) -> str:
    if refused.fault is WhenFault.PAST:
        return time_passed()
    return translate("NextTalkModel", "That is more than a year away. Choose a nearer day.")


def line_trouble(refused: LineRefused) -> str:
    if refused.fault is TextFault.EMPTY:
        return translate(
            "NextTalkModel", "A ritual has a name, and a few words on what it means to you."
        )
    sentence = translate(
        "NextTalkModel",
        "One line is {length} characters long; up to {most} fit. "
        "Shorten it a little, nothing is lost.",
    )
    locale = QLocale()
    return sentence.format(length=locale.toString(refused.length), most=locale.toString(LINE_MAX))


REFUSALS: wording.Refusals = {
    LineRefused: line_trouble,
    WhenRefused: when_trouble,
    NoDays: lambda _: translate("NextTalkModel", "Choose at least one day for it."),
}
"""What a plan can be refused."""


def written(name: str) -> str:
    sentence = translate(
        "NextTalkModel", "{file} is written. Open it with your calendar. It is not encrypted."
    )
    return sentence.format(file=name)


def not_written() -> str:
    return translate(
        "NextTalkModel",
        "The file could not be written there. Choose another place; nothing you keep was changed.",
    )


def new_talk(*, first: bool) -> str:
    if first:
        return translate("NextTalkModel", "Agree on a time")
    return translate("NextTalkModel", "Agree on another time")


def new_ritual(*, first: bool) -> str:
    if first:
        return translate("OwnRitualsModel", "Propose a ritual")
    return translate("OwnRitualsModel", "Propose another ritual")
