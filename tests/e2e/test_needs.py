"""A talk about needs, from its topic to an agreement, with the battery dying in the lists."""

from datetime import date, datetime

import pytest

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.store import open_store
from tests.e2e import couple
from tests.e2e.atspi import until
from tests.store.helpers import plain_pages

pytestmark = pytest.mark.e2e

FIRST_DAY = "2026-11-02T18:00:00+01:00"
MONTH_LATER = "2026-11-30T19:40:00+01:00"
A_NO = "A no needs no reason and can change any time."
OF_TOMAS = ["an hour that is only ours", "It is when I know you again."]
PLAN = {
    "When": "Tuesdays after supper",
    "Where (if you like)": "the kitchen table",
    "Maya: I will …": "leave my telephone in the hall",
    "Maya: what in it is good for this?": "Thursday stays quiet and mine",
    "Tomas: I will …": "put the kettle on",
    "Tomas: what in it is good for this?": "the hour is only ours",
}


def add(screen, words, label="What matters most to me"):
    screen.field(label).write(words)
    screen.press("Put it on my list")
    screen.wait_for(f"Change: {words}")


def open_curtain(app, name):
    app.screen.wait_for(f"This is for {name} alone")
    app.screen.press("Only I am looking")
    app.screen.wait_for(f"{name}, what matters most to you?")


def says_nothing_of_tomas(app):
    shown = " ".join(app.screen.names())
    assert [words for words in OF_TOMAS if words in shown] == []


def to_the_lists(app):
    screen = app.screen
    screen.press("Talks")
    screen.press("What matters, what can bend")
    couple.agree(app)
    couple.both_are_calm(app)
    screen.press("Back to normal breathing")
    screen.wait_for("How this goes, in one breath")
    screen.press("Go on")
    screen.wait_for("What is it about tonight?")
    screen.wait_for(A_NO)
    screen.press("Time together")


def begun(start, folder):
    """A couple that has known each other's small steps for a month, at the sealed lists."""
    couple.have_begun(folder, datetime.fromisoformat(FIRST_DAY).date())
    app = start("--now", MONTH_LATER)
    to_the_lists(app)
    return app


def test_from_the_topic_to_an_agreement_sealed_through_every_dead_battery(start, desk, tmp_path):
    app = begun(start, tmp_path / "data")
    open_curtain(app, "Tomas")
    app.screen.field("Why this matters").write(OF_TOMAS[1])
    add(app.screen, OF_TOMAS[0])
    app.screen.field("What matters most to me").focus()
    desk.keys(*"half")
    app.screen.press("Next: what I can bend")
    app.screen.wait_for("Tomas, what can you bend?")
    app.kill()

    # Whatever stood there is there, behind a closed curtain.
    app = start("--now", MONTH_LATER)
    app.screen.press("Carry on")
    app.screen.wait_for("This is for Tomas alone")
    says_nothing_of_tomas(app)
    open_curtain(app, "Tomas")
    app.screen.wait_for(OF_TOMAS[0])
    app.screen.press("Take away: half")
    app.screen.press("Next: what I can bend")
    app.screen.press("A wish that Maya bends")
    app.screen.press("time")
    app.screen.field("What I can bend").write("You see your friends less")
    app.screen.press("Put it on my list")
    app.screen.wait_for("This belongs to each person alone")
    app.screen.press("I bend here")
    add(app.screen, "which evening it is", "What I can bend")
    app.screen.press("Seal my lists")

    open_curtain(app, "Maya")
    says_nothing_of_tomas(app)
    add(app.screen, "one evening that is quiet and mine")
    field = app.screen.field("What matters most to me")
    field.focus()
    desk.keys(*"so")
    until(lambda: field.text == "so", lambda: "two letters")
    app.screen.press("Mute")
    app.screen.wait_for("Sound again")
    app.kill()

    app = start("--now", MONTH_LATER)
    app.screen.press("Carry on")
    app.screen.wait_for("This is for Maya alone")
    says_nothing_of_tomas(app)
    assert "one evening that is quiet and mine" not in " ".join(app.screen.names())
    open_curtain(app, "Maya")
    says_nothing_of_tomas(app)
    assert app.screen.field("What matters most to me").text == "so"
    app.screen.field("What matters most to me").write("")
    app.screen.press("Seal my lists")

    app.screen.wait_for("Read it in quiet first, both of you.")
    for words in (
        f"Tomas, what matters most: {OF_TOMAS[0]}",
        "Tomas, what can bend: which evening it is",
        "Maya, what matters most: one evening that is quiet and mine",
    ):
        app.screen.wait_for(words)
    app.screen.press("Go on")

    app.screen.wait_for("Tomas, please read this aloud")
    app.screen.wait_for(OF_TOMAS[1])
    desk.keys("f")
    app.screen.press("Not yet")
    app.screen.wait_for("Maya, once more, with what was missing.")
    desk.keys("f")
    app.screen.press("That's it")
    app.screen.wait_for("Maya, please read this aloud")
    desk.keys("j")
    app.screen.press("That's it")

    app.screen.wait_for("What do you share?")
    app.screen.press("Maya: one evening that is quiet and mine")
    app.screen.field("Something you both want").write("to go to bed unhurried")
    app.screen.press("Add it")
    app.screen.wait_for("Take away: to go to bed unhurried")
    app.screen.press("Go on")
    for idea in ("tea on the stairs", "a walk before supper", "swap evenings"):
        app.screen.wait_for("What could you try?")
        app.screen.field("An idea").write(idea)
        app.screen.press("Add it")
        app.screen.wait_for(f"Take away: {idea}")
    app.kill()

    app = start("--now", MONTH_LATER)
    app.screen.press("Carry on")
    app.screen.wait_for("Take away: swap evenings")
    app.screen.press("This one: tea on the stairs")
    app.screen.press("We try this one")
    app.screen.wait_for("One plan to try")
    for label, words in PLAN.items():
        app.screen.field(label).write(words)
    app.screen.press("Read it together")
    app.screen.wait_for("tea on the stairs")
    app.screen.wait_for("Tuesdays after supper · the kitchen table")
    app.screen.wait_for("Maya: I will leave my telephone in the hall")
    desk.keys("f")
    app.screen.wait_for("Maya said yes")
    app.kill()

    app = start("--now", MONTH_LATER)
    app.screen.press("Carry on")
    app.screen.wait_for("Maya said yes")
    app.screen.wait_for("Tomas: I will put the kettle on")
    app.screen.press("Tomas: yes")
    app.screen.wait_for("One thing you appreciate about each other")
    app.screen.press("We have said it")
    app.screen.press("Back to normal breathing")
    app.screen.press("Leave it open")
    app.screen.wait_for("Your plan is kept, and so are the two lists you have opened.")
    app.screen.press("Home")
    app.screen.wait_for("This week")
    app.screen.press("Ours")
    app.screen.wait_for("I will leave my telephone in the hall")
    app.screen.press("Your two lists")
    app.screen.wait_for("Time together")
    app.screen.press("Look at it")
    app.screen.wait_for(f"Tomas, what matters most: {OF_TOMAS[0]}")
    app.screen.wait_for("What you share: to go to bed unhurried")
    assert app.close() == ""

    store = open_store(app.folder, [])
    (log,) = store.agreements.logs()
    (past,) = store.sessions.history()
    store.close()
    made = log.events[0].agreement
    assert (made.session_id, made.topic) == (past.id, Topic.TIME)
    assert (made.when, made.where) == ("Tuesdays after supper", "the kitchen table")
    assert made.left.will == PLAN["Maya: I will …"]
    assert made.right.honours == PLAN["Tomas: what in it is good for this?"]
    assert made.review_on == date(2026, 12, 14)


def test_what_was_sealed_and_never_opened_is_nowhere_afterwards(start, tmp_path):
    app = begun(start, tmp_path / "data")
    open_curtain(app, "Tomas")
    add(app.screen, "a marzipan hour")
    app.screen.press("Seal my lists")
    app.screen.wait_for("This is for Maya alone")
    app.screen.press("Enough for today")
    app.screen.wait_for("What you each wrote alone was not opened. It goes for good when you")
    app.screen.press("Home")
    app.screen.wait_for("This week")
    assert app.close() == ""
    assert b"marzipan" not in plain_pages(app.folder)
