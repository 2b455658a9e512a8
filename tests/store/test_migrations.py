import ast
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, table

from coupleapp.application.ports import StoreDamaged, StoreFull, StoreTooNew
from coupleapp.store import FILE_NAME, Store, open_store
from coupleapp.store.database import Database
from coupleapp.store.tables import Row
from coupleapp.store.upgrade import HEAD, MIGRATIONS, migrate
from tests.store.helpers import began, bytes_of, entry, key_of, past

HERE = Path(__file__).parents[2] / "coupleapp" / "store" / "migrations"


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    return ScriptDirectory.from_config(config)


def _schema(database: Database) -> list[tuple[str, str]]:
    with database.transaction() as work:
        found = work.connection().exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY 1")
        return [tuple(row) for row in found]


def _go(database: Database, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    with database.migration() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if to == "base" else command.upgrade)(config, to)


def test_the_newest_revision_is_the_one_the_start_looks_for():
    assert _scripts().get_current_head() == HEAD


def test_the_tables_are_what_the_models_say(store: Store):
    with store.database.migration() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Row.metadata)

    assert differences == []


def test_every_model_is_in_the_tables(store: Store):
    """What autogenerate does not compare: check constraints, by their name."""
    schema = str(_schema(store.database))

    assert "ck_couple_one_row" in schema
    assert len(Row.metadata.tables) == 8


def test_down_and_up_again_is_the_same(store: Store):
    made = _schema(store.database)

    _go(store.database, "base")
    assert [name for name, _ in _schema(store.database) if "alembic" not in name] == []
    _go(store.database, "head")

    assert _schema(store.database) == made


def test_no_migration_relies_on_code_that_changes():
    for path in (HERE / "versions").glob("*.py"):
        imported = {
            name.name if isinstance(node, ast.Import) else node.module
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        }
        assert imported <= {"sqlalchemy", "alembic"}, path.name


_NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "r0002", "r0001", None, None


def upgrade():
    {0}
"""

_REBUILD = """
    with op.batch_alter_table("guided_session", recreate="always") as rebuilt:
        rebuilt.add_column(sa.Column("mood", sa.String(), nullable=True))
"""
_FAIL_LATE = """
    op.create_table("half_done", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("DELETE FROM notebook_entry")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
_ORPHAN = """
    op.execute("DELETE FROM guided_session")
"""
_GROW = """
    op.execute("CREATE TABLE big (page BLOB)")
    for _ in range(99):
        op.execute("INSERT INTO big VALUES (zeroblob(9000))")
"""


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    """Of the revision before the next, with something in it."""
    store = open_store(folder, [])
    store.sessions.append(past(), 0, [began()], [entry("e1")])
    yield store.database
    store.close()


def _next(tmp_path: Path, body: str) -> str:
    scripts = tmp_path / "migrations"
    shutil.copytree(HERE, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "r0002_next.py").write_text(_NEXT.format(body.strip()))
    return str(scripts)


def _counts(database: Database) -> list[int]:
    with database.transaction() as work:
        return [
            work.connection().execute(select(func.count()).select_from(table(name))).scalar_one()
            for name in ("guided_session", "session_event", "notebook_entry")
        ]


def test_a_table_is_rebuilt_and_what_refers_to_it_stays(tmp_path: Path, database: Database):
    migrate(database, "r0001", _next(tmp_path, _REBUILD))

    assert database.revision() == "r0002"
    assert "mood" in str(_schema(database))
    assert _counts(database) == [1, 1, 1]
    with database.transaction() as work:
        assert work.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_before_that_a_copy_is_put_aside(tmp_path: Path, folder: Path, database: Database):
    migrate(database, "r0001", _next(tmp_path, _REBUILD))

    with closing(Database(database.backup_path, key_of(folder))) as copy:
        copy.check()
        assert copy.revision() == "r0001"
        assert _counts(copy) == [1, 1, 1]


def test_new_tables_need_no_copy(store: Store):
    assert not store.database.backup_path.exists()


@pytest.mark.parametrize(
    ("body", "error"),
    [(_FAIL_LATE, "no such table"), (_ORPHAN, "breaks references of session_event")],
)
def test_a_migration_that_fails_leaves_all_as_it_was(
    tmp_path: Path, database: Database, body: str, error: str
):
    made = _schema(database)

    with pytest.raises(Exception, match=error):
        migrate(database, "r0001", _next(tmp_path, body))

    assert _schema(database) == made
    assert database.revision() == "r0001"
    assert _counts(database) == [1, 1, 1]
    with database.transaction() as work:
        assert work.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_full_disk_in_the_middle_is_said(tmp_path: Path, database: Database):
    with database.transaction() as work:
        work.connection().exec_driver_sql("PRAGMA max_page_count = 40")

    with pytest.raises(StoreFull):
        migrate(database, "r0001", _next(tmp_path, _GROW))

    assert database.revision() == "r0001"
    assert _counts(database) == [1, 1, 1]


def _set_revision(folder: Path, sql: str) -> None:
    store = open_store(folder, [])
    with store.database.transaction() as work:
        work.connection().exec_driver_sql(sql)
    store.close()


def test_a_newer_file_is_left_as_it_is(folder: Path):
    _set_revision(folder, "UPDATE alembic_version SET version_num = 'r9999'")
    before = bytes_of(folder)

    with pytest.raises(StoreTooNew):
        open_store(folder, [])

    assert bytes_of(folder) == before


@pytest.mark.parametrize("sql", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_tables_without_a_revision_are_damage(folder: Path, sql: str):
    _set_revision(folder, sql)
    before = bytes_of(folder)

    with pytest.raises(StoreDamaged):
        open_store(folder, [])

    assert bytes_of(folder) == before


def test_a_first_start_that_was_cut_off_begins_anew(folder: Path):
    open_store(folder, []).close()
    (folder / FILE_NAME).write_bytes(b"")

    store = open_store(folder, [])

    assert store.database.revision() == HEAD
    store.close()
