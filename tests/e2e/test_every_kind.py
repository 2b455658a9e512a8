"""Talks of other kinds, in the real window: another day, the advice gate, a talk in writing."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e import couple

pytestmark = pytest.mark.e2e

FIRST_DAY = "2026-11-02T18:00:00+01:00"
MONTH_LATER = "2026-11-30T19:40:00+01:00"
NEXT_DAY = "2026-12-01T12:00:00+01:00"
JUST_BEFORE = "2026-12-01T19:29:50+01:00"


def choose(app, title):
    app.screen.press("Talks")
    app.screen.press(title)
    couple.agree(app)
    couple.both_are_calm(app)
    app.screen.press("Back to normal breathing")


def test_a_deep_dialogue_waits_until_tomorrow_and_goes_on_where_it_stood(start, desk, tmp_path):
    couple.have_begun(tmp_path / "data", datetime.fromisoformat(FIRST_DAY).date())
    app = start("--now", FIRST_DAY)
    app.screen.wait_for("This week")
    app.close()
    week_later = datetime.fromisoformat(FIRST_DAY) + timedelta(weeks=1)
    couple.have_come_so_deep(app.folder, 3, week_later.astimezone(UTC))

    app = start("--now", MONTH_LATER)
    choose(app, "Deep dialogue")
    app.screen.press("Go on")
    app.screen.wait_for("Tomas: something that matters to you")
    desk.keys("j")
    app.screen.wait_for("What did you hear?")
    desk.keys("f")
    app.screen.press("That's it")
    app.screen.press("Yes, there is more")
    app.screen.wait_for("Tomas: something that matters to you")
    desk.keys("d")
    app.screen.press("It is too much")
    app.screen.press("Until tomorrow")
    app.screen.press("Begin the pause")
    app.screen.wait_for("Your talk waits for you")
    app.screen.wait_for("Tomorrow, 19:30")
    app.screen.press("Good. Home")
    app.screen.wait_for("Tomorrow, 19:30: your talk goes on")
    app.kill()

    app = start("--now", NEXT_DAY)
    app.screen.wait_for("Today, 19:30: your talk goes on")
    app.close()

    app = start("--now", JUST_BEFORE, "--speed", "5")
    app.screen.wait_for("The time you chose")
    assert "Deep dialogue" not in app.screen.names()
    app.screen.press("Yes")
    app.screen.wait_for("You began it yesterday.")
    app.screen.press("Go on with it")
    for name in ("Maya", "Tomas"):
        app.screen.wait_for(f"This is for {name} alone")
        app.screen.press("Only I am looking")
        app.screen.press("I am ready")
    app.screen.wait_for("Welcome back. Maya, what did you feel, and what mattered most?")
    desk.keys("f")
    app.screen.wait_for("Welcome back. Tomas")
    desk.keys("j")
    app.screen.wait_for("Tomas: something that matters to you")
    assert app.screen.find("Done")


@pytest.mark.usefixtures("here_before")
def test_advice_waits_until_it_is_asked_for(start, desk):
    app = start()
    choose(app, "Outside stress")
    app.screen.press("Go on")
    app.screen.wait_for("Tomas, what would help you most just now?")
    app.screen.press("Just listen")
    app.screen.wait_for("Tomas: what was hard, and how it felt")
    desk.keys("j")
    app.screen.wait_for("Maya: what you heard, and that you are on Tomas’s side")
    assert "Another card" not in app.screen.names()
    app.screen.press("I'd like your thoughts")
    app.screen.wait_for("Another card")
    assert "I'd like your thoughts" not in app.screen.names()
    desk.keys("f")
    app.screen.wait_for("Tomas: what in this helped?")
    assert "Another card" not in app.screen.names()
    desk.keys("j")
    app.screen.wait_for("Maya, what would help you most just now?")
    app.screen.press("Ideas, please")
    desk.keys("f")
    app.screen.wait_for("Another card")


@pytest.mark.usefixtures("here_before")
def test_a_whole_turn_in_writing(start, desk):
    app = start()
    app.screen.press("Settings")
    app.screen.press("Maya types")
    app.screen.press("Tomas types")
    app.screen.press("Home")
    app.screen.press("Sit down together")
    couple.agree(app)
    couple.both_are_calm(app)
    couple.breathe_and_read(app)
    app.screen.wait_for("Tomas writes")
    asked = next(name for name in app.screen.names() if name.endswith("?"))
    app.screen.field(asked).write("The mornings, before anybody wants anything.")
    app.screen.press("One breath")
    app.screen.wait_for("One breath")
    app.screen.wait_for("Tomas writes")
    assert app.screen.field(asked).text == "The mornings, before anybody wants anything."
    app.kill()

    app = start()
    app.screen.press("Carry on")
    app.screen.wait_for("Tomas writes")
    field = app.screen.field(asked)
    assert field.text == "The mornings, before anybody wants anything."
    field.focus()
    desk.keys("ctrl+Return")
    app.screen.wait_for("Maya writes")
    app.screen.wait_for("Written before: The mornings, before anybody wants anything.")
    app.screen.field("What did you hear?").write("You like it when nobody wants anything.")
    app.screen.press("I've said it back")
    app.screen.press("That's it")
    app.screen.wait_for("Maya writes")
    assert app.screen.field(asked).text == ""
