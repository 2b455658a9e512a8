"""Each way in which a file can fail, done to a real one."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from coupleapp.application.ports import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)
from coupleapp.store import FILE_NAME, Store, open_store
from coupleapp.store.database import Database, open_database
from coupleapp.store.errors import known_errors
from tests.store.helpers import (
    PAGE,
    began,
    bytes_of,
    entry,
    fill,
    key_of,
    past,
    said_back,
    without_privileges,
)


def _one(store: Store, sql: str) -> object:
    with store.database.transaction() as work:
        return work.connection().exec_driver_sql(sql).scalar()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("busy_timeout", 2000),
    ],
)
def test_the_connection_is_set_up(store: Store, pragma: str, value: object):
    assert _one(store, f"PRAGMA {pragma}") == value


def test_a_transaction_that_fails_leaves_nothing_not_even_a_table(store: Store):
    def half_done() -> None:
        with store.database.transaction() as work:
            work.connection().exec_driver_sql("CREATE TABLE half (done)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()

    assert _one(store, "SELECT count(*) FROM sqlite_master WHERE name = 'half'") == 0


def test_the_driver_begins_nothing_by_itself(folder: Path, store: Store):
    """What is done outside a transaction is done: none that nobody ends takes it back."""
    store.sessions.append(past(), 0, [began()])

    store.database._run("DELETE FROM session_event")

    with closing(Database(folder / FILE_NAME, key_of(folder))) as other:
        assert other._run("SELECT count(*) FROM session_event") == [(0,)]


def test_a_full_disk_is_said_and_costs_nothing(store: Store):
    store.sessions.append(past(), 0, [began()])
    pages = _one(store, "PRAGMA page_count")
    _one(store, f"PRAGMA max_page_count = {pages}")
    long = [entry(f"e{n}", "x" * 2000) for n in range(20)]

    with pytest.raises(StoreFull):
        store.sessions.append(past(), 1, [said_back(1)], long)

    assert store.sessions.log("s1") == (began(),)
    assert store.notebook.page(None, 9) == ()
    _one(store, f"PRAGMA max_page_count = {pages + 99}")
    store.sessions.append(past(), 1, [said_back(1)], long)
    assert len(store.notebook.page(None, 99)) == 20


def _flip(at: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        _flip(3),
        _flip(50),
        _flip(PAGE - 1),
        _flip(PAGE * 7 + 1234),
        _flip(PAGE * 12 - 70),
        lambda data: data[: PAGE * 9],
        lambda data: data[: PAGE * 9 + 100],
        lambda data: (
            data[:PAGE] + data[PAGE * 2 : PAGE * 3] + data[PAGE : PAGE * 2] + data[PAGE * 3 :]
        ),
        lambda _: b"hello",
        lambda data: b"SQLite format 3\x00" + data[16:],
    ],
    ids=["salt", "header", "mac", "row", "iv", "cut", "torn", "swapped", "other", "plain"],
)
def test_a_damaged_file_is_left_as_it_is(folder: Path, damage: Callable[[bytes], bytes], capfd):
    fill(folder)
    whole = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(damage(whole))
    before = bytes_of(folder)

    with pytest.raises(StoreDamaged):
        open_store(folder, [])

    assert bytes_of(folder) == before
    assert capfd.readouterr() == ("", "")
    (folder / FILE_NAME).write_bytes(whole)
    open_store(folder, []).close()


def test_damage_under_an_open_store_is_said(folder: Path):
    fill(folder)
    store = open_store(folder, [])
    with (folder / FILE_NAME).open("rb+") as file:
        file.seek(PAGE)
        file.write(os.urandom(PAGE * 60))

    with pytest.raises(StoreDamaged):
        store.notebook.page(None, 99)
    store.database.close()


def test_the_wrong_key_opens_nothing_and_changes_nothing(folder: Path, capfd):
    fill(folder)
    before = bytes_of(folder)

    with pytest.raises(StoreDamaged):
        open_database(folder / FILE_NAME, os.urandom(32))

    assert bytes_of(folder) == before
    assert capfd.readouterr() == ("", "")


_HOLDER = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA key = \\"x'" + sys.stdin.readline().strip() + "'\\"")
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
connection.rollback()
connection.close()
print("released", flush=True)
"""


@contextmanager
def _held(folder: Path, how: str) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, folder / FILE_NAME, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        print(key_of(folder).hex(), file=other.stdin, flush=True)
        assert other.stdout.readline() == "held\n"
        yield
        print(file=other.stdin, flush=True)
        assert other.stdout.readline() == "released\n"


@pytest.mark.parametrize("how", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_another_program_that_holds_the_file_is_said(folder: Path, how: str):
    store = open_store(folder, [], patience_ms=50)
    with _held(folder, how):
        with pytest.raises(StoreLocked):
            store.sessions.append(past(), 0, [began()])
        with pytest.raises(StoreLocked):
            open_store(folder, [], patience_ms=50)

    store.sessions.append(past(), 0, [began()])
    assert store.sessions.log("s1") == (began(),)
    store.close()


def test_what_another_program_holds_for_a_moment_is_waited_for(folder: Path, store: Store):
    with ThreadPoolExecutor(1) as aside:
        with _held(folder, "BEGIN IMMEDIATE"):
            waiting = aside.submit(store.sessions.append, past(), 0, [began()])
            with pytest.raises(TimeoutError):
                waiting.result(0.1)
        waiting.result()

    assert store.sessions.log("s1") == (began(),)


def test_threads_take_turns_and_none_is_told_that_it_is_locked(folder: Path):
    """There is one connection: whoever has it, has it alone, for as long as it takes."""
    store = open_store(folder, [], patience_ms=0)
    with ThreadPoolExecutor(1) as aside:
        with store.database.transaction() as work:
            work.connection()
            waiting = aside.submit(store.sessions.append, past(), 0, [began()])
            with pytest.raises(TimeoutError):
                waiting.result(0.2)
        waiting.result()

    assert store.sessions.log("s1") == (began(),)
    store.close()


@contextmanager
def _unwritable(file_mode: int, folder_mode: int) -> Iterator[Path]:
    """Not in ``tmp_path``, where nobody but its owner may look."""
    above = Path(tempfile.mkdtemp())
    folder = above / "nearer"
    try:
        open_store(folder, []).close()
        above.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(file_mode)
        folder.chmod(folder_mode)
        yield folder
    finally:
        folder.chmod(0o700)
        for path in folder.iterdir():
            path.chmod(0o600)
        shutil.rmtree(above)


def test_a_file_that_cannot_be_written_is_said_at_once():
    with _unwritable(0o444, 0o555) as folder:
        before = bytes_of(folder)
        with pytest.raises(StoreReadOnly), without_privileges():
            open_store(folder, [])

        assert bytes_of(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="Windows folders have no such mode")
def test_a_folder_that_cannot_be_written_is_said_at_once():
    with _unwritable(0o666, 0o555) as folder:
        before = bytes_of(folder)
        with pytest.raises(StoreReadOnly), without_privileges():
            open_store(folder, [])
        with pytest.raises(StoreReadOnly), without_privileges():
            open_store(folder / "below", [])

        assert bytes_of(folder) == before


def test_what_else_a_disk_cannot_do_is_said(folder: Path, store: Store):
    (folder / (FILE_NAME + "-journal")).mkdir()

    with pytest.raises(StoreError, match="disk I/O error") as error:
        store.sessions.append(past(), 0, [began()])

    assert type(error.value) is StoreError
    (folder / (FILE_NAME + "-journal")).rmdir()
    assert store.sessions.history() == ()


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV])
def test_a_disk_that_fails_or_is_gone_is_said(number: int):
    with pytest.raises(StoreError), known_errors():
        raise OSError(number, os.strerror(number))


def test_our_own_mistakes_are_not_hidden(store: Store):
    with pytest.raises(OperationalError, match="no such table"):
        _one(store, "SELECT * FROM nowhere")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no name is just any bytes")
@pytest.mark.parametrize("other_key", [False, True])
def test_a_folder_named_by_an_older_computer_is_written_into(
    store: Store, tmp_path: Path, *, other_key: bool
):
    empty = tmp_path / "caf\udce9.db"
    key = bytes(32) if other_key else store.database._key
    empty.touch()
    if other_key:
        store.database.write_into(empty, key)
    else:
        store.database.copy_into(empty)
    with closing(open_database(empty, key)) as copy:
        assert copy.digest() == store.database.digest()
