"""From options to a running app."""

import contextlib
import sys

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from coupleapp import APP_ID
from coupleapp.application.folder import FolderUnlockable
from coupleapp.desktop.bug_log import watch_for_bugs
from coupleapp.desktop.ending import Ending
from coupleapp.desktop.memory import keep_out_of_dumps, wipe_what_is_freed
from coupleapp.desktop.outside import keep_our_qt_to_ourselves
from coupleapp.desktop.paths import data_path
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.screen_gone import ScreenGone
from coupleapp.desktop.single_instance import Outcome
from coupleapp.desktop.unseen import say_unseen
from coupleapp.shell.app import App
from coupleapp.shell.drawing import Drawing
from coupleapp.shell.options import Options, clock_for
from coupleapp.shell.own_folder import OwnFolder


def run(options: Options) -> int:
    """Run until it is closed; the exit code. What stands against it is said in the window.

    Where there can be none, or none is wanted, it is said all the same: ``say_unseen``.
    """
    keep_out_of_dumps()
    wipe_what_is_freed()
    where = data_path(options.data_dir)
    drawing = Drawing(where)
    drawing.begin(background=options.background)
    # The tray and the portals know a program by its desktop file.
    QGuiApplication.setDesktopFileName(APP_ID)
    # Of the widgets only the mark beside the clock is used.
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Nearer")
    qt.setWindowIcon(QIcon(str(resource_folder() / "icons" / "nearer.png")))
    folder = OwnFolder(options)
    # What stands against it is said in the window, where it is tried again.
    with contextlib.suppress(OSError, FolderUnlockable):
        outcome = folder.become_first()
        if outcome is Outcome.HANDED_OVER:
            drawing.stop()
            return 0
        if outcome is Outcome.UNREACHABLE and options.background:
            drawing.stop()
            sentence = "Nearer is running already, but does not answer. Close it, then try again."
            say_unseen(sentence, where)
            return 1
    app = App(options, folder.path, clock_for(options), take=folder.take, go_on=folder.go_on)
    keep_our_qt_to_ourselves()
    watch_for_bugs(folder.path, app.not_caught)
    folder.shown.connect(app.come_forward)
    folder.outdated.connect(qt.quit)
    ending = Ending(qt)
    ending.asked.connect(qt.quit)
    # At logout the others may still keep the computer on: a talk waits, and nothing is closed.
    qt.commitDataRequest.connect(lambda _: app.hold())
    gone = ScreenGone(lambda: _finish(app, folder))
    gone.listen()
    drawing.follow(app.window, qt)
    app.start()
    if options.background:
        drawing.stop()
    code = qt.exec()
    if not drawing.failed:
        drawing.stop()
    if code != 0:
        # We quit with 0: only Qt itself ends with another, where its screen has gone.
        gone.end()
    if drawing.failed:
        app.ask_again()
    app.stop()
    folder.release()
    return drawing.go_on() if drawing.failed else code


def _finish(app: App, folder: OwnFolder) -> None:
    try:
        app.finish()
    finally:
        folder.release()
