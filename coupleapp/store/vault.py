"""The key of the database, and the envelope it lies in.

The database is encrypted with a random data key that never changes. ``keys.json`` beside it holds
that key sealed under one or more other keys. Where such a key comes from (the keyring, a file, one
day a passphrase through Argon2id with its parameters in the wrap) does not touch the database.
"""

import json
import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from coupleapp.application.ports import (
    KeyMissing,
    SecretKeeper,
    StoreDamaged,
    StoreReadOnly,
    StoreTooNew,
)
from coupleapp.store.codec import restore
from coupleapp.store.files import write_whole

VERSION = 1
ENVELOPE = "keys.json"
KEY_FILE = "key"
_KEY_BYTES = 32
_NONCE_BYTES = 12


class KeyRefused(KeyMissing):
    """A key was found, but it is not the one the envelope was sealed with."""


class KeptIn(StrEnum):
    """Where the key that opens the envelope lies."""

    KEYRING = "keyring"
    KEYFILE = "keyfile"


@dataclass(frozen=True, slots=True)
class Vault:
    """``key`` are the 32 bytes the database is encrypted with."""

    key: bytes = field(repr=False)
    kept_in: KeptIn


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key, sealed once. Bytes are in hexadecimal."""

    kind: KeptIn
    keeper: str
    nonce: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Envelope:
    version: int
    vault: str
    wraps: tuple[Wrap, ...]


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
        self._write({**self._keys(), account: b64encode(secret).decode("ascii")})
        return self.load(account) == secret

    def forget(self, account: str) -> None:
        self._write({name: key for name, key in self._keys().items() if name != account})

    def _keys(self) -> dict[str, str]:
        try:
            return restore(dict[str, str], _json(self._path.read_bytes(), KEY_FILE))
        except FileNotFoundError:
            return {}

    def _write(self, keys: dict[str, str]) -> None:
        write_whole(self._path, json.dumps(keys, indent=2).encode("ascii"))


def open_vault(folder: Path, database: Path, keepers: Sequence[SecretKeeper]) -> Vault:
    """Open the vault of this folder, or make one where there is neither envelope nor database.

    Raises:
        KeyMissing: There is a database, but no envelope, or nothing that opens it.
        StoreDamaged: The envelope cannot be read.
        StoreTooNew: A newer Nearer wrote it.
    """
    places = [*keepers, KeyFile(folder)]
    path = folder / ENVELOPE
    try:
        envelope = _read(path)
    except FileNotFoundError:
        if database.exists():
            raise KeyMissing(f"there is no {ENVELOPE}") from None
        return _make(path, places)
    return _open(envelope, places)


def key_in(envelope: bytes, folder: Path, keepers: Sequence[SecretKeeper]) -> bytes:
    """The data key that lies in this envelope; the key file is that of ``folder``.

    Raises:
        KeyMissing: Nothing here opens it.
        StoreDamaged: It is none.
        StoreTooNew: A newer Nearer wrote it.
    """
    return _open(_envelope_of(envelope, ENVELOPE), [*keepers, KeyFile(folder)]).key


def wrap(key: bytes, kek: bytes, vault: str, kind: KeptIn, keeper: str) -> Wrap:
    """Seal the data key under another one."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(kek).encrypt(nonce, key, _bound_to(vault, kind))
    return Wrap(kind, keeper, nonce.hex(), sealed.hex())


def unwrap(wrapped: Wrap, kek: bytes, vault: str) -> bytes:
    """The data key.

    Raises:
        KeyRefused: ``kek`` is not what it was sealed with.
        StoreDamaged: The wrap is not one.
    """
    if len(kek) != _KEY_BYTES:
        raise KeyRefused(f"what {wrapped.keeper} has is not a key")
    try:
        nonce, sealed = bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed)
        return AESGCM(kek).decrypt(nonce, sealed, _bound_to(vault, wrapped.kind))
    except InvalidTag:
        raise KeyRefused(f"the key in {wrapped.keeper} is another one") from None
    except ValueError as error:
        raise StoreDamaged(f"{ENVELOPE} holds no sealed key") from error


def _bound_to(vault: str, kind: KeptIn) -> bytes:
    return f"nearer {VERSION} {vault} {kind}".encode()


def _make(path: Path, places: Sequence[SecretKeeper]) -> Vault:
    vault, key, kek = (
        secrets.token_hex(16),
        secrets.token_bytes(_KEY_BYTES),
        secrets.token_bytes(_KEY_BYTES),
    )
    place = next((p for p in places if p.save(vault, kek) and p.load(vault) == kek), None)
    if place is None:
        raise StoreReadOnly("no place keeps the key")
    kind = KeptIn.KEYFILE if isinstance(place, KeyFile) else KeptIn.KEYRING
    envelope = Envelope(VERSION, vault, (wrap(key, kek, vault, kind, place.name),))
    write_whole(path, json.dumps(asdict(envelope), indent=2).encode("ascii"))
    return Vault(key, kind)


def _open(envelope: Envelope, places: Sequence[SecretKeeper]) -> Vault:
    by_name = {place.name: place for place in places}
    refused: KeyRefused | None = None
    for wrapped in envelope.wraps:
        place = by_name.get(wrapped.keeper)
        kek = None if place is None else place.load(envelope.vault)
        if kek is None:
            continue
        try:
            return Vault(unwrap(wrapped, kek, envelope.vault), wrapped.kind)
        except KeyRefused as error:
            refused = error
    raise refused or KeyMissing("no place on this computer has the key")


def _read(path: Path) -> Envelope:
    return _envelope_of(path.read_bytes(), path.name)


def _envelope_of(data: bytes, name: str) -> Envelope:
    parsed = _json(data, name)
    version = parsed.get("version") if isinstance(parsed, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise StoreTooNew(f"{name} has version {version}")
    return restore(Envelope, parsed)


def _json(data: bytes, name: str) -> object:
    try:
        return json.loads(data)
    except ValueError as error:
        raise StoreDamaged(f"{name} is not JSON") from error
