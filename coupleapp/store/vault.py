"""The key of the database: where it is found, and who may find it from now on.

The database is encrypted with a random data key. ``keys.json`` beside it holds that key, sealed
once for each way in (``envelope``). What opens it does not touch the database.
"""

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretKeeper,
    SecretNeeded,
    SecretRefused,
    SheetNeeded,
    StoreDamaged,
    StoreError,
    StoreReadOnly,
)
from coupleapp.domain.lock import Passphrase, Secret, SheetCode, WayIn
from coupleapp.store import doubled
from coupleapp.store.codec import restore
from coupleapp.store.doubled import read_each, write_doubled
from coupleapp.store.envelope import (
    ENVELOPE,
    KEY_BYTES,
    VERSION,
    Envelope,
    KeyRefused,
    Wrap,
    envelope_in,
    passphrase_kek,
    read_envelopes,
    settle_envelope,
    sheet_kek,
    unwrap,
    wrap,
    write_envelope,
)
from coupleapp.store.files import COPIES, FILE_NAME

KEY_FILE = "key"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Vault:
    """``key`` are the 32 bytes the database is encrypted with.

    ``opened_by``: the way in; None where it was known already.
    """

    id: str
    key: bytes = field(repr=False)
    opened_by: WayIn | None

    @property
    def known(self) -> KnownKey:
        """Opens this vault again, without asking anybody."""
        return KnownKey(self.id, self.key)


class KeyFile:
    """Keeps keys in a file that only its owner can read: for computers without a keyring.

    A new key never takes the place of another vault's: an older copy of a notebook may need it.
    """

    name = "keyfile"

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEY_FILE

    def load(self, account: str) -> bytes | None:
        kept = self._keys().get(account)
        try:
            return None if kept is None else b64decode(kept, validate=True)
        except NotBase64:
            return None

    def save(self, account: str, secret: bytes) -> bool:
        write_doubled(self._path, {**self._keys(), account: b64encode(secret).decode("ascii")})
        return self.load(account) == secret

    def forget(self, account: str) -> None:
        keys = self._keys()
        if keys.pop(account, None) is not None:
            write_doubled(self._path, keys)

    def mend(self) -> None:
        """Bring both its files up to the whole one."""
        if keys := self._keys():
            doubled.mend(self._path, keys)

    def _keys(self) -> dict[str, str]:
        """Those of both files: one may come from elsewhere, and the other still knows ours."""
        try:
            each = read_each(self._path)
        except FileNotFoundError:
            return {}
        keys: dict[str, str] = {}
        for content in reversed(each):
            keys |= restore(dict[str, str], content)
        return keys


def open_vault(folder: Path, database: Path, openers: Sequence[Opener]) -> Vault:
    """Open the vault of this folder, or make one where there is neither envelope nor database.

    Raises:
        KeyMissing: As ``open_proven`` does.
        StoreError: As ``open_proven`` does.
    """
    return open_proven(folder, database, openers, lambda _: None)[0]


def open_proven(
    folder: Path, database: Path, openers: Sequence[Opener], proof: Callable[[bytes], T]
) -> tuple[Vault, T]:
    """Open the vault of this folder, and with its key what proves that it is the right one.

    Of the openers the first that fits is taken; the key file is always the last. What somebody
    typed is proven, also where another way would open it. Where the envelope is lost, those of
    the copies are tried. Where there is neither envelope nor database, a vault is made.

    Raises:
        KeyMissing: There is a database, but no envelope, or nothing that opens it; by its kind
            what would, or that what was typed does not.
        StoreDamaged: The envelope cannot be read, or the proof failed.
        StoreTooNew: A newer Nearer wrote it.
        StoreError: What the proof raised.
    """
    try:
        envelopes = envelopes_of(folder)
    except FileNotFoundError:
        if database.exists():
            raise KeyMissing(f"there is no {ENVELOPE}") from None
        vault = _make(folder, [*keepers_among(openers), KeyFile(folder)])
        return vault, proof(vault.key)
    errors: list[StoreError] = []
    for envelope in envelopes:
        try:
            vault = open_envelope(envelope, [*openers, KeyFile(folder)])
            return vault, proof(vault.key)
        except (KeyMissing, StoreDamaged) as error:
            errors.append(error)
    # Another notebook's may lie there, or one from before a new key: the database shows which.
    others = {one.vault for one in envelopes}
    for envelope in [one for one in _beside_copies(folder) if one.vault not in others]:
        with suppress(StoreError):
            vault = open_envelope(envelope, [*openers, KeyFile(folder)])
            return vault, proof(vault.key)
    # Of two it says what somebody can do about it.
    raise next((one for one in errors if isinstance(one, SecretNeeded | SecretRefused)), errors[0])


def envelopes_of(folder: Path) -> list[Envelope]:
    """Those of this folder; where they are lost, what lies beside the copies, the newest first.

    Raises:
        FileNotFoundError: There is none, and no notebook that it could be of, or no copy.
        StoreDamaged: None can be read.
        StoreTooNew: A newer Nearer wrote it.
    """
    try:
        return read_envelopes(folder)
    except (FileNotFoundError, StoreDamaged):
        beside = _beside_copies(folder) if (folder / FILE_NAME).exists() else []
        if not beside:
            raise
        return beside


def _beside_copies(folder: Path) -> list[Envelope]:
    found: list[Envelope] = []
    for path in sorted((folder / COPIES).glob(f"*.{ENVELOPE}"), reverse=True):
        with suppress(OSError, StoreError):
            one = envelope_in(path.read_bytes())
            if one not in found:
                found.append(one)
    return found


def settle(folder: Path, vault: Vault) -> None:
    """The database has opened: bring the files of its keys up to what has opened it."""
    found = [*envelopes_of(folder), *_beside_copies(folder)]
    ours = [one for one in found if one.vault == vault.id]
    settle_envelope(folder, ours[0])
    key_file = KeyFile(folder)
    key_file.mend()
    if WayIn.KEYFILE not in ours[0].ways:
        # Cut off between the envelope and this.
        key_file.forget(vault.id)


def key_in(envelope: bytes, folder: Path, openers: Sequence[Opener]) -> bytes:
    """The data key that lies in this envelope; the key file is that of ``folder``.

    Raises:
        KeyMissing: Nothing here opens it.
        StoreDamaged: It is none.
        StoreTooNew: A newer Nearer wrote it.
    """
    return open_envelope(envelope_in(envelope), [*openers, KeyFile(folder)]).key


def open_envelope(envelope: Envelope, openers: Sequence[Opener]) -> Vault:
    """The vault of this envelope.

    Raises:
        KeyMissing: None of these opens it; by its kind what would.
        StoreDamaged: A wrap is none.
    """
    for known in openers:
        if isinstance(known, KnownKey) and known.vault == envelope.vault:
            return Vault(envelope.vault, known.key, None)
    for typed in openers:
        if isinstance(typed, Passphrase | SheetCode) and _way_of(typed) in envelope.ways:
            return _open_by(envelope, typed)
    refused: KeyRefused | None = None
    for wrapped in envelope.wraps:
        for place in keepers_among(openers):
            kek = place.load(envelope.vault) if place.name == wrapped.keeper else None
            try:
                if kek is not None:
                    key = unwrap(wrapped, kek, envelope.vault)
                    return Vault(envelope.vault, key, wrapped.kind)
            except KeyRefused as error:
                refused = error
    ways, sheet = envelope.ways, WayIn.SHEET in envelope.ways
    if WayIn.PASSPHRASE in ways:
        raise PassphraseNeeded(sheet=sheet, keyring=WayIn.KEYRING in ways)
    if sheet:
        raise SheetNeeded(keyring=WayIn.KEYRING in ways)
    raise refused or KeyMissing("no place on this computer has the key")


def proven(envelope: Envelope, secret: Secret) -> bool:
    """Whether this opens it.

    Raises:
        StoreDamaged: Its wrap is none.
    """
    if _way_of(secret) not in envelope.ways:
        return False
    try:
        _open_by(envelope, secret)
    except SecretRefused:
        return False
    return True


def keepers_among(openers: Sequence[Opener]) -> list[SecretKeeper]:
    """Those that keep a key by themselves."""
    return [one for one in openers if not isinstance(one, KnownKey | Passphrase | SheetCode)]


def keep_somewhere(vault: Vault, places: Sequence[SecretKeeper]) -> Wrap:
    """Let the first of these places that can do it keep a way in; the wrap for it.

    Raises:
        StoreReadOnly: None can.
    """
    kek = secrets.token_bytes(KEY_BYTES)
    place = next((p for p in places if p.save(vault.id, kek) and p.load(vault.id) == kek), None)
    if place is None:
        raise StoreReadOnly("no place keeps the key")
    kind = WayIn.KEYFILE if isinstance(place, KeyFile) else WayIn.KEYRING
    return wrap(vault.key, kek, vault.id, kind, place.name)


def _way_of(secret: Secret) -> WayIn:
    return WayIn.PASSPHRASE if isinstance(secret, Passphrase) else WayIn.SHEET


def _open_by(envelope: Envelope, secret: Secret) -> Vault:
    way = _way_of(secret)
    wrapped = next(one for one in envelope.wraps if one.kind is way)
    try:
        key = unwrap(wrapped, _kek(secret, wrapped, envelope.vault), envelope.vault)
    except KeyRefused as error:
        raise SecretRefused(f"this {way} opens another notebook") from error
    return Vault(envelope.vault, key, way)


def _kek(secret: Secret, wrapped: Wrap, vault: str) -> bytes:
    if isinstance(secret, SheetCode):
        return sheet_kek(secret, vault)
    if wrapped.stretching is None:
        raise StoreDamaged("nothing says how the passphrase was stretched")
    return passphrase_kek(secret, wrapped.stretching)


def _make(folder: Path, places: Sequence[SecretKeeper]) -> Vault:
    vault = Vault(secrets.token_hex(16), secrets.token_bytes(KEY_BYTES), WayIn.KEYFILE)
    wrapped = keep_somewhere(vault, places)
    write_envelope(folder, Envelope(VERSION, vault.id, (wrapped,)))
    return Vault(vault.id, vault.key, wrapped.kind)
