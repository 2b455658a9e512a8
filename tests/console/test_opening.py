"""Commands over a notebook with a passphrase, as a person types it at a terminal."""

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.application.lock import Lock
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import Passphrase, SheetCode
from coupleapp.domain.settings import Settings
from coupleapp.store import open_store
from tests.console.test_commands import nearer, no_keyring  # noqa: F401 - a fixture
from tests.store.helpers import NOW, bytes_of, entry

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX"),
]

OURS = Passphrase("four words we say")
SHEET = SheetCode("23456789ABCDEFGHJKMNPQRSTUVW")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomás", NOW.date()), Settings())
        store.notebook.add(entry("e1"))
        Lock(store.lock).choose(OURS)
        Lock(store.lock).take(SHEET)
    return folder


def at_terminal(*arguments: object, typed: list[str | bytes]) -> tuple[int, str]:
    """The exit code, and all that stood there; each line is typed when it is asked for."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        command = [sys.executable, "-m", "coupleapp", *map(str, arguments)]
        os.execv(sys.executable, command)  # noqa: S606 - ours
    left, seen = list(typed), b""
    while True:
        try:
            some = os.read(terminal, 4096)
        except OSError:
            break  # Linux says so when the other end is closed
        if not some:
            break
        seen += some
        if left and seen.rstrip().endswith(b":") and b":" in some:
            line = left.pop(0)
            os.write(terminal, (line.encode() if isinstance(line, str) else line) + b"\n")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode()


@pytest.mark.parametrize("opener", [OURS.text, " ".join(SHEET.groups), "".join(SHEET.groups)])
def test_the_doctor_asks_for_what_opens_it(folder: Path, opener: str):
    code, seen = at_terminal("doctor", "--data-dir", folder, typed=[opener])

    assert code == 0, seen
    assert "Your notebook and its key are whole." in seen
    assert opener not in seen


def test_a_wrong_one_may_be_typed_again(folder: Path):
    before = bytes_of(folder)

    code, seen = at_terminal("doctor", "--data-dir", folder, typed=["another", OURS.text])
    assert code == 0, seen
    code, seen = at_terminal("doctor", "--data-dir", folder, typed=["one", "two", "three"])
    assert code == 1
    assert "That does not open this notebook." in seen
    assert bytes_of(folder) == before


def test_what_a_terminal_cannot_say_is_no_passphrase(folder: Path):
    code, seen = at_terminal("doctor", "--data-dir", folder, typed=[b"w\xf6rter"])

    assert code == 1
    assert "Traceback" not in seen
    assert "locked with a passphrase" in seen


@pytest.mark.parametrize(
    "command",
    [
        ["doctor"],
        ["backup"],
        ["reminders"],
        ["export", "--format", "json", "--output", "all.json"],
        ["calendar", "--output", "plans.ics"],
        ["pack", "list"],
    ],
)
def test_where_nobody_can_type_it_says_so(folder: Path, command: list[str]):
    before = bytes_of(folder)

    done = nearer(*command, "--data-dir", folder)

    assert done.returncode == 1
    assert "locked with a passphrase" in done.stdout + done.stderr
    assert {name: data for name, data in bytes_of(folder).items() if name in before} == before


def test_everything_is_exported_once_it_is_open(folder: Path, tmp_path: Path):
    output = tmp_path / "all.json"

    code, seen = at_terminal(
        "export", "--format", "json", "--output", output, "--data-dir", folder, typed=[OURS.text]
    )

    assert code == 0, seen
    assert "a line" in output.read_text("utf-8")


def test_a_notebook_moves_to_another_computer_with_a_passphrase_of_its_own(tmp_path: Path):
    folder, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "moved.db"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomás", NOW.date()), Settings())
        store.notebook.add(entry("e1"))
    before = bytes_of(folder)

    code, seen = at_terminal("move", file, "--data-dir", folder, typed=["short", "short"])
    assert (code, file.exists()) == (1, False), seen
    code, seen = at_terminal("move", file, "--data-dir", folder, typed=["on the way", "on my way"])
    assert (code, file.exists()) == (1, False), seen
    code, seen = at_terminal("move", file, "--data-dir", folder, typed=["on the way"] * 2)
    assert (code, file.exists()) == (0, True), seen
    assert {name: data for name, data in bytes_of(folder).items() if name in before} == before

    code, seen = at_terminal("restore", file, "--data-dir", there, typed=["on the way"])
    assert code == 0, seen
    with closing(open_store(there, [Passphrase("on the way")])) as store:
        assert len(store.notebook.page(None, 9)) == 1


def test_one_with_a_passphrase_moves_with_it(folder: Path, tmp_path: Path):
    file, there = tmp_path / "moved.db", tmp_path / "there"

    code, seen = at_terminal("move", file, "--data-dir", folder, typed=[OURS.text])

    assert code == 0, seen
    code, seen = at_terminal("restore", file, "--data-dir", there, typed=[OURS.text])
    assert code == 0, seen


@pytest.mark.parametrize("ways", ["a passphrase", "a sheet", "neither"])
def test_a_copy_says_what_opens_it(tmp_path: Path, ways: str):
    folder, file = tmp_path / "data", tmp_path / "copy.db"
    with closing(open_store(folder, [])) as store:
        store.couple.save(Couple("Maya", "Tomás", NOW.date()), Settings())
        if ways == "a passphrase":
            Lock(store.lock).choose(OURS)
        elif ways == "a sheet":
            Lock(store.lock).take(SHEET)

    _, seen = at_terminal("backup", file, "--data-dir", folder, typed=[OURS.text])

    said = {
        "a passphrase": "your passphrase opens them on any computer",
        "a sheet": "your recovery sheet opens them on any computer",
        "neither": "without a passphrase or a sheet they open on this computer only",
    }
    assert said[ways] in seen
