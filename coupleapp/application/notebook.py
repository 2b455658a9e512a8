"""The shared notebook: read, write, answer, change, hide, delete and take back."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from coupleapp.application.ports import Clock
from coupleapp.domain.couple import Seat
from coupleapp.domain.hand import Hand, refuse_others
from coupleapp.domain.lock import OpenPages
from coupleapp.domain.notebook import IN_BIN, EarlierText, EntryKind, NotebookEntry, clean_text


class NotebookStore(Protocol):
    """The lines. What one partner said or wrote takes their hand: else a ``NotYours``."""

    def add(self, entry: NotebookEntry) -> None:
        """Keep a new entry."""

    def change(self, entry: NotebookEntry, by: Hand | None) -> None:
        """Write the words of this entry over those of the one with its id.

        Of one partner's nothing of the old words stays in the file; of what both share they stay
        as an ``EarlierText``.
        """

    def put_back(self, entry: NotebookEntry) -> None:
        """Write the newer words of an entry in a damaged file over those of the one here."""

    def earlier(self, entry_id: str) -> tuple[EarlierText, ...]:
        """What this entry said before, the oldest first."""

    def hide(self, entry_id: str, by: Hand, *, hidden: bool) -> None:
        """Note that this partner would rather not see it, or sees it again."""

    def bin(self, entry_id: str, at: datetime, by: Hand | None) -> None:
        """Put it where it can be taken back from."""

    def take_back(self, entry_id: str, by: Hand | None) -> None:
        """Take it out of the bin."""

    def binned(
        self, seat: Seat | None, opened: OpenPages | None = None
    ) -> tuple[NotebookEntry, ...]:
        """What lies in the bin, the newest first: what both may read, or what this one alone may.

        What is sealed is among it where ``opened`` reads it.
        """

    def delete(self, entry_id: str, by: Hand | None) -> None:
        """Delete for good; nothing of the text stays in the file. What stands below it stays."""

    def empty_bin(self, before: datetime) -> None:
        """Delete for good what was put there before this moment."""

    def page(
        self, before: NotebookEntry | None, limit: int, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        """At most ``limit`` entries both may read, newest first, older than ``before``.

        What lies in the bin is none of them.
        """

    def standing_alone(
        self, before: NotebookEntry | None, limit: int, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        """The same without those that stand below another which is there."""

    def below(self, entry_ids: Collection[str]) -> tuple[NotebookEntry, ...]:
        """What stands below these, the oldest first."""

    def private_of(self, seat: Seat, opened: OpenPages | None = None) -> tuple[NotebookEntry, ...]:
        """What this partner wrote for themselves alone, newest first; without the bin.

        What is sealed is among it where ``opened`` reads it.
        """

    def of_session(self, session_id: str) -> tuple[NotebookEntry, ...]:
        """The entries of one session, oldest first; no sealed ones, and none in the bin."""


class Notebook:
    """The couple's lines, newest first; each is in the hand of whoever said or wrote it.

    ``by`` is whose hand it is, None where both sit there. What belongs to both takes no hand.
    """

    def __init__(
        self,
        store: NotebookStore,
        clock: Clock,
        new_id: Callable[[], str],
        trusted: Callable[[], bool],
    ) -> None:
        """``trusted``: whether this computer's date can be relied on."""
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._trusted = trusted

    def page(
        self, before: NotebookEntry | None = None, limit: int = 50, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        """At most ``limit`` entries older than ``before``, newest first; of one kind, if given."""
        return self._store.page(before, limit, only)

    def standing_alone(
        self, before: NotebookEntry | None = None, limit: int = 50, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        """The same without those that stand below another."""
        return self._store.standing_alone(before, limit, only)

    def below(self, entries: Sequence[NotebookEntry]) -> tuple[NotebookEntry, ...]:
        """What stands below these, the oldest first."""
        return self._store.below([entry.id for entry in entries])

    def newest_seen(self) -> NotebookEntry | None:
        """The newest that neither would rather not see, among the newest fifty."""
        return next((entry for entry in self.page() if not entry.hidden_by), None)

    def private_of(self, seat: Seat, opened: OpenPages | None = None) -> tuple[NotebookEntry, ...]:
        """What this partner wrote for themselves alone, newest first.

        Where it is sealed, only what ``opened`` reads.
        """
        return self._store.private_of(seat, opened)

    def of_session(self, session_id: str) -> tuple[NotebookEntry, ...]:
        """What one guided session left, oldest first."""
        return self._store.of_session(session_id)

    def earlier(self, entry: NotebookEntry) -> tuple[EarlierText, ...]:
        """What a line of both said before, the oldest first."""
        return self._store.earlier(entry.id)

    def binned(
        self, seat: Seat | None = None, opened: OpenPages | None = None
    ) -> tuple[NotebookEntry, ...]:
        """What can be taken back, the newest first: of both, or of what this one keeps alone."""
        return self._store.binned(seat, opened)

    def write(self, text: str, by: Hand | None, *, private: bool = False) -> NotebookEntry:
        """Keep a free entry in the name of this hand, or of both; ``private``: for it alone.

        Raises:
            ValueError: It is private and nobody's.
            TextRefused: It is empty or too long; nothing was kept.
        """
        return self._add(text, by, private=private)

    def answer(self, entry: NotebookEntry, text: str, by: Hand) -> NotebookEntry:
        """Keep a line below this one; below an answer it stands beside that.

        Raises:
            ValueError: What one keeps alone has no answer.
            TextRefused: It is empty or too long; nothing was kept.
        """
        if entry.private:
            raise ValueError("nobody answers what one keeps alone")
        return self._add(text, by, answers=entry.answers or entry.id)

    def change(self, entry: NotebookEntry, text: str, by: Hand | None) -> NotebookEntry:
        """Write ``text`` over an entry; what both share keeps what it said before.

        Raises:
            NotYours: It is the other's.
            TextRefused: It is empty or too long; the old text stands.
        """
        refuse_others(entry.author, by)
        changed = replace(entry, text=clean_text(text), changed_at=self._clock.now())
        self._store.change(changed, by)
        return changed

    def hide(self, entry: NotebookEntry, by: Hand) -> NotebookEntry:
        """Fold it for this partner; not a word of it changes, and the other still has it."""
        self._store.hide(entry.id, by, hidden=True)
        return replace(entry, hidden_by=entry.hidden_by | {by.seat})

    def unfold(self, entry: NotebookEntry, by: Hand) -> NotebookEntry:
        """Let this partner see it again."""
        self._store.hide(entry.id, by, hidden=False)
        return replace(entry, hidden_by=entry.hidden_by - {by.seat})

    def delete(self, entry: NotebookEntry, by: Hand | None) -> NotebookEntry:
        """Put it into the bin: for ``IN_BIN`` it can be taken back.

        Raises:
            NotYours: It is the other's.
        """
        refuse_others(entry.author, by)
        now = self._clock.now()
        self._store.bin(entry.id, now, by)
        return replace(entry, binned_at=now)

    def take_back(self, entry: NotebookEntry, by: Hand | None) -> NotebookEntry:
        """Take it out of the bin, as it was.

        Raises:
            NotYours: It is the other's.
        """
        refuse_others(entry.author, by)
        self._store.take_back(entry.id, by)
        return replace(entry, binned_at=None)

    def erase(self, entry: NotebookEntry, by: Hand | None) -> None:
        """Delete for good.

        Raises:
            NotYours: It is the other's.
        """
        refuse_others(entry.author, by)
        self._store.delete(entry.id, by)

    def empty_bin(self) -> None:
        """Delete for good what has lain there for ``IN_BIN``, where the date can be relied on.

        Raises:
            StoreError: It could not be done.
        """
        if self._trusted():
            self._store.empty_bin(self._clock.now() - IN_BIN)

    def _add(
        self, text: str, by: Hand | None, *, private: bool = False, answers: str | None = None
    ) -> NotebookEntry:
        entry = NotebookEntry(
            id=self._new_id(),
            kind=EntryKind.FREE,
            author=by.seat if by is not None else None,
            text=clean_text(text),
            written_at=self._clock.now(),
            private=private,
            answers=answers,
        )
        self._store.add(entry)
        return entry
