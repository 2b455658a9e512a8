from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.hand import NotYours
from coupleapp.domain.notebook import TEXT_MAX, EntryKind
from coupleapp.store import Store
from tests.store.helpers import MAYA, TOMAS, began, entry, later, past, plain_pages
from tests.store.test_unreadable import sql


@pytest.mark.parametrize(
    "text",
    ["x" * TEXT_MAX, "שלום", "two\nlines", 'it\'s "quoted"; DROP TABLE draft; --', "👩‍👩‍👧🏽 ‏ע"],
)
def test_an_entry_comes_back_as_it_was(store: Store, text: str):
    store.sessions.append(past(), 0, [began()])
    line = replace(
        entry("e1", text),
        kind=EntryKind.MOMENT,
        author=Seat.RIGHT,
        changed_at=later(1),
        session_id="s1",
    )

    store.notebook.add(line)

    assert store.notebook.page(None, 9) == (line,)
    assert store.notebook.page(None, 9)[0].kind is EntryKind.MOMENT


def test_pages_go_back_in_time_without_gap_or_repeat(store: Store):
    # Two of them at the same moment, as on a computer with a coarse clock.
    lines = [entry(f"e{n}", minutes=n // 2) for n in range(7)]
    for line in lines:
        store.notebook.add(line)

    first = store.notebook.page(None, 3)
    second = store.notebook.page(first[-1], 3)
    third = store.notebook.page(second[-1], 3)

    assert [line.id for line in first + second + third] == [f"e{n}" for n in reversed(range(7))]
    assert store.notebook.page(third[-1], 3) == ()


def test_the_entries_of_a_session_oldest_first(store: Store):
    store.sessions.append(past(), 0, [began()])
    of_it = [replace(entry(f"e{n}", minutes=n), session_id="s1") for n in (3, 1, 2)]
    for line in [*of_it, entry("other")]:
        store.notebook.add(line)

    assert [line.id for line in store.notebook.of_session("s1")] == ["e1", "e2", "e3"]


def test_a_change_is_kept(store: Store):
    store.notebook.add(entry("e1"))
    store.notebook.add(entry("e2", minutes=1))
    changed = replace(entry("e1"), text="another line", changed_at=later(5))

    store.notebook.change(changed, MAYA)

    assert store.notebook.page(None, 9) == (entry("e2", minutes=1), changed)
    assert store.notebook.earlier("e1") == (), "of one's own words nothing of the old ones stays"


def test_whose_it_is_stays_what_the_file_says(store: Store):
    store.notebook.add(entry("e1"))
    signed = replace(entry("e1"), text="I was wrong.", author=Seat.RIGHT, changed_at=later(5))

    with pytest.raises(NotYours):
        store.notebook.change(signed, TOMAS)
    store.notebook.change(signed, MAYA)

    (kept,) = store.notebook.page(None, 9)
    assert (kept.text, kept.author) == ("I was wrong.", Seat.LEFT)


def test_what_both_share_keeps_what_it_said_before(store: Store):
    ours = replace(entry("e1"), author=None)
    store.notebook.add(ours)
    second = replace(ours, text="second", changed_at=later(1))
    third = replace(ours, text="third", changed_at=later(2))

    store.notebook.change(second, None)
    store.notebook.change(third, MAYA)
    store.notebook.change(replace(third, changed_at=later(3)), TOMAS)

    earlier = store.notebook.earlier("e1")
    assert [(one.text, one.until) for one in earlier] == [
        ("a line", later(1)),
        ("second", later(2)),
    ]
    store.notebook.delete("e1", None)
    assert store.notebook.earlier("e1") == ()


def test_what_is_not_there_cannot_be_changed(store: Store):
    with pytest.raises(StoreError, match="no such entry"):
        store.notebook.change(entry("gone"), MAYA)

    assert store.notebook.page(None, 9) == ()


def test_of_an_author_who_cannot_be_read_nobody_changes_anything(store: Store):
    store.notebook.add(entry("e1"))
    sql(store, "UPDATE notebook_entry SET author = 'somebody'")

    with pytest.raises(StoreError, match="whose it is"):
        store.notebook.bin("e1", later(1), MAYA)


def test_in_the_bin_it_is_on_no_page_and_comes_back_as_it_was(store: Store):
    line = replace(entry("e1"), kind=EntryKind.MOMENT)
    store.notebook.add(line)
    store.notebook.bin("e1", later(1), MAYA)

    assert store.notebook.page(None, 9) == store.notebook.standing_alone(None, 9) == ()
    assert store.notebook.binned(None) == (replace(line, binned_at=later(1)),)
    assert store.notebook.binned(Seat.LEFT) == ()

    store.notebook.take_back("e1", MAYA)
    assert store.notebook.page(None, 9) == (line,)
    assert store.notebook.binned(None) == ()


def test_an_answer_stands_below_its_line_and_alone_where_that_is_gone(store: Store):
    line, answer = entry("e1"), replace(entry("e2", minutes=9), author=Seat.RIGHT, answers="e1")
    store.notebook.add(line)
    store.notebook.add(answer)

    assert store.notebook.page(None, 9) == (answer, line)
    assert store.notebook.standing_alone(None, 9) == (line,)
    assert store.notebook.below(["e1"]) == (answer,)

    store.notebook.bin("e1", later(10), MAYA)
    assert store.notebook.standing_alone(None, 9) == (answer,)

    store.notebook.delete("e1", MAYA)
    alone = replace(answer, answers=None)
    assert store.notebook.standing_alone(None, 9) == (alone,), "nobody deletes the other's words"


def test_what_lay_in_the_bin_long_enough_leaves_the_file(folder: Path, store: Store):
    for name, at in (("marzipan", 1), ("nougat", 2)):
        store.notebook.add(entry(name, name))
        store.notebook.bin(name, later(at), MAYA)
    store.drafts.remember_draft("notebook:marzipan", "marzipan and more")
    store.drafts.remember_draft("own:left:marzipan:open", "open marzipan")
    store.drafts.remember_draft("notebook:new", "stays")

    store.notebook.empty_bin(later(1))
    assert len(store.notebook.binned(None)) == 2
    store.notebook.empty_bin(later(2))

    assert [line.id for line in store.notebook.binned(None)] == ["nougat"]
    assert b"marzipan" not in plain_pages(folder)
    assert store.drafts.draft("notebook:new") == "stays"


def test_hiding_changes_not_a_word(store: Store):
    store.notebook.add(entry("e1"))
    store.notebook.hide("e1", TOMAS, hidden=True)
    assert store.notebook.page(None, 9) == (replace(entry("e1"), hidden_by={Seat.RIGHT}),)

    store.notebook.hide("e1", MAYA, hidden=True)
    store.notebook.hide("e1", TOMAS, hidden=False)
    assert store.notebook.page(None, 9) == (replace(entry("e1"), hidden_by={Seat.LEFT}),)


def test_only_what_was_meant_is_deleted(store: Store):
    store.notebook.add(entry("e1"))
    store.notebook.add(entry("e2", minutes=1))

    store.notebook.delete("e1", MAYA)
    store.notebook.delete("e1", MAYA)

    assert store.notebook.page(None, 9) == (entry("e2", minutes=1),)
