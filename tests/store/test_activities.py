"""The block, the picks and the couple's own ideas come back as they were, or leave for good."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.together.activities import ActivityBlock, Brought, Pick
from coupleapp.domain.together.ideas import Energy, Idea, Traits
from coupleapp.domain.words.lines import clean_line
from coupleapp.store import Store, open_store
from tests.application.hands import pragma, write_protected
from tests.store.helpers import NOW, later, plain_pages

MONDAY = date(2026, 11, 23)
WEEK = timedelta(weeks=1)

lines = st.text(max_size=LINE_MAX).filter(
    lambda text: text.strip() and text.isprintable() and clean_line(text) == text
)
ideas = st.builds(
    Idea,
    st.uuids().map(lambda one: one.hex),
    lines,
    st.from_type(Traits),
    st.datetimes(timezones=st.just(UTC)),
    st.none() | st.sampled_from(Seat),
)
picks = st.builds(
    Pick,
    st.dates(date(2000, 1, 3)).map(monday_of),
    st.text("abc", min_size=1),
    lines,
    st.none() | st.datetimes(timezones=st.just(UTC)),
    st.none() | st.sampled_from(Brought),
)
same_store = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def an_idea(name: str = "i1", text: str = "marzipan", minutes: float = 0) -> Idea:
    return Idea(name, text, Traits(None, Energy.LOW), later(minutes), Seat.LEFT)


def a_pick(week: date = MONDAY, idea: str = "i1", text: str = "marzipan") -> Pick:
    return Pick(week, idea, text)


@same_store
@given(idea=ideas)
def test_an_idea_comes_back_as_it_was(store: Store, idea: Idea):
    store.activities.keep_idea(idea)
    assert store.activities.own_ideas() == (idea,)
    store.activities.delete_idea(idea.id)
    assert store.activities.own_ideas() == ()


@same_store
@given(pick=picks)
def test_a_pick_comes_back_as_it_was(store: Store, pick: Pick):
    store.activities.keep_pick(pick)
    assert store.activities.picks(date(1999, 1, 4)) == (pick,)
    store.activities.drop_pick(pick.week)
    assert store.activities.picks(date(1999, 1, 4)) == ()


def test_the_block_is_the_newest_and_may_be_written_over(store: Store):
    assert store.activities.block() is None
    for began in (MONDAY - 9 * WEEK, MONDAY, MONDAY - 5 * WEEK):
        store.activities.keep_block(ActivityBlock(began))
    assert store.activities.block() == ActivityBlock(MONDAY)
    ended = ActivityBlock(MONDAY, MONDAY)
    store.activities.keep_block(ended)
    assert store.activities.block() == ended


def test_picks_since_a_week_oldest_first(store: Store):
    for n in (2, 0, 1):
        store.activities.keep_pick(a_pick(MONDAY + n * WEEK))
    assert [p.week for p in store.activities.picks(MONDAY + WEEK)] == [
        MONDAY + WEEK,
        MONDAY + 2 * WEEK,
    ]


def test_one_pick_for_a_week(store: Store):
    store.activities.keep_pick(a_pick())
    other = replace(a_pick(idea="i2", text="nougat"), at=NOW, brought=Brought.A_LITTLE)
    store.activities.keep_pick(other)
    assert store.activities.picks(MONDAY) == (other,)


def test_a_pick_and_the_block_it_begins_are_kept_together_or_not_at_all(store: Store):
    with write_protected(store), pytest.raises(StoreError):
        store.activities.keep_pick(a_pick(), ActivityBlock(MONDAY))
    assert (store.activities.picks(MONDAY), store.activities.block()) == ((), None)
    store.activities.keep_pick(a_pick(), ActivityBlock(MONDAY))
    assert store.activities.block() == ActivityBlock(MONDAY)


def test_ideas_in_the_order_in_which_they_were_added(store: Store):
    for n in (2, 0, 1):
        store.activities.keep_idea(an_idea(f"i{n}", minutes=n))
    assert [idea.id for idea in store.activities.own_ideas()] == ["i0", "i1", "i2"]


def test_a_changed_idea_has_its_new_words_everywhere(folder: Path, store: Store):
    store.activities.keep_idea(an_idea())
    store.activities.keep_pick(a_pick())
    store.activities.keep_pick(a_pick(MONDAY + WEEK, "other", "nougat"))

    store.activities.keep_idea(an_idea(text="honey cake"))

    assert [p.text for p in store.activities.picks(MONDAY)] == ["honey cake", "nougat"]
    assert b"marzipan" not in plain_pages(folder)


def test_a_deleted_idea_leaves_the_file_with_its_picks(folder: Path, store: Store):
    store.activities.keep_idea(an_idea())
    store.activities.keep_idea(an_idea("i2", "nougat"))
    for n, idea in enumerate(("i1", "i2", "i1")):
        store.activities.keep_pick(a_pick(MONDAY + n * WEEK, idea, "marzipan" if n != 1 else "x"))
    assert b"marzipan" in plain_pages(folder)

    store.activities.delete_idea("i1")

    assert b"marzipan" not in plain_pages(folder)
    assert [idea.id for idea in store.activities.own_ideas()] == ["i2"]
    assert [p.idea_id for p in store.activities.picks(MONDAY)] == ["i2"]


def test_what_was_picked_instead_and_what_was_let_go_leave_the_file(folder: Path, store: Store):
    store.activities.keep_pick(a_pick())
    store.activities.keep_pick(a_pick(idea="i2", text="nougat"))
    assert b"marzipan" not in plain_pages(folder)
    store.activities.drop_pick(MONDAY)
    assert b"nougat" not in plain_pages(folder)


LOSING = {
    "another pick": lambda kept: kept.keep_pick(a_pick(idea="i2", text="nougat")),
    "let go": lambda kept: kept.drop_pick(MONDAY),
    "other words": lambda kept: kept.keep_idea(an_idea(text="honey cake")),
    "deleted": lambda kept: kept.delete_idea("i1"),
}


@pytest.mark.parametrize("change", LOSING.values(), ids=LOSING)
def test_whatever_loses_words_has_the_gaps_of_the_file_cleaned(store: Store, monkeypatch, change):
    """Rows that move leave copies in the gaps; a mark in the file says so until it is cleaned."""
    store.activities.keep_idea(an_idea())
    store.activities.keep_pick(a_pick())
    with monkeypatch.context() as patched:
        patched.setattr(store.database, "scrub", lambda: None)
        store.activities.keep_idea(an_idea("new", "no old words", 1))
        store.activities.keep_pick(replace(a_pick(), at=NOW))
        assert pragma(store, "user_version") == 0
        change(store.activities)
        assert pragma(store, "user_version") == 1
    store.activities.drop_pick(MONDAY)
    assert pragma(store, "user_version") == 0


def test_after_a_restart_all_is_there(folder: Path):
    first = open_store(folder, [])
    at = datetime(2026, 11, 28, 15, tzinfo=UTC)
    first.activities.keep_idea(an_idea())
    first.activities.keep_pick(replace(a_pick(), at=at), ActivityBlock(MONDAY))
    first.close()
    again = open_store(folder, [])
    assert again.activities.own_ideas() == (an_idea(),)
    assert again.activities.picks(MONDAY) == (replace(a_pick(), at=at),)
    assert again.activities.block() == ActivityBlock(MONDAY)
    again.close()
