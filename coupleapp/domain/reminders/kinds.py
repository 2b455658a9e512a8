"""What can be reminded of, and what is known when it is asked what is due."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ReminderKind(StrEnum):
    """What is reminded of, in the order of precedence: of several the first one comes.

    A promise of theirs has its own moment: a talk that waits (RETURN), the next talk
    (APPOINTMENT), the thing to do together (ACTIVITY), a ritual of their own (RITUAL). Then comes
    the nightly APPRECIATION. The rest are invitations, few a week: back after quiet days
    (WELCOME), looking at an agreement again (REVIEW), the monthly check-in (CHECK_IN), picking
    something to do together (PICK), an evening with the notebook (LOOK_BACK), a new theme (THEME).
    """

    RETURN = "return"
    APPOINTMENT = "appointment"
    ACTIVITY = "activity"
    RITUAL = "ritual"
    APPRECIATION = "appreciation"
    WELCOME = "welcome"
    REVIEW = "review"
    CHECK_IN = "check_in"
    PICK = "pick"
    LOOK_BACK = "look_back"
    THEME = "theme"


PROMISES = frozenset(
    {
        ReminderKind.RETURN,
        ReminderKind.APPOINTMENT,
        ReminderKind.ACTIVITY,
        ReminderKind.RITUAL,
    }
)
"""Kinds that have a moment the couple has chosen."""

INVITATIONS = tuple(
    kind for kind in ReminderKind if kind not in {*PROMISES, ReminderKind.APPRECIATION}
)
"""Kinds that come on an evening of their own, the most important first."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that is due.

    ``evening`` is a local date, the same after midnight. A promise can come twice a day: it alone
    has ``since``, the aware UTC from which on it is due.
    """

    kind: ReminderKind
    evening: date
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is due at a moment, and when the answer may change.

    Attributes:
        due: By precedence; only the first is shown.
        look_again: Aware UTC; None when nothing will be due, as things stand.
    """

    due: tuple[Reminder, ...] = ()
    look_again: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShownReminder:
    """What is remembered of a reminder: one for each kind and evening.

    Attributes:
        shown_at: Aware UTC of the last time it came as a new one.
        again_at: Aware UTC to show it again, after "later"; None when it rests.
    """

    kind: ReminderKind
    evening: date
    shown_at: datetime
    again_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A moment the couple has chosen.

    Attributes:
        kind: One of ``PROMISES``.
        at: Aware.

    Raises:
        ValueError: The kind has no moment of its own.
    """

    kind: ReminderKind
    at: datetime

    def __post_init__(self) -> None:
        if self.kind not in PROMISES:
            raise ValueError(f"{self.kind} is no promise")


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand between the two and the app, for all that can be due.

    Attributes:
        since: Their first day, a local date.
        last_together: Aware; when they last did something with Nearer; None before the first.
        last_session: Aware; when they last sat down; None before the first.
        theme_since: The Monday from which on the theme on the table is there.
        check_in_on: The local date from which on the monthly check-in is open.
        reviews: Local dates on which an agreement is looked at again.
        needs_pick: Whether a block of things to do together runs and this week has none.
        shown: What was reminded of, at least since ``rituals.REMEMBERED``, and of each kind the
            newest.
    """

    since: date
    last_together: datetime | None = None
    last_session: datetime | None = None
    promises: tuple[Promise, ...] = ()
    theme_since: date | None = None
    check_in_on: date | None = None
    reviews: tuple[date, ...] = ()
    needs_pick: bool = False
    has_lines: bool = False
    shown: tuple[ShownReminder, ...] = ()
