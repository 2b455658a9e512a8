"""Asks a real D-Bus session, with a portal of ours on it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from coupleapp.desktop.motion import prefers_reduced_motion

ASK = """
from PySide6.QtGui import QGuiApplication
from coupleapp.desktop.motion import prefers_reduced_motion
app = QGuiApplication([])
print(prefers_reduced_motion(app.styleHints()))
"""


def ask_portal(settings: dict[str, Any]) -> tuple[str, str]:
    answered = subprocess.run(
        [
            "dbus-run-session",
            "--",
            sys.executable,
            str(Path(__file__).with_name("portal.py")),
            json.dumps(settings),
            sys.executable,
            "-c",
            ASK,
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    complaints = [line for line in answered.stderr.splitlines() if "dbus-daemon" not in line]
    return answered.stdout.strip(), "\n".join(complaints)


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or sys.version_info >= (3, 12),
    reason="needs dbus-run-session, and a Qt that does not know by itself",
)
@pytest.mark.parametrize(
    ("settings", "answer"),
    [
        ({"org.freedesktop.appearance reduced-motion": ["u", 1]}, "True"),
        ({"org.freedesktop.appearance reduced-motion": ["u", 0]}, "False"),
        ({"org.gnome.desktop.interface enable-animations": ["b", False]}, "True"),
        ({"org.gnome.desktop.interface enable-animations": ["b", True]}, "False"),
        ({}, "False"),
    ],
)
def test_what_the_portal_says(settings: dict[str, Any], answer: str) -> None:
    assert ask_portal(settings) == (answer, "")


def test_a_computer_without_a_bus_is_not_asked(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert prefers_reduced_motion(qapp.styleHints()) is False


@pytest.mark.parametrize(("said", "answer"), [("ReducedMotion", True), ("NoPreference", False)])
def test_what_a_newer_qt_says(said: str, answer: bool) -> None:
    accessibility = SimpleNamespace(motionPreference=lambda: SimpleNamespace(name=said))
    hints: Any = SimpleNamespace(accessibility=lambda: accessibility)
    assert prefers_reduced_motion(hints) is answer
