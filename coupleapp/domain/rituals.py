"""Which reminder is due. A pure question, asked as often as one likes; the answer is once only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

WINDOW = timedelta(minutes=90)
"""How long after its time the nightly appreciation may still come: 21:30 to 23:00 by default."""

SNOOZE = timedelta(minutes=30)
"""How long "later" is."""


class ReminderKind(StrEnum):
    """What is reminded of."""

    APPRECIATION = "appreciation"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is due now.

    Attributes:
        kind: What it is.
        evening: The local date of the evening it belongs to, even after midnight.
    """

    kind: ReminderKind
    evening: date


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
    """Begin and end of the evening's window in the couple's zone, as aware datetimes.

    A time that does not exist on that date (clocks go forward) begins when the clock has moved;
    one that exists twice begins at the first.
    """
    begins = datetime.combine(evening, at, tzinfo=zone)
    return begins, (begins.astimezone(UTC) + WINDOW).astimezone(zone)


def due(
    now: datetime, zone: tzinfo, at: time | None, history: Sequence[ShownReminder]
) -> tuple[Reminder, ...]:
    """The reminders due at ``now``, at most one of a kind.

    Args:
        now: Aware.
        zone: The couple's zone.
        at: Local time of the nightly appreciation, None when it is switched off.
        history: What was shown before.
    """
    if at is None:
        return ()
    local = now.astimezone(zone).date()
    for evening in (local, local - timedelta(days=1)):
        begins, ends = window_of(evening, at, zone)
        record = next((r for r in history if r.evening == evening), None)
        if record is None:
            is_due = begins <= now < ends
        else:
            is_due = record.again_at is not None and record.again_at <= now < ends + SNOOZE
        if is_due:
            return (Reminder(ReminderKind.APPRECIATION, evening),)
    return ()


def next_moment(
    now: datetime, zone: tzinfo, at: time | None, history: Sequence[ShownReminder]
) -> datetime | None:
    """When to look again: the next time strictly after ``now`` at which something may become due.

    None when nothing ever will, as things stand.
    """
    if at is None:
        return None
    moments = [r.again_at for r in history if r.again_at is not None and r.again_at > now]
    local = now.astimezone(zone).date()
    moments += [
        begins
        for days in (0, 1, 2)
        if (begins := window_of(local + timedelta(days=days), at, zone)[0]) > now
    ]
    return min(moments)
