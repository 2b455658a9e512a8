"""The page of themes, on the real page: this week, what comes next, what is theirs, how deep."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from coupleapp.application.own_themes import FieldRefused, QuestionWords
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import COMING_AT_ONCE
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.theme_queue import ChoiceKind, ThemeQueue, theme_queue
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.programme import words
from coupleapp.ui.programme.props import (
    ProgrammeInputs,
    ProgrammeProps,
    asked_rows,
    coming_rows,
    derive_programme,
)
from coupleapp.ui.programme.words import depth_words
from tests.application.hands import full_disk, write_protected
from tests.domain.guided_session.sessions import a_way_on
from tests.domain.programme.programmes import a_theme
from tests.ui.house import PROGRAMME, rect_of
from tests.ui.test_reach import check_names, check_tab, large

Key = Qt.Key
DAY = 86_400
FIRST, SECOND, THIRD, FOURTH = PROGRAMME.themes[:4]
TITLE, INTENT = "A theme of your own", "What it is for, in one sentence"
QUESTION = f"A question of your own for “{FIRST.title}”"
SOFTER, LISTENER = "A softer form, if you like", "What the listener may do, if you like"


@pytest.fixture
def page(house):
    house.turn_to("programme")
    house.wait_for("What comes next")
    return house


def model_of(house):
    return house.models.programme_model


def coming(house):
    return [row.title for row in model_of(house).coming.rows]


def kinds(house):
    return [choice.kind for choice in house.store.programme.choices()]


def again(house):
    house.click("Home")
    house.turn_to("programme")


def talk(house):
    """A whole theme talk, by the rules alone."""
    house.sit_down()
    while not house.session.leader.over:
        house.clock.pass_time(2)
        house.session.do(a_way_on(house.session.leader.state))
    house.session.clear()
    house.turn_to("programme")
    house.settle()


def talk_and_wait(house, weeks):
    for _ in range(weeks):
        talk(house)
        house.clock.pass_time(7 * DAY)
    house.turn_to("programme")
    house.settle()


# -- this week


def test_from_home_in_two_presses(house):
    house.click("Talks")
    (way,) = [name for name in house.names() if name.startswith("Themes, ")]
    house.click(way)
    house.wait_for("What comes next")
    assert house.says(FIRST.title)
    assert house.says(FIRST.intent)
    assert house.says("Maya reads the first question aloud.")
    assert house.says(f"The first theme is {words.in_a_sentence(FIRST)}.")


def test_another_theme_this_week(page):
    page.click("Another theme this week")
    page.wait_for(SECOND.intent)
    page.focus_on("Another theme this week")
    assert kinds(page) == [ChoiceKind.LAST]
    assert coming(page)[0] == THIRD.title
    page.click("Home")
    page.wait_for(f"This week: {words.in_a_sentence(SECOND)}")
    page.sit_down()
    assert page.session.leader.state.plan.theme_id == SECOND.id


def test_once_more_and_not_after_all(page):
    talk(page)
    assert page.says("It stays until the week is over.")
    page.click("Once more")
    page.wait_for("It stays another week.")
    assert page.find("Once more").property("checked")
    page.click("Once more")
    page.wait_for("It stays until the week is over.")
    page.click("Once more")
    page.clock.pass_time(7 * DAY)
    again(page)
    assert page.says(FIRST.intent)
    assert page.says("Tomas reads the first question aloud.")
    assert kinds(page) == [ChoiceKind.ONCE_MORE, ChoiceKind.ONCE, ChoiceKind.ONCE_MORE]


def test_home_says_that_they_have_talked_about_it(page):
    page.click("Home")
    page.wait_for(FIRST.intent)
    page.settle()
    large = rect_of(page.find("Sit down together"))
    talk(page)
    page.click("Home")
    page.wait_for("You have talked about it. It stays until the week is over.")
    page.settle()
    assert not page.says(FIRST.intent)
    assert page.says("Tomas reads")
    assert not page.says("Sit down together")
    there = rect_of(page.find("Sit down once more"))
    assert (there.topLeft(), there.height()) == (large.topLeft(), large.height())
    page.turn_to("programme")
    page.settle()
    page.click("Once more")
    page.click("Home")
    page.wait_for("You have talked about it. It stays another week.")
    page.clock.pass_time(7 * DAY)
    page.turn_to("programme")
    page.click("Home")
    page.wait_for(FIRST.intent)
    page.click("Sit down together")
    assert page.step == "agree"


def test_how_far_they_have_come_is_said_in_words(page):
    talk(page)
    said = "You have sat together on one theme; next is"
    assert page.says(f"{said} {words.in_a_sentence(SECOND)}.")
    talk_and_wait(page, 3)
    assert page.says(f"on three themes; the next is {words.in_a_sentence(FOURTH)}.")


def test_a_question_they_talked_about_becomes_a_favourite_and_none(page):
    assert not page.says("You have talked about")
    asked = page.use.sitting_down.begin().state.prompt
    talk(page)
    page.wait_for("You have talked about")
    name = f"A favourite: {asked.text}"
    page.tab_to(name)
    page.key(Key.Key_Space)
    assert page.store.programme.favourites() == {asked.id}
    assert page.find(name).property("checked")
    assert page.focused_name() == name
    page.click(name)
    assert page.store.programme.favourites() == frozenset()


# -- what comes next


def test_a_few_come_next_and_all_are_one_press_away(page):
    everything = [theme.title for theme in PROGRAMME.themes[1:]]
    assert coming(page) == everything[:COMING_AT_ONCE]
    page.click("All themes")
    assert coming(page) == everything
    assert page.find("All themes").property("checked")
    page.click("All themes")
    assert coming(page) == everything[:COMING_AT_ONCE]


def test_by_the_keyboard_alone(page):
    page.tab_to(FOURTH.title)
    page.key(Key.Key_Return)
    assert page.focused_name() == FOURTH.title
    page.key(Key.Key_Tab)
    page.tab_to(f"Take it next: {FOURTH.title}")
    page.key(Key.Key_Space)
    page.focus_on(FOURTH.title)
    assert coming(page)[:3] == [FOURTH.title, SECOND.title, THIRD.title]
    page.tab_to(f"Down: {FOURTH.title}")
    page.key(Key.Key_Return)
    page.focus_on(FOURTH.title)
    assert coming(page)[:3] == [SECOND.title, FOURTH.title, THIRD.title]
    page.tab_to(f"Up: {FOURTH.title}")
    page.key(Key.Key_Return)
    page.focus_on(FOURTH.title)
    assert coming(page)[0] == FOURTH.title
    page.tab_to(f"Skip it: {FOURTH.title}")
    page.key(Key.Key_Return)
    page.focus_on(SECOND.title)
    assert FOURTH.title not in coming(page)
    assert kinds(page) == [ChoiceKind.NEXT, ChoiceKind.DOWN, ChoiceKind.UP, ChoiceKind.LAST]


def test_what_cannot_be_done_is_not_offered(page):
    page.click(SECOND.title)
    page.settle()
    assert not page.says(f"Take it next: {SECOND.title}")
    assert not page.says(f"Up: {SECOND.title}")
    page.click("All themes")
    last = PROGRAMME.themes[-1]
    page.click(last.title)
    page.settle()
    assert not page.says(f"Down: {last.title}")
    assert not page.says(f"Skip it: {last.title}")
    model_of(page).moveDown(last.id)
    assert kinds(page) == []


def test_one_row_is_open_at_a_time(page):
    page.click(SECOND.title)
    page.click(THIRD.title)
    page.settle()
    assert not page.says(f"Down: {SECOND.title}")
    assert page.says(f"Down: {THIRD.title}")
    page.click(THIRD.title)
    page.settle()
    assert not page.says(f"Down: {THIRD.title}")


def test_a_full_disk_is_said_and_nothing_has_moved(page):
    told = []
    model_of(page).changed.connect(lambda: told.append(1))
    before = coming(page)
    with write_protected(page.store):
        page.click("Another theme this week")
        assert page.says("may not write to its folder")
    assert (coming(page), kinds(page), told) == (before, [], [])
    page.click("Another theme this week")
    assert not page.says("may not write")
    assert told == [1]


# -- a good ending


def test_after_four_themes_done_for_now_is_offered_beside_go_on(page):
    talk_and_wait(page, 4)
    page.wait_for("Four themes together.")
    sizes = {page.find(name).height() for name in ("Go on", "Done for now")}
    assert len(sizes) == 1
    page.click("Home")
    page.wait_for("Four themes together.")
    page.click("Go on")
    assert not page.says("Four themes together.")
    again(page)
    assert not page.says("Four themes together.")
    assert kinds(page) == [ChoiceKind.GO_ON]


def test_done_for_now_is_said_warmly_and_begun_again_with_one_press(page):
    talk_and_wait(page, 4)
    page.click("Done for now")
    page.wait_for("A good ending.")
    page.focus_on("Begin again")
    assert not page.says("reads the first question")
    page.click("Home")
    page.wait_for("Done for now")
    assert page.says("A good ending.")
    assert not page.says("This week:")
    page.click("Begin again")
    page.wait_for("This week:")
    assert kinds(page) == [ChoiceKind.DONE, ChoiceKind.BEGIN]


def test_sitting_down_begins_again_by_itself(page):
    model_of(page).beDone()
    page.click("Home")
    page.wait_for("Done for now")
    page.click("Sit down together")
    page.stop_for_good()
    page.click("Home")
    page.wait_for("This week:")


# -- their own themes


def own_themes(house):
    kept = house.store.own_themes.own_themes()
    return [(theme.title, theme.intent, theme.author) for theme in kept]


def add_boat(house, author=Seat.RIGHT):
    boat = house.use.own_themes.add_theme("The boat", "To decide.", author)
    house.turn_to("programme")
    return boat


def test_an_own_theme_is_added_taken_changed_and_deleted(page):
    page.click("Add a theme of your own")
    page.focus_on(TITLE)
    page.type("The boat")
    page.tab_to(INTENT)
    page.type("To decide what we do with it.")
    page.click("Tomas")
    page.click("Keep this theme")
    page.focus_on("Add a theme of your own")
    assert own_themes(page) == [("The boat", "To decide what we do with it.", Seat.RIGHT)]
    assert not page.says(TITLE)
    page.click("All themes")
    page.click("The boat")
    page.settle()
    assert page.says("from Tomas")
    page.click("Take it next: The boat")
    page.click("Another theme this week")
    page.wait_for("To decide what we do with it.")
    page.click("Home")
    page.wait_for("This week: The boat")
    page.sit_down()
    assert page.session.leader.state.prompt.text == "Talk as you like about “The boat”."
    page.stop_for_good()
    page.session.clear()
    page.turn_to("programme")

    page.click("Another theme this week")
    page.click("All themes")
    page.click("The boat")
    page.click("Change: The boat")
    page.focus_on(TITLE)
    page.paste(TITLE, "The canoe")
    page.click("both of us")
    page.click("Keep this theme")
    assert own_themes(page) == [("The canoe", "To decide what we do with it.", None)]

    page.click("Delete: The canoe")
    page.focus_on("Keep it after all")
    assert page.says("no copy keeps it")
    page.key(Key.Key_Return)
    page.focus_on("The canoe")
    page.click("Delete: The canoe")
    page.click("Delete for good")
    assert own_themes(page) == []
    page.focus_on(model_of(page).coming.rows[0].title)
    assert "The canoe" not in coming(page)


def test_a_theme_half_typed_survives_another_page_and_a_crash(page, build):
    page.click("Add a theme of your own")
    page.focus_on(TITLE)
    page.type("The bo")
    page.click("Maya")
    page.click("Home")
    page.turn_to("programme")
    assert page.find(TITLE).property("text") == "The bo"
    later = build()
    later.turn_to("programme")
    assert later.find(TITLE).property("text") == "The bo"
    assert later.find("Maya").property("checked")
    later.click("Leave it")
    assert later.store.drafts.drafts_under("programme:") == {}
    assert not later.says(TITLE)


def test_typed_and_taken_out_again_it_is_not_there_any_more(page):
    page.click("Add a theme of your own")
    page.focus_on(TITLE)
    page.type("x")
    page.key(Key.Key_Backspace)
    again(page)
    assert not page.says(TITLE)
    assert page.store.drafts.drafts_under("programme:") == {}


def test_what_cannot_be_kept_is_explained_line_by_line(page):
    page.click("Add a theme of your own")
    page.click("Keep this theme")
    assert page.says("A theme needs a title.")
    page.paste(TITLE, "x" * 52)
    page.click("Keep this theme")
    assert page.says("The title has 52 letters; up to 40 fit.")
    assert page.find(TITLE).property("text") == "x" * 52
    page.paste(TITLE, "Boat")
    page.click("Keep this theme")
    assert page.says("Add one sentence of what it is for.")
    assert own_themes(page) == []


def test_a_full_disk_keeps_the_words_in_the_fields(page):
    page.click("Add a theme of your own")
    page.paste(TITLE, "ж" * 40)
    page.paste(INTENT, "ж" * 120)
    with full_disk(page.store), write_protected(page.store):
        page.click("Keep this theme")
        assert page.says("What you wrote is still here")
        assert page.find(TITLE).property("text") == "ж" * 40
    page.click("Keep this theme")
    assert own_themes(page) == [("ж" * 40, "ж" * 120, None)]


def test_what_cannot_be_deleted_is_still_there(page):
    add_boat(page)
    page.click("All themes")
    page.click("The boat")
    page.click("Delete: The boat")
    with write_protected(page.store):
        page.click("Delete for good")
        assert page.says("may not write to its folder")
    assert [title for title, *_ in own_themes(page)] == ["The boat"]


def test_many_themes_are_enough(page, monkeypatch):
    monkeypatch.setattr("coupleapp.application.own_themes.OWN_THEMES_MOST", 0)
    page.click("Add a theme of your own")
    page.paste(TITLE, "Boat")
    page.paste(INTENT, "To decide.")
    page.click("Keep this theme")
    assert page.says("You have many themes of your own.")


@pytest.mark.parametrize("text", ["🦊 and שלום", "<i>plain</i> & %1 {x}"])
def test_a_title_is_read_as_it_was_written(page, text):
    page.use.own_themes.add_theme(text, "To see.", None)
    boat = page.store.own_themes.own_themes()[0]
    page.turn_to("programme")
    model_of(page).takeNext(boat.id)
    model_of(page).another()
    page.settle()
    assert page.says(text)
    page.turn_to("home")
    page.settle()
    assert page.says(f"This week: {text}")


# -- their own questions


def own_questions(house):
    kept = house.store.own_themes.own_questions()
    return [(one.theme_id, one.text, one.softer, one.depth, one.author) for one in kept]


def test_an_own_question_is_added_changed_asked_and_deleted(page):
    page.click("Add a question of your own")
    page.focus_on(QUESTION)
    page.type("What made you hum?")
    page.tab_to(SOFTER)
    page.type("A tune?")
    page.click("easy to begin")
    page.click("Maya")
    page.click("Keep this question")
    page.wait_for("Questions of your own")
    assert own_questions(page) == [(FIRST.id, "What made you hum?", "A tune?", 2, Seat.LEFT)]
    assert page.says(f"{FIRST.title} · easy to begin · from Maya")

    page.click("Change: What made you hum?")
    page.focus_on(QUESTION)
    page.paste(QUESTION, "What made you whistle?")
    page.click("deeper")
    page.click("Keep this question")
    assert own_questions(page)[0][1::2] == ("What made you whistle?", 3)

    page.click("Delete: What made you whistle?")
    page.focus_on("Keep it after all")
    page.key(Key.Key_Return)
    page.focus_on("Add a question of your own")
    page.click("Delete: What made you whistle?")
    page.click("Delete for good")
    assert own_questions(page) == []
    assert not page.says("Questions of your own")


def test_a_question_for_any_theme_from_its_row(page):
    page.click(THIRD.title)
    page.click(f"Add a question: {THIRD.title}")
    field = f"A question of your own for “{THIRD.title}”"
    page.focus_on(field)
    page.paste(field, "Which chair is yours?")
    page.click("Keep this question")
    assert own_questions(page)[0][:2] == (THIRD.id, "Which chair is yours?")


def test_a_question_half_typed_survives_a_crash_with_what_was_chosen(page, build):
    page.click(THIRD.title)
    page.click(f"Add a question: {THIRD.title}")
    field = f"A question of your own for “{THIRD.title}”"
    page.focus_on(field)
    page.click("deeper")
    page.find(field).forceActiveFocus()
    page.type("Which ch")
    page.tab_to(LISTENER)
    page.type("No")
    later = build()
    later.turn_to("programme")
    assert later.find(field).property("text") == "Which ch"
    assert later.find(LISTENER).property("text") == "No"
    assert later.find("deeper").property("checked")
    later.click("Keep this question")
    assert own_questions(later) == [(THIRD.id, "Which ch", "", 3, None)]
    assert later.store.drafts.drafts_under("programme:") == {}


def test_a_change_half_done_survives_another_page(page):
    page.use.own_themes.add_question(FIRST.id, QuestionWords("old words?"), None)
    again(page)
    page.click("Change: old words?")
    page.focus_on(QUESTION)
    page.paste(QUESTION, "new wor")
    again(page)
    assert page.says("old words?")
    page.click("Change: old words?")
    assert page.find(QUESTION).property("text") == "new wor"
    page.click("Leave it")
    page.click("Change: old words?")
    assert page.find(QUESTION).property("text") == "old words?"


def test_an_empty_question_is_explained(page):
    page.click("Add a question of your own")
    page.click("Keep this question")
    assert page.says("There is no question yet.")
    page.paste(QUESTION, "Why?")
    page.paste(LISTENER, "x" * 121)
    page.click("Keep this question")
    assert page.says("The line for the listener has 121 letters; up to 120 fit.")
    with write_protected(page.store):
        page.paste(LISTENER, "")
        page.click("Keep this question")
        assert page.says("may not write to its folder")
    assert own_questions(page) == []


def test_a_question_that_cannot_be_deleted_is_still_there(page):
    page.use.own_themes.add_question(FIRST.id, QuestionWords("Why?"), None)
    again(page)
    page.click("Delete: Why?")
    with write_protected(page.store):
        page.click("Delete for good")
        assert page.says("may not write to its folder")
    assert len(own_questions(page)) == 1


def test_with_a_theme_its_questions_go_from_the_page(page):
    boat = add_boat(page)
    page.use.own_themes.add_question(boat.id, QuestionWords("Who rows?"), None)
    again(page)
    assert page.says("Who rows?")
    themes = page.models.own_themes_model
    themes.ask(boat.id)
    themes.deleteIt()
    page.settle()
    assert not page.says("Who rows?")


def test_words_begun_for_one_theme_are_not_in_the_form_of_another(page, build):
    questions = page.models.own_questions_model
    questions.begin(SECOND.id)
    questions.keepDraft("text", "For the second?")
    questions.begin(FIRST.id)
    assert questions.props.text == ""
    questions.keepDraft("text", "For the first?")
    questions.begin(SECOND.id)
    assert questions.props.text == "For the second?"
    later = build()
    later.turn_to("programme")
    questions = later.models.own_questions_model
    assert (questions.props.form, questions.props.text) == ("new", "For the first?")
    questions.cancel()
    later.turn_to("programme")
    assert questions.props.text == "For the second?"
    questions.keep(questions.props.text, "", "")
    assert own_questions(later)[0][:2] == (SECOND.id, "For the second?")
    assert later.store.drafts.drafts_under("programme:") == {}


def test_with_a_theme_all_that_was_begun_for_it_goes_at_once(page):
    boat = add_boat(page)
    rows = page.use.own_themes.add_question(boat.id, QuestionWords("Who rows?"), None)
    again(page)
    themes, questions = page.models.own_themes_model, page.models.own_questions_model
    themes.write(boat.id)
    themes.keepDraft("title", "A canoe")
    questions.change(rows.id)
    questions.keepDraft("text", "Who steers?")
    questions.begin(SECOND.id)
    questions.keepDraft("text", "For the second?")
    questions.begin(boat.id)
    questions.keepDraft("text", "Who swims?")
    themes.ask(boat.id)
    themes.deleteIt()
    page.settle()
    assert (themes.props.form, questions.props.form) == ("", "")
    kept = page.store.drafts.drafts_under("programme:").values()
    assert {"A canoe", "Who steers?", "Who swims?"}.isdisjoint(kept)
    questions.begin(SECOND.id)
    assert questions.props.text == "For the second?"


def test_what_was_begun_for_a_theme_of_a_pack_waits_until_it_is_back(page):
    page.use.library.put("packs", Addition(themes=(a_theme("ruth:sea"),)))
    again(page)
    questions = page.models.own_questions_model
    questions.begin("ruth:sea")
    questions.keepDraft("text", "Why salt?")
    page.use.library.put("packs", Addition())
    again(page)
    assert questions.props.form == ""
    page.use.library.put("packs", Addition(themes=(a_theme("ruth:sea"),)))
    again(page)
    assert (questions.props.form, questions.props.text) == ("new", "Why salt?")


@pytest.mark.parametrize("whose", ["theirs", "a pack's"])
def test_a_talk_whose_theme_is_gone_goes_on_without_another_theme(page, whose):
    if whose == "theirs":
        theme_id = add_boat(page).id
    else:
        theme_id = "ruth:sea"
        page.use.library.put("packs", Addition(themes=(a_theme(theme_id),)))
    model_of(page).open(Couple("Maya", "Tomas", date(2026, 11, 1)))
    model_of(page).takeNext(theme_id)
    model_of(page).another()
    page.sit_down_until("theme_talk", s.Introducing)
    assert page.session.leader.state.plan.theme_id == theme_id
    if whose == "theirs":
        page.use.own_themes.delete_theme(page.store.own_themes.own_themes()[0])
    else:
        page.use.library.put("packs", Addition())
    for another in (page.session.swap, page.session.skip):
        another()
        prompt = page.session.leader.state.prompt
        assert (prompt.id, prompt.text) == (None, "Talk as you like.")


@pytest.mark.parametrize("name", ["home", "programme"])
def test_the_queue_is_folded_once_for_a_page(page, monkeypatch, name):
    page.turn_to("ours")
    folded = []

    def fold(*args):
        # Without any theme it only tells since when there is one.
        folded.extend(args[:1] if args[0] else ())
        return theme_queue(*args)

    monkeypatch.setattr("coupleapp.application.programme.theme_queue", fold)
    page.turn_to(name)
    assert len(folded) == 1


@pytest.mark.parametrize("size", ["as it comes", "twice as large"])
@pytest.mark.parametrize("what", ["a row", "a theme", "a question", "the curtain", "a wish"])
def test_everything_on_it_is_in_reach_by_tab(page, what, size):
    boat = add_boat(page)
    page.use.own_themes.add_question(FIRST.id, QuestionWords("Why?"), None)
    if size == "twice as large":
        large(page)
    page.turn_to("programme")
    match what:
        case "a row":
            model_of(page).showAll(True)
            model_of(page).look(boat.id)
        case "a theme":
            page.models.own_themes_model.write("new")
        case "a question":
            page.models.own_questions_model.begin(FIRST.id)
        case _:
            page.models.depth_model.ask("left")
    if what == "a wish":
        page.models.depth_model.openCurtain()
    page.settle()
    check_names(page)
    check_tab(page)


# -- how deep it may go


def deep(house):
    return house.models.depth_model.props


def test_each_says_it_alone_behind_the_curtain(page):
    page.tab_to("For Tomas alone")
    page.key(Key.Key_Return)
    page.focus_on("Only I am looking")
    assert page.says("Maya, please look out of the window")
    assert not page.says("Light: everyday joys")
    assert deep(page).options == ()
    page.key(Key.Key_Return)
    page.focus_on("Light: everyday joys")
    assert page.says("between two people some things can be guessed")
    page.tab_to(words.ceiling_words(4))
    page.key(Key.Key_Space)
    assert page.store.programme.ceilings() == Ceilings(2, 4)
    page.tab_to("Done. Close it")
    page.key(Key.Key_Return)
    page.focus_on("For Tomas alone")
    assert not page.says(words.ceiling_words(4))
    assert deep(page).chosen == -1

    page.click("For Tomas alone")
    page.click("Only I am looking")
    assert deep(page).chosen == -1, "anybody can open it"
    assert not page.find(words.ceiling_words(4)).property("checked")


@pytest.mark.parametrize("way", ["not now", "escape", "another page", "the window is closed"])
def test_no_curtain_stays_open(page, way):
    page.click("For Maya alone")
    if way == "not now":
        page.click("Not now")
    else:
        page.click("Only I am looking")
        page.focus_on("Light: everyday joys")
    if way == "escape":
        page.key(Key.Key_Escape)
    elif way == "another page":
        again(page)
    elif way == "the window is closed":
        page.close_window()
        page.show(page.frame)
    page.settle()
    assert (deep(page).seat, deep(page).options, deep(page).chosen) == ("", (), -1)
    assert page.says("What comes next")


def test_nothing_of_a_wish_can_be_chosen_through_the_curtain(page):
    depth = page.models.depth_model
    depth.choose(4)
    depth.openCurtain()
    depth.ask("left")
    depth.choose(4)
    assert page.store.programme.ceilings() == Ceilings()


def test_a_wish_that_cannot_be_kept_is_said(page):
    page.click("For Maya alone")
    page.click("Only I am looking")
    with write_protected(page.store):
        page.click(words.ceiling_words(5))
        assert page.says("may not write to its folder")
    assert deep(page).chosen == -1
    assert page.store.programme.ceilings() == Ceilings()


def test_whatever_was_wished_the_pages_say_the_same(page):
    """Until the next session is planned, and there it is mixed with chance."""
    for weeks in (0, 12):
        page.clock.pass_time(weeks * 7 * DAY)
        said = []
        for ceilings in (Ceilings(1, 1), Ceilings(5, 5), Ceilings(5, 1)):
            page.store.programme.keep_ceilings(ceilings)
            shown = []
            for name in ("programme", "home", "talks"):
                page.turn_to(name)
                page.settle()
                shown += page.names()
            said.append(shown)
        assert said[0] == said[1] == said[2]


# -- what is shown is a function of where things stand

COUPLE = Couple("Maya", "Tomas", date(2026, 11, 23))
LIBRARY = [a_theme(name, (1, 2)) for name in ("joys", "home", "own_boat", "hopes", "fears", "sea")]
QUEUE = ThemeQueue(*[tuple(theme.id for theme in LIBRARY)] * 2)
INPUTS = ProgrammeInputs(
    COUPLE, QUEUE, LIBRARY, {"own_boat": Seat.LEFT}, Seat.RIGHT, ("joys.p1", "joys.p0"), frozenset()
)


def shown(**queue):
    inputs = replace(INPUTS, queue=replace(QUEUE, **queue))
    return derive_programme(ProgrammeProps(), inputs)


@pytest.mark.parametrize(
    ("queue", "expected"),
    [
        ({}, {"theme": "Joys", "introducer": "right", "can_change": True, "has_more": True}),
        ({"once_more": "joys"}, {"once_more": True}),
        ({"once_more": "home"}, {"once_more": False}),
        ({"talked": ("joys",)}, {"progress": "You have sat together on one theme; next is joys."}),
        (
            {"talked": ("joys",), "has_talked": True},
            {"progress": "You have sat together on one theme; next is home."},
        ),
        (
            {"talked": tuple("abcdefghijklm")},
            {"progress": "You have sat together on 13 themes; the next is joys."},
        ),
        (
            {"done": True, "talked": ("joys", "home")},
            {
                "theme": "Done for now",
                "done": True,
                "progress": "You have sat together on two themes; next would be joys.",
            },
        ),
        ({"exit": 8}, {"exit_words": words.exit_words(8)}),
        ({"exit": 0}, {"exit_words": ""}),
        ({"order": ("own_boat",), "library": ("own_boat",)}, {"byline": "from Maya"}),
        (
            {"order": ("own_boat",), "library": ("own_boat",)},
            {"can_change": False, "has_more": False},
        ),
    ],
)
def test_where_the_programme_stands(qapp, queue, expected):
    props = shown(**queue)
    assert {name: getattr(props, name) for name in expected} == expected


def test_what_is_chosen_on_the_page_stays(qapp):
    before = ProgrammeProps(opened="home", all_shown=True, trouble="No.", turns=3)
    after = derive_programme(before, INPUTS)
    kept = ("opened", "all_shown", "trouble", "turns")
    assert [getattr(after, name) for name in kept] == ["home", True, "No.", 3]


def test_the_rows_to_come(qapp):
    rows = coming_rows(ProgrammeProps(), INPUTS)
    assert [row.theme_id for row in rows] == ["home", "own_boat", "hopes", "fears"]
    assert [row.first for row in rows] == [True, False, False, False]
    assert not any(row.last for row in rows)
    assert [(row.own, row.seat, row.byline) for row in rows[:2]] == [
        (False, "", ""),
        (True, "left", "from Maya"),
    ]
    everything = coming_rows(ProgrammeProps(all_shown=True), INPUTS)
    assert [row.last for row in everything] == [False] * 4 + [True]


def test_the_questions_they_talked_about(qapp):
    inputs = replace(INPUTS, favourites=frozenset({"joys.p0", "elsewhere"}))
    assert [row.prompt_id for row in asked_rows(inputs)] == ["joys.p1", "joys.p0"]
    assert derive_programme(ProgrammeProps(), inputs).favourites == ("joys.p0",)


def test_every_number_and_every_depth_has_its_words(qapp):
    assert [words.number_words(n) for n in (1, 5, 12, 13)] == ["one", "five", "twelve", "13"]
    assert len({words.number_words(n) for n in range(1, 30)}) == 29
    assert len({words.ceiling_words(depth) for depth in range(1, 6)}) == 5
    assert words.depths() == tuple(depth_words(depth) for depth in range(1, 6))
    assert len({words.exit_words(count) for count in (0, 4, 8, 12)}) == 4


def test_every_line_that_is_refused_has_its_words(qapp):
    fields = ("title", "intent", "text", "softer", "listener")
    long = [FieldRefused(one, 40, LineRefused(TextFault.TOO_LONG, 41)) for one in fields]
    assert len({words.field_trouble(refused) for refused in long}) == len(fields)
    empty = [FieldRefused(one, 40, LineRefused(TextFault.EMPTY)) for one in fields[:3]]
    assert len({words.field_trouble(refused) for refused in empty}) == 3


def test_packs_are_a_press_away(page):
    page.click("Packs")
    page.wait_for("More questions, themes and kinds of sitting in one file")
