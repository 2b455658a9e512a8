"""The notebook over a real file: who reads what, and that deleted is gone."""

import pytest

from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.notebook import EntryKind, TextRefused
from tests.application.hands import new_id, press_on, sessions_of, write_protected
from tests.domain.guided_session.sessions import a_plan


@pytest.fixture
def notebook(store, clock):
    return Notebook(store.notebook, clock, new_id)


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
    entry = notebook.write("The lake was frozen.", Seat.RIGHT)
    clock.pass_time(60)
    changed = notebook.change(entry, "  The lake was still. ")
    assert notebook.page() == (changed,)
    assert (changed.text, changed.written_at) == ("The lake was still.", entry.written_at)
    assert changed.changed_at == clock.now()
    with pytest.raises(TextRefused):
        notebook.change(changed, " ")
    assert notebook.page() == (changed,)


def test_deleted_is_gone_and_what_cannot_be_deleted_is_still_there(store, notebook):
    entry = notebook.write("The lake was frozen.", None)
    with write_protected(store), pytest.raises(StoreReadOnly):
        notebook.delete(entry)
    assert notebook.page() == (entry,)
    notebook.delete(entry)
    assert notebook.page() == ()
