"""The evening: one sealed sentence from each partner, opened together or kept for later."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from coupleapp.application.ports import Clock, EveningStore
from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Appreciation, Evening, Opening
from coupleapp.domain.notebook import EntryKind, NotebookEntry, clean_text
from coupleapp.domain.reminders.due import MORNING, window_of
from coupleapp.domain.settings import EVENING

_BY_TIME = {Opening.BY_CONSENT, Opening.OVERDUE}
"""What time alone brings."""


class Evenings:
    """Tonight, and what still lies sealed."""

    def __init__(
        self,
        store: EveningStore,
        clock: Clock,
        new_id: Callable[[], str],
        at: Callable[[], time | None] = lambda: None,
        trusted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Over this store.

        Args:
            store: Where they lie.
            clock: Tells which evening it is.
            new_id: For a line of the notebook.
            at: The local time of their evenings; None counts as the usual one.
            trusted: Whether something may be opened because time has passed.
        """
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._at = at
        self._trusted = trusted

    def today(self) -> date:
        """The local date of the evening it is; small hours belong to the evening before."""
        local = self._clock.now().astimezone(self._clock.zone())
        return (local - timedelta(hours=MORNING.hour)).date()

    def evening(self, on: date) -> Evening:
        """What has been given on this evening."""
        return self._store.evening(on)

    def opening(self, evening: Evening) -> Opening:
        """How it can be opened now; by both alone while the date cannot be relied on."""
        how = evening.opening(self._clock.now(), self._at() or EVENING, self._clock.zone())
        if how in _BY_TIME and not self._trusted():
            return Opening.TOGETHER if evening.complete else Opening.SEALED
        return how

    def has_kept(self) -> bool:
        """Whether an evening was kept and opened."""
        newest = self._store.newest()
        return newest is not None and self._store.evening(newest).revealed

    def waits_since_before(self, on: date) -> bool:
        """Whether something of an evening before this one still lies sealed."""
        return any(evening.evening < on for evening in self._store.sealed())

    def give(self, on: date, seat: Seat, text: str | None) -> Evening:
        """Keep one partner's sentence, sealed; None when it was or will be said aloud.

        Raises:
            TextRefused: It is empty or too long; nothing was kept.
            ValueError: This partner has given already, or it was opened.
        """
        appreciation = Appreciation(seat, None if text is None else clean_text(text))
        evening = self._store.evening(on)
        if evening.revealed:
            raise ValueError("it was opened already")
        after = replace(evening, given=(*evening.given, appreciation))
        self._store.give(on, appreciation)
        return after

    def reveal(self, evening: Evening, consent: Seat | None = None) -> Evening:
        """Open it, and keep what was written in the notebook.

        Args:
            evening: As it was last seen.
            consent: Who gave alone and would open it now; None when both gave.

        Raises:
            ValueError: One has not given yet, and the other may not or would not open theirs.
            StoreError: It could not be kept; everything stays sealed.
        """
        how = self.opening(evening)
        agreed = consent is not None and [a.seat for a in evening.given] == [consent]
        if not (evening.complete or (how in {Opening.BY_CONSENT, Opening.OVERDUE} and agreed)):
            raise ValueError("both are shown together, or one at the end by consent")
        if not evening.revealed:
            self._store.reveal(evening.evening, self._entries(evening, self._clock.now()))
        return replace(evening, revealed=True)

    def keep_overdue(self) -> tuple[NotebookEntry, ...]:
        """What waited for the other until now goes into the notebook, for both to read.

        Returns:
            The new entries, oldest first.

        Raises:
            StoreError: It could not be kept; what is not returned stays sealed.
        """
        kept: list[NotebookEntry] = []
        at, zone = self._at() or EVENING, self._clock.zone()
        for evening in self._store.sealed():
            if self.opening(evening) is Opening.OVERDUE:
                ended = window_of(evening.evening, at, zone)[1]
                entries = self._entries(evening, min(ended, self._clock.now()))
                self._store.reveal(evening.evening, entries)
                kept += entries
        return tuple(kept)

    def _entries(self, evening: Evening, at: datetime) -> Sequence[NotebookEntry]:
        return [
            NotebookEntry(
                id=self._new_id(),
                kind=EntryKind.APPRECIATION,
                author=given.seat,
                text=given.text,
                written_at=at,
            )
            for given in evening.given
            if given.text is not None
        ]
