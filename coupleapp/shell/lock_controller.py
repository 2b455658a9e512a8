"""Locking while the notebook is open: by a press, by itself, and what may be known outside."""

from PySide6.QtCore import QObject, Signal, Slot

from coupleapp.application.locked_evening import LockedEvening, locked_evening
from coupleapp.application.ports import StoreError
from coupleapp.desktop.attention import Attention
from coupleapp.desktop.screen_lock import ScreenLock
from coupleapp.domain.lock import SheetCode, WayIn
from coupleapp.shell.auto_lock import AutoLock
from coupleapp.shell.lock_screen import RenewalEnded
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.navigation import Navigation
from coupleapp.shell.page_entry import Pages
from coupleapp.shell.reminder_controller import ReminderController
from coupleapp.shell.under_way import UnderWay
from coupleapp.shell.use_cases import Aside, UseCases
from coupleapp.ui.base import wording
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.lock.lock_model import LockModel
from coupleapp.ui.lock.words import kept_again


class LockController(QObject):
    """``asked``: the notebook is to be closed, and asked for before it is opened again.

    ``renew``: it is to be closed, and opened again under a new key.
    """

    asked = Signal()
    renew = Signal(object)

    def __init__(
        self,
        use: UseCases,
        pages: Pages,
        navigation: Navigation,
        reminder: ReminderController,
        under_way: UnderWay,
        window: MainWindow,
        attention: Attention,
        screen_lock: ScreenLock,
        aside: Aside,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._navigation = navigation
        self._reminder = reminder
        self._window = window
        self._model = pages.model(LockModel)
        self._has_passphrase = False
        self.auto = AutoLock(
            window.frame,
            use.clock,
            attention,
            screen_lock,
            aside,
            minutes=self._minutes,
            busy=lambda: under_way.something,
            written_in=lambda: reminder.written_in,
            parent=self,
        )
        window.app.lockAsked.connect(self.asked)
        window.guard.struck.connect(self.auto.touched)
        self.auto.due.connect(self._lock_by_itself)
        self._model.lockAsked.connect(self.asked)
        self._model.renewAsked.connect(self.renew)
        self._model.changed.connect(self._say)
        self._say()

    def opened_with(self, sheet: SheetCode) -> None:
        """It was opened with the sheet: they choose a new passphrase, or this computer keeps it."""
        if self._has_passphrase:
            # Before the page opens: then it asks.
            self._model.after_sheet(sheet)
            self._navigation.turn_to(PageName.LOCK)
        else:
            try:
                self._use.store.lock.unlock()
            except StoreError as error:
                # It is open all the same; the sheet opens it again.
                self._window.app.notify(wording.store_trouble(error))
            else:
                self._window.app.notify(kept_again())

    def renewed(self, renewal: RenewalEnded) -> None:
        """They asked for a new key: they are where they asked."""
        self._navigation.turn_to(PageName.LOCK)
        self._model.renewed(renewal.error)

    @property
    def renewing(self) -> bool:
        """Whether a new key was asked for, and it was not closed for that yet."""
        return self._model.renewing

    def ways(self) -> frozenset[WayIn]:
        """What opens it again; a passphrase, where that cannot be read: nothing keeps it open."""
        try:
            return self._use.lock.ways()
        except StoreError:
            return frozenset({WayIn.PASSPHRASE})

    def tonight_outside(self) -> LockedEvening | None:
        """What may be known of the evening while it is locked; None where it never is."""
        use = self._use
        if not self._has_passphrase or use.couples.couple is None:
            return None
        try:
            return locked_evening(
                use.couples, use.store.evenings, use.clock, self._reminder.unanswered
            )
        except StoreError:
            # It only costs an evening's question.
            return None

    @Slot()
    def _say(self) -> None:
        self._has_passphrase = WayIn.PASSPHRASE in self._use.lock.ways()
        self._window.app.locks(with_passphrase=self._has_passphrase)

    @Slot()
    def _lock_by_itself(self) -> None:
        # Without a passphrase it would only be in their way.
        if self._has_passphrase:
            self.asked.emit()

    def _minutes(self) -> int:
        return self._use.couples.settings.lock_after
