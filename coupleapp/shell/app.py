"""The composition root: builds everything in order, owns it, takes it down in reverse."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot

from coupleapp.application.ports import Clock, StoreError
from coupleapp.desktop.keep_awake import ScreenWakeLock
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.secrets import OsKeyring
from coupleapp.desktop.sound import Tones
from coupleapp.domain.guided_session import ImpossibleEventError
from coupleapp.shell.appearance import AppearanceController
from coupleapp.shell.closing import ClosingController
from coupleapp.shell.options import Options
from coupleapp.shell.start_trouble import StartTrouble
from coupleapp.ui.base import wording
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.windows import Windows

if TYPE_CHECKING:
    from coupleapp.shell.build import Opened
    from coupleapp.shell.models import Rooms
    from coupleapp.shell.wiring import Desks


HOME_MS = 60_000
RETRY_MS = 60_000


class App(QObject):
    """One running Nearer: its windows, its store, its reminders."""

    _opened = Signal(object)
    _failed = Signal(object)
    _not_caught = Signal(str)

    def __init__(self, options: Options, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._options = options
        self._folder = folder
        self._clock = clock
        self._resources = resource_folder()
        # One thread, so that what is handed aside is done in order.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._stage = Windows(self._resources)
        self._model = AppModel(QUrl.fromLocalFile(str(self._resources)))
        self._tones = Tones(self._resources / "sounds", self)
        self._looks = AppearanceController(self._model, self._stage, self._tones, clock, self)
        self._awake = ScreenWakeLock()
        self._frame = self._stage.frame()
        self._trouble = StartTrouble(self._stage, self._frame, str(folder), self)
        self._drawn = False
        self._opening = False
        icon = self._resources / "icons" / "nearer.png"
        self._door = ClosingController(
            self._frame, icon, background=options.background, parent=self
        )
        self._desks: Desks | None = None
        self._rooms: Rooms | None = None
        self._opened.connect(self._move_in)
        self._home_clock = QTimer(self, interval=HOME_MS)
        self._home_clock.timeout.connect(self._keep_home_true)
        self._failed.connect(self._say_trouble)
        self._not_caught.connect(self._model.notify)
        self._trouble.again.connect(self._open)
        self._model.turned.connect(self._turn_to)

    def start(self) -> None:
        """Draw first, then read from disk."""
        self._looks.apply()
        if self._options.background:
            self._open()
        else:
            self.come_forward()
            # Not before the first frame: reading the data layer in costs more than all of Qt.
            # frameSwapped comes from the render thread.
            self._frame.frameSwapped.connect(
                self._first_frame_shown, Qt.ConnectionType.QueuedConnection
            )

    @Slot()
    def _first_frame_shown(self) -> None:
        if not self._drawn:
            self._drawn = True
            self._frame.frameSwapped.disconnect(self._first_frame_shown)
            self._open()

    @Slot()
    def come_forward(self) -> None:
        """Show the main window, above the others where the desktop allows it."""
        self._keep_home_true()
        self._frame.show()
        self._frame.requestActivate()

    @Slot()
    def _keep_home_true(self) -> None:
        """A Home that is left open overnight says good morning."""
        if self._rooms is not None and self._model.props.page == "home":
            self._rooms.refresh_home()

    def not_caught(self, error: BaseException) -> None:
        """Say what is safe: a known trouble in its own words. May be called from any thread."""
        if isinstance(error, StoreError):
            self._not_caught.emit(wording.store_trouble(error))
        else:
            self._not_caught.emit(wording.bug())

    def stop(self) -> None:
        """Take everything down in reverse; what was handed aside is finished first."""
        if self._desks is not None:
            self._desks.stop()
        self._door.go()
        self._tones.unload()
        self._awake.release()
        self._stage.clear()
        self._worker.shutdown(wait=True)
        if self._rooms is not None:
            self._rooms.store.close()

    # -- opening

    @Slot()
    def _open(self) -> None:
        if not self._opening and self._rooms is None:
            self._opening = True
            self._worker.submit(self._open_aside)

    def _open_aside(self) -> None:
        """On the worker's thread; only signals leave it."""
        try:
            from coupleapp.shell.build import open_rooms

            found = open_rooms(self._folder, self._resources / "programme", [OsKeyring()])
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            self._failed.emit(error)
        else:
            self._opened.emit(found)

    @Slot(object)
    def _move_in(self, found: "Opened") -> None:
        self._opening = False
        try:
            self._furnish(found)
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            self._rooms = None
            found.store.close()
            self._say_trouble(error)

    def _furnish(self, found: "Opened") -> None:
        from coupleapp.shell.build import furnish_rooms
        from coupleapp.shell.wiring import Desks, House

        staged = self._options.rehearsal
        rooms = furnish_rooms(
            found.store, found.programme, self._clock, self._aside, rehearsal=staged
        )
        self._rooms = rooms
        for changed in (
            rooms.settings_model.changed,
            rooms.plans_model.changed,
            rooms.own_rituals_model.changed,
            rooms.activities_model.changed,
            rooms.agreements_model.changed,
            rooms.programme_model.changed,
            rooms.first_run_model.done,
        ):
            changed.connect(rooms.reminders_model.refresh)
            changed.connect(self._settings_changed)
        # It shows by itself what was chosen on it.
        rooms.reminders_model.changed.connect(self._settings_changed)
        rooms.first_run_model.done.connect(self._first_run_done)
        self._model.soundToggled.connect(rooms.settings_model.setSound)
        self._trouble.drop()
        house = House(
            stage=self._stage,
            frame=self._frame,
            tones=self._tones,
            looks=self._looks,
            awake=self._awake,
            door=self._door,
            worker=self._worker,
            aside=self._aside,
            page=lambda: self._model.props.page,
            folder=self._folder,
            data_dir=self._options.data_dir,
        )
        self._desks = Desks(rooms, house, self)
        self._desks.shown.connect(self._model.open)
        self._desks.turned.connect(self._turn_to)
        self._desks.forward.connect(self.come_forward)
        self._looks.ask_the_desktop()
        self._looks.choose(rooms.couples.settings)
        self._open_first_page(rooms, self._desks)
        if found.refused:
            self._model.notify(wording.refused_files(found.refused))
        self._stage.furnish(self._frame, "Shell", {"app": self._model, **rooms.models})
        self._desks.start()
        self._home_clock.start()

    def _open_first_page(self, rooms: "Rooms", desks: "Desks") -> None:
        couple = rooms.couples.couple
        if couple is None:
            self._model.open("first_run")
            return
        unfinished = rooms.sessions.unfinished()
        self._turn_to("home")
        if unfinished is not None:
            try:
                desks.session.lead(rooms.sessions.take_up(unfinished))
            except ImpossibleEventError as error:
                # One log that cannot be read keeps nobody out of the house.
                sys.excepthook(type(error), error, error.__traceback__)

    @Slot(object)
    def _say_trouble(self, error: Exception) -> None:
        self._opening = False
        if not self._frame.isVisible():
            # At login the keyring may still be locked: quietly, until somebody looks.
            QTimer.singleShot(RETRY_MS, self, self._open)
        self._trouble.say(error)

    def _aside(self, work: Callable[[], None]) -> None:
        self._worker.submit(_known_troubles_are_silent, work)

    # -- pages

    @Slot(str)
    def _turn_to(self, page: str) -> None:
        from coupleapp.shell.navigation import open_page

        rooms = self._rooms
        if rooms is None or rooms.couples.couple is None:
            return
        if page == "breathe" and self._desks is not None:
            # Before the page: the first phase has its tone.
            self._desks.breath.get_ready()
        self._model.open(page)
        if page == "home":
            self._tones.unload()
        open_page(rooms, page)

    @Slot()
    def _first_run_done(self) -> None:
        self._turn_to("home")

    # -- choices

    @Slot()
    def _settings_changed(self) -> None:
        if self._rooms is not None:
            self._looks.choose(self._rooms.couples.settings)
        if self._desks is not None:
            self._desks.settings_changed()


def _known_troubles_are_silent(work: Callable[[], None]) -> None:
    """A mark or a draft that cannot be written now is written again in a moment."""
    try:
        work()
    except StoreError:
        return
    except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
        sys.excepthook(type(error), error, error.__traceback__)
