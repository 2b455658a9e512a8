"""One running Nearer: draws first, then opens the store, and takes everything down in reverse."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import delete

from coupleapp.application.folder import FolderDoubtful, FolderHeld, FolderUnlockable
from coupleapp.application.ports import Clock, KeyMissing, StoreDamaged, StoreError
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell.main_window import MainWindow
from coupleapp.shell.options import Options
from coupleapp.shell.platform_services import PlatformServices, platform_services
from coupleapp.shell.start_trouble import StartTrouble
from coupleapp.shell.way_back import WayBack
from coupleapp.ui.base import wording

if TYPE_CHECKING:
    from coupleapp.shell.composition import Composition
    from coupleapp.shell.profile import Profile

RETRY_MS = 60_000
"""How long after a start behind a locked keyring it is tried again, where nobody looks."""


class App(QObject):
    """The window, and once its file is open the composition over it."""

    _opened = Signal(object)
    _failed = Signal(object)
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
        self._resources = resource_folder()
        self.window = MainWindow(
            self._resources,
            clock,
            self._services.press_clock,
            background=options.background,
            parent=self,
        )
        self._trouble = StartTrouble(
            self.window.windows, self.window.frame, str(folder), clock, self
        )
        keepers, worker = self._services.keepers, self._services.worker
        self._way_back = WayBack(folder, keepers, worker, clock, self)
        self._drawn = False
        self._opening = False
        self._profile: Profile | None = None
        self.composition: Composition | None = None
        self._place: QObject | None = None
        self._opened.connect(self._compose)
        self._failed.connect(self._say_trouble)
        self._not_caught.connect(self.window.app.notify)
        self._trouble.again.connect(self._open)
        self._trouble.gone_on.connect(self._open_all_the_same)
        self._trouble.choice.taken.connect(self._take_back)
        self._way_back.found.connect(self._trouble.offer)
        self._way_back.done.connect(self._taken_back)

    def start(self) -> None:
        """Draw first, then read from disk."""
        self.window.appearance.apply()
        if self._options.background:
            self._open()
        else:
            self.window.come_forward()
            # Not before the first frame: reading the data layer in costs more than all of Qt.
            # frameSwapped comes from the render thread.
            self.window.frame.frameSwapped.connect(
                self._first_frame_shown, Qt.ConnectionType.QueuedConnection
            )

    @Slot()
    def _first_frame_shown(self) -> None:
        if not self._drawn:
            self._drawn = True
            self.window.frame.frameSwapped.disconnect(self._first_frame_shown)
            self._open()

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

    def stop(self) -> None:
        """Take everything down in reverse; what was handed aside is finished first."""
        if self.composition is not None:
            self.composition.stop()
        self._services.wake_lock.release()
        self.window.take_down()
        self.finish()

    def finish(self) -> None:
        """Finish what is kept; nothing that is drawn is touched."""
        if self.composition is not None:
            self.composition.copies.make_last()
        self._services.worker.shutdown(wait=True)
        if self._profile is not None:
            self._profile.store.close()

    # -- opening

    @Slot()
    def _open(self) -> None:
        """Two in one folder would write over each other: it is ours before it is opened."""
        if self._opening or self.composition is not None:
            return
        try:
            taken = self._take()
        except (FolderHeld, FolderUnlockable, FolderDoubtful, OSError) as error:
            self._say_trouble(error)
            return
        if not taken:
            return
        self._opening = True
        self._services.worker.submit(self._open_aside)

    @Slot()
    def _open_all_the_same(self) -> None:
        self._go_on()
        self._open()

    def _open_aside(self) -> None:
        """On the worker's thread; only signals leave it."""
        try:
            from coupleapp.shell.profile import open_profile

            found = open_profile(
                self._folder, self._resources / "programme", self._services.keepers, self._clock
            )
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            self._failed.emit(error)
        else:
            self._opened.emit(found)

    @Slot(object)
    def _compose(self, profile: "Profile") -> None:
        from coupleapp.shell.composition import Composition

        self._opening = False
        place, composition = QObject(self), None
        try:
            composition = Composition(
                profile,
                self.window,
                self._services,
                self._clock,
                self._aside,
                self._folder,
                self._options,
                place,
            )
            self._trouble.drop()
            composition.start()
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            if composition is not None:
                composition.stop()
            # Now and not later: nothing of it may hear the next press.
            delete(place)
            profile.store.close()
            self._say_trouble(error)
            return
        self._profile, self.composition, self._place = profile, composition, place
        # Later: the page on which it was asked for is taken down first.
        composition.copies.taken.connect(self._take_back, Qt.ConnectionType.QueuedConnection)
        if profile.refused:
            self.window.app.notify(wording.refused_files(profile.refused))

    @Slot(object)
    def _say_trouble(self, error: Exception) -> None:
        self._opening = False
        if not self.window.frame.isVisible():
            # At login the keyring may still be locked: quietly, until somebody looks.
            QTimer.singleShot(RETRY_MS, self, self._open)
        self._trouble.say(error)
        if isinstance(error, StoreDamaged | KeyMissing):
            self._trouble.choice.look()
            self._way_back.look()

    # -- the way back

    @Slot(object)
    def _take_back(self, source: Path) -> None:
        """Let this copy take the notebook's place; what is open is closed first."""
        if self._opening:
            return
        self._opening = True
        profile, self._profile = self._profile, None
        if self.composition is not None:
            self.composition.copies.stop()
            self.composition.reminder.make_room()
            self.composition.stop()
            self.composition = None
            self.window.closing.unfollow()
        self._way_back.take(source, (lambda: None) if profile is None else profile.store.close)

    @Slot(object)
    def _taken_back(self, error: Exception | None) -> None:
        """Open it. What was built over the one before is deleted: nobody works for it any more."""
        self._opening = False
        if self._place is not None:
            delete(self._place)
            self._place = None
        if error is None:
            self._open()
        else:
            self._say_trouble(error)

    def _aside(self, work: Callable[[], None]) -> None:
        self._services.worker.submit(_known_troubles_are_silent, work)


def _known_troubles_are_silent(work: Callable[[], None]) -> None:
    """A mark or a draft that cannot be written now is written again in a moment."""
    try:
        work()
    except StoreError:
        return
    except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
        sys.excepthook(type(error), error, error.__traceback__)
