"""One's own pages in the window: sealed from the other, written without a passphrase."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.lock import Passphrase
from tests.store.helpers import entry, little_stretching
from tests.store.test_unreadable import sql
from tests.ui.lock.hands import OURS, quick
from tests.ui.needs.test_needs_pages import everything_shown
from tests.ui.notebook.test_notebook_page import look_at
from tests.ui.test_slips import QUICK_S, repeat, wait_a_second

HERS = "the lake in winter"
MINE = "a marzipan hour"
ASKED, NEW, AGAIN = (
    "Your own passphrase",
    "The new one: a few words that you alone know",
    "The same once more",
)
LINE = "A line for Maya alone"
Key = Qt.Key


@pytest.fixture
def sealed(house):
    """Maya has chosen a passphrase of her own, and sealed a line."""
    house.store.own_pages._stretching = little_stretching
    house.store.notebook.add(replace(entry("e1", MINE), author=Seat.LEFT, private=True))
    house.use.own_pages.choose(Seat.LEFT, Passphrase(HERS))
    house.click("Notebook")
    return house


def behind_the_curtain(house, name="Maya"):
    house.click(f"For {name} alone")
    house.click("Only I am looking")


def give_only(house, passphrase):
    house.paste(ASKED, passphrase)
    QTest.keyClick(house.frame, Key.Key_Return)


def give(house, passphrase):
    give_only(house, passphrase)
    house.qtbot.waitUntil(lambda: not house.models.own_pages_model.props.busy)


def test_she_opens_them_with_it_and_writes_more(sealed):
    behind_the_curtain(sealed)
    assert MINE not in everything_shown(sealed)
    sealed.focus_on(ASKED)
    give(sealed, HERS)
    sealed.wait_for(MINE)
    sealed.focus_on(LINE)
    sealed.type("fjdk")
    sealed.click("Keep it for myself")
    sealed.wait_for("fjdk")
    assert sealed.find(LINE).property("text") == ""
    assert "fjdk" not in str(sealed.store.database.read("SELECT * FROM notebook_entry"))


def test_he_who_knows_everything_else_reads_none_of_it(sealed):
    quick(sealed)
    sealed.use.lock.choose(Passphrase(OURS))
    behind_the_curtain(sealed)
    give(sealed, OURS)
    assert sealed.says("That did not open your pages. Try once more, slowly.")
    sealed.focus_on(ASKED)
    assert sealed.find(ASKED).property("text") == OURS
    for _ in range(2):
        give(sealed, OURS)
    assert sealed.says("You can try again in 1 second. What you typed is still here.")
    assert MINE not in everything_shown(sealed)
    sealed.click("Everything")
    assert MINE not in everything_shown(sealed)


def test_what_opens_them_is_forgotten_with_the_page(sealed):
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.wait_for(MINE)
    lines = sealed.models.own_lines_model
    sealed.click("Home")
    assert lines._opened is None
    assert lines.entries.rows == []
    sealed.click("Notebook")
    behind_the_curtain(sealed)
    sealed.focus_on(ASKED)
    assert sealed.find(ASKED).property("text") == ""
    assert MINE not in everything_shown(sealed)


def test_it_is_chosen_on_the_page_itself(house):
    house.store.own_pages._stretching = little_stretching
    house.store.notebook.add(replace(entry("e1", MINE), author=Seat.RIGHT, private=True))
    house.click("Notebook")
    behind_the_curtain(house, "Tomas")
    house.wait_for(MINE)
    house.click("Seal these with a passphrase of your own")
    assert house.says("Maya cannot read it")
    house.paste(NEW, "short")
    house.click("Take this passphrase")
    assert house.says("A little longer, please")
    house.paste(NEW, HERS)
    house.paste(AGAIN, "the lake in summer")
    house.click("Take this passphrase")
    assert house.says("The two are not the same yet.")
    house.paste(AGAIN, HERS)
    house.click("Take this passphrase")
    house.wait_for("Done. Your own passphrase opens these pages from now on.")
    assert house.says(MINE)
    assert MINE not in str(house.store.database.read("SELECT * FROM notebook_entry"))


def test_one_that_both_know_is_not_taken(house):
    quick(house)
    house.use.lock.choose(Passphrase(OURS))
    house.click("Notebook")
    behind_the_curtain(house)
    house.click("Seal these with a passphrase of your own")
    house.paste(NEW, OURS)
    house.paste(AGAIN, OURS)
    house.click("Take this passphrase")
    house.wait_for("You both know that one. Take one that is yours alone.")
    assert not house.use.own_pages.has_passphrase(Seat.LEFT)


def test_who_has_forgotten_it_begins_anew_and_may_remember_it_later(sealed):
    behind_the_curtain(sealed)
    sealed.click("I have forgotten it")
    assert sealed.says("nobody can read it, not even us")
    sealed.paste(NEW, "the lake in summer")
    sealed.paste(AGAIN, "the lake in summer")
    sealed.click("Begin anew with this one")
    sealed.wait_for("One line lies under another passphrase.")
    assert not sealed.says(MINE)
    sealed.click("Open them with the other one")
    give(sealed, HERS)
    sealed.wait_for(MINE)


def test_she_changes_it_and_does_without_it(sealed):
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.click("Change your own passphrase")
    old = "Your own passphrase as it is now"
    sealed.paste(old, "the wrong words")
    sealed.paste(NEW, "the lake in summer")
    sealed.paste(AGAIN, "the lake in summer")
    sealed.click("Take this passphrase")
    sealed.wait_for("That is not the passphrase you have now. Nothing has changed.")
    sealed.paste(old, HERS)
    sealed.click("Take this passphrase")
    sealed.wait_for("Done. Your own passphrase opens these pages from now on.")
    sealed.click("Do without it")
    sealed.paste(old, "the lake in summer")
    sealed.click("Do without it")
    sealed.wait_for("Done. Your lines are not sealed any more.")
    assert sealed.says(MINE)
    assert not sealed.use.own_pages.has_passphrase(Seat.LEFT)


def test_what_is_typed_there_survives_a_crash_and_lies_sealed(sealed, build):
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.focus_on(LINE)
    sealed.type("fjdk")
    assert "fjdk" not in str(sealed.store.database.read("SELECT * FROM draft"))
    again = build()
    again.click("Notebook")
    behind_the_curtain(again)
    give(again, HERS)
    again.wait_for(MINE)
    assert again.find(LINE).property("text") == "fjdk"


def test_what_she_keeps_in_a_sitting_alone_is_sealed(sealed):
    sealed.sit_down_until("outside_view", s.Writing, Seat.LEFT)
    sealed.models.writing_controls.finishWriting("from outside", True, True)
    assert "from outside" not in str(sealed.store.database.read("SELECT * FROM notebook_entry"))
    opened = sealed.use.own_pages.open(Seat.LEFT, Passphrase(HERS))
    lines = sealed.use.notebook.private_of(Seat.LEFT, opened)
    assert {line.text for line in lines} == {MINE, "from outside"}


@pytest.mark.parametrize("way", ["at once", "by everything", "behind a closed window"])
@pytest.mark.parametrize("with_one", [True, False])
def test_what_one_has_typed_stands_in_nobody_elses_field(house, way, with_one):
    if with_one:
        house.store.own_pages._stretching = little_stretching
        house.use.own_pages.choose(Seat.LEFT, Passphrase(HERS))
    house.click("Notebook")
    behind_the_curtain(house)
    if with_one:
        give(house, HERS)
    house.focus_on(LINE)
    house.type("fjdk")
    if way == "by everything":
        house.click("Everything")
        house.click("Write")
        assert house.find("A new entry").property("text") == ""
    elif way == "behind a closed window":
        house.close_window()
        house.show(house.frame)
    behind_the_curtain(house, "Tomas")
    assert house.find("A line for Tomas alone").property("text") == ""
    house.click("Keep it for myself")
    assert house.says("There is nothing to keep yet")
    assert house.use.notebook.private_of(Seat.RIGHT) == ()
    behind_the_curtain(house)
    if with_one:
        give(house, HERS)
    house.wait_for(LINE)
    assert house.find(LINE).property("text") == "fjdk"


def test_where_somebody_else_has_begun_anew_she_is_told_and_writes_nothing(sealed):
    behind_the_curtain(sealed)
    sealed.click("I have forgotten it")
    sealed.paste(NEW, "his own words now")
    sealed.paste(AGAIN, "his own words now")
    sealed.click("Begin anew with this one")
    sealed.wait_for("One line lies under another passphrase.")
    sealed.click("Home")
    sealed.click("Notebook")
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.wait_for("Another passphrase was chosen here: today.")
    assert sealed.says(MINE)
    assert not {LINE, "Keep it for myself", "Change"} & set(sealed.names())
    sealed.click("Seal with yours again")
    sealed.paste(NEW, HERS)
    sealed.paste(AGAIN, HERS)
    sealed.click("Take this passphrase")
    sealed.wait_for(LINE)
    assert not sealed.says("Another passphrase was chosen here")
    assert sealed.says(MINE)


def test_a_key_that_cannot_be_read_is_said_and_nothing_lies_open(sealed):
    sql(sealed.store, "UPDATE own_key SET nonce = ''")
    behind_the_curtain(sealed)
    sealed.wait_for("What seals these pages cannot be read.")
    assert MINE not in everything_shown(sealed)


def test_the_other_is_not_kept_waiting_by_the_first(sealed):
    """Hers is still being tried when he gives his."""
    sealed.use.own_pages.choose(Seat.RIGHT, Passphrase("his own words now"))
    waiting = []
    own = sealed.models.own_pages_model
    own._work._aside = waiting.append
    behind_the_curtain(sealed)
    give_only(sealed, HERS)
    behind_the_curtain(sealed, "Tomas")
    give_only(sealed, "his own words now")
    assert len(waiting) == 2
    for work in waiting:
        work()
    sealed.wait_for("A line for Tomas alone")
    assert MINE not in everything_shown(sealed)


def test_a_sitting_alone_says_that_it_is_sealed(sealed):
    sealed.sit_down_until("outside_view", s.Writing, Seat.LEFT)
    sealed.click("Only I am looking")
    assert sealed.says("What you keep for yourself is sealed with your own passphrase")


def test_a_sitting_alone_says_that_it_is_a_courtesy(house):
    house.sit_down_until("outside_view", s.Writing, Seat.LEFT)
    house.click("Only I am looking")
    assert house.says("a courtesy between you, not a lock on this computer")


def test_what_is_typed_after_a_wrong_one_takes_its_place(sealed):
    behind_the_curtain(sealed)
    give(sealed, "something else")
    sealed.focus_on(ASKED)
    sealed.type("fjdk")
    assert sealed.find(ASKED).property("text") == "fjdk"


SUMMER = "the lake in summer"


def begin_anew(house, passphrase, button="Begin anew with this one"):
    house.paste(NEW, passphrase)
    house.paste(AGAIN, passphrase)
    house.click(button)


@pytest.fixture
def begun_twice(sealed):
    """A line begun under a passphrase that she forgot, and another since."""
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.focus_on(LINE)
    sealed.type("fj")
    sealed.click("Home")
    sealed.click("Notebook")
    behind_the_curtain(sealed)
    sealed.click("I have forgotten it")
    begin_anew(sealed, SUMMER)
    sealed.wait_for(LINE)
    assert sealed.find(LINE).property("text") == ""
    sealed.focus_on(LINE)
    sealed.type("dk")
    return sealed


def test_a_line_begun_under_an_earlier_passphrase_is_there_with_it(begun_twice):
    house = begun_twice
    house.click("Open them with the other one")
    assert house.says("These pages are sealed, Maya.")
    give(house, "something else")
    assert house.says("That did not open your pages.")
    give(house, HERS)
    house.wait_for(MINE)
    assert house.find(LINE).property("text") == "fj\n\ndk"
    assert not {"Open them with the other one", "Seal with yours again"} & set(house.names())
    house.click("Keep it for myself")
    house.wait_for("fj\n\ndk")
    assert house.find(LINE).property("text") == ""
    assert house.store.database.read("SELECT key FROM draft") == []


def test_where_nothing_can_be_written_what_was_begun_can_be_read(begun_twice):
    house = begun_twice
    house.click("Home")
    house.click("Notebook")
    behind_the_curtain(house)
    give(house, HERS)
    house.wait_for("Another passphrase was chosen here: today.")
    assert house.says("Begun, and not kept yet")
    assert house.says("fj")
    assert LINE not in house.names()
    house.click("Open them with the other one")
    house.click("Back")
    house.wait_for(MINE)
    house.click("Seal with yours again")
    begin_anew(house, HERS, "Take this passphrase")
    house.wait_for(LINE)
    assert house.find(LINE).property("text") == "fj"


def test_what_lies_open_is_forgotten_while_another_is_asked_for_and_they_leave(begun_twice):
    begun_twice.click("Open them with the other one")
    own = begun_twice.models.own_pages_model
    assert own._beside is not None
    begun_twice.click("Home")
    assert own._beside is None
    own.goBack()
    own.askAgain()
    assert own.props.stage == ""


def test_of_a_line_that_is_deleted_nothing_typed_stays(sealed):
    behind_the_curtain(sealed)
    give(sealed, HERS)
    for _ in range(2):
        look_at(sealed, MINE)
        sealed.click("Change")
        sealed.focus_on("Change this entry")
        sealed.type("fjdk")
        sealed.click("Cancel")
    look_at(sealed, MINE)
    sealed.click("Change")
    sealed.focus_on("Change this entry")
    sealed.type("fjdk")
    sealed.models.own_lines_model.erase("e1")
    assert sealed.store.database.read("SELECT key FROM draft") == []


def test_of_ones_own_lines_too_what_is_deleted_can_be_taken_back(sealed):
    behind_the_curtain(sealed)
    give(sealed, HERS)
    look_at(sealed, MINE)
    sealed.click("Delete")
    sealed.wait_for("This line is in the bin now.")
    assert sealed.store.notebook.binned(None) == ()
    sealed.click("The bin")
    assert not sealed.says(LINE)
    sealed.click("Take it back")
    sealed.click("Back to your lines")
    sealed.wait_for(MINE)
    look_at(sealed, MINE)
    sealed.click("Delete")
    sealed.click("Take it back")
    sealed.click("Home")
    sealed.click("Notebook")
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.wait_for(MINE)
    look_at(sealed, MINE)
    sealed.click("Delete")
    sealed.click("The bin")
    sealed.click("Delete for good")
    sealed.click("Yes, delete it for good")
    sealed.wait_for("Nothing is in the bin.")
    assert sealed.store.database.read("SELECT id FROM notebook_entry") == []


def test_a_damaged_key_has_a_way_on(sealed):
    sql(sealed.store, "UPDATE own_key SET nonce = ''")
    behind_the_curtain(sealed)
    sealed.wait_for("What seals these pages cannot be read.")
    assert "Only I am looking" not in sealed.names()
    sealed.click("Begin anew")
    assert sealed.says("cannot be read for now: what opened it is damaged")
    sealed.click("Back")
    assert sealed.says("What seals these pages cannot be read.")
    sealed.click("Begin anew")
    begin_anew(sealed, SUMMER)
    sealed.wait_for("One line cannot be opened: what opened it is damaged or gone.")
    assert not {"Open them with the other one", "Seal with yours again"} & set(sealed.names())
    sealed.focus_on(LINE)
    sealed.type("fjdk")
    sealed.click("Keep it for myself")
    sealed.wait_for("fjdk")


def test_a_key_that_was_changed_is_said_and_she_seals_again(sealed):
    sealed.use.own_pages.choose(Seat.RIGHT, Passphrase("his own words now"))
    theirs = "(SELECT public FROM own_key WHERE seat = 'right')"
    sql(sealed.store, f"UPDATE own_key SET public = {theirs} WHERE seat = 'left'")  # noqa: S608
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.wait_for("Somebody has changed what seals these pages.")
    assert sealed.says(MINE)
    assert LINE not in sealed.names()
    sealed.click("Seal with yours again")
    begin_anew(sealed, HERS, "Take this passphrase")
    sealed.wait_for(LINE)
    assert not sealed.says("Somebody has changed")
    assert sealed.says(MINE)


def test_a_key_that_seals_no_more_is_said(sealed):
    sql(sealed.store, "UPDATE own_key SET in_use = 0")
    behind_the_curtain(sealed)
    sealed.wait_for("Nothing seals these pages any more")
    sealed.click("Open them with the other one")
    give(sealed, HERS)
    sealed.wait_for(MINE)
    assert sealed.says("Nothing seals these pages any more")
    sealed.click("Seal these with a passphrase of your own")
    begin_anew(sealed, HERS, "Take this passphrase")
    sealed.wait_for(LINE)
    assert not sealed.says("Nothing seals")
    assert sealed.says(MINE)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_the_key_that_opens_them_writes_nothing_into_them(sealed, key):
    behind_the_curtain(sealed)
    sealed.paste(ASKED, HERS)
    sealed.hands.pause_s = QUICK_S
    QTest.keyPress(sealed.frame, key)
    sealed.wait_for(LINE)
    for _ in range(20):
        repeat(sealed, key, "\r")
    QTest.keyRelease(sealed.frame, key)
    QTest.keyClick(sealed.frame, key)
    assert sealed.find(LINE).property("text") == ""
    wait_a_second(sealed)
    QTest.keyClick(sealed.frame, key)
    assert sealed.find(LINE).property("text") == "\n"


def test_a_double_press_keeps_one_line_and_says_nothing(sealed):
    behind_the_curtain(sealed)
    give(sealed, HERS)
    sealed.focus_on(LINE)
    sealed.type("fjdk")
    sealed.click("Keep it for myself")
    sealed.click("Keep it for myself")
    assert not sealed.says("There is nothing to keep yet")
    sealed.clock.pass_time(1)
    sealed.click("Keep it for myself")
    assert sealed.says("There is nothing to keep yet")
