"""Themes and questions of their own: at once in the library, and gone for good when deleted."""

import pytest

from coupleapp.application.library import Library
from coupleapp.application.own_themes import FieldRefused, OwnFull, OwnThemes, QuestionWords
from coupleapp.application.planning import another_prompt
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.programme.own_themes import OWN, OwnTheme, OwnWords, is_own
from coupleapp.domain.programme.programme import Programme
from coupleapp.domain.programme.questions import Questions
from tests.application.hands import new_id, write_protected
from tests.domain.programme.programmes import a_theme

WORDS = OwnWords("About “{title}”.", "One thing.", "Listen.", "As you like.")
OURS = Programme((a_theme("joys"), a_theme("home", week=2)))


@pytest.fixture
def library():
    return Library(OURS)


@pytest.fixture
def own(store, clock, library):
    return OwnThemes(store.own_themes, library, clock, new_id, WORDS)


def in_library(library, theme_id):
    return next((one for one in library.programme.themes if one.id == theme_id), None)


def test_a_theme_is_in_the_library_with_an_invitation_to_talk_freely(own, library, clock):
    made = own.add_theme("  The   boat ", "To decide\nwhat we do with it.", Seat.RIGHT)
    assert made == OwnTheme(
        made.id, "The boat", "To decide what we do with it.", Seat.RIGHT, clock.now()
    )
    assert made.id.startswith(OWN)
    assert is_own(made.id)
    there = in_library(library, made.id)
    assert library.programme.themes[-1] is there
    assert (there.title, there.intent, there.freely) == (
        "The boat",
        "To decide what we do with it.",
        "About “The boat”.",
    )
    (prompt,) = there.prompts
    assert (prompt.text, prompt.softer, prompt.depth) == ("About “The boat”.", "One thing.", 1)


def test_a_question_of_their_own_for_a_theme_of_ours_comes_after_ours(own, library):
    typed = QuestionWords("Why do we whisper?", "", "", 3)
    made = own.add_question("home", typed, None)
    last = in_library(library, "home").prompts[-1]
    assert (last.id, last.text, last.depth) == (made.id, "Why do we whisper?", 3)
    assert (last.softer, last.listener) == ("One thing.", "Listen.")


def test_with_questions_of_their_own_a_theme_has_those(own, library):
    boat = own.add_theme("The boat", "To decide.", None)
    typed = QuestionWords("Who rows?", "An oar?", "Ask once.", 4)
    made = own.add_question(boat.id, typed, Seat.LEFT)
    (prompt,) = in_library(library, boat.id).prompts
    assert (prompt.id, prompt.softer, prompt.listener) == (made.id, "An oar?", "Ask once.")
    shallow = another_prompt(in_library(library, boat.id), Questions(2))
    assert (shallow.id, shallow.text) == (None, "About “The boat”.")
    own.delete_question(made)
    (prompt,) = in_library(library, boat.id).prompts
    assert prompt.id == boat.freely_id


def test_braces_in_a_title_are_only_braces(own, library):
    boat = own.add_theme("{title} {0} %1", "To see.", None)
    assert in_library(library, boat.id).freely == "About “{title} {0} %1”."


def test_changed_it_is_changed_everywhere(own, library):
    boat = own.add_theme("The boat", "To decide.", None)
    own.change_theme(boat, "The canoe", "To paddle.", Seat.LEFT)
    assert in_library(library, boat.id).freely == "About “The canoe”."
    made = own.add_question("joys", QuestionWords("What now?"), None)
    changed = own.change_question(made, QuestionWords("What then?", depth=5), Seat.RIGHT)
    assert own.questions() == (changed,)
    assert in_library(library, "joys").prompts[-1].text == "What then?"
    assert (changed.id, changed.added_at, changed.theme_id) == (made.id, made.added_at, "joys")


def test_a_deleted_theme_takes_its_questions_along(own, library):
    boat = own.add_theme("The boat", "To decide.", None)
    own.add_question(boat.id, QuestionWords("Who rows?"), None)
    stays = own.add_question("joys", QuestionWords("What now?"), None)
    own.delete_theme(boat)
    assert (own.themes(), own.questions()) == ((), (stays,))
    assert in_library(library, boat.id) is None


def test_at_the_next_start_they_are_there(own, store, clock):
    boat = own.add_theme("The boat", "To decide.", None)
    own.add_question("joys", QuestionWords("What now?"), None)
    library = Library(OURS)
    OwnThemes(store.own_themes, library, clock, new_id, WORDS)
    assert in_library(library, boat.id) is not None
    assert in_library(library, "joys").prompts[-1].text == "What now?"


@pytest.mark.parametrize(
    ("title", "intent", "field", "fault"),
    [
        ("", "To see.", "title", TextFault.EMPTY),
        (" \n\t", "To see.", "title", TextFault.EMPTY),
        ("x" * 41, "To see.", "title", TextFault.TOO_LONG),
        ("Boat", "", "intent", TextFault.EMPTY),
        ("Boat", "x" * 121, "intent", TextFault.TOO_LONG),
    ],
)
def test_a_theme_that_cannot_be_kept_says_which_line(own, library, title, intent, field, fault):
    before = library.programme
    with pytest.raises(FieldRefused) as refused:
        own.add_theme(title, intent, None)
    assert (refused.value.field, refused.value.fault) == (field, fault)
    assert own.themes() == ()
    assert library.programme is before


@pytest.mark.parametrize(
    ("typed", "field", "most"),
    [
        (QuestionWords(""), "text", 200),
        (QuestionWords("x" * 201), "text", 200),
        (QuestionWords("Why?", "x" * 201), "softer", 200),
        (QuestionWords("Why?", "", "x" * 121), "listener", 120),
    ],
)
def test_a_question_that_cannot_be_kept_says_which_line(own, typed, field, most):
    with pytest.raises(FieldRefused) as refused:
        own.add_question("joys", typed, None)
    assert (refused.value.field, refused.value.most) == (field, most)
    assert own.questions() == ()


def test_a_question_is_for_a_theme_that_is_there_and_has_a_depth(own):
    with pytest.raises(ValueError, match="theme that is there"):
        own.add_question("nowhere", QuestionWords("Why?"), None)
    with pytest.raises(ValueError, match="depth"):
        own.add_question("joys", QuestionWords("Why?", depth=6), None)


def test_what_cannot_be_kept_changes_nothing(own, store, library):
    boat = own.add_theme("The boat", "To decide.", None)
    before = library.programme
    with write_protected(store):
        for work in (
            lambda: own.add_theme("Two", "To see.", None),
            lambda: own.change_theme(boat, "Two", "To see.", None),
            lambda: own.delete_theme(boat),
            lambda: own.add_question("joys", QuestionWords("Why?"), None),
        ):
            with pytest.raises(StoreError):
                work()
    assert library.programme is before
    assert own.themes() == (boat,)


def test_enough_is_said_kindly(own, monkeypatch):
    monkeypatch.setattr("coupleapp.application.own_themes.OWN_THEMES_MOST", 1)
    own.add_theme("The boat", "To decide.", None)
    with pytest.raises(OwnFull):
        own.add_theme("Two", "To see.", None)
    assert len(own.themes()) == 1
