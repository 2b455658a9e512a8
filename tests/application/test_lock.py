"""Who can open the notebook, over real files."""

import errno
import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.application.lock import Lock
from coupleapp.application.ports import (
    PassphraseNeeded,
    SecretRefused,
    SheetNeeded,
    StoreFull,
)
from coupleapp.domain.lock import Passphrase, SheetCode, WayIn
from coupleapp.store import Store, doubled, open_store
from coupleapp.store.files import write_whole
from coupleapp.store.lock import EnvelopeLock
from tests.store.helpers import MemoryKeeper, bytes_of, entry, quick

OURS = Passphrase("four words we say")
OTHER = Passphrase("four other words")
SHEET = SheetCode("23456789ABCDEFGHJKMNPQRSTUVW")
OTHER_SHEET = SheetCode("W" * 28)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def keyring() -> MemoryKeeper:
    return MemoryKeeper()


@pytest.fixture
def store(folder: Path, keyring: MemoryKeeper) -> Iterator[Store]:
    with closing(quick(open_store(folder, [keyring]))) as store:
        store.notebook.add(entry("e1"))
        yield store


def lines(folder: Path, *openers: object) -> int:
    with closing(open_store(folder, openers)) as store:
        return len(store.notebook.page(None, 10))


def test_with_a_passphrase_nothing_else_opens_it(folder: Path, store: Store, keyring: MemoryKeeper):
    Lock(store.lock).choose(OURS)
    store.close()

    assert lines(folder, OURS) == 1
    assert lines(folder, Passphrase("four words we say")) == 1
    with pytest.raises(PassphraseNeeded) as needed:
        open_store(folder, [keyring])
    assert not needed.value.sheet
    with pytest.raises(SecretRefused):
        open_store(folder, [keyring, OTHER])
    assert keyring.kept == {}


def test_a_passphrase_is_changed_by_those_who_know_it(folder: Path, store: Store):
    lock = Lock(store.lock)
    lock.choose(OURS)
    before = bytes_of(folder)

    with pytest.raises(SecretRefused):
        lock.choose(OTHER)
    with pytest.raises(SecretRefused):
        lock.choose(OTHER, old=OTHER)
    with pytest.raises(SecretRefused):
        lock.let_go(OTHER)
    with pytest.raises(ValueError, match="short"):
        lock.choose(Passphrase("short"), old=OURS)
    assert bytes_of(folder) == before

    lock.choose(OTHER, old=OURS)
    store.close()
    assert lines(folder, OTHER) == 1
    with pytest.raises(SecretRefused):
        open_store(folder, [OURS])


def test_they_can_do_without_it_again(folder: Path, store: Store, keyring: MemoryKeeper):
    lock = Lock(store.lock)
    lock.choose(OURS)
    lock.let_go(OURS)
    store.close()

    assert lock.ways() == {WayIn.KEYRING}
    assert lines(folder, keyring) == 1
    # It opens nothing any more, and nobody who types it is kept out.
    assert lines(folder, keyring, OURS) == 1


def test_this_computer_may_open_it_beside_the_passphrase(folder, store: Store, keyring):
    lock = Lock(store.lock)
    lock.choose(OURS)

    assert lock.remember(here=True)
    assert lock.ways() == {WayIn.PASSPHRASE, WayIn.KEYRING}
    store.close()
    assert lines(folder, keyring) == 1
    with pytest.raises(SecretRefused):
        # What somebody types is proven all the same.
        open_store(folder, [keyring, OTHER])

    assert not lock.remember(here=False)
    with pytest.raises(PassphraseNeeded):
        open_store(folder, [keyring])
    assert lines(folder, OURS) == 1


def test_where_no_keyring_is_the_passphrase_stays_alone(folder: Path):
    with closing(open_store(folder, [])) as store:
        lock = Lock(store.lock)
        lock.choose(OURS)
        assert not lock.remember(here=True)
        assert lock.ways() == {WayIn.PASSPHRASE}


def test_the_sheet_opens_it_when_the_keyring_is_gone(folder: Path, store: Store):
    Lock(store.lock).take(SHEET)
    store.close()

    with pytest.raises(SheetNeeded):
        open_store(folder, [MemoryKeeper()])
    with pytest.raises(SecretRefused):
        open_store(folder, [OTHER_SHEET])
    with closing(open_store(folder, [SHEET])) as again:
        assert again.vault.opened_by is WayIn.SHEET
        again.lock.unlock()
    assert lines(folder) == 1


def test_a_forgotten_passphrase_is_replaced_with_the_sheet(folder: Path, store: Store):
    lock = Lock(store.lock)
    lock.choose(OURS)
    lock.take(SHEET)
    store.close()

    with pytest.raises(PassphraseNeeded) as needed:
        open_store(folder, [])
    assert needed.value.sheet
    with closing(open_store(folder, [SHEET])) as again:
        found = Lock(again.lock)
        with pytest.raises(SecretRefused):
            found.choose_with_sheet(OTHER, OTHER_SHEET)
        with pytest.raises(ValueError, match="short"):
            found.choose_with_sheet(Passphrase("short"), SHEET)
        found.choose_with_sheet(OTHER, SHEET)
    assert lines(folder, OTHER) == 1
    assert lines(folder, SHEET) == 1


def test_a_new_sheet_makes_the_earlier_one_paper(folder: Path, store: Store):
    lock = Lock(store.lock)
    lock.take(SHEET)
    lock.test(SHEET)
    lock.take(OTHER_SHEET)
    before = bytes_of(folder)

    with pytest.raises(SecretRefused):
        lock.test(SHEET)
    lock.test(OTHER_SHEET)

    assert bytes_of(folder) == before
    assert Lock.draw() != Lock.draw()


def test_a_change_that_could_not_be_ended_is_ended_by_the_next_try(
    folder: Path, store: Store, monkeypatch
):
    """The new one opens it already, and the old one does not any more."""
    lock = Lock(store.lock)
    for old, new in ((None, OURS), (OURS, OTHER)):
        with monkeypatch.context() as patched:
            patched.setattr(EnvelopeLock, "_spread", full)
            with pytest.raises(StoreFull):
                lock.choose(new, old)
        lock.choose(new, old)
        assert lines(folder, new) == 1
    with pytest.raises(SecretRefused):
        lock.choose(Passphrase("words of somebody else"), OURS)


def full(*_: object) -> None:
    raise StoreFull("no space left")


def test_a_change_that_could_not_be_begun_has_changed_nothing(
    folder: Path, store: Store, monkeypatch
):
    lock = Lock(store.lock)
    lock.choose(OURS)
    for number in (1, 2):
        with monkeypatch.context() as patched:
            patched.setattr(doubled, "write_whole", fails_at(number))
            with pytest.raises(StoreFull):
                lock.choose(OTHER, OURS)
        assert lines(folder, OURS) == 1
        with pytest.raises(SecretRefused):
            open_store(folder, [OTHER])


def fails_at(number: int):
    count = itertools.count(1)

    def write(path: Path, data: bytes) -> None:
        if next(count) == number:
            raise OSError(errno.ENOSPC, "no space left")
        write_whole(path, data)

    return write
