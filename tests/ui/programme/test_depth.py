"""The depth ladder in the house: what it leads to, and that nothing on the screen names a cause."""

from dataclasses import replace

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.ui.programme import words
from tests.application.test_depth import QUIET, a_lot
from tests.domain.guided_session.sessions import a_way_on
from tests.ui.house import PROGRAMME
from tests.ui.needs.test_needs_pages import everything_shown

DAY = 86_400
DEPTHS = {prompt.id: prompt.depth for theme in PROGRAMME.themes for prompt in theme.prompts}


@pytest.fixture
def couple(house):
    """Five weeks after they began; chance decides nothing unless a test says so."""
    house.use.depths.rehearsal = False
    house.use.depths._new_lot = lambda: QUIET
    house.clock.pass_time(35 * DAY)
    return house


def lot(house, **decides):
    found = a_lot(**decides)
    house.use.depths._new_lot = lambda: found


def play(house, heard=8):
    """One whole session by the rules; at the door they choose something lighter."""
    house.sit_down()
    leader = house.session.leader
    while not leader.over:
        house.clock.pass_time(2)
        if isinstance(leader.state.step, s.Sharing) and leader.state.step.kind == "rate":
            house.session.do(c.Rate(leader.state.step.seat, heard, 3))
        else:
            house.session.do(a_way_on(leader.state))
    house.session.clear()
    house.clock.pass_time(DAY)
    return leader.state


def to_the_door(house, tension):
    house.sit_down()
    house.session.agree()
    for _ in Seat:
        house.session.openCurtain()
        house.session.answerReadiness(tension, True)
    house.settle()


def test_the_fourth_suits_something_lighter_in_the_same_words(couple):
    played = [play(couple).lighter for _ in range(3)]
    assert played == [False] * 3
    to_the_door(couple, tension=0)
    couple.wait_for("Today suits something lighter")
    planned = couple.names()
    couple.session.anotherTime()
    couple.session.clear()
    couple.clock.pass_time(DAY)
    to_the_door(couple, tension=9)
    couple.wait_for("Today suits something lighter")
    assert couple.names() == planned


def test_a_question_is_as_deep_as_they_have_come(couple):
    couple.store.programme.keep_ceilings(Ceilings(5, 5))
    depths = []
    for _ in range(9):
        depths.append([DEPTHS.get(card.id) for card in play(couple).plan.cards])
        # Another theme each week; no week has questions for many talks.
        couple.clock.pass_time(6 * DAY)
    assert all(rising == sorted(rising) for rising in depths)
    deepest = [rising[-1] for rising in depths]
    assert deepest[:3] == [1, 1, 1]
    assert 2 in deepest[3:]
    assert max(deepest) == 3


def test_another_question_in_the_talk_stays_within_it(couple):
    couple.deepen(2)
    couple.use.couples.choose(replace(couple.use.couples.settings, cards=1))
    couple.sit_down_until("theme_talk", s.Introducing)
    seen = []
    while couple.session.leader.state.prompt.id is not None:
        seen.append(couple.session.leader.state.prompt.id)
        couple.session.swap()
    assert {DEPTHS[one] for one in seen} == {1, 2}
    assert len(seen) == len(set(seen))
    couple.session.swap()
    assert couple.session.leader.state.prompt.text == PROGRAMME.themes[0].freely


def test_what_chance_decides_looks_like_everything_else(couple):
    lot(couple, light=True)
    to_the_door(couple, tension=0)
    couple.wait_for("Today suits something lighter")
    by_chance = couple.names()
    couple.session.lighten()
    couple.stop_for_good()
    couple.session.clear()
    couple.clock.pass_time(DAY)
    lot(couple)
    to_the_door(couple, tension=9)
    assert couple.names() == by_chance


def test_a_kind_that_has_become_too_deep_leads_to_something_lighter(couple):
    couple.clock.pass_time(60 * DAY)
    couple.deepen(4)
    couple.store.programme.keep_ceilings(Ceilings(5, 1))
    couple.turn_to("talks")
    couple.settle()
    assert couple.find("Unseen moments").isEnabled()
    couple.click("Unseen moments")
    couple.session.agree()
    for _ in Seat:
        couple.session.openCurtain()
        couple.session.answerReadiness(0, True)
    couple.wait_for("Today suits something lighter")
    couple.session.anotherTime()
    couple.session.clear()
    couple.turn_to("talks")
    couple.settle()
    couple.click("More, for another time")
    assert not couple.find("Unseen moments").isEnabled()


def test_behind_a_closed_window_no_wish_stays_open(house):
    house.turn_to("programme")
    house.models.depth_model.ask("left")
    house.settle()
    house.click("Only I am looking")
    wish = words.ceiling_words(4)
    house.click(wish)
    house.close_window()
    assert wish not in everything_shown(house)
    assert house.models.depth_model.props.chosen == -1
    house.show(house.frame)
    house.settle()
    assert not house.says(wish)
    assert house.store.programme.ceilings().left == 4, "what she wished is kept"
