"""The lock: what opens the notebook, and how the couple changes that."""

import secrets
from dataclasses import dataclass, field
from typing import Protocol

from coupleapp.application.ports import SecretKeeper, SecretRefused
from coupleapp.domain.lock import Passphrase, Secret, SheetCode, WayIn, draw_sheet


@dataclass(frozen=True, slots=True)
class KnownKey:
    """The key of a notebook that was opened before, for as long as it may stay known."""

    vault: str
    key: bytes = field(repr=False)


Opener = SecretKeeper | Secret | KnownKey
"""What may open a notebook: a place that keeps a key, what somebody typed, or a known key."""


class KeyRing(Protocol):
    """The ways in of an open notebook. Every method may raise a ``StoreError``.

    What was changed stands in the envelopes of the copies, too, when a call returns.
    """

    def ways(self) -> frozenset[WayIn]:
        """What opens it."""

    def opens(self, secret: Secret) -> bool:
        """Whether this does."""

    def lock_with(self, passphrase: Passphrase) -> None:
        """Let this open it from now on, and neither another passphrase nor this computer alone."""

    def unlock(self) -> None:
        """Let this computer alone open it, and no passphrase."""

    def remember(self, *, here: bool) -> bool:
        """Let this computer's keyring open it beside the passphrase; whether it does now."""

    def take_sheet(self, code: SheetCode) -> None:
        """Let this sheet open it from now on, and no earlier one."""


class RenewalInterrupted(Exception):
    """It was closed before it had a new key, and has the old one."""


class Lock:
    """What the couple decides about who can open their notebook."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def ways(self) -> frozenset[WayIn]:
        """What opens the notebook now.

        Raises:
            StoreError: The envelope could not be read.
        """
        return self._keys.ways()

    def choose(self, new: Passphrase, old: Passphrase | None = None) -> None:
        """Lock it with a new passphrase; ``old`` is the one that is there, if there is one.

        Raises:
            ValueError: The new one is too short.
            SecretRefused: Neither of them is the one that is there. Nothing has changed.
            StoreError: It could not be kept; both may open it until it is tried again.
        """
        if not new.long_enough:
            raise ValueError("too short")
        try:
            self._prove(old)
        except SecretRefused:
            # An earlier try was cut off where the new one opens it: it is brought to its end.
            if not self._keys.opens(new):
                raise
        self._keys.lock_with(new)

    def choose_with_sheet(self, new: Passphrase, sheet: SheetCode) -> None:
        """Lock it with a new passphrase because the old one is forgotten.

        Raises:
            ValueError: The new one is too short.
            SecretRefused: The sheet is another one.
            StoreError: It could not be kept.
        """
        if not new.long_enough:
            raise ValueError("too short")
        self.test(sheet)
        self._keys.lock_with(new)

    def let_go(self, old: Passphrase) -> None:
        """Do without a passphrase: this computer opens it.

        Raises:
            SecretRefused: It is another one. Nothing has changed.
            StoreError: It could not be done.
        """
        self._prove(old)
        self._keys.unlock()

    def remember(self, *, here: bool) -> bool:
        """Whether the keyring of this computer opens it beside the passphrase, from now on.

        Raises:
            StoreError: It could not be done.
        """
        return self._keys.remember(here=here)

    @staticmethod
    def draw() -> SheetCode:
        """A new sheet. It opens nothing before it is taken."""
        return draw_sheet(secrets.choice)

    def take(self, sheet: SheetCode) -> None:
        """Let this sheet open it, and no earlier one.

        Raises:
            StoreError: It could not be kept; the earlier one opens it.
        """
        self._keys.take_sheet(sheet)

    def test(self, secret: Secret) -> None:
        """Look whether this opens the notebook. Nothing changes.

        Raises:
            SecretRefused: It does not: it is another notebook's, or an earlier one.
            StoreError: The envelope could not be read.
        """
        if not self._keys.opens(secret):
            raise SecretRefused("it opens something else")

    def shared(self, passphrase: Passphrase) -> bool:
        """Whether this is the passphrase of both.

        Raises:
            StoreError: The envelope could not be read.
        """
        return self._keys.opens(passphrase)

    def _prove(self, old: Passphrase | None) -> None:
        if WayIn.PASSPHRASE in self._keys.ways():
            if old is None:
                raise SecretRefused("the passphrase that is there was not given")
            self.test(old)
