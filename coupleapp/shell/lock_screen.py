"""What opens the notebook, and the page that asks for it while it is locked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from coupleapp.application.lock import KnownKey, Opener
from coupleapp.application.locked_evening import LockedEvening
from coupleapp.application.ports import (
    Clock,
    PassphraseNeeded,
    SecretKeeper,
    SecretNeeded,
    SecretRefused,
)
from coupleapp.domain.lock import Secret, SheetCode, WayIn
from coupleapp.domain.reminders.kinds import ShownReminder
from coupleapp.shell.locked_evening import LockedEveningController
from coupleapp.shell.main_window import MainWindow
from coupleapp.ui.lock.unlock_model import UnlockModel

LATE_MS = 3000
"""How often a keyring is asked again: who types its password needs more time than it is given."""

UNSEEN_MS = 60_000
"""The same where nobody looks."""


@dataclass(frozen=True, slots=True)
class RenewalEnded:
    """``error``: why it has no new key; None where it has one."""

    error: Exception | None


@dataclass(frozen=True, slots=True)
class Unlocked:
    """``sheet``: it was opened with it. ``shown``: reminders of meanwhile.

    ``renewal``: how giving it a new key has ended; None where nobody asked for one.
    """

    sheet: SheetCode | None
    shown: tuple[ShownReminder, ...]
    for_tonight: bool
    renewal: RenewalEnded | None


class LockScreen(QObject):
    """``again``: the notebook is to be opened with what ``openers`` gives now."""

    again = Signal()

    def __init__(
        self,
        window: MainWindow,
        keepers: Sequence[SecretKeeper],
        evening: LockedEveningController,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._evening = evening
        self._for_tonight = False
        evening.wanted.connect(self._take_note)
        self._windows = window.windows
        self._frame = window.frame
        self._keepers = keepers
        self._model = UnlockModel(clock)
        self._page: QObject | None = None
        self._asked: type[SecretNeeded] | None = None
        self._typed: Secret | None = None
        self._tried: Secret | None = None
        self._known: tuple[KnownKey, ...] = ()
        self._renewal: RenewalEnded | None = None
        self.closed = False
        """Whether it is opened by nothing but this page."""
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self._try_again)
        self._model.given.connect(self._take)
        self._model.opened.connect(self._try_again)
        self._model.left.connect(QGuiApplication.quit)

    def openers(self) -> list[Opener]:
        """What opens the notebook now."""
        typed = [] if self._typed is None else [self._typed]
        return [*self._known, *typed, *self._keepers]

    def try_now(self) -> list[Opener]:
        """The same; it is opened with them."""
        self._tried = self._typed
        return self.openers()

    def know(self, secret: Secret) -> None:
        """This was typed elsewhere, and opens what is opened next."""
        self._typed = secret

    @property
    def stands(self) -> bool:
        """Whether its page is in the window."""
        return self._page is not None

    def not_renewed(self, error: Exception) -> None:
        """What has opened it does so from now on, too."""
        self._renewal = RenewalEnded(error)

    def renewed(self, known: KnownKey) -> None:
        """This opens it from now on."""
        self._renewal = RenewalEnded(None)
        if not self.stands:
            # Else it was put out of sight meanwhile, and nothing is known any more.
            self._known = (known,)

    def opened(self, known: tuple[KnownKey, ...]) -> Unlocked:
        """It is open: how it came to that, and what was answered before."""
        self._model.accepted()
        self.drop()
        typed, self._typed, self._known = self._typed, None, known
        tonight, self._for_tonight = self._for_tonight, False
        renewal, self._renewal = self._renewal, None
        sheet = typed if isinstance(typed, SheetCode) else None
        return Unlocked(sheet, self._evening.end(), for_tonight=tonight, renewal=renewal)

    def lock(self, ways: frozenset[WayIn], tonight: LockedEvening | None) -> None:
        """Forget what has opened it, and stand before it; in the evening ask all the same."""
        if tonight is not None:
            self._evening.note(tonight)
            self._evening.begin(tonight)
        sheet = WayIn.SHEET in ways
        self._forget()
        self._ask(PassphraseNeeded(sheet=sheet) if WayIn.PASSPHRASE in ways else None)

    def hide(self) -> None:
        """Stand before it while it is closed anyway; what opens it is found out when it opens."""
        self._forget()
        self._ask(None)

    def asks(self, error: Exception) -> bool:
        """Whether this is for somebody to type; then the page stands there."""
        if isinstance(error, SecretRefused):
            self._typed, self.closed = None, True
            self._model.refused(error)
            return True
        if not isinstance(error, SecretNeeded):
            return False
        self._ask(error)
        self._evening.begin()
        if self._typed is self._tried:
            self._typed = None
            if error.keyring:
                self._late.start(LATE_MS if self._frame.isVisible() else UNSEEN_MS)
        else:
            # It was typed while the keyring was still being asked.
            self._try_again()
        return True

    def drop(self) -> None:
        """Take the page away, with what was typed on it."""
        self.closed = False
        self._late.stop()
        self._model.drop()
        if self._page is not None:
            self._windows.drop(self._page)
            self._page = None

    @Slot()
    def _take_note(self) -> None:
        self._for_tonight = True

    def _forget(self) -> None:
        self._known, self._typed = (), None

    def _ask(self, needed: SecretNeeded | None) -> None:
        """Ask for what opens it; None: it was only put out of sight."""
        self.closed = True
        self._late.stop()
        asked = None if needed is None else type(needed)
        if self._page is not None and self._asked is asked:
            # It was tried again by itself: what is being typed stays.
            return
        self._asked = asked
        self._model.ask(needed)
        if self._page is None:
            self._page = self._windows.put_into(self._frame, "UnlockPage", {"model": self._model})

    @Slot(object)
    def _take(self, secret: Secret) -> None:
        self._late.stop()
        self._typed = secret
        self._model.working()
        self._try_again()

    @Slot()
    def _try_again(self) -> None:
        self.closed = False
        self.again.emit()
