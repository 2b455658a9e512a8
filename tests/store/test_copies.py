"""Copies and the way back, with real files: made, read back, damaged, cut off, taken back."""

import errno
import json
import os
import shutil
import stat
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.copies import Holding
from coupleapp.application.looking import InHand
from coupleapp.application.ports import (
    KeyMissing,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLost,
    StoreReadOnly,
    StoreTooNew,
)
from coupleapp.domain.couple import Seat
from coupleapp.domain.lock import Passphrase
from coupleapp.store import (
    FILE_NAME,
    Store,
    anything_kept,
    copies,
    found_copies,
    open_store,
    restore_copy,
    restoring,
)
from coupleapp.store.copies import COPIES, envelope_beside
from coupleapp.store.database import Database
from coupleapp.store.envelope import ENVELOPE
from coupleapp.store.vault import KEY_FILE
from tests.store.helpers import (
    MAYA,
    NOW,
    PAGE,
    MemoryKeeper,
    began,
    bytes_of,
    entry,
    later,
    past,
    plain_pages,
    quick,
    remove_both,
    write_both,
)

THEIRS = Passphrase("four words they say")


def lines_in(folder: Path) -> int:
    with closing(open_store(folder, [])) as store:
        return len(store.notebook.page(None, 99))


@pytest.fixture
def copied(folder: Path) -> Path:
    """A copy with one line, and a file with two, closed; the copy's path."""
    store = open_store(folder, [])
    store.notebook.add(entry("e1"))
    store.copies.make(NOW)
    store.notebook.add(entry("e2"))
    store.close()
    (path,) = (folder / COPIES).glob("*.db")
    return path


# -- made


def test_a_copy_is_named_by_its_time_and_has_its_envelope(folder: Path, store: Store):
    assert store.copies.make(NOW) == NOW.replace(microsecond=0)

    assert set(bytes_of(store.copies.place())) == {
        "nearer-2026-11-23-200000.db",
        "nearer-2026-11-23-200000.keys.json",
    }
    assert store.copies.made() == (NOW.replace(microsecond=0),)
    if os.name == "posix":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in store.copies.place().iterdir()}
        assert modes == {0o600}


def test_two_of_one_second_are_two(store: Store):
    store.copies.make(NOW)
    store.copies.make(NOW)

    assert len(store.copies.made()) == 2


def test_it_says_what_it_holds_but_not_what_is_one_s_alone(store: Store):
    store.sessions.append(replace(past(minutes=30), talked=True), 0, [began()], [entry("e1")])
    store.sessions.append(past("s2", 90), 0, [began()])
    store.notebook.add(replace(entry("e2", minutes=300), private=True, author=Seat.LEFT))
    store.copies.make(NOW)

    (copy,) = store.copies.found()

    assert copy.holding == Holding(talks=1, lines=1, agreements=0, newest=later(30))
    assert not copy.put_aside


def test_only_what_was_written_since_is_a_change(store: Store):
    assert store.copies.changed()
    store.copies.make(NOW)
    assert not store.copies.changed()
    store.notebook.page(None, 9)
    assert not store.copies.changed()
    store.notebook.add(entry("e1"))
    assert store.copies.changed()


def test_what_is_removed_takes_its_envelope_along(store: Store):
    first, second = store.copies.make(NOW), store.copies.make(later(1))

    store.copies.remove([first])

    assert store.copies.made() == (second,)
    assert len(bytes_of(store.copies.place())) == 2


def test_no_erased_text_lies_in_a_new_copy(folder: Path, store: Store):
    """It is written anew: what was deleted before is in no gap of it."""
    store.notebook.add(entry("e1", "marzipan" * 30))
    store.notebook.delete("e1", MAYA)
    store.copies.make(NOW)
    store.close()
    (copy,) = (folder / COPIES).glob("*.db")
    restore_copy(folder, [], copy, later(1))

    assert b"marzipan" not in plain_pages(folder)


@contextmanager
def no_file_grows_over(size: int):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", [0, 3 * PAGE])
def test_a_full_disk_costs_no_copy_from_before(store: Store, room: int):
    store.copies.make(NOW)
    before = bytes_of(store.copies.place())
    store.notebook.add(entry("e1"))

    with no_file_grows_over(room), pytest.raises(StoreError):
        store.copies.make(later(1))

    assert bytes_of(store.copies.place()) == before
    store.copies.make(later(1))
    assert len(store.copies.made()) == 2


def test_one_that_is_not_safe_on_the_disk_leaves_nothing(store: Store, monkeypatch):
    """It has its name, and then the disk fails: without its envelope nobody could read it."""

    def fails(draft: Path, path: Path) -> None:
        draft.replace(path)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(copies, "put_in_place", fails)

    with pytest.raises(StoreError):
        store.copies.make(NOW)

    assert bytes_of(store.copies.place()) == {}


def test_what_a_crash_left_half_done_is_cleared_away(store: Store):
    store.copies.make(NOW)
    for name in ("nearer-2026-01-01-000000.db.new", "nearer-2026-01-01-000000.keys.json"):
        (store.copies.place() / name).write_bytes(b"half")
    (store.copies.place() / "ours.txt").write_bytes(b"not Nearer's")

    store.copies.make(later(1))

    names = set(bytes_of(store.copies.place()))
    assert len(names) == 5
    assert "ours.txt" in names


# -- read back


@pytest.mark.parametrize("at", [3, 50, PAGE - 1, PAGE + 7, PAGE * 5 + 1234])
def test_one_flipped_bit_and_it_is_never_offered(folder: Path, copied: Path, at: int):
    data = bytearray(copied.read_bytes())
    data[at] ^= 1
    copied.write_bytes(data)
    before = bytes_of(folder)

    (copy,) = found_copies(folder, [])

    assert copy.holding is None
    with pytest.raises(StoreDamaged):
        restore_copy(folder, [], copied, later(5))
    assert bytes_of(folder) == before


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[: 4 * PAGE], lambda _: b"x"])
def test_nor_is_one_cut_short_or_emptied(folder: Path, copied: Path, damage):
    copied.write_bytes(damage(copied.read_bytes()))

    (copy,) = found_copies(folder, [])

    assert copy.holding is None


def test_nor_one_without_an_envelope_that_opens_it(folder: Path, copied: Path):
    envelope = envelope_beside(copied)
    whole = envelope.read_bytes()
    for damaged in (b"", b"{}", whole.replace(b'"sealed": "', b'"sealed": "00')):
        envelope.write_bytes(damaged)
        (copy,) = found_copies(folder, [])
        assert copy.holding is None
    envelope.unlink()
    (copy,) = found_copies(folder, [])
    assert copy.holding is None


def change_copy(path: Path, store: Store, sql: str) -> None:
    with closing(Database(path, store.database._key)) as copy, copy.transaction() as work:
        work.connection().exec_driver_sql(sql)


def test_nor_one_of_a_newer_nearer(folder: Path, store: Store):
    store.copies.make(NOW)
    (copy,) = store.copies.found()
    change_copy(copy.path, store, "UPDATE alembic_version SET version_num = 'r9999'")
    (copy,) = store.copies.found()
    assert copy.holding is None
    store.close()
    with pytest.raises(StoreTooNew):
        restore_copy(folder, [], copy.path, later(1))


def test_nor_one_whose_tables_are_gone(store: Store):
    store.copies.make(NOW)
    (copy,) = store.copies.found()
    change_copy(copy.path, store, "DROP TABLE notebook_entry")
    (copy,) = store.copies.found()
    assert copy.holding is None


# -- nothing new over something lost


@pytest.mark.parametrize("loss", ["gone", "emptied", "all but the copies"])
def test_what_is_lost_is_told_and_nothing_is_made_over_it(folder: Path, copied: Path, loss: str):
    if loss == "emptied":
        (folder / FILE_NAME).write_bytes(b"")
    else:
        (folder / FILE_NAME).unlink()
    if loss == "all but the copies":
        remove_both(folder / ENVELOPE)
    before = bytes_of(folder)

    with pytest.raises(StoreLost):
        open_store(folder, [])

    assert bytes_of(folder) == before
    assert anything_kept(folder)
    restore_copy(folder, [], copied, later(5))
    assert lines_in(folder) == 1


def test_tables_that_are_gone_are_not_made_anew(folder: Path, copied: Path):
    store = open_store(folder, [])
    for (name,) in store.database.read(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ):
        with store.database.migration() as link:
            link.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            link.exec_driver_sql(f"DROP TABLE {name}")
    store.database.close()

    with pytest.raises(StoreDamaged):
        open_store(folder, [])


def test_there_is_nothing_in_a_new_folder(folder: Path, tmp_path: Path):
    assert not anything_kept(folder)
    tmp_path.joinpath("nearer.log").touch()
    assert not anything_kept(tmp_path)


# -- taken back


def test_a_copy_takes_the_place_of_a_damaged_file_that_stays_beside_it(folder: Path, copied: Path):
    damaged = b"x" * PAGE + (folder / FILE_NAME).read_bytes()[PAGE:]
    (folder / FILE_NAME).write_bytes(damaged)
    (folder / (FILE_NAME + "-journal")).write_bytes(b"a journal")

    done = restore_copy(folder, [], copied, NOW)

    assert done.put_aside == folder / "nearer-damaged-2026-11-23-200000.db"
    assert done.put_aside.read_bytes() == damaged
    journal = done.put_aside.with_name(done.put_aside.name + "-journal")
    assert journal.read_bytes() == b"a journal"
    assert not (folder / (FILE_NAME + "-journal")).exists()
    assert done.holding.lines == 1
    assert lines_in(folder) == 1
    if os.name == "posix":
        assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_what_was_put_aside_whole_can_be_taken_back_itself(folder: Path, copied: Path):
    restore_copy(folder, [], copied, later(5))

    aside, copy = found_copies(folder, [])

    assert (aside.put_aside, aside.holding.lines) == (True, 2)
    assert "before-restore" in aside.path.name
    assert copy.holding.lines == 1
    restore_copy(folder, [], aside.path, later(6))
    assert lines_in(folder) == 2
    assert len(found_copies(folder, [])) == 3


def test_it_is_remembered_when_one_was_taken_back(folder: Path, copied: Path, store: Store):
    assert store.copies.restored() is None
    store.close()
    restore_copy(folder, [], copied, later(5))

    with closing(open_store(folder, [])) as again:
        assert again.copies.restored() == later(5)
        (again.copies.place() / "restored").write_bytes(b"?")
        assert again.copies.restored() is None


def test_where_a_file_can_have_one_name_only_it_is_renamed(folder, copied, monkeypatch):
    def no_links(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    done = restore_copy(folder, [], copied, later(5))
    assert done.put_aside.exists()
    assert lines_in(folder) == 1


def test_a_full_disk_leaves_the_file_as_it_was(folder: Path, copied: Path):
    before = bytes_of(folder)

    with no_file_grows_over(2 * PAGE), pytest.raises(StoreFull):
        restore_copy(folder, [], copied, later(5))

    assert bytes_of(folder) == before
    assert lines_in(folder) == 2


@pytest.fixture
def theirs(tmp_path: Path) -> InHand:
    """Another couple's file, with its envelope."""
    with closing(quick(open_store(tmp_path / "theirs", []))) as store:
        store.lock.lock_with(THEIRS)
    return InHand(tmp_path / "theirs" / FILE_NAME)


def held_by_another_program(*_: object) -> None:
    raise PermissionError(errno.EACCES, "held by another program")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("stands", ["whole", "damaged", "with a journal", "by its second envelope"])
def test_what_cannot_be_replaced_is_as_it_was(folder, copied, theirs, monkeypatch, stands, links):
    envelope = folder / ENVELOPE
    match stands:
        case "damaged":
            data = bytearray((folder / FILE_NAME).read_bytes())
            data[5000] ^= 1
            (folder / FILE_NAME).write_bytes(data)
        case "with a journal":
            (folder / (FILE_NAME + "-journal")).write_bytes(b"half a journal")
        case "by its second envelope":
            # As a new key leaves it that was cut off.
            envelope.write_bytes((theirs.path.parent / ENVELOPE).read_bytes())
    if not links:
        monkeypatch.setattr(os, "link", held_by_another_program)
    before = bytes_of(folder)
    monkeypatch.setattr(restoring, "put_in_place", held_by_another_program)
    with pytest.raises(StoreReadOnly):
        restore_copy(folder, [THEIRS], theirs, later(5))

    assert bytes_of(folder) == before
    if stands != "damaged":
        assert lines_in(folder) == 2


class CutOffError(BaseException):
    """As if the computer stopped here."""


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", ["write_whole", "put_in_place", "write_envelope"])
@pytest.mark.parametrize("first", ["its own", "of the first Nearer", "spoilt", "lost"])
def test_cut_off_anywhere_the_file_or_the_copy_opens(
    folder, copied, theirs, monkeypatch, first, step, after
):
    envelope = folder / ENVELOPE
    if first == "of the first Nearer":
        content = json.loads(envelope.read_bytes())
        del content["check"]
        write_both(envelope, json.dumps(content).encode())
    elif first == "spoilt":
        envelope.write_bytes(b"{")
    elif first == "lost":
        # Those of the copies open it.
        remove_both(envelope)
    real = getattr(restoring, step)
    # Nothing is put right afterwards: there is no afterwards.
    monkeypatch.setattr(restoring, "_put_back", lambda *_: None)

    def cut_off(*args: object) -> None:
        if step == "write_whole" and args[0].parent != folder:
            return real(*args)
        if after:
            real(*args)
        raise CutOffError

    monkeypatch.setattr(restoring, step, cut_off)
    with pytest.raises(CutOffError):
        restore_copy(folder, [THEIRS], theirs, later(5))
    taken = step == "write_envelope" or (step == "put_in_place" and after)
    with closing(open_store(folder, [THEIRS] if taken else [])) as store:
        assert len(store.notebook.page(None, 9)) == (0 if taken else 2)


def test_a_copy_brings_its_envelope_back(folder: Path, copied: Path, tmp_path: Path):
    copied = Path(shutil.move(folder / COPIES, tmp_path / "stick")) / copied.name
    for spoiled in (b"{", None):
        remove_both(folder / ENVELOPE)
        if spoiled is not None:
            write_both(folder / ENVELOPE, spoiled)
        with pytest.raises((StoreDamaged, KeyMissing)):
            open_store(folder, [])
        restore_copy(folder, [], copied, later(5))
        assert lines_in(folder) == 1


def test_a_whole_folder_somewhere_else_will_do(folder: Path, copied: Path, tmp_path: Path):
    elsewhere = tmp_path / "stick"
    shutil.copytree(folder, elsewhere)
    (folder / FILE_NAME).write_bytes(b"")

    restore_copy(folder, [], elsewhere / FILE_NAME, later(5))

    assert lines_in(folder) == 2


def test_without_a_key_nothing_is_done(folder: Path, copied: Path):
    remove_both(folder / KEY_FILE)
    before = bytes_of(folder)

    with pytest.raises(KeyMissing):
        restore_copy(folder, [MemoryKeeper()], copied, later(5))
    with pytest.raises(StoreError):
        restore_copy(folder, [], folder / "nothing.db", later(5))

    assert bytes_of(folder) == before


def test_what_a_taking_back_left_half_done_goes_when_it_opens(folder: Path, copied: Path):
    draft = folder / (FILE_NAME + ".new")
    shutil.copy(copied, draft)
    assert lines_in(folder) == 2
    assert not draft.exists()
