"""`coupleapp pack …` as a person uses it: another process, its words, its exit code."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coupleapp.application.packs import Packs
from coupleapp.console.packs import add, remove, shelf
from coupleapp.desktop.single_instance import Outcome, SingleInstance
from coupleapp.packs import json_schema
from coupleapp.shell.options import Options
from coupleapp.store import open_store
from tests.console.test_commands import nearer
from tests.packs.mutations import RICH, TEMPLATE
from tests.store.helpers import remove_both

pytestmark = pytest.mark.slow

TEXT = TEMPLATE.decode()
ADDS = (
    "It adds 1 theme with 2 questions; 1 question more for themes of Nearer; 1 kind of sitting; "
    "1 line for the listener. At its deepest: easy to begin."
)
OPEN = "Nearer is open with this folder. Nothing was changed."


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch):
    """A test leaves no secret in the keyring of whoever runs it."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "tea.toml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


def kept(data: Path) -> list[tuple[str, bool]]:
    store = open_store(data, [])
    found = [(pack.id, pack.on) for pack in store.packs.packs()]
    store.close()
    return found


# -- check


def test_check_says_what_a_pack_would_add_and_makes_nothing(file, tmp_path):
    done = nearer("pack", "check", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "At the kitchen table",
        "Your name · version 1 · English",
        "Small questions for an evening with tea. Nothing here needs to be solved.",
        ADDS,
        "  Theme: The table (easy to begin)",
        "  Sitting: One cup of tea (10 minutes, light)",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tea.toml"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("depth = 2", "depth = 9", "tea.toml, line 53: “depth” is at most 5. Nothing was changed."),
        ('theme = "joys"', 'theme = "joy"', "tea.toml, line 63: The id of a prompt here begins"),
        ("[pack]", "[pack", "tea.toml, line 18: A closing bracket is missing here."),
    ],
)
def test_check_says_which_line_is_not_right_yet(file, old, new, reason):
    file.write_text(TEXT.replace(old, new, 1), "utf-8")
    done = nearer("pack", "check", file)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(reason)
    assert done.stderr.count("\n") == 1


def test_check_of_no_file(tmp_path):
    done = nearer("pack", "check", tmp_path / "gone.toml")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "gone.toml: This is not a file that can be opened. Nothing was changed.\n"
    )


def check_in(code: str, file: Path, **where: int) -> subprocess.CompletedProcess[bytes]:
    """With an encoding as other systems have it."""
    return subprocess.run(
        [sys.executable, "-m", "coupleapp", "pack", "check", str(file)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONIOENCODING": code},
        check=True,
        **where,
    )


def test_a_console_without_our_letters_says_it_with_others(file):
    pty = pytest.importorskip("pty")
    ours, terminal = pty.openpty()
    check_in("ascii", file, stdout=terminal)
    assert b"Your name ? version 1 ? English" in os.read(ours, 4096)
    for end in (ours, terminal):
        os.close(end)


@pytest.mark.parametrize("code", ["cp1252", "cp932", "ascii"])
def test_another_program_gets_utf_8_on_every_system(file, code):
    said = check_in(code, file, stdout=subprocess.PIPE).stdout
    assert "Your name · version 1 · English" in said.decode("utf-8")


@pytest.mark.parametrize("code", ["cp1252", "cp932"])
def test_a_template_sent_to_a_file_is_a_pack(code, tmp_path):
    mine = tmp_path / "mine.toml"
    with mine.open("wb") as out:
        subprocess.run(
            [sys.executable, "-m", "coupleapp", "pack", "template"],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONIOENCODING": code},
            check=True,
            stdout=out,
        )
    assert nearer("pack", "check", mine).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full (Linux)")
def test_where_nothing_can_be_written_it_is_one_sentence():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coupleapp", "pack", "template"],
            cwd=Path(__file__).parents[2],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.stderr == "What Nearer says could not be written there.\n"


# -- add, list, remove


def test_a_pack_comes_and_goes(file, data):
    assert nearer("pack", "list", "--data-dir", data).stdout == "No pack is here yet.\n"
    assert not data.exists()
    done = nearer("pack", "add", file, "--data-dir", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("At the kitchen table\n")
    assert done.stdout.endswith("“At the kitchen table” is here now.\n")
    assert kept(data) == [("kitchen_table", True)]

    listed = nearer("--data-dir", data, "pack", "list")
    assert listed.stdout == (
        "kitchen_table  At the kitchen table, Your name · version 1 · English  (in use)\n"
    )
    gone = nearer("pack", "remove", "kitchen_table", "--data-dir", data)
    assert (gone.returncode, gone.stderr) == (0, "")
    assert "Talks and notes stay" in gone.stdout
    assert kept(data) == []


def test_versions_on_the_console(file, data):
    file.write_text(TEXT.replace("version = 1", "version = 2"), "utf-8")
    nearer("pack", "add", file, "--data-dir", data)
    again = nearer("pack", "add", file, "--data-dir", data)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.endswith("This pack is here already, word for word.\n")
    file.write_text(TEXT, "utf-8")
    older = nearer("pack", "add", file, "--data-dir", data)
    assert older.returncode == 1
    assert older.stderr.startswith("A newer one is here: version 2.")
    file.write_text(TEXT.replace("version = 1", "version = 3"), "utf-8")
    newer = nearer("pack", "add", file, "--data-dir", data)
    assert newer.returncode == 0
    assert "It takes the place of version 2, which is here now.\n" in newer.stdout
    assert "version 3" in nearer("pack", "list", "--data-dir", data).stdout


def test_a_damaged_file_is_not_taken_in_and_makes_no_folder(file, data):
    file.write_text(TEXT.replace("schema = 1", ""), "utf-8")
    done = nearer("pack", "add", file, "--data-dir", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "tea.toml: “schema” is missing here. Nothing was changed.\n"
    assert not data.exists()


def test_nothing_is_changed_while_nearer_is_open(file, data, qapp):
    data.mkdir()
    open_store(data, []).close()
    instance = SingleInstance(data)
    assert instance.become_first() is Outcome.FIRST
    for command in (("add", file), ("remove", "kitchen_table"), ("list",)):
        done = nearer("pack", *command, "--data-dir", data)
        assert done.returncode == 1
        assert done.stderr.startswith(OPEN)
        assert "page “Packs”" in done.stderr
    assert kept(data) == []
    instance.release()
    assert nearer("pack", "add", file, "--data-dir", data).returncode == 0


def test_nearer_cannot_start_in_the_middle(file, data, qapp, monkeypatch, capsys):
    tried = []

    class Watched(Packs):
        def shelf(self):
            tried.append(SingleInstance(data).become_first(patience_s=0.1))
            return super().shelf()

        def look_at(self, path):
            tried.append(SingleInstance(data).become_first(patience_s=0.1))
            return super().look_at(path)

    monkeypatch.setattr("coupleapp.console.packs.Packs", Watched)
    monkeypatch.setattr("coupleapp.console.packs.QCoreApplication", lambda _: qapp)
    options = Options(data_dir=data)
    assert add(options, file) == shelf(options) == remove(options, "kitchen_table") == 0
    assert len(tried) > 3
    assert set(tried) == {Outcome.UNREACHABLE}
    later = SingleInstance(data)
    assert later.become_first() is Outcome.FIRST
    later.release()


def test_remove_of_a_pack_that_is_not_here(file, data):
    nobody = nearer("pack", "remove", "ruth", "--data-dir", data)
    assert (nobody.returncode, nobody.stderr) == (1, "No pack is here yet.\n")
    nearer("pack", "add", file, "--data-dir", data)
    other = nearer("pack", "remove", "ruth", "--data-dir", data)
    assert (other.returncode, other.stdout) == (1, "")
    assert other.stderr.startswith("No pack here is called 'ruth'.")
    assert kept(data) == [("kitchen_table", True)]


def test_list_names_one_that_lies_aside_and_one_that_cannot_be_read(file, data):
    file.write_bytes(RICH)
    nearer("pack", "add", file, "--data-dir", data)
    file.write_text(TEXT, "utf-8")
    nearer("pack", "add", file, "--data-dir", data)
    store = open_store(data, [])
    store.packs.switch("ruth", on=False)
    with store.database.transaction() as work:
        work.connection().exec_driver_sql(
            "UPDATE pack SET text = 'schema = 2' WHERE id = 'kitchen_table'"
        )
    store.close()
    lines = nearer("pack", "list", "--data-dir", data).stdout.splitlines()
    assert lines[0].endswith("(put aside)")
    assert lines[1].startswith("kitchen_table  This Nearer cannot read it")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_store_that_cannot_be_opened_is_said(file, data):
    nearer("pack", "add", file, "--data-dir", data)
    remove_both(data / "key")
    before = (data / "nearer.db").read_bytes()
    for command in (("add", file), ("list",), ("remove", "kitchen_table")):
        done = nearer("pack", *command, "--data-dir", data)
        assert done.returncode == 1
        assert "its key was not found" in done.stderr
    assert (data / "nearer.db").read_bytes() == before


# -- template and schema


def test_the_template_is_written_and_is_a_pack(tmp_path):
    output = tmp_path / "mine.toml"
    done = nearer("pack", "template", "--output", output)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Written: {output}.")
    assert output.read_bytes() == TEMPLATE
    assert nearer("pack", "check", output).returncode == 0
    if os.name != "nt":
        assert stat.S_IMODE(output.stat().st_mode) == 0o600
    again = nearer("pack", "template", "--output", output)
    assert (again.returncode, again.stdout) == (1, "")
    assert "is there already" in again.stderr


def test_the_template_on_the_console_is_the_same():
    assert nearer("pack", "template").stdout == TEXT


def test_the_schema_is_written(tmp_path):
    output = tmp_path / "form.json"
    assert nearer("pack", "schema", "--output", output).returncode == 0
    assert json.loads(output.read_text("utf-8")) == json_schema()
    assert json.loads(nearer("pack", "schema").stdout) == json_schema()


def test_whoever_stops_reading_hears_no_complaint():
    with subprocess.Popen(
        [sys.executable, "-m", "coupleapp", "pack", "template"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("pack",), "required: verb"),
        (("pack", "eat"), "invalid choice: 'eat'"),
        (("pack", "check"), "required: FILE"),
        (("pack", "add"), "required: FILE"),
        (("pack", "remove"), "required: ID"),
    ],
)
def test_bad_words_are_refused_before_anything_is_opened(arguments, words, data):
    done = nearer("--data-dir", data, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert not data.exists()
