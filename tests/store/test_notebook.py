from dataclasses import replace

import pytest

from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TEXT_MAX, EntryKind
from coupleapp.store import Store
from tests.store.helpers import began, entry, later, past


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
    changed = replace(entry("e1"), text="another line", author=None, changed_at=later(5))

    store.notebook.change(changed)

    assert store.notebook.page(None, 9) == (entry("e2", minutes=1), changed)


def test_what_is_not_there_cannot_be_changed(store: Store):
    with pytest.raises(StoreError, match="no such entry"):
        store.notebook.change(entry("gone"))

    assert store.notebook.page(None, 9) == ()


def test_only_what_was_meant_is_deleted(store: Store):
    store.notebook.add(entry("e1"))
    store.notebook.add(entry("e2", minutes=1))

    store.notebook.delete("e1")
    store.notebook.delete("e1")

    assert store.notebook.page(None, 9) == (entry("e2", minutes=1),)
