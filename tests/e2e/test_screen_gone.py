"""The screen dies under the app: what is kept is finished, and the next start has no trouble."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from coupleapp.desktop.screen_gone import GRACE_S
from coupleapp.store import found_copies
from tests.e2e import couple
from tests.e2e.desk import Desk, RunningApp, missing

pytestmark = [pytest.mark.e2e, pytest.mark.skipif(bool(missing()), reason="needs a desk")]


@pytest.fixture(params=["drawn by a thread of its own", "drawn by the window's"])
def on_a_screen_that_dies(request, tmp_path):
    """Starts the app on an X server of its own; how the windows on it are drawn."""
    (tmp_path / "home").mkdir()
    desk = Desk(tmp_path / "home")
    if request.param.endswith("of its own"):
        del desk.env["QT_QUICK_BACKEND"]
        desk.env["LIBGL_ALWAYS_SOFTWARE"] = "1"
    running: list[RunningApp] = []

    def begin(folder: Path) -> RunningApp:
        # A rehearsal: nothing is left to chance.
        now = datetime.now().astimezone().isoformat()
        running.append(RunningApp(desk, folder, "--now", now))
        return running[-1]

    yield begin
    for app in running:
        if app.process.poll() is None:
            app.process.kill()
            app.process.wait()
        app.screen.close()
        app.errors.close()
    desk.clear()


def screen_dies(app: RunningApp) -> int:
    server = app.desk.processes[0]
    server.kill()
    server.wait()
    return app.wait_until_gone()


@pytest.mark.parametrize("where", ["at home", "breathing", "in a talk"])
@pytest.mark.usefixtures("here_before")
def test_what_is_kept_is_finished_and_nothing_is_left(
    on_a_screen_that_dies, start, tmp_path, where
):
    app = on_a_screen_that_dies(tmp_path / "data")
    app.screen.wait_for("This week")
    if where == "breathing":
        app.screen.press("Just breathe")
    elif where == "in a talk":
        couple.until_speaking(app)

    assert screen_dies(app) == 1
    left = {path.name for path in app.folder.iterdir()}
    assert left.isdisjoint({"nearer.db-journal", "nearer.open", "nearer.socket"}), left
    (copy,) = found_copies(app.folder, [])
    assert copy.holding is not None
    names = {path.name for path in copy.path.parent.iterdir()}
    assert names == {copy.path.name, copy.path.stem + ".keys.json"}
    again = start()
    again.screen.wait_for("Carry on where you were?" if where == "in a talk" else "This week")


_ON_ANOTHER_THREAD = """
import threading, time
from pathlib import Path
from coupleapp.desktop.screen_gone import ScreenGone
said = Path({said!r})
def finish():
    time.sleep(0.5)
    said.write_text("finished")
gone = ScreenGone(finish)
drawing = threading.Thread(target=lambda: (gone._heard(None), said.write_text("went on")))
drawing.start()
{then}
"""


@pytest.mark.parametrize(
    ("then", "said"),
    [("gone.end()", "finished"), ("gone._heard(None)", "finished"), ("drawing.join()", "finished")],
    ids=["the window's thread ends", "it hears it too", "it is stuck"],
)
def test_the_thread_that_draws_waits_for_the_window_s(tmp_path, then, said):
    told = tmp_path / "said"
    script = _ON_ANOTHER_THREAD.format(said=str(told), then=then)
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, timeout=GRACE_S + 60, capture_output=True
    )
    assert done.returncode == 1
    assert (told.read_text() if told.exists() else None) == said
