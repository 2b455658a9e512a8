"""The whole app in this process: what it does with what it finds on disk."""

import shutil
from datetime import time

import pytest

from coupleapp.console.self_test import StagedClock
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell import app as app_module
from coupleapp.shell.app import App
from coupleapp.shell.options import Options


@pytest.fixture
def resources(tmp_path, monkeypatch):
    """A copy of the resources that a test may damage."""
    copy = tmp_path / "resources"
    shutil.copytree(resource_folder(), copy)
    monkeypatch.setattr(app_module, "resource_folder", lambda: copy)
    return copy


@pytest.fixture
def begin(clean_qt, tmp_path):
    running = []

    def start(**options) -> App:
        app = App(Options(**options), tmp_path / "data", StagedClock())
        running.append(app)
        app.start()
        return app

    yield start
    for app in running:
        app.stop()


def test_one_damaged_theme_is_named_and_the_others_are_there(begin, resources, qtbot):
    path = resources / "programme" / "03_home.toml"
    path.write_text(path.read_text("utf-8").replace('title = "', "title = ", 1), "utf-8")
    app = begin()
    qtbot.waitUntil(lambda: app._rooms is not None, timeout=20_000)
    assert "03_home.toml" in app._model.props.notice
    assert "line" in app._model.props.notice
    assert len(app._rooms.programme.themes) == 51


def test_without_any_theme_it_says_what_to_do_and_leaves_the_notebook_alone(
    begin, resources, qtbot, tmp_path
):
    for path in (resources / "programme").glob("*.toml"):
        path.write_bytes(b"\xff\xfe")
    app = begin()
    qtbot.waitUntil(lambda: app._trouble._model.props.title != "", timeout=20_000)
    assert "install Nearer again" in app._trouble._model.props.words
    assert not (tmp_path / "data" / "nearer.db").exists()


def test_in_the_background_no_window_is_shown(begin, qtbot, qapp):
    app = begin(background=True)
    qtbot.waitUntil(lambda: app._rooms is not None, timeout=20_000)
    assert not app._frame.isVisible()
    app.come_forward()
    assert app._frame.isVisible()


def test_a_choice_travels_forward_once(begin, qtbot, monkeypatch):
    app = begin(background=True)
    qtbot.waitUntil(lambda: app._rooms is not None, timeout=20_000)
    rooms = app._rooms
    use.couples.begin("Maya", "Tomas", time(21, 30))
    saved, shown = [], []
    for owner, name, seen in (
        (use.store.couple, "save", saved),
        (models.reminders_model, "show", shown),
    ):
        done = getattr(owner, name)
        noted = lambda *what, seen=seen, done=done: seen.append(what) or done(*what)  # noqa: E731
        monkeypatch.setattr(owner, name, noted)
    models.reminders_model.setEvening(True, "20:45")
    assert len(saved) == 1
    # Its trouble is taken back, and the new time is shown.
    assert len(shown) == 2
    models.settings_model.setSound(False)
    assert (len(saved), len(shown)) == (2, 3)
