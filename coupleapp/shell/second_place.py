"""The second place of the copies, over an open store."""

from PySide6.QtCore import QSysInfo

from coupleapp.application.couples import Couples
from coupleapp.application.ports import Clock
from coupleapp.application.second_place import SecondPlace
from coupleapp.desktop.bounded import within
from coupleapp.store import Store


def second_place_of(store: Store, couples: Couples, clock: Clock) -> SecondPlace:
    """The one this couple chose, if they did; asked each time, and not waited for for ever."""
    store.second_place.told_apart_by(bytes(QSysInfo.machineUniqueId().data()))
    store.second_place.patience.within = within
    return SecondPlace(
        store.second_place,
        store.copies.made,
        clock,
        lambda: couples.settings.second_place,
    )
