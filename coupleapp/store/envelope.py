"""The envelope: the data key of the database, sealed once for each way in.

A way in is a key of its own: what the keyring or the key file keeps, what Argon2id makes of a
passphrase, what HKDF makes of the code on the recovery sheet.
"""

import math
import secrets
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from coupleapp.application.ports import KeyMissing, StoreDamaged, StoreError, StoreTooNew
from coupleapp.domain.lock import Passphrase, SheetCode, WayIn
from coupleapp.store.codec import restore
from coupleapp.store.doubled import mend, parsed, read_each, write_doubled, written

VERSION = 2
ENVELOPE = "keys.json"
KEY_BYTES = 32
_NONCE_BYTES = 12
_SALT_BYTES = 16

_MEMORY_KIB = 64 * 1024
_LANES = 4
_FEWEST_PASSES = 3
"""With the two above the second choice of RFC 9106 (2021), section 4."""

_MOST_PASSES = 100
_MOST_MEMORY_KIB = 1024 * 1024
_UNLOCK_S = 0.5
"""How long one passphrase takes on the computer on which it was chosen, about."""


class KeyRefused(KeyMissing):
    """A key was found, but it is not the one the envelope was sealed with."""


@dataclass(frozen=True, slots=True)
class Stretching:
    """How much work Argon2id makes of each try. ``salt`` is in hexadecimal."""

    salt: str
    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        bytes.fromhex(self.salt)
        if not (
            _MEMORY_KIB <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= 64
        ):
            raise ValueError("no such stretching")


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key, sealed once. Bytes are in hexadecimal."""

    kind: WayIn
    keeper: str
    nonce: str
    sealed: str
    stretching: Stretching | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    version: int
    vault: str
    wraps: tuple[Wrap, ...]

    @property
    def ways(self) -> frozenset[WayIn]:
        return frozenset(wrapped.kind for wrapped in self.wraps)

    def but(self, *gone: WayIn, wrap: Wrap | None = None) -> "Envelope":
        """Without these ways in, and with this one in place of an earlier one of its kind."""
        left = {*gone} if wrap is None else {*gone, wrap.kind}
        wraps = tuple(one for one in self.wraps if one.kind not in left)
        return replace(self, version=VERSION, wraps=wraps if wrap is None else (*wraps, wrap))


def stretching_of_today(seconds: float = _UNLOCK_S) -> Stretching:
    """One that takes about this long here, and never less than RFC 9106 asks for."""
    least = Stretching(secrets.token_hex(_SALT_BYTES), _MEMORY_KIB, _FEWEST_PASSES, _LANES)
    began = time.perf_counter()
    passphrase_kek(Passphrase("as long as one takes"), least)
    each = (time.perf_counter() - began) / _FEWEST_PASSES
    passes = min(max(_FEWEST_PASSES, math.ceil(seconds / each)), _MOST_PASSES)
    return replace(least, passes=passes)


def passphrase_kek(passphrase: Passphrase, stretching: Stretching) -> bytes:
    derivation = Argon2id(
        salt=bytes.fromhex(stretching.salt),
        length=KEY_BYTES,
        iterations=stretching.passes,
        lanes=stretching.lanes,
        memory_cost=stretching.memory_kib,
    )
    return derivation.derive(passphrase.text.encode("utf-8", "surrogatepass"))


def sheet_kek(code: SheetCode, vault: str) -> bytes:
    """Nobody can try 138 bits, so nothing has to be stretched."""
    derivation = HKDF(SHA256(), KEY_BYTES, vault.encode(), b"nearer recovery sheet")
    return derivation.derive(code.symbols.encode("ascii"))


def wrap(
    key: bytes,
    kek: bytes,
    vault: str,
    kind: WayIn,
    keeper: str = "",
    stretching: Stretching | None = None,
) -> Wrap:
    """Seal the data key under another one."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(kek).encrypt(nonce, key, _bound_to(vault, kind))
    return Wrap(kind, keeper, nonce.hex(), sealed.hex(), stretching)


def unwrap(wrapped: Wrap, kek: bytes, vault: str) -> bytes:
    """The data key.

    Raises:
        KeyRefused: ``kek`` is not what it was sealed with.
        StoreDamaged: The wrap is not one.
    """
    if len(kek) != KEY_BYTES:
        raise KeyRefused(f"what {wrapped.keeper} has is not a key")
    try:
        nonce, sealed = bytes.fromhex(wrapped.nonce), bytes.fromhex(wrapped.sealed)
        return AESGCM(kek).decrypt(nonce, sealed, _bound_to(vault, wrapped.kind))
    except InvalidTag:
        raise KeyRefused(f"the key for {wrapped.kind} is another one") from None
    except ValueError as error:
        raise StoreDamaged(f"{ENVELOPE} holds no sealed key") from error


def envelope_in(data: bytes) -> Envelope:
    """The envelope in these bytes.

    Raises:
        StoreDamaged: It is none.
        StoreTooNew: A newer Nearer wrote it.
    """
    return _envelope_of(parsed(data, ENVELOPE))


def vault_in(data: bytes | None) -> str | None:
    """Whose key an envelope seals; None where these bytes are none."""
    try:
        return None if data is None else envelope_in(data).vault
    except StoreError:
        return None


def bytes_of(envelope: Envelope) -> bytes:
    return written(asdict(envelope))


def read_envelope(folder: Path) -> Envelope:
    """The envelope of this folder.

    Raises:
        FileNotFoundError: There is none.
        StoreDamaged: Neither of its files can be read.
        StoreTooNew: A newer Nearer wrote it.
    """
    return read_envelopes(folder)[0]


def read_envelopes(folder: Path) -> list[Envelope]:
    """The same, and where its second file holds another notebook's, that: the database shows which.

    Of one notebook the first is the newer: a change was cut off between the two.

    Raises:
        FileNotFoundError: There is none.
        StoreDamaged: Neither of its files can be read.
        StoreTooNew: A newer Nearer wrote it.
    """
    found = [_envelope_of(content) for content in read_each(folder / ENVELOPE)]
    return [one for one in found if one is found[0] or one.vault != found[0].vault]


def settle_envelope(folder: Path, envelope: Envelope) -> None:
    """Bring both files up to this one, which has opened the database."""
    mend(folder / ENVELOPE, asdict(envelope))


def write_envelope(folder: Path, envelope: Envelope) -> None:
    write_doubled(folder / ENVELOPE, asdict(envelope))


def _envelope_of(content: dict[str, Any]) -> Envelope:
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise StoreTooNew(f"{ENVELOPE} has version {version}")
    return restore(Envelope, content)


def _bound_to(vault: str, kind: WayIn) -> bytes:
    # As the first version of the envelope wrote it: a sealed key outlives its envelope.
    return f"nearer 1 {vault} {kind}".encode()
