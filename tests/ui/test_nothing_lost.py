"""What was typed, and what is private, whatever lies over a session or ends it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.house import inside

Key = Qt.Key


@pytest.fixture
def begun(house):
    """Maya has begun a line on what mattered."""
    house.sit_down_until("theme_talk", s.ClosingRound)
    house.click("Maya keeps a line")
    house.focus_on("Maya, what did you hear that mattered?")
    house.type("You laug")
    return house


@pytest.mark.parametrize("way", ["stop", "pause and stop", "lighter and on"])
def test_a_line_that_was_begun_waits_in_the_notebook(begun, way):
    session, pauses = begun.session, begun.models.pause_controls
    if way == "pause and stop":
        session.pressKey("pause", "right")
        pauses.start("think", 10)
    if way == "lighter and on":
        session.lighten()
        while not session.leader.over:
            session.do(a_way_on(session.leader.state))
    begun.stop_for_good()
    assert begun.store.drafts.draft("notebook:new") == "You laug"
    assert begun.store.drafts.drafts_under("session:") == {}


def test_a_line_begun_before_a_crash_and_a_stop_waits_too(begun, build):
    begun.session.pressKey("pause", "right")
    again = build()
    again.session.carryOn()
    again.stop_for_good()
    assert again.store.drafts.draft("notebook:new") == "You laug"


def test_what_one_writes_alone_waits_for_them_alone_even_after_a_pause(house):
    house.sit_down_until("outside_view", s.Writing, Seat.LEFT)
    house.click("Only I am looking")
    house.focus_on("What would somebody say")
    house.type("It was late.")
    house.key(Key.Key_Tab)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.start("think", 10)
    house.stop_for_good()
    assert house.store.drafts.draft("alone:left") == "It was late."
    assert house.store.drafts.draft("notebook:new") == ""


def test_one_alone_is_never_asked_for_another(house):
    house.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
    house.session.pressKey("pause", "left")
    assert house.step == "write"
    house.session.pressKey("pause", "right")
    assert not house.says("A pause for both of you")
    house.models.pause_controls.start("think", 10)
    house.clock.pass_time(600)
    house.session.look_at_the_clock()
    house.wait_for("This is for Tomas alone")
    house.click("Only I am looking")
    house.click("I am ready")
    assert house.step == "write"


FORMS = {
    "Add a question of your own": ("programme", "A question of your own for"),
    "Add a theme of your own": ("programme", "A theme of your own"),
    "Propose a ritual": ("rituals", "What you call it"),
    "Add an idea of your own": ("activities", "An idea of your own"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_page_opens_in_the_form_that_was_begun_on_it(house, form):
    page, first = FORMS[form]
    house.turn_to(page)
    house.click(form)
    house.focus_on(first)
    house.type("Why")
    house.turn_to("home")
    house.turn_to(page)
    house.focus_on(first)
    field = house.frame.activeFocusItem()
    house.qtbot.waitUntil(lambda: inside(field, house.frame))
    house.type("?")
    assert field.property("text") == "Why?"


class TestTheCurtain:
    @pytest.fixture
    def composing(self, house):
        house.sit_down_until("careful_opening", s.Composing, Seat.LEFT)
        house.click("Only I am looking")
        house.focus_on("What I see of your side")
        house.type("I see your long days.")
        return house

    def closed(self, house):
        house.wait_for("This is for Maya alone")
        return not house.says("I see your long days.") and house.session.props.curtain

    def test_it_is_closed_after_a_pause(self, composing):
        composing.session.pressKey("pause", "right")
        composing.models.pause_controls.takeBack()
        assert self.closed(composing)

    def test_it_is_closed_after_the_window_was(self, composing):
        composing.session.leave()
        composing.session.carryOn()
        assert self.closed(composing)

    def test_it_is_closed_after_a_crash(self, composing, build):
        again = build()
        again.click("Carry on")
        assert self.closed(again)
        assert again.find("Only I am looking")

    def test_it_is_closed_after_a_crash_for_one_who_sits_alone(self, house, build):
        house.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
        house.click("Only I am looking")
        house.focus_on("What would somebody say")
        house.type("It was late.")
        again = build()
        again.click("Carry on")
        again.wait_for("This is for Tomas alone")
        assert not again.says("It was late.")
        again.click("Only I am looking")
        written = again.find("What would somebody say who wishes you both well?")
        assert written.property("text") == "It was late."

    def test_the_words_go_when_the_talk_is_let_rest(self, composing):
        until = composing.clock.now() + timedelta(hours=20)
        composing.session.pressKey("pause", "right")
        composing.models.pause_controls.book("think", 1, until.strftime("%H:%M"))
        composing.click("Good. Home")
        composing.click("Let it rest")
        assert composing.use.sessions.waiting() is not None
        composing.click("It may rest for good")
        assert composing.use.sessions.waiting() is None
        assert composing.store.drafts.drafts_under("session:") == {}


def test_enough_for_today_is_possible_while_it_is_held(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.leave()
    house.key(Key.Key_Escape)
    house.wait_for("Enough for today")
    assert house.step == "stopped"


def test_escape_leaves_a_talk_that_waits_waiting(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.book("think", 1, "12:00")
    house.wait_for("Your talk waits for you")
    house.key(Key.Key_Escape)
    house.wait_for("Tomorrow, 12:00: your talk goes on")
    assert house.use.sessions.waiting() is not None


def test_a_time_that_cannot_be_read_keeps_the_field_open(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.book("think", 1, "12:00")
    house.click("Another time")
    house.paste("Time", "tea time")
    house.click("We go on then")
    house.wait_for("That time could not be read.")
    assert house.find("Time").property("text") == "tea time"
    house.click("Leave it as it is")
    assert house.says("Tomorrow, 12:00")


class TestInWriting:
    @pytest.fixture
    def typing(self, house):
        couples = house.use.couples
        couples.choose(replace(couples.settings, typed=(Seat.RIGHT,)))
        house.sit_down_until("theme_talk", s.Talking)
        house.models.compose_controls.keepTyped("The mornings.")
        return house

    def test_the_recap_of_a_pause_has_its_own_words(self, typing):
        typing.session.pressKey("pause", "left")
        typing.models.pause_controls.start("think", 10)
        typing.session.press("left")
        typing.session.press("right")
        typing.session.press("left")
        assert typing.models.compose_controls.typed == ""
        typing.models.compose_controls.keepTyped("I felt small.")
        typing.session.press("right")
        assert typing.step == "speak"
        assert typing.models.compose_controls.typed == "The mornings."

    def test_what_was_typed_stands_there_to_be_said_back_by_voice(self, typing):
        typing.session.press("right")
        typing.wait_for("Written before: The mornings.")
        typing.session.pressKey("pause", "left")
        typing.models.pause_controls.takeBack()
        typing.wait_for("Written before: The mornings.")
        typing.session.press("left")
        typing.models.turn_controls.answer(2)
        assert typing.session.props.repair == 1
        typing.wait_for("Written before: The mornings.")


def test_a_reminder_of_a_talk_leaves_a_sealed_sentence_alone(house):
    evening = house.clock.now().date()
    house.store.drafts.remember_draft(f"evening:{evening}:left", "You called.")
    house.models.ask_model.ask(Reminder(ReminderKind.RETURN, evening + timedelta(days=1)))
    assert house.store.drafts.draft(f"evening:{evening}:left") == "You called."


def test_the_talk_waits_when_the_computer_is_about_to_end_us(house):
    house.sit_down()
    assert not house.session.leader.held
    house.running.hold()
    assert house.session.leader.held
    assert house.step == "held"
