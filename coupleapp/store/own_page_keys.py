"""The keys of own pages, as they lie in the file.

Each is a pair. Its public half seals a line (HPKE, RFC 9180), so that one can be kept in a talk
without a passphrase; the other half reads it, and lies here sealed under what Argon2id makes of
their passphrase, and bound to the seat. All else in a row could be written by whoever has the key
of the file: it is held against that half when it is opened.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from sqlmodel import Session, col, select

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import Passphrase
from coupleapp.store.envelope import Stretching, passphrase_kek
from coupleapp.store.rows import only_readable, readable, values
from coupleapp.store.tables import OwnKeyRow

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_NONCE_BYTES, _SALT_BYTES = 12, 16

# Whatever stands there that is not "no": to keep a line open for it would be the greater harm.
_IN_USE = col(OwnKeyRow.in_use).is_not(False)
_NEWEST_FIRST = (col(OwnKeyRow.in_use).desc(), col(OwnKeyRow.since).desc())

Opened = list[tuple[OwnKeyRow, bytes]]
"""Keys, each with its half that reads."""


def new_key(
    seat: Seat, passphrase: Passphrase, at: datetime, stretching: Callable[[], Stretching]
) -> OwnKeyRow:
    private = X25519PrivateKey.generate()
    return OwnKeyRow(
        id=uuid4().hex,
        seat=seat,
        since=at,
        public=private.public_key().public_bytes_raw().hex(),
        **closed(private.private_bytes_raw(), seat, passphrase, stretching()),
    )


def closed(
    half: bytes, seat: Seat, passphrase: Passphrase, stretching: Stretching
) -> dict[str, Any]:
    """What is kept of this half: only the passphrase opens it."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    kek = passphrase_kek(passphrase, stretching)
    sealed = AESGCM(kek).encrypt(nonce, half, _bound_to(seat))
    return {"nonce": nonce.hex(), "sealed": sealed.hex(), **asdict(stretching)}


def opened_by(passphrase: Passphrase, seat: Seat, keys: Sequence[OwnKeyRow]) -> Opened:
    """Each of this partner's that it opens. It takes a while: outside of any transaction.

    One that was given to the other seat is still theirs: it is looked for there, too.
    """
    own = _that_open(passphrase, seat, [key for key in keys if key.seat == seat])
    return own or _that_open(passphrase, seat, [key for key in keys if key.seat != seat])


def _that_open(passphrase: Passphrase, seat: Seat, keys: Iterable[OwnKeyRow]) -> Opened:
    opened = []
    for key in keys:
        kek = passphrase_kek(passphrase, _stretching_of(key))
        nonce, sealed = bytes.fromhex(key.nonce), bytes.fromhex(key.sealed)
        try:
            opened.append((key, AESGCM(kek).decrypt(nonce, sealed, _bound_to(seat))))
        except InvalidTag:
            continue
    return opened


def key_in_use(work: Session, seat: Seat) -> OwnKeyRow | None:
    """What seals this partner's lines now.

    Raises:
        StoreDamaged: It cannot be read.
    """
    own = select(OwnKeyRow).where(col(OwnKeyRow.seat) == seat, _IN_USE).order_by(*_NEWEST_FIRST)
    return next(iter(only_readable(work, own, proven)), None)


def has_key_in_use(work: Session, seat: Seat) -> bool:
    """Whether there is one, be it readable or not."""
    own = select(OwnKeyRow.id).where(col(OwnKeyRow.seat) == seat, _IN_USE)
    return work.exec(own).first() is not None


def has_keys(work: Session, seat: Seat) -> bool:
    """Whether there is or was one, be it readable or not."""
    own = select(OwnKeyRow.id).where(col(OwnKeyRow.seat) == seat)
    return work.exec(own).first() is not None


def readable_keys(work: Session) -> tuple[OwnKeyRow, ...]:
    """Of both, each partner's newest first; what cannot be read is left aside."""
    return readable(work, select(OwnKeyRow).order_by(*_NEWEST_FIRST), proven)


def proven(key: OwnKeyRow) -> OwnKeyRow:
    """It, if it is one.

    Raises:
        StoreDamaged, ValueError: It is none.
    """
    Seat(key.seat), _public(key), _stretching_of(key), bytes.fromhex(key.sealed)
    lengths = len(bytes.fromhex(key.nonce)), len(bytes.fromhex(key.salt))
    if lengths != (_NONCE_BYTES, _SALT_BYTES):
        raise StoreDamaged("no such key")
    return key


def columns_of_key(_: Session, key: OwnKeyRow) -> dict[str, Any]:
    """What stands in it, column by column, if it is one."""
    return values(proven(key))


def sealed(text: str, key: OwnKeyRow, place: str) -> str:
    """``place``: where it is read; nowhere else."""
    return b64encode(_SUITE.encrypt(text.encode(), _public(key), _at(place))).decode("ascii")


def unsealed(text: str, half: bytes, place: str) -> str:
    """What was sealed.

    Raises:
        StoreDamaged: Not for this half, or not for this place.
    """
    try:
        private = X25519PrivateKey.from_private_bytes(half)
        return _SUITE.decrypt(b64decode(text, validate=True), private, _at(place)).decode()
    except (InvalidTag, ValueError):
        raise StoreDamaged("a sealed line cannot be read") from None


def belongs_to(key: OwnKeyRow, half: bytes) -> bool:
    """Whether what it seals is read with this half."""
    public = X25519PrivateKey.from_private_bytes(half).public_key()
    return public.public_bytes_raw() == _public(key).public_bytes_raw()


def _public(key: OwnKeyRow) -> X25519PublicKey:
    return X25519PublicKey.from_public_bytes(bytes.fromhex(key.public))


def _stretching_of(key: OwnKeyRow) -> Stretching:
    return Stretching(key.salt, key.memory_kib, key.passes, key.lanes)


def _bound_to(seat: Seat) -> bytes:
    return f"nearer own pages 1 {seat}".encode()


def _at(place: str) -> bytes:
    return f"nearer own page 1 {place}".encode()
