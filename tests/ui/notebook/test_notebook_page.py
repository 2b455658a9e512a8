"""The notebook: written, changed, deleted for good; what is typed stays until it is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp.domain.couple import Seat
from coupleapp.shell.passing_time import go_by_date
from tests.application.hands import full_disk, write_protected
from tests.store.helpers import MAYA, NOW, entry
from tests.ui.house import name_of, rect_of
from tests.ui.needs.test_needs_pages import everything_shown
from tests.ui.test_reach import large

NEW, CHANGE = "A new entry", "Change this entry"
Key = Qt.Key


@pytest.fixture
def notebook(house):
    house.click("Notebook")
    house.click("Write")
    house.focus_on(NEW)
    return house


def text_of(house, name):
    return house.find(name).property("text")


def kept(house):
    return [(e.text, e.author) for e in house.store.notebook.page(None, 99)]


def binned(house):
    return [e.text for e in house.store.notebook.binned(None)]


def write(house, text):
    """From both."""
    if NEW not in house.names():
        house.click("Write")
    house.paste(NEW, text)
    house.click("Keep it")
    house.wait_for(text)


def look_at(house, words):
    """What can be done about a line is there while it is looked at."""
    next(i.object() for i in house.seen() if name_of(i).startswith(words)).forceActiveFocus()
    house.settle()


def alone(house):
    """The curtain that was drawn is opened."""
    house.click("Only I am looking")
    house.settle()


def test_one_writes_in_ones_own_name_behind_ones_own_curtain(notebook):
    notebook.type("A line, fjdk.")
    notebook.click("Maya")
    assert notebook.says("Tomas, please look out of the window")
    alone(notebook)
    notebook.focus_on(NEW)
    assert text_of(notebook, NEW) == "A line, fjdk."
    notebook.click("Keep it")
    notebook.wait_for("A line, fjdk., Maya")
    assert kept(notebook) == [("A line, fjdk.", "left")]
    assert notebook.says("Maya is here alone now.")
    notebook.click("We are both here again")
    assert not notebook.says("is here alone now.")
    notebook.click("Write")
    assert text_of(notebook, NEW) == ""
    write(notebook, "From both.")
    assert ("From both.", None) in kept(notebook)


def test_what_one_has_begun_alone_stands_in_nobody_elses_field(notebook):
    notebook.click("Maya")
    alone(notebook)
    notebook.focus_on(NEW)
    notebook.type("fjdk")
    notebook.click("both of us")
    notebook.settle()
    assert text_of(notebook, NEW) == ""
    notebook.click("Tomas")
    alone(notebook)
    assert text_of(notebook, NEW) == ""
    notebook.click("Maya")
    alone(notebook)
    assert text_of(notebook, NEW) == "fjdk"


def test_nobody_changes_the_others_words_without_their_curtain(house):
    house.store.notebook.add(replace(entry("e1", "You put the kettle on."), author=Seat.RIGHT))
    house.click("Notebook")
    look_at(house, "You put the kettle on.")
    house.click("Change")
    assert house.says("This is for Tomas alone")
    house.click("Not now")
    house.settle()
    assert CHANGE not in house.names()
    house.models.notebook_model.change("e1", "I put the kettle on.")
    assert house.says("only that one can change them. Nothing was changed.")
    assert kept(house) == [("You put the kettle on.", "right")]
    look_at(house, "You put the kettle on.")
    house.click("Change")
    alone(house)
    house.focus_on(CHANGE)
    house.paste(CHANGE, "You put the kettle on before I asked.")
    house.click("Save")
    assert kept(house) == [("You put the kettle on before I asked.", "right")]
    assert house.says("Tomas · changed today")


def test_the_other_answers_below_or_folds_it_away_for_themselves(house):
    house.store.notebook.add(entry("e1", "I felt far away."))
    house.click("Notebook")
    look_at(house, "I felt far away.")
    house.click("Answer below")
    assert house.says("This is for Tomas alone")
    alone(house)
    house.focus_on("Below this line")
    house.type("fjdk")
    house.click("Put it below")
    house.wait_for("fjdk, Tomas · below it")
    look_at(house, "I felt far away.")
    assert "Change" not in house.names(), "nor is it offered, where he is alone"
    house.click("Fold away")
    house.settle()
    assert not house.says("I felt far away.")
    house.click("We are both here again")
    assert not house.says("I felt far away.")
    look_at(house, "fjdk")
    house.click("Fold away")
    assert house.says("This is for Maya alone")
    alone(house)
    assert house.says("I felt far away."), "she still has her words"
    assert {text for text, _ in kept(house)} == {"fjdk", "I felt far away."}


def test_what_both_share_keeps_what_it_said_before(notebook):
    write(notebook, "the old words")
    look_at(notebook, "the old words")
    notebook.click("Change")
    notebook.focus_on(CHANGE)
    notebook.paste(CHANGE, "the new words")
    notebook.click("Save")
    notebook.wait_for("the new words, from both of you · changed today")
    look_at(notebook, "the new words")
    notebook.click("What it said before")
    assert notebook.says("Until today: the old words")


def test_what_is_deleted_is_taken_back_in_its_place_or_from_the_bin(notebook):
    write(notebook, "stays")
    look_at(notebook, "stays")
    place = rect_of(notebook.find("Delete"))
    notebook.click("Delete")
    notebook.wait_for("This line is in the bin now.")
    assert binned(notebook) == ["stays"]
    assert not rect_of(notebook.find("Take it back")).intersects(place), "no second press undoes it"
    notebook.click("Take it back")
    assert kept(notebook) == [("stays", None)]
    look_at(notebook, "stays")
    notebook.click("Delete")
    notebook.click("The bin")
    notebook.click("Take it back")
    notebook.wait_for("This line is back in your notebook.")
    assert kept(notebook) == [("stays", None)]
    notebook.click("Back to the notebook")
    assert notebook.says("stays")
    assert "The bin" not in notebook.names()


def test_from_the_bin_it_is_deleted_for_good_by_a_second_press_elsewhere(notebook):
    write(notebook, "goes")
    look_at(notebook, "goes")
    notebook.click("Delete")
    notebook.click("The bin")
    assert notebook.says("What you delete waits here for 30 days.")
    place = rect_of(notebook.find("Delete for good"))
    notebook.click("Delete for good")
    assert not rect_of(notebook.find("Yes, delete it for good")).contains(place.center())
    notebook.click("Leave it in the bin")
    assert binned(notebook) == ["goes"]
    notebook.click("Delete for good")
    notebook.click("Yes, delete it for good")
    assert kept(notebook) == binned(notebook) == []
    assert notebook.says("Nothing is in the bin.")


def test_after_thirty_days_the_bin_is_empty(house):
    house.store.notebook.add(entry("e1"))
    house.store.notebook.bin("e1", house.clock.now(), MAYA)
    for days in (15, 15):
        house.clock.move_wall(days * 86_400)
        house.use.date.note()
        go_by_date(house.use, house.models.evening_model)
    assert binned(house) == ["a line"]
    house.clock.move_wall(60)
    go_by_date(house.use, house.models.evening_model)
    assert binned(house) == []


def test_what_one_has_deleted_the_other_does_not_read_in_the_bin(house):
    house.store.notebook.add(entry("e1", "a marzipan hour"))
    house.store.notebook.bin("e1", NOW, MAYA)
    house.click("Notebook")
    house.click("The bin")
    assert house.says("A line that Maya deleted")
    assert "marzipan" not in everything_shown(house)
    house.click("Look at it")
    alone(house)
    house.wait_for("a marzipan hour")
    house.click("Take it back")
    assert kept(house) == [("a marzipan hour", "left")]


def test_by_the_keyboard_alone_a_line_is_reached_and_what_can_be_done_with_it(house):
    house.store.notebook.add(replace(entry("e1", "A line."), author=None))
    house.click("Notebook")
    house.settle()
    house.tab_to("A line., from both of you")
    house.tab_to("Delete")
    house.key(Key.Key_Return)
    assert binned(house) == ["A line."]
    house.tab_to("Take it back")
    house.key(Key.Key_Space)
    assert kept(house) == [("A line.", None)]


def test_lines_stand_by_their_evenings_and_what_they_sat_down_for(house):
    house.sit_down()
    house.stop_for_good()
    (talk,) = house.store.sessions.history()
    written = replace(entry("e1", "of the talk"), session_id=talk.id, written_at=talk.began_at)
    house.store.notebook.add(written)
    house.store.notebook.add(replace(entry("e2", "of that evening"), written_at=talk.began_at))
    house.clock.pass_time(3 * 86_400)
    house.use.notebook.write("later", None)
    house.turn_to("notebook")
    rows = house.models.notebook_model.entries.rows
    assert rows[0].words == "later"
    assert [bool(row.day) for row in rows] == [True, True, False]
    assert [row.occasion.splitlines()[:1] for row in rows if row.occasion] == [["Theme talk"]]


def test_when_they_leave_the_page_nobody_is_alone_any_more(house):
    house.store.notebook.add(entry("e1", "A line."))
    house.click("Notebook")
    look_at(house, "A line.")
    house.click("Change")
    alone(house)
    house.turn_to("home")
    assert house.models.notebook_model.props.hand == ""
    house.models.notebook_model.change("e1", "Another line.")
    assert kept(house) == [("A line.", "left")]


def test_control_return_keeps(notebook):
    notebook.type("both of us")
    QTest.keyClick(notebook.frame, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept(notebook) == [("both of us", None)]
    assert NEW not in notebook.names()
    assert notebook.store.drafts.draft("notebook:new") == ""


@pytest.mark.parametrize("text", ["🦊 and שלום", "<i>plain</i> & %1 {x}", "two\nlines"])
def test_a_line_is_read_as_it_was_written(notebook, text):
    write(notebook, text)
    notebook.click("Home")
    notebook.wait_for(f"“{text}”")


def test_what_is_typed_survives_another_page_and_a_crash(notebook, build):
    notebook.type("half a sen")
    for page in ("Home", "Settings", "Notebook"):
        notebook.click(page)
    assert text_of(notebook, NEW) == "half a sen"
    again = build()
    again.click("Notebook")
    assert text_of(again, NEW) == "half a sen"


def test_a_change_half_done_survives_another_page(notebook):
    write(notebook, "the old words")
    look_at(notebook, "the old words")
    notebook.click("Change")
    notebook.focus_on(CHANGE)
    notebook.paste(CHANGE, "the new wor")
    notebook.click("Home")
    notebook.click("Notebook")
    look_at(notebook, "the old words")
    notebook.click("Change")
    assert text_of(notebook, CHANGE) == "the new wor"
    notebook.click("Cancel")
    assert notebook.says("the old words")
    look_at(notebook, "the old words")
    notebook.click("Change")
    assert text_of(notebook, CHANGE) == "the old words"


def test_nothing_and_too_much_are_explained(notebook):
    notebook.click("Keep it")
    assert notebook.says("There is nothing to keep yet")
    notebook.paste(NEW, "x" * 10_000)
    notebook.click("Keep it")
    assert notebook.says("Shorten it a little, nothing is lost.")
    assert len(text_of(notebook, NEW)) == 10_000
    assert kept(notebook) == []


def test_a_full_disk_keeps_the_words_in_the_field(notebook):
    long = "ж" * 2000
    notebook.paste(NEW, long)
    with full_disk(notebook.store):
        notebook.click("Keep it")
        assert notebook.says("The disk is full. What you wrote is still here")
        assert text_of(notebook, NEW) == long
    notebook.click("Keep it")
    assert kept(notebook) == [(long, None)]
    assert not notebook.says("The disk is full")
    assert NEW not in notebook.names()


def test_what_cannot_be_deleted_is_still_there(notebook):
    write(notebook, "stays")
    look_at(notebook, "stays")
    with write_protected(notebook.store):
        notebook.click("Delete")
        assert notebook.says("may not write to its folder")
        assert notebook.says("stays")
    assert kept(notebook) == [("stays", None)]


def test_older_entries_come_when_asked_for(house):
    for n in range(70):
        house.use.notebook.write(f"line {n:02}", None)
        house.clock.pass_time(1)
    house.click("Notebook")
    model = house.models.notebook_model
    assert [row.words for row in model.entries.rows] == [f"line {n:02}" for n in range(69, 19, -1)]
    house.click("Older entries")
    assert [row.words for row in model.entries.rows] == [f"line {n:02}" for n in range(69, -1, -1)]
    assert not house.says("Older entries")


MINE = "a marzipan hour"


@pytest.fixture
def her_own(notebook):
    """Maya, alone with what she keeps for herself."""
    notebook.store.notebook.add(replace(entry("e1", MINE), author=Seat.LEFT, private=True))
    notebook.click("For Maya alone")
    notebook.click("Only I am looking")
    notebook.wait_for(MINE)
    return notebook


def test_behind_a_closed_window_nobodys_own_lines_stay_open(her_own):
    her_own.close_window()
    assert MINE not in everything_shown(her_own)
    her_own.show(her_own.frame)
    her_own.settle()
    assert not her_own.says(MINE)
    assert her_own.find("Write")


WRITING = {NEW, "Write", "Keep it", "Maya", "Tomas", "both of us"}


def test_one_writes_in_the_book_and_not_in_the_bin_or_before_a_curtain(her_own):
    assert not WRITING & set(her_own.names())
    her_own.click("For Tomas alone")
    assert not WRITING & set(her_own.names()), "nor before the curtain"
    her_own.models.notebook_model.look("bin")
    assert not WRITING & set(her_own.names())
    her_own.click("Everything")
    her_own.click("Write")
    her_own.settle()
    assert set(her_own.names()) >= WRITING - {"Write"}


def test_a_double_press_keeps_one_line_and_says_nothing(notebook):
    notebook.type("fjdk")
    notebook.click("Keep it")
    notebook.models.notebook_model.write("")
    assert kept(notebook) == [("fjdk", None)]
    assert not notebook.says("There is nothing to keep yet")
    notebook.clock.pass_time(1)
    notebook.models.notebook_model.write("")
    assert notebook.says("There is nothing to keep yet")


def test_the_longest_names_stay_within_the_page_at_200_percent(house):
    couples = house.use.couples
    couples.rename("W" * 40, "M" * 40)
    large(house)
    house.click("Notebook")
    house.click("Write")
    for name in ("For " + "W" * 40 + " alone", "For " + "M" * 40 + " alone", "W" * 40, "M" * 40):
        item = house.find(name)
        assert rect_of(item).left() >= 0
        assert rect_of(item).right() <= house.frame.width()
        words = item.property("contentItem")
        assert words.property("contentWidth") <= words.property("width")
        assert words.property("contentHeight") <= item.property("height")


def test_the_longest_name_stays_within_the_line_of_an_entry(house):
    house.use.couples.rename("W" * 40, "Tomas")
    house.use.notebook.write("A line.", MAYA)
    large(house)
    house.click("Notebook")
    (line,) = [i.object() for i in house.seen() if name_of(i) == "A line., " + "W" * 40]
    byline = next(one for one in below(line.parentItem()) if one.property("text") == "W" * 40)
    assert rect_of(byline).right() <= house.frame.width()
    assert byline.property("contentWidth") <= byline.width()


def below(item):
    for child in item.childItems():
        yield child
        yield from below(child)
