"""One Nearer for one data folder; a second start brings the first to the front.

A newer one is no second start: the first makes room for it, so that no update waits for a logout.
"""

import contextlib
import os
import re
import time
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coupleapp import __version__
from coupleapp.desktop.folder_lock import FolderLock
from coupleapp.desktop.meeting_place import is_ours, meeting_places

PATIENCE_S = 5.0
MIND_MS = 15_000
"""How often one that runs for weeks looks whether it can still be found."""
ROOM_S = 20.0
"""How long one that makes room may take to finish what it keeps, and its last copy."""
_BETWEEN_MS = 50
_SHOW = b"show"
_WAIT = b"wait"
_SHOWN = b"shown\n"
_MAKES_ROOM = b"makes room\n"
_LONGEST_ASK = 512
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a window's right to come to the front, no secret


class Outcome(Enum):
    FIRST = auto()
    HANDED_OVER = auto()
    UNREACHABLE = auto()


class SingleInstance(QObject):
    """Guards a data folder.

    ``shown``: another start asked for our window. ``outdated``: a newer Nearer waits for our end.
    """

    shown = Signal()
    outdated = Signal()

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
        makes_room = False
        while True:
            trouble: OSError | None = None
            try:
                if self.take():
                    return Outcome.FIRST
            except OSError as error:
                trouble = error
            answer = b"" if makes_room else self._ask(_WAIT if quietly else _SHOW, until)
            if answer == _SHOWN:
                return Outcome.HANDED_OVER
            if answer == _MAKES_ROOM:
                makes_room = True
                until = time.monotonic() + max(patience_s, ROOM_S)
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

    def _ask(self, ask: bytes, until: float) -> bytes:
        """What the one who has the folder answers; nothing where it does not."""
        place = self._lock.noted()
        if not place or not is_ours(place):
            return b""
        socket = QLocalSocket()
        socket.connectToServer(place)
        if not socket.waitForConnected(_ms_until(until)):
            return b""
        words = (ask, __version__.encode(), os.environ.get(_TOKEN, "").encode())
        socket.write(b" ".join(words) + b"\n")
        while not socket.canReadLine():
            if not socket.waitForReadyRead(_ms_until(until)):
                return b""
        return bytes(socket.readLine().data())

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._answer)
            socket.disconnected.connect(socket.deleteLater)

    def _answer(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        words = bytes(socket.readLine(_LONGEST_ASK).data()).strip().split(b" ")
        ask, version, token = [*words, b"", b""][:3]
        if ask not in {_SHOW, _WAIT}:
            socket.abort()
            return
        if _is_newer(version):
            socket.write(_MAKES_ROOM)
            socket.flush()
            self.outdated.emit()
            return
        socket.write(_SHOWN)
        socket.flush()
        if ask == _WAIT:
            return
        if token:
            # On Wayland only the click that started the other one may raise our window, and Qt
            # looks for its token here.
            with contextlib.suppress(ValueError):
                os.environ[_TOKEN] = token.decode("ascii")
        self.shown.emit()


def _is_newer(version: bytes) -> bool:
    """Whether it is a later one than ours; what is none is not."""
    theirs, ours = (re.findall(rb"\d+", one) for one in (version, __version__.encode()))
    return [int(part) for part in theirs] > [int(part) for part in ours]


def _ms_until(until: float) -> int:
    return max(0, round((until - time.monotonic()) * 1000))
