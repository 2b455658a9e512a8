"""A partner's own pages: lines for oneself alone, sealed with a passphrase of one's own."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import Clock, SecretRefused
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages, Passphrase

NEW_LINE = "new"
"""The draft of a line that is not there yet."""


class PassphraseShared(ValueError):
    """It is the one that opens the notebook, so both know it."""


class OwnPagesStore(Protocol):
    """The keys of own pages. Every method may raise a ``StoreError``.

    To seal needs no passphrase: whoever keeps a line for this partner alone keeps it sealed.
    """

    def has_passphrase(self, seat: Seat) -> bool:
        """Whether what this partner keeps alone is sealed from now on."""

    def begin(self, seat: Seat, new: Passphrase, at: datetime) -> None:
        """Seal what lies open of this partner's lines; what is sealed already stays as it is."""

    def change(self, seat: Seat, old: Passphrase, new: Passphrase) -> None:
        """Let ``new`` open what ``old`` does; a ``SecretRefused`` where that opens nothing."""

    def let_go(self, seat: Seat, old: Passphrase) -> None:
        """Unseal what this opens; a ``SecretRefused`` where that is nothing of today's."""

    def open(self, seat: Seat, passphrase: Passphrase) -> OpenPages:
        """What this opens; a ``SecretRefused`` where it is nothing."""

    def closed_lines(self, seat: Seat, opened: OpenPages | None) -> int:
        """How many lines stay sealed beside those."""

    def newer(self, seat: Seat, opened: OpenPages | None) -> datetime | None:
        """When that was chosen which seals them now, where it is not among those."""

    def seal(self, seat: Seat, text: str) -> str:
        """A draft as it may lie in the file."""

    def unseal(self, opened: OpenPages | None, kept: str) -> str:
        """That draft; empty where it cannot be read, or where there is none."""


class OwnPages:
    """What each may seal for themselves. The other cannot give it back to them."""

    def __init__(
        self,
        store: OwnPagesStore,
        drafts: Drafts,
        clock: Clock,
        shared: Callable[[Passphrase], bool],
    ) -> None:
        """Over this store; ``shared``: whether a passphrase opens the notebook."""
        self._store = store
        self._drafts = drafts
        self._clock = clock
        self._shared = shared

    def has_passphrase(self, seat: Seat) -> bool:
        """Whether this partner has one.

        Raises:
            StoreError: It could not be read.
        """
        return self._store.has_passphrase(seat)

    def open(self, seat: Seat, passphrase: Passphrase) -> OpenPages:
        """What reads this partner's lines.

        Raises:
            SecretRefused: It opens none of them.
            StoreError: It could not be read.
        """
        return self._store.open(seat, passphrase)

    def closed_lines(self, seat: Seat, opened: OpenPages | None = None) -> int:
        """How many lines lie under another passphrase.

        Raises:
            StoreError: It could not be read.
        """
        return self._store.closed_lines(seat, opened)

    def newer(self, seat: Seat, opened: OpenPages | None = None) -> datetime | None:
        """Since when another passphrase seals this partner's lines; None where this one does.

        Raises:
            StoreError: It could not be read.
        """
        return self._store.newer(seat, opened)

    def choose(self, seat: Seat, new: Passphrase, old: Passphrase | None = None) -> None:
        """Seal this partner's lines from now on; ``old`` is the one there is, if there is one.

        Raises:
            ValueError: The new one is too short.
            PassphraseShared: Both know the new one.
            SecretRefused: ``old`` is not the one there is. Nothing has changed.
            StoreError: It could not be kept. Nothing has changed.
        """
        self._refuse(new)
        if not self._store.has_passphrase(seat):
            self._store.begin(seat, new, self._clock.now())
        elif old is None:
            raise SecretRefused("the passphrase there is was not given")
        else:
            self._store.change(seat, old, new)

    def begin_anew(self, seat: Seat, new: Passphrase) -> None:
        """Go on with another passphrase because the one there is was forgotten.

        What was sealed stays sealed: whoever remembers the earlier one reads it.

        Raises:
            ValueError: The new one is too short.
            PassphraseShared: Both know the new one.
            StoreError: It could not be kept. Nothing has changed.
        """
        self._refuse(new)
        self._store.begin(seat, new, self._clock.now())

    def let_go(self, seat: Seat, old: Passphrase) -> None:
        """Do without one: the lines are unsealed.

        Raises:
            SecretRefused: It is another one. Nothing has changed.
            StoreError: It could not be done. Nothing has changed.
        """
        self._store.let_go(seat, old)

    def draft(self, seat: Seat, opened: OpenPages | None, line: str = NEW_LINE) -> str:
        """What is typed of this line and not yet kept; ``line``: its id.

        Raises:
            StoreError: It could not be read.
        """
        return self._store.unseal(opened, self._drafts.recall(own_draft(seat, line)))

    def keep_draft(self, seat: Seat, text: str, line: str = NEW_LINE) -> None:
        """Remember what is typed, as well sealed as a line that is kept.

        Raises:
            StoreError: The key could not be read.
        """
        kept = self._store.seal(seat, text) if text else ""
        self._drafts.keep(own_draft(seat, line), kept)

    def _refuse(self, new: Passphrase) -> None:
        if not new.long_enough:
            raise ValueError("too short")
        if self._shared(new):
            raise PassphraseShared


def own_draft(seat: Seat, line: str) -> str:
    """The key of the draft of a line on one's own pages."""
    return f"own:{seat}:{line}"
