"""A new data key: nothing is lost, and what was known before opens nothing that comes after."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from coupleapp.application.lock import Lock
from coupleapp.application.ports import (
    KeyMissing,
    PassphraseNeeded,
    SecretRefused,
    StoreError,
    StoreFull,
    StoreLost,
)
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import Passphrase, SheetCode, WayIn
from coupleapp.store import FILE_NAME, found_copies, open_store, renew_key, restore_copy
from coupleapp.store import renewing as module
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import ENVELOPE, read_envelope
from tests.store.helpers import NOW, MemoryKeeper, began, entry, little_stretching, past, quick

OURS = Passphrase("four words we say")
OTHER = Passphrase("four other words")
SHEET = SheetCode("23456789ABCDEFGHJKMNPQRSTUVW")

renew = partial(renew_key, stretching=little_stretching)


@pytest.fixture
def keyring() -> MemoryKeeper:
    return MemoryKeeper()


@pytest.fixture
def filled(folder: Path, keyring: MemoryKeeper) -> Iterator[Path]:
    with closing(open_store(folder, [keyring])) as store:
        quick(store)
        store.sessions.append(past(), 0, [began()])
        for number in range(20):
            store.notebook.add(entry(f"e{number:02}", f"Line {number}.", number))
        store.notebook.add(replace(entry("own"), author=Seat.LEFT, private=True))
    return folder


def lock(folder: Path, keyring: MemoryKeeper, *, sheet: bool = False) -> None:
    with closing(open_store(folder, [keyring])) as store:
        quick(store)
        if sheet:
            Lock(store.lock).take(SHEET)
        Lock(store.lock).choose(OURS)


def digest(folder: Path, *openers: object) -> str:
    with closing(open_store(folder, list(openers))) as store:
        return str((store.notebook.page(None, 99), store.sessions.history()))


def test_the_file_says_the_same_and_the_old_key_opens_it_no_more(filled: Path, keyring):
    before = digest(filled, keyring)
    with closing(open_store(filled, [keyring])) as store:
        old = store.vault.known

    new = renew(filled, [keyring], NOW)

    assert digest(filled, keyring) == digest(filled, new) == before
    assert new.key != old.key
    assert new.vault != old.vault
    with pytest.raises(KeyMissing):
        open_store(filled, [old])
    assert read_envelope(filled).ways == {WayIn.KEYRING}
    assert list(filled.glob("*.new*")) == []


def test_the_passphrase_stays_and_the_sheet_does_not(filled: Path, keyring):
    lock(filled, keyring, sheet=True)
    before = digest(filled, OURS)

    with pytest.raises(PassphraseNeeded):
        renew(filled, [store_known(filled)], NOW)
    with pytest.raises(SecretRefused):
        renew(filled, [store_known(filled), OTHER], NOW)
    new = renew(filled, [store_known(filled), OURS], NOW)

    assert digest(filled, OURS) == digest(filled, new) == before
    assert read_envelope(filled).ways == {WayIn.PASSPHRASE}
    with pytest.raises(KeyMissing):
        open_store(filled, [SHEET])


def store_known(folder: Path) -> object:
    with closing(open_store(folder, [OURS])) as store:
        return store.vault.known


def test_a_keyring_beside_the_passphrase_opens_the_new_one_too(filled: Path, keyring):
    lock(filled, keyring)
    with closing(open_store(filled, [OURS, keyring])) as store:
        assert store.lock.remember(here=True)

    renew(filled, [OURS, keyring], NOW)

    assert read_envelope(filled).ways == {WayIn.PASSPHRASE, WayIn.KEYRING}
    assert digest(filled, keyring) == digest(filled, OURS)


def test_without_an_answer_of_the_keyring_the_passphrase_stays(filled: Path, keyring):
    lock(filled, keyring)
    with closing(open_store(filled, [OURS, keyring])) as store:
        store.lock.remember(here=True)

    renew(filled, [OURS], NOW)

    assert read_envelope(filled).ways == {WayIn.PASSPHRASE}


def test_without_a_keyring_a_key_file_keeps_it(folder: Path):
    with closing(open_store(folder, [])) as store:
        store.notebook.add(entry("e1"))

    renew(folder, [], NOW)

    assert read_envelope(folder).ways == {WayIn.KEYFILE}
    with closing(open_store(folder, [])) as store:
        assert len(store.notebook.page(None, 9)) == 1


def test_the_copies_from_before_are_read_and_taken_as_ever(filled: Path, keyring):
    lock(filled, keyring)
    new = renew(filled, [OURS], NOW)
    with closing(open_store(filled, [new])) as store:
        store.notebook.add(entry("later"))
        store.copies.make(NOW + timedelta(days=1))
        found = store.copies.found()
        assert [copy.holding is not None for copy in found] == [True, True]
        known = store.known

    oldest = found_copies(filled, known)[-1]
    restore_copy(filled, known, oldest.path, NOW + timedelta(days=2))

    assert "later" not in digest(filled, OURS)
    with closing(open_store(filled, [OURS])) as store:
        assert set(store.known) == set(known), "what was made under the later key is readable"
        assert all(copy.holding is not None for copy in store.copies.found())
        assert len(store.copies.found()) == 3


def test_a_second_new_key_remembers_both_earlier_ones(filled: Path, keyring):
    renew(filled, [keyring], NOW)
    renew(filled, [keyring], NOW + timedelta(days=1))

    with closing(open_store(filled, [keyring])) as store:
        assert len(store.earlier) == 2
        assert all(copy.holding is not None for copy in store.copies.found())


class CutOffError(BaseException):
    """As if the computer stopped here."""


STEPS = ("write_whole", "put_in_place", "write_envelope")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("locked", [False, True])
def test_cut_off_anywhere_the_notebook_opens(filled, keyring, monkeypatch, step, after, locked):
    if locked:
        lock(filled, keyring)
    opener = OURS if locked else keyring
    before = digest(filled, opener)
    real = getattr(module, step)

    def cut_off(*args: object) -> None:
        if after:
            real(*args)
        raise CutOffError

    monkeypatch.setattr(module, step, cut_off)
    with pytest.raises(CutOffError):
        renew(filled, [opener], NOW)

    assert digest(filled, opener) == before
    assert (filled / ENVELOPE).read_bytes() == second_of(filled / ENVELOPE).read_bytes()
    monkeypatch.undo()
    renew(filled, [opener], NOW + timedelta(days=1))
    assert digest(filled, opener) == before


def test_tried_again_at_once_the_copy_before_it_can_be_read(filled: Path, keyring, monkeypatch):
    """The envelope that is there first is still the one from before."""

    def cut_off(*_: object) -> None:
        raise CutOffError

    with monkeypatch.context() as patched:
        patched.setattr(module, "write_envelope", cut_off)
        with pytest.raises(CutOffError):
            renew(filled, [keyring], NOW)

    renew(filled, [keyring], NOW + timedelta(days=1))

    with closing(open_store(filled, [keyring])) as store:
        assert [copy.holding is not None for copy in store.copies.found()] == [True, True]


def test_on_a_full_disk_it_stays_as_it_was(filled: Path, keyring, monkeypatch):
    before, key = digest(filled, keyring), read_envelope(filled)

    def full(*_: object) -> None:
        raise StoreFull("no space left")

    monkeypatch.setattr(module.Database, "write_into", full)
    with pytest.raises(StoreError):
        renew(filled, [keyring], NOW)

    assert read_envelope(filled) == key
    assert digest(filled, keyring) == before
    assert list(filled.glob(f"{FILE_NAME}.new*")) == []


def test_the_copies_from_before_follow_the_lock(filled: Path, keyring):
    """After a new key, too: a passphrase given up or chosen is given up or chosen for them."""
    new = renew(filled, [keyring], NOW)

    def opened_by(*openers: object) -> list[bool]:
        return [copy.holding is not None for copy in found_copies(filled, openers)]

    assert opened_by(keyring) == [True]
    with closing(open_store(filled, [new, keyring])) as store:
        quick(store)
        Lock(store.lock).choose(OURS)
        assert opened_by(keyring) == [False]
        assert opened_by(OURS) == [True]
        Lock(store.lock).take(SHEET)
        assert opened_by(SHEET) == [True]
        Lock(store.lock).choose(OTHER, old=OURS)
        assert opened_by(OURS) == [False]
        assert opened_by(OTHER) == opened_by(SHEET) == [True]
        Lock(store.lock).let_go(OTHER)
        assert opened_by(keyring) == [True]
        assert opened_by(OTHER) == [False]


def test_who_still_has_the_file_from_before_writes_nothing_over_the_new_one(filled: Path, keyring):
    with closing(open_store(filled, [keyring])) as waiting:
        new = renew(filled, [keyring], NOW)
        there = read_envelope(filled), digest(filled, new)
        for attempt in (
            waiting.lock.ways,
            lambda: waiting.lock.envelope_with(OURS),
            lambda: waiting.copies.make(NOW + timedelta(days=1)),
        ):
            with pytest.raises(StoreLost):
                attempt()
    assert (read_envelope(filled), digest(filled, new)) == there
    assert all(copy.holding is not None for copy in found_copies(filled, [new, keyring]))
