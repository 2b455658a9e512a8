"""The page of reminders: what comes, what was found, and choices that are kept at once."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt

from coupleapp.desktop.autostart.base import AutostartState
from coupleapp.domain.couple import Seat
from coupleapp.domain.reminders.kinds import Reminder, ReminderKind
from coupleapp.domain.settings import Closing, Settings
from coupleapp.ui.reminders.words import (
    Abilities,
    Coming,
    coming_line,
    found_lines,
    kind_words,
    login_line,
)
from tests.application.hands import write_protected


@pytest.fixture
def page(house):
    house.use.couples.choose(Settings(invite_at=None))
    house.turn_to("reminders")
    house.wait_for("What comes next")
    return house


def chosen(house) -> Settings:
    return house.store.couple.settings()


def test_the_next_three_are_named(page):
    for day in ("Today", "Tomorrow"):
        assert page.says(f"{day}, 21:30: the quiet moment of the evening") or page.says(
            f"{day}, 9:30 PM: the quiet moment of the evening"
        )
    assert sum("the quiet moment" in name for name in page.names()) == 3


def test_nothing_comes_when_nothing_is_wanted(page):
    page.click("Do not ask")
    page.wait_for("Nothing comes by itself")
    assert chosen(page).evening is None
    page.click("Ask us at that time")
    assert chosen(page).evening == time(21, 30)


def test_another_time(page):
    page.paste("Evening time", "20:45")
    page.click("Ask us at that time")
    assert chosen(page).evening == time(20, 45)
    page.paste("Evening time", "soon")
    page.click("Ask us at that time")
    page.wait_for("Please write the time like 21:30.")
    assert chosen(page).evening == time(20, 45)


@pytest.mark.parametrize("typed", ["20:45", "20.45"])
def test_a_time_is_written_once_however_the_field_is_left(page, monkeypatch, typed):
    saved = []
    save = page.store.couple.save
    monkeypatch.setattr(page.store.couple, "save", lambda *both: saved.append(both) or save(*both))
    page.paste("Evening time", typed)
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Tab)
    page.click("Ask us at that time")
    assert [settings.evening for _, settings in saved] == [time(20, 45)]


@pytest.mark.parametrize(("name", "number"), [("On Home only", 0), ("Two a week", 2)])
def test_how_many_invitations(page, name, number):
    page.click(name)
    assert (chosen(page).invites, chosen(page).invite_at) == (number, time(18, 30))


@pytest.mark.parametrize(
    ("name", "days"), [("For today", 1), ("For a week", 7), ("For a month", 30)]
)
def test_a_rest_has_an_end_that_home_shows(page, name, days):
    today = page.clock.now().date()
    page.click(name)
    assert chosen(page).rest_until == today + timedelta(days=days)
    page.turn_to("home")
    page.wait_for("Reminders rest until")
    page.reminder.gone.emit()
    page.models.home_model.wakeAsked.connect(lambda: page.models.reminders_model.rest(0))
    page.click("Begin again now")
    assert chosen(page).rest_until is None


@pytest.mark.parametrize(
    ("name", "closing"),
    [("Wait in any case", Closing.STAY), ("End", Closing.QUIT)],
)
def test_what_closing_does(page, name, closing):
    page.click(name)
    assert chosen(page).closing is closing
    page.click("Wait beside the clock, else end")
    assert chosen(page).closing is Closing.TRAY


def test_what_cannot_be_kept_is_said_and_stands(page):
    with write_protected(page.store):
        page.click("Do not ask")
        page.wait_for("Nearer may not write to its folder.")
    assert chosen(page).evening == time(21, 30)


def test_login_is_what_the_system_says(page):
    assert not page.says("Begin quietly by itself"), "where it is impossible it is not offered"
    page.login.says = AutostartState.OFF
    page.turn_to("reminders")
    page.click("Begin quietly by itself")
    assert page.login.asked == [True]
    assert page.models.reminders_model.props.login == "off", "until the system says so"
    page.login.says = AutostartState.ON
    page.turn_to("reminders")
    assert page.says("Nearer begins by itself when you log in.")


def test_the_computer_is_looked_at_when_the_page_opens_and_nearer_can_end(page):
    looked, left = [], []
    page.models.reminders_model.lookAsked.connect(lambda: looked.append(1))
    page.models.reminders_model.leaving.connect(lambda: left.append(1))
    page.turn_to("reminders")
    page.click("End Nearer now")
    assert (looked, left) == ([1], [1])


def test_every_finding_has_its_two_sentences(qapp):
    nothing = found_lines(Abilities(comes=Coming.WINDOW))
    everything = found_lines(
        Abilities(
            comes=Coming.WINDOW,
            tray=True,
            do_not_disturb=True,
            full_screen=True,
            call=True,
            idle=True,
            login="on",
        )
    )
    assert set(nothing).isdisjoint(everything)
    assert len(nothing) == len(everything)


def test_where_no_window_comes_by_itself_the_page_says_what_does(page):
    for comes in (Coming.NOTE, Coming.HOME):
        page.models.reminders_model.see(Abilities(comes=comes))
        page.wait_for(coming_line(comes))
        assert not page.says("A film or a presentation"), "that is the desktop's own"
        assert page.says("somebody types") is (comes is Coming.NOTE)
    assert len({coming_line(comes) for comes in Coming}) == len(Coming)


def test_every_kind_and_every_answer_of_the_system_has_words(qapp):
    assert len({kind_words(kind) for kind in ReminderKind}) == len(ReminderKind)
    answers = ("on", "off", "refused", "impossible", "unknown")
    assert len({login_line(answer) for answer in answers}) == len(answers)


# -- on Home


def weeks_later(house, days):
    house.clock.move_wall(days * 86_400)
    house.turn_to("home")


def test_after_quiet_weeks_home_has_one_welcome_and_eight_quiet_minutes(house):
    weeks_later(house, 20)
    assert house.says("Good to see you. Start anywhere")
    house.click("Eight quiet minutes")
    assert house.session.leader.state.plan.format_id == "quiet_together"


def test_the_month_is_on_home_until_it_was_held(house):
    house.use.notebook.write("A line.", None)
    weeks_later(house, 27)
    house.use.notebook.write("Another line.", None)
    weeks_later(house, 2)
    house.click("Sit down for the month")
    assert house.session.leader.state.plan.format_id == "monthly_check_in"


def test_a_look_back_is_taken_up_once(house):
    house.use.notebook.write("A line.", None)
    weeks_later(house, 27)
    house.use.notebook.write("Another line.", None)
    weeks_later(house, 2)
    for kind in (ReminderKind.LOOK_BACK,):
        house.models.home_model.inviteTaken.emit(kind.value)
    assert house.app.props.page == "notebook"
    assert house.store.evenings.reminders(house.clock.now().date())[0].kind is kind


def test_an_evening_that_could_not_come_is_one_quiet_line_once(house):
    house.use.couples.choose(Settings())
    first = house.use.evenings.today()
    house.use.reminding.let_go(Reminder(ReminderKind.APPRECIATION, first + timedelta(days=1)))
    weeks_later(house, 3)
    assert house.says("Last evening stayed quiet. Tonight is a new one.")
    house.use.notebook.write("We talked.", None)
    weeks_later(house, 1)
    assert not house.says("Last evening stayed quiet")


def test_an_evening_spent_talking_was_not_quiet(house):
    house.use.couples.choose(Settings())
    first = house.use.evenings.today()
    house.use.reminding.let_go(Reminder(ReminderKind.APPRECIATION, first + timedelta(days=1)))
    house.clock.move_wall(2 * 86_400)
    house.use.notebook.write("We talked.", None)
    weeks_later(house, 1)
    assert not house.says("Last evening stayed quiet")


def test_a_sealed_sentence_is_named_the_next_day_without_a_word_of_it(house):
    house.use.evenings.give(house.use.evenings.today(), Seat.LEFT, "You waited.")
    weeks_later(house, 0.5)
    assert house.says("A sealed sentence waits for tonight.")
    assert not house.says("You waited.")


def test_home_says_the_time_it_was_put_off_to_and_that_it_needs_the_window(house):
    house.use.couples.choose(Settings(closing=Closing.STAY))
    tonight = Reminder(ReminderKind.APPRECIATION, house.use.evenings.today())
    house.clock.move_wall(95 * 60)
    house.use.reminding.later(tonight, 15)
    house.turn_to("home")
    assert house.says("Tonight, a quiet moment at 21:50") or house.says("at 9:50 PM")
    assert not house.says("It comes while this window stays open.")
    house.use.couples.choose(Settings(closing=Closing.TRAY))
    house.turn_to("home")
    assert house.says("It comes while this window stays open.")


def test_a_time_is_kept_when_its_field_is_left(page):
    page.paste("Evening time", "22:10")
    page.key(Qt.Key.Key_Tab)
    assert chosen(page).evening == time(22, 10)
    page.click("One a week")
    page.paste("Invitation time", "17:15")
    page.key(Qt.Key.Key_Tab)
    assert chosen(page).invite_at == time(17, 15)


def test_login_is_offered_once_after_the_first_kept_evening(house):
    house.login.says = AutostartState.OFF
    house.turn_to("reminders")
    house.turn_to("home")
    assert not house.says("Shall it begin by itself")
    tonight = house.use.evenings.today()
    for seat in ("left", "right"):
        both = house.use.evenings.give(tonight, seat, None)
    house.use.evenings.reveal(both)
    house.turn_to("home")
    house.click("No, we open it")
    assert house.use.couples.settings.login_asked
    assert house.login.asked == []
    assert not house.says("Shall it begin by itself")
