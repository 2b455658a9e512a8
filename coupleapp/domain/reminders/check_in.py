"""When the next check-in is due, and whether it is the deeper review: by history alone.

A check-in counts as held when it is over and somebody had the floor; to stop early is to have
held it. The deeper review comes after two light ones in a row. Nothing is ever overdue: whenever
a check-in is held, the next one is due four weeks later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from enum import StrEnum
from operator import itemgetter

from coupleapp.domain.defaults import CHECK_IN_DAYS, DEEP_REVIEW_EVERY
from coupleapp.domain.guided_session.past import PastSession


class CheckInKind(StrEnum):
    """Which check-in it is; the value is the id of its format."""

    MONTHLY = "monthly_check_in"
    REVIEW = "three_month_review"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The next check-in; ``due_on`` is the local date from which it may be offered."""

    kind: CheckInKind
    due_on: date


def next_check_in(since: date, history: Sequence[PastSession], zone: tzinfo) -> CheckIn:
    """The next check-in: ``CHECK_IN_DAYS`` after the last one, at first after ``since``.

    Every ``DEEP_REVIEW_EVERY``-th is the deeper review, and that one not before as many times
    ``CHECK_IN_DAYS`` after ``since``, however soon the light ones were held: there have to be
    three months to look back on.
    """
    month = timedelta(days=CHECK_IN_DAYS)
    held = _held(history, zone)
    last = max([since, *(day for day, _ in held)])
    light = 0
    for _, kind in held:
        light = 0 if kind is CheckInKind.REVIEW else light + 1
    if light < DEEP_REVIEW_EVERY - 1:
        return CheckIn(CheckInKind.MONTHLY, last + month)
    return CheckIn(CheckInKind.REVIEW, max(last + month, since + DEEP_REVIEW_EVERY * month))


def _held(history: Sequence[PastSession], zone: tzinfo) -> list[tuple[date, CheckInKind]]:
    """The check-ins that were held and the local days on which they ended, oldest first."""
    ended = [
        (past.ended_at, CheckInKind(past.format_id))
        for past in history
        if past.ended_at is not None and past.talked and past.format_id in set(CheckInKind)
    ]
    in_order = sorted(ended, key=itemgetter(0))
    return [(at.astimezone(zone).date(), kind) for at, kind in in_order]
