"""The evening's question while the notebook is locked."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QScreen

from coupleapp.application.locked_evening import LockedEvening, LockedReminding
from coupleapp.application.ports import Clock
from coupleapp.domain.reminders.kinds import Reminder, ShownReminder
from coupleapp.reminders import Reminders
from coupleapp.shell.asking import Asking
from coupleapp.shell.platform_services import PlatformServices
from coupleapp.ui.base.tray import Tray
from coupleapp.ui.base.windows import Windows
from coupleapp.ui.reminders.ask_model import AskModel
from coupleapp.ui.reminders.small_window import SmallWindow


class LockedEveningController(QObject):
    """Asks while the notebook is locked. ``wanted``: they want to open it for tonight."""

    wanted = Signal()

    def __init__(
        self,
        folder: Path,
        windows: Windows,
        services: PlatformServices,
        tray: Tray,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._aside = services.aside
        self._reminding = LockedReminding(LockedEvening(None), clock, self.note)
        self._ask = AskModel(self._reminding)
        self._small = SmallWindow(
            windows, "LockedWindow", {"question": self._ask}, lambda: self._ask.reminder, self
        )
        self._reminders = Reminders(clock, self._reminding, self)
        self._asking = Asking(
            self._ask,
            self._take_right,
            services.attention,
            services.notifier(tray, self),
            services.aside,
            clock,
            self,
        )
        self._asking.opens.connect(self._show)
        self._asking.too_late.connect(self.wanted)
        self._asking.again.connect(self._reminders.check)
        self._asking.over.connect(self._close)
        self._reminders.due.connect(self._remind)
        self._ask.accepted.connect(self._open)
        self._ask.answered.connect(self._close)

    @property
    def open(self) -> bool:
        """Whether its window is there."""
        return self._small.open

    def begin(self, known: LockedEvening | None = None) -> None:
        """Remind from now on; without ``known`` by what was noted last."""
        from coupleapp.store import read_locked_evening

        known = known or read_locked_evening(self._folder)
        if known is not None:
            self._reminding.known = known
            self._reminders.start()

    def end(self) -> tuple[ShownReminder, ...]:
        """The notebook is open again: what was asked and answered meanwhile."""
        self._reminders.stop()
        self._close()
        known, self._reminding.known = self._reminding.known, LockedEvening(None)
        return known.shown

    def ask_again(self) -> None:
        """What is being asked was not seen."""
        if self._ask.reminder is not None:
            self._reminding.ask_again(self._ask.reminder)

    def note(self, known: LockedEvening | None) -> None:
        """Keep it for a start at which the notebook is locked; None: keep nothing."""
        from coupleapp.store import write_locked_evening

        self._aside(lambda: write_locked_evening(self._folder, known))

    @Slot(object)
    def _remind(self, reminder: Reminder) -> None:
        if not self._small.open:
            self._asking.look(reminder)

    def _take_right(self, reminder: Reminder) -> bool:
        if self._small.open or reminder not in self._reminding.look().due:
            return False
        self._reminding.claim(reminder)
        return True

    @Slot(bool, object)
    def _show(self, active: bool, screen: QScreen | None) -> None:
        self._small.appear(active=active, screen=screen)

    @Slot()
    def _open(self) -> None:
        self._close()
        self.wanted.emit()

    @Slot()
    def _close(self) -> None:
        self._asking.end()
        self._small.go()
        self._reminders.check()
