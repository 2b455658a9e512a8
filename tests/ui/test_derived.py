"""What is shown is a pure function of where things stand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from coupleapp.application.coming import Coming, ComingKind
from coupleapp.application.home import HomeFacts
from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.evening import Appreciation, Evening
from coupleapp.domain.formats.format import StepKind, StepSpec
from coupleapp.domain.guided_session import GuidedSession, decide, evolve
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.pause_events import PauseKind
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.notebook import EntryKind, NotebookEntry
from coupleapp.domain.reminders.due import window_of
from coupleapp.domain.reminders.kinds import PROMISES, ReminderKind
from coupleapp.domain.settings import Appearance, Motion, Settings
from coupleapp.packs import load_programme
from coupleapp.ui.base import wording
from coupleapp.ui.base.app_model import SystemLook, derive_look
from coupleapp.ui.guided_session.props import SessionInputs, SessionProps, derive_session_props
from coupleapp.ui.home.offers import HomeOffer, first_offer
from coupleapp.ui.home.props import HomeProps, derive_home_props
from tests.application.test_planning import plan_of, sat
from tests.domain.guided_session.sessions import (
    START,
    TIME_LEFT,
    a_matter,
    a_plan,
    a_way_on,
    moment,
    several,
    shipped_formats,
)
from tests.domain.guided_session.sessions import plan_of as session_of

MAYA_TOMAS = Couple("Maya", "Tomas", date(2026, 1, 1))
LEFT, RIGHT = Seat.LEFT, Seat.RIGHT
FINE = [c.AnswerReadiness(seat, 2, True) for seat in Seat]
TENSE = [c.AnswerReadiness(seat, 9, True) for seat in Seat]
TO_BREATHE = [c.Begin(a_plan()), c.Agree(), *FINE]
TO_SPEAK = [*TO_BREATHE, c.EndBreathing(), c.BeginTurns()]
TO_HEARD = [*TO_SPEAK, tc.FinishTalk(RIGHT), tc.SayBack(LEFT)]


def turn(speaker: Seat) -> list:
    return [
        tc.FinishTalk(speaker, gives_floor=True),
        tc.SayBack(speaker.other),
        tc.CheckHeard(speaker, Heard.THATS_IT),
    ]


TO_MATTERED = [*TO_SPEAK, *turn(RIGHT), *turn(LEFT)]
BOTH = [c.Share(LEFT), c.Share(RIGHT)]
TO_RATE = [*TO_MATTERED, *BOTH, *BOTH]
TO_APPRECIATE = [*TO_RATE, c.Rate(LEFT, 5, 5), c.Rate(RIGHT, 5, 5)]
TO_NEXT = [*TO_APPRECIATE, *BOTH, c.EndBreathing()]
PAUSE = [pc.AskPause(LEFT), pc.StartPause(PauseKind.THINK, 10)]

FORMATS = {kind.id: kind for kind in shipped_formats()}
FORMATS["time_left"] = several(a_matter("Thanks"), TIME_LEFT)


def sat_down(key: str) -> list:
    """To the first part of the turns, as two people get there in a good hour."""
    way, state = [c.Begin(session_of(FORMATS[key]))], None
    state = after(way)
    while state.turn is None and not isinstance(state.step, s.Writing):
        way.append(a_way_on(state))
        state = after(way)
    return way


def on_to(key: str, kind: type) -> list:
    """On from there, to the first step of this kind."""
    way = sat_down(key)
    while not isinstance(after(way).step, kind):
        way.append(a_way_on(after(way)))
    return way


def after(commands, now=None):
    state = None
    for command in commands:
        for event in decide(state, command, now or moment()):
            state = evolve(state, event)
    return state


def to_needs(kind: type) -> list:
    """A talk about needs, as far as this step."""
    way = [c.Begin(session_of(FORMATS["needs"]))]
    while not isinstance(after(way).step, kind):
        way.append(a_way_on(after(way)))
    return way


TO_CARD = on_to("at_ease", s.Talking)
WAITING = [pc.AskPause(LEFT), pc.BookReturn(PauseKind.FLOODED, START + timedelta(days=1))]
NOT_READY = [pc.AnswerReturn(LEFT, False), pc.AnswerReturn(RIGHT, True)]


def unready() -> GuidedSession:
    """Twice a little longer, and still not."""
    state = after([*TO_SPEAK, *PAUSE])
    for hours in range(1, 4):
        now = moment(hours * 3600)
        for command in [c.Tick(), *NOT_READY]:
            for event in decide(state, command, now):
                state = evolve(state, event)
    return state


CAUTION = StepSpec(StepKind.CAUTION, light=True)
CAUTIOUS = replace(a_plan(), steps=(*a_plan().steps[:2], CAUTION, *a_plan().steps[2:]))
TO_READ = [c.Begin(CAUTIOUS), c.Agree(), *FINE]

# commands: stage, asked, lit, curtain
TABLE = [
    (TO_CARD[:-1], "card", "", "", False),
    (on_to("unseen_moments", s.Talking)[:-2], "inventory", "", "", False),
    ([c.Begin(session_of(FORMATS["quiet_together"])), c.EndBreathing()], "ground", "", "", False),
    (sat_down("outside_view"), "write", "right", "right", True),
    (on_to("time_left", s.SpareTime), "spare", "right", "right", False),
    (on_to("theme_talk", s.ClosingRound), "closing_round", "", "", False),
    (on_to("deep_dialogue", s.AskingMore), "more", "right", "right", False),
    (on_to("deep_dialogue", s.Guessing), "guess", "left", "left", False),
    (on_to("deep_dialogue", s.GuessCheck), "guess_check", "right", "right", False),
    (sat_down("outside_stress"), "wish", "right", "right", False),
    (sat_down("careful_opening"), "compose", "right", "right", True),
    (on_to("unseen_moments", s.Confirming), "confirm", "", "right", False),
    (on_to("unseen_moments", s.KeepingLine), "keep", "right", "right", False),
    (to_needs(n.ChoosingTopic), "topic", "", "", False),
    (to_needs(n.Listing), "lists", "right", "", True),
    (to_needs(n.SayingCore)[:-1], "board", "", "", False),
    (to_needs(n.SayingCore), "core", "right", "right", False),
    (to_needs(n.CheckingCore), "core_check", "right", "right", False),
    (to_needs(n.FindingCommon), "common", "", "", False),
    (to_needs(n.WeighingOptions), "options", "", "", False),
    (to_needs(n.WritingTrial), "trial", "", "", False),
    (to_needs(n.ConfirmingTrial), "trial_confirm", "", "", False),
    ([*TO_SPEAK, *WAITING], "waiting", "", "", False),
    ([c.Begin(a_plan())], "agree", "", "", False),
    (TO_BREATHE[:2], "readiness", "left", "", True),
    (TO_BREATHE[:3], "readiness", "right", "", True),
    ([*TO_BREATHE[:2], *TENSE], "lighter", "", "", False),
    (TO_READ, "caution", "", "", False),
    (TO_BREATHE, "breathe", "", "", False),
    (TO_SPEAK[:-1], "introduce", "", "", False),
    (TO_SPEAK, "speak", "right", "right", False),
    (TO_HEARD[:-1], "mirror", "right", "left", False),
    (TO_HEARD, "heard", "right", "right", False),
    ([*TO_HEARD, tc.CheckHeard(RIGHT, Heard.NOT_YET)], "mirror", "right", "left", False),
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
    ([*TO_SPEAK, pc.AskPause(LEFT)], "pause_choice", "", "", False),
    ([*TO_SPEAK, *PAUSE], "pausing", "", "", False),
    ([*TO_SPEAK, *PAUSE, pc.SayReady(LEFT), pc.SayReady(RIGHT)], "recap", "left", "left", False),
    ([*TO_SPEAK, pc.TakeBreath()], "one_breath", "", "", False),
    ([*TO_SPEAK, c.Stop()], "stopped", "", "", False),
    ([*TO_SPEAK, c.Stop(), c.LeaveStopped()], "over", "", "", False),
]


def shown(state, *, at=0.0, held=False, opened="", speed=1.0) -> SessionProps:
    now = moment(at)
    return derive_session_props(SessionInputs(MAYA_TOMAS, state, now, held, opened, UTC, speed))


@pytest.mark.parametrize(("commands", "stage", "asked", "lit", "curtain"), TABLE)
def test_every_stage(qapp, commands, stage, asked, lit, curtain):
    state = after(commands)
    props = shown(state)
    assert (props.stage, props.asked, props.lit, props.curtain) == (stage, asked, lit, curtain)
    names = {"left": ("Maya", "Tomas"), "right": ("Tomas", "Maya"), "": ("", "")}
    assert (props.asked_name, props.other_name) == names[asked]
    if curtain:
        assert not shown(state, opened=f"{stage}:{asked}").curtain
        other = "left" if asked == "right" else "right"
        assert shown(state, opened=f"{stage}:{other}").curtain, "open for one is not for both"
    held = shown(state, held=True)
    assert (held.stage, held.asked, held.running) == ("held", "", False)


def test_after_two_extensions_another_time_is_found(qapp):
    props = shown(unready())
    assert (props.stage, props.pause_kind, props.lit) == ("booking", "think", "")


def test_a_talk_that_waits_says_until_when(qapp):
    props = shown(after([*TO_SPEAK, *WAITING]))
    assert props.back_at.startswith("Tomorrow, ")


def test_names_are_put_into_the_words_of_a_format(qapp):
    props = shown(after(on_to("good_news", s.Talking)))
    assert props.title == "Tomas: one good thing from these days"
    assert props.talker == "right"


def with_thoughts(way: list) -> list:
    return [*way, tc.AskThoughts(RIGHT)]


def test_advice_cards_stay_closed_until_they_are_asked_for(qapp):
    way = on_to("outside_stress", s.Talking)
    support = [*way, tc.FinishTalk(RIGHT)]
    inputs = SessionInputs(MAYA_TOMAS, after(support), moment(), False, "", UTC, 1.0)
    closed = derive_session_props(replace(inputs, advice=("Would it help if …?",)))
    assert (closed.talker, closed.advice, closed.can_ask_thoughts) == ("left", "", True)
    asked = replace(inputs, state=after(with_thoughts(support)), advice=("Would it help if …?",))
    opened = derive_session_props(asked)
    assert (opened.advice, opened.thoughts) == ("Would it help if …?", True)
    assert not opened.can_ask_thoughts
    early = replace(inputs, state=after(with_thoughts(way)), advice=("Would it help if …?",))
    assert derive_session_props(early).advice == ""


def test_the_ring_goes_on_when_thoughts_are_asked_for(qapp):
    way = on_to("outside_stress", s.Talking)
    assert shown(after(way)).ring_key == shown(after(with_thoughts(way))).ring_key


def test_one_cue_at_a_time_and_another_in_each_chunk(qapp):
    deck = tuple(f"cue {n}" for n in range(14))
    seen = []
    way = TO_SPEAK
    for _ in range(3):
        inputs = SessionInputs(MAYA_TOMAS, after(way), moment(), False, "", UTC, 1.0, deck)
        seen.append(derive_session_props(inputs).cue)
        way = [*way, tc.FinishTalk(RIGHT), tc.SayBack(LEFT)]
        way = [*way, tc.CheckHeard(RIGHT, Heard.THATS_IT)]
    assert seen[0] == "Listen."
    assert len(set(seen)) == 3


def test_who_types_is_told_apart(qapp):
    plan = replace(a_plan(), typed=(RIGHT,))
    spoken = [c.Begin(plan), *TO_SPEAK[1:]]
    assert shown(after(spoken)).types
    assert shown(after(spoken)).limit_ms == 3 * 90_000
    assert not shown(after([*spoken, tc.FinishTalk(RIGHT)])).types


def test_many_pauses_are_noted_for_both_and_three_are_not(qapp):
    pause = [*PAUSE, pc.SayReady(LEFT), pc.SayReady(RIGHT), pc.FinishRecap(LEFT)]
    once = [*pause, pc.FinishRecap(RIGHT)]
    assert not shown(after([*TO_SPEAK, *once * 3])).many_pauses
    assert shown(after([*TO_SPEAK, *once * 3, *PAUSE])).many_pauses


def test_the_table_has_every_stage_there_is():
    kinds = {kind.value for kind in StepKind} - {"turns", "time_left", "cores"}
    pauses = {"pause_choice", "pausing", "recap", "one_breath", "waiting"}
    turns = {"speak", "mirror", "heard", "more", "wish", "guess", "guess_check", "compose"}
    turns |= {"confirm", "keep", "spare", "lighter", "stopped", "over"}
    turns |= {"core", "core_check", "trial_confirm"}
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
    breath = after([*TO_SPEAK, pc.TakeBreath()])
    assert shown(breath).ring_key != key
    pausing = after([*TO_SPEAK, *PAUSE])
    longer = after([*TO_SPEAK, *PAUSE, pc.ExtendPause()])
    assert shown(pausing).ring_key != shown(longer).ring_key


def test_a_pause_as_it_is_shown(qapp):
    state = after([*TO_SPEAK, *PAUSE, pc.SayReady(RIGHT)])
    props = shown(state, at=61)
    assert (props.countdown, props.ready_left, props.ready_right) == ("8:59", False, True)
    assert props.back_at
    assert props.can_extend
    twice = after([*TO_SPEAK, *PAUSE, pc.ExtendPause(), pc.ExtendPause()])
    assert not shown(twice).can_extend
    assert shown(after([*TO_SPEAK, pc.AskPause(RIGHT)])).pause_other == "Maya"


def test_something_lighter_is_offered_only_before_it(qapp):
    offered = {row[1]: shown(after(row[0])).can_lighten for row in TABLE}
    assert offered["agree"]
    assert offered["speak"]
    assert offered["breathe"]
    assert not any(offered[stage] for stage in ("appreciate", "next_date", "over"))


HOME = HomeFacts(
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


def test_home_has_the_question_while_it_is_time_for_it(qapp):
    evening = Evening(START.date())
    begins, ends = window_of(evening.evening, time(21, 30), HOME.zone)
    here = replace(HOME, evening=evening, settings=Settings(evening=time(21, 30)))
    shown = "It is time for your quiet moment, if you like."
    second = timedelta(seconds=1)
    for now, there in ((begins, True), (begins - second, False), (ends - second, True)):
        assert (derive_home_props(replace(here, now=now)).tonight == shown) is there
    later = replace(here, now=begins, put_off_until=begins + timedelta(minutes=30))
    rests = replace(here, now=begins, rests_until=START.date() + timedelta(days=3))
    assert shown not in {derive_home_props(one).tonight for one in (later, rests)}
    assert (
        derive_home_props(replace(here, now=ends)).tonight == "A quiet moment, whenever you like."
    )


def test_both_sealed_and_not_yet_opened_is_said_at_home(qapp):
    evening = Evening(START.date(), tuple(Appreciation(s, None) for s in Seat))
    props = derive_home_props(replace(HOME, evening=evening))
    assert props.tonight_open
    assert props.tonight


def test_what_is_coming_and_what_was_kept(qapp):
    agreed = Coming(ComingKind.TALK, TOMORROW.date(), TOMORROW, place="the kitchen")
    past = sat(plan_of([]), START.date())
    entry = NotebookEntry("e", EntryKind.FREE, LEFT, "A line.", START - timedelta(days=1))
    props = derive_home_props(replace(HOME, history=(past,), coming=(agreed,), newest=entry))
    assert props.coming.startswith("Tomorrow")
    assert props.coming.endswith("your next talk · the kitchen")
    assert (props.quote, props.quote_by) == ("A line.", "Maya, Yesterday")
    assert "Tomas reads the first question aloud" in props.intent
    assert derive_home_props(HOME).coming == derive_home_props(HOME).quote == ""


TOMORROW = START + timedelta(days=1)


@pytest.mark.parametrize(
    ("coming", "words"),
    [
        (Coming(ComingKind.TALK, TOMORROW.date(), TOMORROW), "{when}, your next talk"),
        (Coming(ComingKind.RITUAL, TOMORROW.date(), TOMORROW, "Tea"), "{when}: Tea"),
        (
            Coming(ComingKind.TOGETHER, TOMORROW.date(), TOMORROW, "A walk"),
            "{when}, together: A walk",
        ),
        (
            Coming(ComingKind.TOGETHER, TOMORROW.date(), None, "A walk"),
            "This week, together: A walk",
        ),
        (
            Coming(ComingKind.REVIEW, TOMORROW.date(), None, "Telephones in the hall"),
            "Tomorrow, you look again at: Telephones in the hall",
        ),
    ],
)
def test_whatever_comes_next_has_its_words(qapp, coming, words):
    at = TOMORROW.astimezone(HOME.zone)
    when = f"Tomorrow, {wording.time_of_day(at, HOME.zone)}"
    props = derive_home_props(replace(HOME, coming=(coming,)))
    assert props.coming == words.format(when=when)


ALL_AT_ONCE = {
    HomeOffer.DATE: {"date_question": "?"},
    HomeOffer.WAITING: {"waiting": "."},
    HomeOffer.SETBACK: {"setback": "?"},
    HomeOffer.INVITE: {"invite_words": "?"},
    HomeOffer.EXIT: {"exit_words": "."},
    HomeOffer.BROUGHT: {"brought": True},
    HomeOffer.OUTSIDE_VIEW: {"outside_view": "?"},
    HomeOffer.LOGIN: {"login": True},
    HomeOffer.LINE: {"line": "."},
    HomeOffer.NOTHING: {},
}


@pytest.mark.parametrize("offer", HomeOffer)
def test_home_offers_one_thing_the_first_that_stands(offer):
    """All of them stand from this one on; nothing stands before it."""
    every = list(HomeOffer)
    given = {}
    for later in every[every.index(offer) :]:
        given |= ALL_AT_ONCE[later]
    assert first_offer(HomeProps(**given)) is offer


def test_a_date_that_was_left_open_is_still_said_first():
    assert first_offer(HomeProps(date_left=".", waiting=".")) is HomeOffer.DATE


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


@pytest.mark.parametrize("kind", list(ReminderKind))
def test_what_home_invites_to_has_a_word_and_a_button(qapp, kind):
    props = derive_home_props(replace(HOME, invitations=(kind,)))
    assert bool(props.invite_words) == bool(props.invite_yes) == bool(props.invite)
    elsewhere = {ReminderKind.THEME, *PROMISES, ReminderKind.APPRECIATION}
    assert bool(props.invite) == (kind not in elsewhere)


def test_home_shows_the_first_of_several_invitations_and_a_rest_with_its_end(qapp):
    kinds = (ReminderKind.THEME, ReminderKind.CHECK_IN, ReminderKind.PICK)
    until = START.date() + timedelta(days=7)
    props = derive_home_props(replace(HOME, invitations=kinds, rests_until=until))
    assert props.invite == "check_in"
    assert props.resting == "Reminders rest until Monday, 30 November."


def test_something_lighter_looks_the_same_whether_planned_or_answered(qapp):
    planned = c.Begin(replace(a_plan(), suits_light=True, depth=4))
    door = after([planned, c.Agree(), *FINE])
    assert shown(door) == shown(after([*TO_BREATHE[:2], *TENSE]))
    for on in ([c.Lighten()], [c.ComeAnotherTime()], [c.Stop()]):
        one = after([planned, c.Agree(), *FINE, *on])
        assert shown(one) == shown(after([*TO_BREATHE[:2], *TENSE, *on]))
    before = after([planned, c.Agree(), FINE[0]])
    assert shown(before) == shown(after(TO_BREATHE[:3]))


@pytest.mark.parametrize("reached", [0, 4, 8, 12])
def test_a_natural_exit_at_home(qapp, reached):
    props = derive_home_props(replace(HOME, natural_exit=reached))
    assert bool(props.exit_words) == bool(reached)
    assert props.theme.startswith("This week: ")


def test_done_for_now_at_home(qapp):
    props = derive_home_props(replace(HOME, done=True))
    assert (props.theme, props.themes_rest) == ("Done for now", True)
    assert "reads the first question" not in props.intent
    assert not derive_home_props(HOME).themes_rest
