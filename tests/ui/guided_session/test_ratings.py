"""No number that nobody chose: every scale begins unset, and may be left so with one press."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.private_ratings import NOTHING_SAID, PrivateRatings
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.house import Role, name_of, rect_of

Key = Qt.Key
TENSE, HEARD, TENSE_NOW = (
    "How tense are you right now?",
    "How well did you feel heard?",
    "How tense are you now?",
)
UNSET = -1
DONE = ("A talk is fine today", "Better another day", "Rather not say")


@pytest.fixture
def asked(house):
    """Maya alone, before the talk."""
    house.sit_down()
    house.session.agree()
    house.click("Only I am looking")
    house.focus_on(TENSE)
    return house


@pytest.fixture
def rating(house):
    """Maya alone, after it."""
    house.sit_down()
    session = house.session
    while not is_rating(session.leader.state.step):
        session.do(a_way_on(session.leader.state))
    house.click("Only I am looking")
    house.focus_on(HEARD)
    return house


def is_rating(step) -> bool:
    return isinstance(step, s.Sharing) and step.kind is StepKind.RATE


def scale(house, question) -> dict[str, object]:
    """What a screen reader is told of it."""
    (found,) = [i for i in house.seen() if i.role() == Role.Slider and name_of(i) == question]
    worth = found.valueInterface()
    return {
        "says": found.text(QAccessible.Text.Description),
        "value": worth.currentValue(),
        "from": worth.minimumValue(),
        "to": worth.maximumValue(),
    }


def value(house, question) -> int:
    return house.find(question).property("value")


def said(house):
    return house.session.leader.state.said


def test_it_begins_unset_and_says_so(rating):
    for question in (HEARD, TENSE_NOW):
        assert scale(rating, question) == {
            "says": "not chosen yet",
            "value": UNSET,
            "from": 0,
            "to": 10,
        }
    assert not rating.find("Done").isEnabled()
    assert not rating.says("take it back")


def test_before_the_talk_nothing_is_preset_either(asked):
    assert scale(asked, TENSE)["says"] == "not chosen yet"
    assert not any(asked.find(way).property("chosen") for way in DONE)


def test_to_rather_not_say_is_as_near_as_done_and_one_press(rating):
    done, open_ = rect_of(rating.find("Done")), rect_of(rating.find("Rather not say"))
    assert done.size() == open_.size()
    assert done.top() == open_.top()
    rating.key(Key.Key_9)
    rating.click("Rather not say")
    rating.wait_for("This is for Tomas alone")
    assert said(rating).left == PrivateRatings(tension=3)


def test_before_the_talk_all_three_are_alike_and_what_is_not_said_is_not_kept(asked):
    assert len({rect_of(asked.find(way)).size().toTuple() for way in DONE}) == 1
    asked.key(Key.Key_9)
    asked.click("Rather not say")
    asked.wait_for("This is for Tomas alone")
    asked.click("Only I am looking")
    asked.click("Rather not say")
    assert said(asked) == NOTHING_SAID
    assert asked.step == "breathe"


def test_what_was_chosen_is_said_and_what_was_not_is_not(rating):
    rating.key(Key.Key_8)
    assert value(rating, HEARD) == 8
    rating.click("Done")
    rating.wait_for("This is for Tomas alone")
    rating.click("Only I am looking")
    assert value(rating, HEARD) == UNSET
    rating.tab_to(TENSE_NOW)
    rating.key(Key.Key_2)
    rating.click("Done")
    assert said(rating) == Both(PrivateRatings(3, 8, None), PrivateRatings(3, None, 2))
    assert rating.step == "last_breath"


def test_a_talk_is_fine_with_no_number_at_all(asked):
    asked.click("A talk is fine today")
    assert asked.session.leader.state.step.answered == (Seat.LEFT,)
    assert said(asked) == NOTHING_SAID


def test_better_another_day_says_so_without_a_number(asked):
    asked.click("Better another day")
    asked.click("Only I am looking")
    asked.click("Rather not say")
    asked.wait_for("Today suits something lighter")


# -- by the keyboard alone


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down])
def test_the_first_arrow_chooses_the_middle(rating, key):
    rating.key(key)
    assert value(rating, HEARD) == 5
    told = scale(rating, HEARD)
    assert (told["says"], told["value"], told["from"], told["to"]) == ("", 5, 0, 10)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([Key.Key_Right, Key.Key_Right], 6),
        ([Key.Key_Right, Key.Key_Left], 4),
        ([Key.Key_Up, Key.Key_Up], 6),
        ([Key.Key_Up, Key.Key_Down], 4),
        ([Key.Key_Home], 0),
        ([Key.Key_Home, Key.Key_Left], 0),
        ([Key.Key_End], 10),
        ([Key.Key_End, Key.Key_Right], 10),
        ([Key.Key_0], 0),
        ([Key.Key_7, Key.Key_Backspace], UNSET),
        ([Key.Key_0, Key.Key_Delete], UNSET),
        ([Key.Key_A], UNSET),
    ],
)
def test_keys_choose_and_take_back(rating, keys, chosen):
    for key in keys:
        rating.key(key)
    assert value(rating, HEARD) == chosen
    assert rating.find("Done").isEnabled() == (chosen != UNSET)


def test_by_the_keyboard_alone_from_the_first_to_done(rating):
    rating.key(Key.Key_3)
    rating.tab_to(TENSE_NOW)
    rating.key(Key.Key_Left)
    rating.key(Key.Key_Left)
    rating.tab_to("Done")
    rating.key(Key.Key_Return)
    assert said(rating).left == PrivateRatings(3, 3, 4)


def test_what_was_chosen_can_be_taken_back_where_it_stands(rating):
    rating.key(Key.Key_6)
    rating.tab_to(f"{HEARD}: take it back")
    rating.key(Key.Key_Return)
    assert value(rating, HEARD) == UNSET
    rating.focus_on(HEARD)
    assert not rating.find("Done").isEnabled()


# -- by the mouse, also mirrored


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_mouse_chooses_the_place_it_presses(qapp, rating, mirrored):
    way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    try:
        rating.settle()
        item = rating.find(HEARD)
        for number in (0, 7, 10):
            x = round(item.place(number))
            assert (x < item.width() / 2) == ((number < 5) != mirrored)
            press_at(rating, item, x)
            assert value(rating, HEARD) == number
        before = value(rating, HEARD)
        rating.key(Key.Key_Right if mirrored else Key.Key_Left)
        assert value(rating, HEARD) == before - 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def press_at(house, item, x):
    at = item.mapToScene(QPoint(x, round(item.height() / 2))).toPoint()
    QTest.mouseClick(house.frame, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_it_is_drawn_along(rating):
    rating.settle()
    item = rating.find(HEARD)
    at = [item.mapToScene(QPoint(round(item.place(n)), 26)).toPoint() for n in (2, 9)]
    QTest.mousePress(rating.frame, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[0])
    QTest.mouseMove(rating.frame, at[1])
    QTest.mouseRelease(
        rating.frame, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[1]
    )
    assert value(rating, HEARD) == 9


def test_a_screen_reader_can_move_it(rating):
    (found,) = [i for i in rating.seen() if i.role() == Role.Slider and name_of(i) == HEARD]
    found.actionInterface().doAction("Increase")
    assert value(rating, HEARD) == 5
    found.valueInterface().setCurrentValue(8)
    assert value(rating, HEARD) == 8
    found.actionInterface().doAction("Decrease")
    assert value(rating, HEARD) == 7
