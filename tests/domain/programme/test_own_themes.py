"""What is theirs is whole, or cannot be built."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.programme.additions import extended
from coupleapp.domain.programme.own_themes import (
    OwnQuestion,
    OwnTheme,
    OwnWords,
    addition_of,
    freely_about,
    is_own,
)
from coupleapp.domain.programme.programme import Programme
from coupleapp.domain.words.lines import LineRefused
from tests.domain.programme.programmes import a_theme

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
WORDS = OwnWords("About “{title}”.", "One thing.", "Listen.", "As you like.")
BOAT = OwnTheme("own_1", "The boat", "To decide.", Seat.LEFT, NOW)
ROWS = OwnQuestion("own_2", "own_1", 3, "Who rows?", "", "", None, NOW)
OURS = Programme((a_theme("joys"), a_theme("home", week=2)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": " boat"},
        {"title": "x" * 41},
        {"intent": ""},
        {"intent": "two  spaces"},
        {"intent": "x" * 121},
    ],
)
def test_a_theme_has_clean_lines(wrong):
    with pytest.raises(LineRefused):
        replace(BOAT, **wrong)


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"text": "a\nb"}, {"softer": "x" * 201}, {"listener": " "}]
)
def test_a_question_has_clean_lines(wrong):
    with pytest.raises(LineRefused):
        replace(ROWS, **wrong)


@pytest.mark.parametrize("own", [BOAT, ROWS])
def test_what_is_theirs_has_an_id_of_its_own_and_a_time_in_utc(own):
    with pytest.raises(ValueError, match="begins with own_"):
        replace(own, id="joys")
    with pytest.raises(ValueError, match="UTC"):
        replace(own, added_at=datetime(2026, 11, 23))  # noqa: DTZ001
    assert is_own(own.id)
    assert not is_own("joys")


@pytest.mark.parametrize("depth", [0, 6])
def test_a_question_has_a_depth(depth):
    with pytest.raises(ValueError, match="depth"):
        replace(ROWS, depth=depth)


def test_what_they_left_out_is_said_by_itself():
    prompt = ROWS.as_prompt(WORDS)
    assert (prompt.softer, prompt.listener) == ("One thing.", "Listen.")
    said = replace(ROWS, softer="An oar?", listener="Ask once.").as_prompt(WORDS)
    assert (said.softer, said.listener) == ("An oar?", "Ask once.")
    assert freely_about(BOAT, WORDS).text == "About “The boat”."


@given(
    st.lists(st.integers(0, 5), max_size=6, unique=True),
    st.lists(st.tuples(st.integers(0, 7), st.integers(1, 5)), max_size=12),
)
def test_whatever_they_add_the_programme_stands(themes, questions):
    """Own themes, own questions for them, for ours, and for themes that are not there."""
    names = ["joys", "home", *(f"own_t{n}" for n in range(6))]
    own = [replace(BOAT, id=f"own_t{n}") for n in themes]
    asked = [
        replace(ROWS, id=f"own_q{n}", theme_id=names[where], depth=depth)
        for n, (where, depth) in enumerate(questions)
    ]
    grown = extended(OURS, (addition_of(own, asked, WORDS),))
    there = {theme.id: theme for theme in grown.themes}
    assert list(there) == ["joys", "home", *(theme.id for theme in own)]
    for question in asked:
        ids = [prompt.id for theme in there.values() for prompt in theme.prompts]
        assert (question.id in ids) == (question.theme_id in there)
    for theme in own:
        alone = there[theme.id].prompts[0].id == theme.freely_id
        assert alone == (theme.id not in {one.theme_id for one in asked})
