"""A copy, or a file from anywhere, is looked at: a page of its own over whatever stands there."""

import sys
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from coupleapp.application.lock import Opener
from coupleapp.application.looking import InHand, Looked
from coupleapp.application.ports import Clock, SecretNeeded, SecretRefused, StoreError
from coupleapp.domain.lock import Secret
from coupleapp.shell.lock_screen import LockScreen
from coupleapp.shell.main_window import MainWindow
from coupleapp.ui.lock.unlock_model import UnlockModel
from coupleapp.ui.way_back.look_model import LookModel


class CopyLook(QObject):
    """``taken``: this ``InHand`` is to take the place of the notebook."""

    taken = Signal(object)
    _read = Signal(int, object)

    def __init__(
        self,
        window: MainWindow,
        folder: Path,
        lock_screen: LockScreen,
        worker: Executor,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._folder = folder
        self._lock_screen = lock_screen
        self._worker = worker
        self._model, self._unlock = LookModel(clock), UnlockModel(clock)
        self._page: QQuickItem | None = None
        self._below: list[QQuickItem] = []
        self._focused: QQuickItem | None = None
        self._file: InHand | None = None
        self._typed: Secret | None = None
        self._visit = 0
        self._read.connect(self._show)
        self._model.left.connect(self.drop)
        self._model.takeAsked.connect(self._take)
        self._model.envelopeGiven.connect(self._look_with)
        self._unlock.given.connect(self._try)
        self._unlock.opened.connect(self._look)
        window.app.fileGiven.connect(self._look_at_file)
        window.app.pageChanged.connect(self.drop)  # type: ignore[attr-defined] # made by ViewModel
        window.frame.visibleChanged.connect(self._window_shown)
        window.frame.contentItem().childrenChanged.connect(self._make_room)

    @Slot(object)
    def look_at(self, copy: Path) -> None:
        """What is in this copy."""
        self._open(copy, inside=True)

    @Slot()
    def drop(self) -> None:
        """Look no longer: nothing of it stays, and what stood there before stands there again."""
        if self._page is None:
            return
        page, self._page = self._page, None
        self._visit += 1
        self._file = self._typed = None
        self._model.drop()
        self._unlock.drop()
        self._window.windows.drop(page)
        for item in self._below:
            if isValid(item):
                item.setVisible(True)
        if self._focused is not None and isValid(self._focused):
            self._focused.forceActiveFocus()
        self._below, self._focused = [], None

    @Slot(QUrl)
    def _look_at_file(self, url: QUrl) -> None:
        if url.isLocalFile():
            self._open(Path(url.toLocalFile()), inside=False)

    def _open(self, path: Path, *, inside: bool) -> None:
        self.drop()
        self._file = InHand(path)
        self._model.read(path, inside=inside)
        frame = self._window.frame
        self._focused = frame.activeFocusItem()
        self._below = [item for item in frame.contentItem().childItems() if item.isVisible()]
        for item in self._below:
            item.setVisible(False)
        self._page = self._window.windows.put_into(
            frame, "LookPage", {"model": self._model, "unlock": self._unlock}
        )
        self._look()

    @Slot(object)
    def _look_with(self, envelope: Path) -> None:
        if self._file is not None:
            self._file = InHand(self._file.path, envelope)
            self._model.read(self._file.path, inside=self._model.props.inside)
            self._look()

    @Slot(object)
    def _try(self, secret: Secret) -> None:
        self._typed = secret
        self._unlock.working()
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._file is not None:
            typed = [] if self._typed is None else [self._typed]
            openers = [*typed, *self._lock_screen.openers()]
            self._worker.submit(self._look_aside, self._visit, self._file, openers)

    def _look_aside(self, visit: int, file: InHand, openers: Sequence[Opener]) -> None:
        """On the worker's thread; only signals leave it."""
        from coupleapp.store import look_into

        try:
            self._read.emit(visit, look_into(self._folder, openers, file))
        except StoreError as error:
            self._read.emit(visit, error)
        except Exception as error:  # noqa: BLE001 - a pool swallows what its work raises
            sys.excepthook(type(error), error, error.__traceback__)
            self._read.emit(visit, error)

    @Slot(int, object)
    def _show(self, visit: int, found: Looked | Exception) -> None:
        if visit != self._visit or self._page is None:
            return
        match found:
            case SecretRefused():
                self._typed = None
                self._unlock.refused(found)
            case SecretNeeded():
                self._unlock.ask(found)
                self._model.ask()
            case Exception():
                self._unlock.drop()
                self._model.refused(found)
            case Looked():
                self._unlock.accepted()
                self._model.known(found)

    @Slot()
    def _take(self) -> None:
        file, typed = self._file, self._typed
        if file is None:
            return
        if typed is not None:
            self._lock_screen.know(typed)
        self.drop()
        self.taken.emit(file)

    @Slot(bool)
    def _window_shown(self, visible: bool) -> None:
        if not visible:
            self.drop()

    @Slot()
    def _make_room(self) -> None:
        """Something else came into the window: the notebook, the lock, another trouble."""
        ours = {*self._below, self._page}
        items = self._window.frame.contentItem().childItems()
        if self._page is not None and any(item not in ours for item in items if item.isVisible()):
            self.drop()
