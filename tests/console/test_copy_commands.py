"""doctor, backup and restore as a person uses them."""

import os
import shutil
import stat
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.domain.couple import Couple
from coupleapp.domain.settings import Settings
from coupleapp.store import FILE_NAME, open_store
from coupleapp.store.copies import COPIES
from tests.console.test_commands import nearer, no_keyring  # noqa: F401 - a fixture
from tests.store.helpers import NOW, PAGE, bytes_of, entry

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of a couple with a copy of one line, and two lines in the file."""
    folder = tmp_path / "data"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomás", NOW.date()), Settings())
        store.notebook.add(entry("e1"))
        store.copies.make(NOW)
        store.notebook.add(entry("e2"))
    return folder


def damage(folder: Path) -> None:
    path = folder / FILE_NAME
    path.write_bytes(b"x" * PAGE + path.read_bytes()[PAGE:])


def kept_in(folder: Path) -> dict[str, bytes]:
    """All but the lock, which whoever takes the folder leaves there, empty."""
    found = bytes_of(folder)
    assert found.pop("nearer.lock", b"") == b""
    return found


def lines_in(folder: Path) -> int:
    with closing(open_store(folder, [])) as store:
        return len(store.notebook.page(None, 9))


def test_the_doctor_says_that_all_is_well_and_changes_nothing(folder):
    before = bytes_of(folder)
    done = nearer("doctor", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Your notebook and its key are whole." in done.stdout
    assert "2 lines in your notebook" in done.stdout
    assert "1 line in your notebook" in done.stdout
    assert "a line" not in done.stdout
    assert bytes_of(folder) == before


def test_the_doctor_says_what_is_wrong_and_what_to_do(folder):
    damage(folder)
    before = bytes_of(folder)
    done = nearer("doctor", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "could not be read" in done.stdout
    (copy,) = (folder / COPIES).glob("*.db")
    assert f"coupleapp restore {copy}" in done.stdout
    assert bytes_of(folder) == before

    taken = nearer("restore", copy, "--data-dir", folder)
    assert (taken.returncode, taken.stderr) == (0, "")
    (aside,) = folder.glob("nearer-damaged-*.db")
    assert str(aside) in taken.stdout
    assert lines_in(folder) == 1
    assert nearer("doctor", "--data-dir", folder).returncode == 0


def test_a_loss_is_told_by_every_command_and_nothing_is_made_over_it(folder):
    (folder / FILE_NAME).unlink()
    before = kept_in(folder)
    for command in (
        ("doctor",),
        ("backup",),
        ("reminders",),
        ("pack", "list"),
        ("export", "--format", "json", "--output", folder / "out.json"),
    ):
        done = nearer(*command, "--data-dir", folder)
        assert done.returncode == 1
        assert "not where it was" in done.stdout + done.stderr
    assert kept_in(folder) == before


def test_where_nothing_is_there_is_nothing_to_look_at(tmp_path):
    for command in ("doctor", "backup"):
        done = nearer(command, "--data-dir", tmp_path / "none")
        assert done.returncode == 1
        assert "There is no folder" in done.stderr
    assert not (tmp_path / "none").exists()
    (tmp_path / "empty").mkdir()
    for command in ("doctor", "backup"):
        done = nearer(command, "--data-dir", tmp_path / "empty")
        assert done.returncode == 1
        assert "Nothing is kept here yet" in done.stderr


def test_a_copy_goes_where_it_is_wanted_and_comes_back_from_there(folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    file = stick / "ours.db"
    done = nearer("backup", file, "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert set(bytes_of(stick)) == {"ours.db", "ours.keys.json"}
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in stick.iterdir()} == {0o600}
    again = nearer("backup", file, "--data-dir", folder)
    assert again.returncode == 1
    assert "is there already" in again.stderr

    (stick / "theirs.keys.json").write_bytes(b"somebody's")
    for name, words in (("theirs.db", "is there already"), ("none/ours.db", "There is no folder")):
        refused = nearer("backup", stick / name, "--data-dir", folder)
        assert refused.returncode == 1
        assert words in refused.stderr
    assert (stick / "theirs.keys.json").read_bytes() == b"somebody's"
    assert len(bytes_of(stick)) == 3

    for name in (FILE_NAME, "keys.json"):
        (folder / name).unlink()
    shutil.rmtree(folder / COPIES)
    assert nearer("restore", file, "--data-dir", folder).returncode == 0
    assert lines_in(folder) == 2


def test_one_more_among_the_others(folder):
    assert nearer("backup", "--data-dir", folder).returncode == 0
    assert len(list((folder / COPIES).glob("*.db"))) == 2


def test_what_is_no_copy_changes_nothing(folder, tmp_path):
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"Dear Tomas")
    before = kept_in(folder)
    for file, words in ((letter, "could not be read"), (tmp_path / "none.db", "There is no file")):
        done = nearer("restore", file, "--data-dir", folder)
        assert done.returncode == 1
        assert words in done.stderr
    assert kept_in(folder) == before


# -- the second place


@pytest.fixture
def stick(folder: Path, tmp_path: Path) -> Path:
    """The one this couple has chosen."""
    place = tmp_path / "stick"
    place.mkdir()
    with closing(open_store(folder, [])) as store:
        chosen = Settings(second_place=str(place))
        store.couple.save(Couple("Maya", "Tomás", NOW.date()), chosen)
    return place


def test_the_doctor_says_how_it_stands_with_it(folder, stick):
    assert nearer("backup", "--data-dir", folder).stdout.splitlines()[-1] == (
        f"Second place: {stick}. It lies there, too."
    )
    before = bytes_of(folder), bytes_of(stick)
    done = nearer("doctor", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Second place: {stick}. Copies there: 2; of these read through: 2." in done.stdout
    assert (bytes_of(folder), bytes_of(stick)) == before

    (path, _) = stick.glob("*.db")
    path.write_bytes(path.read_bytes()[:5000])
    done = nearer("doctor", "--data-dir", folder)
    assert done.returncode == 0
    assert "Copies there: 2; of these read through: 1." in done.stdout


def test_a_stick_that_is_away_is_no_failure(folder, stick):
    stick.rmdir()
    made = nearer("backup", "--data-dir", folder)
    assert (made.returncode, made.stderr) == (0, "")
    assert "It was not there at the last copy" in made.stdout
    done = nearer("doctor", "--data-dir", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Second place: {stick}. It is not there just now. It was not" in done.stdout
