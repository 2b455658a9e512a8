"""The shared notebook: read, write, change, delete for good."""

from collections.abc import Callable
from dataclasses import replace

from coupleapp.application.ports import Clock, NotebookStore
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages
from coupleapp.domain.notebook import EntryKind, NotebookEntry, clean_text


class Notebook:
    """The couple's lines, newest first."""

    def __init__(self, store: NotebookStore, clock: Clock, new_id: Callable[[], str]) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id

    def page(
        self, before: NotebookEntry | None = None, limit: int = 50, only: EntryKind | None = None
    ) -> tuple[NotebookEntry, ...]:
        """At most ``limit`` entries older than ``before``, newest first; of one kind, if given."""
        return self._store.page(before, limit, only)

    def private_of(self, seat: Seat, opened: OpenPages | None = None) -> tuple[NotebookEntry, ...]:
        """What this partner wrote for themselves alone, newest first.

        Where it is sealed, only what ``opened`` reads.
        """
        return self._store.private_of(seat, opened)

    def of_session(self, session_id: str) -> tuple[NotebookEntry, ...]:
        """What one guided session left, oldest first."""
        return self._store.of_session(session_id)

    def write(self, text: str, author: Seat | None, *, private: bool = False) -> NotebookEntry:
        """Keep a free entry; ``private``: for its author alone.

        Raises:
            ValueError: It is private and nobody's.
            TextRefused: It is empty or too long; nothing was kept.
        """
        entry = NotebookEntry(
            id=self._new_id(),
            kind=EntryKind.FREE,
            author=author,
            text=clean_text(text),
            written_at=self._clock.now(),
            private=private,
        )
        self._store.add(entry)
        return entry

    def change(self, entry: NotebookEntry, text: str) -> NotebookEntry:
        """Write ``text`` over an entry.

        Raises:
            TextRefused: It is empty or too long; the old text stands.
        """
        changed = replace(entry, text=clean_text(text), changed_at=self._clock.now())
        self._store.change(changed)
        return changed

    def delete(self, entry: NotebookEntry) -> None:
        """Delete for good."""
        self._store.delete(entry.id)
