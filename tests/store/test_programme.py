"""Choices, favourites and wishes come back as they were; what is theirs leaves for good."""

import json
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import PromptCard, fold
from coupleapp.domain.guided_session.events import Began, Ending, PromptChanged
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.programme.own_themes import OwnQuestion, OwnTheme
from coupleapp.domain.programme.theme_queue import MOVES, Choice, ChoiceKind
from coupleapp.store import Store, open_store
from tests.application.hands import pragma
from tests.domain.guided_session.sessions import a_plan
from tests.store.helpers import NOW, began, ended, later, past, plain_pages

same_store = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
times = st.datetimes(timezones=st.just(UTC))
ids = st.text(min_size=1, max_size=9)
orders = st.lists(ids, min_size=1, max_size=6, unique=True).map(tuple)
choices = st.one_of(
    st.builds(Choice, st.sampled_from(sorted(MOVES)), times, ids, orders),
    st.builds(Choice, st.sampled_from(sorted(set(ChoiceKind) - MOVES)), times, st.text()),
)
numbers = st.none() | st.integers(0, 10)
said = st.builds(PrivateRatings, numbers, numbers, numbers)


def a_theme(id: str = "own_1", title: str = "marzipan") -> OwnTheme:  # noqa: A002
    return OwnTheme(id, title, f"For {title}.", Seat.LEFT, NOW)


def a_question(id: str = "own_q", text: str = "nougat?", theme: str = "home") -> OwnQuestion:  # noqa: A002
    return OwnQuestion(id, theme, 3, text, f"softer {text}", "Listen.", None, NOW)


def card_of(question: OwnQuestion) -> PromptCard:
    return PromptCard(
        question.id, question.text, question.softer, question.listener, question.depth
    )


FREELY = PromptCard(None, "About marzipan.", "", "Listen.")
GONE = PromptCard(None, "As you like.", "", "Listen.")


# -- choices, favourites, wishes


@given(st.lists(choices, max_size=4))
@settings(max_examples=15)
def test_choices_come_back_in_the_order_in_which_they_were_made(tmp_path_factory, made):
    folder = tmp_path_factory.mktemp("store")
    store = open_store(folder, [])
    for choice in made:
        store.programme.keep_choice(choice)
    store.close()
    again = open_store(folder, [])
    assert again.programme.choices() == tuple(made)
    again.close()


def test_nobody_can_say_whose_choice_it_was(store: Store):
    store.programme.keep_choice(Choice(ChoiceKind.DONE, NOW))
    columns = {row[1] for row in store.database._run("PRAGMA table_info(theme_choice)")}
    assert columns == {"id", "kind", "at", "theme_id", "theme_order"}


def test_a_favourite_is_marked_once_and_unmarked(store: Store):
    for _ in range(2):
        store.programme.mark("joys.first")
    store.programme.mark("home.first")
    assert store.programme.favourites() == {"joys.first", "home.first"}
    for _ in range(2):
        store.programme.unmark("joys.first")
    assert store.programme.favourites() == {"home.first"}


@same_store
@given(st.builds(Ceilings, st.integers(1, 5), st.integers(1, 5)))
def test_wishes_are_written_over_and_the_old_ones_are_not_kept(store: Store, ceilings):
    store.programme.keep_ceilings(ceilings)
    assert store.programme.ceilings() == ceilings
    assert store.database._run("SELECT count(*) FROM depth_ceiling") == [(2,)]


def test_who_has_not_said_has_the_default(store: Store):
    assert store.programme.ceilings() == Ceilings(2, 2)


def test_an_old_wish_is_cleaned_out_of_the_gaps(store: Store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(store.database, "scrub", lambda: None)
        store.programme.keep_ceilings(Ceilings(5, 1))
        assert pragma(store, "user_version") == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE theme_choice SET kind = 'leap'",
        "UPDATE theme_choice SET theme_order = 'a, b'",
        "UPDATE theme_choice SET theme_order = '[]'",
        "UPDATE depth_ceiling SET ceiling = 6 WHERE seat = 'left'",
        "UPDATE depth_ceiling SET seat = 'middle' WHERE seat = 'left'",
    ],
)
def test_what_cannot_be_is_damage(store: Store, sql: str):
    store.programme.keep_choice(Choice(ChoiceKind.UP, NOW, "a", ("b", "a")))
    store.programme.keep_ceilings(Ceilings())
    with store.database.transaction() as work:
        work.connection().exec_driver_sql(sql)
    with pytest.raises(StoreDamaged):
        (
            store.programme.choices(),
            store.programme.ceilings(),
        )


# -- what was said behind the curtain


@same_store
@given(
    said=st.builds(Both, said, said),
    lighter=st.booleans(),
    depth=st.none() | st.integers(1, 5),
)
def test_a_summary_comes_back_with_what_both_said(store: Store, said, lighter, depth):
    session = replace(past(), said=said, lighter=lighter, depth=depth)
    length = len(store.sessions.log("s1"))
    store.sessions.append(session, length, [began()])
    store.sessions._past_of = None
    assert store.sessions.history() == (session,)


# -- their own themes and questions


def lines(line):
    kept = st.text(st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1)
    return kept.filter(lambda text: len(text) <= line)


own_themes = st.builds(
    OwnTheme, st.just("own_1"), lines(40), lines(120), st.none() | st.sampled_from(Seat), times
)
own_questions = st.builds(
    OwnQuestion,
    st.just("own_q"),
    ids,
    st.integers(1, 5),
    lines(200),
    st.just("") | lines(200),
    st.just("") | lines(120),
    st.none() | st.sampled_from(Seat),
    times,
)


@same_store
@given(theme=own_themes, question=own_questions)
def test_what_is_theirs_comes_back_as_it_was(store: Store, theme, question):
    kept = store.own_themes
    kept.keep_theme(theme, FREELY)
    kept.keep_question(question, card_of(question))
    assert (kept.own_themes(), kept.own_questions()) == ((theme,), (question,))
    kept.delete_question(question, GONE)
    kept.delete_theme(theme.id, GONE)
    assert (kept.own_themes(), kept.own_questions()) == ((), ())


def test_they_come_in_the_order_in_which_they_were_added(store: Store):
    for n in (2, 0, 1):
        store.own_themes.keep_theme(replace(a_theme(f"own_{n}"), added_at=later(n)), FREELY)
        one = replace(a_question(f"own_q{n}"), added_at=later(n))
        store.own_themes.keep_question(one, card_of(one))
    assert [theme.id for theme in store.own_themes.own_themes()] == ["own_0", "own_1", "own_2"]
    kept = store.own_themes.own_questions()
    assert [question.id for question in kept] == ["own_q0", "own_q1", "own_q2"]


# -- for good


def on_the_table(store: Store, id: str, theme_id: str, *cards: PromptCard) -> None:  # noqa: A002
    """A session in which these were on the table, one after the other."""
    plan = replace(a_plan(), theme_id=theme_id, prompt=cards[0])
    events = [Began(Moment(NOW, 0.0), plan)]
    events += [PromptChanged(Moment(NOW, 1.0), card) for card in cards[1:]]
    store.sessions.append(replace(past(id), theme_id=theme_id), 0, events)


def cards_in(store: Store, id: str) -> list[PromptCard]:  # noqa: A002
    log = store.sessions.log(id)
    return [event.plan.prompt if isinstance(event, Began) else event.prompt for event in log]


OURS = PromptCard("home.first", "Where?", "A place.", "Listen.")


def test_a_deleted_question_leaves_the_file_and_every_session(folder: Path, store: Store):
    question = a_question()
    card = card_of(question)
    store.own_themes.keep_question(question, card)
    softened = replace(card, text=card.softer, softer="")
    on_the_table(store, "s1", "home", OURS, card, softened)
    on_the_table(store, "s2", "home", OURS)
    store.programme.mark(question.id)
    assert b"nougat" in plain_pages(folder)

    store.own_themes.delete_question(question, GONE)

    assert b"nougat" not in plain_pages(folder)
    assert cards_in(store, "s1") == [OURS, GONE, GONE]
    assert cards_in(store, "s2") == [OURS]
    assert store.programme.favourites() == frozenset()


def test_a_deleted_theme_leaves_the_file_with_its_questions(folder: Path, store: Store):
    theme, question = a_theme(), a_question(theme="own_1")
    store.own_themes.keep_theme(theme, FREELY)
    store.own_themes.keep_question(question, card_of(question))
    store.programme.mark(question.id)
    on_the_table(store, "s1", "own_1", card_of(question), FREELY)
    on_the_table(store, "s2", "home", OURS)

    store.own_themes.delete_theme("own_1", GONE)

    pages = plain_pages(folder)
    assert b"marzipan" not in pages
    assert b"nougat" not in pages
    assert cards_in(store, "s1") == [GONE, GONE]
    assert cards_in(store, "s2") == [OURS]
    assert store.programme.favourites() == frozenset()


def test_changed_words_take_the_place_of_the_old_ones_everywhere(folder: Path, store: Store):
    theme, question = a_theme(), a_question(theme="own_1")
    invitation = PromptCard(theme.freely_id, FREELY.text, "One thing.", "Listen.")
    softened = replace(invitation, text="One thing.", softer="")
    store.own_themes.keep_theme(theme, FREELY)
    store.own_themes.keep_question(question, card_of(question))
    asked = card_of(question)
    soft = replace(asked, text=asked.softer, softer="")
    on_the_table(store, "s1", "own_1", asked, soft, FREELY, invitation, softened)

    new = replace(question, text="honey?", softer="honey, softly?")
    store.own_themes.keep_question(new, card_of(new))
    freely = replace(FREELY, text="About cake.")
    store.own_themes.keep_theme(replace(theme, title="cake", intent="For cake."), freely)

    pages = plain_pages(folder)
    assert b"marzipan" not in pages
    assert b"nougat" not in pages
    assert cards_in(store, "s1") == [
        card_of(new),
        replace(soft, text="honey, softly?"),
        freely,
        replace(invitation, text="About cake."),
        softened,
    ]


def test_a_session_goes_on_where_its_question_was_deleted(store: Store):
    question = a_question()
    on_the_table(store, "s1", "home", card_of(question))
    store.own_themes.keep_question(question, card_of(question))
    store.own_themes.delete_question(question, GONE)
    state = fold(store.sessions.unfinished().events)
    assert state.prompt == GONE


def test_sessions_without_a_question_are_left_alone(store: Store):
    bare = replace(a_plan(), theme_id="home", prompt=None, steps=a_plan().steps[:1])
    store.sessions.append(past(), 0, [Began(Moment(NOW, 0.0), bare)])
    store.own_themes.delete_question(a_question(), GONE)
    assert cards_in(store, "s1") == [None]


def test_a_plan_from_before_there_was_a_ladder_can_be_read(store: Store):
    store.sessions.append(ended(past()), 0, [began()])
    with store.database.transaction() as work:
        link = work.connection()
        data = json.loads(link.exec_driver_sql("SELECT data FROM session_event").scalar())
        del data["plan"]["suits_light"], data["plan"]["depth"]
        link.exec_driver_sql("UPDATE session_event SET data = ?", (json.dumps(data),))
    (event,) = store.sessions.log("s1")
    assert (event.plan.suits_light, event.plan.depth) == (False, None)
    assert store.sessions.history()[0].ending is Ending.FINISHED
