"""What is typed is on disk within a moment, and is never in the way."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from coupleapp.application.drafts import Drafts
from coupleapp.application.ports import StoreReadOnly
from tests.application.hands import full_disk, write_protected


class Shelf:
    """Work that was handed aside and waits."""

    def __init__(self) -> None:
        self.waiting = []

    def __call__(self, work) -> None:
        self.waiting.append(work)

    def work_off(self) -> int:
        done, self.waiting = self.waiting, []
        for work in done:
            work()
        return len(done)


def test_the_newest_wins(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    for text in ("a", "ab", "abc"):
        drafts.keep("line", text)
        assert drafts.recall("line") == text
    assert store.drafts.draft("line") == ""
    shelf.work_off()
    assert store.drafts.draft("line") == drafts.recall("line") == "abc"
    assert Drafts(store.drafts, shelf).recall("line") == "abc"


def test_a_burst_costs_one_write_for_each_key(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    for n in range(500):
        drafts.keep("one", "x" * n)
        drafts.keep("other", "y" * n)
    assert shelf.work_off() == 2
    assert store.drafts.draft("one") == "x" * 499
    drafts.keep("one", "done")
    assert shelf.work_off() == 1


def test_forgotten_is_gone(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    drafts.keep("line", "kept elsewhere")
    shelf.work_off()
    drafts.forget("line")
    assert drafts.recall("line") == ""
    shelf.work_off()
    assert store.drafts.draft("line") == drafts.recall("line") == ""


def test_typed_while_it_is_written_is_written_too(store):
    drafts = None

    class Slow:
        def draft(self, key):
            return store.drafts.draft(key)

        def remember_draft(self, key, text):
            if text == "first":
                drafts.keep(key, "second")
            store.drafts.remember_draft(key, text)

    shelf = Shelf()
    drafts = Drafts(Slow(), shelf)
    drafts.keep("line", "first")
    shelf.work_off()
    assert drafts.recall("line") == "second"
    shelf.work_off()
    assert store.drafts.draft("line") == "second"


def test_a_disk_that_fails_is_silent_and_costs_no_word(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    with write_protected(store):
        drafts.keep("line", "still here")
        shelf.work_off()
        assert drafts.recall("line") == "still here"
    assert store.drafts.draft("line") == ""
    drafts.keep("line", "still here!")
    shelf.work_off()
    assert store.drafts.draft("line") == "still here!"


def test_a_full_disk_keeps_the_old_draft_and_the_new_one_recallable(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    drafts.keep("line", "old")
    shelf.work_off()
    long = "ж" * 4000
    with full_disk(store):
        drafts.keep("line", long)
        shelf.work_off()
        assert store.drafts.draft("line") == "old"
        assert drafts.recall("line") == long


def test_another_thread_writes_while_one_types(store):
    with ThreadPoolExecutor(1) as aside:
        drafts = Drafts(store.drafts, aside.submit)
        for n in range(300):
            drafts.keep("line", f"letter {n}")
            assert drafts.recall("line") == f"letter {n}"
    assert store.drafts.draft("line") == "letter 299"


def test_what_is_kept_now_is_on_disk_at_once(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    drafts.keep_now("line", "now")
    assert store.drafts.draft("line") == drafts.recall("line") == "now"
    drafts.keep("line", "typed")
    drafts.keep_now("line", "now again")
    assert store.drafts.draft("line") == drafts.recall("line") == "now again"
    shelf.work_off()
    assert store.drafts.draft("line") == drafts.recall("line") == "now again"


def test_what_cannot_be_kept_now_leaves_what_stood_there(store):
    shelf = Shelf()
    drafts = Drafts(store.drafts, shelf)
    drafts.keep("line", "typed")
    with write_protected(store), pytest.raises(StoreReadOnly):
        drafts.keep_now("line", "now")
    assert drafts.recall("line") == "typed"
    shelf.work_off()
    assert store.drafts.draft("line") == "typed"


def test_an_older_text_never_comes_after_one_that_was_kept_now(store):
    begun, go_on = Event(), Event()

    class Slow:
        def draft(self, key):
            return store.drafts.draft(key)

        def remember_draft(self, key, text):
            if text == "old":
                begun.set()
                go_on.wait(5)
            store.drafts.remember_draft(key, text)

    with ThreadPoolExecutor(2) as aside:
        drafts = Drafts(Slow(), aside.submit)
        drafts.keep("line", "old")
        assert begun.wait(5)
        now = aside.submit(drafts.keep_now, "line", "new")
        go_on.set()
        now.result(5)
    assert store.drafts.draft("line") == drafts.recall("line") == "new"
