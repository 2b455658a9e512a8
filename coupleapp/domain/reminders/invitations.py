"""What the couple is invited to on a day: few times a week, each occasion once, no backlog."""

from collections.abc import Callable
from datetime import date, timedelta, tzinfo

from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import AWAY_DAYS, LOOK_BACK_DAYS
from coupleapp.domain.reminders.kinds import INVITATIONS, ReminderKind, Standing

_K = ReminderKind


def open_on(day: date, zone: tzinfo, standing: Standing) -> tuple[ReminderKind, ...]:
    """What there is to invite to on this day, the most important first.

    After ``AWAY_DAYS`` quiet days it is the welcome back and nothing else, for what would have
    been in the meantime is no backlog.
    """
    if quiet_days(day, zone, standing) >= AWAY_DAYS:
        chosen = _review(day, standing)
        fresh = chosen is not None and (day - chosen).days < AWAY_DAYS
        return (_K.REVIEW,) if fresh else (_K.WELCOME,)
    return tuple(kind for kind in INVITATIONS if kind in _OPENS and _occasion(kind, day, standing))


def unasked_on(day: date, zone: tzinfo, standing: Standing) -> tuple[ReminderKind, ...]:
    """What of ``open_on`` was not asked yet: each occasion asks once."""
    return tuple(
        kind
        for kind in open_on(day, zone, standing)
        if not _asked(kind, _began(kind, day, zone, standing), day, standing)
    )


def quiet_days(day: date, zone: tzinfo, standing: Standing) -> int:
    """Whole days since they did something with Nearer, or since their first day."""
    return (day - _last_day(zone, standing)).days


def _last_day(zone: tzinfo, standing: Standing) -> date:
    last = standing.last_together
    return max(standing.since, last.astimezone(zone).date()) if last else standing.since


def _occasion(kind: ReminderKind, day: date, standing: Standing) -> date | None:
    """The day from which on there is this occasion; None when there is none on ``day``."""
    begins = _OPENS[kind](day, standing)
    return begins if begins is not None and begins <= day else None


def _began(kind: ReminderKind, day: date, zone: tzinfo, standing: Standing) -> date:
    if kind is _K.WELCOME:
        return _last_day(zone, standing) + timedelta(days=1)
    return _occasion(kind, day, standing) or day


def _asked(kind: ReminderKind, since: date, until: date, standing: Standing) -> bool:
    # Nothing from days to come, which a clock that was far ahead may have left.
    return any(k.kind is kind and since <= k.evening <= until for k in standing.shown)


def _review(day: date, standing: Standing) -> date | None:
    return max((on for on in standing.reviews if on <= day), default=None)


def _check_in(day: date, standing: Standing) -> date | None:  # noqa: ARG001 - one of _OPENS
    return standing.check_in_on


def _pick(day: date, standing: Standing) -> date | None:
    return monday_of(day) if standing.needs_pick else None


def _look_back(day: date, standing: Standing) -> date | None:
    """From so many days after the last one on, and for one week after it was asked."""
    if not standing.has_lines:
        return None
    asked = [known.evening for known in standing.shown if known.kind is _K.LOOK_BACK]
    last = max(asked, default=standing.since)
    if asked and last <= day < last + timedelta(days=7):
        return last
    return last + timedelta(days=LOOK_BACK_DAYS)


def _theme(day: date, standing: Standing) -> date | None:
    """In the week in which it is new; the first one needs no word."""
    begins = standing.theme_since
    new = begins is not None and begins > standing.since and monday_of(day) == begins
    return begins if new else None


_OPENS: dict[ReminderKind, Callable[[date, Standing], date | None]] = {
    _K.REVIEW: _review,
    _K.CHECK_IN: _check_in,
    _K.PICK: _pick,
    _K.LOOK_BACK: _look_back,
    _K.THEME: _theme,
}
