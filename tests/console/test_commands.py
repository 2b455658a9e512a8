"""The command line as a person uses it: another process, its words, its exit code."""

import json
import os
import shutil
import stat
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from coupleapp import __version__
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual
from coupleapp.domain.settings import Settings
from coupleapp.packs import load_programme
from coupleapp.store import open_store

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
HANGS_S = 900


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch):
    """A test leaves no secret in the keyring of whoever runs it."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


def nearer(*arguments: str | Path, house: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run it and wait for its end; no command here opens a window."""
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", *map(str, arguments)],
        cwd=house,
        check=False,
        capture_output=True,
        text=True,
        timeout=HANGS_S,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


# -- saying what it is


def test_help_names_every_way():
    done = nearer("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for way in ("--version", "--background", "--data-dir", "--speed", "--now", "--self-test"):
        assert way in done.stdout
    assert "export" in done.stdout


def test_version():
    done = nearer("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Nearer {__version__}\n", "")


def test_the_installed_command_is_the_same_program():
    command = Path(sys.executable).with_name("coupleapp" + (".exe" if os.name == "nt" else ""))
    done = subprocess.run([command, "--version"], check=True, capture_output=True, text=True)
    assert done.stdout == f"Nearer {__version__}\n"


# -- saying no


@pytest.mark.parametrize("asked", [("--speed", "60"), ("--now", "2026-11-23T21:30")])
def test_a_rehearsal_needs_a_folder_of_its_own(asked, tmp_path):
    done = nearer(*asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert "need --data-dir" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--speed", "fast"), "'fast' is not a number from 0.01 to 1000"),
        (("--speed", "0"), "'0' is not a number from 0.01 to 1000"),
        (("--speed", "-5"), "'-5' is not a number from 0.01 to 1000"),
        (("--speed", "nan"), "'nan' is not a number from 0.01 to 1000"),
        (("--speed", "inf"), "'inf' is not a number from 0.01 to 1000"),
        (("--now", "tomorrow"), "'tomorrow' is not a date and time like"),
        (("--now", "2026-13-40T25:00"), "is not a date and time like"),
        (("--now", "0001-01-01T00:00"), "choose a year from 1971 to 8999"),
        (("--now", "9999-12-31T23:59-12:00"), "choose a year from 1971 to 8999"),
        (("--data-dir", ""), "argument --data-dir: give it a folder, or leave it away"),
        (("doctor", "--data-dir", ""), "argument --data-dir: give it a folder, or leave it away"),
        (
            ("restore", "x", "--data-dir", ""),
            "argument --data-dir: give it a folder, or leave it away",
        ),
        (("export", "--data-dir", " "), "argument --data-dir: give it a folder, or leave it away"),
        (("--nearer",), "unrecognized arguments: --nearer"),
        (("calendar",), "--output"),
        (("report",), "invalid choice: 'report'"),
        (("export",), "--format, --output"),
        (("export", "--format", "json"), "--output"),
        (("export", "--format", "pdf", "--output", "x"), "invalid choice: 'pdf'"),
    ],
)
def test_bad_values_are_refused_before_anything_is_opened(arguments, words, tmp_path):
    data = tmp_path / "data"
    done = nearer("--data-dir", data, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert not data.exists()


# -- export


@pytest.fixture
def kept(tmp_path) -> Path:
    """The folder of a couple who have kept one line."""
    folder = tmp_path / "data"
    store = open_store(folder, [])
    store.couple.save(Couple("Maya", "Tomás", date(2026, 11, 1)), Settings(evening=time(21, 30)))
    line = "You carried the heavy bag — without a word."
    at = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
    store.notebook.add(NotebookEntry("e1", EntryKind.FREE, Seat.LEFT, line, at))
    store.close()
    return folder


def read_calendar(path: Path) -> Calendar:
    return Calendar.from_ical(path.read_bytes())


def export(folder: Path, output: Path) -> subprocess.CompletedProcess[str]:
    return nearer("export", "--format", "json", "--output", output, "--data-dir", folder)


def test_nothing_to_export_yet(tmp_path):
    (tmp_path / "data").mkdir()
    done = export(tmp_path / "data", tmp_path / "out.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is nothing to export yet.\n"
    assert not (tmp_path / "out.json").exists()


READERS = [
    ("export", "--format", "json", "--output", "out"),
    ("calendar", "--output", "out"),
    ("reminders",),
]


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_what_only_reads_makes_no_folder(command, tmp_path):
    data = tmp_path / "data"
    done = nearer(*command, "--data-dir", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"There is no folder {data}, and none was made.\n"
    assert not data.exists()


@pytest.mark.parametrize("command", [*READERS, ("pack", "list")], ids=lambda command: command[0])
def test_a_file_in_the_place_of_the_folder_is_said(command, tmp_path):
    (tmp_path / "data").write_bytes(b"mine")
    done = nearer(*command, "--data-dir", tmp_path / "data")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is something else where Nearer keeps its folder,")
    assert (tmp_path / "data").read_bytes() == b"mine"


def test_export_writes_what_is_kept(kept, tmp_path):
    output = tmp_path / "out.json"
    done = export(kept, output)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Written: {output}.")
    found = json.loads(output.read_text("utf-8"))
    assert found["couple"] == {"left": "Maya", "right": "Tomás", "since": "2026-11-01"}
    assert [entry["text"] for entry in found["notebook"]] == [
        "You carried the heavy bag — without a word."
    ]
    assert found["sessions"] == []


def test_export_says_what_could_not_be_read(kept, tmp_path):
    store = open_store(kept, [])
    store.notebook.add(NotebookEntry("odd", EntryKind.FREE, None, "marzipan", datetime.now(UTC)))
    with store.database.transaction() as work:
        work.connection().exec_driver_sql("UPDATE notebook_entry SET kind = 'odd' WHERE id = 'odd'")
    store.close()
    done = export(kept, tmp_path / "out.json")
    assert done.returncode == 0
    assert "One entry could not be read. It stays in the file as it is;" in done.stdout
    assert "marzipan" not in done.stdout + done.stderr
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["notebook"]) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_can_read_the_export(kept, tmp_path):
    export(kept, tmp_path / "out.json")
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o600


def test_export_never_writes_over_a_file(kept, tmp_path):
    output = tmp_path / "out.json"
    output.write_text("mine")
    done = export(kept, output)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{output} is there already. Nothing was changed; choose another name.\n"
    )
    assert output.read_text() == "mine"


def test_export_into_a_folder_that_is_not_there(kept, tmp_path):
    output = tmp_path / "nowhere" / "out.json"
    done = export(kept, output)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{output} could not be written. Nothing you keep was changed.\n"


def test_export_of_a_damaged_file_says_so_and_leaves_it(kept, tmp_path):
    file = kept / "nearer.db"
    whole = file.read_bytes()
    damaged = whole[:5000] + bytes(200) + whole[5200:]
    file.write_bytes(damaged)
    done = export(kept, tmp_path / "out.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert "The file was left exactly as it is." in done.stderr
    assert not (tmp_path / "out.json").exists()
    assert file.read_bytes() == damaged


# -- calendar


def plan_ahead(folder: Path) -> None:
    store = open_store(folder, [])
    soon = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    store.appointments.keep(Appointment("a1", soon, "Küche", "listen"))
    both = frozenset(Seat)
    store.rituals.keep(OwnRitual("r1", "Tea", "rest", frozenset({4}), time(20), both, soon))
    store.rituals.keep(OwnRitual("r2", "Walk", "air", frozenset({6}), time(10), frozenset(), soon))
    store.close()


@pytest.mark.parametrize("ours", [False, True])
def test_calendar_writes_what_is_agreed(kept, tmp_path, ours):
    plan_ahead(kept)
    output = tmp_path / "ours.ics"
    words = ["--our-words"] if ours else []
    done = nearer("calendar", "--output", output, "--data-dir", kept, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Written: {output}.")
    found = {str(one["UID"]): str(one["SUMMARY"]) for one in read_calendar(output).events}
    talk, tea = ("Our talk", "Tea") if ours else ("Time for us two", "Time for us two")
    assert found == {"a1@nearer": talk, "r1@nearer": tea}
    assert ("Küche" in output.read_text("utf-8")) is ours
    if os.name != "nt":
        assert stat.S_IMODE(output.stat().st_mode) == 0o600


def test_calendar_never_writes_over_a_file(kept, tmp_path):
    output = tmp_path / "ours.ics"
    output.write_text("mine")
    done = nearer("calendar", "--output", output, "--data-dir", kept)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is there already" in done.stderr
    assert output.read_text() == "mine"


# -- self-test


@pytest.fixture
def house(tmp_path) -> Path:
    """A copy of the program that a test may damage."""
    house = tmp_path / "house"
    for part in ("coupleapp", "resources"):
        shutil.copytree(ROOT / part, house / part, ignore=shutil.ignore_patterns("__pycache__"))
    return house


@pytest.mark.minutes
def test_self_test_plays_every_format_says_so_and_leaves_nothing_behind(tmp_path, monkeypatch):
    (tmp_path / "scratch").mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path / "scratch"))
    before = sorted(Path.home().rglob("*.db"))
    done = nearer("--self-test")
    assert (done.returncode, done.stderr) == (0, "")
    *played, verdict = done.stdout.splitlines()
    formats = load_programme(ROOT / "resources" / "programme").programme.formats
    assert len(formats) >= 1
    assert [line.partition(":")[0] for line in played] == [kind.id for kind in formats]
    assert all("played 2 times to its end" in line for line in played)
    assert verdict == "self-test: all well"
    assert list((tmp_path / "scratch").iterdir()) == []
    assert sorted(Path.home().rglob("*.db")) == before


def not_toml(programme: Path) -> None:
    (programme / "03_home.toml").write_text("title = ")


def half_a_format(programme: Path) -> None:
    file = programme / "theme_talk.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: len(text) // 2], "utf-8")


def no_format(programme: Path) -> None:
    for file in programme.glob("*.toml"):
        if "[[formats]]" in file.read_text("utf-8"):
            file.unlink()


def no_theme(programme: Path) -> None:
    for file in programme.glob("[0-9]*.toml"):
        file.unlink()


def nothing(programme: Path) -> None:
    shutil.rmtree(programme)


@pytest.mark.parametrize("damage", [not_toml, half_a_format, no_format, no_theme, nothing])
def test_self_test_finds_a_damaged_programme(damage, house):
    damage(house / "resources" / "programme")
    done = nearer("--self-test", house=house)
    assert done.returncode == 1, done.stdout
    assert done.stdout.splitlines()[-1].startswith("self-test: failed, ")
    assert "all well" not in done.stdout
    assert done.stderr == ""


# -- what reminds when


def settled(folder: Path, since: date = date(2026, 11, 20), **chosen) -> None:
    store = open_store(folder, [])
    store.couple.save(Couple("Maya", "Tomás", since), Settings(**chosen))
    store.close()


def test_reminders_are_told_without_a_window_in_local_time(tmp_path):
    settled(tmp_path, date(2026, 3, 20), evening=time(21, 30))
    before = (tmp_path / "nearer.db").read_bytes()
    told = nearer(
        *("reminders", "--data-dir", tmp_path),
        *("--now", "2026-03-27T22:00+01:00", "--zone", "Europe/Berlin"),
    )
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    # The clocks go forward in the night before the 29th.
    assert lines[:3] == [
        "2026-03-27 22:00  the quiet moment of the evening",
        "2026-03-28 21:30  the quiet moment of the evening",
        "2026-03-29 21:30  the quiet moment of the evening",
    ]
    # Without a screen no window comes, and there is nothing to ask about one.
    assert lines[3].endswith("So the question waits for you on Home.")
    assert len(lines) == 3 + 3
    assert (tmp_path / "nearer.db").read_bytes() == before


def test_the_same_evening_elsewhere(tmp_path):
    settled(tmp_path, evening=time(21, 30), invite_at=None)
    for zone, first in (("Asia/Tokyo", "2026-11-24"), ("America/New_York", "2026-11-23")):
        told = nearer(
            *("reminders", "--data-dir", tmp_path),
            *("--now", "2026-11-23T15:00Z", "--zone", zone),
        )
        assert told.stdout.startswith(f"{first} 21:30  ")


def test_a_rest_is_told_with_its_end(tmp_path):
    settled(tmp_path, evening=time(21, 30), invite_at=None, rest_until=date(2026, 11, 30))
    told = nearer("reminders", "--data-dir", tmp_path, "--now", "2026-11-23T12:00Z")
    first, second = told.stdout.splitlines()[:2]
    assert first.startswith("Reminders rest until ")
    assert second.startswith("2026-11-30 21:30")


def test_nothing_chosen_is_told_too(tmp_path):
    settled(tmp_path, evening=None, invite_at=None)
    told = nearer("reminders", "--data-dir", tmp_path)
    assert told.stdout.startswith("Nothing comes by itself")


def test_reminders_of_nobody(tmp_path):
    told = nearer("reminders", "--data-dir", tmp_path)
    assert (told.returncode, told.stderr) == (1, "Nothing is kept here yet, so nothing comes.\n")


def test_a_zone_nobody_knows(tmp_path):
    told = nearer("reminders", "--data-dir", tmp_path, "--zone", "Nowhere/Land")
    assert told.returncode == 2
    assert "'Nowhere/Land' is not a time zone like Europe/Berlin" in told.stderr
