"""The open file and what is built over it: built together, put away together."""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot
from shiboken6 import delete

from coupleapp.application.lock import Opener
from coupleapp.application.ports import Clock
from coupleapp.desktop.memory import forget_small_blocks, forget_what_was_freed
from coupleapp.shell.platform_services import known_troubles_are_silent

if TYPE_CHECKING:
    from coupleapp.shell.composition import Composition
    from coupleapp.shell.profile import Profile

T = TypeVar("T")

FORGET_AGAIN_MS = 2000
"""What the window or the desktop's bus lets go of a moment later is forgotten, too."""

Build = Callable[["Profile", QObject], "Composition"]
"""The composition over an open profile, below this parent."""


class OpenNotebook(QObject):
    """None is open, or one is.

    ``opened``: its ``Profile`` was read. ``failed``: the error, and nothing is open. ``closing``:
    what was built over it works no more.
    """

    opened = Signal(object)
    failed = Signal(object)
    closing = Signal()
    let_go = Signal()
    """Nothing of it is shown any more, and nothing works for it."""

    turned_busy = Signal()
    """``busy`` has changed."""

    _closed = Signal()
    _worked = Signal(object)

    def __init__(
        self,
        folder: Path,
        programme: Path,
        clock: Clock,
        worker: Executor,
        build: Build,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._programme = programme
        self._clock = clock
        self._worker = worker
        self._build = build
        self._place: QObject | None = None
        self.profile: Profile | None = None
        self.composition: Composition | None = None
        self.busy = False
        """Whether it is being opened, or something is done to it while it is closed."""
        self._forget = QTimer(self, singleShot=True, interval=FORGET_AGAIN_MS)
        self._forget.timeout.connect(forget_what_was_freed)
        self._closed.connect(self.delete_what_was_built)
        self._worked.connect(self._end)
        self.opened.connect(self._rest)
        self.failed.connect(self._rest)

    def open(self, openers: Sequence[Opener]) -> None:
        """Read it on the worker's thread, with what opens it."""
        self._set_busy(busy=True)
        self._worker.submit(self._open_aside, openers)

    def _open_aside(self, openers: Sequence[Opener]) -> None:
        """On the worker's thread; only signals leave it."""
        try:
            from coupleapp.shell.profile import open_profile
            from coupleapp.store import forget_looks

            # The folder is ours, and this thread is the one that looks.
            forget_looks(self._folder)
            found = open_profile(self._folder, self._programme, openers, self._clock)
        except Exception as error:  # noqa: BLE001 - known or not, the person is told
            self.failed.emit(error)
        else:
            self.opened.emit(found)

    def build(self, profile: "Profile", begin: Callable[["Composition"], None]) -> None:
        """Build over this file, and begin. Where that fails, nothing stays and the file closes.

        Raises:
            Exception: What ``begin`` raised, or what was built.
        """
        place, composition = QObject(self), None
        try:
            composition = self._build(profile, place)
            begin(composition)
        except BaseException:
            if composition is not None:
                composition.stop()
            # Now and not later: nothing of it may hear the next press.
            _delete(place)
            profile.store.close()
            raise
        self.profile, self.composition, self._place = profile, composition, place

    def close_unwanted(self, profile: "Profile") -> None:
        """Close on the worker's thread what was opened and is not wanted any more."""
        self._worker.submit(self._close_aside, profile.store.close)

    def while_closed(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Put it away, then do this on the worker's thread, unless something is being done.

        ``done`` hears what came of it, ``failed`` what was raised; one of them is called.
        """

        def aside() -> Callable[[], None]:
            try:
                close()
                return partial(done, work())
            except Exception as error:  # noqa: BLE001 - known or not, the person is told
                return partial(failed, error)

        if not self.busy:
            self._set_busy(busy=True)
            close = self._put_away()
            self._worker.submit(lambda: self._worked.emit(aside()))

    def _put_away(self) -> Callable[[], None]:
        """Leave every page and take them down; what closes the file, for the worker's thread."""
        profile, composition = self.profile, self.composition
        self.profile = self.composition = None
        if composition is not None:
            for step in (
                composition.copies.stop,
                composition.reminder.make_room,
                composition.session.hold,
                composition.navigation.leave,
                composition.stop,
            ):
                _whatever_comes(step)
        self.closing.emit()
        return (lambda: None) if profile is None else profile.store.close

    def close(self) -> None:
        """Put it away, and close the file on the worker's thread."""
        self._worker.submit(self._close_aside, self._put_away())

    @Slot()
    def delete_what_was_built(self) -> None:
        """Nobody works for it any more."""
        if self._place is not None:
            _delete(self._place)
            self._place = None
            self.let_go.emit()
            forget_what_was_freed()
            self._forget.start()

    def _close_aside(self, close: Callable[[], None]) -> None:
        known_troubles_are_silent(close)
        forget_small_blocks()
        self._closed.emit()

    @Slot(object)
    def _end(self, tell: Callable[[], None]) -> None:
        self._rest()
        self.delete_what_was_built()
        tell()

    @Slot()
    def _rest(self) -> None:
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.turned_busy.emit()


def _whatever_comes(step: Callable[[], object]) -> None:
    """What cannot be held or left does not keep the notebook open."""
    try:
        step()
    except Exception as error:  # noqa: BLE001 - it is said, and the next step is due
        sys.excepthook(type(error), error, error.__traceback__)


def _delete(place: QObject) -> None:
    """Delete it with all that is below it; what is drawn of it goes first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    delete(place)
