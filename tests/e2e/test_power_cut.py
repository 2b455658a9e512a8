"""A dead battery in the middle: the same step, the same floor, the same time."""

import pytest

from tests.e2e import couple
from tests.e2e.atspi import until

pytestmark = pytest.mark.e2e


def at_agreeing(app):
    app.screen.press("Sit down together")
    app.screen.wait_for("Shall we?")


def at_readiness(app):
    at_agreeing(app)
    couple.agree(app)
    app.screen.press("Only I am looking")
    app.screen.press("A talk is fine today")
    app.screen.wait_for("This is for Tomas alone")


def at_breathing(app):
    app.screen.press("Sit down together")
    couple.agree(app)
    couple.both_are_calm(app)
    app.screen.wait_for("Breathe in")


def at_introducing(app):
    at_breathing(app)
    app.screen.press("Back to normal breathing")
    app.screen.wait_for("please read this aloud")


def at_speaking(app):
    couple.until_speaking(app)


def at_mirroring(app):
    couple.until_speaking(app)
    app.desk.keys("j")
    app.screen.wait_for("What did you hear?")


def at_heard_check(app):
    at_mirroring(app)
    app.desk.keys("f")
    app.screen.wait_for("was that it?")


def at_pausing(app):
    couple.until_speaking(app)
    app.desk.keys("d")
    app.screen.press("It is too much")
    app.screen.press("Begin the pause")
    app.screen.wait_for("Back together at")


STEPS = {
    at_agreeing: ["Shall we?"],
    at_readiness: ["This is for Tomas alone"],
    at_breathing: ["Easy, small breaths"],
    at_introducing: ["please read this aloud"],
    at_speaking: ["speaks", "Done"],
    at_mirroring: ["What did you hear?", "I've said it back"],
    at_heard_check: ["Tomas, was that it?"],
    at_pausing: ["Back together at"],
}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
@pytest.mark.usefixtures("here_before")
def test_it_goes_on_where_it_was(start, step):
    app = start()
    step(app)
    back_at = [name for name in app.screen.names() if name.startswith("Back together at")]
    app.kill()
    again = start()
    again.screen.wait_for("Carry on where you were?")
    again.screen.press("Carry on")
    for sign in STEPS[step]:
        again.screen.wait_for(sign)
    now = [name for name in again.screen.names() if name.startswith("Back together at")]
    assert now == back_at


@pytest.mark.usefixtures("here_before")
def test_what_was_typed_comes_back(start):
    app = start()
    app.screen.press("Notebook")
    app.screen.press("Write")
    field = app.screen.field("A new entry")
    field.focus()
    for key in "half a thought".replace(" ", "_"):
        app.desk.keys("space" if key == "_" else key)
    app.screen.press("Settings")
    app.screen.wait_for("Speaking time")
    app.kill()
    again = start()
    again.screen.press("Notebook")
    again.screen.wait_for("Notebook")
    assert again.screen.field("A new entry").text == "half a thought"


def seconds_left(app) -> int:
    """What a screen reader is told of the ring."""
    name = app.screen.wait_for("Time left: ").name
    minutes, seconds = name.removeprefix("Time left: ").split(":")
    return int(minutes) * 60 + int(seconds)


@pytest.mark.usefixtures("here_before")
def test_the_speaker_gets_exactly_the_time_that_was_left(start):
    """By slow clocks, on which nobody is too late to look."""
    app = start("--speed", "0.5")
    couple.until_speaking(app)
    until(lambda: seconds_left(app) <= 84, lambda: "six seconds of speaking")
    before = seconds_left(app)
    app.kill()
    again = start("--speed", "0.1")
    again.screen.press("Carry on")
    after = seconds_left(again)
    assert before - 3 <= after <= before + 1
