"""Rows that cannot be read: left in the file as they are, so that they stand in nobody's way."""

import logging
from collections.abc import Callable, Iterable
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, inspect, literal_column
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from coupleapp.application.ports import StoreDamaged, StoreError

if TYPE_CHECKING:
    from sqlmodel.sql.expression import SelectOfScalar

    from coupleapp.store.tables import Row

logger = logging.getLogger(__name__)

R = TypeVar("R", bound="Row")
T = TypeVar("T")

ASIDE = "aside"
"""Under which name a unit of work has its ``LeftAside``."""

_NO_VALUE = (StoreDamaged, ValueError, TypeError, OverflowError)


class LeftAside:
    """Which rows could not be read since the file was opened. For any thread."""

    def __init__(self) -> None:
        self._rows: dict[str, set[int]] = {}
        self._lock = Lock()
        self.told: Callable[[], None] = lambda: None

    def note(self, table: str, rowid: int, error: Exception) -> None:
        """Remember this one; of its content nothing is said anywhere."""
        with self._lock:
            rows = self._rows.setdefault(table, set())
            if rowid in rows:
                return
            rows.add(rowid)
        kind = type(error).__name__
        logger.warning("a row of %s cannot be read, it is left aside: %s", table, kind)
        self.told()

    def rows(self, tables: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Those of these tables that were met."""
        with self._lock:
            return {table: tuple(self._rows[table]) for table in tables if table in self._rows}


def values(row: "Row", exclude: set[str] | None = None) -> dict[str, Any]:
    """What stands in it, column by column; a warning would quote what is no such value."""
    return row.model_dump(exclude=exclude, warnings=False)


def readable(
    work: Session,
    statement: "SelectOfScalar[R]",
    turn: Callable[[R], T],
    most: int | None = None,
) -> tuple[T, ...]:
    """What these rows say, in their order; one that cannot be read is left aside.

    Args:
        work: The unit of work.
        statement: Of one table, without a limit.
        turn: A row into what it says; a ``StoreDamaged`` or a value that cannot be is a row
            that cannot be read.
        most: How many that can be read are wanted.
    """
    try:
        return tuple(map(turn, work.exec(statement.limit(most)).all()))
    except Exception as error:
        if not cannot_be_read(error):
            raise
    model = statement.column_descriptions[0]["entity"]
    table = model.__tablename__
    rowid: ColumnElement[int] = literal_column(f"{table}.rowid")
    found: list[T] = []
    for (id_,) in work.execute(
        statement.with_only_columns(rowid, maintain_column_froms=True)
    ).all():
        if len(found) == most:
            break
        try:
            found.append(turn(work.exec(select(model).where(rowid == id_)).one()))
        except Exception as error:
            if not cannot_be_read(error):
                raise
            work.info[ASIDE].note(table, id_, error)
    return tuple(found)


def only_readable(
    work: Session, statement: "SelectOfScalar[R]", turn: Callable[[R], T]
) -> tuple[T, ...]:
    """What these rows say, where a default in the place of one would be a loss.

    Raises:
        StoreDamaged: One of them cannot be read.
    """
    try:
        return tuple(map(turn, work.exec(statement).all()))
    except Exception as error:
        if not cannot_be_read(error):
            raise
        table = statement.column_descriptions[0]["entity"].__tablename__
        raise StoreDamaged(f"a row of {table} cannot be read: {type(error).__name__}") from None


def write_over(work: Session, row: "Row", turn: Callable[[Any], object]) -> None:
    """Keep this row, in place of the one with the same key.

    Raises:
        StoreError: There is one that cannot be read: it stays, and nothing is written.
    """
    try:
        there = work.get(type(row), inspect(type(row)).primary_key_from_instance(row))
        if there is not None:
            turn(there)
    except Exception as error:
        if not cannot_be_read(error):
            raise
        raise StoreError("what is in its place cannot be read, and stays") from None
    work.merge(row)


def cannot_be_read(error: Exception) -> bool:
    """Whether it says that what is stored is no such value, and not that the file is in trouble."""
    if isinstance(error, DBAPIError):
        # Text that is no UTF-8; every trouble with the file has a code of its own.
        return getattr(error.orig, "sqlite_errorcode", None) is None
    return isinstance(error, _NO_VALUE)
