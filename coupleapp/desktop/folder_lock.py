"""A lock on the couple's folder. The kernel keeps it, and lets it go when its owner dies."""

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path

from coupleapp.application.folder import FolderUnlockable

LOCK_NAME = "nearer.lock"
_MOST_NOTED = 1024
_BUSY = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """Where nothing is written: what is locked on Windows cannot be read."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        # Not lockf: that lets go when anything in this process closes the file.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held by a file that stays; what is noted in it is where its owner listens."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOCK_NAME
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the folder, if it is not ours already; False where somebody has it.

        Raises:
            FolderUnlockable: Its drive knows no locks.
            OSError: The folder cannot be written.
        """
        if self._handle is not None:
            return True
        handle = self._locked()
        if handle is None:
            return False
        try:
            with tempfile.TemporaryFile(dir=self.path.parent, buffering=0) as probe:
                probe.write(b"may it be written?")
        except OSError as error:
            os.close(handle)
            raise OSError(error.errno, error.strerror, str(self.path)) from error
        self._handle = handle
        return True

    def renew(self) -> None:
        """Take the file anew where somebody has removed it: another start would see no lock."""
        if self._handle is not None and not self._is_there(self._handle):
            handle = self._locked()
            if handle is not None:
                os.close(self._handle)
                self._handle = handle

    def note(self, where: str) -> None:
        """Note for other starts where we listen.

        Raises:
            OSError: It could not be written.
        """
        if self._handle is not None:
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.ftruncate(self._handle, 0)
            os.write(self._handle, where.encode("utf-8", "surrogateescape") + b"\n")

    def noted(self) -> str:
        """Where the one who has the folder listens; empty where it has noted nothing."""
        try:
            with self.path.open("rb") as file:
                found = file.read(_MOST_NOTED)
        except OSError:
            return ""
        line, ended, _ = found.partition(b"\n")
        return line.decode("utf-8", "surrogateescape") if ended else ""

    def release(self) -> None:
        """Let it go. The file stays: to remove it would let two in."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None

    def _locked(self) -> int | None:
        while True:
            handle = self._open()
            try:
                _lock(handle)
            except OSError as error:
                os.close(handle)
                if error.errno in _BUSY:
                    return None
                if error.errno in _NO_LOCKS:
                    raise FolderUnlockable(str(self.path)) from error
                raise
            if self._is_there(handle):
                return handle
            # It was removed between the two steps, and another may have a new one.
            os.close(handle)

    def _open(self) -> int:
        try:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
            return os.open(self.path, flags, 0o600)
        except IsADirectoryError as error:
            reason = os.strerror(errno.EEXIST)
            raise FileExistsError(errno.EEXIST, reason, str(self.path)) from error

    def _is_there(self, handle: int) -> bool:
        try:
            return os.path.samestat(self.path.stat(), os.fstat(handle))
        except OSError:
            return False
