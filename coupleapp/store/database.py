"""One encrypted file: how it is opened, what a unit of work is, and how deleted text leaves it."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, QueuePool, create_engine, event
from sqlcipher3 import dbapi2
from sqlmodel import Session

from coupleapp.application.ports import StoreDamaged, StoreError
from coupleapp.store.connection import connect
from coupleapp.store.errors import known_errors
from coupleapp.store.files import identity, make_empty
from coupleapp.store.rows import ASIDE, LeftAside

logger = logging.getLogger(__name__)

PATIENCE_MS = 2000
"""How long another program may hold the file before we say so."""


class Database:
    """An open file. For any thread: there is one connection, and whoever has it, has it alone."""

    def __init__(
        self, path: Path, key: bytes, patience_ms: int = PATIENCE_MS, *, read_only: bool = False
    ) -> None:
        """Open it when it is first used, and make it if it is not there.

        ``read_only``: neither it nor anything beside it is written; ``transaction`` does not work.
        """
        self._path = path
        self._key = key
        self.left_aside = LeftAside()
        self._file = identity(path)
        self._open = partial(connect, path, key, patience_ms, read_only=read_only)
        self._engine = create_engine(
            "sqlite:///" + path.name,
            module=dbapi2,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            # Parameters are what people wrote.
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def transaction(self, *, erasing: bool = False) -> Iterator[Session]:
        """A unit of work: all of it or, after an exception, nothing.

        Args:
            erasing: It takes text away, so ``scrub`` has something to do.
        """
        info = {ASIDE: self.left_aside}
        with known_errors(), Session(self._engine, info=info) as session, session.begin():
            if erasing:
                session.connection().exec_driver_sql("PRAGMA user_version = 1")
            yield session

    @contextmanager
    def migration(self) -> Iterator[Connection]:
        """A transaction in which tables may be rebuilt: references are checked at its end."""
        with known_errors():
            # Else dropping the old form of a table would empty those that refer to it.
            self._run("PRAGMA foreign_keys = OFF")
            try:
                with self._engine.begin() as connection:
                    yield connection
                    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise RuntimeError(f"the migration breaks references of {broken[0]}")
            finally:
                self._run("PRAGMA foreign_keys = ON")

    def check(self) -> None:
        """Read the whole file without changing it.

        Raises:
            StoreDamaged: Something in it is not as it was written.
        """
        with known_errors():
            # The first read also ends what a crash has left half done.
            self._run("SELECT count(*) FROM sqlite_master")
            faults = self._run("PRAGMA cipher_integrity_check")
            faults += [row for row in self._run("PRAGMA integrity_check") if row != ("ok",)]
        if faults:
            raise StoreDamaged(str(faults[0][0]))

    def try_writing(self) -> None:
        """Begin to write, and take it back.

        Raises:
            StoreError: It cannot be written.
        """
        with known_errors(), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA user_version = 1")

    def revision(self) -> str | None:
        """The revision of the tables; None when there are none yet.

        Raises:
            StoreDamaged: There are tables without a revision.
        """
        with known_errors():
            if not self._run("SELECT 1 FROM sqlite_master"):
                return None
            stamp = "SELECT 1 FROM pragma_table_info('alembic_version') WHERE name = 'version_num'"
            if not self._run(stamp):
                raise StoreDamaged("the tables are not ours")
            revisions = self._run("SELECT version_num FROM alembic_version")
        if len(revisions) != 1:
            raise StoreDamaged("the tables have no revision")
        return str(revisions[0][0])

    def scrub(self) -> None:
        """Leave nothing of erased text in the file, nor in what an earlier Nearer put beside it.

        ``secure_delete`` is not enough: when SQLite moves rows from page to page, copies of them
        stay in the gaps. What cannot be done now is done at the next closing or opening. What two
        people take back while they sit together is done when that sitting ends: the whole file is
        written anew, 0.3 s with three years in it, and they would see the screen stand still.

        The copies keep it until newer ones take their place: the page "Copies" says so.
        """
        try:
            with known_errors(), closing(self._engine.raw_connection()) as connection:
                cursor = connection.cursor()
                if cursor.execute("PRAGMA user_version").fetchone() == (0,):
                    return
                self.earlier_backup.unlink(missing_ok=True)
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA user_version = 0")
        except StoreError as error:
            logger.info("erased text is still in the file: %s", type(error).__name__)

    @property
    def in_place(self) -> bool:
        """Whether the file under this name is still the one that is open."""
        return identity(self._path) == self._file

    @property
    def path(self) -> Path:
        return self._path

    @property
    def earlier_backup(self) -> Path:
        """Where a Nearer without copies put one before it changed the tables."""
        return self._path.with_name(self._path.stem + "-before-upgrade" + self._path.suffix)

    def copy_into(
        self,
        empty: Path,
        refuse: Callable[["Database"], object] = lambda _: None,
        written: Callable[[], None] = lambda: None,
    ) -> None:
        """Write a copy under the same key into an empty file, and read it back.

        Args:
            empty: Where to.
            refuse: Raises a StoreError where the copy would be of no use.
            written: Is told before it is read back.

        Raises:
            StoreError: It could not be written whole, or is not what was written.
        """
        with known_errors():
            self._run("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(empty),))
        written()
        copy = Database(empty, self._key)
        try:
            copy.check()
            refuse(copy)
        finally:
            copy.close()

    def write_into(self, empty: Path, key: bytes) -> None:
        """Write all of it into an empty file, under another key.

        Raises:
            StoreError: It could not be written whole.
        """
        with known_errors(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(
                f"ATTACH DATABASE CAST(? AS TEXT) AS renewed KEY \"x'{key.hex()}'\"",
                (os.fsencode(empty),),
            )
            try:
                cursor.execute("BEGIN IMMEDIATE")
                cursor.execute("SELECT sqlcipher_export('renewed')").fetchall()
                cursor.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    cursor.execute("ROLLBACK")
                raise
            finally:
                cursor.execute("DETACH DATABASE renewed")

    def digest(self) -> str:
        """Of all that stands in its tables: the same in two files that say the same.

        Raises:
            StoreError: It could not be read.
        """
        total = sha256()
        with known_errors(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            made = cursor.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
            tables = cursor.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
            )
            for (table,) in tables.fetchall():
                total.update(repr((table, made)).encode())
                for row in cursor.execute(f"SELECT * FROM {table} ORDER BY rowid"):  # noqa: S608 - ours
                    total.update(repr(row).encode())
        return total.hexdigest()

    def left_aside_now(self, tables: Iterable[str]) -> int:
        """How many rows of these tables were met that cannot be read, and are still there."""
        count = 0
        for table, rows in self.left_aside.rows(tables).items():
            marks = ",".join("?" * len(rows))
            statement = f"SELECT count(*) FROM {table} WHERE rowid IN ({marks})"  # noqa: S608 - ours
            with known_errors():
                count += self._run(statement, rows)[0][0]
        return count

    def read(self, statement: str) -> list[tuple[Any, ...]]:
        """Read outside any transaction: also where nothing can be written."""
        with known_errors():
            return self._run(statement)

    def close(self) -> None:
        self._engine.dispose()

    def _connect(self) -> dbapi2.Connection:
        connection = self._open()
        self._file = identity(self._path)
        return connection

    def _run(self, statement: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Outside any transaction, as these pragmas and VACUUM have to be."""
        with closing(self._engine.raw_connection()) as connection:
            rows: list[tuple[Any, ...]] = (
                connection.cursor().execute(statement, parameters).fetchall()
            )
            return rows


def open_database(path: Path, key: bytes, patience_ms: int = PATIENCE_MS) -> Database:
    """Open the file, or make it; it is read through before anything is written.

    Raises:
        StoreError: It is damaged, or cannot be written.
    """
    with known_errors():
        if not path.exists():
            make_empty(path)
    database = Database(path, key, patience_ms)
    try:
        database.check()
        database.try_writing()
    except BaseException:
        database.close()
        raise
    return database


def _begin(connection: Connection) -> None:
    # IMMEDIATE, because a transaction that begins by reading cannot wait its turn to write.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
