"""Breathing within a talk: which rhythm, what has to be read first, and the scene itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from coupleapp.domain.calm.breath_choices import BreathVariant
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.keys import KeyPlace
from coupleapp.ui.guided_session.keys import KeyAction
from tests.application.hands import write_protected
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.base.strokes import press_at
from tests.ui.calm.test_breathing import choose, kept, lights, ms
from tests.ui.house import name_of, rect_of
from tests.ui.test_reach import large

Key = Qt.Key
LEFT, NOTHING_HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BOTH = tuple(Seat)
READ = ("Maya has read it", "Tomas has read it")


def answer(house):
    house.sit_down()
    house.session.agree()
    for _ in range(2):
        house.session.openCurtain()
        house.session.answerReadiness(2, True)
    house.settle()


@pytest.fixture
def breathing(house):
    answer(house)
    assert house.step == "breathe"
    return house


def settings(house, **changes):
    couples = house.use.couples
    couples.choose(replace(couples.settings, **changes))


def of_type(root: QQuickItem, name: str) -> list[QQuickItem]:
    return [i for i in root.findChildren(QQuickItem) if i.metaObject().className().startswith(name)]


# -- which rhythm


def test_a_talk_breathes_slowly_whatever_one_has_chosen_for_themselves(house):
    choose(house, pattern="box", hold_read_by=BOTH, variant=BreathVariant.STILL, colour=False)
    answer(house)
    shown = lights(house)
    assert ms(house.models.breath_model.props) == (4000, 0, 0, 6000, 0)
    assert shown.property("holdInMs") == 0
    assert shown.property("variant") == list(BreathVariant).index(BreathVariant.STILL)
    assert not shown.property("colour")
    assert house.session.props.limit_ms == 60_000


def test_a_talk_breathes_what_both_have_said_yes_to(house):
    both = kept(house).wishing("box").saying_yes(Seat.LEFT).saying_yes(Seat.RIGHT)
    settings(house, breath=both)
    answer(house)
    assert house.step == "breathe"
    assert lights(house).property("holdInMs") == 4000


def test_a_talk_that_begins_from_the_page_breathes_as_talks_do(house):
    choose(house, pattern="coherent")
    house.turn_to("breathe")
    house.wait_for("Breathe in")
    assert ms(house.models.breath_model.props)[0] == 5500
    answer(house)
    assert ms(house.models.breath_model.props)[0] == 4000


def test_one_last_breath_fits_its_step(house):
    """What is longer than the step has shorter holds, and no breath longer than its pattern."""
    choose(house, pattern="box", hold_read_by=BOTH)
    settings(house, breath=kept(house).wishing("box").saying_yes(BOTH[0]).saying_yes(BOTH[1]))
    model = house.models.breath_model
    model.fitInto(10_000)
    assert ms(model.props) == (4000, 0, 1000, 4000, 1000)
    house.turn_to("breathe")
    assert ms(model.props) == (4000, 0, 4000, 4000, 4000)


def test_an_easier_rhythm_is_one_press_in_a_talk_and_gone_with_the_step(breathing):
    breathing.click("An easier rhythm")
    assert breathing.step == "breathe"
    assert lights(breathing).property("outMs") == 4500
    breathing.session.lighten()
    for _ in range(20):
        if breathing.step == "last_breath":
            break
        breathing.session.do(a_way_on(breathing.session.leader.state))
    assert breathing.step == "last_breath"
    breathing.settle()
    assert lights(breathing).property("outMs") == 6000


# -- what has to be read first


@pytest.fixture
def first_talk(house):
    choose(house, read_by=())
    answer(house)
    assert house.step == "caution"
    return house


def test_the_caution_of_the_page_stands_before_the_first_breath_of_a_talk(first_talk):
    house = first_talk
    assert house.says("heart or lung condition")
    assert house.says("listen to the sounds in the room")
    assert not house.says("Breathe in")
    house.focus_on("Maya has read it")
    house.key(Key.Key_Return)
    house.focus_on("Tomas has read it")
    assert house.step == "caution"
    assert not house.find("Maya has read it").isEnabled()
    house.pass_time(300)
    assert house.step == "caution"
    house.key(Key.Key_Return)
    assert house.step == "breathe"
    assert kept(house).read_by == BOTH
    assert house.session.props.countdown == "1:00"


def test_their_own_keys_say_it_too_and_are_shown(first_talk):
    assert first_talk.find("Tomas has read it").property("keycap") == "J"
    press_at(first_talk.frame, KeyPlace.KEY_J, "j")
    assert kept(first_talk).read_by == (Seat.RIGHT,)
    press_at(first_talk.frame, KeyPlace.KEY_J, "j")
    assert first_talk.step == "caution"
    assert first_talk.find("Maya has read it").property("keycap") == "F"
    press_at(first_talk.frame, KeyPlace.KEY_F, "f")
    assert first_talk.step == "breathe"


def test_one_who_presses_twice_has_not_read_it_for_both(first_talk):
    """What was pressed stays where it is, marked as done."""
    house = first_talk
    house.settle()
    places = {name: rect_of(house.find(name)) for name in READ}
    house.click(READ[0])
    house.settle()
    assert {name: rect_of(house.find(name)) for name in READ} == places
    QTest.mouseClick(house.frame, LEFT, NOTHING_HELD, places[READ[0]].center())
    assert house.step == "caution"
    assert kept(house).read_by == (Seat.LEFT,)


def test_return_twice_is_no_word_of_the_other_s(first_talk):
    house = first_talk
    house.focus_on(READ[0])
    house.hands.pause_s = 0.05
    house.key(Key.Key_Return)
    house.focus_on(READ[1])
    house.key(Key.Key_Return)
    assert (house.step, kept(house).read_by) == ("caution", (Seat.LEFT,))


def test_who_has_read_it_already_is_not_asked(house):
    choose(house, read_by=(Seat.LEFT,))
    answer(house)
    assert house.step == "caution"
    assert not house.says("Maya has read it")
    house.click("Tomas has read it")
    assert house.step == "breathe"


def test_whoever_sits_alone_reads_it_for_themselves(house):
    choose(house, read_by=())
    house.sit_down(house.use.sitting_down.kind("outside_view"), Seat.RIGHT)
    house.session.goOn()
    house.settle()
    assert house.step == "caution"
    house.click("Tomas has read it")
    assert house.step == "breathe"
    assert kept(house).read_by == (Seat.RIGHT,)


def test_a_disk_that_takes_nothing_keeps_nobody_from_the_talk(first_talk):
    with write_protected(first_talk.store):
        first_talk.click("Maya has read it")
        assert "Nearer may not write" in first_talk.models.breath_model.props.trouble
        first_talk.models.breath_model.read("right")
    assert first_talk.models.breath_model.props.unread is False
    assert kept(first_talk).read_by == ()
    first_talk.settle()
    first_talk.click("Go on")
    assert first_talk.step == "breathe"


def test_what_both_have_read_before_a_crash_keeps_nobody(first_talk, build):
    choose(first_talk, read_by=BOTH)
    again = build()
    again.session.carryOn()
    assert again.step == "caution"
    again.settle()
    again.click("Go on")
    assert again.step == "breathe"


def test_lighter_and_a_pause_are_there_while_they_read(first_talk):
    rows = first_talk.session.keysOfBoth.rows
    offered = {row.asks for row in rows if row.offered}
    assert offered >= {KeyAction.LIGHTER, KeyAction.STOP}
    assert KeyAction.BREATH not in offered
    first_talk.session.lighten()
    assert first_talk.step == "caution"


def test_a_long_caution_is_read_from_its_beginning(house):
    choose(house, read_by=())
    large(house)
    answer(house)
    title = next(i.object() for i in house.seen() if name_of(i) == "Before the first breath")
    assert rect_of(title).top() >= 0
    house.tab_to("Tomas has read it")
    house.key(Key.Key_Return)
    house.tab_to("Maya has read it")
    house.key(Key.Key_Return)
    assert house.step == "breathe"


# -- with no timer


@pytest.fixture
def untimed(house):
    settings(house, timers=False)
    answer(house)
    return house


def test_without_timers_the_breath_waits_for_the_couple(untimed):
    props = untimed.session.props
    assert (untimed.step, props.limit_ms, props.countdown, props.running) == (
        "breathe",
        0,
        "",
        False,
    )
    assert not untimed.says("left.")
    assert lights(untimed).property("running")
    untimed.pass_time(600)
    assert untimed.step == "breathe"
    untimed.focus_on("On we go")
    untimed.key(Key.Key_Space)
    assert untimed.step == "introduce"


@pytest.mark.parametrize("reduced", [False, True])
def test_without_timers_nothing_around_the_breath_runs_down(untimed, reduced):
    untimed.windows.look("dark", 1.0, reduced_motion=reduced)
    untimed.settle()
    rings = of_type(untimed.shell, "Ring") + of_type(untimed.shell, "MinuteLine")
    assert [ring for ring in rings if ring.isVisible()] == []


@pytest.mark.parametrize("minutes", [0, 5])
def test_how_long_a_talk_opens_is_chosen_in_the_settings(house, minutes):
    house.turn_to("settings")
    house.click("5 minutes" if minutes else "No opening breath")
    answer(house)
    assert house.step == ("breathe" if minutes else "introduce")
    assert house.session.props.limit_ms == minutes * 60_000


# -- the scene


@pytest.mark.parametrize("reduced", [False, True])
@pytest.mark.parametrize("size", [(1100, 760), (800, 600), (1600, 900)])
def test_the_ring_stays_clear_of_the_windows_edges(breathing, size, reduced):
    breathing.windows.look("dark", 1.0, reduced_motion=reduced)
    breathing.frame.resize(*size)
    breathing.qtbot.waitUntil(lambda: breathing.shell.width() == size[0])
    breathing.settle()
    (circle,) = of_type(breathing.shell, "BreathCircle")
    place = rect_of(circle)
    assert min(place.left(), place.top()) >= 30
    assert place.right() <= breathing.frame.width() - 30
    assert place.width() == place.height()


def test_there_is_one_ring_in_less_motion_and_a_line_for_the_minute(breathing):
    shown = lights(breathing)
    rings = of_type(breathing.shell, "Ring") + of_type(breathing.shell, "BreathRing")
    assert shown.property("still")
    assert len([ring for ring in rings if ring.isVisible()]) == 1
    (line,) = [one for one in of_type(breathing.shell, "MinuteLine") if one.isVisible()]
    (ring,) = [one for one in of_type(shown, "BreathRing") if one.isVisible()]
    assert rect_of(ring).contains(rect_of(line))
    breathing.windows.look("dark", 1.0, reduced_motion=False)
    assert len([ring for ring in rings if ring.isVisible()]) == 1
    assert not line.isVisible()


def glowing(house) -> list[str]:
    """The lights behind the scene that are on."""
    (lamp,) = of_type(house.shell, "Lamp")
    return [i.property("light") for i in of_type(lamp, "Shine") if i.property("opacity") > 0]


def test_no_third_light_glows_where_two_breathe(breathing):
    breathing.qtbot.waitUntil(lambda: glowing(breathing) == [])
    breathing.session.endBreathing()
    breathing.qtbot.waitUntil(lambda: glowing(breathing) == ["calm"])
    breathing.session.beginTurns()
    breathing.session.pressKey("breath", "")
    assert breathing.step == "one_breath"
    breathing.qtbot.waitUntil(lambda: glowing(breathing) == [])


def test_one_breath_in_less_motion_is_a_ring_without_a_number(breathing):
    breathing.session.endBreathing()
    breathing.session.pressKey("breath", "")
    breathing.settle()
    assert breathing.says("One breath")
    (two,) = of_type(breathing.shell, "TwoLights")
    texts = [i for i in of_type(two, "QQuickText") if i.isVisible() and i.property("text")]
    assert [i.property("text") for i in texts if i.property("text").isdigit()] == []


def test_every_kind_of_talk_opens_with_a_breath(house):
    for kind in house.use.library.programme.formats:
        assert StepKind.BREATHE in [step.kind for step in kind.steps], kind.id


def test_a_quiet_evening_breathes_as_long_as_it_is_meant_to(house):
    settings(house, breath=replace(kept(house), opening_minutes=1))
    house.sit_down_until("quiet_together", s.Breathing)
    assert house.session.props.limit_ms == 180_000
