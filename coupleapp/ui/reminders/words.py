"""What comes when, and what this computer can tell, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from coupleapp.ui.base import wording

translate = QCoreApplication.translate


class Login(StrEnum):
    """Whether Nearer begins by itself at login, as far as the system tells."""

    ON = "on"
    OFF = "off"
    REFUSED = "refused"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


class Coming(StrEnum):
    """How a question comes by itself."""

    WINDOW = "window"
    NOTE = "note"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Abilities:
    """What was found; ``do_not_disturb``: whether the desktop tells when it keeps things quiet.

    ``login`` is "on", "off", "refused" (the system or its user said no), "impossible" or "unknown".
    """

    comes: Coming = Coming.HOME
    tray: bool = False
    do_not_disturb: bool = False
    full_screen: bool = False
    call: bool = False
    idle: bool = False
    login: str = "impossible"


def kind_words(kind: ReminderKind) -> str:
    match kind:
        case ReminderKind.RETURN:
            return translate("RemindersModel", "your talk goes on")
        case ReminderKind.APPOINTMENT:
            return translate("RemindersModel", "your next talk")
        case ReminderKind.ACTIVITY:
            return translate("RemindersModel", "something together")
        case ReminderKind.RITUAL:
            return translate("RemindersModel", "a ritual of yours")
        case ReminderKind.APPRECIATION:
            return translate("RemindersModel", "the quiet moment of the evening")
        case ReminderKind.WELCOME:
            return translate("RemindersModel", "a word of welcome")
        case ReminderKind.REVIEW:
            return translate("RemindersModel", "a look at what you agreed on")
        case ReminderKind.CHECK_IN:
            return translate("RemindersModel", "a few minutes for the month")
        case ReminderKind.PICK:
            return translate("RemindersModel", "something nice to choose for the week")
        case ReminderKind.LOOK_BACK:
            return translate("RemindersModel", "an evening with your notebook")
        case ReminderKind.THEME:
            return translate("RemindersModel", "a new theme")


def next_lines(
    upcoming: Sequence[tuple[datetime, Reminder]], zone: tzinfo, today: date
) -> tuple[str, ...]:
    return tuple(
        f"{wording.day_and_time(at, zone, today)}: {kind_words(reminder.kind)}"
        for at, reminder in upcoming
    )


def found_lines(found: Abilities) -> tuple[str, ...]:
    return (
        translate("RemindersModel", "There is a place for Nearer beside the clock.")
        if found.tray
        else translate(
            "RemindersModel",
            "This desktop has no place beside the clock; as chosen at first, closing the window "
            "ends Nearer, and nothing comes then.",
        ),
        *((_film_line(found),) if found.comes is Coming.WINDOW else ()),
        *(_holding_lines(found) if found.comes is not Coming.HOME else ()),
        login_line(found.login),
    )


def coming_line(comes: Coming) -> str:
    """How the evening's question, and whatever else is due, comes here."""
    match comes:
        case Coming.WINDOW:
            return translate(
                "RemindersModel",
                "A question comes in a small window, which leaves the keyboard where it is and "
                "says nothing that others would understand.",
            )
        case Coming.NOTE:
            return translate(
                "RemindersModel",
                "On this desktop a window could get in your way, so a notification asks, as "
                "quietly as all others here; the window opens when you press it.",
            )
        case Coming.HOME:
            return translate(
                "RemindersModel",
                "On this desktop a window could get in your way, and a notification cannot be "
                "pressed. So the question waits for you on Home.",
            )


def _film_line(found: Abilities) -> str:
    return _holds(
        translate("RemindersModel", "A film or a presentation is not interrupted."),
        translate(
            "RemindersModel", "Whether a film or a presentation is running cannot be told here."
        ),
        told=found.full_screen,
    )


def _holding_lines(found: Abilities) -> tuple[str, ...]:
    """What a question waits for, as a window or as a notification."""
    return (
        _holds(
            translate("RemindersModel", "“Do not disturb” is respected: the question waits."),
            translate("RemindersModel", "This desktop does not tell when quiet is wanted."),
            told=found.do_not_disturb,
        ),
        _holds(
            translate("RemindersModel", "A call is not interrupted."),
            translate("RemindersModel", "Whether somebody is in a call cannot be told here."),
            told=found.call,
        ),
        _holds(
            translate("RemindersModel", "While somebody types, the question waits for a pause."),
            translate("RemindersModel", "Whether somebody types cannot be told here."),
            told=found.idle,
        ),
    )


def _holds(yes: str, no: str, *, told: bool) -> str:
    return yes if told else no


def login_line(login: str) -> str:
    match login:
        case "on":
            return translate("RemindersModel", "Nearer begins by itself when you log in.")
        case "refused":
            return translate(
                "RemindersModel",
                "The system keeps Nearer from beginning at login; its own settings can allow it.",
            )
        case "impossible":
            return translate("RemindersModel", "Nearer cannot begin by itself on this computer.")
        case "unknown":
            return translate(
                "RemindersModel", "The system does not tell whether Nearer begins at login."
            )
        case _:
            return translate("RemindersModel", "Nearer begins when you open it.")


def resting_words(until: date | None, today: date) -> str:
    """Until when all reminders rest; empty while they do not."""
    if until is None:
        return ""
    words = translate("RemindersModel", "Reminders rest until {day}.")
    day = wording.day(until, today)
    return words.format(day=day if abs((until - today).days) > 1 else day.lower())


def back_words(*, tray: bool) -> str:
    if tray:
        return translate("RemindersModel", "The two lights beside the clock bring the window back.")
    return translate("RemindersModel", "To bring the window back, open Nearer once more.")
