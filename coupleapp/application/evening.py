"""The evening: a reminder that comes once, and one sealed sentence from each partner."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from coupleapp.application.ports import Clock, EveningStore
from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.notebook import EntryKind, NotebookEntry, clean_text
from coupleapp.domain.rituals import MORNING, SNOOZE, Reminder, ReminderKind, ShownReminder


class Evenings:
    """Tonight, and what was reminded of."""

    def __init__(self, store: EveningStore, clock: Clock, new_id: Callable[[], str]) -> None:
        """Work on this store."""
        self._store = store
        self._clock = clock
        self._new_id = new_id

    def today(self) -> date:
        """The local date of the evening it is; small hours belong to the evening before."""
        local = self._clock.now().astimezone(self._clock.zone())
        return (local - timedelta(hours=MORNING.hour)).date()

    def evening(self, on: date) -> Evening:
        """What has been given on this evening."""
        return self._store.evening(on)

    def give(self, on: date, seat: Seat, text: str | None) -> Evening:
        """Keep one partner's sentence, sealed; None when it was or will be said aloud.

        Raises:
            TextRefused: It is empty or too long; nothing was kept.
            ValueError: This partner has given already.
            StoreError: It could not be kept.
        """
        appreciation = Appreciation(seat, None if text is None else clean_text(text))
        evening = self._store.evening(on)
        after = replace(evening, given=(*evening.given, appreciation))
        self._store.give(on, appreciation)
        return after

    def reveal(self, evening: Evening) -> Evening:
        """Both have given: show both, and keep what was written in the notebook.

        Raises:
            ValueError: One has not given yet.
            StoreError: It could not be kept; both stay sealed.
        """
        shown = replace(evening, revealed=True)
        if not evening.revealed:
            entries = [
                NotebookEntry(
                    id=self._new_id(),
                    kind=EntryKind.APPRECIATION,
                    author=given.seat,
                    text=given.text,
                    written_at=self._clock.now(),
                )
                for given in evening.given
                if given.text is not None
            ]
            self._store.reveal(evening.evening, entries)
        return shown

    def history(self, since: date) -> Sequence[ShownReminder]:
        """What was reminded of since this local date."""
        return self._store.reminders(since)

    def claim(self, reminder: Reminder) -> bool:
        """Take the right to show this reminder now; False when it was shown already.

        Raises:
            StoreError: It could not be kept; it must not be shown.
        """
        known = self._known(reminder.kind, reminder.evening)
        if known is None:
            return self._store.claim(reminder.kind, reminder.evening, self._clock.now())
        if reminder.since is not None and known.shown_at < reminder.since:
            shown = ShownReminder(reminder.kind, reminder.evening, self._clock.now())
            self._store.remember(shown)
            return True
        if known.again_at is None:
            return False
        self._store.remember(replace(known, again_at=None))
        return True

    def later(self, reminder: Reminder) -> None:
        """Show it again in half an hour.

        Raises:
            StoreError: It could not be kept.
        """
        known = self._known(reminder.kind, reminder.evening)
        now = self._clock.now()
        shown = known or ShownReminder(reminder.kind, reminder.evening, now)
        self._store.remember(replace(shown, again_at=now + SNOOZE))

    def not_tonight(self, kind: ReminderKind, evening: date) -> None:
        """Let it rest until tomorrow.

        Raises:
            StoreError: It could not be kept.
        """
        known = self._known(kind, evening)
        shown = known or ShownReminder(kind, evening, self._clock.now())
        self._store.remember(replace(shown, again_at=None))

    def _known(self, kind: ReminderKind, evening: date) -> ShownReminder | None:
        records = self._store.reminders(evening)
        return next((r for r in records if (r.kind, r.evening) == (kind, evening)), None)
