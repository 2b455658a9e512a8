"""Grounding: one thing begun at once, a few others, one sentence at a time, and how to go on."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPointF, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from coupleapp.domain.calm.comfort import Comfort
from coupleapp.domain.calm.grounding import Grounding, Rest, SlowBreathing, Zone
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.programme.offers import begun_for, offers_for, others_than
from coupleapp.ui.calm.grounding_props import (
    GroundingProps,
    GroundingState,
    Place,
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

    def go_to(self, zone: Zone, name: str) -> None:
        """To the one of this id, as somebody in this zone comes to it."""
        self.model.answer(zone.value)
        while (at := self.offered(name)) is None and self.chosen != name:
            (self.model.others if self.model.props.place == "menu" else self.model.menu)()
        if at is not None:
            self.model.take(at)
        self.settle()

    def offered(self, name: str) -> int | None:
        ids = [getattr(one, "id", "breath") for one in self.model._shown]
        return ids.index(name) if name in ids else None

    @property
    def chosen(self) -> str:
        return getattr(self.model._state.chosen, "id", "")


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


def title(offer) -> str:
    return "Breathe slowly" if isinstance(offer, SlowBreathing) else offer.title


def four(zone: Zone, turn: int = 0) -> list[str]:
    """What is offered beside the one that was begun."""
    offers = offers_for(PROGRAMME, zone)
    return [title(one) for one in others_than(offers, begun_for(PROGRAMME, zone), turn)]


CLOCK = "Back to the clock"

# -- the snapshot


def test_nothing_is_answered_at_first():
    assert derive_grounding_props(GroundingState(), 1.0) == GroundingProps()


def test_a_faster_clock_shortens_each_sentence():
    feet = PROGRAMME.groundings[0]
    state = GroundingState(Place.FLOW, zone=Zone.TOO_MUCH, chosen=feet, step=1)
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
    page.model.pause()
    page.model.ask()
    page.open()
    assert page.focused_name() == "Too much"


# -- one thing begun, and a few others


def test_by_the_keyboard_alone_from_the_first_question_to_the_last(page):
    assert page.focused_name() == "Too much"
    assert page.tabbed() == ["Too much", "All right", "Far away", CLOCK]
    page.key(Key.Key_Space)
    assert page.says("Eyes open. Both feet on the floor")
    assert page.focused_name() == "Next"
    for _ in PROGRAMME.groundings[0].steps:
        assert page.says(page.model.props.sentence)
        page.key(Key.Key_Space)
    assert page.says("Go on, lighter, or stop?")
    page.key(Key.Key_Tab)
    page.key(Key.Key_Tab)
    assert page.focused_name() == "Stop here"
    page.key(Key.Key_Return)
    assert page.answers() == ["stop"]


@pytest.mark.parametrize("zone", Zone)
def test_one_grounding_is_begun_at_once_by_the_state_just_named(page, zone):
    page.answer(zone)
    begun = begun_for(PROGRAMME, zone)
    assert (page.model.props.place, page.model.props.title) == ("flow", begun.title)
    assert zone in begun.suits
    assert page.says(begun.steps[0].text)
    assert page.focused_name() == "Next"
    assert page.buttons == ["Next", "Something else", "We set the pace", CLOCK]


@pytest.mark.parametrize("zone", Zone)
def test_something_else_shows_four_at_most_and_the_others_in_turn(page, zone):
    page.answer(zone)
    page.find("Something else").click()
    page.settle()
    seen: list[str] = []
    for turn in range(3):
        offered = page.buttons[: page.buttons.index("Others")]
        assert offered == four(zone, turn)
        assert len(offered) <= 4
        assert page.focused_name() == offered[0]
        assert page.buttons[len(offered) :] == ["Others", "Choose again", CLOCK]
        seen += offered
        page.find("Others").click()
        page.settle()
    suiting = {title(one) for one in offers_for(PROGRAMME, zone)}
    assert set(seen) == suiting - {begun_for(PROGRAMME, zone).title}


def test_breathing_is_not_offered_to_the_far_away():
    offered = {zone: {title(one) for one in offers_for(PROGRAMME, zone)} for zone in Zone}
    assert {zone for zone in Zone if "Breathe slowly" in offered[zone]} == {
        Zone.TOO_MUCH,
        Zone.ALL_RIGHT,
    }


def test_slow_breathing_is_one_of_them_and_ends_with_the_question(page):
    page.go_to(Zone.TOO_MUCH, "breath")
    assert page.says("Breathe in")
    assert page.focused_name() == "That is enough"
    assert page.buttons == ["That is enough", "An easier rhythm", "Something else", CLOCK]
    page.find("An easier rhythm").click()
    assert page.breath.props.out_ms == 4500
    page.find("That is enough").click()
    page.settle()
    assert page.says("Go on, lighter, or stop?")


def test_breathing_in_a_pause_is_that_of_talks_and_its_caution_stands_first(build):
    page = build()
    both = page.couples.settings.breath.having_read("box", {Seat.LEFT})
    chosen = replace(page.couples.settings, breath=replace(both, pattern="box", read_by=()))
    page.couples.choose(chosen)
    page.breath.refresh()
    page.open()
    page.go_to(Zone.TOO_MUCH, "breath")
    assert page.says("heart or lung condition")
    assert not page.says("Breathe in")
    page.find("Maya has read it").click()
    page.find("Tomas has read it").click()
    page.settle()
    assert page.says("Breathe in")
    assert (page.breath.props.in_ms, page.breath.props.hold_in_ms) == (4000, 0)


def test_they_can_choose_again(page):
    page.answer(Zone.TOO_MUCH)
    page.model.menu()
    page.settle()
    page.find("Choose again").click()
    page.settle()
    assert page.focused_name() == "Too much"


def test_a_rest_has_no_clock_and_ends_with_the_question(page):
    page.go_to(Zone.FAR_AWAY, "water")
    (rest,) = [one for one in PROGRAMME.rests if one.id == "water"]
    assert page.says(rest.text)
    assert page.focused_name() == "I am back"
    assert page.model.props.ms == 0
    page.key(Key.Key_Space)
    assert page.focused_name() == "Back to the clock"


# -- the way back to the clock


def places(page):
    yield "zone", page.model.ask
    yield "flow", lambda: page.answer(Zone.TOO_MUCH)
    yield "menu", page.model.menu
    yield "breath", lambda: page.go_to(Zone.TOO_MUCH, "breath")
    yield "rest", lambda: page.go_to(Zone.TOO_MUCH, "walk")


def test_the_clock_is_one_press_away_from_every_point(page):
    for place, go in places(page):
        go()
        page.settle()
        assert page.model.props.place == place
        page.find(CLOCK).click()
        assert page.model.props.place == "clock"
        assert not page.model.props.away
        page.model.answer("too_much")
        page.settle()
    page.model.finish()
    page.settle()
    page.find("Back to the clock").click()
    assert page.answers() == ["on"]


def test_where_there_is_no_pause_there_is_no_clock(page):
    page.model.begin()
    for _, go in places(page):
        go()
        page.settle()
        assert CLOCK not in page.buttons
    page.model.toClock()
    assert page.model.props.away


# -- what they have named themselves


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("", "", "something that feels good to hold: a cup, a stone, your own sleeve"),
        ("the grey stone", "", "the grey stone or something that feels good to hold"),
        ("", "my watch", "my watch or something that feels good to hold"),
        ("the grey stone", "my watch", "the grey stone or my watch"),
        ("the cat", "the cat", "the cat"),
        ("{place}", "{hold}", "{place} or {hold}"),
    ],
)
def test_a_sentence_takes_what_they_like_to_hold(page, left, right, words):
    comforts = Both(Comfort(left), Comfort(right))
    page.couples.choose(replace(page.couples.settings, comforts=comforts))
    page.go_to(Zone.TOO_MUCH, "object")
    assert page.says(f"Eyes open. Take {words}.")


def test_a_sentence_takes_where_they_feel_at_ease(page):
    page.go_to(Zone.TOO_MUCH, "place")
    assert page.says("Think of a place where you feel at ease: a kitchen, a bench, the sea.")
    comforts = Both(Comfort("the cup", "the lake"), Comfort())
    page.couples.choose(replace(page.couples.settings, comforts=comforts))
    page.go_to(Zone.TOO_MUCH, "place")
    assert page.says("Think of the lake or a place where you feel at ease.")


def test_nobody_reads_what_one_who_is_not_there_has_named(page):
    comforts = Both(Comfort("the grey stone"), Comfort("my watch"))
    page.couples.choose(replace(page.couples.settings, comforts=comforts))
    page.model.sit((Seat.RIGHT,))
    page.go_to(Zone.TOO_MUCH, "object")
    assert page.says("Take my watch.")


@pytest.mark.parametrize("zone", Zone)
def test_no_brace_is_ever_seen(page, zone):
    for one in offers_for(PROGRAMME, zone):
        if isinstance(one, Grounding):
            for step in range(len(one.steps)):
                state = GroundingState(Place.FLOW, zone=zone, chosen=one, step=step)
                sentence = derive_grounding_props(state, 1.0, (Comfort("x"), Comfort())).sentence
                assert "{" not in sentence
        elif isinstance(one, Rest):
            assert "{" not in one.text


# -- one sentence at a time


def test_the_sentences_go_on_by_themselves(build, qtbot):
    page = build(speed=200).open()
    page.go_to(Zone.TOO_MUCH, "feet")
    qtbot.waitUntil(lambda: page.model.props.step >= 3)
    qtbot.waitUntil(lambda: page.model.props.place == "after")
    qtbot.waitUntil(lambda: page.focused_name() == "Back to the clock")


def test_they_do_not_when_the_couple_sets_the_pace(build, qtbot):
    page = build(speed=200).open()
    page.item.setProperty("running", False)
    page.go_to(Zone.TOO_MUCH, "feet")
    page.find("We set the pace").click()
    page.item.setProperty("running", True)
    at = page.model.props.step
    qtbot.wait(300)
    assert page.model.props.step == at
    page.find("We set the pace").click()
    qtbot.waitUntil(lambda: page.model.props.step > at)


def test_without_timers_the_couple_sets_the_pace(build, qtbot):
    page = build(speed=200)
    page.couples.choose(replace(page.couples.settings, timers=False))
    page.open()
    page.answer(Zone.TOO_MUCH)
    qtbot.wait(300)
    assert (page.model.props.step, page.model.props.held) == (1, True)
    page.key(Key.Key_Space)
    assert page.model.props.step == 2


def test_they_wait_while_the_session_waits(build, qtbot):
    page = build(speed=200).open()
    page.item.setProperty("running", False)
    page.go_to(Zone.TOO_MUCH, "feet")
    qtbot.wait(300)
    assert page.model.props.step == 1
    page.item.setProperty("running", True)
    qtbot.waitUntil(lambda: page.model.props.step > 1)


def test_arrows_go_on_and_back(page):
    page.go_to(Zone.TOO_MUCH, "feet")
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
    page.go_to(Zone.TOO_MUCH, "feet")
    page.key(Key.Key_Left, 2)
    assert page.model.props.step == 3
    page.key(Key.Key_Right)
    assert page.model.props.step == 2


def test_escape_is_left_to_the_session(page):
    page.go_to(Zone.TOO_MUCH, "feet")
    page.key(Key.Key_Escape)
    assert (page.model.props.place, page.model.props.step) == ("flow", 1)


def test_what_need_not_be_can_be_left_out_and_the_keyboard_stays(page):
    page.go_to(Zone.ALL_RIGHT, "five")
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
    page.go_to(Zone.ALL_RIGHT, "five")
    page.key(Key.Key_Right, 5)
    page.key(Key.Key_Tab)
    assert page.focused_name() == "Leave this one out"
    page.model.onward()
    page.settle()
    assert page.focused_name() == "Done"


def test_the_last_press_is_called_done(page):
    page.go_to(Zone.ALL_RIGHT, "orient")
    page.key(Key.Key_Right, 5)
    assert page.focused_name() == "Done"
    assert page.says("6 of 6")


def test_enough_is_enough(page):
    page.go_to(Zone.TOO_MUCH, "feet")
    page.model.begin()
    page.go_to(Zone.TOO_MUCH, "feet")
    page.find("That is enough").click()
    page.settle()
    assert page.says("Go on, lighter, or stop?")
    page.model.onward()
    assert page.model.props.place == "after"


# -- how to go on


ON = "Back to the clock"


@pytest.mark.parametrize(
    ("zone", "order"),
    [
        (Zone.TOO_MUCH, ["Stop here", "Something lighter", ON]),
        (Zone.FAR_AWAY, ["Stop here", "Something lighter", ON]),
        (Zone.ALL_RIGHT, [ON, "Something lighter", "Stop here"]),
    ],
)
def test_stop_comes_first_unless_all_is_right_and_the_keyboard_waits_on_what_ends_nothing(
    page, zone, order
):
    page.go_to(zone, "three")
    page.model.finish()
    page.settle()
    assert page.buttons == [*order, "Something else first"]
    assert page.focused_name() == ON
    ring = [*order, "Something else first"]
    at = ring.index(ON)
    assert page.tabbed() == [*ring[at:], *ring[:at]]
    found = [x_of(page.find(name)) for name in order]
    assert found == sorted(found)


@pytest.mark.parametrize("zone", Zone)
@pytest.mark.parametrize("in_pause", [True, False])
def test_one_space_too_many_ends_nothing(page, zone, in_pause):
    """As often as one likes: it is the next sentence, the clock, or another grounding."""
    if not in_pause:
        page.model.begin()
    page.answer(zone)
    for _ in range(30):
        page.key(Key.Key_Space)
        assert page.focused_name() != "Stop here"
        assert page.answers() == ["on"] * len(page.answers())
        assert in_pause or page.answers() == []


def test_in_a_step_of_its_own_the_keyboard_waits_on_something_else(page):
    page.model.begin()
    page.go_to(Zone.TOO_MUCH, "feet")
    page.model.finish()
    page.settle()
    assert page.buttons == ["Stop here", "Something lighter", "Go on", "Something else first"]
    assert page.focused_name() == "Something else first"


@pytest.mark.parametrize(
    ("name", "heard"), [(ON, "on"), ("Something lighter", "lighter"), ("Stop here", "stop")]
)
def test_each_way_is_told_to_the_page_around(page, name, heard):
    page.go_to(Zone.TOO_MUCH, "feet")
    page.model.finish()
    page.settle()
    page.find(name).click()
    assert page.answers() == [heard]


def test_lighter_is_offered_only_where_there_is_something_lighter(page):
    page.item.setProperty("lighterOffered", False)
    page.go_to(Zone.TOO_MUCH, "feet")
    page.model.finish()
    page.settle()
    assert page.buttons == ["Stop here", ON, "Something else first"]
    assert page.says("Go on, or stop?")


def test_something_else_first_keeps_the_answer(page):
    page.go_to(Zone.FAR_AWAY, "orient")
    page.model.finish()
    page.settle()
    page.find("Something else first").click()
    page.settle()
    assert page.focused_name() == "Name three things"


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
    for one in offers_for(PROGRAMME, zone):
        page.go_to(zone, getattr(one, "id", "breath"))
        fits(page)
        while page.model.props.place == "flow":
            page.settle()
            fits(page)
            page.model.onward()
        page.model.menu()
        page.settle()
        fits(page)
    page.model.finish()
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
