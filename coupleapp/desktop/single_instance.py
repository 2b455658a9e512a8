"""One Nearer for one data folder; a second start brings the first to the front."""

import contextlib
import errno
import getpass
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_S = 5.0
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

    def __init__(
        self, folder: Path, patience_s: float = PATIENCE_S, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._patience_s = patience_s
        self._lock_path = folder / "nearer.lock"
        self._name = _server_name(folder)
        self._lock = QLockFile(str(self._lock_path))
        # No age makes a lock stale, only the death of its owner: Nearer runs for weeks.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def become_first(self, *, quietly: bool = False) -> Outcome:
        """Take the folder, or hand over to the one who has it.

        Args:
            quietly: No window is wanted; the one who has the folder shows none for us.

        Raises:
            OSError: The folder cannot be written.
        """
        trouble: OSError | None = None
        try:
            if self.take():
                return Outcome.FIRST
        except OSError as error:
            trouble = error
        if self._hand_over(_WAIT if quietly else _SHOW, waits=trouble is None):
            return Outcome.HANDED_OVER
        if trouble is not None:
            raise trouble
        # A command on the console has it for a moment, and answers nobody.
        return Outcome.FIRST if self.take() else Outcome.UNREACHABLE

    def take(self) -> bool:
        """Take the folder, if it is not ours already; False where somebody has it.

        Raises:
            OSError: The folder cannot be written.
        """
        if self._lock.isLocked():
            return True
        if not self._try_lock():
            return False
        # Only the owner of the lock may remove what a crash has left: anybody else would cut off
        # the one who is running.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    @contextlib.contextmanager
    def held(self) -> Iterator[bool]:
        """Keep the folder for ourselves as long as this lasts; False where somebody has it.

        Raises:
            OSError: The folder cannot be written.
        """
        ours = self._try_lock()
        try:
            yield ours
        finally:
            if ours:
                self._lock.unlock()

    def release(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _try_lock(self) -> bool:
        if self._lock.tryLock(0):
            return True
        failed = self._lock.error()
        # A lock that the dead have left and that cannot be removed is to Qt one that somebody has.
        try:
            with tempfile.TemporaryFile(dir=self._lock_path.parent, buffering=0) as probe:
                probe.write(b"may it be written?")
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._lock_path)) from error
        if failed is not QLockFile.LockError.LockFailedError or self._lock_path.is_dir():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self._lock_path))
        return False

    def _hand_over(self, ask: bytes, *, waits: bool) -> bool:
        until = time.monotonic() + self._patience_s
        socket = QLocalSocket()
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(_ms_until(until)):
                break
            # The first has its lock but may be a moment away from listening.
            if not waits or time.monotonic() >= until:
                return False
            QThread.msleep(50)
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


def _server_name(folder: Path) -> str:
    whose = f"{getpass.getuser()}\n{folder.resolve()}"
    return "nearer-" + hashlib.sha256(whose.encode()).hexdigest()[:24]


def _ms_until(until: float) -> int:
    return max(0, round((until - time.monotonic()) * 1000))
