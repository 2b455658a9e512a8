"""Whether a file is what it says it is, and has what no default can stand for. Only reads."""

import re
from collections.abc import Mapping
from functools import cache

from sqlalchemy import StaticPool, create_engine
from sqlcipher3 import dbapi2

from coupleapp.application.ports import StoreDamaged, StoreIncomplete, StoreMismatched, StoreTooNew
from coupleapp.store.couple import SqlCouple
from coupleapp.store.database import Database
from coupleapp.store.programme import SqlProgramme
from coupleapp.store.tables import Row
from coupleapp.store.upgrade import HEAD, migrations_of

Tables = Mapping[str, frozenset[str]]
"""The columns of each table, by its name."""

_REVISION = re.compile(r"r\d{4}")
"""How every revision is named, so that a Nearer can tell one that is newer than itself."""


def refuse_unsound(database: Database) -> str:
    """Hold the tables against those of their revision, and read what there is one of.

    Returns:
        The revision.

    Raises:
        StoreTooNew: A newer Nearer wrote it.
        StoreIncomplete: A table or a column is gone.
        StoreMismatched: The tables are of another revision.
        StoreDamaged: There are none, or what there is one of cannot be read.
    """
    revision = database.revision()
    if revision is None:
        raise StoreDamaged("the tables are gone")
    _refuse_other_tables(_tables_in(database), revision)
    if revision == HEAD:
        _refuse_unreadable(database)
    return revision


def refuse_newer(revision: str) -> None:
    """Refuse tables of a revision that this Nearer cannot know.

    Raises:
        StoreTooNew: A newer Nearer wrote it.
    """
    if _REVISION.fullmatch(revision) and revision > HEAD:
        raise StoreTooNew(f"the tables have revision {revision}")


def _refuse_other_tables(found: Tables, revision: str) -> None:
    refuse_newer(revision)
    meant = tables_of(revision)
    more = [name for name in found if found[name] - meant.get(name, frozenset())]
    if more:
        raise StoreMismatched(f"revision {revision} has no such {', '.join(more)}")
    less = [name for name in meant if meant[name] - found.get(name, frozenset())]
    if less:
        raise StoreIncomplete(f"{', '.join(less)} not whole")


def _refuse_unreadable(database: Database) -> None:
    couple, programme = SqlCouple(database), SqlProgramme(database)
    for read in (couple.couple, couple.settings, programme.ceilings, programme.choices):
        read()


def tables_of(revision: str) -> Tables:
    """The tables of this revision.

    Raises:
        StoreMismatched: There was never such a one.
    """
    if revision == HEAD:
        return {
            name: frozenset(column.name for column in table.columns)
            for name, table in Row.metadata.tables.items()
        }
    return _tables_before(revision)


@cache
def _tables_before(revision: str) -> Tables:
    # As the migrations themselves make them, in memory.
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    try:
        with engine.begin() as connection:
            if not migrations_of(connection).reach(revision):
                raise StoreMismatched(f"there is no revision {revision}")
            rows = connection.exec_driver_sql(_COLUMNS).all()
    finally:
        engine.dispose()
    return _by_table([(str(table), str(column)) for table, column in rows])


_COLUMNS = """
    SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'alembic_version'
"""


def _tables_in(database: Database) -> Tables:
    return _by_table(database.read(_COLUMNS))


def _by_table(columns: list[tuple[str, str]]) -> Tables:
    tables: dict[str, set[str]] = {}
    for table, column in columns:
        tables.setdefault(table, set()).add(column)
    return {table: frozenset(names) for table, names in tables.items()}
