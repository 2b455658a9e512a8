"""The keys of a talk lie under the same fingers on every layout, or are switched off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickWindow

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.keys import KeyChoices, KeyPlace, SessionKey
from tests.ui.base.strokes import event_at, press_at
from tests.ui.house import inside, rect_of
from tests.ui.test_reach import large

Key = Qt.Key
PLACES = "ABDFGJKLMST"
LAYOUTS = {
    "azerty": "qbdfgjkl,st",
    "dvorak": "axeuihtnmoy",
    "cyrillic": "фиваполдьые",
    "greek": "αβδφγξκλμστ",
    "hebrew": "שנגכעחלךצדא",
    "arabic": "شﻻيبلتنمةسف",
}


def place(us: str) -> KeyPlace:
    return KeyPlace(f"Key{us}")


def press(house, us: str, text: str = "") -> None:
    press_at(house.frame, place(us), text or us.lower())
    house.settle()


def cap(house, name: str) -> str:
    """What a screen reader says of the key with this name."""
    found = QAccessible.queryAccessibleInterface(house.find(name))
    return found.text(QAccessible.Text.Description)


def written(house) -> set[str]:
    """Every word on the screen, also what a screen reader need not say."""
    found, below = set(), [house.shell]
    while below:
        item = below.pop()
        if item.isVisible():
            found.add(item.property("text"))
            below += item.childItems()
    return found - {None}


def one_question(house) -> None:
    house.use.couples.choose(replace(house.use.couples.settings, cards=1))


def choose(house, keys: KeyChoices) -> None:
    house.use.couples.choose(replace(house.use.couples.settings, keys=keys))


@pytest.fixture
def talk(house):
    """Tomas speaks, and may say it in three parts."""
    one_question(house)
    house.sit_down_until("theme_talk", s.Talking)
    assert house.session.props.floor == "right"
    return house


@pytest.fixture(params=LAYOUTS.values(), ids=LAYOUTS)
def layout(house, request):
    """What stands at each place, as the system tells it before a session begins."""
    typed = dict(zip(PLACES, request.param, strict=True))
    house.printed |= {place(us): letter for us, letter in typed.items()}
    return typed


def test_the_place_decides_and_its_letter_is_shown(house, layout):
    one_question(house)
    house.sit_down_until("theme_talk", s.Talking)
    named = {
        "D": "Pause, for Maya",
        "K": "Pause, for Tomas",
        "J": "Done, more later",
        "G": "That was all",
        "T": "I'd like your thoughts",
        "B": "One breath",
        "L": "Lighter",
        "S": "Mute",
    }
    assert {us: cap(house, name) for us, name in named.items()} == {
        us: f"Key {layout[us].upper()}" for us in named
    }
    press(house, "J", layout["J"])
    assert house.step == "mirror"
    press(house, "F", layout["F"])
    assert house.step == "heard"
    press(house, "D", layout["D"])
    assert house.step == "pause_choice"


def test_agreeing_by_place(house, layout):
    house.sit_down()
    for us in "FJ":
        assert f"hold {layout[us].upper()}, or press here" in written(house)
    for us in "FJ":
        QCoreApplication.sendEvent(house.frame, event_at(place(us), layout[us]))
    house.wait_for("This is for Maya alone")
    up = QEvent.Type.KeyRelease
    for us in "FJ":
        QCoreApplication.sendEvent(house.frame, event_at(place(us), layout[us], up))
    house.qtbot.waitUntil(lambda: not house.session.leftHeld and not house.session.rightHeld)


def test_a_letter_of_ours_in_another_place_means_nothing(talk):
    """On Dvorak the J is where a US keyboard has its C."""
    press(talk, "C", "j")
    assert talk.step == "speak"


def test_the_caps_follow_a_layout_that_is_changed_meanwhile(talk):
    assert cap(talk, "Pause, for Maya") == "Key D"
    press(talk, "H", "р")
    assert cap(talk, "Pause, for Maya") == "Key D"
    talk.printed |= {place("D"): "в", place("K"): "л"}
    press(talk, "H", "d")
    assert cap(talk, "Pause, for Maya") == "Key В"
    assert cap(talk, "Pause, for Tomas") == "Key Л"


def test_they_follow_when_the_window_is_looked_at_again(talk):
    talk.printed |= {place("D"): "e"}
    other = QQuickWindow()
    talk.show(other)
    other.close()
    talk.show(talk.frame)
    talk.qtbot.waitUntil(lambda: cap(talk, "Pause, for Maya") == "Key E")


@pytest.mark.parametrize(("us", "text", "step"), [("1", "&", "speak"), ("3", '"', "mirror")])
def test_figures_answer_by_their_place_too(talk, us, text, step):
    """On AZERTY they take Shift; here they need none."""
    press(talk, "J")
    press(talk, "F")
    talk.focus_on("Tomas, was that it?")
    press_at(talk.frame, KeyPlace(f"Digit{us}"), text)
    assert talk.step == step


def test_a_core_is_answered_by_figures_too(house):
    house.sit_down_until("needs", n.CheckingCore)
    house.wait_for("That's it")
    press_at(house.frame, KeyPlace.DIGIT_4, "4")
    assert house.step == "core_check"
    press_at(house.frame, KeyPlace.DIGIT_3, "3")
    assert house.step == "core"


def test_more_time_by_its_key_and_by_the_plus_of_the_number_pad(house):
    house.sit_down()
    house.session.agree()
    house.session.pressKey("pause", "left")
    house.models.pause_controls.start("think", 10)
    for number, (us, text) in enumerate([("KeyM", "m"), ("NumpadAdd", "+")], 1):
        press_at(house.frame, KeyPlace(us), text)
        assert house.session.leader.state.pause.extended == number


def test_the_sound_has_a_key(talk):
    press(talk, "S")
    assert not talk.use.couples.settings.sound
    assert cap(talk, "Sound again") == "Key S"
    talk.click("Sound again")
    assert talk.use.couples.settings.sound
    assert talk.says("Mute")


def test_a_key_that_was_moved_works_there_and_nowhere_else(house):
    choose(house, KeyChoices().moved(SessionKey.OWN_RIGHT, KeyPlace.SEMICOLON))
    house.sit_down_until("theme_talk", s.Talking)
    assert cap(house, "Done for now") == "Key ;"
    press(house, "J")
    assert house.step == "speak"
    press_at(house.frame, KeyPlace.SEMICOLON, ";")
    assert house.step == "mirror"


class TestSwitchedOff:
    @pytest.fixture
    def without(self, house):
        choose(house, KeyChoices(on=False))
        return house

    def test_letters_do_nothing_and_the_buttons_and_esc_do(self, without):
        without.sit_down_until("theme_talk", s.Talking)
        for us in PLACES:
            press(without, us)
        assert without.step == "speak"
        assert without.use.couples.settings.sound
        for name in ("Pause, for Maya", "Done for now", "Mute"):
            assert cap(without, name) == ""
        assert cap(without, "Enough for today") == "Key Esc"
        without.tab_to("Done for now")
        without.key(Key.Key_Space)
        assert without.step == "mirror"
        without.key(Key.Key_Escape)
        assert without.step == "stopped"

    def test_figures_do_nothing_and_say_nothing(self, without):
        without.sit_down_until("theme_talk", s.HeardCheck)
        without.wait_for("That's it")
        press_at(without.frame, KeyPlace.DIGIT_1, "1")
        assert without.step == "heard"
        assert cap(without, "That's it") == ""
        without.tab_to("That's it")
        without.key(Key.Key_Return)
        assert without.step == "speak"

    def test_they_agree_by_pressing(self, without):
        without.sit_down()
        assert "press here" in written(without)
        assert not any("hold" in words for words in written(without))
        assert without.says("Press both, and leave them so for two seconds.")
        for us in "FJ":
            press(without, us)
        assert not without.session.leftHeld
        without.click("Maya agrees")
        without.click("Tomas agrees")
        without.wait_for("This is for Maya alone")

    def test_a_slip_is_taken_back_by_pressing(self, without):
        without.sit_down_until("theme_talk", s.Talking)
        without.key(Key.Key_Escape)
        without.qtbot.waitUntil(lambda: "Maya: press here" in written(without))
        without.click("Maya takes it back")
        without.click("Tomas takes it back")
        without.qtbot.waitUntil(lambda: without.step == "speak")


class TestTheBar:
    def test_each_partner_s_keys_are_on_their_side(self, talk):
        middle = talk.frame.width() / 2
        for name in ("Done, more later", "That was all", "I'd like your thoughts"):
            assert rect_of(talk.find(name)).left() > middle, name
        assert rect_of(talk.find("Pause, for Maya")).right() < middle
        talk.session.press("right")
        talk.settle()
        assert rect_of(talk.find("I've said it back")).right() < middle
        # The asking key stays with whoever has the floor.
        assert rect_of(talk.find("I'd like your thoughts")).left() > middle

    def test_it_does_not_move_while_they_take_turns(self, talk):
        quiet = ("One breath", "Lighter", "Mute", "Enough for today")
        names = (*quiet, "Pause, for Maya", "Pause, for Tomas")

        def places():
            talk.settle()
            return {name: rect_of(talk.find(name)) for name in names}

        before, heights = places(), {talk.find("Mute").parentItem().parentItem().height()}
        for go_on in (
            lambda: talk.session.pressKey("thoughts", "right"),
            lambda: talk.session.press("right"),
            lambda: talk.session.press("left"),
            lambda: talk.models.turn_controls.answer(0),
        ):
            go_on()
            assert places() == before, talk.step
            heights.add(talk.find("Mute").parentItem().parentItem().height())
        assert len(heights) == 1

    def test_twice_as_large_in_the_smallest_window_all_of_it_is_there(self, talk):
        large(talk)
        talk.session.offer_keys()
        talk.settle()
        keys = [found.object() for found in talk.controls() if found.object().property("keycap")]
        assert len(keys) == 9
        for key in keys:
            assert inside(key, talk.frame), key.property("text")
            inner = key.property("contentItem").childItems()[0]
            assert inner.width() <= key.width(), key.property("text")
        rects = [rect_of(key) for key in keys]
        assert not any(a.intersects(b) for a in rects for b in rects if a is not b)

    def test_while_somebody_types_the_caps_stay_there_faintly(self, house):
        both = replace(house.use.couples.settings, typed=tuple(Seat))
        house.use.couples.choose(both)
        house.sit_down_until("theme_talk", s.Talking)
        house.qtbot.waitUntil(lambda: house.frame.activeFocusItem().inherits("QQuickTextEdit"))
        key = house.find("Pause, for Maya").property("contentItem").childItems()[0].childItems()[0]
        assert key.isVisible()
        assert key.opacity() == pytest.approx(0.4)
