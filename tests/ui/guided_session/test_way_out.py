"""The way out of a talk: one shared card, a date, and the lights that meet."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.plans.appointments import Appointment

Key = Qt.Key
ALONE = "Only I am looking"
SECONDS_A_SCREEN = 13
"""To read one aloud, answer it in a few words and press."""


@pytest.fixture
def round_(house):
    house.sit_down_until("theme_talk", s.ClosingRound)
    return house


def lines(house):
    return [(entry.author, entry.kind, entry.text) for entry in house.store.notebook.page(None, 9)]


def test_all_can_be_said_aloud_with_one_press(round_):
    asked = (
        "What did you hear that mattered?",
        "What did the other do well just now?",
        "One thing you appreciate about each other",
    )
    assert all(round_.says(one) for one in asked)
    assert round_.focused_name() == "We have said it"
    round_.key(Key.Key_Space)
    assert round_.step == "rate"
    assert lines(round_) == []


def test_a_line_that_is_kept_stands_on_the_card_of_both_and_nobody_sees_whose_it_is(round_, qtbot):
    assert not round_.says("Kept in your notebook")
    round_.click("Tomas keeps a line")
    round_.focus_on("Tomas, what did you hear that mattered?")
    round_.type("The mornings.")
    with qtbot.waitSignal(round_.app.announce) as said:
        round_.click("Keep this line")
    assert said.args == ["The line is kept."]
    round_.focus_on("We have said it")
    assert round_.says("Kept in your notebook")
    assert round_.says("“The mornings.”")
    assert not round_.says("Tomas, what did")
    assert lines(round_) == [("right", "moment", "The mornings.")]


def test_the_next_form_comes_when_somebody_asks_for_it(round_):
    round_.click("Tomas keeps a line")
    round_.type("The mornings.")
    round_.click("Keep this line")
    round_.click("Tomas keeps a line")
    round_.focus_on("Tomas, what did Maya do well just now?")
    assert not round_.says("What mattered")


def test_a_line_begun_is_still_there_when_both_have_talked_on(round_):
    round_.click("Maya keeps a line")
    round_.click("A thank you")
    round_.focus_on("Maya, one thing you appreciate about Tomas")
    round_.type("You wai")
    round_.click("Back to both of you")
    round_.click("Maya keeps a line")
    round_.click("A thank you")
    round_.focus_on("Maya, one thing you appreciate about Tomas")
    assert round_.find(round_.focused_name()).property("text") == "You wai"


def test_who_has_written_on_everything_is_done(round_):
    for words in ("One.", "Two.", "Three."):
        round_.click("Maya keeps a line")
        round_.type(words)
        round_.click("Keep this line")
    assert not round_.says("Maya keeps a line")
    assert round_.says("Tomas keeps a line")
    assert len(lines(round_)) == 3


def test_on_a_lighter_evening_only_a_thank_you_is_asked_for(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.lighten()
    house.session.endBreathing()
    assert house.step == "closing_round"
    assert house.says("One thing you appreciate about each other")
    assert not house.says("What did you hear that mattered?")


def test_after_the_first_talk_the_next_time_is_an_evening_by_one_press(house):
    house.clock.move_wall(-3 * 3600)
    house.sit_down_until("theme_talk", s.NextDate)
    assert house.says("Monday, 30 November, 20:00")
    assert house.focused_name() == "Yes, Monday at 20:00"
    assert not house.says("like last time")
    house.key(Key.Key_Space)
    assert house.step == "over"
    assert house.says("Next: Monday, 30 November, 20:00")
    (agreed,) = house.store.appointments.appointments()
    assert agreed.at == house.clock.now() + timedelta(days=7, hours=3)


def test_after_another_talk_it_is_like_last_time(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.stop_for_good()
    house.clock.pass_time(timedelta(days=1, minutes=60).total_seconds())
    house.sit_down_until("theme_talk", s.NextDate)
    assert house.says("Tuesday, 1 December, 21:00")
    house.click("Yes, like last time")
    (agreed,) = house.store.appointments.appointments()
    assert agreed.at == house.clock.now() + timedelta(days=7)


def test_it_is_as_was_agreed_for_tonight_and_at_the_same_place(house):
    tonight = house.clock.now() + timedelta(minutes=20)
    house.store.appointments.keep(Appointment("tonight", tonight, "the kitchen"))
    house.sit_down_until("theme_talk", s.NextDate)
    assert house.says("Monday, 30 November, 20:20, the kitchen")
    house.click("Yes, Monday at 20:20")
    newest = max(house.store.appointments.appointments(), key=lambda one: one.at)
    assert (newest.at, newest.place) == (tonight + timedelta(days=7), "the kitchen")


def test_at_the_end_two_lines_more_if_they_like(house):
    house.sit_down_until("theme_talk", s.NextDate)
    house.session.do(c.PlanNext(None))
    house.wait_for("You both stayed.")
    house.click("Two lines for the notebook, if you like")
    house.wait_for("A new entry")
    assert house.app.props.page == "notebook"
    assert house.session.leader is None


def screens_seen(house):
    """What stands before them from now on, a curtain and a writing form for one each."""
    session, closing = house.session, house.models.closing_round_model
    seen = []

    def look():
        props = session.props
        screen = (props.stage, props.curtain, props.asked, closing.props.writer)
        if screen not in seen[-1:]:
            seen.append(screen)

    session.entered.connect(look)
    session.curtainChanged.connect(look)
    closing.writerChanged.connect(look)
    look()
    return seen


def on_to_the_lights(house):
    for press in (
        "We have said it",
        ALONE,
        "Rather not say",
        ALONE,
        "Rather not say",
    ):
        house.click(press)
    assert house.step == "last_breath"
    house.pass_time(house.session.leader.state.spec.seconds + 1)
    house.click("Yes, Monday at 20:00")
    house.wait_for("You both stayed.")


def test_the_way_out_takes_eight_screens_and_no_two_minutes(round_):
    """Nothing typed, everything answered: what a tired couple has before them."""
    steps = round_.session.leader.state.plan.steps
    (breath,) = (step.seconds for step in steps if step.kind == "last_breath")
    screens = screens_seen(round_)
    on_to_the_lights(round_)
    read = len(screens)
    assert read == 8, screens
    assert breath + SECONDS_A_SCREEN * read < 120


def test_one_typed_line_is_two_screens_more(round_):
    screens = screens_seen(round_)
    round_.click("Maya keeps a line")
    round_.type("The mornings.")
    round_.click("Keep this line")
    on_to_the_lights(round_)
    assert len(screens) == 10, screens
