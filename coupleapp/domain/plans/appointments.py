"""A time the couple has agreed on to sit down together: when, where, and "I will ..."."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from coupleapp.domain.defaults import BOOK_AHEAD, EVENING_WINDOW, KEPT_AFTER
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.trusted_date import DATE_DOUBTED_AFTER
from coupleapp.domain.words.lines import LineRefused, clean_line

FORGOTTEN_AFTER = KEPT_AFTER + DATE_DOUBTED_AFTER
"""How long one is in the file after it began, most of that time hidden. A date that is wrong and is
not asked about reaches none that is still ahead. Design."""

FIRST_OFFERED_AT = time(20, 0)
"""Local time of the evening that is offered after the very first talk. Design."""


class WhenFault(StrEnum):
    """Why a time cannot be agreed on."""

    PAST = "past"
    TOO_FAR = "too_far"


class WhenRefused(ValueError):
    """A time that cannot be agreed on; nothing was changed."""

    def __init__(self, fault: WhenFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Appointment:
    """When, where, and what each of them can count on (implementation intentions, Gollwitzer 1999).

    Attributes:
        id: Random, never reused; that of the guided session at whose end it was agreed, if any.
        at: When it begins, aware UTC.
        place: Where; may be empty. At most ``LINE_MAX`` characters, already clean.
        will: How the sentence "I will ..." goes on; may be empty. As ``place``.

    Raises:
        LineRefused: A line is not clean.
        ValueError: The time is not in UTC.
    """

    id: str
    at: datetime
    place: str = ""
    will: str = ""

    def __post_init__(self) -> None:
        if self.at.utcoffset() != timedelta(0):
            raise ValueError("an appointment is in UTC")
        for line in (self.place, self.will):
            if clean_line(line) != line:
                raise LineRefused(TextFault.EMPTY)


def check_when(at: datetime, now: datetime) -> None:
    """Refuse what cannot be agreed on at ``now``.

    Raises:
        WhenRefused: It is not ahead, or more than ``BOOK_AHEAD`` away.
    """
    if at <= now:
        raise WhenRefused(WhenFault.PAST)
    if at > now + BOOK_AHEAD:
        raise WhenRefused(WhenFault.TOO_FAR)


def is_past(appointment: Appointment, now: datetime) -> bool:
    """Whether it began more than ``KEPT_AFTER`` ago: nobody needs it any more."""
    return now - appointment.at > KEPT_AFTER


def is_forgotten(appointment: Appointment, now: datetime) -> bool:
    """Whether it began more than ``FORGOTTEN_AFTER`` ago: it may leave the file."""
    return now - appointment.at > FORGOTTEN_AFTER


def tonights_appointment(
    appointments: Iterable[Appointment], began_at: datetime
) -> Appointment | None:
    """The one that a session which began then was agreed for: within ``EVENING_WINDOW`` of it."""
    near = [one for one in appointments if abs(one.at - began_at) <= EVENING_WINDOW]
    return min(near, key=lambda one: abs(one.at - began_at), default=None)


def half_hour(at: datetime) -> datetime:
    """The half hour nearest to this local time."""
    later = at + timedelta(minutes=15)
    return later.replace(minute=later.minute // 30 * 30, second=0, microsecond=0)


def a_week_later(at: datetime, now: datetime, zone: tzinfo) -> datetime:
    """The same day of the week and time of day, by the couple's clocks, in the weeks after ``now``.

    Returns:
        Aware UTC.
    """
    local = at.astimezone(zone)
    wall, weeks = local.replace(tzinfo=None), 1
    while (later := (wall + timedelta(weeks=weeks)).replace(tzinfo=zone)) <= now:
        weeks += 1
    return later.astimezone(UTC)


def next_appointment(appointments: Iterable[Appointment], now: datetime) -> Appointment | None:
    """The one that matters at ``now``: the soonest that is ahead or has just begun.

    If there is none, the last that began and is not past, so that it can still be moved.
    """
    in_order = sorted(
        (one for one in appointments if not is_past(one, now)), key=lambda one: (one.at, one.id)
    )
    current = (one for one in in_order if now < one.at + EVENING_WINDOW)
    return next(current, in_order[-1] if in_order else None)
