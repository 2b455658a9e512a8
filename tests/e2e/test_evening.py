"""The small window of the evening: at its time, without taking the keyboard from anybody."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.e2e import couple
from tests.e2e.atspi import PATIENCE_S, until

pytestmark = pytest.mark.e2e


@pytest.fixture(autouse=True)
def here_before(tmp_path):
    """A couple that has been here before, in the afternoon."""
    couple.have_begun(tmp_path / "data", date(2026, 11, 23))


def test_it_comes_in_the_background_and_both_are_shown_together(start, desk):
    app = start("--background", "--now", "2026-11-23T21:29:58")
    screen = app.screen
    screen.wait_for("A quiet moment?")
    screen.press("Yes")
    screen.wait_for("the other looks away")
    screen.press("Maya writes")
    screen.field("One thing you appreciate").write("You warmed the car for me.")
    screen.press("Seal it")
    screen.wait_for("One is sealed")
    assert not [name for name in screen.names() if "warmed" in name]
    screen.press("Tomas writes")
    screen.press("I will say it aloud")
    screen.press("Open both")
    screen.wait_for("You warmed the car for me.")
    screen.wait_for("says it aloud")
    screen.press("Good night")
    assert app.close() == ""
    tomorrow = start("--now", "2026-11-24T10:00")
    tomorrow.screen.wait_for("You warmed the car for me.")


def test_it_comes_once_and_again_half_an_hour_after_later(start, desk):
    app = start("--background", "--now", "2026-11-23T21:30", "--speed", "160")
    app.screen.press("In half an hour")
    app.screen.wait_for("A quiet moment?")
    app.screen.press("Not tonight")
    assert app.close() == ""
    again = start("--background", "--now", "2026-11-23T22:10")
    until(lambda: listens(again), lambda: "the first to listen")
    assert start_second(again) == 0
    again.screen.wait_for("This week")
    assert again.screen.find("A quiet moment?") is None


def listens(app) -> bool:
    """Whether it has the folder, and a second start would find it."""
    lock = app.folder / "nearer.lock"
    where = lock.read_text() if lock.exists() else ""
    return where != "" and Path(where.strip()).exists()


def start_second(app) -> int:
    command = [sys.executable, "-m", "coupleapp", "--data-dir", str(app.folder)]
    return subprocess.run(command, env=app.desk.env, check=False, timeout=PATIENCE_S).returncode


def test_it_does_not_take_the_keyboard_from_a_letter(start, desk, letter):
    written = letter()
    desk.keys("d", "e", "a", "r")
    app = start("--background", "--now", "2026-11-23T21:29:55")
    app.screen.wait_for("A quiet moment?")
    assert desk.active_window() == "Letter"
    desk.keys("f", "r", "i", "e", "n", "d", "Return", "space", "Escape")
    until(lambda: written.read_text() == "dearfriend ", written.read_text)
    assert desk.active_window() == "Letter"
    assert app.screen.find("A quiet moment?") is not None
    assert app.close() == ""


def test_it_waits_behind_a_film_and_comes_after_it(start, desk, letter):
    letter("--full-screen")
    app = start("--background", "--now", "2026-11-23T21:31", "--speed", "20")
    app.screen.stays_without("A quiet moment?", 4)
    desk.keys("alt+F4")
    app.screen.wait_for("A quiet moment?")
    app.screen.press("Not tonight")
    assert app.close() == ""


def test_beside_a_film_it_comes_on_the_other_monitor(start, desk, letter):
    desk.two_monitors()
    letter("--full-screen")
    until(lambda: desk.place("Letter") == (0, 640), lambda: str(desk.place("Letter")))
    app = start("--background", "--now", "2026-11-23T21:29:58")
    app.screen.wait_for("A quiet moment?")
    left, right = desk.place("Nearer")
    assert (left >= 640, right <= 1280) == (True, True)
    assert desk.active_window() == "Letter"
    assert app.close() == ""


def test_in_the_background_without_a_tray_a_second_start_brings_the_window(start, desk):
    app = start("--background", "--now", "2026-11-23T21:27", "--speed", "20")
    until(lambda: listens(app), lambda: "the first to listen")
    assert start_second(app) == 0
    app.screen.wait_for("This week")
    until(lambda: desk.active_window() == "Nearer", desk.active_window)
    desk.keys("alt+F4")
    app.screen.wait_until_without("This week")
    app.screen.wait_for("A quiet moment?")
    assert app.process.poll() is None
    assert app.close() == ""


def test_without_a_tray_closing_the_window_ends_it(start, desk):
    app = start("--now", "2026-11-23T15:00")
    app.screen.wait_for("This week")
    until(lambda: desk.active_window() == "Nearer", desk.active_window)
    desk.keys("alt+F4")
    assert app.wait_until_gone() == 0


@pytest.fixture
def tray(desk):
    """A place beside the clock."""
    host = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.tray_host"],
        env={**desk.env, "PYTHONPATH": "."},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    yield host
    host.terminate()
    host.communicate(timeout=PATIENCE_S)


def test_with_a_tray_closing_the_window_waits_there(start, desk, tray):
    app = start("--now", "2026-11-23T21:28", "--speed", "10")
    app.screen.wait_for("This week")
    assert tray.stdout.readline() == "item\n"
    until(lambda: desk.active_window() == "Nearer", desk.active_window)
    desk.keys("alt+F4")
    app.screen.wait_until_without("This week")
    app.screen.wait_for("A quiet moment?")
    app.screen.press("Not tonight")
    app.screen.wait_until_without("A quiet moment?")
    tray.stdin.write("press\n")
    app.screen.wait_for("This week")
    tray.terminate()
    tray.wait(PATIENCE_S)
    until(lambda: desk.active_window() == "Nearer", desk.active_window)
    desk.keys("alt+F4")
    assert app.wait_until_gone() == 0, "the tray has gone, and nobody could bring it back"


def test_after_the_first_kept_evening_it_may_begin_at_login(start, desk):
    entry = desk.home / ".config" / "autostart"
    app = start("--now", "2026-11-23T21:00")
    screen = app.screen
    screen.press("An appreciation now")
    for name in ("Maya", "Tomas"):
        screen.press(f"{name} writes")
        screen.press("I will say it aloud")
    screen.press("Open both")
    screen.press("Good night")
    screen.press("Yes, begin quietly")
    until(lambda: entry.exists() and list(entry.glob("nearer*.desktop")), lambda: "the entry")
    (written,) = entry.glob("nearer*.desktop")
    assert "--background" in written.read_text()
    screen.wait_until_without("Yes, begin quietly")
    screen.press("Settings")
    screen.press("Evening reminders on this computer")
    screen.press("Only when we open it")
    until(lambda: not list(entry.glob("nearer*.desktop")), lambda: "the entry to go")
    assert app.close() == ""
