"""A partner's own pages: lines for oneself alone, sealed with a passphrase of one's own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import Clock, SecretRefused
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages, Passphrase

NEW_LINE = "new"
"""The draft of a line that is not there yet."""


class PassphraseShared(ValueError):
    """It is the one that opens the notebook, so both know it."""


class SealedBy(StrEnum):
    """What seals a partner's lines from now on, as whoever has opened some of them can tell.

    The other partner could have written all of it into the file but for what opens it.
    """

    NOTHING = "nothing"
    NOTHING_MORE = "nothing_more"
    THIS = "this"
    ANOTHER = "another"
    CHANGED = "changed"

    @property
    def is_theirs(self) -> bool:
        """Whether what is kept now can be read by them: sealed, or lying open."""
        return self not in {SealedBy.ANOTHER, SealedBy.CHANGED}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a partner's lines are sealed.

    Attributes:
        by: What seals them now: nothing, nothing any more, what was opened, another passphrase, or
            what belongs to none of their passphrases.
        since: When that was chosen, as the file says; None where nothing seals them.
        closed: How many lines lie under another passphrase.
        lost: How many lie under a key that is gone, or cannot be read.
    """

    by: SealedBy
    since: datetime | None = None
    closed: int = 0
    lost: int = 0


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

    def open(
        self, seat: Seat, passphrase: Passphrase, beside: OpenPages | None = None
    ) -> OpenPages:
        """What this opens, with what is open; a ``SecretRefused`` where it is nothing."""

    def standing(self, seat: Seat, opened: OpenPages | None) -> Standing:
        """How they are sealed, to whoever has opened those."""

    def seal(self, seat: Seat, text: str) -> tuple[str, str]:
        """Under which name a draft may lie in the file, and how."""

    def unseal(self, opened: OpenPages | None, kept: str) -> str:
        """That draft; empty where it cannot be read."""


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

    def open(
        self, seat: Seat, passphrase: Passphrase, beside: OpenPages | None = None
    ) -> OpenPages:
        """What reads this partner's lines: what this opens, and what is open already.

        Raises:
            SecretRefused: It opens none of them.
            StoreError: It could not be read.
        """
        return self._store.open(seat, passphrase, beside)

    def standing(self, seat: Seat, opened: OpenPages | None = None) -> Standing:
        """How this partner's lines are sealed, to whoever has opened those.

        Raises:
            StoreDamaged: What seals them cannot be read.
            StoreError: It could not be read.
        """
        return self._store.standing(seat, opened)

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
        """Go on with another passphrase: the one there is was forgotten, or its key is damaged.

        What was sealed stays sealed: whoever remembers the earlier one reads it, where its key can
        be read.

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

        What was begun under an earlier passphrase stands before what was begun since.

        Raises:
            StoreError: It could not be read.
        """
        return joined(text for _, text in self._readable(seat, opened, line))

    def keep_draft(
        self, seat: Seat, opened: OpenPages | None, text: str, line: str = NEW_LINE
    ) -> None:
        """Remember what is typed, as well sealed as a line that is kept.

        It takes the place of what ``draft`` has shown; what that could not read stays.

        Raises:
            StoreError: The key could not be read, or what was begun before could not be moved.
        """
        earlier = {name for name, _ in self._readable(seat, opened, line)}
        if text:
            under, kept = self._store.seal(seat, text)
            name = own_draft(seat, line, under)
            earlier.discard(name)
            keep = self._drafts.keep_now if earlier else self._drafts.keep
            keep(name, kept)
        for name in earlier:
            self._drafts.forget(name)

    def forget_drafts(self, seat: Seat, line: str) -> None:
        """Forget all that was typed of this line: it is gone.

        Raises:
            StoreError: It could not be read.
        """
        for name in self._of_line(seat, line):
            self._drafts.forget(name)

    def _readable(
        self, seat: Seat, opened: OpenPages | None, line: str
    ) -> Iterator[tuple[str, str]]:
        """The name of each draft of this line that can be read, and its text; the oldest first."""
        kept = self._of_line(seat, line)
        keys = list(opened.keys) if opened else []
        waiting = [own_draft(seat, line), *(own_draft(seat, line, key) for key in reversed(keys))]
        for name in [*filter(kept.get, waiting), *(kept.keys() - set(waiting))]:
            if text := self._store.unseal(opened, kept[name]):
                yield name, text

    def _of_line(self, seat: Seat, line: str) -> dict[str, str]:
        earlier = own_draft(seat, line)
        found = self._drafts.under(earlier)
        return {
            name: kept
            for name, kept in found.items()
            if name == earlier or name.startswith(own_draft(seat, line, ""))
        }

    def _refuse(self, new: Passphrase) -> None:
        if not new.long_enough:
            raise ValueError("too short")
        if self._shared(new):
            raise PassphraseShared


def own_draft(seat: Seat, line: str, under: str | None = None) -> str:
    """The name of the draft of a line on one's own pages.

    Args:
        seat: Whose.
        line: The id of the line.
        under: The id of the key that it is sealed with, or that there is none. Without it it is the
            one name that an earlier Nearer had for all of them.
    """
    return ":".join(["own", seat, line, *([] if under is None else [under])])


def joined(texts: Iterable[str]) -> str:
    """Drafts of one line as one text."""
    return "\n\n".join(texts)
