"""Writes on the console what reminds when, and what this computer can tell."""

import sys
from collections.abc import Iterator
from datetime import tzinfo
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.couples import Couples
from coupleapp.application.local_date import local_date
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock, StoreError
from coupleapp.application.reminding import Kept, Reminding
from coupleapp.console.folder import folder_with_notebook, nothing_there
from coupleapp.console.opening import opening
from coupleapp.console.output import say, sorry
from coupleapp.desktop.attention import Attention
from coupleapp.desktop.autostart import this_autostart
from coupleapp.shell.abilities import find_abilities
from coupleapp.shell.options import Options, clock_for
from coupleapp.shell.use_cases import new_id
from coupleapp.store import Store, open_store
from coupleapp.ui.base.trouble_model import derive_trouble_props
from coupleapp.ui.reminders.words import coming_line, found_lines, kind_words, resting_words


class ClockIn:
    """A clock as it would go in another zone."""

    def __init__(self, clock: Clock, zone: tzinfo) -> None:
        self._clock = clock
        self._zone = zone
        self.speed = clock.speed
        self.now = clock.now
        self.monotonic = clock.monotonic

    def zone(self) -> tzinfo:
        """That zone."""
        return self._zone


def reminders(options: Options, zone: ZoneInfo | None) -> int:
    """Write it; the exit code. Nothing is changed, and no window is opened."""
    app = QCoreApplication(sys.argv[:1])
    try:
        folder = folder_with_notebook(options)
        if folder is None:
            return sorry(nothing_there(options, "Nothing is kept here yet, so nothing comes."))
        store = opening(partial(open_store, folder))
    except (StoreError, OSError) as error:
        return sorry(derive_trouble_props(error, "").words)
    real = clock_for(options)
    try:
        lines = list(_coming(store, ClockIn(real, zone) if zone else real))
    except StoreError as error:
        return sorry(derive_trouble_props(error, "").words)
    finally:
        store.close()
    around = find_abilities(Attention(), this_autostart(folder, options.data_dir).state())
    say(*lines, coming_line(around.comes), *found_lines(around))
    del app
    return 0


def _coming(store: Store, clock: Clock) -> Iterator[str]:
    couples, zone = Couples(store.couple, clock), clock.zone()
    reminding = Reminding(
        couples,
        Plans(store.appointments, store.rituals, clock, new_id),
        Activities(store.activities, clock, new_id, ()),
        Kept(
            store.evenings,
            store.sessions,
            store.notebook,
            Agreements(store.agreements, clock),
            store.programme,
        ),
        clock,
    )
    resting = resting_words(reminding.rests_until(), local_date(clock))
    if resting:
        yield resting
    coming = reminding.upcoming()
    for at, reminder in coming:
        yield f"{at.astimezone(zone):%Y-%m-%d %H:%M}  {kind_words(reminder.kind)}"
    if not coming:
        yield "Nothing comes by itself, as things are chosen now."
