"""The second place over an open store: computers are told apart, and a dead drive hangs nothing."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray

from coupleapp.application.couples import Couples
from coupleapp.application.lock import Lock
from coupleapp.application.second_shelf import PlaceAway, PlaceFault, PlaceRefused
from coupleapp.domain.couple import Couple
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.domain.settings import Settings
from coupleapp.shell import second_place
from coupleapp.store import SecondFolder, Store, open_store, patience
from tests.application.hands import HandClock
from tests.store.helpers import NOW, entry, quick


def test_a_folder_that_is_opened_on_another_computer_brought_nothing_there(
    tmp_path: Path, monkeypatch
):
    (stick := tmp_path / "stick").mkdir()
    clock = HandClock()

    def at(computer: bytes) -> None:
        machine = SimpleNamespace(machineUniqueId=lambda: QByteArray(computer))
        monkeypatch.setattr(second_place, "QSysInfo", machine)
        second_place.second_place_of(store, Couples(store.couple, clock), clock)

    with closing(open_store(tmp_path / "nearer", [])) as store:
        store.notebook.add(entry("e1"))
        made = store.copies.make(NOW)
        at(b"kitchen")
        store.second_place.write(stick, made)
        at(b"study")
        assert store.second_place.own(stick) == ()
        at(b"kitchen")
        assert store.second_place.own(stick) == (made,)


AT = NOW.replace(microsecond=0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock = HandClock()
    with closing(quick(open_store(tmp_path / "nearer", []))) as store:
        store.notebook.add(entry("e1"))
        store.copies.make(NOW)
        second_place.second_place_of(store, Couples(store.couple, clock), clock)
        yield store


@pytest.fixture
def dead(tmp_path: Path, store: Store, monkeypatch) -> Iterator[Path]:
    """A drive that lists what lies there, and whose files give no answer to who reads them."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no file that hangs")
    monkeypatch.setattr(patience, "ANSWERS_S", 0.05)
    monkeypatch.setattr(SecondFolder, "size", 0)
    (place := tmp_path / "dead").mkdir()
    (copy,) = store.copies.place().glob("*.db")
    (place / copy.name).touch()
    pipe = place / f"{copy.stem}.keys.json"
    os.mkfifo(pipe)
    yield place
    while hanging():
        # Whoever waits hears that nothing comes.
        os.close(os.open(pipe, os.O_RDWR | os.O_NONBLOCK))
        for one in hanging():
            one.join(0.01)


def hanging() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "bounded"]


ASKS: list[Callable[[SecondFolder, Path], object]] = [
    SecondFolder.made,
    SecondFolder.own,
    SecondFolder.settle,
    lambda shelf, place: shelf.write(place, AT),
    lambda shelf, place: shelf.remove(place, AT),
    lambda shelf, place: shelf.readable(place, AT),
]


@pytest.mark.parametrize("ask", ASKS)
def test_a_drive_that_does_not_answer_is_away_whatever_is_asked(store, dead: Path, ask):
    with pytest.raises(PlaceAway):
        ask(store.second_place, dead)


def test_while_it_hangs_nothing_more_is_asked_there_and_other_places_are(store, dead, tmp_path):
    for ask in ASKS * 2:
        with pytest.raises(PlaceAway):
            ask(store.second_place, dead)
    with pytest.raises(PlaceRefused) as refused:
        store.second_place.refuse(dead)

    assert refused.value.fault is PlaceFault.FAILS
    assert len(hanging()) == 1
    store.second_place.refuse(tmp_path)


def test_it_hinders_no_new_passphrase(store, dead: Path, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    store.second_place.write(stick, AT)
    store.couple.save(Couple("Noa", "Adél", NOW.date()), Settings(second_place=str(dead)))

    Lock(store.lock).choose(Passphrase("four words we say"))

    assert store.lock.ways() == {WayIn.PASSPHRASE}
    assert hanging()
