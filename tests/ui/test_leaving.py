"""Every private place is left in one way: no model and no screen keeps what one had opened.

A new private place is one more function here.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import steps as s
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.programme import words
from tests.store.helpers import entry
from tests.ui.agreements.agreeing_hands import make, two_weeks_pass
from tests.ui.needs.test_needs_pages import add, everything_shown, open_curtain, write_lists
from tests.ui.reminders.test_small_window import half_past_nine, remind, texts_in

MINE = "a marzipan hour"


def my_wish(house):
    house.turn_to("programme")
    house.models.depth_model.ask("left")
    house.models.depth_model.openCurtain()
    house.models.depth_model.choose(3)
    assert house.models.depth_model.props.chosen == 3
    return words.ceiling_words(4)


def my_lines(house):
    house.store.notebook.add(replace(entry("e1", MINE), author=Seat.LEFT, private=True))
    house.turn_to("notebook")
    house.models.own_pages_model.ask("left")
    house.models.own_pages_model.openCurtain()
    return MINE


def my_answer(house):
    make(house)
    two_weeks_pass(house)
    house.turn_to("agreements")
    house.models.review_model.look("a1")
    house.models.review_model.answer("left")
    house.models.review_model.openCurtain()
    return "How well does it fit what matters most to you?"


def my_comfort(house):
    house.use.couples.name_comfort(Seat.LEFT, MINE, "")
    house.turn_to("comfort")
    house.models.comfort_model.look("left")
    return MINE


def our_lists(house):
    house.sit_down_until("needs", n.ChoosingTopic)
    house.click("Time together")
    write_lists(house, MINE)
    house.stop_for_good()
    house.session.clear()
    house.turn_to("lists")
    house.models.kept_lists_model.look(house.store.needs.kept()[0])
    return MINE


def our_sheet(house):
    house.turn_to("sheet")
    house.models.sheet_model.draw()
    return house.models.sheet_model.groups.rows[2].text


def two_groups_of_our_sheet(house):
    code = our_sheet(house)
    house.models.sheet_model.onPaper()
    house.focus_on("Group")
    house.type(code)
    return code


def our_passphrase(house):
    house.turn_to("lock")
    house.models.lock_model.ask("choose")
    house.focus_on("The new one")
    house.click("Show what I type")
    house.tab_to("The new one: a few words that both of you can say")
    house.type(MINE)
    return MINE


def my_list(house):
    house.sit_down_until("needs", n.ChoosingTopic)
    house.click("Time together")
    open_curtain(house)
    add(house, MINE)
    return MINE


def my_tension(house):
    house.sit_down_until("theme_talk", s.Readiness)
    house.session.openCurtain()
    return "A talk is fine today"


def my_careful_words(house):
    house.sit_down_until("careful_opening", s.Composing, Seat.RIGHT)
    house.click("Only I am looking")
    field = next(i.object() for i in house.seen() if i.role() is i.role().EditableText)
    field.forceActiveFocus()
    field.insert(0, MINE)
    return MINE


def my_view_from_outside(house):
    house.sit_down_until("outside_view", s.Writing, Seat.RIGHT)
    house.click("Only I am looking")
    house.focus_on("What would somebody say who wishes you both well?")
    house.type(MINE)
    return MINE


def closing_the_window(house):
    house.close_window()


def closing_and_coming_back(house):
    house.close_window()
    house.show(house.frame)


def asking_for_the_evening(house):
    house.open_evening()


def sitting_down(house):
    house.sit_down()


def pressing_the_reminder(house):
    """A review is due, and somebody says yes to the small window."""
    house.reminder.page.emit(PageName.NOTEBOOK)


def turning_to(page):
    def turn(house):
        house.turn_to(page)

    turn.__name__ = f"turning_to_{page}"
    return turn


PAGES = [my_wish, my_lines, my_answer, my_comfort, our_lists]
PAGES += [our_sheet, two_groups_of_our_sheet, our_passphrase]
TALKS = [my_list, my_tension, my_careful_words, my_view_from_outside]
SHARED = {our_lists, our_sheet, two_groups_of_our_sheet}
"""What both may copy."""
ANYWHERE = [closing_the_window, closing_and_coming_back, asking_for_the_evening]
FROM_A_PAGE = [sitting_down, pressing_the_reminder, *map(turning_to, ("home", "ours", "packs"))]


@pytest.mark.parametrize(
    ("opened", "way"),
    [
        *((place, way) for place in PAGES for way in (*ANYWHERE, *FROM_A_PAGE)),
        *((place, way) for place in TALKS for way in ANYWHERE),
    ],
    ids=lambda one: one.__name__,
)
def test_nothing_private_stays(house, opened, way):
    words = opened(house)
    house.settle()
    assert words in everything_shown(house)
    house.clipboard.setText(words)
    way(house)
    if house.frame.isVisible():
        house.settle()
    assert words not in everything_shown(house)
    assert (house.clipboard.text() == "") is (opened not in SHARED)


def test_what_one_copied_is_gone_before_the_other_writes(house):
    house.open_evening()
    house.click("Maya writes", house.small_window)
    house.paste("One thing you appreciate", MINE, house.small_window)
    house.clipboard.setText(MINE)
    house.click("Seal it", house.small_window)
    assert house.clipboard.text() == ""


def by_its_button(house):
    house.click("Close for now", house.small_window)


def by_escape(house):
    house.key(Qt.Key.Key_Escape, window=house.small_window)


def by_its_frame(house):
    house.small_window.close()


LEFT = [by_its_button, by_escape, by_its_frame, sitting_down]


def my_appreciation(house):
    """Begun, and taken up again."""
    for way in (by_escape, lambda _: None):
        house.open_evening()
        house.click("Maya writes", house.small_window)
        house.paste("One thing you appreciate", MINE, house.small_window)
        way(house)
    assert MINE in everything_shown(house)


@pytest.mark.parametrize("leaves", LEFT)
def test_the_evening_is_left_and_the_question_that_comes_knows_nothing_of_it(house, leaves):
    a_minute = timedelta(minutes=1)
    half_past_nine(house, days=-a_minute / timedelta(days=1))
    my_appreciation(house)
    leaves(house)
    assert not house.reminder.open
    assert MINE not in everything_shown(house)
    assert house.use.evenings.evening(house.use.evenings.today()).given == ()
    house.session.clear()
    house.look_away()
    house.clock.pass_time(a_minute.total_seconds())
    remind(house)
    house.settle(house.small_window)
    assert house.models.ask_model.props.asking
    assert MINE not in "".join(texts_in(house.small_window))


def test_a_question_over_last_night_s_page_knows_nothing_of_it(house):
    half_past_nine(house)
    for seat in Seat:
        house.use.evenings.give(house.use.evenings.today(), seat, MINE)
    house.open_evening()
    house.click("Open both", house.small_window)
    assert MINE in "".join(texts_in(house.small_window))
    half_past_nine(house, days=1)
    remind(house)
    assert house.models.ask_model.props.asking
    assert MINE not in "".join(texts_in(house.small_window))


def test_it_closes_where_nothing_can_be_read(house, monkeypatch):
    my_lines(house)
    monkeypatch.setattr(house.store.notebook, "private_of", _cannot)
    house.models.own_pages_model.leave()
    assert house.models.own_lines_model.entries.rows == []
    assert house.models.own_pages_model.props.stage == ""


def test_a_page_that_was_left_is_there_again_with_the_window(house):
    house.store.notebook.add(entry("e2", "The lake on Sunday."))
    my_lines(house)
    closing_and_coming_back(house)
    house.wait_for("The lake on Sunday.")
    assert not house.says(MINE)


def test_a_talk_waits_behind_a_closed_window(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.close_window()
    assert house.step == "held"
    house.clock.pass_time(timedelta(hours=1).total_seconds())
    house.show(house.frame)
    house.wait_for("Carry on")
    assert house.step == "held"


@pytest.mark.parametrize("stage", ["pausing", "waiting"])
def test_a_pause_and_a_promised_time_go_on_beside_the_evening(house, stage):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    if stage == "pausing":
        house.models.pause_controls.start("think", 10)
    else:
        house.models.pause_controls.book("think", 1, "12:00")
    house.open_evening()
    assert house.step == stage


def test_who_comes_back_with_the_window_closed_comes_back_to_the_talk(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.book("think", 1, "12:00")
    house.session.goHome()
    house.close_window()
    house.reminder.come_back.emit()
    house.wait_for("Your talk waits for you")
    house.click("Go on with it")
    house.wait_for("This is for")
    assert house.step == "returning"


def test_who_turns_to_the_page_they_are_on_keeps_their_place(house):
    house.tab_to("Home")
    house.key(Qt.Key.Key_Return)
    house.settle()
    assert house.focused_name() == "Home"


def test_a_home_that_cannot_be_read_keeps_nobody_in_a_talk_that_is_over(house, monkeypatch):
    house.sit_down()
    house.stop_for_good()
    ended = QSignalSpy(house.running.composition.session.ended)
    monkeypatch.setattr(type(house.use.home), "look", _cannot)
    with house.qtbot.captureExceptions() as told:
        house.session.goHome()
    assert [kind for kind, *_ in told] == [StoreDamaged]
    assert (ended.count(), house.app.props.page) == (1, "home")


def _cannot(*args, **more):
    raise StoreDamaged("a page")
