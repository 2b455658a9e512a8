"""A connection to an encrypted file: how it is set up, and how it ends a transaction."""

from pathlib import Path

from sqlcipher3 import dbapi2

from coupleapp.store.files import make_durable

OLDEST_SQLITE = (3, 51, 3)
"""The first without the WAL-reset bug; what we are built with is newer."""

# One event took 2.3 ms (p99 5.3 ms) like this, and 1.6 ms (p99 2.3 ms) with WAL and FULL, on one
# SSD: both under the 16 ms of a frame. So the one without a second file where deleted text stays.
JOURNAL = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA", "PRAGMA fullfsync = ON")


def connect(path: Path, key: bytes, patience_ms: int, *, read_only: bool) -> dbapi2.Connection:
    """Open the file under this key, or make it when something is written."""
    place = path.absolute().as_uri() + "?mode=ro" if read_only else path
    # Without an isolation level the driver begins nothing by itself, so that DDL, too, can be
    # rolled back; threads take turns by the pool.
    connection = dbapi2.connect(
        place, uri=read_only, isolation_level=None, check_same_thread=False, factory=_Connection
    )
    connection.folder = path.parent
    try:
        # Before anything that touches the file. 64 hexadecimal digits are the key itself.
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        refuse_other_libraries(connection)
        for pragma in (
            "PRAGMA cipher_log_level = NONE",
            f"PRAGMA busy_timeout = {patience_ms}",
            "PRAGMA foreign_keys = ON",
            "PRAGMA secure_delete = ON",
            "PRAGMA temp_store = MEMORY",
            *JOURNAL,
        ):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


class _Connection(dbapi2.Connection):  # type: ignore[misc]  # of a library without types
    """Knows whether a transaction has reached the file, whatever the disk says at its end.

    When the journal is gone, it has; that a power cut cannot bring the journal back is asked of the
    disk only then. Whoever hears "no" of what is there would do the same once more.
    """

    folder: Path
    _changes = 0

    def commit(self) -> None:
        changes = self.total_changes
        if changes == self._changes:
            super().commit()
            return
        # On a page that is written by every transaction: it costs nothing.
        number = self._number() % 2**30 + 1
        self.execute(f"PRAGMA application_id = {number}")
        try:
            super().commit()
        except dbapi2.OperationalError:
            if self.in_transaction or self._number() != number:
                raise
            make_durable(self.folder)
        self._changes = changes

    def _number(self) -> int:
        (number,) = self.execute("PRAGMA application_id").fetchone()
        return int(number)


def refuse_other_libraries(connection: dbapi2.Connection) -> None:
    """Plain SQLite would ignore the key and write plain text."""
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this SQLite cannot encrypt")
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old")
