"""While the first window comes: what Qt would end with an abort ends with a sentence."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from coupleapp.desktop.bug_log import note
from coupleapp.desktop.unseen import say_unseen


class FirstWindow:
    """Listens to Qt from ``listen`` to ``stop``; afterwards it is not Python that Qt waits for."""

    def __init__(self, folder: Path) -> None:
        """``folder``: where it is noted why no window came."""
        self._folder = folder
        self._held: list[str] = []
        self._listens = False

    def listen(self) -> None:
        self._listens = True
        qInstallMessageHandler(self._hear)

    def stop(self) -> None:
        """It is on the screen, or none comes now; what Qt has said meanwhile is said."""
        if self._listens:
            self._listens = False
            qInstallMessageHandler(None)
            if sys.stderr is not None:
                sys.stderr.write("".join(self._held))

    def say(self, sentence: str) -> None:
        """Why none came, where somebody sees it; what Qt has said of it is noted, too."""
        if self._held:
            note(self._folder, "".join(self._held).rstrip())
        say_unseen(sentence, self._folder)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            # Qt aborts when this returns.
            self.say(not_shown(message))
            os._exit(1)
        self._held.append(qFormatLogMessage(kind, context, message) + "\n")


def not_shown(message: str) -> str:
    """What is said and can be done, where Qt ends with this message."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    # Some desktops set it for every program: it is to blame only where a screen is missing.
    if asked and "platform plugin" in message:
        return (
            f"Nearer cannot be shown by way of “{asked}”. "
            "Leave QT_QPA_PLATFORM out, then start Nearer again."
        )
    first = message.partition("\n")[0]
    return f"Nearer could not show its window. Installing Nearer again may help. Qt says: {first}"
