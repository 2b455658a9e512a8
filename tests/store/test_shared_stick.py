"""Two computers with the same notebook on one stick: each changes only what it brought itself."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coupleapp.application.lock import Lock
from coupleapp.application.ports import SecretRefused
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.domain.settings import Settings
from coupleapp.store import Store, open_store, renew_key, restore_copy
from coupleapp.store.bringer import NUMBER, brought_by
from coupleapp.store.envelope import bytes_of as unmarked
from coupleapp.store.envelope import envelope_in
from coupleapp.store.second_place import SecondFolder
from tests.store.helpers import NOW, bytes_of, entry, later, quick

OURS = Passphrase("four words we say")
OTHER = Passphrase("four other words")
AT = NOW.replace(microsecond=0)
LATER = later(60).replace(microsecond=0)


@pytest.fixture
def there(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def second(store: Store, there: Path) -> SecondFolder:
    choose(store, there)
    store.notebook.add(entry("e1"))
    store.copies.make(NOW)
    return store.second_place


def choose(store: Store, place: Path) -> None:
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(place)))


@pytest.fixture
def moved(store: Store, second: SecondFolder, there: Path, tmp_path: Path) -> Iterator[Store]:
    """Taken back from the stick on another computer, which brings a copy, too."""
    second.write(there, AT)
    (copy,) = there.glob("*.db")
    restore_copy(tmp_path / "moved", [store.vault.known], copy, NOW)
    with closing(quick(open_store(tmp_path / "moved", [store.vault.known]))) as other:
        other.copies.make(LATER)
        other.second_place.write(there, LATER)
        yield other


def test_each_computer_knows_what_it_brought_itself(store, second, there: Path, moved: Store):
    for shelf, own in ((second, AT), (moved.second_place, LATER)):
        assert shelf.made(there) == (AT, LATER), "what can be taken back"
        assert shelf.own(there) == (own,)
        assert all(shelf.readable(there, at) for at in shelf.made(there))


def test_a_passphrase_that_is_chosen_on_one_computer_is_not_undone_by_the_other(
    store, second, there: Path, moved: Store, tmp_path: Path
):
    quick(store)
    Lock(store.lock).choose(OURS)
    Lock(moved.lock).choose(OTHER)
    for shelf in (second, moved.second_place, second):
        shelf.settle(there)

    for number, (at, opens) in enumerate(((AT, OURS), (LATER, OTHER))):
        copy = there / f"nearer-{at:%Y-%m-%d-%H%M%S}.db"
        restore_copy(tmp_path / f"new {number}", [opens], copy, NOW)
        with pytest.raises(SecretRefused):
            restore_copy(tmp_path / "none", [OURS if opens is OTHER else OTHER], copy, NOW)


def test_what_the_other_computer_brought_is_neither_removed_nor_written_over(
    store, second, there: Path, moved: Store
):
    (envelope,) = there.glob("*-210000.keys.json")
    (there / f"{envelope.name}.{brought_by(envelope.read_bytes())}.new").write_bytes(b"half")
    alone = there / "nearer-2026-01-01-000000.keys.json"
    alone.write_bytes(envelope.read_bytes())
    before = bytes_of(there)
    store.copies.make(LATER)

    second.remove(there, LATER)
    assert not second.write(there, LATER), "the name is taken"
    second.settle(there)

    assert bytes_of(there) == before


def test_a_folder_that_was_copied_whole_is_another_computer_s_there(
    folder: Path, store, second, there: Path, tmp_path: Path
):
    second.told_apart_by(b"kitchen")
    second.write(there, AT)
    store.close()
    shutil.copytree(folder, tmp_path / "whole")

    with closing(open_store(tmp_path / "whole", [])) as whole:
        whole.second_place.told_apart_by(b"study")
        assert whole.second_place.made(there) == (AT,)
        assert whole.second_place.own(there) == ()
        whole.second_place.told_apart_by(b"kitchen")
        assert whole.second_place.own(there) == (AT,)


@pytest.mark.parametrize("left", [None, b"", b"half"])
def test_where_its_number_is_lost_what_it_brought_stays(
    folder: Path, store, second, there: Path, left: bytes | None
):
    second.write(there, AT)
    before = bytes_of(there)
    (folder / NUMBER).unlink()
    if left is not None:
        (folder / NUMBER).write_bytes(left)

    assert second.own(there) == ()
    second.settle(there)
    second.remove(there, AT)

    assert bytes_of(there) == before
    assert len((folder / NUMBER).read_bytes()) == 32, "it has a new one"
    store.copies.make(LATER)
    second.write(there, LATER)
    assert second.own(there) == (LATER,)


def test_what_an_earlier_nearer_brought_is_known_by_what_lies_here(store, second, there: Path):
    store.copies.make(LATER)
    for at in (AT, LATER):
        second.write(there, at)
    for envelope in there.glob("*.keys.json"):
        envelope.write_bytes(unmarked(envelope_in(envelope.read_bytes())))
    store.copies.remove([AT])
    (store.folder / NUMBER).unlink()

    Lock(quick(store).lock).choose(OURS)
    assert second.own(there) == (LATER,)
    second.settle(there)
    store.copies.remove([LATER])

    assert second.own(there) == (LATER,)
    assert second.made(there) == (AT, LATER)
    ways = [envelope_in(path.read_bytes()).ways for path in sorted(there.glob("*.keys.json"))]
    assert ways == [{WayIn.KEYFILE}, {WayIn.PASSPHRASE}]


def test_those_that_another_computer_brought_before_a_new_key_do_not(
    folder: Path, store, second, there: Path, moved: Store
):
    (envelope,) = there.glob("*-210000.keys.json")
    before = envelope.read_bytes()
    store.close()
    known = renew_key(folder, [], later(90))

    with closing(quick(open_store(folder, [known]))) as again:
        Lock(again.lock).choose(OURS)
        again.second_place.settle(there)
        assert again.second_place.made(there) == (AT, LATER)

    assert envelope.read_bytes() == before
