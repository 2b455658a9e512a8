"""An agreement two weeks later: looked at by each alone, it did not fit, and is tried anew."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.agreements.life import Changed, Made, fold
from coupleapp.domain.agreements.review import Finding, Shift
from coupleapp.store import open_store
from coupleapp.store.agreements import add_agreement
from tests.domain.agreements.agreeing import TEA
from tests.e2e import couple
from tests.store.helpers import plain_pages

pytestmark = pytest.mark.e2e

FIRST_DAY = "2026-11-23T18:00:00+01:00"
HANDS = replace(TEA, topic=Topic.TOUCH, when="on the way home")
PRIVATE = b'"new_tension"'


def kept(folder) -> tuple:
    store = open_store(folder, [])
    try:
        (log,) = store.agreements.logs()
    finally:
        store.close()
    return log.events


def seed(app) -> None:
    """A couple, and what a talk about needs would have brought them."""
    couple.first_run(app)
    app.screen.wait_for("This week")
    assert app.close() == ""
    store = open_store(app.folder, [])
    with store.database.transaction() as work:
        add_agreement(work, HANDS)
    store.close()


def answer(app, name: str, tension: str) -> None:
    screen = app.screen
    screen.press(f"{name} answers")
    screen.wait_for(f"This is for {name} alone")
    screen.wait_for("There are only two of you, so one can sometimes guess.")
    screen.press("Only I am looking")
    screen.press("About the same")
    screen.press(tension)
    screen.press("Seal it")


def run(desk, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", *command],
        env=desk.env,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_two_weeks_later_it_did_not_fit_and_is_tried_anew(start, desk, tmp_path):
    seed(start("--now", FIRST_DAY))
    folder = tmp_path / "data"
    told = run(desk, "reminders", "--data-dir", str(folder), "--now", "2026-12-07T12:00:00+01:00")
    assert "2026-12-07 18:30  a look at what you agreed on" in told

    app = start("--background", "--now", "2026-12-07T18:29:55+01:00")
    app.screen.wait_for("A look at what you agreed on?")
    assert not [name for name in app.screen.names() if "way home" in name or "kettle" in name]
    app.screen.press("Yes")
    app.screen.wait_for("on the way home")
    app.screen.wait_for("A no needs no reason and can change any time.")
    answer(app, "Maya", "No")
    app.screen.wait_for("Maya’s answer is sealed.")
    app.kill()
    assert len(kept(folder)) == 2

    # Another day, and nobody had to wait.
    app = start("--now", "2026-12-09T20:00:00+01:00")
    app.screen.wait_for("It is a good time to look again at what you agreed on.")
    app.screen.press("Look at it again")
    app.screen.wait_for("Maya’s answer is sealed.")
    assert app.screen.find("Maya answers") is None
    answer(app, "Tomas", "Yes")
    app.screen.press("We are both here")
    app.screen.wait_for("The plan did not fit, and the distance is about the same.")
    app.screen.press("Find what fits better")
    app.screen.field("When").write("on Sundays, by the lake")
    app.screen.field("Tomas: I will").write("say when it is enough")
    app.screen.press("In a week")
    # The places of F and J, whatever is printed there.
    desk.layout("ru")
    desk.keys("41")
    app.screen.wait_until_without("Maya says yes")
    desk.keys("44")
    app.screen.wait_for("A new trial begins.")
    app.screen.wait_for("You look at it again on Wednesday, 16 December.")
    app.screen.wait_for("before, it was “on the way home")
    app.screen.press("Home")
    app.screen.wait_for("This week")
    app.screen.wait_until_without("It is a good time to look again")
    assert app.close() == ""

    made, changed = kept(folder)
    assert made == Made(HANDS)
    assert isinstance(changed, Changed)
    assert changed.finding == Finding(fitted=False, shift=Shift.SAME)
    now = fold([made, changed])
    assert now.review_on == date(2026, 12, 16)
    assert now.agreement.when == "on Sundays, by the lake"
    assert now.agreement.right.will == "say when it is enough"
    assert PRIVATE not in plain_pages(folder)

    written = tmp_path / "all.json"
    run(desk, "export", "--format", "json", "--data-dir", str(folder), "--output", str(written))
    (exported,) = json.loads(written.read_text("utf-8"))["agreements"]
    assert exported["review_on"] == "2026-12-16"
    assert [past["how"] for past in exported["history"]] == ["changed"]
