"""Every outcome of a start has a window, and whoever is told to end closes in order."""

import signal
import subprocess
import sys
import time

import pytest

from coupleapp.desktop.folder_lock import FolderLock
from coupleapp.desktop.folder_notes import OpenNote
from tests.e2e import couple
from tests.e2e.atspi import PATIENCE_S
from tests.e2e.desk import RunningApp

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.usefixtures("here_before")
def test_told_to_end_in_the_middle_of_a_talk_it_closes_in_order(start, told):
    app = start()
    couple.until_speaking(app)
    assert (app.folder / "nearer.open").exists()
    app.process.send_signal(told)
    assert app.wait_until_gone() == 0
    assert app.close() == ""
    left = {path.name for path in app.folder.iterdir()}
    assert "nearer.db" in left
    assert left.isdisjoint({"nearer.db-journal", "nearer.open", "nearer.socket"})
    again = start()
    again.screen.wait_for("Carry on where you were?")
    again.screen.press("Carry on")
    again.screen.wait_for("speaks")


@pytest.mark.usefixtures("here_before")
def test_a_newer_one_takes_over_in_the_middle_of_a_talk(start):
    app = start()
    couple.until_speaking(app)
    newer = start(module="tests.e2e.newer")
    assert app.wait_until_gone() == 0
    assert app.close() == ""
    newer.screen.wait_for("Carry on where you were?")
    newer.screen.press("Carry on")
    newer.screen.wait_for("speaks")
    older = start()
    assert older.wait_until_gone() == 0
    assert newer.process.poll() is None, "an older one only shows it"


def test_one_that_does_not_answer_is_said_and_tried_again_by_itself(start, tmp_path):
    (tmp_path / "data").mkdir()
    holding = FolderLock(tmp_path / "data")
    assert holding.take()
    app = start()
    app.screen.wait_for("Nearer is open already")
    app.screen.wait_for("keeps trying by itself")
    app.screen.press("Try again")
    app.screen.wait_for("Nearer is open already")
    assert not (app.folder / "nearer.db").exists()
    holding.release()
    app.screen.wait_for("Good to see you both")


def test_without_a_window_it_is_said_on_the_console(desk, tmp_path):
    holding = FolderLock(tmp_path)
    assert holding.take()
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", "--data-dir", str(tmp_path), "--background"],
        env=desk.env,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    holding.release()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nearer is running already, but does not answer.")


def test_a_page_that_waits_can_be_closed(start, tmp_path):
    (tmp_path / "data").mkdir()
    holding = FolderLock(tmp_path / "data")
    assert holding.take()
    app = start()
    app.screen.press("Close Nearer")
    assert app.wait_until_gone() == 0
    holding.release()


def test_a_synced_folder_is_asked_about_once(desk, tmp_path):
    folder = tmp_path / "Dropbox" / "ours"
    app = RunningApp(desk, folder)
    app.screen.wait_for("Your folder is copied by Dropbox")
    app.screen.press("Close Nearer")
    assert app.wait_until_gone() == 0
    assert not (folder / "nearer.db").exists()
    app.close()
    for first in (True, False):
        app = RunningApp(desk, folder)
        if first:
            app.screen.press("Go on")
        app.screen.wait_for("Good to see you both")
        assert app.close() == ""


def test_another_computer_that_has_it_open_is_named(start, tmp_path):
    (tmp_path / "data").mkdir()
    OpenNote(tmp_path / "data", "kitchen", "other").write()
    app = start()
    app.screen.wait_for("Your notebook is open on another computer")
    app.screen.wait_for("“kitchen”")
    app.screen.press("Go on")
    app.screen.wait_for("Good to see you both")


@pytest.mark.usefixtures("here_before")
def test_a_kill_is_followed_by_a_start_at_once(start):
    app = start()
    app.screen.wait_for("This week")
    app.kill()
    begun = time.monotonic()
    again = start()
    again.screen.wait_for("This week")
    assert time.monotonic() - begun < PATIENCE_S
