"""One window, two people, a key each: what a key does, and what it leaves alone."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.keys import KeyPlace
from tests.application.hands import full_disk
from tests.ui.base.strokes import press_at

Key = Qt.Key


def sit_down(house):
    house.click("Sit down together")
    house.focus_on("Maya agrees")


def curtain(house, name, answer="A talk is fine today"):
    house.wait_for(f"This is for {name} alone")
    house.click("Only I am looking")
    house.click(answer)


def until_introduced(house):
    house.sit_down()
    house.session.agree()
    for name in ("Maya", "Tomas"):
        curtain(house, name)
    house.focus_on("Back to normal breathing")
    house.key(Key.Key_Space)
    house.wait_for("please read this aloud")


@pytest.fixture
def talk(house, request):
    """The first speaker has the floor: Tomas, since Maya introduces."""
    if hasattr(request, "param"):
        house.use.couples.choose(replace(house.use.couples.settings, cards=request.param))
    until_introduced(house)
    house.click("Tomas begins")
    house.qtbot.waitUntil(lambda: house.step == "speak")
    house.qtbot.waitUntil(lambda: house.says("Done"))
    assert house.session.props.floor == "right"
    return house


def test_both_agree_by_holding_their_keys(house):
    sit_down(house)
    QTest.keyPress(house.frame, Key.Key_F)
    assert house.step == "agree"
    QTest.keyPress(house.frame, Key.Key_J)
    house.wait_for("This is for Maya alone")
    for key in (Key.Key_F, Key.Key_J):
        QTest.keyRelease(house.frame, key)
    assert house.step == "readiness"


def bar_of_both(house):
    """It grows while both hold their keys."""
    return next(
        child
        for child in house.shell.findChildren(type(house.shell))
        if child.property("height") == 6 and child.property("color") is not None
    ).childItems()[0]


def test_letting_go_begins_again(house):
    sit_down(house)
    bar = bar_of_both(house)
    for key in (Key.Key_F, Key.Key_J):
        QTest.keyPress(house.frame, key)
    house.qtbot.waitUntil(lambda: bar.width() > 20)
    QTest.keyRelease(house.frame, Key.Key_J)
    house.qtbot.waitUntil(lambda: bar.width() == 0)
    assert house.step == "agree"
    QTest.keyRelease(house.frame, Key.Key_F)


def test_the_speaker_hands_on_and_the_listener_cannot(talk):
    log = talk.store.sessions.log(talk.session.leader.id)
    for _ in range(3):
        talk.key(Key.Key_F)
    assert talk.step == "speak"
    assert talk.store.sessions.log(talk.session.leader.id) == log
    talk.key(Key.Key_J)
    assert talk.step == "mirror"
    assert talk.says("What did you hear?")
    talk.key(Key.Key_F)
    assert talk.step == "heard"
    talk.key(Key.Key_F)
    assert talk.step == "heard"


@pytest.mark.parametrize("answer", [Key.Key_1, Key.Key_2, Key.Key_3])
def test_was_that_it_by_a_figure(talk, answer):
    talk.key(Key.Key_J)
    talk.key(Key.Key_F)
    talk.focus_on("Tomas, was that it?")
    talk.key(answer)
    assert talk.step == ("speak" if answer == Key.Key_1 else "mirror")


def test_a_tired_return_does_not_say_that_somebody_felt_heard(talk):
    talk.key(Key.Key_J)
    talk.key(Key.Key_F)
    talk.focus_on("Tomas, was that it?")
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        talk.key(key)
    assert talk.step == "heard"
    talk.key(Key.Key_Tab)
    assert talk.focused_name() == "That's it"
    talk.key(Key.Key_Return)
    assert talk.step == "speak"


def test_that_was_it_by_the_key_of_the_one_who_spoke(talk):
    press_at(talk.frame, KeyPlace.KEY_J, "j")
    press_at(talk.frame, KeyPlace.KEY_F, "f")
    talk.settle()
    caps = {name: talk.find(name).property("keycap") for name in ("That's it", "Mostly", "Not yet")}
    assert caps == {"That's it": "J", "Mostly": "2", "Not yet": "3"}
    press_at(talk.frame, KeyPlace.KEY_F, "f")
    assert talk.step == "heard"
    press_at(talk.frame, KeyPlace.KEY_J, "j")
    assert talk.step == "speak"


@pytest.mark.parametrize("talk", [1], indirect=True)
def test_g_gives_the_floor_away(talk):
    talk.key(Key.Key_G)
    talk.key(Key.Key_F)
    talk.click("That's it")
    assert (talk.step, talk.session.props.floor) == ("speak", "left")


@pytest.mark.parametrize(("key", "other"), [(Key.Key_D, "Tomas"), (Key.Key_K, "Maya")])
def test_either_may_pause(talk, key, other):
    talk.pass_time(30)
    talk.key(key)
    talk.wait_for("A pause for both of you")
    assert talk.session.props.pause_other == other
    talk.click("20 minutes")
    talk.click("Begin the pause")
    talk.wait_for("Back together at")
    assert talk.session.props.countdown == "20:00"
    talk.key(Key.Key_F)
    assert talk.says("Maya waits, ready")
    talk.clock.pass_time(1200)
    talk.session.look_at_the_clock()
    for who in ("Maya", "Tomas"):
        curtain(talk, who, "I am ready")
    assert talk.step == "recap"
    talk.key(Key.Key_F)
    talk.key(Key.Key_J)
    assert (talk.step, talk.session.props.countdown) == ("speak", "1:00")


def test_no_pause_after_all(talk):
    talk.key(Key.Key_D)
    talk.click("No pause after all")
    assert talk.step == "speak"


def test_one_breath_ends_by_itself(talk):
    talk.key(Key.Key_B)
    assert talk.step == "one_breath"
    talk.wait_for("About 5 seconds, then you go on.")
    talk.pass_time(6)
    assert talk.step == "speak"


def test_in_one_breath_either_may_pause_or_end_it(talk):
    talk.key(Key.Key_B)
    talk.focus_on("Back to normal breathing")
    talk.key(Key.Key_Space)
    assert talk.step == "speak"
    talk.key(Key.Key_B)
    press_at(talk.frame, KeyPlace.KEY_K, "k")
    assert (talk.step, talk.session.props.pause_other) == ("pause_choice", "Maya")


def test_without_timers_one_breath_waits_for_them(house):
    house.use.couples.choose(replace(house.use.couples.settings, timers=False))
    house.sit_down_until("theme_talk", s.Talking)
    house.key(Key.Key_B)
    house.wait_for("You go on when you like.")
    house.pass_time(60)
    assert house.step == "one_breath"
    house.focus_on("On we go")
    house.key(Key.Key_Space)
    assert house.step == "speak"


def test_escape_stops_at_once_and_once_more_ends_nothing(talk):
    talk.key(Key.Key_Escape)
    talk.wait_for("Enough for today")
    assert not talk.session.props.talker
    for key in (Key.Key_Escape, Key.Key_Escape, Key.Key_Space, Key.Key_L, Key.Key_D):
        talk.key(key)
    assert talk.step == "stopped"
    assert talk.store.sessions.history()[-1].ended_at is None
    talk.click("Home")
    talk.wait_for("Good evening, Maya and Tomas")
    assert talk.app.props.page == "home"
    assert talk.store.sessions.history()[-1].ending == "stopped"


def hold_both(house):
    for key in (Key.Key_F, Key.Key_J):
        QTest.keyPress(house.frame, key)


def let_go(house):
    for key in (Key.Key_F, Key.Key_J):
        QTest.keyRelease(house.frame, key)


SLIPS = pytest.mark.parametrize(
    ("slip", "screen"), [(Key.Key_Escape, "stopped"), (Key.Key_L, "breathe")]
)


@SLIPS
def test_both_together_take_a_slip_back(talk, slip, screen):
    talk.pass_time(30)
    talk.key(slip)
    assert talk.step == screen
    hold_both(talk)
    talk.qtbot.waitUntil(lambda: talk.step == "speak")
    let_go(talk)
    assert (talk.session.props.floor, talk.session.props.countdown) == ("right", "1:00")
    assert not talk.session.props.can_take_back
    assert not talk.store.sessions.history()[-1].lighter


@SLIPS
@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_J])
def test_one_alone_takes_nothing_back(talk, slip, screen, key):
    """Not even with their own mark beside their key."""
    talk.key(slip)
    mark = "Maya takes it back" if key == Key.Key_F else "Tomas takes it back"
    talk.settle()
    bar = bar_of_both(talk)
    QTest.keyPress(talk.frame, key)
    talk.click(mark)
    talk.settle()
    assert bar.width() == 0
    QTest.keyRelease(talk.frame, key)
    assert talk.step == screen


def test_the_marks_of_both_take_it_back_too(talk):
    """For whoever cannot hold two keys: a screen reader, one hand."""
    talk.key(Key.Key_Escape)
    talk.click("Maya takes it back")
    assert talk.step == "stopped"
    talk.click("Tomas takes it back")
    talk.qtbot.waitUntil(lambda: talk.step == "speak")


def test_nothing_that_ends_it_has_the_keyboard(talk):
    talk.key(Key.Key_Escape)
    talk.qtbot.waitUntil(lambda: talk.focused_name() == "Maya takes it back")


def test_what_was_stopped_stands_after_a_kill_and_can_be_taken_back(talk, build):
    talk.pass_time(30)
    talk.key(Key.Key_Escape)
    again = build()
    again.qtbot.waitUntil(lambda: again.step == "stopped")
    hold_both(again)
    again.qtbot.waitUntil(lambda: again.step == "speak")
    let_go(again)
    assert again.session.props.countdown == "1:00"


def test_what_was_stopped_is_over_when_the_window_is_closed(talk):
    talk.key(Key.Key_Escape)
    talk.close_window()
    assert talk.store.sessions.history()[-1].ending == "stopped"


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_a_shortcut_of_the_desktop_is_not_ours(talk, modifier):
    keys = [Key.Key_J, Key.Key_D, Key.Key_L, Key.Key_B, Key.Key_G]
    if modifier is Qt.KeyboardModifier.ControlModifier:
        # This one locks, from anywhere: tests/ui/lock.
        keys.remove(Key.Key_L)
    for key in keys:
        QTest.keyClick(talk.frame, key, modifier)
    assert talk.step == "speak"


def test_the_curtain_is_closed_for_each(house):
    sit_down(house)
    house.session.agree()
    house.wait_for("This is for Maya alone")
    assert not house.says("How tense")
    assert house.says("Tomas, please look out of the window")
    house.click("Only I am looking")
    house.focus_on("How tense are you right now?")
    house.key(Key.Key_8)
    assert house.find("How tense are you right now?").property("value") == 8
    house.click("A talk is fine today")
    house.wait_for("This is for Tomas alone")
    assert not house.says("How tense")
    house.click("Only I am looking")
    assert house.find("How tense are you right now?").property("value") == -1
    house.click("A talk is fine today")
    house.wait_for("Today suits something lighter")
    house.click("Another time")
    house.wait_for("Another time, then")


def test_another_question_none_and_softer(house):
    until_introduced(house)
    first = house.session.props.prompt
    house.click("A softer one")
    assert house.session.props.prompt != first
    assert house.find("The first one again").property("enabled")
    house.click("Another one")
    assert house.find("A softer one").property("enabled")
    house.click("None tonight")
    assert house.says(house.session.props.prompt)
    assert house.session.leader.state.prompt.id is None


TENDER = "This one can feel tender. A softer one is just as good."


def test_a_tender_question_is_named_first_until_a_softer_one_is_there(house):
    until_introduced(house)
    light = house.session.leader.state.prompt
    assert not house.says(TENDER)
    house.session.do(c.ChangePrompt(replace(light, id="home.deep", depth=4)))
    house.wait_for(TENDER)
    house.click("A softer one")
    assert not house.says(TENDER)


def to_share(house):
    house.sit_down()
    for _ in range(60):
        if house.step == "closing_round":
            break
        press_on(house)
    house.click("Maya keeps a line")
    house.focus_on("Maya, what did you hear that mattered?")
    return house.focused_name()


def press_on(house):
    session, props = house.session, house.session.props
    {
        "agree": session.agree,
        "readiness": lambda: session.answerReadiness(2, True),
        "breathe": session.endBreathing,
        "introduce": session.beginTurns,
        "speak": lambda: session.press(props.talker),
        "mirror": lambda: session.press(props.talker),
        "heard": lambda: house.models.turn_controls.answer(0),
    }[props.stage]()


def test_letters_in_a_field_are_letters(house):
    field = to_share(house)
    events = len(house.store.sessions.log(house.session.leader.id))
    house.type("fjdk bgl FJDK +123")
    assert house.find(field).property("text") == "fjdk bgl FJDK +123"
    assert house.step == "closing_round"
    assert len(house.store.sessions.log(house.session.leader.id)) == events
    QTest.keyClick(house.frame, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    house.focus_on("We have said it")
    house.click("Maya keeps a line")
    house.focus_on("Maya, what did Tomas do well just now?")
    assert house.find(house.focused_name()).property("text") == ""
    (kept,) = house.store.notebook.page(None, 9)
    assert (kept.text, kept.author) == ("fjdk bgl FJDK +123", "left")


def test_a_full_disk_keeps_what_was_written(house):
    field, long = to_share(house), "ж" * 2000
    house.paste(field, long)
    with full_disk(house.store):
        house.click("Keep this line")
        assert house.says("The disk is full. What you wrote is still here")
        assert house.find(field).property("text") == long
    house.click("Keep this line")
    house.wait_for("Kept in your notebook")
    assert not house.says("disk is full")
    assert house.store.notebook.page(None, 1)[0].text == long


def test_a_line_too_long_is_explained_and_kept(house):
    field = to_share(house)
    house.paste(field, "x" * 10_000)
    house.click("Keep this line")
    assert any(re.search("10.?000 characters; up to 2.?000 fit", n) for n in house.names())
    assert len(house.find(field).property("text")) == 10_000


def test_a_line_half_written_survives_a_crash(house, build):
    to_share(house)
    house.type("You laug")
    again = build()
    again.wait_for("Carry on where you were?")
    again.click("Carry on")
    again.click("Maya keeps a line")
    again.focus_on("Maya, what did you hear that mattered?")
    assert again.find(again.focused_name()).property("text") == "You laug"
