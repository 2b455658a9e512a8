import ast
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, time
from os import SEEK_END
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, table

from coupleapp.application.ports import KeptKind, StoreDamaged, StoreFull, StoreTooNew
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.guided_session import fold
from coupleapp.domain.guided_session.pause_commands import AnswerReturn, ComeBack, FinishRecap
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.guided_session.steps import HeardCheck, SayingBack
from coupleapp.store import FILE_NAME, Store, found_copies, open_store
from coupleapp.store.copies import COPIES, make_copy
from coupleapp.store.database import Database
from coupleapp.store.tables import Row
from coupleapp.store.upgrade import HEAD, MIGRATIONS, migrate
from coupleapp.store.vault import open_vault
from tests.application.hands import HandClock, play_through, sessions_of
from tests.domain.guided_session.sessions import a_plan
from tests.store.helpers import NOW, began, bytes_of, entry, key_of, past
from tests.store.proofs.earlier import KEPT, REVISIONS, write_earlier

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
        (command.upgrade if to == "head" else command.downgrade)(config, to)


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
    assert len(Row.metadata.tables) == 26


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
        assert imported <= {"sqlalchemy", "alembic", "json", "typing", "collections.abc"}, path.name


_NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "next", "HEAD", None, None


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
    (scripts / "versions" / "next.py").write_text(_NEXT.format(body.strip()).replace("HEAD", HEAD))
    return str(scripts)


def _migrate(database: Database, scripts: str) -> None:
    migrate(database, lambda: make_copy(database, NOW), "next", scripts)


def _counts(database: Database) -> list[int]:
    with database.transaction() as work:
        return [
            work.connection().execute(select(func.count()).select_from(table(name))).scalar_one()
            for name in ("guided_session", "session_event", "notebook_entry")
        ]


def test_a_table_is_rebuilt_and_what_refers_to_it_stays(tmp_path: Path, database: Database):
    _migrate(database, _next(tmp_path, _REBUILD))

    assert database.revision() == "next"
    assert "mood" in str(_schema(database))
    assert _counts(database) == [1, 1, 1]
    with database.transaction() as work:
        assert work.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_before_that_a_copy_is_put_aside(tmp_path: Path, folder: Path, database: Database):
    _migrate(database, _next(tmp_path, _REBUILD))

    (found,) = found_copies(folder, [])
    with closing(Database(found.path, key_of(folder))) as copy:
        copy.check()
        assert copy.revision() == HEAD
        assert _counts(copy) == [1, 1, 1]


class _OnABadDisk(Database):
    """What it copies does not arrive as it was."""

    def _run(self, statement, parameters=()):
        rows = super()._run(statement, parameters)
        if statement.startswith("VACUUM INTO"):
            with Path(*map(os.fsdecode, parameters)).open("rb+") as copy:
                copy.seek(-100, SEEK_END)
                copy.write(b"not what was written")
        return rows


def test_a_copy_that_cannot_be_read_back_stops_it(tmp_path: Path, folder: Path, database: Database):
    make_copy(database, NOW)
    file, earlier = folder / FILE_NAME, bytes_of(folder / COPIES)
    before = file.read_bytes()

    with closing(_OnABadDisk(file, key_of(folder))) as bad, pytest.raises(StoreDamaged):
        _migrate(bad, _next(tmp_path, _REBUILD))

    assert file.read_bytes() == before
    assert database.revision() == HEAD
    assert bytes_of(folder / COPIES) == earlier, "a good copy gives no way to a bad one"
    _migrate(database, _next(tmp_path / "again", _REBUILD))
    assert database.revision() == "next"


def test_new_tables_need_no_copy(store: Store):
    assert store.copies.made() == ()


@pytest.mark.parametrize(
    ("body", "error"),
    [(_FAIL_LATE, "no such table"), (_ORPHAN, "breaks references of session_event")],
)
def test_a_migration_that_fails_leaves_all_as_it_was(
    tmp_path: Path, database: Database, body: str, error: str
):
    made = _schema(database)

    with pytest.raises(Exception, match=error):
        _migrate(database, _next(tmp_path, body))

    assert _schema(database) == made
    assert database.revision() == HEAD
    assert _counts(database) == [1, 1, 1]
    with database.transaction() as work:
        assert work.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_full_disk_in_the_middle_is_said(tmp_path: Path, database: Database):
    with database.transaction() as work:
        work.connection().exec_driver_sql("PRAGMA max_page_count = 40")

    with pytest.raises(StoreFull):
        _migrate(database, _next(tmp_path, _GROW))

    assert database.revision() == HEAD
    assert _counts(database) == [1, 1, 1]


def _old_file(folder: Path, *more: tuple[str, dict]) -> None:
    """A session of an older Nearer, cut off after one chunk and whatever came then."""
    store = open_store(folder, [])
    turns = {"kind": "turns", "speak_s": 90, "mirror_s": 45, "chunks": 3, "repair_rounds": 2}
    kinds = ["agree", "readiness", "breathe", "introduce", "turns", "mattered"]
    blank = {"seconds": 0, "speak_s": 0, "mirror_s": 0, "chunks": 0, "repair_rounds": 0}
    steps = [blank | {"kind": kind, "grace_s": 0, "light": False} for kind in kinds]
    steps[2]["seconds"] = 60
    steps[4] |= turns | {"grace_s": 15}
    at = {"at": "2026-11-23T20:00:00Z", "clock": 0.0}
    prompt = {"id": "home.first", "text": "Where?", "softer": "Name one.", "listener": "Listen."}
    plan = {"format_id": "theme_talk", "theme_id": "home", "introducer": "left"}
    plan |= {"first_speaker": "right", "prompt": prompt, "steps": steps}
    log = [
        ("Began", {"at": at, "plan": plan}),
        ("Agreed", {"at": at}),
        ("ReadinessAnswered", {"at": at, "seat": "left", "tension": 2, "fine_today": True}),
        ("ReadinessAnswered", {"at": at, "seat": "right", "tension": 2, "fine_today": True}),
        ("BreathingEnded", {"at": at}),
        ("PromptRead", {"at": at}),
        ("ChunkFinished", {"at": at, "last": False}),
        *((kind, {"at": at, **data}) for kind, data in more),
    ]
    with store.database.migration() as link:
        config = Config()
        config.set_main_option("script_location", MIGRATIONS)
        config.attributes["connection"] = link
        command.downgrade(config, "r0001")
        names = "id, format_id, theme_id, introducer, first_speaker, introduced, talked"
        values = "'s1', 'theme_talk', 'home', 'left', 'right', 1, 1"
        link.exec_driver_sql(
            f"INSERT INTO guided_session ({names}, began_at, clock_mark) VALUES ({values}, 0, 9.5)"  # noqa: S608
        )
        for seq, (kind, data) in enumerate(log):
            row = ("s1", seq, kind, json.dumps(data))
            link.exec_driver_sql("INSERT INTO session_event VALUES (?, ?, ?, ?)", row)
    store.close()


def test_a_session_that_an_older_nearer_began_goes_on_where_it_stood(folder: Path):
    """Its plan told the times of a turn by name, and the end of a chunk had another name."""
    _old_file(folder)

    again = open_store(folder, [])
    unfinished = again.sessions.unfinished()
    state = fold(unfinished.events)

    assert unfinished.clock_s == 9.5
    assert isinstance(state.step, SayingBack)
    assert (state.floor, state.part.seconds) == (Seat.RIGHT, 45)
    assert [part.kind for part in state.spec.parts] == ["talk", "say_back", "heard"]
    again.close()


def test_one_in_which_somebody_was_not_ready_has_a_good_end(folder: Path):
    """What came then has changed, so that its log could not be read any more."""
    _old_file(
        folder,
        ("PauseAsked", {"by": "left"}),
        ("PauseBegan", {"kind": "think", "until": "2026-11-23T20:10:00Z"}),
        ("PauseTimeUp", {}),
        ("ReturnAnswered", {"seat": "left", "ready": False}),
    )

    store = open_store(folder, [])

    assert store.sessions.unfinished() is None
    assert store.sessions.waiting() is None
    (past,) = store.sessions.history()
    assert past.ending == "another_time"
    assert fold(store.sessions.log("s1")).over
    store.close()


def _rows(folder: Path) -> dict[str, int]:
    with closing(Database(folder / FILE_NAME, key_of(folder))) as database:
        names = database.read("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: database.read(f'SELECT count(*) FROM "{name}"')[0][0]  # noqa: S608
            for (name,) in names
        }


def test_there_is_a_file_of_every_revision_so_far():
    made = {script.revision for script in _scripts().walk_revisions()}
    assert {*REVISIONS} == made - {HEAD}


@pytest.mark.parametrize("revision", KEPT)
def test_a_file_of_every_revision_is_all_there(folder: Path, revision: str):
    write_earlier(revision, folder)
    before = _rows(folder)

    with closing(open_store(folder, [])) as store:
        assert store.database.revision() == HEAD
        for past in store.sessions.history():
            assert fold(store.sessions.log(past.id)).over == (past.ending is not None)
        assert store.notebook.page(None, 99)
        assert store.couple.couple().name(Seat.RIGHT) == "Tomas"
        assert store.left_aside(KeptKind) == 0
        copies = [copy.holding is not None for copy in store.copies.found()]
        assert copies == [True] * (revision != HEAD)

    assert before.items() <= _rows(folder).items()


ASKED = [("joys.best_ten_minutes",), ("joys.everyday_sound",), ("joys.good_morning",)]


def write_third_revision(folder: Path) -> None:
    """What an earlier Nearer has written, row by row; nothing here was written by today's code."""
    write_earlier("r0003", folder)


def test_a_whole_file_of_the_third_revision_is_all_there(folder: Path):
    write_third_revision(folder)

    store = open_store(folder, [])

    assert store.database.revision() == HEAD
    assert store.couple.couple().name(Seat.RIGHT) == "Tomas"
    made_one, brought = store.appointments.appointments()
    assert (made_one.place, made_one.will, brought.place) == ("the kitchen", "bring tea", "")
    (ritual,) = store.rituals.rituals()
    assert (ritual.name, ritual.meaning) == ("Tea on the stairs", "The day may stay outside.")
    assert (ritual.days, ritual.at, ritual.agreed) == ({4}, time(20), set(Seat))
    (pick,) = store.activities.picks(date(2026, 1, 1))
    assert (pick.week, pick.idea_id, pick.at) == (date(2026, 11, 23), "new_dish", made_one.at)
    assert store.activities.block().began_on == pick.week
    finished, waits, cut_off = store.sessions.history()
    assert finished.ending == "finished"
    assert [one.prompt_ids for one in (finished, waits, cut_off)] == ASKED
    assert finished.said == Both(PrivateRatings(3, 8, 2), PrivateRatings(3, 8, 2))
    assert {one.depth for one in (finished, waits, cut_off)} == {None}
    assert len(store.notebook.page(None, 99)) == 8
    assert [one.theme_id for one in store.sessions.history()] == ["joys"] * 3

    # The one that was cut off goes on where it stood, and so does the one that waits.
    clock = HandClock()
    sessions = sessions_of(store, clock)
    clock.move_wall((made_one.at - clock.now()).total_seconds())
    unfinished = sessions.unfinished()
    assert unfinished.id == cut_off.id
    assert isinstance(fold(unfinished.events).step, HeardCheck)
    leader = sessions.take_up(unfinished)
    leader.carry_on()
    play_through(leader, clock)
    waiting = sessions.waiting()
    assert (waiting.id, store.sessions.waits_until()) == (waits.id, waits.waits_until)
    leader = sessions.come_back(waiting)
    leader.handle(ComeBack())
    for seat in Seat:
        assert leader.handle(AnswerReturn(seat, ready=True)) is None
    assert leader.handle(FinishRecap(Seat.RIGHT)) is None
    play_through(leader, clock)
    assert [one.ending for one in store.sessions.history()] == ["finished"] * 3
    store.close()


_RATED = {
    "well": [
        ("ReadinessAnswered", {"seat": "left", "tension": 2, "fine_today": True}),
        ("ReadinessAnswered", {"seat": "right", "tension": 6, "fine_today": True}),
        ("Rated", {"seat": "right", "heard": 3, "tension": 9}),
        ("Rated", {"seat": "left", "heard": 8, "tension": 1}),
    ],
    "turned lighter": [
        ("ReadinessAnswered", {"seat": "left", "tension": 1, "fine_today": True}),
        ("ReadinessAnswered", {"seat": "right", "tension": 0, "fine_today": True}),
        ("TurnedLighter", {}),
    ],
    "another time": [
        ("ReadinessAnswered", {"seat": "right", "tension": 7, "fine_today": True}),
        ("ReadinessAnswered", {"seat": "left", "tension": 0, "fine_today": True}),
    ],
    "not today": [
        ("ReadinessAnswered", {"seat": "right", "tension": 0, "fine_today": False}),
        ("ReadinessAnswered", {"seat": "left", "tension": 0, "fine_today": True}),
    ],
    "cut off": [("ReadinessAnswered", {"seat": "left", "tension": 9, "fine_today": False})],
    "not asked": [],
}


def test_what_was_said_in_earlier_sessions_is_read_from_their_events(folder: Path):
    store = open_store(folder, [])
    at = {"at": "2026-11-23T20:00:00Z", "clock": 0.0}
    with store.database.migration() as link:
        config = Config()
        config.set_main_option("script_location", MIGRATIONS)
        config.attributes["connection"] = link
        command.downgrade(config, "r0003")
        names = "id, format_id, theme_id, introducer, first_speaker, introduced, talked, began_at"
        names += ", clock_mark, spoken_left_s, spoken_right_s, was_hard, left_in_pause"
        for n, (key, log) in enumerate(_RATED.items()):
            values = (key, "theme_talk", "home", "left", "right", 1, 1, n, 0, 0, 0, 0, 0)
            places = ", ".join("?" * len(values))
            link.exec_driver_sql(
                f"INSERT INTO guided_session ({names}) VALUES ({places})",  # noqa: S608
                values,
            )
            for seq, (kind, data) in enumerate(log):
                row = (key, seq, kind, json.dumps({"at": at, **data}))
                link.exec_driver_sql("INSERT INTO session_event VALUES (?, ?, ?, ?)", row)
    store.close()

    again = open_store(folder, [])
    found = {past.id: past for past in again.sessions.history()}

    assert found["well"].said == Both(PrivateRatings(2, 8, 1), PrivateRatings(6, 3, 9))
    assert found["turned lighter"].said == Both(PrivateRatings(1), PrivateRatings(0))
    assert found["cut off"].said == Both(PrivateRatings(9), PrivateRatings())
    assert found["not asked"].said == Both(PrivateRatings(), PrivateRatings())
    lighter = {key for key, past in found.items() if past.lighter}
    assert lighter == {"turned lighter", "another time", "not today"}
    assert {past.depth for past in found.values()} == {None}
    again.close()


def test_what_is_read_from_the_events_is_what_was_written_with_them(folder: Path):
    store, clock = open_store(folder, []), HandClock()
    play_through(sessions_of(store, clock).begin(a_plan()), clock)
    before = store.sessions.history()
    _go(store.database, "r0003")
    _go(store.database, "head")
    store.close()
    again = open_store(folder, [])
    assert again.sessions.history() == before
    assert before[0].said == Both(PrivateRatings(3, 8, 2), PrivateRatings(3, 8, 2))
    again.close()


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
    folder.mkdir()
    (folder / "first-start").touch()
    open_vault(folder, folder / FILE_NAME, [])
    (folder / FILE_NAME).touch()

    store = open_store(folder, [])

    assert store.database.revision() == HEAD
    store.close()
