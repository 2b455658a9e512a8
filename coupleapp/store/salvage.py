"""Reads what can still be read in a damaged file, row by row, in a private copy of it.

A page that is not as it was written is refused by its HMAC, so what is read is what was written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, literal_column, select, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col

from coupleapp.application.agreements import AgreementLog
from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.looking import InHand
from coupleapp.application.ports import (
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreTooNew,
)
from coupleapp.application.salvage import Readable, Talk
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.events import Event
from coupleapp.domain.lock import Secret
from coupleapp.store import agreements, own_page_keys, own_pages, sessions
from coupleapp.store.copies import made_by_name
from coupleapp.store.database import Database
from coupleapp.store.errors import known_errors
from coupleapp.store.in_hand import opened
from coupleapp.store.looking import private_copy
from coupleapp.store.needs_tables import AgreementRow
from coupleapp.store.renewing import earlier_vaults
from coupleapp.store.rows import values
from coupleapp.store.sound import refuse_newer, tables_of
from coupleapp.store.tables import EPOCH, LATEST, EntryRow, OwnKeyRow, Row, SessionRow
from coupleapp.store.upgrade import HEAD, migrate

T = TypeVar("T")
R = TypeVar("R", bound=Row)

_STEP = 64
_ENOUGH = 1024
"""So many rows after one another that cannot be read, and nothing more is looked for: the last
page of a table may be damaged, and then nothing tells where it ends."""

_HERE = """
    SELECT id, coalesce(changed_at, written_at) FROM notebook_entry
    UNION ALL SELECT id, made_at FROM agreement
    UNION ALL SELECT id, began_at FROM guided_session
"""


class DamagedFolder:
    """``application.salvage.DamagedFiles`` beside an open file."""

    def __init__(
        self, database: Database, vaults: AbstractSet[str], openers: Sequence[Opener]
    ) -> None:
        """``vaults``: those of the notebook, today's and the earlier ones."""
        self._database = database
        self._vaults = vaults
        self._openers = list(openers)
        self._folder = database.path.parent

    def files(self) -> tuple[Path, ...]:
        with known_errors():
            return tuple(sorted(self._folder.glob("nearer-damaged-*.db"), reverse=True))

    def read(self, file: Path) -> Readable:
        with known_errors(), self._rows_of(file) as rows:
            return Readable() if rows is None else _readable(rows)

    def open(self, file: Path, secret: Secret) -> None:
        with known_errors():
            found = opened(InHand(file), self._folder, [secret, *self._openers])
        self._openers.append(KnownKey(found.envelope.vault, found.key))

    def keep_sealed(self, file: Path) -> None:
        with known_errors(), self._rows_of(file) as rows:
            if rows is None:
                return
            sealed = [line for line in rows.each(EntryRow, _columns) if line["own_key"]]
            keys = rows.each(OwnKeyRow, own_page_keys.columns_of_key)
        here = self.here()
        lines = [line for line in sealed if _is_newer(line, here.get(line["id"]))]
        needed = {line["own_key"] for line in lines}
        keys = [key for key in keys if key["in_use"] or key["id"] in needed]
        if not keys:
            return
        since = made_by_name(file)
        with self._database.transaction(erasing=True) as work:
            for key in keys:
                _bring_key(work, key, since)
            for line in lines:
                _keep_sealed(work, line, here=line["id"] in here)
        self._database.scrub()

    def here(self) -> Mapping[str, datetime]:
        return {id_: _moment(at) for id_, at in self._database.read(_HERE)}

    @contextmanager
    def _rows_of(self, file: Path) -> Iterator["_Rows | None"]:
        """None where nothing of it can be read.

        Raises:
            KeyMissing: It could be, with what opens it.
        """
        try:
            found = opened(InHand(file), self._folder, self._openers)
        except StoreDamaged:
            yield None
            return
        with (
            private_copy(self._folder, file) as path,
            closing(Database(path, found.key)) as damaged,
        ):
            rows = _Rows(damaged) if _has_our_tables(damaged) else None
            yield None if rows is None or self._is_anothers(rows, found.envelope.vault) else rows

    def _is_anothers(self, rows: "_Rows", vault: str) -> bool:
        """Whether it was never this notebook, also not before a new key of one of them."""
        if vault in self._vaults:
            return False
        earlier = rows.attempt(earlier_vaults)
        # Where that cannot be read, it may be this one's.
        return earlier is not None and not earlier & self._vaults


def _has_our_tables(damaged: Database) -> bool:
    """As this Nearer knows them, or as it can make them.

    Raises:
        StoreTooNew: A newer Nearer wrote it.
    """
    try:
        revision = damaged.revision()
        if revision is None:
            return False
        if revision != HEAD:
            refuse_newer(revision)
            tables_of(revision)
            migrate(damaged, lambda: None)
    except (StoreFull, StoreLocked, StoreReadOnly, StoreTooNew):
        raise
    except StoreError:
        return False
    return True


def _readable(rows: "_Rows") -> Readable:
    entries = rows.each(EntryRow, lambda _, row: own_pages.entry_of(row))
    logs = rows.each(AgreementRow, _log)
    pasts = rows.each(SessionRow, lambda _, row: sessions.past_in(row))
    talks = [Talk(past, rows.attempt(_events_of(past.id)) or ()) for past in pasts]
    return Readable(tuple(entries), tuple(logs), tuple(talks))


def _is_newer(line: dict[str, Any], known: datetime | None) -> bool:
    return known is None or (line["changed_at"] or line["written_at"]) > known


def _bring_key(work: Session, columns: dict[str, Any], since: datetime | None) -> None:
    """In use only where it was, and where its partner neither has another nor writes without one.

    ``since``: when the file was put aside.
    """
    if _has_key(work, columns["id"]):
        return
    seat = Seat(columns["seat"])
    given_up = own_page_keys.has_key_in_use(work, seat) or _writes_open(work, seat, since)
    key = OwnKeyRow(**{**columns, "in_use": columns["in_use"] and not given_up})
    work.add(key)
    # What follows refers to it.
    work.flush()
    if key.in_use:
        own_pages.seal_what_lies_open(work, key)
        work.flush()


def _has_key(work: Session, id_: str) -> bool:
    """Be it readable or not."""
    return work.scalar(select(col(OwnKeyRow.id)).where(col(OwnKeyRow.id) == id_)) is not None


def _writes_open(work: Session, seat: Seat, since: datetime | None) -> bool:
    """Whether this partner has kept something for themselves since then that is not sealed."""
    if since is None:
        return False
    newer = select(col(EntryRow.id)).where(
        col(EntryRow.private),
        col(EntryRow.author) == seat,
        col(EntryRow.own_key).is_(None),
        func.coalesce(col(EntryRow.changed_at), col(EntryRow.written_at)) > since,
    )
    return work.execute(newer.limit(1)).first() is not None


def _keep_sealed(work: Session, line: dict[str, Any], *, here: bool) -> None:
    """As sealed as it is; ``here``: an older one of it is."""
    if not _has_key(work, line["own_key"]):
        # Nobody could ever read it.
        return
    if line["session_id"] and work.get(SessionRow, line["session_id"]) is None:
        line = {**line, "session_id": None}
    if here:
        # What is there is not read: its row may be one that cannot be.
        work.exec(update(EntryRow).where(col(EntryRow.id) == line["id"]).values(**line))
    else:
        work.add(EntryRow(**line))
        work.flush()


def _columns(_: Session, row: Row) -> dict[str, Any]:
    return values(row)


class _Rows:
    """Reads until something cannot be read, and goes on behind it."""

    def __init__(self, damaged: Database) -> None:
        self._damaged = damaged

    def each(self, model: type[R], turn: Callable[[Session, R], T]) -> list[T]:
        """What every row of this table says that can be read."""
        found: list[T] = []
        at, silent = 0, 0
        rowid: ColumnElement[int] = literal_column(f"{model.__tablename__}.rowid")
        while silent < _ENOUGH:
            several = self.attempt(_in_order(model, turn, rowid > at, rowid))
            if several is not None:
                if not several:
                    break
                found += [said for _, said in several]
                at, silent = several[-1][0], 0
                continue
            for one in range(at + 1, at + 1 + _STEP):
                alone = self.attempt(_in_order(model, turn, rowid == one, rowid))
                if alone is None:
                    silent += 1
                elif alone:
                    found.append(alone[0][1])
                    silent = 0
            at += _STEP
        return found

    def attempt(self, read: Callable[[Session], T]) -> T | None:
        """None where something of it cannot be read."""
        try:
            with self._damaged.transaction() as work:
                return read(work)
        except (StoreFull, StoreLocked, StoreReadOnly):
            # The disk or another program, and no damage: nothing is said of the row.
            raise
        except (StoreError, DBAPIError, ValueError, TypeError, OverflowError):
            pass
        # Whoever has met a damaged page reads nothing more by that connection.
        self._damaged.close()
        return None


def _in_order(
    model: type[R],
    turn: Callable[[Session, R], T],
    which: ColumnElement[bool],
    rowid: ColumnElement[int],
) -> Callable[[Session], list[tuple[int, T]]]:
    def read(work: Session) -> list[tuple[int, T]]:
        found = work.execute(select(rowid, model).where(which).order_by(rowid).limit(_STEP)).all()
        return [(id_, turn(work, row)) for id_, row in found]

    return read


def _log(work: Session, row: AgreementRow) -> AgreementLog:
    return agreements.log_in(row.id, agreements.events_of(work, row.id))


def _events_of(session_id: str) -> Callable[[Session], tuple[Event, ...]]:
    return lambda work: sessions.events_of(work, session_id)


def _moment(at: object) -> datetime:
    """One that cannot be read is older than nothing: it is not written over."""
    if isinstance(at, int) and 0 <= at <= LATEST:
        return EPOCH + timedelta(microseconds=at)
    return datetime.max.replace(tzinfo=UTC)
