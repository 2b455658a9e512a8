"""What is typed but not yet kept: on disk within a moment, off the thread that shows the screen."""

from collections.abc import Callable
from threading import Lock

from coupleapp.application.ports import DraftStore, StoreError


class Drafts:
    """Remembers the newest text under each key.

    A burst of typing costs one write, not one for each letter. A draft that cannot be written is
    still on the screen, and is tried again with the next letter.
    """

    def __init__(self, store: DraftStore, aside: Callable[[Callable[[], None]], None]) -> None:
        """Keep drafts in ``store``; ``aside`` runs work on another thread, in order."""
        self._store = store
        self._aside = aside
        self._lock = Lock()
        # Held while a text is written, so that an older one never comes after it.
        self._writing = Lock()
        self._newest: dict[str, str] = {}
        self._waiting: set[str] = set()

    def recall(self, key: str) -> str:
        """The newest text under this key; empty when there is none."""
        with self._lock:
            if key in self._newest:
                return self._newest[key]
        return self._store.draft(key)

    def under(self, prefix: str) -> dict[str, str]:
        """The newest text under every key that begins so; empty ones are left out."""
        found = self._store.drafts_under(prefix)
        with self._lock:
            found |= {k: text for k, text in self._newest.items() if k.startswith(prefix)}
        return {key: text for key, text in found.items() if text.strip()}

    def keep(self, key: str, text: str) -> None:
        """Remember this text."""
        with self._lock:
            self._newest[key] = _whole(text)
            waits = key in self._waiting
            self._waiting.add(key)
        if not waits:
            self._aside(lambda: self._write(key))

    def keep_now(self, key: str, text: str) -> None:
        """Remember this text, on disk before it returns: what it stands in for may go then."""
        whole = _whole(text)
        with self._writing:
            self._store.remember_draft(key, whole)
            with self._lock:
                if key in self._newest:
                    self._newest[key] = whole

    def forget(self, key: str) -> None:
        """Forget the text: it was kept elsewhere, or is not wanted."""
        self.keep(key, "")

    def forget_all(self, prefix: str, but: str = "") -> None:
        """Forget the text under every key that begins so, but not with ``but`` if given."""
        self._aside(lambda: self._store.forget_drafts(prefix, but))

    def _write(self, key: str) -> None:
        with self._writing:
            with self._lock:
                self._waiting.discard(key)
                text = self._newest[key]
            try:
                self._store.remember_draft(key, text)
            except StoreError:
                return
            with self._lock:
                if key not in self._waiting:
                    self._newest.pop(key, None)


def _whole(text: str) -> str:
    """Without halves of characters, which no file can hold."""
    return text.encode("utf-8", "ignore").decode("utf-8")
