"""The second place of the copies: caught up with, away, full, let go of; over real files."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from coupleapp.application.copies import Copies, Held
from coupleapp.application.copy_progress import Doing, Progress, nobody
from coupleapp.application.ports import StoreError, StoreFull, StoreReadOnly
from coupleapp.application.second_place import Newest, NoCopy, SecondPlace
from coupleapp.application.second_shelf import (
    Hindered,
    InTheWay,
    PlaceAway,
    PlaceFault,
    PlaceRefused,
    SecondNote,
)
from coupleapp.store import Store, open_store, restore_copy
from coupleapp.store.second_place import SecondFolder
from tests.application.hands import HandClock
from tests.store.helpers import entry

DAY = 86_400


class Stick(SecondFolder):
    """What it says to a new copy is in the hands of the test."""

    says: StoreError | None = None
    lets_go: StoreError | None = None
    room = 99
    takes = True
    notes = True

    def write(self, place, at):
        if self.says is not None:
            raise self.says
        if at not in self.made(place) and len(self.made(place)) >= self.room:
            raise StoreFull
        return self.takes and super().write(place, at)

    def remove(self, place, at):
        if self.lets_go is not None:
            raise self.lets_go
        super().remove(place, at)

    def keep(self, note):
        if not self.notes:
            raise StoreReadOnly
        super().keep(note)


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
def there(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def stick(store: Store) -> Stick:
    return Stick(store.folder, store.known)


@pytest.fixture
def second(store: Store, clock: HandClock, there: Path, stick: Stick) -> SecondPlace:
    return SecondPlace(stick, store.copies.made, clock, lambda: str(there))


@pytest.fixture
def copies(store: Store, clock: HandClock, second: SecondPlace) -> Copies:
    return Copies(store.copies, clock, lambda: True, lambda: True, second)


def write(store: Store, clock: HandClock) -> None:
    store.notebook.add(entry(f"e{clock.now().timestamp()}"))


def days(copies: Copies, store: Store, clock: HandClock, count: int) -> None:
    """As many days with a copy each."""
    for _ in range(count):
        write(store, clock)
        copies.make()
        clock.pass_time(DAY)


def pull_out(there: Path) -> Path:
    """As a stick is; where it is until it is back."""
    return there.rename(there.with_name("pocket"))


def spoil(place: Path) -> None:
    """The newest copy that lies here."""
    path = max(place.glob("*.db"))
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)


def test_where_none_is_chosen_nothing_is_done(store, clock, stick):
    second = SecondPlace(stick, store.copies.made, clock, lambda: "")
    copies = Copies(store.copies, clock, lambda: True, lambda: True, second)

    copies.make()
    copies.keep_only_a_new_one()

    assert second.place is None
    assert second.standing() is None
    assert second.note == SecondNote()
    assert not copies.held().away


def test_every_copy_goes_there_and_gives_way_as_here(store, clock, copies, stick, there, second):
    days(copies, store, clock, 40)

    assert stick.made(there) == store.copies.made()
    assert len(store.copies.made()) < 16
    assert second.note == SecondNote(made=store.copies.made())
    standing = second.standing()
    assert standing.found == Newest(copies.last(), whole=True)


def test_one_that_was_chosen_on_another_computer_holds_what_is_deleted_here(
    folder, store, clock, copies, stick, second
):
    days(copies, store, clock, 2)
    stick.keep(SecondNote())
    store.copies.remove(store.copies.made())
    assert copies.held().until is None

    second.standing()

    assert copies.held().until is not None


def test_one_chosen_later_gets_what_there_is_and_says_how_far_it_is(
    store, clock, stick, there, second
):
    days(Copies(store.copies, clock, lambda: True), store, clock, 3)
    told: list[Progress] = []

    second.catch_up(told.append, gives_way=True)

    assert stick.made(there) == store.copies.made()
    assert told == [Progress(Doing.SECOND_PLACE, n, 3) for n in range(3)]


def test_a_stick_in_the_pocket_catches_up_when_it_is_back(
    store, clock, copies, stick, there, second
):
    days(copies, store, clock, 2)
    pocket = pull_out(there)
    days(copies, store, clock, 9)

    note = second.note
    assert note.hindered == Hindered(InTheWay.AWAY, copies.last())
    assert len(note.made) == 2
    assert second.standing().found is NoCopy.AWAY
    assert copies.held().away

    pocket.rename(there)
    # Nothing was written since, and yet:
    assert not copies.keep_up()
    assert stick.made(there) == store.copies.made()
    assert second.note.hindered is None
    assert not copies.held().away


def test_one_that_has_every_copy_has_missed_none_while_it_is_away(
    store, clock, copies, there, second
):
    days(copies, store, clock, 1)
    pull_out(there)

    copies.catch_up()

    assert second.note == SecondNote(store.copies.made(), Hindered(InTheWay.AWAY, None))
    assert second.standing().found is NoCopy.AWAY
    assert copies.held().away


def test_the_empty_folder_of_a_stick_that_is_out_is_no_place(store, clock, copies, there, second):
    days(copies, store, clock, 1)
    pull_out(there)
    there.mkdir()
    days(copies, store, clock, 1)

    assert second.note.hindered == Hindered(InTheWay.EMPTIED, copies.last())
    assert second.standing().found is NoCopy.EMPTIED
    assert list(there.iterdir()) == []
    # Chosen once more it is what it is.
    second.begin()
    copies.catch_up()
    assert second.note.made == store.copies.made()


def test_one_where_nothing_can_be_removed_is_told(store, clock, copies, stick, second):
    """Nothing is missing there, and yet what is deleted stays there."""
    days(copies, store, clock, 7)
    stick.lets_go = StoreReadOnly()
    days(copies, store, clock, 1)

    assert second.note.hindered == Hindered(InTheWay.READ_ONLY, None)
    assert copies.held().away
    stick.lets_go = None
    copies.catch_up()
    assert second.note.hindered is None
    assert not copies.held().away


def test_where_the_rest_has_no_room_the_newest_goes_there_first(
    store, clock, copies, stick, there, second
):
    days(copies, store, clock, 7)
    pocket = pull_out(there)
    days(copies, store, clock, 9)
    pocket.rename(there)
    # For the newest, and for one more where others have given way.
    stick.room = 8
    before = set(stick.made(there))

    copies.catch_up()

    lying = set(stick.made(there))
    assert copies.last() in lying
    assert before - lying, "what had given way is gone"
    assert len(lying) == stick.room
    assert second.note.hindered == Hindered(InTheWay.FULL, max(set(store.copies.made()) - lying))


def test_one_that_is_full_of_what_has_given_way_takes_the_newest_again(
    store, clock, copies, stick, there, second
):
    """As an earlier Nearer left it, which brought all before it let go of any."""
    doubtful = Copies(store.copies, clock, lambda: True, lambda: False, second)
    days(doubtful, store, clock, 12)
    stick.room = len(stick.made(there))
    store.copies.remove(store.copies.made()[:-7])
    write(store, clock)

    copies.make()

    assert copies.last() in stick.made(there)
    assert second.note.hindered is None


@pytest.mark.parametrize(
    ("says", "by"),
    [
        (StoreFull(), InTheWay.FULL),
        (StoreReadOnly(), InTheWay.READ_ONLY),
        (PlaceAway(), InTheWay.AWAY),
        (StoreError(), InTheWay.OTHER),
    ],
)
def test_what_is_in_the_way_there_costs_no_copy_here(
    store, clock, copies, stick, there, second, says, by
):
    days(copies, store, clock, 8)
    before = stick.made(there)
    stick.says = says
    write(store, clock)

    copies.make()

    assert copies.last() == clock.now()
    assert stick.made(there) == before, "none gives way to one that is not there"
    assert second.note.hindered == Hindered(by, clock.now())
    stick.says = None
    copies.catch_up()
    assert second.note.hindered is None


def test_one_whose_name_is_taken_is_missed(store, clock, copies, stick, second):
    stick.takes = False

    copies.make()

    assert second.note.hindered.by is InTheWay.OTHER


def test_what_cannot_be_remembered_stops_nothing(store, clock, copies, stick, there, second):
    stick.notes = False

    copies.make()

    assert stick.made(there) == store.copies.made()
    assert second.note == SecondNote()


def test_before_there_is_a_copy_here_none_there_gives_way(store, clock, copies, stick, there):
    """As on a new computer."""
    days(copies, store, clock, 3)
    before = stick.made(there)
    store.copies.remove(store.copies.made())

    copies.catch_up()

    assert stick.made(there) == before


def test_while_the_date_may_be_wrong_none_there_gives_way(store, clock, stick, there, second):
    doubtful = Copies(store.copies, clock, lambda: True, lambda: False, second)
    days(doubtful, store, clock, 9)

    assert len(stick.made(there)) == 9


def test_nor_on_the_day_after_one_was_taken_back(folder, store, clock, copies, stick, there):
    days(copies, store, clock, 8)
    first = store.copies.found()[-1]
    store.database.close()
    restore_copy(folder, [], first.path, clock.now())
    before = set(stick.made(there))
    write(store, clock)

    copies.make()

    assert set(stick.made(there)) == {*before, clock.now()}


def test_where_the_clock_was_ahead_new_ones_go_there_all_the_same(
    store, clock, copies, stick, there
):
    clock.move_wall(365 * DAY)
    for _ in range(8):
        days(copies, store, clock, 1)
        clock.move_wall(30 * DAY)
    clock.move_wall(-700 * DAY)
    write(store, clock)

    copies.make()

    assert clock.now() in stick.made(there)
    assert stick.made(there) == store.copies.made()


# -- with only a new copy


def test_with_a_new_one_alone_it_is_the_only_one_there(store, clock, copies, stick, there, second):
    days(copies, store, clock, 3)

    copies.keep_only_a_new_one()

    assert stick.made(there) == store.copies.made() == (clock.now(),)
    assert second.note == SecondNote(made=(clock.now(),))


def test_what_was_let_go_of_leaves_a_stick_when_it_is_back(
    store, clock, copies, stick, there, second
):
    days(copies, store, clock, 3)
    pocket = pull_out(there)
    copies.keep_only_a_new_one()
    only = clock.now()
    assert second.note.only_since == only
    assert copies.held().away
    clock.pass_time(DAY)
    days(copies, store, clock, 2)

    pocket.rename(there)
    copies.catch_up()

    assert stick.made(there) == store.copies.made()
    assert min(stick.made(there)) == only
    assert second.note.only_since is None


def test_where_there_is_no_room_one_stays_until_a_new_one_lies_there(
    store, clock, copies, stick, there, second
):
    days(copies, store, clock, 3)
    newest = copies.last()
    stick.says = StoreFull()

    copies.keep_only_a_new_one()

    assert stick.made(there) == (newest,)
    assert second.note.hindered.by is InTheWay.FULL
    stick.says = None
    copies.catch_up()
    assert stick.made(there) == store.copies.made()


def test_a_clock_that_was_ahead_takes_no_new_copy_along(store, clock, copies, stick, there):
    days(copies, store, clock, 2)
    clock.move_wall(30 * DAY)
    pocket = pull_out(there)
    copies.keep_only_a_new_one()
    clock.move_wall(-30 * DAY)
    write(store, clock)
    copies.make()
    pocket.rename(there)

    copies.catch_up()

    assert set(stick.made(there)) == set(store.copies.made())


# -- what still holds what is deleted


def test_it_is_said_until_when_copies_hold_what_is_deleted(store, clock, copies):
    assert copies.held() == Held(None)
    assert copies.held().nowhere
    days(copies, store, clock, 3)
    held = copies.held()
    assert held.until > date(2027, 1, 1)
    assert not held.nowhere


def test_copies_that_lie_in_the_second_place_alone_count_too(store, clock, copies):
    days(copies, store, clock, 1)
    store.copies.remove(store.copies.made())

    assert copies.held().until is not None


def test_what_was_put_aside_holds_it_until_it_is_let_go_of(folder, store, clock, copies):
    days(copies, store, clock, 1)
    (copy,) = store.copies.found()
    store.database.close()
    restore_copy(folder, [], copy.path, clock.now())
    with closing(open_store(folder, [])) as again:
        copies = Copies(again.copies, clock, lambda: True)
        assert (copies.put_aside(), copies.held().put_aside) == (1, True)
        copies.keep_only_a_new_one()
        assert copies.put_aside() == 1
        copies.keep_only_a_new_one(put_aside=True)
        assert (copies.put_aside(), copies.held().put_aside) == (0, False)


# -- chosen


def test_what_cannot_be_the_second_place_is_refused(folder, second, tmp_path):
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "nearer.db").touch()
    for place, fault in (
        (tmp_path / "theirs", PlaceFault.FIRST_PLACE),
        (tmp_path / "none", PlaceFault.NO_FOLDER),
        (Path("stick"), PlaceFault.NO_FOLDER),
        (folder, PlaceFault.FIRST_PLACE),
        (folder / "copies", PlaceFault.FIRST_PLACE),
    ):
        if place == folder / "copies":
            place.mkdir()
        with pytest.raises(PlaceRefused) as refused:
            second.check(place)
        assert refused.value.fault is fault
    second.check(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_one_that_cannot_be_read_any_more_is_seen(store, clock, copies, there, second):
    days(copies, store, clock, 1)
    spoil(there)

    standing = second.standing()

    assert standing.found == Newest(copies.last(), whole=False)


def test_it_is_written_anew(store, clock, copies, stick, there, second):
    days(copies, store, clock, 2)
    spoil(there)
    second.standing()
    assert second.note.unreadable == (copies.last(),)

    copies.catch_up()

    assert second.standing().found == Newest(copies.last(), whole=True)
    assert second.note == SecondNote(made=store.copies.made())


def test_where_it_cannot_be_it_is_tried_again(store, clock, copies, stick, there, second):
    days(copies, store, clock, 2)
    spoil(there)
    second.standing()
    stick.says = StoreFull()

    copies.catch_up()

    assert second.note.hindered == Hindered(InTheWay.FULL, None)
    assert stick.made(there) == store.copies.made()
    stick.says = None
    copies.catch_up()
    assert second.standing().found == Newest(copies.last(), whole=True)


def test_one_that_is_not_whole_here_either_is_not_written_anew(
    store, clock, copies, stick, there, second
):
    days(copies, store, clock, 2)
    spoil(there)
    spoil(store.copies.place())
    second.standing()

    copies.catch_up()

    assert stick.made(there) == store.copies.made()
    assert second.standing().found == Newest(copies.last(), whole=False)


def test_an_empty_one_is_there(second):
    standing = second.standing()

    assert standing.found is NoCopy.NONE_YET


def test_nobody_has_to_wait():
    assert nobody(Progress(Doing.WRITING)) is None
