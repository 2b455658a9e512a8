"""The copies in a second place, with real files: foreign ones, full ones, pulled out, cut off."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from coupleapp.application.lock import Lock
from coupleapp.application.ports import (
    PassphraseNeeded,
    StoreError,
    StoreFull,
    StoreReadOnly,
)
from coupleapp.application.second_shelf import (
    Hindered,
    InTheWay,
    PlaceAway,
    PlaceFault,
    PlaceRefused,
    SecondNote,
)
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import Passphrase, SheetCode, WayIn
from coupleapp.domain.settings import Settings
from coupleapp.store import Store, open_store, renew_key, restore_copy, second_place_in
from coupleapp.store.bringer import brought_by, marked
from coupleapp.store.copies import COPIES, check_copy, envelope_beside
from coupleapp.store.doubled import second_of
from coupleapp.store.envelope import envelope_in, read_envelope
from coupleapp.store.second_place import NOTE, SecondFolder
from coupleapp.store.vault import key_in
from tests.store.helpers import (
    NOW,
    MemoryKeeper,
    bytes_of,
    entry,
    later,
    quick,
    without_privileges,
)

OURS = Passphrase("four words we say")
OTHER = Passphrase("four other words")
SHEET = SheetCode("23456789ABCDEFGHJKMNPQRSTUVW")
AT = NOW.replace(microsecond=0)


@pytest.fixture
def there(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def second(store: Store) -> SecondFolder:
    store.notebook.add(entry("e1"))
    store.copies.make(NOW)
    return store.second_place


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Store]:
    """Another couple's."""
    with closing(open_store(tmp_path / "theirs", [])) as store:
        store.notebook.add(entry("theirs"))
        store.copies.make(NOW)
        yield store


def lines_in(folder: Path, *openers: object) -> int:
    with closing(open_store(folder, openers)) as store:
        return len(store.notebook.page(None, 99))


# -- brought there


def test_it_lies_there_with_its_envelope_and_nothing_else(store, second, there: Path):
    assert second.made(there) == ()
    assert second.write(there, AT)

    (copy,) = (path for path in store.copies.place().iterdir() if path.suffix == ".db")
    envelope = envelope_beside(copy)
    assert set(bytes_of(there)) == {copy.name, envelope.name}
    assert (there / copy.name).read_bytes() == copy.read_bytes()
    brought = bytes_of(there)[envelope.name]
    assert envelope_in(brought) == envelope_in(envelope.read_bytes())
    assert brought == marked(envelope_in(brought), brought_by(brought))
    assert second.made(there) == (AT,)
    assert second.readable(there, AT)
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in there.iterdir()} == {0o600}


def test_a_couple_comes_back_from_there_alone(store, second, there: Path, tmp_path: Path):
    Lock(store.lock).choose(OURS)
    second.write(there, AT)
    (copy,) = there.glob("*.db")

    with pytest.raises(PassphraseNeeded):
        restore_copy(tmp_path / "new", [], copy, NOW)
    restore_copy(tmp_path / "new", [OURS], copy, NOW)

    assert lines_in(tmp_path / "new", OURS) == 1


def test_one_that_is_damaged_here_does_not_go_there(store, second, there: Path):
    (copy,) = store.copies.place().glob("*.db")
    copy.write_bytes(copy.read_bytes()[:5000])

    assert not second.write(there, AT)

    assert list(there.iterdir()) == []


def test_what_is_there_is_held_against_what_was_written(second, there: Path, monkeypatch):
    """A stick that says that all is well, and keeps something else."""
    copied = shutil.copyfileobj

    def spoil(source, target, *size):
        copied(source, target, *size)
        target.seek(5000)
        target.write(b"x" * 16)

    monkeypatch.setattr(shutil, "copyfileobj", spoil)

    with pytest.raises(StoreError):
        second.write(there, AT)
    assert list(there.iterdir()) == []


def test_where_it_cannot_be_written_anew_it_keeps_its_envelope(second, there: Path, monkeypatch):
    second.write(there, AT)

    def fails(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(shutil, "copyfileobj", fails)
    with pytest.raises(StoreError):
        second.write(there, AT)

    assert second.made(there) == (AT,)
    assert len(list(there.iterdir())) == 2


def test_one_that_a_worn_stick_cannot_give_back_is_not_readable(second, there: Path, monkeypatch):
    second.write(there, AT)

    def fails(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("coupleapp.store.second_place.check_copy", fails)

    assert not second.readable(there, AT)


# -- another couple's


def test_another_couple_s_copies_are_never_touched(second, there: Path, theirs: Store):
    for at in (AT, later(60)):
        theirs.copies.make(at)
    for at in theirs.copies.made():
        theirs.second_place.write(there, at)
    (there / f"nearer-2026-01-01-000000.db.{theirs.vault.id[:8]}.new").write_bytes(b"half")
    (there / "nearer-2026-01-02-000000.db").write_bytes(b"nobody's")
    (there / "letter.txt").write_bytes(b"Dear Tomas")
    before = bytes_of(there)

    assert second.made(there) == ()
    assert not second.write(there, AT), "the name is taken"
    second.remove(there, AT)
    second.settle(there)
    second.spread(there)

    assert bytes_of(there) == before
    assert theirs.second_place.made(there) == theirs.copies.made()


def test_an_envelope_alone_is_not_written_over_where_it_is_theirs(second, there, theirs):
    theirs.second_place.write(there, AT)
    (copy,) = there.glob("*.db")
    copy.unlink()
    before = bytes_of(there)

    assert not second.write(there, AT)

    assert bytes_of(there) == before


def test_an_envelope_that_cannot_be_read_is_not_ours(store, second, there: Path):
    at = store.copies.make(later(60))
    taken = there / f"nearer-{AT:%Y-%m-%d-%H%M%S}.db"
    taken.write_bytes(b"nobody's")
    envelope_beside(taken).mkdir()

    assert second.made(there) == ()
    second.settle(there)
    assert not second.write(there, AT), "the name is taken"
    assert second.write(there, at)

    assert second.made(there) == (at,)
    assert taken.read_bytes() == b"nobody's"


def test_nor_one_of_another_account_that_may_not_be_read(second, theirs: Store):
    """Nearer lets its owner alone read it."""
    # Not in ``tmp_path``, where nobody but its owner may look.
    shared = Path(tempfile.mkdtemp())
    try:
        shared.chmod(0o755)
        theirs.second_place.write(shared, AT)
        (envelope,) = shared.glob("*.keys.json")
        with without_privileges():
            if os.access(envelope, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
                pytest.skip("this system has no file that may not be read")
            assert second.made(shared) == ()
    finally:
        shutil.rmtree(shared)


# -- what changes how they open


def test_a_passphrase_that_is_chosen_reaches_it_at_once(store, second, there: Path):
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(there)))
    second.write(there, AT)

    Lock(store.lock).choose(OURS)

    (envelope,) = there.glob("*.keys.json")
    assert envelope_in(envelope.read_bytes()).ways == {WayIn.PASSPHRASE}


def test_so_does_the_keyring_beside_it(folder: Path, store, second, there: Path):
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(there)))
    second.write(there, AT)
    Lock(quick(store).lock).choose(OURS)
    store.close()
    (envelope,) = there.glob("*.keys.json")

    with closing(open_store(folder, [MemoryKeeper(), OURS])) as again:
        for here, ways in (
            (True, {WayIn.PASSPHRASE, WayIn.KEYRING}),
            (False, {WayIn.PASSPHRASE}),
        ):
            assert again.lock.remember(here=here) is here
            assert envelope_in(envelope.read_bytes()).ways == ways


def test_and_one_that_was_away_when_it_is_back(store, second, there: Path):
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(there)))
    second.write(there, AT)
    pocket = there.rename(there.with_name("pocket"))
    Lock(store.lock).choose(OURS)
    assert store.lock.ways() == {WayIn.PASSPHRASE}

    pocket.rename(there)
    second.settle(there)

    (envelope,) = there.glob("*.keys.json")
    assert envelope_in(envelope.read_bytes()) == read_envelope(store.folder)


def test_a_stick_that_cannot_be_written_hinders_no_new_passphrase(store, second, there, caplog):
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(there)))
    second.write(there, AT)
    (envelope,) = there.glob("*.keys.json")
    # Where its draft would be.
    (there / f"{envelope.name}.{brought_by(envelope.read_bytes())}.new").mkdir()

    with caplog.at_level("INFO", "coupleapp.store"):
        Lock(store.lock).choose(OURS)

    assert "the second place waits" in caplog.text
    assert store.lock.ways() == {WayIn.PASSPHRASE}


def test_after_a_new_key_those_from_before_are_still_ours(folder, store, second, there: Path):
    second.write(there, AT)
    store.close()
    known = renew_key(folder, [], later(60))

    with closing(open_store(folder, [known])) as again:
        again.second_place.write(there, later(60).replace(microsecond=0))
        at = again.copies.make(later(120))
        again.second_place.write(there, at)
        assert again.second_place.own(there) == again.copies.made()
        assert len(again.copies.made()) == 3
        assert all(again.second_place.readable(there, one) for one in again.copies.made())
        again.second_place.remove(there, AT)
        assert again.second_place.made(there) == again.copies.made()[1:]


@pytest.mark.parametrize("away", [False, True])
def test_those_from_before_a_new_key_follow_a_passphrase_and_a_sheet(
    folder: Path, store, second, there: Path, *, away: bool
):
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(there)))
    hour_before = store.copies.make(later(-60))
    for at in (AT, hour_before):
        second.write(there, at)
    store.close()
    known = renew_key(folder, [], later(60))

    with closing(quick(open_store(folder, [known]))) as again:
        # Its like lies here, though it does not itself.
        again.copies.remove([hour_before])
        pocket = there.rename(there.with_name("pocket")) if away else there
        Lock(again.lock).choose(OURS)
        Lock(again.lock).take(SHEET)
        if away:
            pocket.rename(there)
            again.second_place.settle(there)

    envelopes = list(there.glob("*.keys.json"))
    assert len(envelopes) == 2
    for envelope in envelopes:
        assert envelope_in(envelope.read_bytes()).ways == {WayIn.PASSPHRASE, WayIn.SHEET}
        for opener in (OURS, SHEET):
            key = key_in(envelope.read_bytes(), there, [opener])
            assert check_copy(envelope.with_name(f"{envelope.name[:-10]}.db"), key)


# -- cleared away


def test_what_a_crash_has_left_goes_where_it_is_ours(store, second, there: Path):
    second.write(there, AT)
    store.copies.make(AT - timedelta(days=9))
    second.write(there, AT - timedelta(days=9))
    mark = brought_by(next(there.glob("*.keys.json")).read_bytes())
    (there / f"nearer-2026-11-23-200000.db.{mark}.new").write_bytes(b"half")
    old = min(there.glob("*.db"))
    old.unlink()

    second.settle(there)

    assert len(bytes_of(there)) == 2
    assert second.made(there) == (AT,)


def test_an_envelope_that_is_synced_before_its_copy_waits_for_it(store, second, there: Path):
    store.copies.make(later(60))
    for at in (AT, AT + timedelta(hours=1)):
        second.write(there, at)
    min(there.glob("*.db")).unlink()

    second.settle(there)

    assert len(list(there.glob("*.keys.json"))) == 2


def test_what_is_removed_takes_its_envelope_along(second, there: Path):
    second.write(there, AT)

    second.remove(there, AT)

    assert list(there.iterdir()) == []


def test_a_drive_that_makes_no_folder_durable_is_written_and_cleared(
    store, second, there: Path, monkeypatch
):
    fsync = os.fsync

    def only_of_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) and os.path.samestat(
            os.fstat(handle), there.stat()
        ):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", only_of_files)

    second.write(there, AT)
    second.settle(there)
    assert second.made(there) == (AT,)
    second.remove(there, AT)
    assert list(there.iterdir()) == []


# -- away, full, read-only


def test_what_is_not_there_is_away(second, tmp_path: Path):
    none = tmp_path / "none"
    for ask in (
        lambda: second.made(none),
        lambda: second.settle(none),
        lambda: second.write(none, AT),
        lambda: second.remove(none, AT),
        lambda: second.readable(none, AT),
    ):
        with pytest.raises(PlaceAway):
            ask()


def test_one_pulled_out_while_it_is_written_is_away(second, there: Path, monkeypatch):
    def pulled_out(*_):
        shutil.rmtree(there)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(shutil, "copyfileobj", pulled_out)

    with pytest.raises(PlaceAway):
        second.write(there, AT)


def test_a_drive_that_fails_is_no_bug_of_ours(second, there: Path, monkeypatch):
    def fails(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(shutil, "copyfileobj", fails)

    with pytest.raises(StoreError):
        second.write(there, AT)
    assert list(there.iterdir()) == []


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """A drive of its own, with room for one copy and no more."""
    place = tmp_path / "small"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts")
    size = "size=300k"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "nearer-test", place], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("nothing can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_full_stick_keeps_what_it_has(store, second, small_stick: Path):
    second.write(small_stick, AT)
    before = bytes_of(small_stick)
    for number in range(200):
        store.notebook.add(entry(f"long {number}", "x" * 1500))
    at = store.copies.make(later(60))

    with pytest.raises(StoreFull):
        second.write(small_stick, at)

    assert bytes_of(small_stick) == before
    assert second.readable(small_stick, AT)
    assert len(store.copies.found()) == 2


def test_one_that_is_write_protected_says_so(store, second, small_stick: Path):
    second.write(small_stick, AT)
    at = store.copies.make(later(60))
    subprocess.run(["mount", "-o", "remount,ro", small_stick], check=True)
    before = bytes_of(small_stick)

    for work in (
        lambda: second.write(small_stick, at),
        lambda: second.remove(small_stick, AT),
    ):
        with pytest.raises(StoreReadOnly):
            work()
    with pytest.raises(PlaceRefused) as refused:
        second.refuse(small_stick)

    assert refused.value.fault is PlaceFault.READ_ONLY
    assert bytes_of(small_stick) == before
    assert second.readable(small_stick, AT)


# -- typed


def test_one_that_is_full_is_refused(second, small_stick: Path):
    with (small_stick / "film").open("wb") as film, pytest.raises(OSError, match="No space"):
        film.write(b"x" * 400_000)
    with pytest.raises(PlaceRefused) as refused:
        second.refuse(small_stick)

    assert refused.value.fault is PlaceFault.FULL
    assert [path.name for path in small_stick.iterdir()] == ["film"]


def test_one_that_may_not_be_looked_into_is_refused(second):
    # Not in ``tmp_path``, where nobody but its owner may look.
    above = Path(tempfile.mkdtemp())
    (place := above / "inside").mkdir()
    try:
        for path in (place, above):
            path.chmod(0o700)
            with pytest.raises(PlaceRefused) as refused, without_privileges():
                second.refuse(place)
            assert refused.value.fault is PlaceFault.READ_ONLY
            path.chmod(0o755)
    finally:
        shutil.rmtree(above)


def test_one_that_fails_is_refused(second, there: Path):
    with pytest.raises(PlaceRefused) as refused:
        second.refuse(there / ("x" * 300))

    assert refused.value.fault is PlaceFault.FAILS


# -- remembered


def test_what_is_remembered_comes_back(store, second):
    note = SecondNote(
        (AT, later(1)), Hindered(InTheWay.FULL, later(2)), later(3), (AT,), (later(1),)
    )
    assert second.note() == SecondNote()
    second.keep(note)
    assert second.note() == note
    second.keep(SecondNote())
    assert second.note() == SecondNote()


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"made": ["2026-11-23T20:00:00"]}'])
def test_what_cannot_be_read_of_it_is_forgotten(store, second, data: bytes):
    (store.folder / COPIES / NOTE).write_bytes(data)

    assert second.note() == SecondNote()


def test_what_an_earlier_nearer_remembered_is_read(store, second):
    note = b'{"made": ["2026-11-23T20:00:00+00:00"], "missing": null, "missed": null, '
    (store.folder / COPIES / NOTE).write_bytes(note + b'"only_since": null}')

    assert second.note() == SecondNote(made=(AT,))

    missed = note.replace(b'"missing": null', b'"missing": "2026-11-23T20:00:00+00:00"')
    missed = missed.replace(b'"missed": null', b'"missed": "full"') + b'"only_since": null}'
    (store.folder / COPIES / NOTE).write_bytes(missed)

    assert second.note() == SecondNote((AT,), Hindered(InTheWay.FULL, AT))


def test_before_there_is_a_copy_it_can_be_remembered(store: Store):
    store.second_place.keep(SecondNote(only_since=AT))

    assert store.second_place.note().only_since == AT


def test_of_a_closed_notebook_it_is_found(folder: Path, store: Store, there: Path):
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(there)))
    store.close()
    before = bytes_of(folder)

    shelf, place = second_place_in(folder, [])

    assert (shelf.made(there), place) == ((), str(there))
    assert bytes_of(folder) == before


# -- let go of, with what was put aside


def test_what_was_put_aside_goes_with_all_that_lies_beside_it(folder: Path, store: Store):
    store.copies.make(NOW)
    store.close()
    (copy,) = (folder / COPIES).glob("*.db")
    (folder / "nearer.db-journal").write_bytes(b"a journal")
    restore_copy(folder, [], copy, later(5))
    (aside,) = folder.glob("nearer-damaged-*.db")
    second_of(envelope_beside(aside)).write_bytes(b"{}")
    (folder / "nearer.db.new").write_bytes(b"half taken back")

    with closing(open_store(folder, [])) as again:
        assert again.copies.put_aside() == 1
        again.copies.remove_put_aside()
        assert again.copies.put_aside() == 0

    assert [name for name in bytes_of(folder) if name.startswith(("nearer-", "nearer.db."))] == []
    assert lines_in(folder) == 0


def test_of_another_notebook_s_nothing_goes(folder: Path, store: Store, theirs: Store):
    """It may be all there is of it, and what was deleted here never lay in it."""
    store.copies.make(NOW)
    store.close()
    quick(theirs).lock.lock_with(OURS)
    (copy,) = theirs.copies.place().glob("*.db")
    # Ours was open, and what opens theirs was typed.
    restore_copy(folder, [*store.known, OURS], copy, later(5))

    with closing(open_store(folder, [theirs.vault.known])) as again:
        assert again.earlier == ()
        assert again.copies.put_aside() == 0
        before = bytes_of(folder)
        again.copies.remove_put_aside()
        assert bytes_of(folder) == before


def test_one_of_which_nobody_knows_whose_it_is_may_be_theirs(folder: Path, store: Store):
    (folder / "nearer-damaged-2026-11-23-200000.db").write_bytes(b"?")
    assert store.copies.put_aside() == 1
    (folder / "nearer-damaged-2026-11-23-200000.keys.json").write_bytes(b"{")
    assert store.copies.put_aside() == 1


# -- cut off


def test_a_copy_there_is_as_whole_as_here(store, second, there: Path):
    second.write(there, AT)
    (copy,) = there.glob("*.db")

    assert check_copy(copy, store.vault.key).lines == 1
