"""From an empty machine to a line in the notebook, as two people would do it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import couple

pytestmark = pytest.mark.e2e


def test_one_couple_one_evening(start, desk):
    app = start("--speed", "2")
    couple.one_evening(app)
    assert app.close() == ""

    output = app.folder.parent / "ours.json"
    command = [sys.executable, "-m", "coupleapp", "export", "--format", "json"]
    command += ["--output", str(output), "--data-dir", str(app.folder)]
    done = subprocess.run(command, env=desk.env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(output.read_text("utf-8"))
    assert found["sessions"][0]["ending"] == "finished"
    assert {e["text"] for e in found["notebook"]} >= {"You like the quiet mornings."}
    assert output.stat().st_mode & 0o077 == 0
    for path in filter(Path.is_file, app.folder.rglob("*")):
        assert b"quiet mornings" not in path.read_bytes(), path.name


def test_a_screen_reader_alone_can_agree_and_keys_alone_can_stop(start, desk):
    app = start()
    couple.first_run(app)
    app.screen.press("Sit down together")
    app.screen.press("Maya agrees")
    app.screen.press("Tomas agrees")
    app.screen.wait_for("This is for Maya alone")
    desk.keys("Escape")
    app.screen.wait_for("Pressed by mistake?")
    desk.keys("shift+Tab")
    desk.keys("Return")
    app.screen.wait_for("This week")


def test_the_first_breath_is_two_presses_from_home_and_then_one(start, desk):
    app = start()
    couple.first_run(app)
    app.screen.press("Just breathe")
    app.screen.press("Both of us")
    app.screen.wait_for("Breathe in")
    desk.keys("Escape")
    app.screen.wait_for("This week")
    app.screen.press("Just breathe")
    app.screen.wait_for("Breathe in")
    desk.keys("Escape")
    app.screen.wait_for("This week")


def test_a_pause_gives_the_same_turn_back(start, desk):
    app = start()
    screen = app.screen
    couple.first_run(app)
    couple.until_speaking(app)
    desk.keys("k")
    screen.wait_for("A pause for both of you")
    screen.press("30 minutes")
    screen.press("Begin the pause")
    screen.wait_for("Back together at")
    screen.press("Something to hold on to")
    screen.press("Too much")
    screen.wait_for("Eyes open. Both feet on the floor")
    screen.press("Back to the clock")
    desk.keys("f")
    screen.wait_for("Maya waits, ready")
    desk.keys("j")
    screen.wait_for("Welcome back. Maya")
    desk.keys("f")
    screen.wait_for("Welcome back. Tomas")
    desk.keys("j")
    screen.wait_for("Done")


def test_the_end_of_a_pause_asks_each_alone(start, desk):
    app = start("--speed", "120")
    screen = app.screen
    couple.first_run(app)
    screen.press("Sit down together")
    couple.agree(app)
    desk.keys("d")
    screen.press("Begin the pause")
    for name in ("Maya", "Tomas"):
        screen.wait_for(f"This is for {name} alone")
        screen.press("Only I am looking")
        screen.press("I am ready")
    screen.wait_for("This is for Maya alone")
