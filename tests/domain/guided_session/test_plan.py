"""A plan that could not be played, or would surprise, cannot be made."""

from dataclasses import replace

import pytest

from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session.steps import SayingBack, Turn
from coupleapp.domain.guided_session.watch import Stopwatch
from tests.domain.guided_session.sessions import a_plan

PLAN = a_plan()
CARD = PLAN.prompt


def asking(*depths):
    steps = [step for step in PLAN.steps if step.kind is StepKind.INTRODUCE]
    first, *further = (replace(CARD, depth=depth) for depth in depths)
    return replace(PLAN, steps=(*steps,) * len(depths), prompt=first, further=tuple(further))


def test_questions_rise_or_stay():
    assert [card.depth for card in asking(1, 3, 3).cards] == [1, 3, 3]
    with pytest.raises(ValueError, match="lighter"):
        asking(1, 3, 2)


def test_further_questions_follow_a_first_one():
    with pytest.raises(ValueError, match="one question"):
        replace(PLAN, prompt=None, further=(CARD,))
    without = tuple(step for step in PLAN.steps if step.kind is not StepKind.INTRODUCE)
    with pytest.raises(ValueError, match="lighter"):
        replace(PLAN, steps=without, prompt=None, further=(CARD,))


def test_as_many_questions_as_are_read():
    with pytest.raises(ValueError, match="one question"):
        replace(PLAN, further=(CARD,))
    with pytest.raises(ValueError, match="one step"):
        replace(PLAN, steps=())


def test_a_question_was_asked_before_it_is_answered():
    turn = Turn(PLAN.first_speaker, second=False)
    with pytest.raises(ValueError, match="not asked"):
        SayingBack(turn, Stopwatch(), question=True)
    with pytest.raises(ValueError, match="two watches"):
        SayingBack(turn, Stopwatch(), stands=Stopwatch(since=1.0))
