"""While the first window comes: what Qt would end with an abort ends with a sentence."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler


class FirstWindow:
    """Listens to Qt from ``listen`` to ``shown``; afterwards it is not Python that Qt waits for."""

    def __init__(self, say: Callable[[str], None]) -> None:
        """``say`` it where somebody sees it; nothing else runs afterwards."""
        self._say = say
        self._held: list[str] = []
        self._listens = False

    def listen(self) -> None:
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
