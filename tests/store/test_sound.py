"""What does not fit together is told apart before anything is written."""

from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.application.ports import (
    StoreDamaged,
    StoreError,
    StoreIncomplete,
    StoreMismatched,
    StoreTooNew,
)
from coupleapp.store import FILE_NAME, Store, check_store, found_copies, open_store
from coupleapp.store.database import Database, open_database
from coupleapp.store.sound import tables_of
from coupleapp.store.tables import Row
from coupleapp.store.upgrade import HEAD
from coupleapp.store.vault import open_vault
from tests.store.helpers import NOW, bytes_of, entry
from tests.store.proofs.earlier import FILES

COLUMNS = sorted(
    (name, column.name)
    for name, table in Row.metadata.tables.items()
    for column in table.columns
    if not column.primary_key and not column.foreign_keys and not column.index
)
NOT_DROPPABLE = {("notebook_entry", "written_at"), ("evening_appreciation", "seat")}
NOT_DROPPABLE |= {("evening_appreciation", "evening")}
"""Of an index."""


def damage(folder: Path, sql: str) -> dict[str, bytes]:
    """What the folder holds after it."""
    store = open_store(folder, [])
    with store.database.migration() as link:
        link.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        link.exec_driver_sql(sql)
    store.close()
    return bytes_of(folder)


def refused_as(folder: Path) -> type[StoreError]:
    with pytest.raises(StoreError) as opening:
        open_store(folder, [])
    with pytest.raises(StoreError) as looking:
        check_store(folder, [])
    assert opening.type is looking.type
    return opening.type


@pytest.mark.parametrize("table", sorted(Row.metadata.tables))
def test_a_table_that_is_gone(folder: Path, table: str):
    before = damage(folder, f"DROP TABLE {table}")
    assert refused_as(folder) is StoreIncomplete
    assert bytes_of(folder) == before


@pytest.mark.parametrize(("table", "column"), [c for c in COLUMNS if c not in NOT_DROPPABLE])
def test_a_column_that_is_gone(folder: Path, table: str, column: str):
    before = damage(folder, f'ALTER TABLE {table} DROP COLUMN "{column}"')
    assert refused_as(folder) is StoreIncomplete
    assert bytes_of(folder) == before


@pytest.mark.parametrize("number", range(1, int(HEAD[1:])))
def test_a_stamp_of_an_earlier_version(folder: Path, number: int):
    sql = f"UPDATE alembic_version SET version_num = 'r{number:04}'"  # noqa: S608
    before = damage(folder, sql)
    assert refused_as(folder) is StoreMismatched
    assert bytes_of(folder) == before
    assert found_copies(folder, []) == (), "nothing of it is copied as if it were whole"


@pytest.mark.parametrize("stamp", ["", "r1", "head", "r00080", "0009", "s0009"])
def test_a_stamp_there_never_was(folder: Path, stamp: str):
    before = damage(folder, f"UPDATE alembic_version SET version_num = '{stamp}'")  # noqa: S608
    assert refused_as(folder) is StoreMismatched
    assert bytes_of(folder) == before


@pytest.mark.parametrize("stamp", ["r0099", "r0100", "r9999"])
def test_a_stamp_of_a_newer_version(folder: Path, stamp: str):
    before = damage(folder, f"UPDATE alembic_version SET version_num = '{stamp}'")  # noqa: S608
    assert refused_as(folder) is StoreTooNew
    assert bytes_of(folder) == before


def test_a_newer_file_is_newer_whatever_its_tables(folder: Path):
    damage(folder, "DROP TABLE ritual")
    store_file, key = folder / FILE_NAME, open_vault(folder, folder / FILE_NAME, []).key
    with closing(open_database(store_file, key)) as database, database.transaction() as work:
        work.connection().exec_driver_sql("UPDATE alembic_version SET version_num = 'r0099'")
    assert refused_as(folder) is StoreTooNew


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO alembic_version VALUES ('r0007')",
        "DELETE FROM alembic_version",
        "DROP TABLE alembic_version",
        "ALTER TABLE alembic_version RENAME COLUMN version_num TO number",
    ],
)
def test_a_stamp_that_says_nothing(folder: Path, sql: str):
    before = damage(folder, sql)
    assert refused_as(folder) is StoreDamaged
    assert bytes_of(folder) == before


def test_a_table_of_somebody_else_s(folder: Path):
    damage(folder, "CREATE TABLE theirs (id INTEGER)")
    assert refused_as(folder) is StoreMismatched


def test_an_earlier_file_is_looked_at_before_it_is_brought_up_to_date(folder: Path):
    folder.mkdir(exist_ok=True)
    key = open_vault(folder, folder / FILE_NAME, []).key
    with closing(open_database(folder / FILE_NAME, key)) as made, made.migration() as link:
        for line in (FILES / "r0003.sql").read_text("utf-8").splitlines():
            link.connection.driver_connection.execute(line)
        link.exec_driver_sql("DROP TABLE draft")
    before = bytes_of(folder)
    assert refused_as(folder) is StoreIncomplete
    assert bytes_of(folder) == before
    assert found_copies(folder, []) == ()


@pytest.mark.parametrize(
    "sql", ["INSERT INTO depth_ceiling VALUES ('odd', 9)", "DROP TABLE ritual"]
)
def test_no_copy_is_made_of_what_could_not_be_opened(store: Store, sql: str):
    store.notebook.add(entry("e1"))
    store.copies.make(NOW)
    with store.database.transaction() as work:
        work.connection().exec_driver_sql(sql)
    with pytest.raises(StoreDamaged):
        store.copies.make(NOW)
    (copy,) = store.copies.found()
    assert copy.holding is not None


def test_a_copy_is_held_to_the_same(store: Store):
    store.notebook.add(entry("e1"))
    store.copies.make(NOW)
    (copy,) = store.copies.found()
    with closing(Database(copy.path, store.database._key)) as made, made.transaction() as work:
        work.connection().exec_driver_sql("DROP TABLE ritual")
    (copy,) = store.copies.found()
    assert copy.holding is None


def test_each_version_has_tables_of_its_own():
    known = [tables_of(f"r{number:04}") for number in range(1, int(HEAD[1:]) + 1)]
    for place, tables in enumerate(known):
        assert tables not in known[place + 1 :]
