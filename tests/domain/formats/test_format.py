"""What cannot be played is no format: each reason by itself, beside one that is fine."""

from dataclasses import replace

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Format, Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartKind, PartSpec, Role
from coupleapp.domain.guided_session import Plan
from tests.domain.guided_session.sessions import ADVICE, CARD, CARD_STEP, THEME_TALK, a_turn

TALK = PartSpec(PartKind.TALK, seconds=60, grace_s=15)
SAY_BACK = PartSpec(PartKind.SAY_BACK, seconds=45, grace_s=15)
HEARD = PartSpec(PartKind.HEARD, rounds=2)
MORE = PartSpec(PartKind.MORE)
CONFIRM = PartSpec(PartKind.CONFIRM)
KEEP = PartSpec(PartKind.KEEP)
LISTENER_TALKS = replace(TALK, by=Role.LISTENER)
WRITE = StepSpec(StepKind.WRITE, seconds=420, title="As a friend would see it")
FINE = Format("one", "One", "For one evening.", 20, THEME_TALK)


def turns(*parts: PartSpec, closing: tuple[PartSpec, ...] = ()) -> StepSpec:
    return StepSpec(StepKind.TURNS, chunks=2, parts=parts, closing=closing)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": PartKind.MORE, "seconds": 60}, "has no time"),
        ({"kind": PartKind.MORE, "grace_s": 15}, "has no time"),
        ({"kind": PartKind.TALK, "grace_s": 15, "rounds": 1}, "has no rounds"),
        ({"kind": PartKind.FEELING, "by": Role.LISTENER}, "by belongs to a talk"),
        ({"kind": PartKind.TALK, "grace_s": 15, "advice": True}, "only a talk by the listener"),
        ({"kind": PartKind.MORE, "if_asked": True}, "only a talk by the listener"),
    ],
)
def test_a_part_has_only_what_belongs_to_it(wrong, why):
    with pytest.raises(ValueError, match=why):
        PartSpec(**wrong)
    with pytest.raises(ValueError, match="is advice"):
        replace(LISTENER_TALKS, if_asked=True)


@pytest.mark.parametrize(
    ("parts", "closing", "why"),
    [
        ((), (), "begins with a part that always comes"),
        ((ADVICE, TALK), (), "begins with a part that always comes"),
        ((TALK, HEARD), (), "right after something was said back"),
        ((TALK, SAY_BACK, MORE, HEARD), (), "right after something was said back"),
        ((TALK,), (HEARD,), "right after something was said back"),
        ((TALK, KEEP, CONFIRM), (), "after both have confirmed it"),
        ((TALK, CONFIRM), (KEEP,), "after both have confirmed it"),
        ((TALK,), (MORE,), "not at the close"),
        ((LISTENER_TALKS,), (), "the speaker speaks"),
    ],
)
def test_a_turn_can_be_played_part_after_part(parts, closing, why):
    with pytest.raises(ValueError, match=why):
        turns(*parts, closing=closing)
    turns(TALK, SAY_BACK, HEARD, MORE, ADVICE, closing=(CONFIRM, KEEP))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": StepKind.AGREE, "seconds": 5}, "has no seconds"),
        ({"kind": StepKind.CARD}, "needs a title"),
        ({"kind": StepKind.AGREE, "title": "Shall we?"}, "has no title"),
        ({"kind": StepKind.AGREE, "text": "Both keys."}, "has no text"),
        ({"kind": StepKind.AGREE, "chunks": 1}, "no chunks and no parts"),
        ({"kind": StepKind.RATE, "parts": (TALK,)}, "no chunks and no parts"),
        ({"kind": StepKind.RATE, "closing": (TALK,)}, "no chunks and no parts"),
        ({"kind": StepKind.RATE, "asks": (StepKind.MATTERED,)}, "asks nothing"),
        ({"kind": StepKind.CLOSING_ROUND}, "asks some of"),
        ({"kind": StepKind.CLOSING_ROUND, "asks": (StepKind.NOTEBOOK,)}, "asks some of"),
        ({"kind": StepKind.CLOSING_ROUND, "asks": (StepKind.MATTERED,) * 2}, "each once"),
    ],
)
def test_a_step_has_only_what_belongs_to_it(wrong, why):
    with pytest.raises(ValueError, match=why):
        StepSpec(**wrong)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"id": ""}, "an id, a title and a purpose"),
        ({"title": ""}, "an id, a title and a purpose"),
        ({"purpose": ""}, "an id, a title and a purpose"),
        ({"steps": ()}, "at least one step"),
        ({"steps": (*THEME_TALK, StepSpec(StepKind.INTRODUCE))}, "one step of kind introduce"),
        ({"steps": (StepSpec(StepKind.READINESS), CARD_STEP)}, "something light"),
        ({"sitting": Sitting.ALONE}, "nobody else is there"),
        ({"steps": (CARD_STEP, WRITE)}, "for a sitting alone"),
        ({"steps": (CARD_STEP,), "sitting": Sitting.OPENER}, "needs a turn"),
    ],
)
def test_a_format_can_be_played_by_who_sits_there(wrong, why):
    with pytest.raises(ValueError, match=why):
        replace(FINE, **wrong)
    replace(FINE, steps=(CARD_STEP, WRITE), sitting=Sitting.ALONE)


def test_a_plan_has_something_to_play_and_the_question_that_is_read():
    plan = Plan("one", "home", (a_turn(),), Seat.LEFT, Seat.RIGHT)
    with pytest.raises(ValueError, match="at least one step"):
        replace(plan, steps=())
    with pytest.raises(ValueError, match="needs one"):
        replace(plan, steps=THEME_TALK)
    assert replace(plan, steps=THEME_TALK, prompt=CARD).prompt is CARD


def test_a_question_is_named_as_tender_only_while_a_softer_one_is_there():
    deep = replace(CARD, depth=4)
    assert deep.is_tender
    assert not replace(deep, softer="").is_tender
    assert not CARD.is_tender
