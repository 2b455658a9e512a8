"""What the next session is made of: fair by history, and as deep as both wish."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.application.planning import another_prompt, is_open, plan_session, was_open
from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import BREATHS, Sitting, StepKind
from coupleapp.domain.formats.parts import PartKind, PartSpec, Role
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.past import PastSession, pauses_carry_on
from coupleapp.domain.programme.questions import Questions
from coupleapp.domain.reminders.check_in import CheckInKind, next_check_in
from coupleapp.domain.settings import Settings
from coupleapp.packs import load_programme
from tests.application.hands import play_through, sessions_of

PROGRAMME = load_programme(resource_folder() / "programme").programme
FORMATS = {kind.id: kind for kind in PROGRAMME.formats}
TALK = FORMATS["theme_talk"]
THEME = PROGRAMME.themes[0]
MONDAY = date(2026, 11, 23)


def sat(plan, day: date, *, talked: bool = True, introduced: bool = True) -> PastSession:
    return PastSession(
        id=day.isoformat(),
        format_id=plan.format_id,
        theme_id=plan.theme_id,
        prompt_ids=(plan.prompt.id,) if introduced and plan.prompt.id else (),
        introducer=plan.introducer,
        first_speaker=plan.first_speaker,
        introduced=introduced,
        talked=talked,
        began_at=datetime.combine(day, time(20), tzinfo=UTC),
    )


def plan_of(history, theme=PROGRAMME.themes[0], settings=None):
    return plan_session(TALK, theme, history, settings or Settings())


@given(st.lists(st.sampled_from(["talked", "only read", "left at once"]), max_size=25))
def test_both_introduce_and_begin_as_often(evenings):
    history = []
    for number, how in enumerate(evenings):
        plan = plan_of(history)
        day = MONDAY + timedelta(days=number)
        read = how != "left at once"
        history.append(sat(plan, day, talked=how == "talked", introduced=read))
    introducers = [s.introducer for s in history if s.introduced]
    first = [s.first_speaker for s in history if s.talked]
    assert all(a is not b for a, b in pairwise(introducers))
    assert all(a is not b for a, b in pairwise(first))
    if not introducers:
        assert plan_of(history).introducer is Seat.LEFT
        assert plan_of(history).first_speaker is Seat.RIGHT


def turns(settings: Settings):
    return _talk(plan_of([], settings=settings))


def _talk(plan):
    return next(step for step in plan.steps if step.kind is StepKind.TURNS)


@pytest.mark.parametrize("seconds", [30, 90, 180])
def test_the_speaking_time_is_the_chosen_one(seconds):
    speak, say_back = turns(Settings(speak_s=seconds)).parts[:2]
    assert speak.seconds == seconds
    assert say_back.seconds == max(20, seconds // 2)


@pytest.mark.parametrize("kind", PROGRAMME.formats, ids=lambda kind: kind.id)
@pytest.mark.parametrize("seconds", [30, 90, 135, 180])
def test_every_other_time_keeps_its_share(kind, seconds):
    plan = plan_session(kind, PROGRAMME.themes[0], [], Settings(speak_s=seconds, cards=1))
    for planned, written in zip(plan.steps, kind.steps, strict=True):
        pairs = zip(planned.parts + planned.closing, written.parts + written.closing, strict=True)
        for part, origin in pairs:
            wished = origin.seconds * seconds / 90
            assert abs(part.seconds - min(origin.most_s, max(origin.least_s, wished))) <= 5


def test_without_timers_nothing_in_the_turns_is_timed():
    chosen = turns(Settings(timers=False, speak_s=120))
    assert all(part.seconds == 0 for part in (*chosen.parts, *chosen.closing))
    timed = {StepKind.TURNS, *BREATHS}
    untouched = [s for s in plan_of([]).steps if s.kind not in timed]
    kept = plan_of([], settings=Settings(timers=False)).steps
    assert [s for s in kept if s.kind not in timed] == untouched


def _finished(count: int) -> list[PastSession]:
    talks = [sat(plan_of([]), MONDAY + timedelta(days=n)) for n in range(count)]
    return [replace(talk, ending=Ending.FINISHED, ended_at=talk.began_at) for talk in talks]


@pytest.mark.parametrize(("talks", "loose"), [(5, False), (6, True), (40, True)])
def test_the_looser_way_is_open_after_six_finished_talks(talks, loose):
    plan = plan_of(_finished(talks), settings=Settings(loose=True))
    assert plan.loose is loose
    speak, say_back = _talk(plan).parts[:2]
    assert (say_back.seconds == speak.seconds) is loose
    assert not plan_of(_finished(talks)).loose


@pytest.mark.parametrize("chunks", [1, 3, 5])
def test_a_theme_talk_has_as_many_parts_as_chosen_and_other_kinds_keep_theirs(chunks):
    assert turns(Settings(chunks=chunks, cards=1)).chunks == chunks
    theme = PROGRAMME.themes[0]
    deep = plan_session(FORMATS["deep_dialogue"], theme, [], Settings(chunks=chunks))
    assert _talk(deep).chunks == 4


@pytest.mark.parametrize(
    ("chunks", "cards", "shares"),
    [
        (3, 1, [3]),
        (3, 2, [1, 2]),
        (3, 3, [1, 1, 1]),
        (5, 3, [1, 2, 2]),
        (2, 3, [1, 1, 1]),
        (1, 3, [1, 1, 1]),
    ],
)
def test_questions_rise_and_share_the_same_time(chunks, cards, shares):
    deep = plan_session(
        TALK, THEME, [], Settings(chunks=chunks, cards=cards), None, Questions(depth=5)
    )
    talks = [step.chunks for step in deep.steps if step.kind is StepKind.TURNS]
    assert talks == shares
    depths = [card.depth for card in deep.cards]
    assert depths == sorted(depths)
    assert depths[-1] == 5
    assert len({card.id for card in deep.cards}) == len(shares)
    assert all(card.id.startswith(THEME.id) for card in deep.cards)
    if len(shares) > 1:
        assert depths[0] == 1
    read = [n for n, step in enumerate(deep.steps) if step.kind is StepKind.INTRODUCE]
    assert [deep.card_at(n + 1) for n in read] == list(range(len(shares)))


def test_favourites_make_no_talk_lighter_than_it_may_be():
    light = frozenset(p.id for p in THEME.prompts if p.depth == 1)
    deep = plan_session(
        TALK, THEME, [], Settings(cards=3), None, Questions(depth=5, favourites=light)
    )
    depths = [card.depth for card in deep.cards]
    assert depths == sorted(depths)
    assert (depths[0], depths[-1]) == (1, 5)


def test_of_several_as_deep_a_favourite_is_asked():
    favourite = [p.id for p in THEME.prompts if p.depth == 1][-1]
    deep = plan_session(
        TALK, THEME, [], Settings(), None, Questions(depth=5, favourites=frozenset({favourite}))
    )
    assert deep.cards[0].id == favourite


def test_what_closes_a_turn_closes_the_last_one():
    closing = (PartSpec(PartKind.TALK, Role.SPEAKER, seconds=30, grace_s=15, title="One word"),)
    steps = tuple(
        replace(step, closing=closing) if step.kind is StepKind.TURNS else step
        for step in TALK.steps
    )
    plan = plan_session(replace(TALK, steps=steps), THEME, [], Settings(cards=3))
    closings = [step.closing for step in plan.steps if step.kind is StepKind.TURNS]
    assert [len(one) for one in closings] == [0, 0, 1]


def test_no_question_is_deeper_than_its_kind_of_sitting_allows():
    """However far the ladder has come."""
    light = replace(TALK, questions_to=None, depth=1)
    for theme in PROGRAMME.themes:
        plan = plan_session(light, theme, [], Settings(), None, Questions(depth=5))
        assert {card.depth for card in plan.cards} == {1}


def test_where_few_questions_are_left_fewer_are_read_in_the_same_time():
    all_but_one = frozenset(prompt.id for prompt in THEME.prompts[1:])
    plan = plan_session(TALK, THEME, [], Settings(), None, Questions(5, resting=all_but_one))
    assert [card.id for card in plan.cards] == [THEME.prompts[0].id]
    assert _talk(plan).chunks == 3


def test_who_had_less_time_goes_first():
    talk = replace(_finished(1)[0], first_speaker=Seat.LEFT)
    for left, right, first in [(300, 100, Seat.RIGHT), (100, 300, Seat.LEFT)]:
        history = [replace(talk, spoken_left_s=left, spoken_right_s=right)]
        assert plan_of(history).first_speaker is first
    even = [replace(talk, spoken_left_s=130, spoken_right_s=100)]
    assert plan_of(even).first_speaker is Seat.RIGHT


def test_only_who_opens_or_sits_alone_is_chosen():
    theme = PROGRAMME.themes[0]
    for seat in Seat:
        opening = plan_session(FORMATS["careful_opening"], theme, [], Settings(), seat)
        assert opening.first_speaker is seat
        talk = plan_session(TALK, theme, [], Settings(), seat)
        assert talk.first_speaker is Seat.RIGHT


def test_only_a_talk_with_a_question_is_on_the_theme():
    theme = PROGRAMME.themes[0]
    news = plan_session(FORMATS["good_news"], theme, [], Settings())
    assert (news.theme_id, news.prompt) == ("", None)


@pytest.mark.parametrize("kind", CheckInKind)
def test_a_check_in_moves_no_theme_on_and_uses_up_no_question(store, clock, kind):
    sessions, theme = sessions_of(store, clock), PROGRAMME.themes[0]
    before = plan_of([], theme)
    play_through(sessions.begin(plan_session(FORMATS[kind], theme, [], Settings())), clock)
    history = store.sessions.history()
    (held,) = history
    assert (held.talked, held.ending) == (True, Ending.FINISHED)
    assert (held.theme_id, held.prompt_ids, held.introduced) == ("", (), False)
    assert held.spoken_left_s == held.spoken_right_s
    after = plan_of(history, theme)
    assert after.prompt == before.prompt
    assert after.introducer is before.introducer
    # It is a talk like any other for who speaks first the next time.
    assert after.first_speaker is held.first_speaker.other
    due = clock.now().date() + timedelta(days=28)
    assert next_check_in(MONDAY - timedelta(days=365), history, UTC).due_on == due


@pytest.mark.parametrize(
    ("key", "weeks", "depth", "opens"),
    [
        ("good_news", 0, 1, True),
        ("theme_talk", 0, 1, True),
        ("monthly_check_in", 3, 5, False),
        ("monthly_check_in", 4, 1, True),
        ("three_month_review", 12, 1, True),
        ("three_month_review", 11, 5, False),
        ("deep_dialogue", 3, 3, True),
        ("deep_dialogue", 3, 1, True),
        ("needs", 3, 1, True),
        ("unseen_moments", 99, 3, False),
        ("at_ease", 4, 4, False),
        ("at_ease", 4, 5, True),
    ],
)
def test_a_kind_is_open_when_its_weeks_have_passed_and_they_have_come_so_deep(
    key, weeks, depth, opens
):
    today = MONDAY + timedelta(weeks=weeks)
    assert is_open(FORMATS[key], MONDAY, today, depth) is opens


@pytest.mark.parametrize(
    ("planned", "opened"),
    [
        ([], False),
        ([(5, 3)], False),
        ([(5, 5)], True),
        ([(5, 5), (6, 3)], True),
        ([(1, 5), (2, 3)], False),
        ([(1, 5), (4, 3)], True),
        ([(1, 5)], True),
        ([(5, 3), (6, 2)], False),
    ],
    ids=[
        "nothing was",
        "never so deep",
        "so deep now",
        "so deep once",
        "before its weeks had passed",
        "and when they had",
        "and ever since",
        "never so deep, and less now",
    ],
)
def test_a_kind_was_open_where_they_had_come_so_deep_when_its_weeks_had_passed(planned, opened):
    dates = [(MONDAY + timedelta(weeks=weeks), depth) for weeks, depth in planned]
    assert FORMATS["at_ease"].opens_in_week == 4
    assert was_open(FORMATS["at_ease"], MONDAY, MONDAY + timedelta(weeks=9), dates) is opened


@given(
    st.sampled_from(PROGRAMME.formats),
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=6).map(sorted),
    st.integers(0, 9),
)
def test_what_is_open_was_open_and_what_was_open_once_still_was_later(kind, weeks, later):
    """Whether a format was ever open only grows with what happens."""
    planned = [(MONDAY + timedelta(weeks=week), depth) for week, depth in weeks]
    today = max([MONDAY, *(day for day, _ in planned)]) + timedelta(weeks=later)
    for n in range(len(planned)):
        on = planned[n][0]
        if is_open(kind, MONDAY, on, planned[n][1]):
            assert was_open(kind, MONDAY, on, planned[: n + 1])
        if was_open(kind, MONDAY, on, planned[: n + 1]):
            assert was_open(kind, MONDAY, today, planned)


@pytest.mark.parametrize("kind", PROGRAMME.formats, ids=lambda kind: kind.id)
def test_something_lighter_is_suggested_where_both_are_asked_how_they_are(kind):
    theme = PROGRAMME.themes[0]
    asked = any(step.kind is StepKind.READINESS for step in kind.steps)
    plan = plan_session(kind, theme, [], Settings(), None, Questions(3))
    assert not plan.suits_light
    assert plan.depth == (None if kind.sitting is Sitting.ALONE else 3)
    light = plan_session(kind, theme, [], Settings(), None, Questions(3), light=True)
    assert light == replace(plan, suits_light=asked)


def test_three_talks_in_a_row_that_ended_in_a_pause_are_noted_and_two_are_not():
    left = [replace(talk, left_in_pause=True) for talk in _finished(3)]
    assert pauses_carry_on(left)
    assert not pauses_carry_on(left[:2])
    assert not pauses_carry_on([*left[:2], *_finished(1)])
    assert not pauses_carry_on([])


@pytest.mark.parametrize("depth", range(1, 6))
@pytest.mark.parametrize("theme", PROGRAMME.themes, ids=lambda theme: theme.id)
def test_another_question_never_repeats_and_at_last_they_talk_freely(theme, depth):
    within = {p.id: p.depth for p in theme.prompts if p.depth <= depth}
    questions = Questions(depth)
    current, seen = another_prompt(theme, questions), []
    while current.id is not None:
        assert current.id not in seen
        seen.append(current.id)
        current = another_prompt(theme, questions, seen)
    assert set(seen) == set(within)
    assert [within[one] for one in seen] == sorted(within.values(), reverse=True)
    assert (current.text, current.softer) == (theme.freely, "")


def test_a_question_that_rests_is_not_offered():
    theme = PROGRAMME.themes[0]
    first = plan_of([], theme).prompt.id
    rested = Questions(1, frozenset({first}))
    plan = plan_session(TALK, theme, [], Settings(), None, rested)
    assert plan.prompt.id not in {None, first}
    everything = Questions(5, frozenset(prompt.id for prompt in theme.prompts))
    assert plan_session(TALK, theme, [], Settings(), None, everything).prompt.id is None


@pytest.mark.parametrize("timers", [True, False])
def test_without_timers_lists_and_options_take_the_time_they_take(timers):
    kind = next(one for one in PROGRAMME.formats if StepKind.LISTS in {s.kind for s in one.steps})
    plan = plan_session(kind, PROGRAMME.themes[0], [], Settings(timers=timers))
    timed = {one.kind: one.seconds for one in plan.steps}
    assert (timed[StepKind.LISTS] > 0) == (timed[StepKind.OPTIONS] > 0) == timers
