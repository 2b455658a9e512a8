"""Which reminder is due. A pure question, asked as often as one likes; the answer is once only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import APART, EVENING_WINDOW
from coupleapp.domain.reminders.invitations import open_on, unasked_on
from coupleapp.domain.reminders.kinds import (
    INVITATIONS,
    Promise,
    Reminder,
    ReminderKind,
    ShownReminder,
    Standing,
)
from coupleapp.domain.settings import Settings

WINDOW = EVENING_WINDOW

LAST_CALL = timedelta(minutes=30)
"""How long after its new time something put off may still come."""

EARLY = timedelta(hours=1)
"""Who sat down so long before an agreed time, has kept it."""

MORNING = time(4)
"""Until then it is still the evening before."""

REMEMBERED = timedelta(days=10)
"""How many days before today what was shown can still matter, beside the newest of each kind."""

_DAY = timedelta(days=1)


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


def rests(day: date, settings: Settings) -> bool:
    """Whether all reminders rest on this day."""
    return settings.rest_until is not None and day < settings.rest_until


def due(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing
) -> tuple[Reminder, ...]:
    """Everything due at ``now``, by precedence. Only the first is ever shown.

    Each comes once: a promise within ``WINDOW`` of its moment, the appreciation and an invitation
    within the evening's own window. Something put off comes again when it was promised, even
    after the window, for it was asked for; if the computer sleeps then, it is let go after
    ``LAST_CALL``. Nothing comes while reminders rest, and nothing that was late is made up for.
    """
    now = now.astimezone(UTC)
    found = {
        reminder.kind: reminder
        # Of one kind the last one stays: what is new, not what was put off.
        for source in (_put_off, _invited, _tonight, _promised)
        for reminder in source(now, zone, settings, standing)
    }
    return tuple(found[kind] for kind in ReminderKind if kind in found)


def _put_off(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing
) -> Iterator[Reminder]:
    for known in standing.shown:
        if known.again_at is None or not known.again_at <= now < known.again_at + LAST_CALL:
            continue
        if _is_still_wanted(known, zone, settings, standing):
            yield Reminder(known.kind, known.evening)


def _is_still_wanted(
    known: ShownReminder, zone: tzinfo, settings: Settings, standing: Standing
) -> bool:
    if rests(known.evening, settings):
        return False
    if known.kind is ReminderKind.APPRECIATION:
        return settings.evening is not None
    if known.kind in INVITATIONS:
        wanted = settings.invite_at is not None and settings.invites > 0
        return wanted and known.kind in open_on(known.evening, zone, standing)
    # Not when it was moved to another time in the meantime, or let go.
    return any(
        promise.kind is known.kind and promise.at <= known.shown_at < promise.at + WINDOW
        for promise in _open_promises(zone, settings, standing)
    )


def _promised(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing
) -> Iterator[Reminder]:
    # The later one last, so that it is the one that stays.
    for promise in sorted(_open_promises(zone, settings, standing), key=lambda one: one.at):
        at = promise.at
        # Nothing of another day, which a clock that was far ahead may have left.
        came = any(k.kind is promise.kind and at <= k.shown_at < at + _DAY for k in standing.shown)
        if at <= now < at + WINDOW and not came:
            yield Reminder(promise.kind, at.astimezone(zone).date(), at)


def _open_promises(zone: tzinfo, settings: Settings, standing: Standing) -> list[Promise]:
    """In UTC, all but those that rest, and a talk they have sat down for already."""
    promises = [replace(promise, at=promise.at.astimezone(UTC)) for promise in standing.promises]
    return [
        promise
        for promise in promises
        if not rests(promise.at.astimezone(zone).date(), settings)
        and not (promise.kind is ReminderKind.APPOINTMENT and _has_begun(promise.at, standing))
    ]


def _has_begun(at: datetime, standing: Standing) -> bool:
    return standing.last_session is not None and standing.last_session >= at - EARLY


def _tonight(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing
) -> Iterator[Reminder]:
    if settings.evening is None:
        return
    shown = {k.evening for k in standing.shown if k.kind is ReminderKind.APPRECIATION}
    for evening in _open_evenings(now, settings.evening, zone):
        if evening not in shown and not rests(evening, settings):
            yield Reminder(ReminderKind.APPRECIATION, evening)
            return


def _invited(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing
) -> Iterator[Reminder]:
    # Either way, for the clock may have been set back since.
    if settings.invite_at is None or any(abs(now - k.shown_at) < APART for k in standing.shown):
        return
    invited = {k.evening for k in standing.shown if k.kind in INVITATIONS}
    for evening in _open_evenings(now, settings.invite_at, zone):
        this_week = {day for day in invited if monday_of(day) == monday_of(evening)}
        if evening in invited or len(this_week) >= settings.invites or rests(evening, settings):
            continue
        for kind in unasked_on(evening, zone, standing)[:1]:
            yield Reminder(kind, evening)
            return


def _open_evenings(now: datetime, at: time, zone: tzinfo) -> Iterator[date]:
    for evening in _evenings_around(now, zone):
        begins, ends = window_of(evening, at, zone)
        if begins <= now < ends:
            yield evening


def next_moment(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing
) -> datetime | None:
    """When to look again: the next time strictly after ``now`` at which something may become due.

    Aware UTC. None when nothing ever will, as things stand.
    """
    now = now.astimezone(UTC)
    moments = [known.again_at for known in standing.shown if known.again_at is not None]
    moments += [known.shown_at + APART for known in standing.shown]
    moments += [promise.at for promise in standing.promises]
    for at in (settings.evening, settings.invite_at):
        if at is not None:
            moments += [_begins(evening, at, zone) for evening in _evenings_around(now, zone)]
    return min((moment.astimezone(UTC) for moment in moments if moment > now), default=None)


def upcoming(
    now: datetime, zone: tzinfo, settings: Settings, standing: Standing, most: int
) -> tuple[tuple[datetime, Reminder], ...]:
    """The next reminders and when they will come, if nothing changes until then."""
    found: list[tuple[datetime, Reminder]] = []
    at: datetime | None = now.astimezone(UTC)
    ends = now + timedelta(days=70)
    while at is not None and at < ends and len(found) < most:
        reminders = due(at, zone, settings, standing)
        if reminders:
            found.append((at, reminders[0]))
            standing = replace(standing, shown=_after(standing.shown, reminders[0], at))
        else:
            at = next_moment(at, zone, settings, standing)
    return tuple(found)


def _after(
    shown: tuple[ShownReminder, ...], reminder: Reminder, at: datetime
) -> tuple[ShownReminder, ...]:
    row = ShownReminder(reminder.kind, reminder.evening, at)
    others = []
    for known in shown:
        if (known.kind, known.evening) != (row.kind, row.evening):
            others.append(known)
        elif reminder.since is None:
            row = replace(known, again_at=None)
    return (*others, row)


def _evenings_around(now: datetime, zone: tzinfo) -> list[date]:
    """Every evening whose window may be open at ``now`` or is the next to open.

    More than last night and tonight: the clock can be turned back over midnight, and the calendar
    can leave a day out.
    """
    today = now.astimezone(zone).date()
    return [today + days * _DAY for days in range(-2, 2)]
