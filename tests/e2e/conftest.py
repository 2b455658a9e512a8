"""A desk and the real app for each test. In CI a missing desk is a failure, not a skip."""

import os
from datetime import datetime

import pytest

from tests.e2e import couple
from tests.e2e.desk import Desk, RunningApp, missing


@pytest.fixture
def desk(tmp_path_factory):
    lacks = missing()
    if lacks:
        sentence = f"the end-to-end tests need {', '.join(lacks)}"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    desk = Desk(tmp_path_factory.mktemp("desk"))
    yield desk
    desk.clear()


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
