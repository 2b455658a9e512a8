"""Makes the couple's folder this Nearer's own while it runs, or says what is against it."""

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from coupleapp.application.folder import Doubt, FolderDoubtful, FolderHeld
from coupleapp.desktop.folder_look import doubts_about
from coupleapp.desktop.folder_notes import RENEW_MS, OpenNote, answered, keep_answers
from coupleapp.desktop.paths import data_folder, data_path
from coupleapp.desktop.single_instance import PATIENCE_S, Outcome, SingleInstance
from coupleapp.shell.options import Options

AGAIN_S = 0.3
"""So long a start waits that has a window: it is drawn meanwhile, and tries again by itself."""


class OwnFolder(QObject):
    """Held from ``take`` to ``release``.

    ``shown``: another start asked for our window. ``outdated``: a newer Nearer waits for our end.
    """

    shown = Signal()
    outdated = Signal()

    def __init__(
        self,
        options: Options,
        look: Callable[[Path], Iterable[FolderDoubtful]] = doubts_about,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._look = look
        self.path = data_path(options.data_dir)
        self._instance = SingleInstance(self.path, self)
        self._instance.shown.connect(self.shown)
        self._instance.outdated.connect(self.outdated)
        self._note = OpenNote(self.path)
        self._known: set[str] = set()
        self._doubt: Doubt | None = None
        self._renewing = QTimer(self, interval=RENEW_MS)
        self._renewing.timeout.connect(self._renew)

    def become_first(self, patience_s: float = PATIENCE_S) -> Outcome:
        """Take the folder, or hand over to the one who has it.

        Raises:
            FolderUnlockable: Its drive knows no locks.
            OSError: It cannot be made or written.
        """
        data_folder(self._options.data_dir)
        return self._instance.become_first(quietly=self._options.background, patience_s=patience_s)

    def take(self) -> bool:
        """Take the folder; False where another has been shown and this one ends.

        Raises:
            FolderHeld: Another has it, and does not answer.
            FolderUnlockable: Its drive knows no locks.
            FolderDoubtful: Its place is not safe, and they do not know it yet.
            OSError: It cannot be made or written.
        """
        outcome = self.become_first(AGAIN_S)
        if outcome is Outcome.HANDED_OVER:
            # Not before the loop runs: it would not hear it.
            QTimer.singleShot(0, QGuiApplication.quit)
            return False
        if outcome is Outcome.UNREACHABLE:
            raise FolderHeld
        self._ask()
        if not self._renewing.isActive():
            self._note.write()
            self._renewing.start()
        return True

    def go_on(self) -> None:
        """They know what was asked last."""
        if self._doubt is not None:
            self._known.add(self._doubt.name)
            if self._doubt.asked_once:
                keep_answers(self.path, answered(self.path) | {self._doubt.name})

    def release(self) -> None:
        """Let it go."""
        if self._renewing.isActive():
            self._renewing.stop()
            self._note.remove()
        self._instance.release()

    def _ask(self) -> None:
        known = self._known | answered(self.path)
        for doubtful in self._look(self.path):
            self._raise_once(doubtful, known)
        elsewhere = self._note.elsewhere()
        if elsewhere:
            self._raise_once(FolderDoubtful(Doubt.OTHER_COMPUTER, elsewhere), known)

    def _raise_once(self, doubtful: FolderDoubtful, known: set[str]) -> None:
        if doubtful.doubt.name not in known:
            self._doubt = doubtful.doubt
            raise doubtful

    @Slot()
    def _renew(self) -> None:
        with contextlib.suppress(OSError):
            self._note.write()
