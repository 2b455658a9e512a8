"""Which question comes next: within the depth, none again within a year, favourites first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import DEPTH_START, PROMPT_RESTS
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.programme.programme import Prompt, Theme
from coupleapp.domain.programme.questions import Questions, next_question, questions_now

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
DAY = timedelta(days=1)


def theme_of(*depths: int) -> Theme:
    prompts = tuple(
        Prompt(f"joys.p{n}", depth, "Where were you?", "Name a place.", "Picture it.")
        for n, depth in enumerate(depths)
    )
    return Theme("joys", 1, "Joys", "To look.", "Ask once.", "Talk as you like.", prompts)


def talked(prompt_id: str | None, ago: timedelta) -> PastSession:
    seats = (Seat.LEFT, Seat.RIGHT)
    asked = (prompt_id,) if prompt_id else ()
    return PastSession("s", "theme_talk", "joys", asked, *seats, True, True, NOW - ago)


depths = st.lists(st.integers(1, 5), min_size=1, max_size=12).map(lambda some: theme_of(*some))
ids = st.sampled_from([f"joys.p{n}" for n in range(12)])
several = st.frozensets(ids)
asked = st.builds(Questions, st.integers(1, 5), several, several)


@given(depths, asked, several)
def test_the_next_is_allowed_rested_and_not_seen_today(theme, questions, seen):
    found = next_question(theme, questions, seen)
    left = [
        prompt
        for prompt in theme.prompts
        if prompt.depth <= questions.depth and prompt.id not in questions.resting | seen
    ]
    assert (found is None) == (not left)
    if found is None:
        return
    assert found in left
    favourites = [prompt for prompt in left if prompt.id in questions.favourites]
    among = favourites or left
    deepest = max(prompt.depth for prompt in among)
    assert found == next(prompt for prompt in among if prompt.depth == deepest)


@given(depths, st.integers(1, 5))
def test_putting_aside_leads_to_lighter_ones_and_to_an_end(theme, depth):
    seen, found = [], []
    while (prompt := next_question(theme, Questions(depth), seen)) is not None:
        seen.append(prompt.id)
        found.append(prompt.depth)
    assert found == sorted(found, reverse=True)
    assert set(seen) == {prompt.id for prompt in theme.prompts if prompt.depth <= depth}


def test_in_the_beginning_it_is_light():
    assert next_question(theme_of(3, 2, 1, 1), Questions()).id == "joys.p2"
    assert Questions().depth == DEPTH_START


@pytest.mark.parametrize(
    ("ago", "rests"),
    [(0 * DAY, True), (PROMPT_RESTS - DAY / 86_400, True), (PROMPT_RESTS, False), (-DAY, True)],
)
def test_a_question_rests_for_a_year(ago, rests):
    """To the second; one that a clock ahead has left in days to come rests, too."""
    now = questions_now([talked("joys.p0", ago), talked(None, DAY)], (), 2, NOW)
    assert (now.resting == {"joys.p0"}) is rests
    assert (next_question(theme_of(1), now) is None) is rests


def test_the_last_talk_counts():
    history = [talked("joys.p0", 2 * PROMPT_RESTS), talked("joys.p0", DAY)]
    assert questions_now(history, (), 1, NOW).resting == {"joys.p0"}


def test_a_favourite_comes_first_when_it_has_rested():
    theme, favourites = theme_of(2, 1, 2), {"joys.p1", "joys.p0", "elsewhere"}
    before = [talked("joys.p1", PROMPT_RESTS + DAY), talked("joys.p2", PROMPT_RESTS + DAY)]
    now = questions_now(before, favourites, 2, NOW)
    assert now.favourites == {"joys.p1"}
    assert next_question(theme, now).id == "joys.p1"
    fresh = questions_now([*before, talked("joys.p1", DAY)], favourites, 2, NOW)
    assert next_question(theme, fresh).id == "joys.p0"


def test_a_favourite_that_is_too_deep_now_waits():
    before = [talked("joys.p1", PROMPT_RESTS + DAY)]
    now = questions_now(before, {"joys.p1"}, 2, NOW)
    assert next_question(theme_of(1, 3), now).id == "joys.p0"
    assert next_question(theme_of(1, 3), replace(now, depth=3)).id == "joys.p1"
