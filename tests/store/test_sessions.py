from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from coupleapp.application.ports import StoreError, UnfinishedSession
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import Event
from coupleapp.store import Store, open_store
from coupleapp.store.codec import SESSION_EVENTS
from tests.store.helpers import began, ended, entry, past, said_back
from tests.store.strategies import events_of


def test_events_come_back_in_order(store: Store):
    store.sessions.append(past(), 0, [began(), said_back(1)])
    store.sessions.append(past(), 2, [said_back(2), said_back(3)])
    store.sessions.append(past("other", 1), 0, [began()])

    assert store.sessions.log("s1") == (began(), said_back(1), said_back(2), said_back(3))
    assert store.sessions.log("unknown") == ()


@settings(max_examples=5)
@given(st.tuples(*map(events_of, SESSION_EVENTS.kinds.values())))
def test_every_kind_of_event_outlives_the_app(tmp_path_factory, events: tuple[Event, ...]):
    folder = tmp_path_factory.mktemp("store")
    store = open_store(folder, [])
    store.sessions.append(past(), 0, events)
    store.close()

    store = open_store(folder, [])

    assert store.sessions.log("s1") == events
    store.close()


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_log_that_has_grown_meanwhile_is_not_written_over(store: Store, after: int):
    store.sessions.append(past(), 0, [began(), said_back(1)])
    talked = replace(past(), talked=True)

    with pytest.raises(StoreError, match="2 events are stored"):
        store.sessions.append(talked, after, [said_back(2)], [entry("e1")])

    assert store.sessions.log("s1") == (began(), said_back(1))
    assert store.sessions.history() == (past(),)
    assert store.notebook.page(None, 9) == ()


def test_all_or_nothing(store: Store):
    store.notebook.add(entry("e1"))

    with pytest.raises(IntegrityError) as error:
        store.sessions.append(past(), 0, [began()], [entry("e1", "a secret")])

    assert store.sessions.history() == ()
    assert store.sessions.log("s1") == ()
    assert "a secret" not in str(error.value)


def test_what_the_events_brought_is_in_the_notebook(store: Store):
    line = replace(entry("e1"), session_id="s1")

    store.sessions.append(past(), 0, [began()], [line])

    assert store.notebook.of_session("s1") == (line,)


def test_history_is_the_newest_summary_of_each_oldest_first(store: Store):
    newer, older = past("a", 5), past("b", -5)
    store.sessions.append(newer, 0, [began()])
    store.sessions.append(older, 0, [began()])
    finished = replace(
        ended(newer), prompt_ids=("home.first", "home.last"), introduced=True, talked=True
    )

    store.sessions.append(finished, 1, [said_back(1)])

    assert store.sessions.history() == (older, finished)
    assert store.sessions.history()[1].introducer is Seat.LEFT


def test_the_newest_session_without_an_end_is_unfinished(store: Store):
    assert store.sessions.unfinished() is None
    store.sessions.append(past("older", 0), 0, [began()])
    store.sessions.append(past("newer", 1), 0, [began(), said_back(7.5)])
    store.sessions.append(ended(past("over", 2)), 0, [began()])
    store.sessions.mark("newer", 8.25)

    assert store.sessions.unfinished() == UnfinishedSession(
        "newer", (began(), said_back(7.5)), 8.25
    )


def test_a_new_summary_keeps_the_mark(store: Store):
    store.sessions.append(past(), 0, [began()])
    store.sessions.mark("s1", 8.25)

    store.sessions.append(past(), 1, [said_back(9)])

    unfinished = store.sessions.unfinished()
    assert unfinished is not None
    assert unfinished.clock_s == 8.25


def test_marks_and_drafts_may_come_from_other_threads(store: Store):
    store.sessions.append(past(), 0, [began()])
    count = 60

    with ThreadPoolExecutor(2) as aside:
        marks = [aside.submit(store.sessions.mark, "s1", float(n)) for n in range(count)]
        drafts = [aside.submit(store.drafts.remember_draft, f"k{n}", "…") for n in range(count)]
        for n in range(1, count):
            store.sessions.append(past(), n, [said_back(n)])
        for done in marks + drafts:
            done.result()

    assert len(store.sessions.log("s1")) == count
    assert [store.drafts.draft(f"k{n}") for n in range(count)] == ["…"] * count
    store.sessions.mark("s1", 99.5)
    assert store.sessions.unfinished().clock_s == 99.5


def test_what_another_has_written_is_seen_too(folder: Path, store: Store):
    store.sessions.append(past("a"), 0, [began()])
    assert [s.id for s in store.sessions.history()] == ["a"]
    other = open_store(folder, [])
    other.sessions.append(past("b", minutes=1), 0, [began()])
    other.close()
    assert [s.id for s in store.sessions.history()] == ["a", "b"]


def test_what_could_not_be_written_is_not_in_the_history(store: Store):
    store.sessions.append(past("a"), 0, [began()])
    assert store.sessions.history() == (past("a"),)
    with pytest.raises(StoreError):
        store.sessions.append(ended(past("a")), 5, [began()])
    assert store.sessions.history() == (past("a"),)
