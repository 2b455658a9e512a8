"""What is started, by us or by a library for us, has the libraries of the system."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QProcess

from coupleapp.console.cli import main

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
