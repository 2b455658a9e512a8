"""What is shown is a pure function of where things stand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.formats import StepKind
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import decide, evolve
from coupleapp.domain.guided_session.events import Heard, PauseKind
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.domain.settings import Appearance, Motion, Settings
from coupleapp.packs import load_programme
from coupleapp.ui.app_model import SystemLook, derive_look
from coupleapp.ui.home_model import HomeInputs, derive_home_props
from coupleapp.ui.session_props import SessionInputs, SessionProps, derive_session_props
from tests.application.test_planning import plan_of, sat
from tests.domain.sessions import START, a_plan, moment

MAYA_TOMAS = Couple("Maya", "Tomas", date(2026, 1, 1))
LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
FINE = [c.AnswerReadiness(seat, 2, True) for seat in Seat]
TENSE = [c.AnswerReadiness(seat, 9, True) for seat in Seat]
TO_BREATHE = [c.Begin(a_plan()), c.Agree(), *FINE]
TO_SPEAK = [*TO_BREATHE, c.EndBreathing(), c.BeginTurns()]
TO_HEARD = [*TO_SPEAK, c.FinishChunk(RIGHT), c.FinishMirror(LEFT)]


def turn(speaker: Seat) -> list:
    return [
        c.FinishChunk(speaker, last=True),
        c.FinishMirror(speaker.other),
        c.CheckHeard(speaker, Heard.THATS_IT),
    ]


TO_MATTERED = [*TO_SPEAK, *turn(RIGHT), *turn(LEFT)]
BOTH = [c.Share(LEFT), c.Share(RIGHT)]
TO_RATE = [*TO_MATTERED, *BOTH, *BOTH]
TO_APPRECIATE = [*TO_RATE, c.Rate(LEFT, 5, 5), c.Rate(RIGHT, 5, 5)]
TO_NEXT = [*TO_APPRECIATE, *BOTH, c.EndBreathing()]
PAUSE = [c.AskPause(LEFT), c.StartPause(PauseKind.THINK, 10)]

# commands: stage, asked, floor, curtain
TABLE = [
    ([c.Begin(a_plan())], "agree", "", "", False),
    (TO_BREATHE[:2], "readiness", "left", "", True),
    (TO_BREATHE[:3], "readiness", "right", "", True),
    ([*TO_BREATHE[:2], *TENSE], "lighter", "", "", False),
    (TO_BREATHE, "breathe", "", "", False),
    (TO_SPEAK[:-1], "introduce", "", "", False),
    (TO_SPEAK, "speak", "right", "right", False),
    (TO_HEARD[:-1], "mirror", "right", "right", False),
    (TO_HEARD, "heard", "right", "right", False),
    ([*TO_HEARD, c.CheckHeard(RIGHT, Heard.NOT_YET)], "mirror", "right", "right", False),
    ([*TO_SPEAK, *turn(RIGHT)], "speak", "left", "left", False),
    (TO_MATTERED, "mattered", "left", "left", False),
    ([*TO_MATTERED, BOTH[0]], "mattered", "right", "right", False),
    ([*TO_MATTERED, *BOTH], "small_win", "left", "left", False),
    (TO_RATE, "rate", "left", "", True),
    (TO_APPRECIATE, "appreciate", "left", "left", False),
    ([*TO_APPRECIATE, *BOTH], "last_breath", "", "", False),
    (TO_NEXT, "next_date", "", "", False),
    ([*TO_NEXT, c.PlanNext(None)], "notebook", "left", "left", False),
    ([*TO_NEXT, c.PlanNext(None), *BOTH], "over", "", "", False),
    ([*TO_SPEAK, c.AskPause(LEFT)], "pause_choice", "", "", False),
    ([*TO_SPEAK, *PAUSE], "pausing", "", "", False),
    ([*TO_SPEAK, *PAUSE, c.SayReady(LEFT), c.SayReady(RIGHT)], "recap", "left", "left", False),
    ([*TO_SPEAK, c.TakeBreath()], "one_breath", "", "", False),
    ([*TO_SPEAK, c.Stop()], "over", "", "", False),
]


def after(commands, now=None):
    state = None
    for command in commands:
        for event in decide(state, command, now or moment()):
            state = evolve(state, event)
    return state


def shown(state, *, at=0.0, held=False, opened="", speed=1.0) -> SessionProps:
    now = moment(at)
    return derive_session_props(SessionInputs(MAYA_TOMAS, state, now, held, opened, UTC, speed))


@pytest.mark.parametrize(("commands", "stage", "asked", "floor", "curtain"), TABLE)
def test_every_stage(qapp, commands, stage, asked, floor, curtain):
    state = after(commands)
    props = shown(state)
    assert (props.stage, props.asked, props.floor, props.curtain) == (stage, asked, floor, curtain)
    names = {"left": ("Maya", "Tomas"), "right": ("Tomas", "Maya"), "": ("", "")}
    assert (props.asked_name, props.other_name) == names[asked]
    if curtain:
        assert not shown(state, opened=f"{stage}:{asked}").curtain
        other = "left" if asked == "right" else "right"
        assert shown(state, opened=f"{stage}:{other}").curtain, "open for one is not for both"
    held = shown(state, held=True)
    assert (held.stage, held.asked, held.running) == ("held", "", False)


def test_the_table_has_every_stage_there_is():
    kinds = {kind.value for kind in StepKind} - {"turns"}
    pauses = {"pause_choice", "pausing", "recap", "one_breath"}
    turns = {"speak", "mirror", "heard", "lighter", "over"}
    assert {row[1] for row in TABLE} == kinds | pauses | turns


@pytest.mark.parametrize(
    ("at", "countdown", "left_ms", "grace"),
    [(0, "1:30", 90_000, False), (30.4, "1:00", 59_600, False), (90, "0:00", 0, True)],
)
def test_the_time_of_a_turn(qapp, at, countdown, left_ms, grace):
    props = shown(after(TO_SPEAK), at=at)
    assert (props.countdown, props.left_ms, props.limit_ms) == (countdown, left_ms, 90_000)
    assert (props.running, props.in_grace) == (True, grace)
    assert shown(after(TO_SPEAK), at=at, speed=10).left_ms == left_ms / 10


def test_without_a_timer_no_ring_runs(qapp):
    state = after([c.Begin(a_plan(speak_s=0)), *TO_SPEAK[1:]])
    props = shown(state, at=500)
    assert (props.limit_ms, props.running, props.countdown) == (0, False, "")


def test_the_ring_is_told_only_when_its_time_is_moved(qapp):
    state = after(TO_SPEAK)
    key = shown(state).ring_key
    assert shown(state, at=50).ring_key == key
    breath = after([*TO_SPEAK, c.TakeBreath()])
    assert shown(breath).ring_key != key
    pausing = after([*TO_SPEAK, *PAUSE])
    longer = after([*TO_SPEAK, *PAUSE, c.ExtendPause()])
    assert shown(pausing).ring_key != shown(longer).ring_key


def test_a_pause_as_it_is_shown(qapp):
    state = after([*TO_SPEAK, *PAUSE, c.SayReady(RIGHT)])
    props = shown(state, at=61)
    assert (props.countdown, props.ready_left, props.ready_right) == ("8:59", False, True)
    assert props.back_at
    assert props.can_extend
    twice = after([*TO_SPEAK, *PAUSE, c.ExtendPause(), c.ExtendPause()])
    assert not shown(twice).can_extend
    assert shown(after([*TO_SPEAK, c.AskPause(RIGHT)])).pause_by == "Tomas"


def test_something_lighter_is_offered_only_before_it(qapp):
    offered = {row[1]: shown(after(row[0])).can_lighten for row in TABLE}
    assert offered["agree"]
    assert offered["speak"]
    assert offered["breathe"]
    assert not any(offered[stage] for stage in ("appreciate", "next_date", "over"))


HOME = HomeInputs(
    couple=MAYA_TOMAS,
    theme=load_programme(resource_folder() / "programme").programme.themes[0],
    minutes=25,
    history=(),
    newest=None,
    evening=Evening(START.date()),
    settings=Settings(evening=time(21, 30)),
    now=START,
    zone=UTC,
)


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (0, "evening"),
        (4, "evening"),
        (5, "morning"),
        (11, "morning"),
        (12, "afternoon"),
        (16, "afternoon"),
        (17, "evening"),
        (23, "evening"),
    ],
)
def test_the_greeting_by_the_hour(qapp, hour, greeting):
    props = derive_home_props(replace(HOME, now=START.replace(hour=hour)))
    assert props.greeting == f"Good {greeting}, Maya and Tomas"


@pytest.mark.parametrize(
    ("given", "revealed", "at", "words", "is_open"),
    [
        ((), False, time(21, 30), "Tonight, a quiet moment at", True),
        ((), False, None, "A quiet moment, whenever you like.", True),
        ((LEFT,), False, None, "is waiting, sealed.", True),
        ((RIGHT,), False, time(21), "is waiting, sealed.", True),
        ((LEFT, RIGHT), True, time(21), "Tonight you have thanked each other.", False),
    ],
)
def test_the_evening_at_home(qapp, given, revealed, at, words, is_open):
    evening = Evening(START.date(), tuple(Appreciation(s, "sealed words") for s in given), revealed)
    props = derive_home_props(replace(HOME, evening=evening, settings=Settings(evening=at)))
    assert words in props.tonight
    assert props.tonight_open is is_open
    assert "sealed words" not in repr(props)


def test_both_sealed_and_not_yet_opened_is_said_at_home(qapp):
    evening = Evening(START.date(), tuple(Appreciation(s, None) for s in Seat))
    props = derive_home_props(replace(HOME, evening=evening))
    assert props.tonight_open
    assert props.tonight


def test_what_is_coming_and_what_was_kept(qapp):
    ahead = replace(sat(plan_of([]), START.date()), next_date=START + timedelta(days=1))
    entry = NotebookEntry("e", EntryKind.FREE, LEFT, "A line.", START - timedelta(days=1))
    props = derive_home_props(replace(HOME, history=(ahead,), newest=entry))
    assert props.next_talk.startswith("Tomorrow")
    assert (props.quote, props.quote_by) == ("A line.", "Maya, Yesterday")
    assert "Tomas introduces" in props.intent
    assert derive_home_props(HOME).next_talk == derive_home_props(HOME).quote == ""
    late = replace(HOME, history=(ahead,), now=START + timedelta(days=2))
    assert derive_home_props(late).next_talk == ""


@pytest.mark.parametrize("appearance", Appearance)
@pytest.mark.parametrize("system", ["", "light", "dark"])
@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize(
    ("hour", "by_hour"), [(6, "dark"), (7, "light"), (17, "light"), (18, "dark")]
)
def test_colours(appearance, system, contrast, hour, by_hour):
    look = SystemLook(system, high_contrast=contrast)
    scheme, _ = derive_look(Settings(appearance=appearance), look, time(hour))
    if appearance is not Appearance.SYSTEM:
        assert scheme == appearance.value
    elif contrast:
        assert scheme == "contrast"
    else:
        assert scheme == (system or by_hour)


@pytest.mark.parametrize(
    ("motion", "system", "reduced"),
    [
        (Motion.SYSTEM, False, False),
        (Motion.SYSTEM, True, True),
        (Motion.FULL, False, False),
        (Motion.FULL, True, False),
        (Motion.REDUCED, False, True),
        (Motion.REDUCED, True, True),
    ],
)
def test_motion(motion, system, reduced):
    look = SystemLook(reduced_motion=system)
    assert derive_look(Settings(motion=motion), look, datetime.min.time())[1] is reduced
