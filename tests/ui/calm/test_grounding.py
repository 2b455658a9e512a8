"""Grounding: how it is, what might help, one sentence at a time, and how to go on."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QPointF, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from coupleapp.domain.calm.grounding import Zone
from coupleapp.domain.programme.programme import groundings_for, rests_for
from coupleapp.ui.calm.grounding import (
    GroundingProps,
    GroundingState,
    derive_grounding_props,
)
from tests.ui.calm.grounding_page import PROGRAMME, GroundingPage
from tests.ui.house import House, name_of

Key = Qt.Key
Role = QAccessible.Role


class Page(GroundingPage):
    """With the eyes and the reach of the house."""

    seen, names, says, find = House.seen, House.names, House.says, House.find
    focused_name, focus_on = House.focused_name, House.focus_on
    controls = House.controls

    @property
    def buttons(self) -> list[str]:
        """In the order in which a screen reader meets them."""
        return [name_of(i) for i in self.controls() if i.role() in {Role.Button, Role.CheckBox}]

    def tabbed(self) -> list[str]:
        """In the order of the Tab key, from where the keyboard is, once round."""
        found = [self.focused_name()]
        for _ in range(30):
            self.key(Key.Key_Tab)
            if self.focused_name() == found[0]:
                return found
            found.append(self.focused_name())
        raise AssertionError(found)

    def answer(self, zone: Zone) -> None:
        self.model.answer(zone.value)
        self.settle()

    def ground(self, zone: Zone, name: str) -> None:
        self.model.answer(zone.value)
        ids = [one.id for one in groundings_for(PROGRAMME, zone)]
        self.model.ground(ids.index(name))
        self.settle()


@pytest.fixture
def build(qtbot, clean_qt):
    """Builds the page; any warning of Qt or QML fails the test."""
    QAccessible.setActive(True)
    said: list[str] = []

    def listen(kind, context, message):
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            said.append(message)

    before = qInstallMessageHandler(listen)
    built: list[Page] = []

    def build(**options) -> Page:
        built.append(Page(qtbot, **options))
        return built[-1]

    yield build
    for page in built:
        said += page.warnings
        page.close()
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture
def page(build):
    return build().open()


def titles(offers) -> list[str]:
    return [one.title for one in offers]


# -- the snapshot


def test_nothing_is_answered_at_first():
    assert derive_grounding_props(GroundingState(), 1.0) == GroundingProps()


@pytest.mark.parametrize(
    ("zone", "breath"),
    [(Zone.TOO_MUCH, True), (Zone.ALL_RIGHT, True), (Zone.FAR_AWAY, False)],
)
def test_breathing_is_not_offered_to_the_far_away(zone, breath):
    props = derive_grounding_props(GroundingState(zone=zone), 1.0)
    assert (props.place, props.breath_offered) == ("menu", breath)


def test_a_faster_clock_shortens_each_sentence():
    feet = PROGRAMME.groundings[0]
    state = GroundingState(zone=Zone.TOO_MUCH, chosen=feet, step=1)
    assert derive_grounding_props(state, 1.0).ms == 10_000
    assert derive_grounding_props(state, 100.0).ms == 100
    assert derive_grounding_props(state, 1e9).ms == 1


def test_the_answer_is_nowhere_but_in_the_model(page):
    page.answer(Zone.FAR_AWAY)
    page.model.begin()
    assert page.model.props == GroundingProps()
    assert "zone" not in {field.name for field in fields(GroundingProps)}


def test_whoever_comes_next_is_asked_anew(build):
    page = build()
    page.model.answer(Zone.FAR_AWAY)
    page.model.ground(0)
    page.open()
    assert page.focused_name() == "Too much"


# -- the menu


def test_by_the_keyboard_alone_from_the_first_question_to_the_last(page):
    assert page.focused_name() == "Too much"
    assert page.tabbed() == ["Too much", "All right", "Far away"]
    page.key(Key.Key_Space)
    assert page.says("What might help now?")
    assert page.focused_name() == "Feel the floor"
    offered = [*titles(PROGRAMME.groundings), "Breathe slowly"]
    assert set(page.tabbed()) >= set(offered) | set(titles(PROGRAMME.rests))
    page.key(Key.Key_Return)
    assert page.focused_name() == "Next"
    for _ in PROGRAMME.groundings[0].steps:
        assert page.says(page.model.props.sentence)
        page.key(Key.Key_Space)
    assert page.says("Go on, lighter, or stop?")
    page.key(Key.Key_Return)
    assert page.answers() == ["stop"]


@pytest.mark.parametrize("zone", Zone)
def test_what_suits_stands_first(page, zone):
    page.answer(zone)
    groundings = titles(groundings_for(PROGRAMME, zone))
    breath = [] if zone is Zone.FAR_AWAY else ["Breathe slowly"]
    rests = titles(rests_for(PROGRAMME, zone))
    assert page.buttons == [*groundings, *breath, *rests, "It is different after all"]
    assert page.focused_name() == groundings[0]


def test_slow_breathing_is_asked_of_the_page_around(page):
    page.answer(Zone.TOO_MUCH)
    page.find("Breathe slowly").click()
    assert page.answers() == ["breathe"]
    page.model.finish()
    page.settle()
    assert page.says("Go on, lighter, or stop?")


def test_it_is_different_after_all(page):
    page.answer(Zone.TOO_MUCH)
    page.find("It is different after all").click()
    page.settle()
    assert page.focused_name() == "Too much"


def test_a_rest_has_no_clock_and_ends_with_the_question(page):
    page.answer(Zone.FAR_AWAY)
    page.find("Cold water on your hands").click()
    page.settle()
    assert page.says(rests_for(PROGRAMME, Zone.FAR_AWAY)[0].text)
    assert page.focused_name() == "I am back"
    assert page.model.props.ms == 0
    page.key(Key.Key_Space)
    assert page.focused_name() == "Stop here"


# -- one sentence at a time


def test_the_sentences_go_on_by_themselves(build, qtbot):
    page = build(speed=200).open()
    page.ground(Zone.TOO_MUCH, "feet")
    qtbot.waitUntil(lambda: page.model.props.step >= 3)
    qtbot.waitUntil(lambda: page.model.props.place == "after")
    qtbot.waitUntil(lambda: page.focused_name() == "Stop here")


def test_they_do_not_when_the_couple_sets_the_pace(build, qtbot):
    page = build(speed=200).open()
    page.model.hold(True)
    page.ground(Zone.TOO_MUCH, "feet")
    page.find("Let us set the pace").click()
    at = page.model.props.step
    qtbot.wait(300)
    assert page.model.props.step == at
    page.find("Let us set the pace").click()
    qtbot.waitUntil(lambda: page.model.props.step > at)


def test_they_wait_while_the_session_waits(build, qtbot):
    page = build(speed=200).open()
    page.item.setProperty("running", False)
    page.ground(Zone.TOO_MUCH, "feet")
    qtbot.wait(300)
    assert page.model.props.step == 1
    page.item.setProperty("running", True)
    qtbot.waitUntil(lambda: page.model.props.step > 1)


def test_arrows_go_on_and_back(page):
    page.ground(Zone.TOO_MUCH, "feet")
    page.key(Key.Key_Right, 2)
    assert page.model.props.step == 3
    page.key(Key.Key_Left)
    assert page.model.props.step == 2
    page.key(Key.Key_Left, 5)
    assert page.model.props.step == 1


def test_arrows_point_the_way_one_reads(build):
    page = build()
    page.open()
    mirror(page)
    page.ground(Zone.TOO_MUCH, "feet")
    page.key(Key.Key_Left, 2)
    assert page.model.props.step == 3
    page.key(Key.Key_Right)
    assert page.model.props.step == 2


def test_escape_is_left_to_the_session(page):
    page.ground(Zone.TOO_MUCH, "feet")
    page.key(Key.Key_Escape)
    assert (page.model.props.place, page.model.props.step) == ("flow", 1)


def test_what_need_not_be_can_be_left_out_and_the_keyboard_stays(page):
    page.ground(Zone.ALL_RIGHT, "five")
    assert "Leave this one out" not in page.buttons
    page.key(Key.Key_Right, 4)
    assert "smells" in page.model.props.sentence
    page.key(Key.Key_Tab)
    assert page.focused_name() == "Leave this one out"
    page.key(Key.Key_Space)
    assert "taste" in page.model.props.sentence
    page.find("Leave this one out").click()
    page.settle()
    assert page.model.props.step == 7
    assert "Leave this one out" not in page.buttons
    assert page.focused_name() == "Done"


def test_the_keyboard_stays_when_the_time_takes_the_button_away(page):
    page.ground(Zone.ALL_RIGHT, "five")
    page.key(Key.Key_Right, 5)
    page.key(Key.Key_Tab)
    assert page.focused_name() == "Leave this one out"
    page.model.onward()
    page.settle()
    assert page.focused_name() == "Done"


def test_the_last_press_is_called_done(page):
    page.ground(Zone.ALL_RIGHT, "orient")
    page.key(Key.Key_Right, 5)
    assert page.focused_name() == "Done"
    assert page.says("6 of 6")


def test_enough_is_enough(page):
    page.ground(Zone.TOO_MUCH, "feet")
    page.find("That is enough").click()
    page.settle()
    assert page.says("Go on, lighter, or stop?")
    page.model.onward()
    assert page.model.props.place == "after"


# -- how to go on


@pytest.mark.parametrize(
    ("zone", "order"),
    [
        (Zone.TOO_MUCH, ["Stop here", "Something lighter", "Go on"]),
        (Zone.FAR_AWAY, ["Stop here", "Something lighter", "Go on"]),
        (Zone.ALL_RIGHT, ["Go on", "Something lighter", "Stop here"]),
    ],
)
def test_stop_comes_first_unless_all_is_right(page, zone, order):
    page.ground(zone, "three")
    page.model.finish()
    page.settle()
    assert page.buttons == [*order, "Something else first"]
    assert page.focused_name() == order[0]
    assert page.tabbed() == [*order, "Something else first"]
    places = [x_of(page.find(name)) for name in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("name", "heard"), [("Go on", "on"), ("Something lighter", "lighter"), ("Stop here", "stop")]
)
def test_each_way_is_told_to_the_page_around(page, name, heard):
    page.ground(Zone.TOO_MUCH, "feet")
    page.model.finish()
    page.settle()
    page.find(name).click()
    assert page.answers() == [heard]


def test_lighter_is_offered_only_where_there_is_something_lighter(page):
    page.item.setProperty("lighterOffered", False)
    page.ground(Zone.TOO_MUCH, "feet")
    page.model.finish()
    page.settle()
    assert page.buttons == ["Stop here", "Go on", "Something else first"]
    assert page.says("Go on, or stop?")


def test_something_else_first_keeps_the_answer(page):
    page.ground(Zone.FAR_AWAY, "orient")
    page.model.finish()
    page.settle()
    page.find("Something else first").click()
    page.settle()
    assert page.focused_name() == "Look round the room"


# -- how it fits


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("zone", Zone)
def test_everything_fits_a_small_window_with_large_text(build, zone, mirrored):
    page = build(size=(800, 600))
    page.windows.look("dark", 2.0, reduced_motion=True)
    page.open()
    if mirrored:
        mirror(page)
    fits(page)
    page.answer(zone)
    fits(page)
    for one in range(len(groundings_for(PROGRAMME, zone))):
        page.model.ground(one)
        for step in range(1, page.model.props.steps + 1):
            page.settle()
            assert page.model.props.step == step
            fits(page)
            page.model.onward()
    page.settle()
    fits(page)


def fits(page) -> None:
    """Nothing reaches out to the sides; what has the keyboard is on the screen."""
    for found in page.seen():
        item = found.object()
        if isinstance(item, QQuickItem) and name_of(found) and found.role() != Role.Window:
            assert x_of(item) >= 0, name_of(found)
            assert x_of(item) + item.width() <= page.frame.width(), name_of(found)
    item = page.frame.activeFocusItem()
    top = item.mapToScene(item.boundingRect().topLeft()).y()
    assert top >= 0, name_of(QAccessible.queryAccessibleInterface(item))
    assert top + min(item.height(), 400) <= page.frame.height()


def x_of(item: QQuickItem) -> float:
    # The item's own corner: the bounding rectangle of words is that of the words.
    return item.mapToScene(QPointF()).x()


def mirror(page) -> None:
    from PySide6.QtQml import QQmlProperty, qmlContext

    context = qmlContext(page.item)
    for name in ("LayoutMirroring.enabled", "LayoutMirroring.childrenInherit"):
        assert QQmlProperty(page.item, name, context).write(True)
    page.settle()
