"""Bad input, a second start, a folder that cannot be written, a damaged notebook."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.store import FILE_NAME, open_store
from tests.e2e import couple
from tests.e2e.atspi import PATIENCE_S
from tests.e2e.desk import RunningApp, until

pytestmark = pytest.mark.e2e


def test_names_that_cannot_be_taken_change_nothing(start):
    app = start()
    screen = app.screen
    screen.press("Go on")
    screen.wait_for("Please write a name for each of you")
    screen.field("On the left sits").write("M" * 10_000)
    screen.field("On the right sits").write("Tomas")
    screen.press("Go on")
    screen.wait_for("too long to fit")
    screen.field("On the left sits").write("🌙 نور")
    screen.press("Go on")
    screen.press("We have both read this")
    screen.wait_for("Good ")
    screen.wait_for("\u2068🌙 نور\u2069 and Tomas")


def test_a_second_start_brings_the_first_forward_and_leaves(start, desk):
    app = start()
    couple.first_run(app)
    app.screen.wait_for("This week")
    command = [sys.executable, "-m", "coupleapp", "--data-dir", str(app.folder)]
    assert subprocess.run(command, env=desk.env, check=False, timeout=PATIENCE_S).returncode == 0
    app.screen.wait_for("This week")


def test_a_damaged_notebook_is_left_as_it_is(start):
    app = start()
    couple.first_run(app)
    app.screen.wait_for("This week")
    assert app.close() == ""
    (path,) = app.folder.glob("*.db")
    damaged = b"x" * 4096 + path.read_bytes()[4096:]
    path.write_bytes(damaged)
    again = start()
    again.screen.wait_for("could not be read")
    assert path.read_bytes() == damaged
    again.screen.press("Close Nearer")
    assert again.wait_until_gone() == 0


def test_a_copy_leads_home_from_a_damaged_notebook(start):
    app = start()
    couple.first_run(app)
    app.screen.wait_for("This week")
    assert app.close() == ""
    (path,) = app.folder.glob("*.db")
    # The way a person would: one made now, from Settings.
    again = start()
    again.screen.wait_for("This week")
    again.screen.press("Settings")
    again.screen.press("Copies")
    again.screen.press("Make one now")
    again.screen.wait_for("Made, and read through.")
    assert again.close() == ""
    damaged = b"x" * 4096 + path.read_bytes()[4096:]
    path.write_bytes(damaged)
    third = start()
    third.screen.wait_for("could not be read")
    third.screen.wait_for("Your names and choices; no talk and no line yet.")
    third.screen.press("Take this copy: Today")
    third.screen.wait_for("put aside, not deleted")
    third.screen.press("Yes, take it")
    third.screen.wait_for("This week")
    third.screen.wait_for("Maya and Tomas")
    (aside,) = third.folder.glob("nearer-damaged-*.db")
    assert aside.read_bytes() == damaged
    # And while it is open, from Settings.
    third.screen.press("Settings")
    third.screen.press("Copies")
    third.screen.press("Take this copy: Today")
    third.screen.press("Yes, take it")
    third.screen.wait_for("Maya and Tomas")
    (whole,) = third.folder.glob("nearer-before-restore-*.db")
    assert whole.stat().st_size > 0


def test_a_copy_is_looked_into_and_what_is_newer_in_the_damaged_file_is_kept(start):
    app = start()
    couple.first_run(app)
    app.screen.wait_for("This week")
    assert app.close() == ""
    store = open_store(app.folder, [])
    now = datetime.now(UTC)
    store.notebook.add(NotebookEntry("e0", EntryKind.FREE, None, "the heron on the lake", now))
    store.copies.make(now)
    for n in range(60):
        text = f"line {n} " + "x" * 600
        store.notebook.add(NotebookEntry(f"n{n}", EntryKind.FREE, None, text, now))
    store.close()
    path = app.folder / FILE_NAME
    damaged = bytearray(path.read_bytes())
    # Of the lines, which were written last.
    damaged[(len(damaged) // 4096 - 4) * 4096 + 99] ^= 1
    path.write_bytes(damaged)
    again = start()
    screen = again.screen
    screen.wait_for("could not be read")
    screen.press("Look inside")
    screen.wait_for("the heron on the lake")
    screen.press("Back")
    screen.wait_for("could not be read")
    screen.press("Take this copy: Today")
    screen.press("Yes, take it")
    screen.wait_for("are newer than your copy and can still be read")
    screen.press("Keep all of it")
    screen.wait_for("each with its own date")
    screen.press("Go on")
    screen.wait_for("This week")
    assert again.close() == ""
    (aside,) = again.folder.glob("nearer-damaged-*.db")
    assert aside.read_bytes() == damaged
    store = open_store(again.folder, [])
    kept = store.notebook.page(None, 99)
    store.close()
    assert 45 <= len(kept) < 61
    assert len({line.id for line in kept}) == len(kept)


def test_a_folder_that_cannot_be_written_is_said(desk):
    """Not even root can write there."""
    app = RunningApp(desk, Path("/sys/kernel"))
    app.screen.wait_for("may not write to its folder")
    app.screen.press("Close Nearer")
    assert app.wait_until_gone() == 0
    assert app.close() == ""


def test_a_disk_that_is_full_after_a_power_cut_is_said_and_tried_again_with_the_lock(start, desk):
    app = start()
    couple.first_run(app)
    app.screen.wait_for("This week")
    app.kill()
    assert (app.folder / "nearer.lock").exists()
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Files can be made, and not a byte put into them.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        again = start()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    again.screen.wait_for("The disk is full")
    again.screen.press("Try again")
    again.screen.wait_for("The disk is full")
    resource.prlimit(again.process.pid, resource.RLIMIT_FSIZE, before)
    again.screen.press("Try again")
    again.screen.wait_for("This week")
    command = [sys.executable, "-m", "coupleapp", "--data-dir", str(app.folder)]
    assert subprocess.run(command, env=desk.env, check=False, timeout=PATIENCE_S).returncode == 0


def test_a_file_in_the_place_of_the_folder_is_said(start, tmp_path):
    (tmp_path / "data").write_bytes(b"mine")
    app = start()
    app.screen.wait_for("There is something else where Nearer keeps its folder")
    assert (tmp_path / "data").read_bytes() == b"mine"


@pytest.mark.parametrize("argument", [["--speed", "5"], ["--now", "2026-11-23T21:00"]])
def test_a_rehearsal_never_touches_the_real_folder(argument):
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", *argument], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "--data-dir" in done.stderr


def test_a_computer_without_graphics_draws_by_itself(start, desk):
    del desk.env["QT_QUICK_BACKEND"]
    desk.env["QT_XCB_GL_INTEGRATION"] = "none"
    app = start("--now", "2026-11-23T15:00")
    couple.first_run(app)
    app.screen.wait_for("This week")
    assert app.close() == ""
    # In the background it knows that from then, and the evening is not missed.
    app = start("--background", "--now", "2026-11-23T21:29:58")
    app.screen.wait_for("A quiet moment?")
    assert app.close() == ""


@pytest.mark.usefixtures("here_before")
def test_an_evening_on_which_the_graphics_fail_first_is_not_lost(start, desk):
    del desk.env["QT_QUICK_BACKEND"]
    desk.env["QT_XCB_GL_INTEGRATION"] = "none"
    app = start("--background", "--now", "2026-11-23T21:29:58")
    # Before that the question is there, but nobody sees it.
    until((desk.home / ".cache" / "Nearer" / "draws-by-software").exists, lambda: "a new start")
    app.screen.wait_for("A quiet moment?")
    said = app.close()
    assert "Failed to create" in said, "as Qt calls it"
    assert "Nearer" not in said
