"""From options to a running app."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from coupleapp.application.ports import Clock
from coupleapp.desktop.bug_log import watch_for_bugs
from coupleapp.desktop.clock import RehearsalClock, SystemClock
from coupleapp.desktop.paths import data_folder
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.single_instance import Outcome, SingleInstance
from coupleapp.shell.app import App
from coupleapp.shell.options import Options

APP_ID = "nearer"


def clock_for(options: Options) -> Clock:
    """The real clock, or a rehearsal's."""
    real = SystemClock()
    return RehearsalClock(options.now, options.speed, real.zone()) if options.rehearsal else real


def run(options: Options) -> int:
    """Run until it is closed; the exit code."""
    # The tray and the portals know a program by its desktop file.
    QGuiApplication.setDesktopFileName(APP_ID)
    # Of the widgets only the mark beside the clock is used.
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Nearer")
    qt.setWindowIcon(QIcon(str(resource_folder() / "icons" / "nearer.png")))
    try:
        folder = data_folder(options.data_dir)
    except OSError:
        return sorry("Nearer cannot make its folder. Choose another one with --data-dir.")
    instance = SingleInstance(folder)
    try:
        outcome = instance.become_first(quietly=options.background)
    except OSError:
        # Nobody can write there, so nobody can write against us; the window says what to do.
        outcome = Outcome.FIRST
    if outcome is Outcome.HANDED_OVER:
        return 0
    if outcome is Outcome.UNREACHABLE:
        return sorry("Nearer is running already, but does not answer. Close it, then try again.")
    app = App(options, folder, clock_for(options))
    watch_for_bugs(folder, app.not_caught)
    instance.shown.connect(app.come_forward)
    app.start()
    code = qt.exec()
    app.stop()
    instance.release()
    return code


def write_out(output: Path, data: bytes, said: str) -> int:
    """Write a new file that only its owner can read; the exit code. What is there stays."""
    try:
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return sorry(f"{output} is there already. Nothing was changed; choose another name.")
    except OSError:
        return sorry(f"{output} could not be written. Nothing you keep was changed.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        output.unlink(missing_ok=True)
        return sorry(f"{output} could not be written whole, so it was taken away again.")
    sys.stdout.write(f"Written: {output}. {said}\n")
    return 0


def sorry(sentence: str) -> int:
    """Say what is wrong on the console; the exit code."""
    # A windowed program on Windows has no stderr.
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return 1
