"""The small window of the evening: at its time, without taking the keyboard from anybody."""

import subprocess
import sys

import pytest

from tests.e2e import couple
from tests.e2e.atspi import until

pytestmark = pytest.mark.e2e


def settle(start, desk):
    """A couple that has been here before, in the afternoon."""
    app = start("--now", "2026-11-23T15:00")
    couple.first_run(app)
    app.screen.wait_for("Tonight, a quiet moment at")
    assert app.close() == ""


def test_it_comes_in_the_background_and_both_are_shown_together(start, desk):
    settle(start, desk)
    app = start("--background", "--now", "2026-11-23T21:29:58")
    screen = app.screen
    screen.wait_for("A quiet moment?")
    screen.press("Yes")
    screen.wait_for("Tomas, please look away")
    screen.press("I am alone with the screen")
    screen.field("One thing you appreciate").write("You warmed the car for me.")
    screen.press("Seal it")
    screen.wait_for("For Tomas")
    assert not [name for name in screen.names() if "warmed" in name]
    screen.press("I am alone with the screen")
    screen.press("I will say it aloud")
    screen.press("Open both")
    screen.wait_for("You warmed the car for me.")
    screen.wait_for("says it aloud")
    screen.press("Good night")
    assert app.close() == ""
    tomorrow = start("--now", "2026-11-24T10:00")
    tomorrow.screen.wait_for("You warmed the car for me.")


def test_it_comes_once_and_again_half_an_hour_after_later(start, desk):
    settle(start, desk)
    app = start("--background", "--now", "2026-11-23T21:30", "--speed", "200")
    app.screen.press("In half an hour")
    app.screen.wait_for("A quiet moment?")
    app.screen.press("Not tonight")
    assert app.close() == ""
    again = start("--background", "--now", "2026-11-23T22:10")
    lock = again.folder / "nearer.lock"
    until(
        lambda: lock.exists() and lock.read_text().startswith(f"{again.process.pid}\n"),
        lambda: "the first to take the folder",
    )
    assert start_second(again) == 0
    again.screen.wait_for("This week")
    assert again.screen.find("A quiet moment?") is None


def start_second(app) -> int:
    command = [sys.executable, "-m", "coupleapp", "--data-dir", str(app.folder)]
    return subprocess.run(command, env=app.desk.env, check=False, timeout=60).returncode


def test_it_does_not_take_the_keyboard(start, desk):
    settle(start, desk)
    other = subprocess.Popen(["xmessage", "-title", "Letter", "writing"], env=desk.env)
    until(lambda: desk.active_window() == "Letter", lambda: "the letter")
    app = start("--background", "--now", "2026-11-23T21:29:55")
    app.screen.wait_for("A quiet moment?")
    active = desk.active_window()
    other.terminate()
    other.wait(10)
    assert active == "Letter"
