"""A passphrase, from the first one to a forgotten one; and where a known sentence is not found."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import couple
from tests.e2e.atspi import until

pytestmark = pytest.mark.e2e

OURS = "four words we say"
MINE = "a marzipan hour by the canal"


def type_ours(app, *then: str) -> None:
    app.desk.keys(*["space" if letter == " " else letter for letter in OURS], *then)


def choose_passphrase(app) -> None:
    app.screen.press("Settings")
    app.screen.press("Lock")
    app.screen.press("Choose a passphrase")
    app.screen.wait_for("The same once more")
    type_ours(app, "Tab")
    type_ours(app)
    app.screen.press("Take this passphrase")
    app.screen.wait_for("Your passphrase opens your notebook.")


def write_a_line(app) -> None:
    app.screen.press("Notebook")
    app.screen.press("Write")
    app.screen.field("A new entry").write(MINE)
    app.screen.press("Keep it")
    app.screen.wait_for(MINE)


def unlock(app) -> None:
    app.screen.wait_for("Closed for now")
    type_ours(app, "Return")
    app.screen.wait_for("This week")


def found_in(data: bytes) -> bool:
    return any(MINE.encode(code) in data for code in ("utf-8", "utf-16-le"))


def times_in(memory: bytes) -> int:
    return sum(memory.count(MINE.encode(code)) for code in ("utf-8", "utf-16-le"))


def clipboard(app) -> str:
    """As any other program on this desk finds it."""
    ask = "from PySide6.QtGui import QGuiApplication as A; print(A([]).clipboard().text(), end='')"
    command = [sys.executable, "-c", ask]
    done = subprocess.run(command, env=app.desk.env, capture_output=True, text=True, check=True)
    return done.stdout


def memory_of(app) -> bytes:
    """All that the process may read of itself, as a core file would hold it."""
    process = app.process.pid
    found = bytearray()
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            begin, end, rights = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if "rw" not in rights:
                continue
            try:
                memory.seek(int(begin, 16))
                found += memory.read(int(end, 16) - int(begin, 16))
            except (OSError, ValueError, OverflowError):
                continue
    return bytes(found)


@pytest.mark.usefixtures("here_before")
def test_a_locked_notebook_is_nowhere_to_be_read(start):
    app = start()
    write_a_line(app)
    choose_passphrase(app)
    open_copies = times_in(memory_of(app))
    app.desk.keys("ctrl+l")
    app.screen.wait_for("Closed for now")
    assert not any("Maya" in name or MINE in name for name in app.screen.names())
    until(lambda: app.desk.active_window() == "Nearer", lambda: "the neutral title")
    files = [path for path in app.folder.rglob("*") if path.is_file()]
    assert len(files) >= 6
    assert not any(found_in(path.read_bytes()) for path in files)
    if os.geteuid() == 0:
        assert open_copies > 0
        # It is shown as closed before the file is, and what was built over it.
        until(lambda: times_in(memory_of(app)) == 0, lambda: "nothing of it in memory")
    unlock(app)
    assert app.close() == ""


@pytest.mark.usefixtures("here_before")
def test_it_is_locked_again_after_it_was_closed_or_killed(start):
    app = start()
    choose_passphrase(app)
    app.kill()
    app = start()
    unlock(app)
    assert app.close() == ""
    app = start()
    app.screen.wait_for("Closed for now")
    app.desk.keys("w", "r", "o", "n", "g", "Return")
    app.screen.wait_for("That did not open it. Try once more, slowly.")
    assert app.close() == ""


@pytest.mark.usefixtures("here_before")
def test_a_talk_that_is_hidden_goes_on_where_it_was(start):
    app = start()
    couple.until_speaking(app)
    app.desk.keys("ctrl+l")
    app.screen.wait_for("Closed for now")
    app.screen.press("Open our notebook")
    app.screen.press("Carry on")
    app.screen.wait_for("speaks")
    assert app.close() == ""


@pytest.mark.usefixtures("here_before")
def test_what_one_copied_behind_the_curtain_is_not_there_for_the_other(start):
    app = start()
    app.screen.press("Notebook")
    app.screen.press("Write")
    app.screen.field("A new entry").write(MINE)
    app.screen.field("A new entry").focus()
    app.desk.keys("ctrl+a", "ctrl+c")
    until(lambda: clipboard(app) == MINE, lambda: "the copy")
    app.screen.press("Home")
    assert clipboard(app) == MINE
    couple.until_speaking(app)
    assert clipboard(app) == ""
