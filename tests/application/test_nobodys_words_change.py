"""Whatever one does, by the use case or past it, not a letter of the other's words changes."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import StoreError
from coupleapp.domain.couple import Seat
from coupleapp.domain.hand import Hand, NotYours, refuse_others
from coupleapp.domain.notebook import EntryKind
from tests.application.hands import new_id
from tests.store.helpers import MAYA, TOMAS, entry, later

WORDS = st.sampled_from(["I was wrong.", "You were right.", "x", "  ", "😶"])
AUTHORS = st.sampled_from([Seat.LEFT, Seat.RIGHT, None])


@pytest.mark.parametrize("author", [*Seat, None])
@pytest.mark.parametrize("by", [MAYA, TOMAS, None])
def test_only_their_own_hand_is_not_refused(author, by):
    if author is None or (by is not None and by.seat is author):
        refuse_others(author, by)
        return
    with pytest.raises(NotYours) as refused:
        refuse_others(author, by)
    assert refused.value.author is author


def by_use_case(notebook: Notebook, line, text, by):
    """Every way in which one can reach for a line."""
    return {
        "change": lambda: notebook.change(line, text, by),
        "sign": lambda: notebook.change(replace(line, author=by and by.seat), text, by),
        "delete": lambda: notebook.delete(line, by),
        "take back": lambda: notebook.take_back(line, by),
        "erase": lambda: notebook.erase(line, by),
        "empty the bin": lambda: notebook.empty_bin(),
        "hide": lambda: by and notebook.hide(line, by),
        "unfold": lambda: by and notebook.unfold(line, by),
        "answer": lambda: by and notebook.answer(line, text, by),
        "write": lambda: notebook.write(text, by),
    }


def past_it(store, line, text, by):
    """The same past the use case."""
    said = text.strip() or "x"
    return {
        "store: change": lambda: store.change(replace(line, text=said), by),
        "store: sign": lambda: store.change(replace(line, text=said, author=by and by.seat), by),
        "store: bin": lambda: store.bin(line.id, later(9), by),
        "store: take back": lambda: store.take_back(line.id, by),
        "store: delete": lambda: store.delete(line.id, by),
        "store: hide": lambda: by and store.hide(line.id, by, hidden=True),
    }


def everything(store):
    return [*store.notebook.page(None, 9999), *store.notebook.binned(None)]


NAMES = [*by_use_case(None, None, "", None), *past_it(None, None, "", None)]
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 3), WORDS), max_size=12)


@given(
    author=st.sampled_from(Seat),
    others=st.lists(AUTHORS, min_size=3, max_size=3),
    deleted=st.booleans(),
    together=st.booleans(),
    steps=STEPS,
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nobodys_entry_changes_by_the_others_hand(
    store, clock, author, others, deleted, together, steps
):
    notebook = Notebook(store.notebook, clock, new_id, lambda: True)
    before = {one.id for one in everything(store)}
    theirs, by = Hand(author), None if together else Hand(author.other)
    ids = [new_id() for _ in range(4)]
    line = replace(entry(ids[0], "Their words."), author=author, kind=EntryKind.APPRECIATION)
    rest = [replace(entry(id_), author=who) for id_, who in zip(ids[1:], others, strict=True)]
    lines = [line, *rest]
    for one in lines:
        store.notebook.add(one)
    if deleted:
        lines[0] = line = notebook.delete(line, theirs)

    for name, which, text in steps:
        ways = by_use_case(notebook, lines[which], text, by)
        ways |= past_it(store.notebook, lines[which], text, by)
        with suppress(NotYours, ValueError, StoreError):
            ways[name]()

    kept = [one for one in everything(store) if one.id not in before]
    (now,) = [one for one in kept if one.id == line.id]
    assert replace(now, hidden_by=frozenset()) == line
    assert now.hidden_by <= {author.other}
    signed = {one.id for one in kept if one.author is author}
    assert signed == {one.id for one in lines if one.author is author}, "nobody signs for them"
