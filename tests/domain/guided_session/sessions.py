"""Plans, strategies and a way on that the session tests share."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import strategies as st

from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import (
    ROUND_ASKS,
    Format,
    Sitting,
    StepKind,
    StepSpec,
)
from coupleapp.domain.formats.parts import PartKind, PartSpec, Role
from coupleapp.domain.guided_session import Command, GuidedSession, Moment, Plan, PromptCard
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Guess, Heard, Wish
from coupleapp.packs import load_programme
from tests.domain.guided_session.talks_about_needs import NEEDS, needs_commands, through_the_needs

START = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
CARD = PromptCard("home.first", "Where do you come to rest?", "Name one place.", "Listen.")
ADVICE = PartSpec(
    PartKind.TALK,
    by=Role.LISTENER,
    seconds=60,
    grace_s=15,
    title="One thought",
    advice=True,
    if_asked=True,
)


def a_turn(
    speak_s: int = 90, mirror_s: int = 45, chunks: int = 3, rounds: int = 2, grace_s: int = 15
) -> StepSpec:
    return StepSpec(
        StepKind.TURNS,
        chunks=chunks,
        parts=(
            PartSpec(PartKind.TALK, seconds=speak_s, grace_s=grace_s),
            PartSpec(PartKind.SAY_BACK, seconds=mirror_s, grace_s=grace_s),
            PartSpec(PartKind.HEARD, rounds=rounds),
            ADVICE,
        ),
    )


def a_matter(
    title: str, speak_s: int = 90, mirror_s: int | None = None, *, light: bool = False
) -> StepSpec:
    """A step in which both talk, and say back where there is a time for it."""
    parts = [PartSpec(PartKind.TALK, seconds=speak_s, grace_s=15, title=title)]
    if mirror_s is not None:
        parts.append(PartSpec(PartKind.SAY_BACK, seconds=mirror_s, grace_s=15))
        parts.append(PartSpec(PartKind.HEARD, rounds=2))
    return StepSpec(StepKind.TURNS, chunks=1, parts=tuple(parts), light=light)


THEME_TALK = (
    StepSpec(StepKind.AGREE),
    StepSpec(StepKind.READINESS),
    StepSpec(StepKind.BREATHE, seconds=60, light=True),
    StepSpec(StepKind.INTRODUCE),
    a_turn(),
    StepSpec(StepKind.MATTERED),
    StepSpec(StepKind.SMALL_WIN),
    StepSpec(StepKind.RATE),
    StepSpec(StepKind.APPRECIATE, light=True),
    StepSpec(StepKind.LAST_BREATH, seconds=10, light=True),
    StepSpec(StepKind.NEXT_DATE, light=True),
    StepSpec(StepKind.NOTEBOOK, light=True),
)


def a_plan(**turn: int) -> Plan:
    steps = tuple(a_turn(**turn) if spec.kind is StepKind.TURNS else spec for spec in THEME_TALK)
    return Plan("theme_talk", "home", steps, Seat.LEFT, Seat.RIGHT, CARD)


@cache
def shipped_formats() -> tuple[Format, ...]:
    return load_programme(resource_folder() / "programme").programme.formats


CARD_STEP = StepSpec(StepKind.CARD, title="And now", text="Something else.")
TIME_LEFT = StepSpec(StepKind.TIME_LEFT)


def several(*steps: StepSpec, sitting: Sitting = Sitting.BOTH) -> Format:
    """A format with these steps, and a light end."""
    end = StepSpec(StepKind.LAST_BREATH, seconds=10, light=True)
    return Format("several", "Several", "To talk of this and that.", 20, (*steps, end), 1, sitting)


@st.composite
def several_matters(draw: st.DrawFn) -> Format:
    """Two to four steps in which both talk, time left somewhere after the first, cards between."""
    matters = draw(
        st.lists(
            st.builds(
                a_matter,
                st.sampled_from(["Thanks", "{speaker}: a wish"]),
                st.sampled_from([0, 30, 90, 150]),
                st.sampled_from([None, 0, 45]),
                light=st.booleans(),
            ),
            min_size=2,
            max_size=4,
        )
    )
    left_after = draw(st.sampled_from([None, *range(len(matters))]))
    steps: list[StepSpec] = []
    for number, matter in enumerate(matters):
        steps += [CARD_STEP] * draw(st.integers(0, 1))
        steps.append(matter)
        if number == left_after:
            steps.append(TIME_LEFT)
    return several(*steps, sitting=draw(st.sampled_from([Sitting.BOTH, Sitting.OPENER])))


def plan_of(kind: Format, first: Seat = Seat.RIGHT) -> Plan:
    return Plan(
        format_id=kind.id,
        theme_id="home" if kind.has_question else "",
        steps=kind.steps,
        introducer=Seat.LEFT,
        first_speaker=first,
        prompt=CARD if kind.has_question else None,
        sitting=kind.sitting,
    )


def three_questions(**turn: int) -> Plan:
    """A talk in which each question has a turn of its own, each no lighter than the one before."""
    one = a_plan(**{"chunks": 1, **turn})
    place = next(n for n, step in enumerate(one.steps) if step.kind is StepKind.INTRODUCE)
    pair = one.steps[place : place + 2]
    cards = [replace(CARD, id=f"home.{depth}", depth=depth) for depth in (1, 2, 4)]
    steps = (*one.steps[:place], *pair * len(cards), *one.steps[place + 2 :])
    return replace(one, steps=steps, prompt=cards[0], further=tuple(cards[1:]))


seats = st.sampled_from(Seat)
ratings = st.none() | st.integers(-1, 11)

theme_talks = st.builds(
    a_plan,
    chunks=st.integers(1, 5),
    rounds=st.integers(1, 3),
    speak_s=st.sampled_from([0, 30, 90, 180]),
    mirror_s=st.sampled_from([0, 20, 90]),
)


@st.composite
def shipped(draw: st.DrawFn) -> Plan:
    return plan_of(draw(st.sampled_from(shipped_formats())), draw(seats))


talks_about_needs = st.builds(plan_of, st.just(several(*NEEDS)), seats)

plans = st.builds(
    replace,
    st.one_of(
        theme_talks,
        st.builds(three_questions, rounds=st.integers(1, 3), speak_s=st.sampled_from([0, 30, 90])),
        shipped(),
        talks_about_needs,
        st.builds(plan_of, several_matters(), seats),
    ),
    loose=st.booleans(),
    typed=st.sampled_from([(), (Seat.LEFT,), (Seat.RIGHT, Seat.LEFT)]),
)

words = st.lists(st.sampled_from(["", "sad", "glad", "worn", "calm"]), max_size=4).map(tuple)
times = st.integers(-90, 90).map(lambda hours: START + timedelta(hours=hours))

commands: st.SearchStrategy[c.Command] = st.one_of(
    st.builds(c.Begin, plans),
    st.just(c.Agree()),
    st.builds(c.AnswerReadiness, seats, ratings, st.none() | st.booleans()),
    st.just(c.Lighten()),
    st.just(c.ComeAnotherTime()),
    st.just(c.GoOn()),
    st.just(c.EndBreathing()),
    st.just(c.SoftenPrompt()),
    st.just(c.UnsoftenPrompt()),
    st.just(c.ChangePrompt(PromptCard(None, "Freely", "", ""))),
    st.just(c.BeginTurns()),
    st.builds(tc.FinishTalk, seats, st.booleans()),
    st.builds(tc.SayBack, seats, st.booleans()),
    st.builds(tc.AskQuestion, seats),
    st.builds(tc.CheckHeard, seats, st.sampled_from(Heard)),
    st.builds(tc.AnswerMore, seats, st.booleans()),
    st.builds(tc.NameWish, seats, st.sampled_from(Wish)),
    st.builds(tc.GuessFeelings, seats, words),
    st.builds(tc.CheckGuess, seats, st.sampled_from(Guess), words),
    st.builds(tc.FinishComposing, seats),
    st.builds(tc.Confirm, seats),
    st.builds(tc.KeepLine, seats, st.sampled_from([None, "entry"])),
    st.builds(tc.AskThoughts, seats),
    st.builds(tc.AnswerSpare, seats, st.booleans()),
    needs_commands,
    st.builds(c.FinishWriting, st.sampled_from([None, "entry"])),
    st.builds(c.Share, seats, st.sampled_from([None, "entry"])),
    st.builds(c.KeepInRound, seats, st.sampled_from(ROUND_ASKS), st.just("entry")),
    st.builds(c.Rate, seats, ratings, ratings),
    st.builds(c.PlanNext, st.none() | times),
    st.builds(pc.AskPause, seats),
    st.just(pc.TakePauseBack()),
    st.builds(pc.StartPause, st.sampled_from(PauseKind), st.integers(1, 1500)),
    st.just(pc.SeePause()),
    st.just(pc.ExtendPause()),
    st.builds(pc.SayReady, seats),
    st.builds(pc.AnswerReturn, seats, st.booleans()),
    st.builds(pc.BookReturn, st.sampled_from(PauseKind), times),
    st.just(pc.ComeBack()),
    st.builds(pc.FinishRecap, seats),
    st.builds(pc.TakeBreath, st.none() | seats),
    st.just(c.Stop()),
    st.just(c.TakeBack()),
    st.just(c.LeaveStopped()),
    st.just(c.Tick()),
    st.builds(
        pc.ClockWasSet, st.integers(-7200, 7200).map(lambda seconds: timedelta(seconds=seconds))
    ),
)


def moment(seconds: float = 0.0) -> Moment:
    return Moment(START + timedelta(seconds=seconds), seconds)


def _first_not_in(done: tuple[Seat, ...]) -> Seat:
    return next(seat for seat in Seat if seat not in done)


def a_way_on(state: GuidedSession) -> Command:
    """A command that moves the session on, with nothing special happening."""
    if state.pause is not None:
        return _out_of_the_pause(state.pause, state.plan.present)
    match state.step:
        case s.Agreeing():
            return c.Agree()
        case s.Readiness(answered=done):
            return c.AnswerReadiness(_first_not_in(done), 3, True)
        case s.LighterDoor():
            return c.Lighten()
        case s.Together() | s.ClosingRound():
            return c.GoOn()
        case s.Breathing():
            return c.EndBreathing()
        case s.Introducing():
            return c.BeginTurns()
        case s.SpareTime(seat=seat, watch=None):
            return tc.AnswerSpare(seat, use=True)
        case s.SpareTime(seat=seat) | s.Talking(seat=seat):
            return tc.FinishTalk(seat)
        case s.Writing():
            return c.FinishWriting()
        case s.Sharing(kind=StepKind.RATE, seat=seat):
            return c.Rate(seat, 7, 3)
        case s.Sharing(seat=seat):
            return c.Share(seat)
        case s.NextDate():
            return c.PlanNext(None)
        case step if isinstance(step, n.NeedsStep):
            return through_the_needs(step, state)
        case s.Stopping():
            return c.LeaveStopped()
        case s.Over():
            return pc.EndBreath()
        case in_turn:
            return _through_the_turn(in_turn)


def _through_the_turn(step: s.InTurn) -> Command:
    speaker = step.turn.speaker
    match step:
        case s.SayingBack():
            return tc.SayBack(speaker.other)
        case s.HeardCheck():
            return tc.CheckHeard(speaker, Heard.THATS_IT)
        case s.AskingMore():
            return tc.AnswerMore(speaker, more=True)
        case s.Wishing():
            return tc.NameWish(speaker, Wish.LISTEN)
        case s.Guessing():
            return tc.GuessFeelings(speaker.other, ("worn",))
        case s.GuessCheck():
            return tc.CheckGuess(speaker, Guess.CLOSE, ("calm",))
        case s.Composing():
            return tc.FinishComposing(speaker)
        case s.Confirming(done=done):
            return tc.Confirm(_first_not_in(done))
        case s.KeepingLine():
            return tc.KeepLine(speaker)
        case _:
            raise AssertionError(step)


def _out_of_the_pause(pause: p.Pause, present: tuple[Seat, ...]) -> Command:
    match pause:
        case p.PauseChoice():
            return pc.StartPause(PauseKind.THINK, 10)
        case p.Pausing(ready=ready):
            return pc.SayReady(next(seat for seat in present if seat not in ready))
        case p.Returning(answered=done):
            return pc.AnswerReturn(next(s for s in present if s not in done), ready=True)
        case p.Booking():
            return c.ComeAnotherTime()
        case p.Waiting():
            return pc.ComeBack()
        case p.Recap(seat=seat):
            return pc.FinishRecap(seat)
        case p.OneBreath():
            return c.Tick()
