"""The notebook: written, changed, deleted for good; what is typed stays until it is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp.domain.couple import Seat
from tests.application.hands import full_disk, write_protected
from tests.store.helpers import MAYA, entry
from tests.ui.house import name_of, rect_of
from tests.ui.needs.test_needs_pages import everything_shown
from tests.ui.test_reach import large

NEW, CHANGE = "A new entry", "Change this entry"
Key = Qt.Key


@pytest.fixture
def notebook(house):
    house.click("Notebook")
    house.focus_on(NEW)
    return house


def text_of(house, name):
    return house.find(name).property("text")


def kept(house):
    return [(e.text, e.author) for e in house.store.notebook.page(None, 99)]


def test_write_change_delete(notebook):
    notebook.type("A line, fjdk.")
    notebook.click("Maya")
    notebook.click("Keep it")
    notebook.wait_for("A line, fjdk.")
    assert notebook.says("Maya · Today")
    assert text_of(notebook, NEW) == ""
    notebook.click("Change")
    notebook.focus_on(CHANGE)
    notebook.paste(CHANGE, "Another line.")
    notebook.click("Keep the change")
    assert kept(notebook) == [("Another line.", "left")]
    assert not notebook.says("A line, fjdk.")
    notebook.click("Delete")
    notebook.click("Keep it after all")
    assert len(kept(notebook)) == 1
    notebook.click("Delete")
    notebook.click("Delete for good")
    assert kept(notebook) == []
    assert notebook.says("This is where your lines will be")


def test_control_return_keeps(notebook):
    notebook.type("both of us")
    QTest.keyClick(notebook.frame, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept(notebook) == [("both of us", None)]
    assert text_of(notebook, NEW) == ""
    assert notebook.store.drafts.draft("notebook:new") == ""


@pytest.mark.parametrize("text", ["🦊 and שלום", "<i>plain</i> & %1 {x}", "two\nlines"])
def test_a_line_is_read_as_it_was_written(notebook, text):
    notebook.paste(NEW, text)
    notebook.click("Keep it")
    notebook.wait_for(text)
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
    notebook.paste(NEW, "the old words")
    notebook.click("Keep it")
    notebook.click("Change")
    notebook.focus_on(CHANGE)
    notebook.paste(CHANGE, "the new wor")
    notebook.click("Home")
    notebook.click("Notebook")
    notebook.click("Change")
    assert text_of(notebook, CHANGE) == "the new wor"
    notebook.click("Leave it as it was")
    assert notebook.says("the old words")
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
    assert text_of(notebook, NEW) == ""


def test_what_cannot_be_deleted_is_still_there(notebook):
    notebook.paste(NEW, "stays")
    notebook.click("Keep it")
    notebook.click("Delete")
    with write_protected(notebook.store):
        notebook.click("Delete for good")
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
    notebook.click("I am alone with the screen")
    notebook.wait_for(MINE)
    return notebook


def test_behind_a_closed_window_nobodys_own_lines_stay_open(her_own):
    her_own.close_window()
    assert MINE not in everything_shown(her_own)
    her_own.show(her_own.frame)
    her_own.settle()
    assert not her_own.says(MINE)
    assert her_own.find(NEW)


WRITING = {NEW, "Keep it", "Maya", "Tomas", "both of us"}


def test_one_writes_in_the_view_of_everything_and_in_no_other(her_own):
    assert not WRITING & set(her_own.names())
    her_own.click("For Tomas alone")
    assert not WRITING & set(her_own.names()), "nor before the curtain"
    her_own.click("Unseen moments")
    assert not WRITING & set(her_own.names())
    her_own.click("Everything")
    her_own.settle()
    assert set(her_own.names()) >= WRITING


def test_a_double_press_keeps_one_line_and_says_nothing(notebook):
    notebook.type("fjdk")
    notebook.click("Keep it")
    notebook.click("Keep it")
    assert kept(notebook) == [("fjdk", None)]
    assert not notebook.says("There is nothing to keep yet")
    notebook.clock.pass_time(1)
    notebook.click("Keep it")
    assert notebook.says("There is nothing to keep yet")


def test_the_longest_names_stay_within_the_page_at_200_percent(house):
    couples = house.use.couples
    couples.rename("W" * 40, "M" * 40)
    large(house)
    house.click("Notebook")
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
    (byline,) = [i.object() for i in house.seen() if name_of(i) == "W" * 40 + " · Today"]
    assert rect_of(byline).right() <= house.frame.width()
    assert byline.property("contentWidth") <= byline.width()
