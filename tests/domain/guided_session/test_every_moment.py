"""What may be asked at each moment of a session, and that nothing else is ever taken in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import FEELINGS_MAX
from coupleapp.domain.formats.format import ROUND_ASKS, StepKind, StepSpec
from coupleapp.domain.guided_session import (
    Command,
    Event,
    GuidedSession,
    ImpossibleEventError,
    Moment,
    Refusal,
    Why,
    decide,
    evolve,
)
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_events as ne
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pause_events as pe
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session import turn_events as te
from coupleapp.domain.guided_session.needs_rules import may_go_on
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.pausing import what_is_over as what_is_over_in_pause
from coupleapp.domain.needs.needs import LineKind, Ring
from tests.domain.guided_session.sessions import (
    CARD,
    CARD_STEP,
    TIME_LEFT,
    a_matter,
    a_plan,
    plan_of,
    several,
    shipped_formats,
)
from tests.domain.guided_session.talks_about_needs import (
    NEEDS,
    PLAN,
    core,
    flexible,
    option,
    plan_for,
)
from tests.domain.guided_session.walk import Walk

FREELY = replace(CARD, id=None)
SOON = timedelta(hours=20)

AT_ANY_TIME = {"AskPause", "TakeBreath", "Stop", "Lighten"}
ONLY_LIGHT_IS_LEFT = {"Writing", "NextDate"}

ASKED_IN = {
    "Agreeing": {"Agree"},
    "Readiness": {"AnswerReadiness"},
    "LighterDoor": {"ComeAnotherTime"},
    "Together": {"GoOn", "ParkTalk"},
    "Breathing": {"EndBreathing"},
    "Introducing": {"SoftenPrompt", "UnsoftenPrompt", "ChangePrompt", "BeginTurns"},
    "Talking": {"FinishTalk", "AskThoughts"},
    "SayingBack": {"SayBack", "AskQuestion", "AskThoughts"},
    "HeardCheck": {"CheckHeard", "AskThoughts"},
    "AskingMore": {"AnswerMore", "AskThoughts"},
    "Wishing": {"NameWish", "AskThoughts"},
    "Guessing": {"GuessFeelings", "AskThoughts"},
    "GuessCheck": {"CheckGuess", "AskThoughts"},
    "Composing": {"FinishComposing", "AskThoughts"},
    "Confirming": {"Confirm", "AskThoughts"},
    "KeepingLine": {"KeepLine", "AskThoughts"},
    "SpareTime": {"AnswerSpare", "FinishTalk"},
    "Writing": {"FinishWriting"},
    "Sharing": {"Share", "Rate"},
    "ClosingRound": {"KeepInRound", "GoOn"},
    "NextDate": {"PlanNext"},
    "ChoosingTopic": {"ChooseTopic"},
    "Listing": {"ListNeed", "TakeNeedBack", "FinishList"},
    "SayingCore": {"SayCoreBack", "LeaveCore", "ParkTalk"},
    "CheckingCore": {"CheckCore", "LeaveCore", "ParkTalk"},
    "FindingCommon": {"MarkCommon", "AddLine", "TakeLine", "GoOn", "ParkTalk"},
    "WeighingOptions": {"AddLine", "TakeLine", "ChooseOption", "GoOn", "ParkTalk"},
    "WritingTrial": {"ProposeTrial", "ParkTalk"},
    "ConfirmingTrial": {"ConfirmTrial", "ReopenTrial", "ParkTalk"},
}
ASKED_IN_PAUSE = {
    "PauseChoice": {"TakePauseBack", "StartPause", "BookReturn"},
    "Pausing": {"SeePause", "ExtendPause", "SayReady", "BookReturn", "ClockWasSet"},
    "Returning": {"AnswerReturn"},
    "Booking": {"BookReturn", "ExtendPause", "ComeAnotherTime"},
    "Waiting": {"BookReturn", "ComeBack", "ComeAnotherTime"},
    "Recap": {"FinishRecap", "AskPause"},
    "OneBreath": {"AskPause", "EndBreath"},
}


def every_command(now: Moment) -> Iterator[Command]:
    """Each kind of command, sensible wherever it can be."""
    yield from (c.Begin(a_plan()), c.Agree(), c.ComeAnotherTime(), c.GoOn(), c.EndBreathing())
    yield from (
        c.SoftenPrompt(),
        c.UnsoftenPrompt(),
        c.ChangePrompt(FREELY),
        c.BeginTurns(),
        c.FinishWriting(),
    )
    yield from (c.PlanNext(None), c.Lighten(), c.Stop(), c.TakeBack(), c.LeaveStopped())
    yield from (pc.TakePauseBack(), pc.SeePause(), pc.ExtendPause(), pc.ComeBack())
    yield from (pc.StartPause(PauseKind.THINK, 10), pc.BookReturn(PauseKind.THINK, now.at + SOON))
    yield from (pc.TakeBreath(), pc.EndBreath(), pc.ClockWasSet(timedelta(hours=1)))
    yield from (nc.LeaveCore(), nc.ProposeTrial(PLAN), nc.ReopenTrial(), nc.ParkTalk())
    yield from (nc.ChooseTopic(Topic.TIME), nc.AddLine(option(8)), nc.TakeLine("option-0"))
    yield nc.ChooseOption("option-0")
    yield from (nc.AddLine(option(8, LineKind.COMMON)), nc.TakeLine("common-0"))
    for seat in Seat:
        yield from (c.AnswerReadiness(seat, 3, True), c.Share(seat), c.Rate(seat, 7, 3))
        yield from (c.KeepInRound(seat, ask, "entry") for ask in ROUND_ASKS)
        yield from (tc.FinishTalk(seat), tc.SayBack(seat), tc.AnswerMore(seat, more=True))
        yield from (tc.CheckHeard(seat, te.Heard.THATS_IT), tc.NameWish(seat, te.Wish.LISTEN))
        yield from (tc.GuessFeelings(seat), tc.CheckGuess(seat, te.Guess.CLOSE))
        yield from (tc.FinishComposing(seat), tc.Confirm(seat), tc.KeepLine(seat))
        yield from (tc.AskQuestion(seat), tc.AskThoughts(seat), tc.AnswerSpare(seat, use=True))
        yield from (pc.AskPause(seat), pc.SayReady(seat), pc.AnswerReturn(seat, ready=True))
        yield pc.FinishRecap(seat)
        yield from (nc.ListNeed(core(seat, 1)), nc.TakeNeedBack(core(seat).id))
        yield from (nc.FinishList(seat), nc.SayCoreBack(seat), nc.ConfirmTrial(seat, plan_for()))
        yield from (nc.CheckCore(seat, te.Heard.THATS_IT), nc.MarkCommon(flexible(seat).id, True))


def every_event(at: Moment) -> Iterator[Event]:
    """Each kind of event, sensible wherever it can be."""
    until, left = at.at + SOON, Seat.LEFT
    yield from (e.Began(at, a_plan()), e.Agreed(at), e.ReadinessAnswered(at, left, 3, True))
    yield from (e.WentOn(at), e.BreathingEnded(at), e.PromptChanged(at, FREELY), e.PromptRead(at))
    yield from (e.WritingFinished(at, None), e.Shared(at, left, None), e.Rated(at, left, 7, 3))
    yield from (e.NextDateAnswered(at, None), e.KeptInRound(at, left, StepKind.APPRECIATE, "new"))
    yield from (pe.PauseAsked(at, left), pe.PauseTakenBack(at), pe.PauseSeen(at))
    yield from (pe.PauseBegan(at, PauseKind.THINK, until), pe.PauseExtended(at, until))
    yield from (pe.PromiseMoved(at, until), pe.SaidReady(at, left), pe.PauseTimeUp(at))
    yield from (pe.ReturnAnswered(at, left, ready=True), pe.RecapFinished(at), pe.CameBack(at))
    yield from (pe.BreathTaken(at, left), pe.BreathOver(at))
    yield pe.ReturnBooked(at, PauseKind.THINK, until)
    yield from (
        te.TalkFinished(at, gives_floor=False),
        te.SaidBack(at),
        te.MoreAnswered(at, more=True),
    )
    yield from (te.HeardChecked(at, te.Heard.THATS_IT), te.WishNamed(at, te.Wish.LISTEN))
    yield from (te.FeelingsGuessed(at, ()), te.GuessChecked(at, te.Guess.CLOSE), te.Composed(at))
    yield from (te.Confirmed(at, left), te.LineKept(at, None), te.ThoughtsAsked(at))
    yield from (te.QuestionAsked(at), te.QuestionAnswered(at))
    yield te.SpareAnswered(at, left, used=True)
    yield from (ne.TopicChosen(at, Topic.TIME), ne.NeedListed(at, "new", left, Ring.CORE))
    yield from (ne.NeedTakenBack(at, "new"), ne.ListFinished(at, left), ne.CoreSaidBack(at))
    yield from (ne.CoreChecked(at, te.Heard.THATS_IT), ne.CoreLeft(at))
    yield from (ne.CommonMarked(at, "new", both=True), ne.LineAdded(at, "new", LineKind.OPTION))
    yield ne.OptionChosen(at, "option-0")
    yield from (ne.LineTaken(at, "new"), ne.TrialProposed(at, 14), ne.TrialReopened(at))
    yield from (ne.TrialConfirmed(at, left), ne.TrialAgreed(at, "new"), ne.Parked(at))


def _door() -> Walk:
    walk = Walk(next(one for one in shipped_formats() if one.id == "theme_talk")).do(c.Agree())
    for seat in Seat:
        walk.do(c.AnswerReadiness(seat, 9, seat is Seat.LEFT))
    return walk


@cache
def moments() -> dict[str, list[Walk]]:
    """Each kind of step, wherever it came: in every sitting that ships, and in some more."""
    found: dict[str, list[Walk]] = {"LighterDoor": [_door()]}
    look_back = StepSpec(StepKind.MATTERED)
    more = (several(*NEEDS), several(a_matter("Thanks", 90, 45), CARD_STEP, TIME_LEFT, look_back))
    for kind in (*shipped_formats(), *more):
        walk = Walk(kind)
        while not walk.state.over:
            found.setdefault(type(walk.step).__name__, []).append(walk.branch())
            walk.on()
    common = nc.AddLine(option(0, LineKind.COMMON))
    found["Introducing"].append(found["Introducing"][0].branch().do(c.SoftenPrompt()))
    found["FindingCommon"].append(found["FindingCommon"][0].branch().do(common))
    return found


def pauses() -> dict[str, Walk]:
    """Each kind of pause, over somebody who speaks."""
    walk = moments()["Talking"][0]
    asked = walk.branch().do(pc.AskPause(Seat.LEFT))
    pausing = asked.branch().do(pc.StartPause(PauseKind.FLOODED, 20))
    returning = pausing.branch().wait(20 * 60 + 1)
    recap = pausing.branch().do(pc.SayReady(Seat.LEFT)).do(pc.SayReady(Seat.RIGHT))
    waiting = asked.branch().do(pc.BookReturn(PauseKind.FLOODED, asked.now.at + SOON))
    booking = waiting.branch().do(pc.ComeBack()).do(pc.AnswerReturn(Seat.LEFT, ready=True))
    booking.do(pc.AnswerReturn(Seat.RIGHT, ready=False))
    breath = walk.branch().do(pc.TakeBreath())
    walks = (asked, pausing, returning, recap, waiting, booking, breath)
    return {type(one.state.pause).__name__: one for one in walks}


def done(walk: Walk, command: Command) -> tuple[Event, ...]:
    """What comes of it; nothing where it is refused."""
    decision = decide(walk.state, command, walk.now)
    return () if isinstance(decision, Refusal) else decision


def asked_in(walks: list[Walk]) -> set[str]:
    """The kinds of command that are taken at one of these moments at least."""
    return {
        type(one).__name__ for walk in walks for one in every_command(walk.now) if done(walk, one)
    }


def came_in(walks: list[Walk]) -> set[type]:
    """The kinds of event that can come at these moments, by a command or by the clock."""
    found: set[type] = set()
    for walk in walks:
        for command in every_command(walk.now):
            found |= {*map(type, done(walk, command))}
        later = Moment(walk.now.at + timedelta(days=2), walk.now.clock + 2 * 86_400)
        found |= {type(event) for event in decide(walk.state, c.Tick(), later)}
    return found


def is_taken(state: GuidedSession, event: Event) -> bool:
    try:
        evolve(state, event)
    except ImpossibleEventError:
        return False
    return True


def test_every_step_and_every_pause_is_met():
    assert set(moments()) == set(ASKED_IN)
    assert set(pauses()) == set(ASKED_IN_PAUSE)


@pytest.mark.parametrize("step", ASKED_IN)
def test_in_each_step_this_may_be_asked_and_nothing_else(step):
    lighten = {"Lighten"} if step in ONLY_LIGHT_IS_LEFT else set()
    assert asked_in(moments()[step]) == ASKED_IN[step] | AT_ANY_TIME - lighten


@pytest.mark.parametrize("pause", ASKED_IN_PAUSE)
def test_in_each_pause_this_may_be_asked_and_nothing_else(pause):
    assert asked_in([pauses()[pause]]) == ASKED_IN_PAUSE[pause] | {"Stop", "Lighten"}


@pytest.mark.parametrize("moment", [*ASKED_IN, *ASKED_IN_PAUSE])
def test_what_cannot_have_happened_is_not_taken_from_a_log(moment):
    walks = moments()[moment] if moment in ASKED_IN else [pauses()[moment]]
    can_come = came_in(walks)
    taken = {
        type(event).__name__
        for walk in walks
        for event in every_event(walk.now)
        if type(event) not in can_come and is_taken(walk.state, event)
    }
    assert taken == set()


def test_a_log_begins_once_and_with_its_beginning():
    walk = moments()["Agreeing"][0]
    with pytest.raises(ImpossibleEventError, match="began twice"):
        evolve(walk.state, e.Began(walk.now, plan_of(shipped_formats()[0])))
    with pytest.raises(ImpossibleEventError, match="not begun"):
        evolve(None, e.Agreed(walk.now))


def test_before_it_begins_nothing_else_can_be_asked_and_after_its_end_nothing_at_all():
    walk = moments()["Agreeing"][0].branch()
    others = [one for one in every_command(walk.now) if not isinstance(one, c.Begin)]
    assert {decide(None, one, walk.now).why for one in others} == {Why.NOT_BEGUN}
    walk.do(c.Stop()).do(c.LeaveStopped())
    assert {decide(walk.state, one, walk.now).why for one in every_command(walk.now)} == {Why.OVER}


@pytest.mark.parametrize("pause", ["PauseChoice", "Returning", "Booking", "Waiting"])
def test_a_pause_without_a_time_of_its_own_ends_by_no_clock(pause):
    walk = pauses()[pause]
    assert what_is_over_in_pause(walk.state, walk.now) == ()
    assert walk.branch().wait(7 * 86_400).state == walk.state


def test_only_in_a_turn_a_part_is_played_and_only_what_they_gather_is_gone_on_from():
    for step, walks in moments().items():
        states = [walk.state for walk in walks]
        assert {state.part is None for state in states} == {state.turn is None for state in states}
        gathers = step in {"FindingCommon", "WeighingOptions"}
        other = Refusal(Why.OTHER_STEP)
        assert gathers == (other not in [may_go_on(state) for state in states])


def test_a_pause_is_acknowledged_once():
    walk = pauses()["Pausing"].branch().do(pc.SeePause())
    assert walk.state.pause.seen
    assert decide(walk.state, pc.SeePause(), walk.now) == Refusal(Why.ALREADY_ANSWERED)


@pytest.mark.parametrize("words", [("sad", "sad"), ("sad", ""), ("a", "b", "c", "d")])
def test_what_is_guessed_are_a_few_words_of_the_list_each_once(words):
    assert len(("a", "b", "c", "d")) > FEELINGS_MAX
    guessing, checking = moments()["Guessing"][0], moments()["GuessCheck"][0]
    guess = tc.GuessFeelings(guessing.state.turn.speaker.other, words)
    assert decide(guessing.state, guess, guessing.now) == Refusal(Why.OUT_OF_RANGE)
    own = tc.CheckGuess(checking.state.turn.speaker, te.Guess.CLOSE, words)
    assert decide(checking.state, own, checking.now) == Refusal(Why.OUT_OF_RANGE)
