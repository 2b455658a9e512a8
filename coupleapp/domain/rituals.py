"""Which reminder is due. A pure question, asked as often as one likes; the answer is once only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

WINDOW = timedelta(minutes=90)
"""How long after its time the nightly appreciation may still come: 21:30 to 23:00 by default."""

SNOOZE = timedelta(minutes=30)
"""How long "later" is."""


MORNING = time(4)
"""Until then it is still the evening before."""

LOOK_BACK = timedelta(days=3)
"""How many days before today an evening's reminder can still matter."""

_DAY = timedelta(days=1)


class ReminderKind(StrEnum):
    """What is reminded of."""

    APPRECIATION = "appreciation"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is due now.

    Attributes:
        kind: What it is.
        evening: The local date of the evening it belongs to, even after midnight.
        since: Aware UTC from which on it is due, for a kind that can come twice on a date.
    """

    kind: ReminderKind
    evening: date
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShownReminder:
    """What is remembered of a reminder: one for each kind and evening.

    Attributes:
        kind: What it was.
        evening: Its evening.
        shown_at: Aware UTC of the first time it was shown.
        again_at: Aware UTC to show it again, after "later"; None when it rests.
    """

    kind: ReminderKind
    evening: date
    shown_at: datetime
    again_at: datetime | None = None


def window_of(evening: date, at: time, zone: tzinfo) -> tuple[datetime, datetime]:
    """Begin and end of the evening's window, as aware UTC; the end no longer belongs to it.

    A time in the small hours is that of the night after the evening. A time that does not exist
    on its date (clocks go forward) is as much later as the clock was moved; one that exists twice
    begins at the first. An evening that the calendar leaves out (Samoa, 30 December 2011) has
    an empty window.
    """
    begins = _begins(evening, at, zone)
    return begins, min(begins + WINDOW, _begins(evening + _DAY, at, zone))


def _begins(evening: date, at: time, zone: tzinfo) -> datetime:
    # UTC, because Python compares and subtracts two times of one zone by their faces, whatever
    # the clock did in between.
    day = evening + _DAY if at < MORNING else evening
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def due(
    now: datetime,
    zone: tzinfo,
    at: time | None,
    history: Sequence[ShownReminder],
    waits_until: datetime | None = None,
) -> tuple[Reminder, ...]:
    """The reminder due at ``now``, at most one: a talk that waits goes before the evening.

    Something put off comes again when it was promised, even after the window: it was asked for.
    If the computer sleeps then, it is let go after another ``SNOOZE``.

    Args:
        now: Aware.
        zone: The couple's zone.
        at: Local time of the nightly appreciation, None when it is switched off.
        history: What was shown on evenings since ``LOOK_BACK`` before today, or longer.
        waits_until: When they go on with a talk that waits, aware; None when none does.
    """
    now = now.astimezone(UTC)
    wanted = {ReminderKind.APPRECIATION: at, ReminderKind.RETURN: waits_until}
    for known in history:
        if wanted[known.kind] is None or known.again_at is None:
            continue
        if known.kind is ReminderKind.RETURN and waits_until and known.shown_at < waits_until:
            continue  # put off before the talk was moved to another time
        if known.again_at <= now < known.again_at + SNOOZE:
            return (Reminder(known.kind, known.evening),)
    if waits_until is not None and _return_is_due(now, waits_until.astimezone(UTC), history):
        on = waits_until.astimezone(zone).date()
        return (Reminder(ReminderKind.RETURN, on, waits_until.astimezone(UTC)),)
    if at is None:
        return ()
    shown = {known.evening for known in history if known.kind is ReminderKind.APPRECIATION}
    for evening in _evenings_around(now, zone):
        begins, ends = window_of(evening, at, zone)
        if begins <= now < ends and evening not in shown:
            return (Reminder(ReminderKind.APPRECIATION, evening),)
    return ()


def _return_is_due(now: datetime, until: datetime, history: Sequence[ShownReminder]) -> bool:
    shown = any(k.kind is ReminderKind.RETURN and k.shown_at >= until for k in history)
    return until <= now < until + WINDOW and not shown


def next_moment(
    now: datetime,
    zone: tzinfo,
    at: time | None,
    history: Sequence[ShownReminder],
    waits_until: datetime | None = None,
) -> datetime | None:
    """When to look again: the next time strictly after ``now`` at which something may become due.

    Aware UTC. None when nothing ever will, as things stand.
    """
    moments = [known.again_at for known in history if known.again_at is not None]
    if at is not None:
        moments += [_begins(evening, at, zone) for evening in _evenings_around(now, zone)]
    if waits_until is not None:
        moments.append(waits_until)
    return min((moment.astimezone(UTC) for moment in moments if moment > now), default=None)


def _evenings_around(now: datetime, zone: tzinfo) -> list[date]:
    """Every evening whose window may be open at ``now`` or is the next to open.

    More than last night and tonight: the clock can be turned back over midnight, and the calendar
    can leave a day out.
    """
    today = now.astimezone(zone).date()
    return [today + days * _DAY for days in range(-2, 2)]
