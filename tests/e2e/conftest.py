"""A desk and the real app for each test. In CI a missing desk is a failure, not a skip."""

import os
import subprocess
import sys
from datetime import datetime

import pytest

from tests.e2e import couple
from tests.e2e.atspi import PATIENCE_S, until
from tests.e2e.desk import Desk, RunningApp, missing


@pytest.fixture
def desk(tmp_path_factory):
    nothing_may_be_missing(missing())
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.clear()


def nothing_may_be_missing(lacks: list[str]) -> None:
    if lacks:
        sentence = f"the end-to-end tests need {', '.join(lacks)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


@pytest.fixture
def letter(desk, tmp_path):
    """Another program that has the keyboard; what is typed there is in a file."""
    written, running = tmp_path / "letter.txt", []

    def open_it(*arguments: str):
        command = [sys.executable, "-m", "tests.e2e.letter", str(written), *arguments]
        running.append(subprocess.Popen(command, env={**desk.env, "PYTHONPATH": "."}))
        until(lambda: desk.active_window() == "Letter", lambda: "the letter")
        return written

    yield open_it
    for process in running:
        process.terminate()
        process.wait(PATIENCE_S)


@pytest.fixture
def here_before(tmp_path):
    """A couple for whom today is not the first time."""
    couple.have_begun(tmp_path / "data")


@pytest.fixture
def start(desk, tmp_path):
    """Starts the app on this test's own folder; at the end nothing it wrote may be a warning."""
    running: list[RunningApp] = []

    def begin(*arguments: str, module: str = "coupleapp") -> RunningApp:
        if not {"--now", "--speed"} & {*arguments}:
            # The time as it is, in a rehearsal: nothing is left to chance.
            arguments = (*arguments, "--now", datetime.now().astimezone().isoformat())
        app = RunningApp(desk, tmp_path / "data", *arguments, module=module)
        running.append(app)
        return app

    yield begin
    for app in running:
        if not app.errors.closed:
            said = app.close()
            assert said == ""
