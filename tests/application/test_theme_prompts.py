"""The questions beside the one on the table."""

from dataclasses import replace
from datetime import time

import pytest

from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.shell.use_cases import build_use_cases
from tests.application.hands import at_once, press_on
from tests.application.test_planning import PROGRAMME
from tests.domain.guided_session.sessions import a_plan


@pytest.fixture
def use(store, clock):
    use = build_use_cases(store, PROGRAMME, clock, at_once, rehearsal=True)
    use.couples.begin("Maya", "Tomas", time(21, 30))
    return use


@pytest.fixture
def leader(use):
    """Where the first question is read."""
    leader = use.sitting_down.begin()
    while not isinstance(leader.state.step, s.Introducing):
        press_on(leader)
    return leader


def test_each_question_that_comes_is_another_no_deeper_and_at_last_none(use, leader):
    coming = use.prompts.to_come(leader)
    assert coming[0] == leader.state.prompt
    assert coming[-1] == use.prompts.freely(leader)
    ids = [card.id for card in coming]
    assert len(set(ids)) == len(ids)
    assert not {card.id for card in leader.state.plan.further} & set(ids)
    assert {card.depth for card in coming} == {1}
    assert use.prompts.another(leader) == coming[1]
    leader.handle(c.ChangePrompt(coming[1]))
    assert use.prompts.another(leader) == coming[2]


def test_where_there_is_no_question_none_is_to_come(use, leader):
    leader.handle(c.ChangePrompt(use.prompts.freely(leader)))
    assert {card.id for card in use.prompts.to_come(leader)} == {None}


def test_a_talk_is_about_its_theme_or_else_its_kind(use, leader):
    assert use.prompts.title(leader) == PROGRAMME.themes[0].title
    without = use.sessions.begin(replace(a_plan(), theme_id=""))
    assert use.prompts.title(without) == "Theme talk"
    gone = use.sessions.begin(replace(a_plan(), theme_id="gone", format_id="gone"))
    assert use.prompts.title(gone) == ""
    assert use.prompts.another(gone) == use.prompts.freely(gone)
    assert use.prompts.to_come(gone)[-1] == use.prompts.freely(gone)
    assert use.prompts.cues() == PROGRAMME.cues
