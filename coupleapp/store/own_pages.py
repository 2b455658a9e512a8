"""Own pages: the lines of one partner alone, sealed under a key that only their passphrase opens.

Each key is a pair. Its public half seals a line (HPKE, RFC 9180), so that one can be kept in a
talk without a passphrase; the other half reads it, and lies here sealed under what Argon2id makes
of the passphrase.
"""

import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from sqlalchemy import func, update
from sqlmodel import Session, col, select

from coupleapp.application.own_pages import own_draft
from coupleapp.application.ports import SecretRefused, StoreDamaged, StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import OpenPages, Passphrase
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.store.codec import restore
from coupleapp.store.database import Database
from coupleapp.store.envelope import Stretching, passphrase_kek, stretching_of_today
from coupleapp.store.rows import only_readable, values
from coupleapp.store.tables import DraftRow, EntryRow, OwnKeyRow

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_NONCE_BYTES, _SALT_BYTES = 12, 16
_DRAFT = "draft"
_OPEN, _SEALED = "open", "sealed"


class SqlOwnPages:
    def __init__(
        self, database: Database, stretching: Callable[[], Stretching] = stretching_of_today
    ) -> None:
        """``stretching``: of a new passphrase."""
        self._database = database
        self._stretching = stretching

    def has_passphrase(self, seat: Seat) -> bool:
        with self._database.transaction() as work:
            return key_in_use(work, seat) is not None

    def begin(self, seat: Seat, new: Passphrase, at: datetime) -> None:
        private = X25519PrivateKey.generate()
        key = OwnKeyRow(
            id=uuid4().hex,
            seat=seat,
            since=at,
            public=private.public_key().public_bytes_raw().hex(),
            **self._closed(private.private_bytes_raw(), seat, new),
        )
        with self._database.transaction(erasing=True) as work:
            earlier = update(OwnKeyRow).where(col(OwnKeyRow.seat) == seat)
            work.exec(earlier.values(in_use=False))
            work.add(key)
            # What follows refers to it.
            work.flush()
            seal_what_lies_open(work, key)
        self._database.scrub()

    def change(self, seat: Seat, old: Passphrase, new: Passphrase) -> None:
        opened = self._opened_of_today(seat, old)
        closed = {id_: self._closed(private, seat, new) for id_, private in opened.keys.items()}
        with self._database.transaction(erasing=True) as work:
            for id_, columns in closed.items():
                _row(work, id_).sqlmodel_update(columns)
        self._database.scrub()

    def let_go(self, seat: Seat, old: Passphrase) -> None:
        opened = self._opened_of_today(seat, old)
        with self._database.transaction(erasing=True) as work:
            for draft in _drafts(work, seat):
                draft.text = _moved(draft.text, opened.keys, None)
            for id_, private in opened.keys.items():
                for row in _lines(work, seat, id_):
                    row.text, row.own_key = _unsealed(row.text, private, row.id), None
                work.flush()
                work.delete(_row(work, id_))
        self._database.scrub()

    def open(self, seat: Seat, passphrase: Passphrase) -> OpenPages:
        return OpenPages(seat, {key.id: half for key, half in self._opened(seat, passphrase)})

    def closed_lines(self, seat: Seat, opened: OpenPages | None) -> int:
        own = select(func.count()).where(
            col(EntryRow.private),
            col(EntryRow.author) == seat,
            col(EntryRow.own_key).is_not(None),
            col(EntryRow.own_key).not_in(list(opened.keys) if opened else []),
        )
        with self._database.transaction() as work:
            return work.exec(own).one()

    def newer(self, seat: Seat, opened: OpenPages | None) -> datetime | None:
        with self._database.transaction() as work:
            key = key_in_use(work, seat)
            return None if key is None or (opened and key.id in opened.keys) else key.since

    def seal(self, seat: Seat, text: str) -> str:
        with self._database.transaction() as work:
            return _as_draft(text, key_in_use(work, seat))

    def unseal(self, opened: OpenPages | None, kept: str) -> str:
        return _draft_in(kept, opened.keys if opened else {})

    def _opened_of_today(self, seat: Seat, passphrase: Passphrase) -> OpenPages:
        opened = self._opened(seat, passphrase)
        if not any(key.in_use for key, _ in opened):
            raise SecretRefused("it opens only what was sealed before")
        return OpenPages(seat, {key.id: half for key, half in opened})

    def _opened(self, seat: Seat, passphrase: Passphrase) -> list[tuple[OwnKeyRow, bytes]]:
        """Each key of this partner that it opens. It takes a while: outside of any transaction."""
        with self._database.transaction() as work:
            keys = _keys(work, seat)
            work.expunge_all()
        opened = []
        for key in keys:
            kek = passphrase_kek(passphrase, _stretching_of(key))
            try:
                half = AESGCM(kek).decrypt(
                    bytes.fromhex(key.nonce), bytes.fromhex(key.sealed), _bound_to(seat)
                )
            except InvalidTag:
                continue
            opened.append((key, half))
        if not opened:
            raise SecretRefused("it opens nothing of this partner's")
        return opened

    def _closed(self, private: bytes, seat: Seat, passphrase: Passphrase) -> dict[str, Any]:
        stretching = self._stretching()
        nonce = secrets.token_bytes(_NONCE_BYTES)
        kek = passphrase_kek(passphrase, stretching)
        sealed = AESGCM(kek).encrypt(nonce, private, _bound_to(seat))
        return {"nonce": nonce.hex(), "sealed": sealed.hex(), **asdict(stretching)}


def columns_of(work: Session, entry: NotebookEntry) -> dict[str, Any]:
    """What is kept of this entry: what is for its author alone is sealed, where they can seal.

    Raises:
        StoreDamaged: The key cannot be read; it is not kept open instead.
    """
    alone = entry.author if entry.private else None
    key = None if alone is None else key_in_use(work, alone)
    if key is None:
        return {**asdict(entry), "own_key": None}
    return {**asdict(entry), "text": _sealed(entry.text, key, entry.id), "own_key": key.id}


def entry_of(row: EntryRow, keys: Mapping[str, bytes] | None = None) -> NotebookEntry:
    """The entry in this row; ``keys``: what reads sealed ones.

    Raises:
        StoreDamaged: It cannot be read.
    """
    columns = values(row, exclude={"own_key"})
    if row.own_key is not None:
        columns["text"] = _unsealed(row.text, (keys or {}).get(row.own_key, b""), row.id)
    return restore(NotebookEntry, columns)


def key_in_use(work: Session, seat: Seat) -> OwnKeyRow | None:
    """What seals this partner's lines now.

    Raises:
        StoreDamaged: It cannot be read.
    """
    return next((key for key in _keys(work, seat) if key.in_use), None)


def _keys(work: Session, seat: Seat) -> list[OwnKeyRow]:
    newest_first = (col(OwnKeyRow.in_use).desc(), col(OwnKeyRow.since).desc())
    own = select(OwnKeyRow).where(col(OwnKeyRow.seat) == seat).order_by(*newest_first)
    return list(only_readable(work, own, _proven))


def _proven(key: OwnKeyRow) -> OwnKeyRow:
    _public(key), _stretching_of(key), bytes.fromhex(key.sealed)
    lengths = len(bytes.fromhex(key.nonce)), len(bytes.fromhex(key.salt))
    if lengths != (_NONCE_BYTES, _SALT_BYTES):
        raise StoreDamaged("no such key")
    return key


def _row(work: Session, id_: str) -> OwnKeyRow:
    row = work.get(OwnKeyRow, id_)
    if row is None:
        raise StoreError("there is no such key")
    return row


def _lines(work: Session, seat: Seat, own_key: str | None) -> list[EntryRow]:
    own = select(EntryRow).where(
        col(EntryRow.private), col(EntryRow.author) == seat, col(EntryRow.own_key) == own_key
    )
    return list(work.exec(own))


def _drafts(work: Session, seat: Seat) -> list[DraftRow]:
    own = col(DraftRow.key).startswith(own_draft(seat, ""), autoescape=True)
    return list(work.exec(select(DraftRow).where(own)))


def _stretching_of(key: OwnKeyRow) -> Stretching:
    return Stretching(key.salt, key.memory_kib, key.passes, key.lanes)


def _public(key: OwnKeyRow) -> X25519PublicKey:
    return X25519PublicKey.from_public_bytes(bytes.fromhex(key.public))


def _sealed(text: str, key: OwnKeyRow, place: str) -> str:
    sealed = _SUITE.encrypt(text.encode(), _public(key), _line(place))
    return b64encode(sealed).decode("ascii")


def _unsealed(sealed: str, half: bytes, place: str) -> str:
    try:
        private = X25519PrivateKey.from_private_bytes(half)
        return _SUITE.decrypt(b64decode(sealed, validate=True), private, _line(place)).decode()
    except (InvalidTag, ValueError):
        raise StoreDamaged("a sealed line cannot be read") from None


def _as_draft(text: str, key: OwnKeyRow | None) -> str:
    if not text:
        return ""
    if key is None:
        return f"{_OPEN} {text}"
    return f"{_SEALED} {key.id} {_sealed(text, key, _DRAFT)}"


def _draft_in(kept: str, keys: Mapping[str, bytes]) -> str:
    how, _, rest = kept.partition(" ")
    if how != _SEALED:
        return rest
    id_, _, sealed = rest.partition(" ")
    return _unsealed(sealed, keys[id_], _DRAFT) if id_ in keys else ""


def _moved(kept: str, keys: Mapping[str, bytes], key: OwnKeyRow | None) -> str:
    """That draft under another key; one that these do not open stays as it is."""
    text = _draft_in(kept, keys)
    return _as_draft(text, key) if text else kept


def _bound_to(seat: Seat) -> bytes:
    return f"nearer own pages 1 {seat}".encode()


def _line(place: str) -> bytes:
    return f"nearer own page 1 {place}".encode()


def seal_what_lies_open(work: Session, key: OwnKeyRow) -> None:
    """What its partner alone has written, lines and what is typed: from now on under this key."""
    for row in _lines(work, Seat(key.seat), None):
        row.text, row.own_key = _sealed(row.text, key, row.id), key.id
    for draft in _drafts(work, Seat(key.seat)):
        draft.text = _moved(draft.text, {}, key)
