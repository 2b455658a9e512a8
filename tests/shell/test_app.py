"""The whole app in this process: what it does with what it finds on disk."""

import errno
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import time

import pytest
import shiboken6

from coupleapp.application.couples import Couples
from coupleapp.application.folder import Doubt, FolderDoubtful, FolderHeld, FolderUnlockable
from coupleapp.application.home import Home
from coupleapp.application.ports import StoreLocked
from coupleapp.console.self_test import StagedClock
from coupleapp.desktop.folder_notes import OpenNote
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell import app as app_module
from coupleapp.shell.app import App
from coupleapp.shell.composition import Composition
from coupleapp.shell.options import Options
from coupleapp.shell.own_folder import OwnFolder
from coupleapp.shell.platform_services import platform_services
from coupleapp.store import open_store
from coupleapp.ui.base.folder_model import FolderProps, derive_folder_props
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.settings_model import SettingsModel
from tests.ui.house import WakeLock


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

    def start(take=lambda: True, go_on=lambda: None, **options) -> App:
        # Everything is this computer's own, but its keyring and its screen.
        services = replace(platform_services(), keepers=[], wake_lock=WakeLock())
        app = App(
            Options(**options),
            tmp_path / "data",
            StagedClock(),
            services,
            take=take,
            go_on=go_on,
        )
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


def test_what_failed_at_the_start_hears_nothing_more(begin, qtbot, monkeypatch, tmp_path):
    made = []

    def locked(home, couple):
        raise StoreLocked

    def note(composition, *parts):
        made.append(composition)
        compose(composition, *parts)

    (tmp_path / "data").mkdir()
    with closing(open_store(tmp_path / "data", [])) as store:
        Couples(store.couple, StagedClock()).begin("Maya", "Tomas", None)
    compose = Composition.__init__
    monkeypatch.setattr(Composition, "__init__", note)
    monkeypatch.setattr(Home, "look", locked)
    app = begin()
    qtbot.waitUntil(lambda: app._trouble._model.props.title != "", timeout=20_000)
    assert (len(made), shiboken6.isValid(made[0]), app.composition) == (1, False, None)
    monkeypatch.undo()
    app._trouble.again.emit()
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    assert app.findChildren(Composition) == [app.composition]
    assert app.window.app.props.page == "home"


@pytest.mark.parametrize(
    ("refuses", "words"),
    [
        (OSError(errno.ENOSPC, "full"), "The disk is full."),
        (OSError(errno.EROFS, "read-only"), "may not write to its folder"),
        (FileExistsError(errno.EEXIST, "a file"), "something else"),
    ],
)
def test_nothing_is_opened_before_the_folder_is_ours(begin, qtbot, tmp_path, refuses, words):
    answers = [refuses, refuses, True]

    def take():
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return bool(answer)

    app = begin(take=take)
    trouble = app._trouble._model
    qtbot.waitUntil(lambda: words in trouble.props.words, timeout=20_000)
    assert app.window.frame.isVisible()
    app._trouble.again.emit()
    assert len(answers) == 1
    assert not (tmp_path / "data").exists()
    app._trouble.again.emit()
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    assert answers == []


def folder_page(app) -> FolderProps:
    return app._trouble._of_folder.props


def test_one_that_does_not_answer_has_a_page_that_tries_again_by_itself(begin, qtbot, tmp_path):
    answers = [FolderHeld(), FolderHeld(), FolderHeld(), True]

    def take():
        answer = answers.pop(0)
        if isinstance(answer, FolderHeld):
            raise answer
        return answer

    app = begin(take=take)
    app._trouble._held.setInterval(50)
    qtbot.waitUntil(lambda: folder_page(app).title != "", timeout=20_000)
    assert "does not answer" in folder_page(app).words
    assert app.window.frame.isVisible()
    page = app._trouble._page
    app._trouble._of_folder.act()
    # What says the same stays: nobody is thrown off a button or told it twice.
    assert app._trouble._page is page
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    assert (answers, app._trouble._page) == ([], None)
    assert not app._trouble._held.isActive()


def test_one_that_answers_after_all_ends_this_one(begin, qtbot, tmp_path):
    answers = [FolderHeld(), False]

    def take():
        answer = answers.pop(0)
        if isinstance(answer, FolderHeld):
            raise answer
        return answer

    app = begin(take=take)
    qtbot.waitUntil(lambda: folder_page(app).title != "", timeout=20_000)
    app._trouble._of_folder.act()
    assert (answers, app.composition) == ([], None)
    assert not (tmp_path / "data").exists()


def test_a_drive_without_locks_is_refused_with_what_to_do(begin, qtbot, tmp_path):
    answers = [FolderUnlockable(), True]

    def take():
        answer = answers.pop(0)
        if isinstance(answer, FolderUnlockable):
            raise answer
        return answer

    app = begin(take=take)
    qtbot.waitUntil(lambda: folder_page(app).title != "", timeout=20_000)
    assert "Move the folder" in folder_page(app).words
    assert not app._trouble._held.isActive()
    app._trouble._of_folder.act()
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)


@pytest.fixture
def own(clean_qt, tmp_path):
    """The real folder of one, with what its place says against it."""
    made = []

    def build(*doubts, **options) -> OwnFolder:
        folder = OwnFolder(Options(data_dir=tmp_path / "data", **options), look=lambda _: doubts)
        made.append(folder)
        return folder

    yield build
    for folder in made:
        folder.release()


def test_a_doubt_is_asked_once_for_a_folder(own, begin, qtbot, tmp_path):
    synced = FolderDoubtful(Doubt.SYNCED, "Dropbox")
    folder = own(synced)
    app = begin(take=folder.take, go_on=folder.go_on)
    qtbot.waitUntil(lambda: folder_page(app).title != "", timeout=20_000)
    assert "Dropbox" in folder_page(app).words
    assert not (tmp_path / "data" / "nearer.db").exists()
    # Who starts meanwhile sees this page.
    with pytest.raises(FolderHeld):
        own().take()
    app._trouble._of_folder.act()
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    folder.release()
    assert own(synced).take()


def test_each_doubt_is_asked(own):
    folder = own(FolderDoubtful(Doubt.SYNCED, "Dropbox"), FolderDoubtful(Doubt.NETWORK))
    for doubt in (Doubt.SYNCED, Doubt.NETWORK):
        with pytest.raises(FolderDoubtful) as asked:
            folder.take()
        assert asked.value.doubt is doubt
        folder.go_on()
    assert folder.take()


def test_another_computer_is_asked_about_each_time(own, tmp_path):
    (tmp_path / "data").mkdir()
    for _ in range(2):
        OpenNote(tmp_path / "data", host="kitchen", machine="other").write()
        folder = own()
        with pytest.raises(FolderDoubtful) as asked:
            folder.take()
        assert (asked.value.doubt, asked.value.name) == (Doubt.OTHER_COMPUTER, "kitchen")
        folder.go_on()
        assert folder.take()
        assert OpenNote(tmp_path / "data", host="kitchen", machine="other").elsewhere() != ""
        folder.release()
    assert own().take()


def test_of_what_a_crash_here_has_left_nothing_is_asked(own, tmp_path):
    (tmp_path / "data").mkdir()
    OpenNote(tmp_path / "data").write()
    assert own().take()


def test_every_trouble_of_a_folder_says_what_it_is_and_what_to_do(qapp):
    troubles = [FolderHeld(), FolderUnlockable(), *(FolderDoubtful(d, "kitchen") for d in Doubt)]
    shown = [derive_folder_props(trouble, "/ours") for trouble in troubles]
    assert len({props.words for props in shown}) == len(troubles)
    assert all(props.title and props.act_words and "{" not in props.words for props in shown)
    assert [props.asks for props in shown] == [False] * 2 + [True] * len(Doubt)


def test_what_a_crash_left_of_a_look_goes_when_the_window_opens(begin, qtbot, tmp_path):
    left = tmp_path / "data" / "looking-abc"
    left.mkdir(parents=True)
    (left / "nearer.db").write_bytes(b"a copy")
    app = begin()
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)
    assert not left.exists()
