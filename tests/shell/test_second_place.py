"""The second place over an open store: each computer is told from every other."""

from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QByteArray

from coupleapp.application.couples import Couples
from coupleapp.shell import second_place
from coupleapp.store import open_store
from tests.application.hands import HandClock
from tests.store.helpers import NOW, entry


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
