"""The notebook over a real file: who reads what, and that deleted is gone."""

import pytest

from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.hand import NotYours
from coupleapp.domain.notebook import IN_BIN, EntryKind, TextRefused
from tests.application.hands import new_id, press_on, sessions_of, write_protected
from tests.domain.guided_session.sessions import a_plan
from tests.store.helpers import MAYA, TOMAS


@pytest.fixture
def notebook(store, clock):
    return Notebook(store.notebook, clock, new_id, lambda: True)


def texts(entries):
    return [entry.text for entry in entries]


def test_the_newest_comes_first_and_a_page_goes_on_where_the_last_ended(notebook, clock):
    for text in ("one", "two", "three"):
        notebook.write(text, None)
        clock.pass_time(60)
    first = notebook.page(limit=2)
    assert texts(first) == ["three", "two"]
    assert texts(notebook.page(first[-1])) == ["one"]
    assert notebook.page(only=EntryKind.MOMENT) == ()


def test_what_one_wrote_for_themselves_is_on_no_page(store, notebook, clock):
    leader = sessions_of(store, clock).begin(a_plan())
    while not (isinstance(leader.state.step, s.Sharing) and leader.state.step.kind == "mattered"):
        press_on(leader)
    leader.share(Seat.LEFT, "You like the mornings.")
    assert texts(notebook.of_session(leader.id)) == ["You like the mornings."]
    assert notebook.of_session("another") == ()
    assert notebook.private_of(Seat.LEFT) == notebook.private_of(Seat.RIGHT) == ()


def test_a_change_is_kept_with_its_time_and_nothing_else_moves(notebook, clock):
    entry = notebook.write("The lake was frozen.", TOMAS)
    clock.pass_time(60)
    changed = notebook.change(entry, "  The lake was still. ", TOMAS)
    assert notebook.page() == (changed,)
    assert (changed.text, changed.written_at) == ("The lake was still.", entry.written_at)
    assert changed.changed_at == clock.now()
    with pytest.raises(TextRefused):
        notebook.change(changed, " ", TOMAS)
    assert notebook.page() == (changed,)
    assert notebook.earlier(changed) == ()


def test_what_is_deleted_can_be_taken_back_for_thirty_days(store, notebook, clock):
    entry = notebook.write("The lake was frozen.", None)
    with write_protected(store), pytest.raises(StoreReadOnly):
        notebook.delete(entry, None)
    assert notebook.page() == (entry,)
    binned = notebook.delete(entry, None)
    assert notebook.page() == ()
    assert notebook.binned() == (binned,)
    clock.pass_time(IN_BIN.total_seconds())
    notebook.empty_bin()
    assert notebook.take_back(binned, None) == entry
    assert notebook.page() == (entry,)
    notebook.delete(entry, None)
    clock.pass_time(IN_BIN.total_seconds() + 1)
    notebook.empty_bin()
    assert notebook.binned() == ()


def test_while_the_date_is_doubted_nothing_leaves_the_bin(store, clock):
    doubted = Notebook(store.notebook, clock, new_id, lambda: False)
    binned = doubted.delete(doubted.write("The lake was frozen.", None), None)
    clock.pass_time(2 * IN_BIN.total_seconds())
    doubted.empty_bin()
    assert doubted.binned() == (binned,)


def test_from_the_bin_it_can_be_deleted_for_good(notebook):
    binned = notebook.delete(notebook.write("The lake was frozen.", MAYA), MAYA)
    with pytest.raises(NotYours):
        notebook.erase(binned, TOMAS)
    assert notebook.binned() == (binned,)
    notebook.erase(binned, MAYA)
    assert notebook.binned() == ()


def test_an_answer_stands_below_and_one_to_that_beside_it(notebook, clock):
    line = notebook.write("When the phone lay between us, I felt far away.", MAYA)
    first = notebook.answer(line, "I did not know that.", TOMAS)
    clock.pass_time(1)
    second = notebook.answer(first, "Thank you.", MAYA)
    assert notebook.below([line]) == (first, second)
    assert notebook.standing_alone() == (line,)
    with pytest.raises(ValueError, match="nobody answers"):
        notebook.answer(notebook.write("Mine.", MAYA, private=True), "And?", TOMAS)


def test_what_one_would_rather_not_see_is_nobodys_quote_of_the_day(notebook):
    line = notebook.write("The lake was frozen.", MAYA)
    assert notebook.newest_seen() == line
    folded = notebook.hide(line, TOMAS)
    assert notebook.newest_seen() is None
    assert notebook.page() == (folded,)
    assert notebook.unfold(folded, TOMAS) == line
    assert notebook.newest_seen() == line
