"""The week: a talk that is agreed on, a ritual of their own, something to do together."""

import subprocess
import sys
from datetime import date

import pytest
from icalendar import Calendar

from tests.e2e import couple

pytestmark = pytest.mark.e2e

# Keycodes, as X11 counts: where a US keyboard prints these.
F, J = "41", "44"


def test_a_talk_is_agreed_on_and_a_quiet_window_comes_at_its_time(start, desk, tmp_path):
    couple.have_begun(tmp_path / "data", date(2026, 11, 23))
    app = start("--now", "2026-11-23T15:00")
    screen = app.screen
    screen.press("Ours")
    screen.press("Next talk")
    screen.field("Where (if you like)").write("the kitchen")
    screen.field("We will … (if you like)").write("put my telephone away")
    screen.press("It's a date")
    screen.wait_for("Monday, 30 November, 20:00")
    screen.press("Back to Ours")
    screen.press("Rituals")
    screen.press("Propose a ritual")
    screen.field("What you call it").write("Tea on the stairs")
    screen.press("Wednesday")
    screen.field("What it means to you both").write("The day may stay outside.")
    screen.press("Put it on the table")
    screen.wait_for("Maya says yes: Tea on the stairs").focus()
    desk.layout("ru")
    desk.keys(F)
    screen.wait_until_without("Maya says yes: Tea on the stairs")
    desk.keys(J)
    screen.wait_for("You both said yes.")
    assert app.close() == ""

    file = tmp_path / "ours.ics"
    written = subprocess.run(
        [
            *(sys.executable, "-m", "coupleapp", "calendar", "--our-words"),
            *("--data-dir", str(app.folder), "--output", str(file)),
        ],
        env=desk.env,
        check=True,
        capture_output=True,
    )
    assert written.stderr == b""
    names = {str(event["SUMMARY"]) for event in Calendar.from_ical(file.read_bytes()).events}
    assert "Tea on the stairs" in names

    later = start("--background", "--now", "2026-11-30T19:59:55")
    later.screen.wait_for("The time you chose")
    assert not [name for name in later.screen.names() if "kitchen" in name or "telephone" in name]
    later.screen.press("Yes")
    later.screen.wait_for("Sit down together")
    assert later.close() == ""


def test_something_is_picked_and_asked_about_afterwards(start, tmp_path):
    couple.have_begun(tmp_path / "data", date(2026, 11, 23))
    app = start("--now", "2026-11-23T15:00")
    app.screen.press("Ours")
    app.screen.press("Something together")
    app.screen.press("For this week")
    app.screen.wait_for("Find a time for it")
    assert app.close() == ""
    sunday = start("--now", "2026-11-29T20:00")
    sunday.screen.press("Say a word on it")
    sunday.screen.press("A little")
    sunday.screen.wait_for("It brought a little back.")
    assert sunday.close() == ""
