"""What each has done that the other may give back: it is noticed once, and of the right one."""

from datetime import timedelta

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import fold
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.deeds import Deed
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Guess, Heard, Wish
from tests.domain.guided_session.sessions import a_plan, shipped_formats
from tests.domain.guided_session.walk import Walk

L, R = Seat.LEFT, Seat.RIGHT
FORMATS = {kind.id: kind for kind in shipped_formats()}
THINK = pc.StartPause(PauseKind.THINK, 10)
BOTH_READY = (pc.SayReady(L), pc.SayReady(R))


def until(kind: str, step: type) -> Walk:
    """Tomas, on the right, begins."""
    walk = Walk(FORMATS[kind])
    while not isinstance(walk.step, step):
        walk.on()
    return walk


def done_by(walk: Walk, *commands: c.Command) -> set[tuple[Seat, Deed]]:
    before = set(walk.state.deeds)
    for command in commands:
        walk.do(command)
    assert fold(walk.log) == walk.state
    assert len(set(walk.state.deeds)) == len(walk.state.deeds)
    return set(walk.state.deeds) - before


def saying_back() -> Walk:
    return until("theme_talk", s.Talking).do(tc.FinishTalk(R))


@pytest.mark.parametrize(
    ("kind", "step", "commands", "deeds"),
    [
        ("theme_talk", s.Introducing, [c.SoftenPrompt()], {(L, "softer"), (R, "softer")}),
        ("theme_talk", s.Talking, [tc.FinishTalk(R)], {(R, "spoke")}),
        ("theme_talk", s.Talking, [pc.TakeBreath(L)], {(L, "breath")}),
        ("theme_talk", s.Talking, [pc.TakeBreath()], {(L, "breath"), (R, "breath")}),
        ("theme_talk", s.Talking, [pc.AskPause(L), pc.TakePauseBack()], set()),
        ("theme_talk", s.Talking, [pc.AskPause(L), THINK], {(L, "paused")}),
        (
            "theme_talk",
            s.Talking,
            [pc.AskPause(L), THINK, *BOTH_READY],
            {(L, "paused"), (L, "came_back"), (R, "came_back")},
        ),
        ("theme_talk", s.SayingBack, [tc.AskQuestion(L)], {(L, "question")}),
        ("theme_talk", s.SayingBack, [tc.SayBack(L)], {(L, "said_back")}),
        ("theme_talk", s.HeardCheck, [tc.CheckHeard(R, Heard.NOT_YET)], {(R, "not_yet")}),
        ("theme_talk", s.HeardCheck, [tc.CheckHeard(R, Heard.MOSTLY)], set()),
        ("theme_talk", s.HeardCheck, [tc.CheckHeard(R, Heard.THATS_IT)], {(L, "understood")}),
        (
            "theme_talk",
            s.HeardCheck,
            [tc.CheckHeard(R, Heard.MOSTLY), tc.SayBack(L), tc.CheckHeard(R, Heard.THATS_IT)],
            {(L, "understood"), (L, "said_again")},
        ),
        ("deep_dialogue", s.GuessCheck, [tc.CheckGuess(R, Guess.CLOSE)], {(L, "guessed")}),
        ("outside_stress", s.Wishing, [tc.NameWish(R, Wish.COMFORT)], {(R, "comfort")}),
        ("outside_stress", s.Wishing, [tc.NameWish(R, Wish.IDEAS)], {(L, "thoughts")}),
        ("outside_stress", s.Wishing, [tc.NameWish(R, Wish.LISTEN)], set()),
        ("outside_stress", s.Talking, [tc.AskThoughts(R)], {(L, "thoughts")}),
    ],
)
def test_what_somebody_does_is_noticed(kind, step, commands, deeds):
    assert done_by(until(kind, step), *commands) == deeds


def test_who_waits_for_another_day_paused_and_comes_back_only_when_both_are_ready():
    walk = until("theme_talk", s.Talking)
    tomorrow = walk.now.at + timedelta(hours=20)
    booked = (pc.AskPause(R), pc.BookReturn(PauseKind.THINK, tomorrow), pc.ComeBack())
    assert done_by(walk, *booked) == {(R, Deed.PAUSED)}
    assert done_by(walk, pc.AnswerReturn(L, True), pc.AnswerReturn(R, False)) == set()
    walk.do(pc.ExtendPause())
    assert done_by(walk, *BOTH_READY) == {(L, Deed.CAME_BACK), (R, Deed.CAME_BACK)}


def test_what_was_taken_back_keeps_what_had_happened():
    walk = saying_back()
    before = walk.state.deeds
    walk.do(c.Stop()).do(c.TakeBack())
    assert walk.state.deeds == before == ((R, Deed.SPOKE),)


def test_the_first_one_again_was_no_softer_one():
    walk = until("theme_talk", s.Introducing).do(c.SoftenPrompt()).do(c.UnsoftenPrompt())
    assert Deed.SOFTER not in {deed for _, deed in walk.state.deeds}


def test_another_question_is_no_softer_one():
    walk = until("theme_talk", s.Introducing)
    other = a_plan().prompt
    assert done_by(walk, c.ChangePrompt(other)) == set()
