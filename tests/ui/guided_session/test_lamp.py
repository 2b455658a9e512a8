"""The lamp stands right behind the ring of whoever speaks, and stays there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from coupleapp.domain.guided_session import steps as s
from tests.ui.test_reach import large


def of_type(root: QQuickItem, name: str) -> list[QQuickItem]:
    return [i for i in root.findChildren(QQuickItem) if i.metaObject().className().startswith(name)]


def middle_of(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def ring(house) -> QPointF:
    (half,) = [h for h in of_type(house.shell, "Half") if h.property("speaking")]
    (found,) = [r for r in of_type(half, "Ring") if r.isVisible()]
    return middle_of(found)


def lamp(house) -> QPointF:
    (found,) = of_type(house.shell, "Lamp")
    return middle_of(found)


def bar(house) -> float:
    (found,) = of_type(house.shell, "KeyBar")
    return found.height()


@pytest.fixture
def talk(house):
    house.sit_down_until("theme_talk", s.Talking)
    return house


SIZES = [(1100, 760), (800, 600), (1000, 700), (1600, 900), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES)
def test_the_lamp_is_behind_its_ring_whatever_the_footer(talk, size):
    talk.frame.resize(*size)
    talk.qtbot.waitUntil(lambda: talk.shell.width() == size[0])
    for _ in range(2):
        talk.settle()
    at, light = ring(talk), lamp(talk)
    assert abs(at.x() - light.x()) <= 1
    assert abs(at.y() - light.y()) <= 1


def test_in_large_letters_too(talk):
    large(talk)
    talk.settle()
    assert abs(ring(talk).y() - lamp(talk).y()) <= 1


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_when_the_keys_need_fewer_rows(house, size, scale):
    """From speaking in parts to saying back: keys go, and nothing above them moves."""
    larger = replace(house.use.couples.settings, cards=1, text_scale=scale)
    house.use.couples.choose(larger)
    house.models.settings_model.changed.emit()
    house.sit_down_until("theme_talk", s.Talking)
    house.frame.resize(*size)
    house.qtbot.waitUntil(lambda: house.shell.width() == size[0])
    house.settle()
    high = bar(house)
    (step,) = of_type(house.shell, "SpeakStep")
    before = step.height()
    house.session.press(house.session.props.talker)
    assert house.step == "mirror"
    for _ in range(2):
        house.settle()
    (step,) = of_type(house.shell, "SpeakStep")
    assert bar(house) <= high
    assert step.height() == before
    assert abs(ring(house).y() - lamp(house).y()) <= 1


def test_the_lamp_goes_to_the_middle_where_nobody_speaks(talk):
    talk.session.pressKey("pause", "left")
    talk.settle()
    room = talk.shell
    assert abs(lamp(talk).x() - room.width() / 2) <= 1
    assert abs(lamp(talk).y() - room.height() * 0.52) <= 1


@pytest.mark.parametrize("size", SIZES)
def test_the_ring_stays_from_speaking_to_saying_back_and_to_the_question(house, size):
    house.use.couples.choose(replace(house.use.couples.settings, cards=1))
    house.sit_down_until("theme_talk", s.Talking)
    house.frame.resize(*size)
    house.qtbot.waitUntil(lambda: house.shell.width() == size[0])

    def height() -> float:
        for _ in range(3):
            house.settle()
        return ring(house).y()

    spoken = height()
    talks = house.session
    talks.press(talks.props.talker)
    assert (house.step, height()) == ("mirror", spoken)
    house.qtbot.waitUntil(lambda: abs(ring(house).x() - lamp(house).x()) <= 1)
    house.models.turn_controls.askQuestion()
    assert (talks.props.question, height()) == (True, spoken)
    talks.press(talks.props.talker)
    assert (house.step, talks.props.question, height()) == ("mirror", False, spoken)
