"""What was just pressed does nothing on what has come since; whoever means it is never ignored."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from coupleapp.domain.calm.grounding import Zone
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.keys import KeyPlace
from tests.ui.base.strokes import event_at, press_at
from tests.ui.house import middle

Key = Qt.Key
LEFT, NOTHING_HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
QUICK_S = 0.05


@pytest.fixture
def quick(house):
    """Two presses in a row come within a fifth of a second."""
    house.hands.pause_s = QUICK_S
    return house


def wait_a_second(house) -> None:
    for _ in range(round(1 / QUICK_S)):
        house.hands()


def until(house, step, kind="theme_talk"):
    house.sit_down_until(kind, step)
    wait_a_second(house)
    house.settle()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_double_press_answers_one_question(quick, key):
    until(quick, s.Introducing)
    quick.tab_to("Tomas begins")
    quick.key(key)
    assert quick.step == "speak"
    quick.settle()
    quick.tab_to("Done for now")
    quick.key(key)
    assert quick.step == "speak"
    wait_a_second(quick)
    quick.key(key)
    assert quick.step == "mirror"


def test_a_double_press_of_one_s_own_key_takes_one_step(quick):
    """Maya is ready last, and the same key would end what she says first."""
    until(quick, s.Talking)
    quick.session.pressKey("pause", "left")
    quick.models.pause_controls.start("think", 10)
    wait_a_second(quick)
    press_at(quick.frame, KeyPlace.KEY_J, "j")
    press_at(quick.frame, KeyPlace.KEY_F, "f")
    assert (quick.step, quick.session.props.talker) == ("recap", "left")
    press_at(quick.frame, KeyPlace.KEY_F, "f")
    assert quick.session.props.talker == "left"
    wait_a_second(quick)
    press_at(quick.frame, KeyPlace.KEY_F, "f")
    assert quick.session.props.talker == "right"


def test_the_other_s_key_is_not_in_use(quick):
    until(quick, s.Talking)
    press_at(quick.frame, KeyPlace.KEY_J, "j")
    press_at(quick.frame, KeyPlace.KEY_F, "f")
    assert quick.step == "heard"


def test_a_key_that_is_still_held_reaches_nothing(quick):
    until(quick, s.Introducing)
    quick.tab_to("Tomas begins")
    QTest.keyPress(quick.frame, Key.Key_Return)
    assert quick.step == "speak"
    quick.settle()
    quick.tab_to("Done for now")
    wait_a_second(quick)
    wait_a_second(quick)
    for _ in range(20):
        held = event_at(KeyPlace.KEY_J, "j", repeats=True)
        QCoreApplication.sendEvent(quick.frame, held)
        repeat(quick, Key.Key_Return, "\r")
    assert quick.step == "speak"
    QTest.keyRelease(quick.frame, Key.Key_Return)


def repeat(house, key, text):
    again = QKeyEvent(QEvent.Type.KeyPress, key, NOTHING_HELD, text, True)
    QCoreApplication.sendEvent(house.frame, again)


def test_a_double_press_that_leads_home_does_not_sit_down_again(quick):
    until(quick, s.Talking)
    quick.key(Key.Key_Escape)
    quick.settle()
    quick.tab_to("Home")
    quick.key(Key.Key_Return)
    quick.tab_to("Sit down once more")
    quick.key(Key.Key_Return)
    assert quick.app.props.page == "home"
    wait_a_second(quick)
    quick.key(Key.Key_Return)
    assert quick.step == "agree"


def test_the_curtain_opens_and_nothing_is_answered_behind_it(quick):
    until(quick, s.Readiness)
    quick.tab_to("Only I am looking")
    quick.key(Key.Key_Return)
    quick.settle()
    quick.tab_to("A talk is fine today")
    quick.key(Key.Key_Return)
    assert quick.session.props.asked == "left"
    wait_a_second(quick)
    quick.key(Key.Key_Return)
    assert quick.session.props.asked == "right"


def test_a_double_press_on_home_does_not_agree_already(quick):
    wait_a_second(quick)
    quick.tab_to("Sit down together")
    quick.key(Key.Key_Return)
    quick.focus_on("Maya agrees")
    quick.key(Key.Key_Return)
    assert not quick.find("Maya agrees").property("checked")


def ground(house) -> None:
    """To the last sentence of what suits too much, in a pause."""
    until(house, s.Talking)
    house.session.pressKey("pause", "left")
    house.models.pause_controls.start("flooded", 30)
    grounding = house.models.grounding_controls
    grounding.answer(Zone.TOO_MUCH)
    while grounding.props.step < grounding.props.steps:
        grounding.onward()
    wait_a_second(house)
    house.settle()


def test_a_space_too_many_after_a_grounding_stays_where_it_led(quick):
    ground(quick)
    place = quick.models.grounding_controls.props.place
    quick.key(Key.Key_Space)
    after = quick.models.grounding_controls.props.place
    assert after != place
    quick.settle()
    quick.key(Key.Key_Space)
    assert quick.models.grounding_controls.props.place == after
    wait_a_second(quick)
    quick.key(Key.Key_Space)
    assert quick.models.grounding_controls.props.place != after


def test_a_double_press_on_a_line_kept_does_not_leave_the_round(quick):
    until(quick, s.ClosingRound)
    quick.click("Maya keeps a line")
    wait_a_second(quick)
    quick.type("One.")
    hand_on(quick)
    quick.settle()
    assert quick.focused_name() == "We have said it"
    quick.key(Key.Key_Return)
    assert quick.step == "closing_round"
    wait_a_second(quick)
    quick.key(Key.Key_Return)
    assert quick.step == "rate"


def test_of_what_is_written_no_letter_is_lost(quick):
    both_type(quick)
    until(quick, s.Talking)
    write(quick, "yes")
    hand_on(quick)
    assert quick.step == "mirror"
    assert write(quick, "yes yes") == "yes yes"
    # It was just in use, and would leave what is written.
    hand_on(quick)
    assert quick.step == "mirror"
    wait_a_second(quick)
    hand_on(quick)
    assert quick.step == "heard"


def both_type(house) -> None:
    couples = house.use.couples
    couples.choose(replace(couples.settings, typed=tuple(Seat)))


def write(house, words: str) -> str:
    """Letter by letter; what stands there then."""
    house.qtbot.waitUntil(lambda: house.frame.activeFocusItem().inherits("QQuickTextEdit"))
    house.type(words)
    return house.frame.activeFocusItem().property("text")


def hand_on(house) -> None:
    QTest.keyClick(house.frame, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


class TestTheMouse:
    def press(self, house, at: QPoint) -> None:
        QTest.mouseClick(house.frame, LEFT, NOTHING_HELD, at)
        house.settle()

    def test_a_double_click_answers_one_question(self, quick):
        until(quick, s.Introducing)
        quick.click("Tomas begins")
        assert quick.step == "speak"
        quick.settle()
        done = middle(quick.find("Done for now"))
        self.press(quick, done)
        assert quick.step == "speak"
        wait_a_second(quick)
        self.press(quick, done)
        assert quick.step == "mirror"

    def test_what_comes_by_its_own_time_does_not_take_a_press_that_was_not_for_it(self, quick):
        until(quick, s.SayingBack)
        done = middle(quick.find("I've said it back"))
        quick.models.turn_controls.askQuestion()
        wait_a_second(quick)
        quick.settle()
        quick.pass_time(60)
        assert (quick.step, quick.session.props.question) == ("mirror", False)
        self.press(quick, done)
        assert quick.step == "mirror"
        wait_a_second(quick)
        self.press(quick, done)
        assert quick.step == "heard"

    def test_a_press_under_way_when_its_time_is_over_is_let_go_on_nothing(self, quick):
        until(quick, s.SayingBack)
        quick.models.turn_controls.askQuestion()
        wait_a_second(quick)
        quick.settle()
        at = middle(quick.find("Asked and answered"))
        QTest.mousePress(quick.frame, LEFT, NOTHING_HELD, at)
        quick.pass_time(60)
        assert not quick.session.props.question
        QTest.mouseRelease(quick.frame, LEFT, NOTHING_HELD, at)
        assert quick.step == "mirror"

    def test_one_of_two_names_is_not_pressed_by_a_double_click_on_the_offer(self, quick):
        quick.sit_down_until("theme_talk", s.Talking)
        quick.session.stop()
        quick.session.goHome()
        quick.clock.pass_time(86_400)
        quick.turn_to("home")
        quick.settle()
        wait_a_second(quick)
        at = middle(quick.find("Look at it"))
        quick.click("Look at it")
        quick.settle()
        assert quick.models.home_model.props.setback_asking
        self.press(quick, at)
        assert quick.app.props.page == "home"

    def test_on_one_screen_it_is_pressed_as_often_as_one_likes(self, quick):
        quick.turn_to("settings")
        wait_a_second(quick)
        for on in (False, True, False, True):
            quick.click("With keys" if on else "Without keys")
            assert quick.use.couples.settings.keys.on is on

    def test_a_double_tap_answers_one_question_too(self, quick):
        until(quick, s.Introducing)
        screen = QTest.createTouchDevice()

        def tap(name):
            at = middle(quick.find(name))
            QTest.touchEvent(quick.frame, screen).press(0, at, quick.frame).commit()
            QTest.touchEvent(quick.frame, screen).release(0, at, quick.frame).commit()
            quick.settle()

        tap("Tomas begins")
        assert quick.step == "speak"
        tap("Done for now")
        assert quick.step == "speak"
        wait_a_second(quick)
        tap("Done for now")
        assert quick.step == "mirror"

    def test_a_finger_still_scrolls(self, quick):
        """What stands before the pages lets it through."""
        quick.turn_to("settings")
        wait_a_second(quick)
        quick.settle()
        scroller = next(item for item in below(quick.shell) if item.inherits("QQuickFlickable"))
        screen, at = QTest.createTouchDevice(), QPoint(500, 500)
        QTest.touchEvent(quick.frame, screen).press(0, at, quick.frame).commit()
        for y in range(480, 200, -20):
            QTest.touchEvent(quick.frame, screen).move(0, QPoint(500, y), quick.frame).commit()
            quick.settle()
        QTest.touchEvent(quick.frame, screen).release(0, QPoint(500, 200), quick.frame).commit()
        assert scroller.property("contentY") > 100


def below(item):
    for child in item.childItems():
        yield child
        yield from below(child)
