"""When a copy is made by itself, and which give way to it; over a real file."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from coupleapp.application.copies import Copies, EarlierCopiesStay
from coupleapp.application.ports import StoreReadOnly
from coupleapp.domain.copies import DAILY
from coupleapp.store import Store, open_store, restore_copy
from tests.application.hands import HandClock
from tests.store.helpers import entry

DAY = 86_400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "nearer"


@pytest.fixture
def store(folder: Path):
    with closing(open_store(folder, [])) as store:
        yield store


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def copies(store: Store, clock: HandClock) -> Copies:
    return Copies(store.copies, clock, lambda: True)


def write(store: Store, clock: HandClock) -> None:
    store.notebook.add(entry(f"e{clock.now().timestamp()}"))


def test_before_there_is_a_couple_there_is_nothing_to_copy(store, clock):
    assert not Copies(store.copies, clock, lambda: False).keep_up()
    assert store.copies.made() == ()


def test_one_is_made_only_if_something_was_written(store, clock, copies):
    assert copies.last() is None
    assert copies.keep_up()
    assert copies.last() == clock.now()
    clock.pass_time(DAY)
    assert not copies.keep_up()
    write(store, clock)
    assert copies.keep_up()
    assert [copy.made_at for copy in copies.found()] == list(reversed(store.copies.made()))
    assert copies.place == store.copies.place()


def test_while_waiting_one_a_day_will_do(store, clock, copies):
    assert copies.keep_up(daily=True)
    write(store, clock)
    clock.pass_time(60)
    assert not copies.keep_up(daily=True)
    clock.pass_time(4 * 3600)
    assert copies.keep_up(daily=True)


def test_what_newer_ones_have_replaced_goes(store, clock, copies):
    for _ in range(3):
        write(store, clock)
        copies.make()
        clock.pass_time(60)
    assert len(store.copies.made()) == 1


def take_back(folder: Path, store: Store, clock: HandClock) -> None:
    first = store.copies.found()[-1]
    store.database.close()
    restore_copy(folder, [], first.path, clock.now())


def test_on_the_day_after_one_was_taken_back_none_gives_way(folder, store, clock, copies):
    for _ in range(DAILY):
        write(store, clock)
        copies.make()
        clock.pass_time(DAY)
    write(store, clock)
    copies.make()
    before = store.copies.made()
    clock.pass_time(60)
    take_back(folder, store, clock)
    clock.pass_time(60)
    write(store, clock)

    assert copies.keep_up(), "what was rescued is in a copy, too"
    assert set(store.copies.made()) == {*before, clock.now()}
    assert not copies.keep_up()

    clock.pass_time(2 * DAY)
    write(store, clock)
    assert copies.keep_up()
    assert len(store.copies.made()) < len(before) + 2


def test_with_a_new_one_alone_what_was_deleted_is_in_none(store, clock, copies):
    for _ in range(3):
        write(store, clock)
        copies.make()
        clock.pass_time(DAY)
    copies.keep_only_a_new_one()
    assert store.copies.made() == (clock.now(),)
    (copy,) = copies.found()
    assert copy.holding.lines == 3
    assert clock.now() - copy.holding.newest < timedelta(days=30)


def test_what_cannot_be_removed_is_told_and_the_new_one_is_there(store, clock, copies, monkeypatch):
    copies.make()
    clock.pass_time(DAY)

    def protected(*_):
        raise StoreReadOnly

    monkeypatch.setattr(type(store.copies), "remove", protected)
    with pytest.raises(EarlierCopiesStay):
        copies.keep_only_a_new_one()
    assert len(store.copies.made()) == 2


def test_while_the_date_may_be_wrong_none_gives_way(store, clock, copies):
    for _ in range(DAILY + 3):
        write(store, clock)
        store.copies.make(clock.now())
        clock.pass_time(DAY)
    before = store.copies.made()
    write(store, clock)
    clock.move_wall(365 * DAY)
    doubtful = Copies(store.copies, clock, lambda: True, lambda: False)
    assert doubtful.keep_up()
    assert set(before) < set(store.copies.made())
    clock.move_wall(DAY)
    write(store, clock)
    assert copies.keep_up()
    assert not set(before) <= set(store.copies.made())


def test_what_the_notebook_holds_now_is_counted(store, clock, copies):
    write(store, clock)
    copies.make()
    clock.pass_time(60)
    write(store, clock)
    assert copies.present().lines == 2
    assert copies.found()[0].holding.lines == 1
