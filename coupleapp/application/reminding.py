"""What is due, what was shown, what was put off; and how things stand for all of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements, review_dates
from coupleapp.application.couples import Couples
from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import NotebookStore
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock, EveningStore, SessionStore
from coupleapp.application.programme import ChoiceStore, theme_since
from coupleapp.application.promises import promised
from coupleapp.domain.agreements.life import AgreementLife
from coupleapp.domain.checks import require_within
from coupleapp.domain.defaults import REST_DAYS, SNOOZES
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.reminders.check_in import next_check_in
from coupleapp.domain.reminders.due import REMEMBERED, due, next_moment, rests, upcoming, window_of
from coupleapp.domain.reminders.invitations import open_on
from coupleapp.domain.reminders.kinds import (
    Outlook,
    Promise,
    Reminder,
    ReminderKind,
    ShownReminder,
    Standing,
)
from coupleapp.domain.settings import EVENING


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the couple's life with Nearer is read from, to know what is due."""

    evenings: EveningStore
    sessions: SessionStore
    notebook: NotebookStore
    agreements: Agreements
    choices: ChoiceStore


class Reminding:
    """Which reminder is due, and what was shown, put off or let go of each."""

    def __init__(
        self, couples: Couples, plans: Plans, activities: Activities, kept: Kept, clock: Clock
    ) -> None:
        self._couples = couples
        self._plans = plans
        self._activities = activities
        self._kept = kept
        self._clock = clock

    def due(self) -> tuple[Reminder, ...]:
        """Everything due now, by precedence; nothing before there is a couple."""
        return self.look().due

    def look(self) -> Outlook:
        """What is due now, and when to look again."""
        if self._couples.couple is None:
            return Outlook()
        now, zone = self._moment()
        chosen, standing = self._couples.settings, self.standing()
        return Outlook(due(now, zone, chosen, standing), next_moment(now, zone, chosen, standing))

    def upcoming(self, most: int = 3) -> tuple[tuple[datetime, Reminder], ...]:
        """The next ones, with the moments at which they will come."""
        if self._couples.couple is None:
            return ()
        now, zone = self._moment()
        return upcoming(now, zone, self._couples.settings, self.standing(), most)

    def invitations(self) -> tuple[ReminderKind, ...]:
        """What Home invites to today, whether or not it was asked in a window of its own."""
        if self._couples.couple is None:
            return ()
        return open_on(local_date(self._clock), self._clock.zone(), self.standing())

    def standing(self) -> Standing:
        """How things stand now."""
        couple = self._couples.couple
        if couple is None:
            raise ValueError("there is no couple yet")
        now, zone = self._moment()
        today = local_date(self._clock)
        history = self._kept.sessions.history()
        newest = self._kept.notebook.page(None, 1)
        agreements = self._kept.agreements.all()
        return Standing(
            since=couple.since,
            last_together=self._last_together(history, zone, agreements),
            # A clock that was ahead may have left some that are still to come.
            last_session=max((s.began_at for s in history if s.began_at <= now), default=None),
            promises=tuple(self._promises(now, zone)),
            theme_since=theme_since(self._kept.choices, history, today, zone),
            check_in_on=next_check_in(couple.since, history, zone).due_on,
            reviews=review_dates(agreements),
            needs_pick=self._activities.needs_pick(now, zone),
            has_lines=bool(newest),
            shown=self._kept.evenings.reminders(today - REMEMBERED),
        )

    def stayed_quiet(self, on: date) -> bool:
        """Whether the quiet moment could not come on this evening, after one on which it did."""
        couple, settings = self._couples.couple, self._couples.settings
        if couple is None or settings.evening is None or on <= couple.since or rests(on, settings):
            return False
        evenings = self._kept.evenings
        if self._known(ReminderKind.APPRECIATION, on) or evenings.evening(on).given:
            return False
        # A word on the first such evening only; more would be a reproach.
        before = on - timedelta(days=1)
        in_touch = self._known(ReminderKind.APPRECIATION, before) or evenings.evening(before).given
        zone = self._clock.zone()
        agreements = self._kept.agreements.all()
        last = self._last_together(self._kept.sessions.history(), zone, agreements)
        return bool(in_touch) and (last is None or last.astimezone(zone).date() < on)

    def put_off_until(self, evening: date) -> datetime | None:
        """When the quiet moment of this evening comes again, after "later"; None else."""
        known = self._known(ReminderKind.APPRECIATION, evening)
        again = known.again_at if known else None
        return again if again is not None and again > self._clock.now() else None

    def claim(self, reminder: Reminder) -> bool:
        """Take the right to show this reminder now; False when it was shown already.

        Raises:
            StoreError: It could not be kept; it must not be shown.
        """
        known = self._known(reminder.kind, reminder.evening)
        now = self._clock.now()
        if known is None:
            return self._kept.evenings.claim(reminder.kind, reminder.evening, now)
        if reminder.since is not None and known.shown_at < reminder.since:
            self._kept.evenings.remember(ShownReminder(reminder.kind, reminder.evening, now))
            return True
        if known.again_at is None:
            return False
        self._kept.evenings.remember(replace(known, again_at=None))
        return True

    def take_over(self, shown: Sequence[ShownReminder]) -> None:
        """Keep what was asked and answered while the notebook was locked."""
        for one in shown:
            self._kept.evenings.remember(one)

    def take(self, kind: ReminderKind) -> None:
        """Count an invitation taken on Home as shown: no window asks it any more."""
        self.claim(Reminder(kind, local_date(self._clock)))

    def later(self, reminder: Reminder, minutes: int) -> None:
        """Show it again in ``minutes``, one of ``SNOOZES``.

        Raises:
            ValueError: Any other length.
        """
        if minutes not in SNOOZES:
            raise ValueError(f"later is one of {SNOOZES} minutes")
        self._ask_at(self._clock.now() + timedelta(minutes=minutes), reminder)

    def ask_again(self, reminder: Reminder) -> None:
        """It was shown, but nobody could see it: it is due now.

        Raises:
            StoreError: It could not be kept.
        """
        self._ask_at(self._clock.now(), reminder)

    def let_go(self, reminder: Reminder) -> None:
        """Not tonight: it does not come again."""
        self._ask_at(None, reminder)

    def rest(self, days: int) -> None:
        """Let all reminders rest for so many days, today included; it always has an end.

        Raises:
            ValueError: It is outside ``REST_DAYS``.
        """
        require_within("a rest in days", days, REST_DAYS)
        until = local_date(self._clock) + timedelta(days=days)
        self._couples.choose(replace(self._couples.settings, rest_until=until))

    def wake(self) -> None:
        """End the rest now."""
        self._couples.choose(replace(self._couples.settings, rest_until=None))

    def rests_until(self) -> date | None:
        """The local date on which reminders begin again; None while they do not rest."""
        settings = self._couples.settings
        return settings.rest_until if rests(local_date(self._clock), settings) else None

    def _moment(self) -> tuple[datetime, tzinfo]:
        return self._clock.now(), self._clock.zone()

    def _promises(self, now: datetime, zone: tzinfo) -> Iterator[Promise]:
        pick = self._activities.current(now, zone)
        moments = (
            (ReminderKind.RETURN, self._kept.sessions.waits_until()),
            *((ReminderKind.APPOINTMENT, one.at) for one in self._plans.appointments()),
            (ReminderKind.ACTIVITY, pick.at if pick else None),
        )
        return promised(now, zone, moments, self._plans.rituals())

    def _last_together(
        self, history: Sequence[PastSession], zone: tzinfo, agreements: Sequence[AgreementLife]
    ) -> datetime | None:
        moments = [history[-1].began_at] if history else []
        moments += [life.touched_at for life in agreements]
        moments += [entry.written_at for entry in self._kept.notebook.page(None, 1)]
        given = self._kept.evenings.newest()
        if given is not None:
            # Said aloud it leaves no line.
            moments.append(window_of(given, self._couples.settings.evening or EVENING, zone)[0])
        return max(moments, default=None)

    def _ask_at(self, again: datetime | None, reminder: Reminder) -> None:
        self._kept.evenings.remember(replace(self._or_now(reminder), again_at=again))

    def _or_now(self, reminder: Reminder) -> ShownReminder:
        known = self._known(reminder.kind, reminder.evening)
        return known or ShownReminder(reminder.kind, reminder.evening, self._clock.now())

    def _known(self, kind: ReminderKind, evening: date) -> ShownReminder | None:
        records = self._kept.evenings.reminders(evening)
        return next((r for r in records if (r.kind, r.evening) == (kind, evening)), None)
