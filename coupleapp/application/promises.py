"""The moments the couple has chosen, from wherever they were chosen."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from coupleapp.domain.defaults import SNOOZES
from coupleapp.domain.plans.rituals import OwnRitual, next_time
from coupleapp.domain.reminders.due import LAST_CALL, WINDOW
from coupleapp.domain.reminders.kinds import Promise, ReminderKind

AHEAD = 4
"""How many times of one ritual are looked at: the last one, and as many as their page shows."""

LOOKED_BACK = WINDOW + timedelta(minutes=max(SNOOZES)) + LAST_CALL
"""So long ago may a moment lie that was put off and may still come."""

_A_MOMENT = timedelta(microseconds=1)


def promised(
    now: datetime,
    zone: tzinfo,
    moments: Iterable[tuple[ReminderKind, datetime | None]],
    rituals: Iterable[OwnRitual],
) -> Iterator[Promise]:
    """Every moment that is chosen, and may still be due."""
    for kind, at in moments:
        if at is not None:
            yield Promise(kind, at)
    for ritual in rituals:
        if ritual.ours:
            at = now - LOOKED_BACK
            for _ in range(AHEAD):
                at = next_time(ritual, at, zone)
                yield Promise(ReminderKind.RITUAL, at)
                at += _A_MOMENT
