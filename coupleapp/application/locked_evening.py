"""The evening's question while the notebook is locked: it knows a time of day, and no word."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from coupleapp.application.couples import Couples
from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock, EveningStore
from coupleapp.domain.reminders.due import due, next_moment
from coupleapp.domain.reminders.kinds import (
    Outlook,
    Reminder,
    ReminderKind,
    ShownReminder,
    Standing,
)
from coupleapp.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class LockedEvening:
    """What is known outside the notebook.

    Attributes:
        evening: Local time of the question; None when it is switched off.
        rest_until: The local date on which reminders begin again; None while they do not rest.
        shown: The evenings on which it was asked, of today and yesterday.
    """

    evening: time | None
    rest_until: date | None = None
    shown: tuple[ShownReminder, ...] = ()


def locked_evening(
    couples: Couples, evenings: EveningStore, clock: Clock, unanswered: Reminder | None = None
) -> LockedEvening:
    """What may be known of tonight while the notebook is locked.

    ``unanswered``: what was being asked, and goes with the notebook. It is asked again.

    Raises:
        StoreError: It could not be read.
    """
    settings, today = couples.settings, local_date(clock)
    shown = [
        known
        for known in evenings.reminders(today - timedelta(days=1))
        if known.kind is ReminderKind.APPRECIATION
        and (unanswered is None or known.evening != unanswered.evening)
    ]
    if evenings.evening(today).given:
        # They have begun by themselves: nobody has to ask.
        shown.append(ShownReminder(ReminderKind.APPRECIATION, today, clock.now()))
    return LockedEvening(settings.evening, settings.rest_until, tuple(shown))


class LockedReminding:
    """What ``Reminding`` is while the notebook is open."""

    def __init__(
        self, known: LockedEvening, clock: Clock, changed: Callable[[LockedEvening], None]
    ) -> None:
        """``changed``: is told what is known after each answer."""
        self.known = known
        self._clock = clock
        self._changed = changed

    def look(self) -> Outlook:
        """What is due now, and when to look again."""
        now, zone = self._clock.now(), self._clock.zone()
        known = self.known
        settings = Settings(evening=known.evening, rest_until=known.rest_until, invite_at=None)
        standing = Standing(since=date.min, shown=known.shown)
        return Outlook(
            due(now, zone, settings, standing), next_moment(now, zone, settings, standing)
        )

    def claim(self, reminder: Reminder) -> None:
        """It is shown now, and does not come again by itself."""
        self._remember(replace(self._or_now(reminder), again_at=None))

    def later(self, reminder: Reminder, minutes: int) -> None:
        """Ask again in so many minutes."""
        again = self._clock.now() + timedelta(minutes=minutes)
        self._remember(replace(self._or_now(reminder), again_at=again))

    def ask_again(self, reminder: Reminder) -> None:
        """It was shown, but nobody could see it: it is due now."""
        self.later(reminder, 0)

    def let_go(self, reminder: Reminder) -> None:
        """Not tonight: it does not come again."""
        self.claim(reminder)

    def _or_now(self, reminder: Reminder) -> ShownReminder:
        known = (one for one in self.known.shown if one.evening == reminder.evening)
        return next(known, ShownReminder(reminder.kind, reminder.evening, self._clock.now()))

    def _remember(self, shown: ShownReminder) -> None:
        others = tuple(one for one in self.known.shown if one.evening != shown.evening)
        self.known = replace(self.known, shown=(*others, shown))
        self._changed(self.known)
