"""Two computers with the same notebook on one stick: what gives way, what stays, what is said."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from coupleapp.application.copies import Copies
from coupleapp.application.second_place import SecondPlace
from coupleapp.application.second_shelf import InTheWay
from coupleapp.store import Store, open_store, restore_copy
from tests.application.hands import HandClock
from tests.store.helpers import entry

DAY = 86_400


class Computer:
    """One of the two, with the stick plugged in."""

    def __init__(self, store: Store, clock: HandClock, stick: Path) -> None:
        self.store, self.clock, self.stick = store, clock, stick
        self.second = SecondPlace(store.second_place, store.copies.made, clock, lambda: str(stick))
        self.copies = Copies(store.copies, clock, lambda: True, lambda: True, self.second)

    def days(self, count: int) -> None:
        """As many days with a copy each."""
        for _ in range(count):
            self.store.notebook.add(entry(f"e{self.clock.now().timestamp()}"))
            self.copies.make()
            self.clock.pass_time(DAY)

    def there(self) -> set:
        return set(self.store.second_place.made(self.stick))

    def brought(self) -> set:
        return set(self.store.second_place.own(self.stick))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def stores():
    with ExitStack() as opened:
        yield opened


@pytest.fixture
def old(tmp_path: Path, clock: HandClock, stick: Path, stores: ExitStack) -> Computer:
    store = open_store(tmp_path / "old", [])
    stores.callback(store.close)
    return Computer(store, clock, stick)


@pytest.fixture
def move(
    tmp_path: Path, clock: HandClock, stick: Path, stores: ExitStack, old: Computer
) -> Callable[[], Computer]:
    """Takes the newest copy of the old computer to a new one."""

    def moved() -> Computer:
        copy, known = old.store.copies.found()[0].path, old.store.vault.known
        restore_copy(tmp_path / "new", [known], copy, clock.now())
        store = open_store(tmp_path / "new", [known])
        stores.callback(store.close)
        clock.pass_time(2 * DAY)
        return Computer(store, clock, stick)

    return moved


def test_each_of_them_keeps_the_days_weeks_and_months_that_it_would_keep_alone(old, move):
    old.days(3)
    new = move()
    for _ in range(12):
        old.days(1)
        new.days(1)

    assert old.brought() == set(old.store.copies.made())
    assert new.brought() == set(new.store.copies.made())
    assert old.there() == new.there() == old.brought() | new.brought()
    assert not old.brought() & new.brought()
    assert set(new.second.note.others) == old.brought()


def test_with_a_new_one_alone_those_of_the_other_computer_stay(old, move):
    old.days(3)
    new = move()
    new.days(2)
    before = old.brought()

    new.copies.keep_only_a_new_one()

    assert new.brought() == {new.copies.last()}
    assert old.brought() == before
    note = new.second.note
    assert (set(note.made), set(note.others)) == (before | new.brought(), before)
    assert note.only_since is None


def test_a_stick_that_was_away_loses_then_what_this_computer_let_go_of_alone(old, move, stick):
    old.days(2)
    new = move()
    new.days(2)
    before = old.brought()
    pocket = stick.rename(stick.with_name("pocket"))
    new.copies.keep_only_a_new_one()
    assert new.second.note.hindered.by is InTheWay.AWAY
    assert set(new.second.note.others) == before

    pocket.rename(stick)
    new.copies.catch_up()

    assert new.there() == before | {new.copies.last()}


def test_where_there_is_no_room_its_own_last_one_stays_beside_theirs(old, move, monkeypatch):
    old.days(2)
    new = move()
    new.days(2)
    last = new.copies.last()
    new.clock.pass_time(60)
    monkeypatch.setattr(type(new.store.second_place), "write", lambda *_: False)

    new.copies.keep_only_a_new_one()

    assert new.brought() == {last}


def test_what_the_other_computer_brought_holds_what_is_deleted_here(old, move):
    old.days(2)
    new = move()
    new.second.standing()

    held = new.copies.held()

    assert (held.until, held.others, held.nowhere) == (None, True, False)
    new.days(1)
    held = new.copies.held()
    assert held.until is not None
    assert held.others


def test_the_old_computer_is_told_of_the_new_one(old, move):
    old.days(2)
    assert not old.copies.held().others
    new = move()
    new.days(1)

    standing = old.second.standing()

    assert set(standing.note.others) == new.brought()
    assert old.copies.held().others
    assert standing.found.at == new.copies.last()
