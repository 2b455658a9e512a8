"""A press that replaces the words above a button leaves the button under the pointer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from tests.ui.house import rect_of

SIZES = {"large": ((1100, 760), 1.0), "small": ((800, 600), 1.0), "twice": ((1100, 760), 2.0)}


@pytest.fixture(params=SIZES)
def sized(house, request):
    size, scale = SIZES[request.param]
    house.use.couples.choose(replace(house.use.couples.settings, text_scale=scale))
    house.models.settings_model.changed.emit()
    house.frame.resize(*size)
    house.qtbot.waitUntil(lambda: house.shell.width() == size[0])
    return house


def places(house, names):
    house.settle()
    house.settle()
    return {name: rect_of(house.find(name)).topLeft() for name in names}


def press(house, name):
    """Where it is, without being scrolled there."""
    house.find(name).clicked.emit()


def test_the_questions_of_a_theme(sized):
    sized.deepen(5)
    sized.sit_down_until("theme_talk", s.Introducing)
    names = ["A softer one", "Another one", "None tonight", "Tomas begins"]
    names[3] = next(name for name in sized.names() if name.endswith(" begins"))
    before = places(sized, names)
    texts = set()
    while sized.session.leader.state.prompt.id is not None:
        texts.add(sized.session.props.prompt)
        press(sized, "A softer one")
        again = ["The first one again", *names[1:]]
        assert list(places(sized, again).values()) == list(before.values())
        texts.add(sized.session.props.prompt)
        press(sized, "Another one")
        assert places(sized, names) == before, sized.session.props.prompt
    assert len(texts) > 4


def test_none_tonight(sized):
    sized.sit_down_until("theme_talk", s.Introducing)
    before = places(sized, ["Another one", "None tonight"])
    press(sized, "None tonight")
    assert places(sized, ["Another one", "None tonight"]) == before


def test_the_ways_to_begin(sized):
    sized.sit_down_until("careful_opening", s.Composing, Seat.LEFT)
    sized.session.openCurtain()
    before = places(sized, ["Another way to begin"])
    for _ in sized.models.compose_controls.openings:
        press(sized, "Another way to begin")
        assert places(sized, ["Another way to begin"]) == before


def test_the_advice_cards(sized):
    sized.sit_down_until("outside_stress", s.Talking)
    sized.session.do(tc.AskThoughts(Seat.RIGHT))
    sized.session.do(tc.FinishTalk(Seat.RIGHT))
    before = places(sized, ["Another card"])
    for _ in sized.session.adviceCards:
        press(sized, "Another card")
        assert places(sized, ["Another card"]) == before


def test_there_is_room_for_what_may_come_and_for_no_more(house):
    """A question that is deeper than they are cannot come, and takes no room."""
    house.sit_down_until("theme_talk", s.Introducing)
    to_come = house.session.promptsToCome
    assert house.session.props.prompt == to_come[0]
    house.session.do(tc.FinishTalk(Seat.LEFT))
    house.session.beginTurns()
    assert house.session.promptsToCome == []


def test_a_softer_question_and_the_first_one_again_by_the_keyboard(house):
    """The ring stays on what was pressed."""
    house.sit_down_until("theme_talk", s.Introducing)
    first = house.session.props.prompt
    house.tab_to("A softer one")
    house.key(Qt.Key.Key_Return)
    softer = house.session.props.prompt
    assert softer != first
    assert house.focused_name() == "The first one again"
    house.key(Qt.Key.Key_Return)
    assert house.session.props.prompt == first
    assert house.focused_name() == "A softer one"
