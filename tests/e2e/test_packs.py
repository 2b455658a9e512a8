"""A pack from the template: changed, added on the console, and played to its question."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import couple

pytestmark = pytest.mark.e2e

QUESTION = "Which cup would you take along on a long train ride?"
CHANGES = {
    "Your name": "Ruth Weber",
    "One cup of tea": "Two cups of tea",
    "How do you like the first cup of the day best?": QUESTION,
}
MOST_QUESTIONS = 15


def pack(desk, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", "pack", *arguments],
        env=desk.env,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout


def written(desk, path: Path) -> Path:
    """The template, with words of one's own."""
    pack(desk, "template", "--output", str(path))
    text = path.read_text("utf-8")
    for old, new in CHANGES.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def test_a_pack_from_the_template_is_used_in_a_session(start, desk, tmp_path):
    file, data = written(desk, tmp_path / "mine.toml"), tmp_path / "data"
    assert "Sitting: Two cups of tea" in pack(desk, "check", str(file))
    assert "is here now." in pack(desk, "add", str(file), "--data-dir", str(data))

    app = start()
    couple.first_run(app)
    screen = app.screen
    screen.press("Talks")
    screen.press("Packs")
    screen.wait_for("Ruth Weber · version 1 · English")
    screen.press("Home")
    screen.press("Talks")
    screen.press("Two cups of tea")
    couple.agree(app)
    couple.both_are_calm(app)
    screen.press("Back to normal breathing")
    screen.wait_for("please read this aloud")
    for _ in range(MOST_QUESTIONS):
        if screen.find(QUESTION) is not None:
            break
        screen.press("Another one")
    screen.wait_for(QUESTION)
    screen.press("begins")
    screen.wait_for("speaks")
    screen.wait_for(QUESTION)
    assert app.close() == ""

    listed = pack(desk, "list", "--data-dir", str(data))
    assert listed.startswith("kitchen_table  At the kitchen table, Ruth Weber")


def test_nothing_is_taken_in_behind_the_back_of_a_running_nearer(start, desk, tmp_path):
    file = written(desk, tmp_path / "mine.toml")
    app = start()
    couple.first_run(app)
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", "pack", "add", str(file), "--data-dir", app.folder],
        env=desk.env,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Nearer is open with this folder. Nothing was changed.")
    app.screen.press("Talks")
    app.screen.press("Packs")
    app.screen.wait_for("None is here yet.")
    assert app.close() == ""
