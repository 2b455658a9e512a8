"""How windows are drawn: by the graphics card, and by software where that one does not answer."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

_BACKEND, _SOFTWARE = "QT_QUICK_BACKEND", "software"
_RHI, _VULKAN = "QSG_RHI_BACKEND", "vulkan"
_MARK = "draws-by-software"


class Graphics:
    """Decided before the first window; a start with a window tries the card each time anew.

    One without is told by a mark what the last one with a window has found, so that the question
    of an evening comes at its time.
    """

    def __init__(self, folder: Path) -> None:
        """``folder``: of this computer; the notebook's may be carried to another."""
        self._mark = folder / _MARK

    @property
    def by_software(self) -> bool:
        return os.environ.get(_BACKEND) == _SOFTWARE

    def begin(self, *, background: bool) -> None:
        # WORKAROUND: where Vulkan is asked for and not there, Qt 6.11 does not fail but crashes, so
        # that it cannot be tried first.
        if os.environ.get(_RHI, "").lower() == _VULKAN:
            del os.environ[_RHI]
        if background and self._mark.exists():
            os.environ.setdefault(_BACKEND, _SOFTWARE)

    def drawn(self) -> None:
        """A window is on the screen."""
        if not self.by_software:
            with contextlib.suppress(OSError):
                self._mark.unlink(missing_ok=True)

    def start_again_by_software(self) -> NoReturn:
        """In place of this program, which has let go of everything, one that needs no card."""
        with contextlib.suppress(OSError):
            self._mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._mark.touch(mode=0o600)
        environment = {**os.environ, _BACKEND: _SOFTWARE}
        given = sys.orig_argv
        if getattr(sys, "frozen", False):
            given = sys.argv
            # PyInstaller takes the new one for a part of this one otherwise.
            environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
        command = [sys.executable, *given[1:]]
        if sys.platform == "win32":
            # There whoever follows in one's place gets arguments with spaces in pieces.
            subprocess.Popen(command, env=environment)  # noqa: S603 - ourselves
            os._exit(0)
        os.execve(command[0], command, environment)  # noqa: S606 - ourselves
