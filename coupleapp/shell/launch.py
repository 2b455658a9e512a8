"""From options to a running app."""

import contextlib
import sys

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from coupleapp.desktop.bug_log import watch_for_bugs
from coupleapp.desktop.paths import data_folder, data_path
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.single_instance import Outcome, SingleInstance
from coupleapp.shell.app import App
from coupleapp.shell.options import Options, clock_for

APP_ID = "nearer"


class StartRefused(Exception):
    """It cannot run here; the sentence says what to do."""


def run(options: Options) -> int:
    """Run until it is closed; the exit code. What stands against it is said in the window.

    Raises:
        StartRefused: No window is wanted, and another Nearer has the folder and does not answer.
    """
    # The tray and the portals know a program by its desktop file.
    QGuiApplication.setDesktopFileName(APP_ID)
    # Of the widgets only the mark beside the clock is used.
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Nearer")
    qt.setWindowIcon(QIcon(str(resource_folder() / "icons" / "nearer.png")))
    folder = data_path(options.data_dir)
    instance = SingleInstance(folder)

    def take() -> bool:
        data_folder(options.data_dir)
        return instance.take()

    # Where nobody can write now, it is tried again with the window.
    with contextlib.suppress(OSError):
        data_folder(options.data_dir)
        outcome = instance.become_first(quietly=options.background)
        if outcome is Outcome.HANDED_OVER:
            return 0
        if outcome is Outcome.UNREACHABLE and options.background:
            sentence = "Nearer is running already, but does not answer. Close it, then try again."
            raise StartRefused(sentence)
    app = App(options, folder, clock_for(options), take=take)
    watch_for_bugs(folder, app.not_caught)
    instance.shown.connect(app.come_forward)
    app.start()
    code = qt.exec()
    app.stop()
    instance.release()
    return code
