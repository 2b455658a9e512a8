"""Agreed times and rituals as a file that any calendar reads."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event
from PySide6.QtCore import QCoreApplication

from coupleapp.application.coming import Coming, ComingKind
from coupleapp.desktop.whole_file import replace_whole
from coupleapp.domain.defaults import RITUAL_LENGTH, TALK_LENGTH
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual, next_day

translate = QCoreApplication.translate

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARS = 25
"""How many years of clock changes the file knows; it has to name each one."""


def calendar_bytes(
    appointments: Iterable[Appointment],
    rituals: Iterable[OwnRitual],
    zone: tzinfo,
    now: datetime,
    *,
    neutral: bool,
    coming: Iterable[Coming] = (),
) -> bytes:
    """The file: what is still to come, and the rituals both have said yes to.

    A ritual stays at its time of day when the clocks change. In a zone without a name it has
    no zone at all, and calendars take their own.

    Of the rituals only those that are ``ours`` are written; of what is ``coming`` what they do
    together at a time, and the day on which they look at a plan again. ``neutral``: nothing but
    "Time for us two", else their own words. ``now`` is aware.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Nearer//Nearer//EN")
    calendar.add("version", "2.0")
    for appointment in appointments:
        if appointment.at + TALK_LENGTH > now:
            calendar.add_component(_talk(appointment, now, neutral=neutral))
    for ritual in rituals:
        if ritual.ours:
            calendar.add_component(_ritual(ritual, zone, now, neutral=neutral))
    for one in coming:
        match one.kind:
            case ComingKind.TOGETHER if one.at is not None:
                calendar.add_component(_together(one, one.at, now, neutral=neutral))
            case ComingKind.REVIEW:
                calendar.add_component(_review(one, now, neutral=neutral))
    year = now.year
    calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + _YEARS, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _talk(appointment: Appointment, now: datetime, *, neutral: bool) -> Event:
    event = _event(appointment.id, now, TALK_LENGTH)
    # In UTC, because a local time in the hour that comes twice would be taken for the first.
    event.add("dtstart", appointment.at)
    if neutral:
        return event
    event["summary"] = translate("CalendarFile", "Our talk")
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.will:
        words = translate("CalendarFile", "We will {words}").format(words=appointment.will)
        event.add("description", words)
    return event


def _ritual(ritual: OwnRitual, zone: tzinfo, now: datetime, *, neutral: bool) -> Event:
    event = _event(ritual.id, now, RITUAL_LENGTH)
    first = next_day(ritual, now, zone)
    event.add("dtstart", datetime.combine(first, ritual.at, tzinfo=_with_name(zone)))
    event.add("rrule", {"freq": "weekly", "byday": [_DAYS[day] for day in sorted(ritual.days)]})
    if not neutral:
        event["summary"] = ritual.name
    return event


def _together(one: Coming, at: datetime, now: datetime, *, neutral: bool) -> Event:
    event = _event(f"together-{one.key}", now, RITUAL_LENGTH)
    event.add("dtstart", at)
    if not neutral:
        event["summary"] = one.words
    return event


def _review(one: Coming, now: datetime, *, neutral: bool) -> Event:
    """A day, and no time of it."""
    event = _event(f"review-{one.key}", now, timedelta(days=1))
    event.add("dtstart", one.on)
    if not neutral:
        words = translate("CalendarFile", "Look again at: {what}")
        event["summary"] = words.format(what=one.words)
    return event


def _event(key: str, now: datetime, length: timedelta) -> Event:
    event = Event()
    event.add("uid", f"{key}@nearer")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", translate("CalendarFile", "Time for us two"))
    event.add("duration", length)
    event.add("class", "PRIVATE")
    return event


def _with_name(zone: tzinfo) -> tzinfo | None:
    """The zone, if other computers know it by its name."""
    key = zone.key if isinstance(zone, ZoneInfo) else None
    if not key:
        return None
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def write_calendar(path: Path, content: bytes) -> None:
    """Write the file, all of it or nothing, for its owner only; one that was there is replaced.

    Raises:
        OSError: It could not be written; what was there is still there.
    """
    replace_whole(path.resolve(), content)
