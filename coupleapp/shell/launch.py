"""From options to a running app."""

import sys

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from coupleapp.desktop.bug_log import watch_for_bugs
from coupleapp.desktop.paths import data_folder
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.single_instance import Outcome, SingleInstance
from coupleapp.shell.app import App
from coupleapp.shell.options import Options, clock_for

APP_ID = "nearer"


class StartRefused(Exception):
    """It cannot run here; the sentence says what to do."""


def run(options: Options) -> int:
    """Run until it is closed; the exit code.

    Raises:
        StartRefused: Its folder cannot be made, or another Nearer has it and does not answer.
    """
    # The tray and the portals know a program by its desktop file.
    QGuiApplication.setDesktopFileName(APP_ID)
    # Of the widgets only the mark beside the clock is used.
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Nearer")
    qt.setWindowIcon(QIcon(str(resource_folder() / "icons" / "nearer.png")))
    try:
        folder = data_folder(options.data_dir)
    except OSError as error:
        sentence = "Nearer cannot make its folder. Choose another one with --data-dir."
        raise StartRefused(sentence) from error
    instance = SingleInstance(folder)
    try:
        outcome = instance.become_first(quietly=options.background)
    except OSError:
        # Nobody can write there, so nobody can write against us; the window says what to do.
        outcome = Outcome.FIRST
    if outcome is Outcome.HANDED_OVER:
        return 0
    if outcome is Outcome.UNREACHABLE:
        sentence = "Nearer is running already, but does not answer. Close it, then try again."
        raise StartRefused(sentence)
    app = App(options, folder, clock_for(options))
    watch_for_bugs(folder, app.not_caught)
    instance.shown.connect(app.come_forward)
    app.start()
    code = qt.exec()
    app.stop()
    instance.release()
    return code
