"""Both talk in several steps: each has its own words, its own screen, and its own beginner."""

from dataclasses import replace

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind, StepSpec
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from tests.domain.guided_session.sessions import a_matter, a_turn, a_way_on, several

MATTER = a_matter("{speaker}: one thing", 60, 45)


def begin(house, *steps):
    house.sit_down(several(*steps))
    return house


def until(house, index, step, seat=None):
    for _ in range(60):
        state = house.session.leader.state
        if (state.index, type(state.step)) == (index, step) and seat in {None, state.floor}:
            house.settle()
            return
        house.session.do(a_way_on(state))
    raise AssertionError((index, step))


class TestInWriting:
    @pytest.fixture
    def typing(self, house):
        couples = house.use.couples
        couples.choose(replace(couples.settings, typed=(Seat.RIGHT,)))
        begin(house, MATTER, MATTER, MATTER)
        until(house, 0, s.Talking, Seat.RIGHT)
        house.models.compose_controls.keepTyped("The mornings.")
        return house

    @pytest.mark.parametrize("index", [1, 2])
    def test_what_was_typed_for_one_is_not_there_in_the_next(self, typing, index):
        until(typing, index, s.Talking, Seat.RIGHT)
        assert typing.models.compose_controls.typed == ""

    def test_what_was_typed_is_there_to_be_said_back_in_each(self, typing):
        until(typing, 2, s.Talking, Seat.RIGHT)
        typing.models.compose_controls.keepTyped("A wish.")
        typing.session.press("right")
        assert typing.step == "mirror"
        typing.wait_for("Written before: A wish.")
        assert not typing.says("The mornings.")

    def test_after_a_pause_it_stands_there_again(self, typing):
        until(typing, 2, s.Talking, Seat.RIGHT)
        typing.models.compose_controls.keepTyped("A wish.")
        typing.session.pressKey("pause", "left")
        typing.models.pause_controls.takeBack()
        assert typing.models.compose_controls.typed == "A wish."


def test_who_talks_twice_in_a_row_sees_a_new_screen(house, qtbot):
    """The one who ends the first begins the second, under the very same words."""
    same = a_matter("One thing", 60)
    begin(house, same, same)
    until(house, 0, s.Talking, Seat.LEFT)
    with qtbot.waitSignal(house.session.entered), qtbot.waitSignal(house.session.announce) as said:
        house.session.do(tc.FinishTalk(Seat.LEFT))
    assert said.args == ["Maya speaks."]
    assert house.session.props.talker == "left"


def test_the_screen_of_the_question_names_who_begins_after_it(house):
    begin(house, a_matter("Thanks"), StepSpec(StepKind.INTRODUCE), a_turn())
    until(house, 1, s.Introducing)
    assert house.says("Maya begins")
    house.session.beginTurns()
    assert house.session.props.talker == "left"


def test_who_reads_takes_turns_with_the_questions(house):
    house.sit_down()
    asked = []
    while not isinstance(house.session.leader.state.step, s.ClosingRound):
        if house.step == "introduce":
            house.settle()
            asked += [each for each in house.names() if each.endswith("please read this aloud.")]
        house.session.do(a_way_on(house.session.leader.state))
    names = ("Maya", "Tomas", "Maya")
    assert asked == [f"{name}, please read this aloud." for name in names]
