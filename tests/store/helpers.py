"""What the store's tests share: values to keep, and eyes that see below SQL."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import Event, Moment
from coupleapp.domain.guided_session.events import Began, Ending
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.turn_events import SaidBack
from coupleapp.domain.hand import Hand
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.store import FILE_NAME, Store, open_store
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import Stretching
from coupleapp.store.files import make_empty
from coupleapp.store.vault import open_vault
from tests.domain.guided_session.sessions import a_plan

NOW = datetime(2026, 11, 23, 20, 0, 0, 123456, tzinfo=UTC)
MAYA, TOMAS = Hand(Seat.LEFT), Hand(Seat.RIGHT)
PAGE = 4096
_RESERVED = 80
_SALT = _IV = 16


class MemoryKeeper:
    """A keyring that lasts as long as the test."""

    name = "keyring"

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load(self, account: str) -> bytes | None:
        return self.kept.get(account)

    def save(self, account: str, secret: bytes) -> bool:
        self.kept[account] = secret
        return True

    def forget(self, account: str) -> None:
        self.kept.pop(account, None)


def little_stretching() -> Stretching:
    """As little work as may be made of a try, where that is not the subject."""
    return Stretching(secrets.token_hex(16), 64 * 1024, 1, 4)


def quick(store: Store) -> Store:
    """Its passphrases are stretched as little as may be."""
    store.lock._stretching = store.own_pages._stretching = little_stretching
    return store


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def past(id: str = "s1", minutes: float = 0) -> PastSession:  # noqa: A002
    return PastSession(
        id, "theme_talk", "home", (), Seat.LEFT, Seat.RIGHT, False, False, later(minutes)
    )


def ended(session: PastSession) -> PastSession:
    return replace(session, ended_at=later(60), ending=Ending.FINISHED, next_date=later(10000))


def began() -> Event:
    return Began(Moment(NOW, 0.0), a_plan())


def said_back(clock: float) -> Event:
    return SaidBack(Moment(NOW, clock))


def entry(id: str, text: str = "a line", minutes: float = 0) -> NotebookEntry:  # noqa: A002
    return NotebookEntry(id, EntryKind.FREE, Seat.LEFT, text, later(minutes))


def key_of(folder: Path) -> bytes:
    return open_vault(folder, folder / FILE_NAME, []).key


def plain_pages(folder: Path) -> bytes:
    """Every byte SQLite has put into the file, free space and free pages included.

    The file as SQLCipher 4 lays it out: AES-256-CBC page by page under the raw key, 80 bytes at
    the end of each page for the IV and the HMAC, and the salt in place of the magic header.
    """
    key, raw = key_of(folder), (folder / FILE_NAME).read_bytes()
    plain = bytearray()
    for start in range(0, len(raw), PAGE):
        page = raw[start : start + PAGE]
        iv = page[PAGE - _RESERVED :][:_IV]
        body = page[_SALT if start == 0 else 0 : PAGE - _RESERVED]
        reader = Cipher(AES(key), CBC(iv)).decryptor()
        plain += reader.update(body) + reader.finalize()
    return bytes(plain)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def write_both(path: Path, data: bytes) -> None:
    """Into a file that is kept twice, and into its second."""
    for one in (path, second_of(path)):
        one.write_bytes(data)


def remove_both(path: Path) -> None:
    for one in (path, second_of(path)):
        one.unlink(missing_ok=True)


def fill(folder: Path) -> None:
    """A store of many pages, closed."""
    store = open_store(folder, [])
    for number in range(40):
        store.notebook.add(entry(f"e{number}", f"{number} " + "x" * 1500, number))
    store.close()


@contextmanager
def without_privileges() -> Iterator[None]:
    """No file mode stops the superuser, so be somebody else for a while."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def leave_earlier_backup(store: Store) -> None:
    """As a Nearer without copies left one before it changed the tables."""
    make_empty(store.database.earlier_backup)
    store.database.copy_into(store.database.earlier_backup)
