"""One stray key ends nothing: both take it back, through a kill, too, and one alone cannot."""

from contextlib import closing

import pytest

from coupleapp.store import open_store
from tests.e2e import couple

pytestmark = pytest.mark.e2e

STAYS_S = 3.0
"""Longer than both have to hold."""


def take_back(app) -> None:
    app.screen.wait_for("Maya takes it back")
    with app.desk.holding("f", "j"):
        app.screen.wait_for("speaks")


def ending(folder):
    with closing(open_store(folder, [])) as store:
        return store.sessions.history()[-1].ending


@pytest.mark.usefixtures("here_before")
def test_escape_is_taken_back_through_a_kill_and_by_nobody_alone(start):
    app = start()
    couple.until_speaking(app)
    app.desk.keys("Escape", "Escape")
    app.screen.wait_for("Pressed by mistake?")
    with app.desk.holding("j"):
        app.screen.stays_without("speaks", STAYS_S)
    take_back(app)
    app.desk.keys("Escape")
    app.screen.wait_for("Pressed by mistake?")
    app.kill()

    app = start()
    app.screen.wait_for("Pressed by mistake?")
    take_back(app)
    app.screen.wait_for("Done")
    app.kill()

    app = start()
    app.screen.press("Carry on")
    app.screen.wait_for("speaks")
    app.desk.keys("Escape")
    app.screen.press("Home")
    app.screen.wait_for("This week")
    assert app.close() == ""
    assert ending(app.folder) == "stopped"


@pytest.mark.usefixtures("here_before")
def test_lighter_is_taken_back_through_a_kill(start):
    app = start()
    couple.until_speaking(app)
    app.desk.keys("l")
    app.screen.wait_for("Lighter now.")
    app.kill()

    app = start()
    app.screen.press("Carry on")
    app.screen.wait_for("Lighter now.")
    with app.desk.holding("f"):
        app.screen.stays_without("speaks", STAYS_S)
    take_back(app)
    app.screen.wait_for("Done")
    assert app.close() == ""


@pytest.mark.usefixtures("here_before")
def test_the_marks_of_both_do_it_for_a_screen_reader(start):
    app = start()
    couple.until_speaking(app)
    app.desk.keys("Escape")
    app.screen.press("Maya takes it back")
    app.screen.wait_for("Pressed by mistake?")
    app.screen.press("Tomas takes it back")
    app.screen.wait_for("speaks")
    assert app.close() == ""
