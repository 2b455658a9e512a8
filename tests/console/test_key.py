"""What is kept can be read without Nearer: the recipe of the README, by another library."""

import os
import re
import stat
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from coupleapp.store import FILE_NAME, open_store
from tests.console.test_commands import nearer, no_keyring  # noqa: F401 - a fixture
from tests.store.helpers import entry

pytestmark = pytest.mark.slow

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with closing(open_store(folder, [])) as store:
        store.notebook.add(entry("e1", "a marzipan hour"))
    return folder


def recipe() -> str:
    (lines,) = re.findall(r"((?:    connection.*\n)+)", README.read_text("utf-8"))
    return re.sub("^    ", "", lines, flags=re.MULTILINE)


def test_another_library_reads_the_file_by_the_recipe(folder: Path, tmp_path: Path, monkeypatch):
    output = tmp_path / "key.txt"

    done = nearer("key", "--output", output, "--data-dir", folder)

    assert done.returncode == 0, done.stderr
    key = output.read_text("ascii").strip()
    assert re.fullmatch(r"[0-9a-f]{64}", key)
    assert key not in done.stdout
    assert "Whoever has it and the file can read all of it" in done.stdout
    if os.name == "posix":
        assert stat.S_IMODE(output.stat().st_mode) == 0o600
    monkeypatch.chdir(folder)
    names = {"apsw": apsw, "key": key}
    exec(recipe(), names)  # noqa: S102 - what the README tells people to do
    with closing(names["connection"]) as connection:
        assert connection.execute("SELECT text FROM notebook_entry").fetchall() == [
            ("a marzipan hour",)
        ]


def test_what_is_there_is_not_written_over(folder: Path, tmp_path: Path):
    output = tmp_path / "key.txt"
    output.write_text("mine")

    assert nearer("key", "--output", output, "--data-dir", folder).returncode == 1
    assert output.read_text() == "mine"


def test_without_the_key_it_is_no_database(folder: Path):
    with (
        closing(apsw.Connection(str(folder / FILE_NAME))) as connection,
        pytest.raises(apsw.NotADBError),
    ):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
