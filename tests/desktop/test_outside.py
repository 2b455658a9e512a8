"""What is started, by us or by a library for us, has the libraries of the system."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess

from coupleapp.console.cli import main
from coupleapp.desktop.outside import keep_our_qt_to_ourselves

ASK = [sys.executable, "-S", "-c", "import os; print(os.environ.get('LD_LIBRARY_PATH'), end='')"]


def by_python() -> str:
    return subprocess.run(ASK, capture_output=True, text=True, check=True).stdout


def by_qt() -> str:
    process = QProcess()
    process.start(ASK[0], ASK[1:])
    assert process.waitForFinished(30_000)
    return bytes(process.readAllStandardOutput().data()).decode()


@pytest.mark.parametrize("ask", [by_python, by_qt])
@pytest.mark.parametrize(("before", "seen"), [("/theirs", "/theirs"), (None, "None")])
def test_from_the_first_line_on(monkeypatch, before, seen, ask):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours:/theirs")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    with pytest.raises(SystemExit):
        main(["--version"])
    assert ask() == seen
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


OURS = {"QT_PLUGIN_PATH": "/ours/plugins", "QML2_IMPORT_PATH": "/ours/qml"}
SCRIPT = """
import os, sys
from coupleapp.shell import app, launch, options
sys.frozen = True
class Up(app.App):
    def start(self):
        print(sorted({"QT_PLUGIN_PATH", "QML2_IMPORT_PATH"} & set(os.environ)), flush=True)
        os._exit(0)
launch.App = Up
launch.run(options.Options(background=True, data_dir=__import__("pathlib").Path(sys.argv[1])))
"""


@pytest.mark.slow
def test_once_our_window_is_made_nobody_else_finds_our_plugins(tmp_path):
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    environment = {**os.environ, **OURS}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("frozen", [True, False])
def test_what_somebody_chose_for_all_programs_stays(monkeypatch, frozen):
    """Frozen, ours have taken the place of theirs already."""
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    for name, value in OURS.items():
        monkeypatch.setenv(name, value)
    keep_our_qt_to_ourselves()
    assert (OURS.items() <= os.environ.items()) is not frozen
