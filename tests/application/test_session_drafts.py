"""What was typed in a session that is over: each thing waits where it will be looked for."""

import pytest

from coupleapp.application.drafts import Drafts
from coupleapp.application.session_drafts import (
    NEW_ENTRY,
    NEW_TALK,
    PLAN,
    alone_key,
    draft_key,
    forget_plan,
    has_for_both,
    put_away,
)
from tests.application.hands import at_once

TALK = "talk"


@pytest.fixture
def drafts(store):
    return Drafts(store.drafts, at_once)


def begin(drafts, texts):
    for key, text in texts.items():
        drafts.keep(f"{draft_key(TALK)}:{key}", text)


def test_what_one_wrote_alone_waits_for_them_alone(drafts):
    begin(drafts, {"write:left": "It was late."})
    assert not put_away(drafts, TALK)
    assert drafts.recall(alone_key("left")) == "It was late."
    assert drafts.recall(NEW_ENTRY) == ""


def test_what_was_begun_for_the_next_time_waits_where_one_agrees_on_it(drafts):
    drafts.keep(f"{NEW_TALK}:place", "the park")
    begin(drafts, {"next_date:place": "the kitchen", "next_date:will": "listen"})
    assert not put_away(drafts, TALK)
    assert drafts.recall(f"{NEW_TALK}:place") == "the park", "what stood there stays"
    assert drafts.recall(f"{NEW_TALK}:will") == "listen"


def test_what_would_wait_for_both_is_known_before(drafts):
    begin(drafts, {"write:left": "It was late.", "compose:i_felt:left:0": "small"})
    assert not has_for_both(drafts, TALK)
    begin(drafts, {"closing_round:mattered:left": "You laug"})
    assert has_for_both(drafts, TALK)


def test_what_was_for_both_is_put_behind_what_stood_in_the_notebook(drafts):
    drafts.keep(NEW_ENTRY, "The lake.")
    begin(drafts, {"mattered:left": "You laug", "trial:when": "on Tuesdays", "trial:where": ""})
    assert put_away(drafts, TALK)
    assert drafts.recall(NEW_ENTRY) == "The lake.\nYou laug\non Tuesdays"


def test_everything_else_is_forgotten(store, drafts):
    begin(drafts, {"turns:left:0": "I me", "compose:i_felt:left:0": "small"})
    drafts.keep("session:another:mattered:left", "still here")
    assert not put_away(drafts, TALK)
    assert drafts.under("session:") == {"session:another:mattered:left": "still here"}
    assert drafts.recall(NEW_ENTRY) == ""


def test_a_plan_that_became_an_agreement_leaves_no_draft_of_it(drafts):
    begin(drafts, {"trial:when": "on Tuesdays", "trial:days": "14", "mattered:left": "You laug"})
    forget_plan(drafts, TALK)
    assert drafts.under(draft_key(TALK)) == {draft_key(TALK, "mattered", "left"): "You laug"}
    assert drafts.recall(draft_key(TALK, PLAN, "when")) == ""
