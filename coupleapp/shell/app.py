"""One running Nearer: draws first, then opens the store, and takes everything down in reverse."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from coupleapp.application.folder import FolderDoubtful, FolderHeld, FolderUnlockable
from coupleapp.application.lock import RenewalInterrupted
from coupleapp.application.ports import (
    Clock,
    KeyMissing,
    StoreDamaged,
    StoreError,
)
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell.lock_screen import LockScreen
from coupleapp.shell.locked_evening import LockedEveningController
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.open_notebook import OpenNotebook
from coupleapp.shell.options import Options
from coupleapp.shell.platform_services import PlatformServices, platform_services
from coupleapp.shell.start_trouble import StartTrouble
from coupleapp.shell.waiting import Waiting
from coupleapp.shell.way_back import WayBack
from coupleapp.ui.base import wording
from coupleapp.ui.base.copy_choice import CopyChoice

if TYPE_CHECKING:
    from coupleapp.shell.composition import Composition
    from coupleapp.shell.profile import Profile

RETRY_MS = 60_000
"""How long after a start behind a locked keyring it is tried again, where nobody looks."""


class App(QObject):
    """The window, and once its file is open the composition over it."""

    _not_caught = Signal(str)

    def __init__(
        self,
        options: Options,
        folder: Path,
        clock: Clock,
        services: PlatformServices | None = None,
        *,
        take: Callable[[], bool],
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        """Build the window, and open nothing yet.

        Args:
            options: What the command line asked for.
            folder: Where the couple's file lies.
            clock: The real one, or a rehearsal's.
            services: What differs per system; else this system's own.
            take: Takes the folder; False where another shows its window and this one ends. What
                stands against it is raised: ``application/folder.py``, or an OSError.
            go_on: Takes note that they know the doubt that was raised.
        """
        super().__init__()
        self._options = options
        self._folder = folder
        self._clock = clock
        self._take = take
        self._go_on = go_on
        self._services = services or platform_services()
        self.window = MainWindow(
            resource_folder(),
            clock,
            self._services.press_clock,
            self._services.captures.follow,
            background=options.background,
            parent=self,
        )
        self._trouble = StartTrouble(self.window, str(folder), clock, self)
        self._evening = LockedEveningController(
            folder, self.window.windows, self._services, self.window.closing.tray, clock, self
        )
        keepers = self._services.keepers
        self._lock_screen = LockScreen(self.window, keepers, self._evening, clock, self)
        worker = self._services.worker
        self._evening.wanted.connect(self.window.come_forward)
        self._screen_lock = self._services.screen_lock(self)
        self._notebook = OpenNotebook(
            folder, resource_folder() / "programme", clock, worker, self._build, self
        )
        self._notebook.opened.connect(self._compose)
        self._notebook.failed.connect(self._say_trouble)
        self._notebook.let_go.connect(self.window.windows.forget)
        self._notebook.closing.connect(self.window.closing.unfollow)
        self._waiting = Waiting(self.window, self._notebook, self._lock_screen, self._trouble, self)
        self._screen_lock.locked.connect(self._waiting.hide_by_itself)
        self._way_back = WayBack(
            folder, self._notebook, self.window, self._lock_screen, worker, clock, self
        )
        self._not_caught.connect(self.window.app.notify)
        self._trouble.again.connect(self._open)
        self._trouble.gone_on.connect(self._open_all_the_same)
        self._way_back.follow(self._trouble.choice)
        self._lock_screen.again.connect(self._open)
        self._way_back.found.connect(self._trouble.offer)
        self._way_back.locked.connect(self._say_trouble)
        self._way_back.again.connect(self._open)
        self._way_back.not_taken.connect(self._say_trouble)

    @property
    def composition(self) -> "Composition | None":
        """What is built over the open notebook; None while none is open."""
        return self._notebook.composition

    def start(self) -> None:
        """Draw first, then read from disk."""
        self.window.appearance.apply()
        if self._options.background:
            self._open()
        else:
            self.window.come_forward()
            # Not before the first frame: reading the data layer in costs more than all of Qt.
            self.window.drawn.connect(self._open)

    @Slot()
    def come_forward(self) -> None:
        """Show the main window, above the others where the desktop allows it."""
        if self.composition is not None:
            self.composition.come_forward()
        else:
            self.window.come_forward()

    def not_caught(self, error: BaseException) -> None:
        """Say what is safe: a known trouble in its own words. May be called from any thread."""
        if isinstance(error, StoreError):
            self._not_caught.emit(wording.store_trouble(error))
        else:
            self._not_caught.emit(wording.bug())

    @Slot()
    def hold(self) -> None:
        """Let a talk wait for "carry on": the computer may be about to end us."""
        if self.composition is not None:
            self.composition.session.hold()

    def ask_again(self) -> None:
        """Whatever is being asked was not seen: the next start asks it."""
        with contextlib.suppress(StoreError):
            if self.composition is not None:
                self.composition.reminder.ask_again()
            else:
                self._evening.ask_again()

    def stop(self) -> None:
        """Take everything down in reverse; what was handed aside is finished first."""
        if self.composition is not None:
            self._evening.note(self.composition.lock.tonight_outside())
            self.composition.stop()
        self._evening.end()
        for page in (self._trouble, self._lock_screen, self._waiting):
            page.drop()
        self._services.wake_lock.release()
        self.window.take_down()
        self.finish()

    def finish(self) -> None:
        """Finish what is kept; nothing that is drawn is touched."""
        if self.composition is not None:
            self.composition.copies.make_last()
        self._services.worker.shutdown(wait=True)
        if self._notebook.profile is not None:
            self._notebook.profile.store.close()

    # -- opening

    @Slot()
    def _open(self) -> None:
        """Two in one folder would write over each other: it is ours before it is opened."""
        if self._notebook.busy or self._lock_screen.closed or self.composition is not None:
            return
        try:
            taken = self._take()
        except (FolderHeld, FolderUnlockable, FolderDoubtful, OSError) as error:
            self._say_trouble(error)
            return
        if not taken:
            return
        self._notebook.open(self._lock_screen.try_now())

    @Slot()
    def _open_all_the_same(self) -> None:
        self._go_on()
        self._open()

    def _build(self, profile: "Profile", place: QObject) -> "Composition":
        from coupleapp.shell.composition import Composition

        return Composition(
            profile,
            self.window,
            self._services,
            self._clock,
            self._screen_lock,
            self._folder,
            self._options,
            place,
        )

    @Slot(object)
    def _compose(self, profile: "Profile") -> None:
        if self._lock_screen.closed:
            # It was put out of sight while it was being opened.
            self._notebook.close_unwanted(profile)
            return
        try:
            self._notebook.build(profile, lambda composition: self._begin(profile, composition))
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            self._say_trouble(error)
            return
        if profile.refused:
            self.window.app.notify(wording.refused_files(profile.refused))

    def _begin(self, profile: "Profile", composition: "Composition") -> None:
        self._trouble.drop()
        unlocked = self._lock_screen.opened(profile.store.known)
        composition.use.reminding.take_over(unlocked.shown)
        composition.start()
        self._way_back.follow(composition.pages.model(CopyChoice))
        # Later: the page on which it was asked for is taken down first.
        later = Qt.ConnectionType.QueuedConnection
        composition.lock.asked.connect(self.lock, later)
        composition.lock.renew.connect(self._way_back.renew, later)
        if unlocked.sheet is not None:
            composition.lock.opened_with(unlocked.sheet)
        elif unlocked.renewal is not None:
            composition.lock.renewed(unlocked.renewal)
        elif unlocked.for_tonight:
            composition.reminder.open_evening()

    @Slot(object)
    def _say_trouble(self, error: Exception) -> None:
        if self._lock_screen.asks(error):
            self._trouble.drop()
            return
        self._lock_screen.drop()
        if not self.window.frame.isVisible():
            # At login the keyring may still be locked: quietly, until somebody looks.
            QTimer.singleShot(RETRY_MS, self, self._open)
        if self._trouble.say(error) and isinstance(error, StoreDamaged | KeyMissing):
            self._trouble.choice.look()
            self._way_back.look()

    # -- the lock

    @Slot()
    def lock(self) -> None:
        """Close the notebook and put it out of sight; what is under way is kept and waits."""
        composition = self.composition
        if composition is None:
            return
        composition.copies.make_last()
        ways, tonight = composition.lock.ways(), composition.lock.tonight_outside()
        if composition.lock.renewing:
            self._lock_screen.not_renewed(RenewalInterrupted())
        self._notebook.close()
        self._lock_screen.lock(ways, tonight)
