"""The ways into an open notebook: changed in its envelope, then in those of its copies."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from coupleapp.application.lock import KnownKey
from coupleapp.application.ports import SecretKeeper, StoreDamaged, StoreError, StoreLost
from coupleapp.domain.lock import Passphrase, Secret, SheetCode, WayIn
from coupleapp.store.copies import envelopes
from coupleapp.store.envelope import (
    Envelope,
    Stretching,
    Wrap,
    bytes_of,
    envelope_in,
    passphrase_kek,
    read_envelope,
    sheet_kek,
    stretching_of_today,
    wrap,
    write_envelope,
)
from coupleapp.store.errors import known_errors
from coupleapp.store.files import FILE_NAME, identity, write_whole
from coupleapp.store.vault import KeyFile, Vault, keep_somewhere, proven

logger = logging.getLogger(__name__)

_HERE = (WayIn.KEYFILE, WayIn.KEYRING)


class EnvelopeLock:
    """``application.lock.KeyRing`` over the envelope in this folder."""

    def __init__(
        self,
        folder: Path,
        vault: Vault,
        keepers: Sequence[SecretKeeper],
        stretching: Callable[[], Stretching] = stretching_of_today,
        earlier: Sequence[KnownKey] = (),
        second_place: Callable[[], None] = lambda: None,
    ) -> None:
        """Of a folder whose envelope has just opened.

        Args:
            folder: Where it lies.
            vault: What it has opened.
            keepers: Of keys, besides the key file.
            stretching: Of a new passphrase.
            earlier: What the copies from before a new key open with: they follow the lock, too.
            second_place: Brings the envelopes there up to those here, and fails at nothing.
        """
        self._folder = folder
        self._vault = vault
        self._keepers = keepers
        self._stretching = stretching
        self._second_place = second_place
        self._earlier = {one.vault: one for one in earlier}
        self._file = identity(folder / FILE_NAME)
        self._last = read_envelope(folder)

    def ways(self) -> frozenset[WayIn]:
        return self._read().ways

    def opens(self, secret: Secret) -> bool:
        return proven(self._read(), secret)

    def lock_with(self, passphrase: Passphrase) -> None:
        with known_errors():
            stretching = self._stretching()
            kek = passphrase_kek(passphrase, stretching)
            self._write(self._read().but(*_HERE, wrap=_locked(self._vault.known, kek, stretching)))
            self._follow(lambda one: _locked(one, kek, stretching), *_HERE)
            # Last: until then it opens what a cut-off change has left as it was.
            for place in [*self._keepers, KeyFile(self._folder)]:
                for vault in (self._vault.id, *self._earlier):
                    place.forget(vault)

    def unlock(self) -> None:
        with known_errors():
            places = [*self._keepers, KeyFile(self._folder)]
            wrapped = keep_somewhere(self._vault, places)
            kept = {
                one.vault: keep_somewhere(Vault(one.vault, one.key, None), places)
                for one in self._earlier.values()
            }
            self._write(self._read().but(WayIn.PASSPHRASE, *_HERE, wrap=wrapped))
            self._follow(lambda one: kept[one.vault], WayIn.PASSPHRASE, *_HERE)

    def remember(self, *, here: bool) -> bool:
        with known_errors():
            envelope = self._read()
            if not here:
                self._write(envelope.but(*_HERE))
                self._second_place()
                for place in self._keepers:
                    place.forget(self._vault.id)
                return False
            try:
                wrapped = keep_somewhere(self._vault, self._keepers)
            except StoreError:
                return False
            self._write(envelope.but(*_HERE, wrap=wrapped))
            self._second_place()
            return True

    def take_sheet(self, code: SheetCode) -> None:
        with known_errors():
            self._write(self._read().but(wrap=_on_sheet(self._vault.known, code)))
            self._follow(lambda one: _on_sheet(one, code))

    def spread(self) -> None:
        """Bring the envelopes of the copies up to this one; a crash may have come before them."""
        try:
            with known_errors():
                self._spread(self._read())
        except StoreError as error:
            logger.info("the envelopes of the copies wait: %s", type(error).__name__)

    def envelope_with(self, passphrase: Passphrase) -> bytes:
        """An envelope for a copy that this passphrase opens on any computer."""
        stretching = self._stretching()
        kek = passphrase_kek(passphrase, stretching)
        only = self._read().but(*_HERE, wrap=_locked(self._vault.known, kek, stretching))
        return bytes_of(only)

    def _follow(self, wrapped: Callable[[KnownKey], Wrap], *gone: WayIn) -> None:
        """The same for the copies from before a new key, then for those in the second place."""
        for path in envelopes(self._folder):
            try:
                found = envelope_in(path.read_bytes())
            except StoreError:
                continue
            if (known := self._earlier.get(found.vault)) is not None:
                write_whole(path, bytes_of(found.but(*gone, wrap=wrapped(known))))
        self._second_place()

    def _read(self) -> Envelope:
        """The envelope; where it was lost or replaced since it opened, it is written again.

        Raises:
            StoreLost: Another file has taken the notebook's place, and the envelope is that one's.
        """
        with known_errors():
            try:
                found = read_envelope(self._folder)
            except (FileNotFoundError, StoreDamaged):
                found = None
            if found is None or found.vault != self._vault.id:
                if identity(self._folder / FILE_NAME) != self._file:
                    raise StoreLost("another file has taken the place of the open one")
                logger.info("the envelope is written again from what has opened the notebook")
                with suppress(OSError):
                    write_envelope(self._folder, self._last)
            else:
                self._last = found
        return self._last

    def _write(self, envelope: Envelope) -> None:
        write_envelope(self._folder, envelope)
        self._last = envelope
        self._spread(envelope)

    def _spread(self, envelope: Envelope) -> None:
        now = bytes_of(envelope)
        for path in envelopes(self._folder):
            before = path.read_bytes()
            try:
                ours = envelope_in(before).vault == self._vault.id
            except StoreError:
                # Not ours to mend: it may be what is left of something else.
                continue
            if ours and before != now:
                write_whole(path, now)


def _locked(vault: KnownKey, kek: bytes, stretching: Stretching) -> Wrap:
    return wrap(vault.key, kek, vault.vault, WayIn.PASSPHRASE, stretching=stretching)


def _on_sheet(vault: KnownKey, code: SheetCode) -> Wrap:
    return wrap(vault.key, sheet_kek(code, vault.vault), vault.vault, WayIn.SHEET)
