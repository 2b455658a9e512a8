"""While the first window comes: what Qt would end with an abort ends with a sentence."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

_BACKEND, _SOFTWARE = "QT_QUICK_BACKEND", "software"
_RHI, _VULKAN = "QSG_RHI_BACKEND", "vulkan"


class FirstWindow:
    """Listens to Qt from ``listen`` to ``shown``; afterwards it is not Python that Qt waits for."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """``say`` it where somebody sees it; nothing else runs afterwards."""
        self._say = say
        self._held: list[str] = []
        self._listens = False

    def listen(self) -> None:
        # WORKAROUND: where Vulkan is asked for and not there, Qt 6.11 does not fail but crashes.
        if os.environ.get(_RHI, "").lower() == _VULKAN:
            del os.environ[_RHI]
        self._listens = True
        qInstallMessageHandler(self._hear)

    def shown(self) -> None:
        """It is on the screen, or none is wanted now; what Qt has said meanwhile is said."""
        if self._listens:
            self._listens = False
            qInstallMessageHandler(None)
            if sys.stderr is not None:
                sys.stderr.write("".join(self._held))
            self._held.clear()

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            # Qt aborts when this returns.
            self._say(not_shown(message))
            os._exit(1)
        self._held.append(qFormatLogMessage(kind, context, message) + "\n")


def not_shown(message: str) -> str:
    """What is said and can be done, where Qt ends with this message."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    if asked:
        return (
            f"Nearer cannot be shown by way of “{asked}”. "
            "Leave QT_QPA_PLATFORM out, then start Nearer again."
        )
    first = message.partition("\n")[0]
    return f"Nearer could not show its window. Installing it anew may help. Qt says: {first}"


def draws_by_software() -> bool:
    return os.environ.get(_BACKEND) == _SOFTWARE


def start_again_by_software() -> NoReturn:
    """In place of this program, which has let go of everything, one that needs no graphics card."""
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
