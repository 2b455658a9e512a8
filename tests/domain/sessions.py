"""Plans and strategies that the session tests share."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import StepKind, StepSpec
from coupleapp.domain.guided_session import Moment, Plan, PromptCard
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session.events import Heard, PauseKind

START = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
CARD = PromptCard("home.first", "Where do you come to rest?", "Name one place.", "Listen.")

THEME_TALK = (
    StepSpec(StepKind.AGREE),
    StepSpec(StepKind.READINESS),
    StepSpec(StepKind.BREATHE, seconds=60, light=True),
    StepSpec(StepKind.INTRODUCE),
    StepSpec(StepKind.TURNS, speak_s=90, mirror_s=45, chunks=3, repair_rounds=2, grace_s=15),
    StepSpec(StepKind.MATTERED),
    StepSpec(StepKind.SMALL_WIN),
    StepSpec(StepKind.RATE),
    StepSpec(StepKind.APPRECIATE, light=True),
    StepSpec(StepKind.LAST_BREATH, seconds=10, light=True),
    StepSpec(StepKind.NEXT_DATE, light=True),
    StepSpec(StepKind.NOTEBOOK, light=True),
)


def a_plan(**turns: int) -> Plan:
    steps = tuple(
        StepSpec(
            StepKind.TURNS,
            **{
                "speak_s": 90,
                "mirror_s": 45,
                "chunks": 3,
                "repair_rounds": 2,
                "grace_s": 15,
                **turns,
            },
        )
        if spec.kind is StepKind.TURNS
        else spec
        for spec in THEME_TALK
    )
    return Plan("theme_talk", "home", steps, Seat.LEFT, Seat.RIGHT, CARD)


seats = st.sampled_from(Seat)
ratings = st.integers(-1, 11)

plans = st.builds(
    a_plan,
    chunks=st.integers(1, 5),
    repair_rounds=st.integers(1, 3),
    speak_s=st.sampled_from([0, 30, 90, 180]),
    mirror_s=st.sampled_from([0, 20, 90]),
)

commands: st.SearchStrategy[c.Command] = st.one_of(
    st.builds(c.Begin, plans),
    st.just(c.Agree()),
    st.builds(c.AnswerReadiness, seats, ratings, st.booleans()),
    st.just(c.Lighten()),
    st.just(c.ComeAnotherTime()),
    st.just(c.EndBreathing()),
    st.just(c.SoftenPrompt()),
    st.just(c.ChangePrompt(PromptCard(None, "Freely", "", ""))),
    st.just(c.BeginTurns()),
    st.builds(c.FinishChunk, seats, st.booleans()),
    st.builds(c.FinishMirror, seats),
    st.builds(c.CheckHeard, seats, st.sampled_from(Heard)),
    st.builds(c.Share, seats, st.sampled_from([None, "entry"])),
    st.builds(c.Rate, seats, ratings, ratings),
    st.builds(
        c.PlanNext, st.none() | st.integers(-9, 99).map(lambda days: START + timedelta(days=days))
    ),
    st.builds(c.AskPause, seats),
    st.just(c.TakePauseBack()),
    st.builds(c.StartPause, st.sampled_from(PauseKind), st.integers(1, 1500)),
    st.just(c.ExtendPause()),
    st.builds(c.SayReady, seats),
    st.builds(c.AnswerReturn, seats, st.booleans()),
    st.builds(c.FinishRecap, seats),
    st.builds(c.TakeBreath, st.none() | seats),
    st.just(c.Stop()),
    st.just(c.Tick()),
    st.builds(
        c.ClockWasSet, st.integers(-7200, 7200).map(lambda seconds: timedelta(seconds=seconds))
    ),
)


def moment(seconds: float = 0.0) -> Moment:
    return Moment(START + timedelta(seconds=seconds), seconds)
