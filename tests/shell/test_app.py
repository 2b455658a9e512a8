"""The whole app in this process: what it does with what it finds on disk."""

import shutil
from datetime import time

import pytest

from coupleapp.console.self_test import StagedClock
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell import app as app_module
from coupleapp.shell.app import App
from coupleapp.shell.options import Options
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.settings_model import SettingsModel


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
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    assert "03_home.toml" in app.window.app.props.notice
    assert "line" in app.window.app.props.notice
    assert len(app.composition.use.library.programme.themes) == 51


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
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    assert not app.window.frame.isVisible()
    app.come_forward()
    assert app.window.frame.isVisible()


def test_a_choice_travels_forward_once(begin, qtbot, monkeypatch):
    app = begin(background=True)
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    use, pages = app.composition.use, app.composition.pages
    reminders = pages.model(RemindersModel)
    use.couples.begin("Maya", "Tomas", time(21, 30))
    saved, shown = [], []
    for owner, name, seen in (
        (use.store.couple, "save", saved),
        (reminders, "show", shown),
    ):
        done = getattr(owner, name)
        noted = lambda *what, seen=seen, done=done: seen.append(what) or done(*what)  # noqa: E731
        monkeypatch.setattr(owner, name, noted)
    reminders.setEvening(True, "20:45")
    assert len(saved) == 1
    # Its trouble is taken back, and the new time is shown.
    assert len(shown) == 2
    pages.model(SettingsModel).setSound(False)
    assert (len(saved), len(shown)) == (2, 3)
