"""One Nearer for one data folder; a second start brings the first to the front."""

import contextlib
import os
import time
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coupleapp.desktop.folder_lock import FolderLock
from coupleapp.desktop.meeting_place import is_ours, meeting_places

PATIENCE_S = 5.0
MIND_MS = 15_000
"""How often one that runs for weeks looks whether it can still be found."""
_BETWEEN_MS = 50
_SHOW = b"show"
_WAIT = b"wait"
_ANSWER = b"shown\n"
_LONGEST_ASK = 512
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a window's right to come to the front, no secret


class Outcome(Enum):
    FIRST = auto()
    HANDED_OVER = auto()
    UNREACHABLE = auto()


class SingleInstance(QObject):
    """Guards a data folder; ``shown``: another start asked for our window."""

    shown = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = FolderLock(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._minding = QTimer(self, interval=MIND_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._minding.timeout.connect(self.mind)

    def become_first(self, *, quietly: bool = False, patience_s: float = PATIENCE_S) -> Outcome:
        """Take the folder, or hand over to the one who has it.

        Args:
            quietly: No window is wanted; the one who has the folder shows none for us.
            patience_s: So long the one who has it is asked, or waited for: a command on the
                console has it for a moment, and answers nobody.

        Raises:
            FolderUnlockable: Its drive knows no locks.
            OSError: The folder cannot be written.
        """
        until = time.monotonic() + patience_s
        while True:
            trouble: OSError | None = None
            try:
                if self.take():
                    return Outcome.FIRST
            except OSError as error:
                trouble = error
            if self._hand_over(_WAIT if quietly else _SHOW, until):
                return Outcome.HANDED_OVER
            if trouble is not None:
                raise trouble
            if time.monotonic() >= until:
                return Outcome.UNREACHABLE
            QThread.msleep(_BETWEEN_MS)

    def take(self) -> bool:
        """Take the folder, if it is not ours already; False where somebody has it.

        Raises:
            FolderUnlockable: Its drive knows no locks.
            OSError: The folder cannot be written.
        """
        if not self._lock.take():
            return False
        if not self._minding.isActive():
            try:
                self._listen()
            except OSError:
                self.release()
                raise
            self._minding.start()
        return True

    @contextlib.contextmanager
    def held(self) -> Iterator[bool]:
        """Keep the folder for ourselves as long as this lasts; False where somebody has it.

        Raises:
            FolderUnlockable: Its drive knows no locks.
            OSError: The folder cannot be written.
        """
        ours = self._lock.take()
        try:
            yield ours
        finally:
            if ours:
                self._lock.release()

    @Slot()
    def mind(self) -> None:
        """Take and listen anew where somebody has removed what others find us by."""
        # A folder that cannot be written now is looked at again the next time.
        with contextlib.suppress(OSError):
            self._lock.renew()
            if not self._server.isListening() or not is_ours(self._server.fullServerName()):
                self._listen()
            elif self._lock.noted() != self._server.fullServerName():
                self._lock.note(self._server.fullServerName())

    def release(self) -> None:
        self._minding.stop()
        self._server.close()
        self._lock.release()

    def _listen(self) -> None:
        self._server.close()
        for place in meeting_places(self._folder):
            # Qt makes the socket beside it and renames: what a crash has left is replaced.
            if self._server.listen(place):
                self._lock.note(self._server.fullServerName())
                return

    def _hand_over(self, ask: bytes, until: float) -> bool:
        place = self._lock.noted()
        if not place or not is_ours(place):
            return False
        socket = QLocalSocket()
        socket.connectToServer(place)
        if not socket.waitForConnected(_ms_until(until)):
            return False
        token = os.environ.get(_TOKEN, "")
        socket.write(ask + b" " + token.encode() + b"\n")
        while not socket.canReadLine():
            if not socket.waitForReadyRead(_ms_until(until)):
                return False
        return socket.readLine().data() == _ANSWER

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._answer)
            socket.disconnected.connect(socket.deleteLater)

    def _answer(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        ask, _, token = bytes(socket.readLine(_LONGEST_ASK).data()).strip().partition(b" ")
        if ask not in {_SHOW, _WAIT}:
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        if ask == _WAIT:
            return
        if token:
            # On Wayland only the click that started the other one may raise our window, and Qt
            # looks for its token here.
            with contextlib.suppress(ValueError):
                os.environ[_TOKEN] = token.decode("ascii")
        self.shown.emit()


def _ms_until(until: float) -> int:
    return max(0, round((until - time.monotonic()) * 1000))
