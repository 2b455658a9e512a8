"""From options to a running app, or to a written file."""

import json
import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon

from coupleapp.app import App
from coupleapp.application.export import everything
from coupleapp.application.ports import Clock, StoreError
from coupleapp.desktop.bug_log import watch_for_bugs
from coupleapp.desktop.clock import RehearsalClock, SystemClock
from coupleapp.desktop.paths import data_folder
from coupleapp.desktop.resources import resource_folder
from coupleapp.desktop.secrets import OsKeyring
from coupleapp.desktop.single_instance import Outcome, SingleInstance
from coupleapp.options import Options
from coupleapp.ui.trouble_model import derive_trouble_props

APP_ID = "nearer"


def clock_for(options: Options) -> Clock:
    """The real clock, or a rehearsal's."""
    real = SystemClock()
    return RehearsalClock(options.now, options.speed, real.zone()) if options.rehearsal else real


def run(options: Options) -> int:
    """Run until it is closed; the exit code."""
    # The tray and the portals know a program by its desktop file.
    QGuiApplication.setDesktopFileName(APP_ID)
    qt = QGuiApplication(sys.argv[:1])
    qt.setApplicationName("Nearer")
    qt.setWindowIcon(QIcon(str(resource_folder() / "icons" / "nearer.png")))
    try:
        folder = data_folder(options.data_dir)
    except OSError:
        return _sorry("Nearer cannot make its folder. Choose another one with --data-dir.")
    instance = SingleInstance(folder)
    try:
        outcome = instance.become_first()
    except OSError:
        # Nobody can write there, so nobody can write against us; the window says what to do.
        outcome = Outcome.FIRST
    if outcome is Outcome.HANDED_OVER:
        return 0
    if outcome is Outcome.UNREACHABLE:
        return _sorry("Nearer is running already, but does not answer. Close it, then try again.")
    app = App(options, folder, clock_for(options))
    watch_for_bugs(folder, app.not_caught)
    instance.shown.connect(app.come_forward)
    app.start()
    code = qt.exec()
    app.stop()
    instance.release()
    return code


def export(options: Options, output: Path) -> int:
    """Write everything into a file that only its owner can read; the exit code."""
    from coupleapp.store import open_store

    try:
        folder = data_folder(options.data_dir)
        if not any(folder.glob("*.db")):
            return _sorry("There is nothing to export yet.")
        store = open_store(folder, [OsKeyring()])
    except (StoreError, OSError) as error:
        return _sorry(derive_trouble_props(error, "").words)
    try:
        found = everything(store.couple, store.sessions, store.notebook)
    except StoreError as error:
        return _sorry(derive_trouble_props(error, "").words)
    finally:
        store.close()
    try:
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _sorry(f"{output} is there already. Nothing was changed; choose another name.")
    except OSError:
        return _sorry(f"{output} could not be written. Nothing you keep was changed.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(found, file, ensure_ascii=False, indent=2)
            file.write("\n")
    except OSError:
        output.unlink(missing_ok=True)
        return _sorry(f"{output} could not be written whole, so it was taken away again.")
    sys.stdout.write(f"Written: {output}. It is not encrypted; keep it where only you look.\n")
    return 0


def _sorry(sentence: str) -> int:
    # A windowed program on Windows has no stderr.
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return 1
