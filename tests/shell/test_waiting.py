"""While the notebook is being opened, or closed for some work: what is said, and Ctrl+L."""

import sys
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coupleapp import store as store_module
from coupleapp.console.self_test import StagedClock
from coupleapp.domain.lock import Passphrase
from coupleapp.shell import profile as profile_module
from coupleapp.shell.app import App
from coupleapp.shell.options import Options
from coupleapp.shell.platform_services import platform_services
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.lock.lock_model import LockModel
from tests.store.helpers import little_stretching
from tests.ui.house import WakeLock
from tests.ui.lock.hands import OURS


class Doors:
    """What is done waits here until somebody lets it go on."""

    def __init__(self) -> None:
        self.reached, self.let = threading.Event(), threading.Event()

    def before(self, work):
        def waits(*arguments):
            self.reached.set()
            assert self.let.wait(60)
            return work(*arguments)

        return waits


@pytest.fixture
def doors():
    return Doors()


@pytest.fixture
def begin(clean_qt, tmp_path, doors):
    running = []

    def start() -> App:
        services = replace(platform_services(), keepers=[], wake_lock=WakeLock())
        app = App(Options(), tmp_path / "data", StagedClock(), services, take=lambda: True)
        running.append(app)
        app.start()
        return app

    yield start
    doors.let.set()
    for app in running:
        app.stop()


@pytest.fixture
def renewing(begin, doors, monkeypatch, qtbot):
    """It is closed, and gets a new key as soon as the doors are open."""
    monkeypatch.setattr(store_module, "renew_key", doors.before(store_module.renew_key))
    app = begin()
    qtbot.waitUntil(lambda: app.composition is not None, timeout=20_000)

    def renew(*, with_passphrase=False):
        if with_passphrase:
            app.composition.use.store.lock._stretching = little_stretching
            app.composition.use.lock.choose(Passphrase(OURS))
            app.composition.pages.model(LockModel).changed.emit()
        app.composition.lock.renew.emit(Passphrase(OURS) if with_passphrase else None)
        qtbot.waitUntil(doors.reached.is_set, timeout=20_000)
        return app

    return renew


def shows(app, page: str) -> bool:
    items = app.window.frame.contentItem().childItems()
    return any(item.metaObject().className().startswith(page + "_") for item in items)


def is_there(app) -> bool:
    return app.composition is not None


def hide(app):
    QTest.keyClick(app.window.frame, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def press(app):
    """Return, on what has the focus."""
    QTest.keyClick(app.window.frame, Qt.Key.Key_Return)


def is_at_rest(app) -> bool:
    return not app._notebook.busy


def test_what_takes_a_moment_is_said_until_it_is_open_again(renewing, doors, qtbot):
    app = renewing()
    qtbot.waitUntil(lambda: shows(app, "WaitingPage"))
    doors.let.set()
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)
    qtbot.waitUntil(lambda: not shows(app, "WaitingPage"))
    assert shows(app, "Shell")


def test_meanwhile_it_can_be_hidden_and_opens_by_nothing_but_a_press(renewing, doors, qtbot):
    app = renewing()
    qtbot.waitUntil(lambda: shows(app, "WaitingPage"))
    hide(app)
    assert shows(app, "UnlockPage")
    assert not shows(app, "WaitingPage")
    doors.let.set()
    qtbot.waitUntil(lambda: is_at_rest(app), timeout=20_000)
    assert not is_there(app)
    press(app)
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)
    assert not shows(app, "UnlockPage")


def test_hidden_meanwhile_its_passphrase_opens_it_and_not_the_new_key(renewing, doors, qtbot):
    app = renewing(with_passphrase=True)
    hide(app)
    press(app)
    doors.let.set()
    qtbot.waitUntil(lambda: app._lock_screen._model.props.way == "passphrase", timeout=20_000)
    assert not is_there(app)
    app._lock_screen._model.give(OURS)
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)
    assert "new key" in app.composition.pages.model(LockModel).props.done


@pytest.fixture
def proving(begin, doors, monkeypatch, qtbot):
    """They have asked for a new key, and what they typed for it is being proven."""
    app = begin()
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)
    use = app.composition.use
    use.couples.begin("Maya", "Tomas", None)
    use.store.lock._stretching = little_stretching
    use.lock.choose(Passphrase(OURS))
    model = app.composition.pages.model(LockModel)
    model.changed.emit()
    app.composition.navigation.turn_to(PageName.LOCK)
    monkeypatch.setattr(use.lock, "test", doors.before(use.lock.test))
    model.ask("renew")
    model.finish(OURS, "", "")
    qtbot.waitUntil(doors.reached.is_set, timeout=20_000)
    app.before = use.store.vault.id
    return app


def test_whoever_goes_home_meanwhile_has_the_new_key_they_asked_for(proving, doors, qtbot):
    proving.composition.navigation.turn_to(PageName.HOME)
    doors.let.set()
    qtbot.waitUntil(
        lambda: is_there(proving) and proving.composition.use.store.vault.id != proving.before,
        timeout=20_000,
    )
    assert "new key" in proving.composition.pages.model(LockModel).props.done


def test_locked_meanwhile_it_says_that_there_is_none(proving, doors, qtbot):
    hide(proving)
    qtbot.waitUntil(lambda: not is_there(proving))
    doors.let.set()
    proving._lock_screen._model.give(OURS)
    qtbot.waitUntil(lambda: is_there(proving), timeout=20_000)
    assert proving.composition.use.store.vault.id == proving.before
    trouble = proving.composition.pages.model(LockModel).props.trouble
    assert trouble.startswith("Your notebook was closed before it had a new key")


def test_a_screen_that_locks_meanwhile_locks_it_too(renewing, doors, qtbot):
    app = renewing(with_passphrase=True)
    app._screen_lock.locked.emit()
    assert shows(app, "UnlockPage")
    doors.let.set()
    qtbot.waitUntil(lambda: is_at_rest(app), timeout=20_000)
    assert not is_there(app)


def test_without_a_passphrase_a_screen_that_locks_changes_nothing(renewing, doors, qtbot):
    app = renewing()
    app._screen_lock.locked.emit()
    doors.let.set()
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)


def test_what_cannot_be_held_does_not_keep_it_open(begin, monkeypatch, qtbot):
    app = begin()
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)
    said = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: said.append(error[0]))

    def hold():
        raise ZeroDivisionError

    monkeypatch.setattr(app.composition.session, "hold", hold)
    hide(app)
    qtbot.waitUntil(lambda: shows(app, "UnlockPage"))
    assert said == [ZeroDivisionError]
    press(app)
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)


def test_what_is_hidden_while_it_is_being_opened_stays_closed(begin, doors, monkeypatch, qtbot):
    opened, closed = [], []

    def opens(*arguments):
        opened.append(doors.before(real)(*arguments))
        return opened[-1]

    real = profile_module.open_profile
    monkeypatch.setattr(profile_module, "open_profile", opens)
    close = store_module.Store.close
    monkeypatch.setattr(store_module.Store, "close", lambda it: (close(it), closed.append(it)))
    app = begin()
    qtbot.waitUntil(doors.reached.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: shows(app, "WaitingPage"))
    hide(app)
    doors.let.set()
    qtbot.waitUntil(lambda: is_at_rest(app), timeout=20_000)
    assert not is_there(app)
    qtbot.waitUntil(lambda: closed == [opened[0].store], timeout=20_000)
    press(app)
    qtbot.waitUntil(lambda: is_there(app), timeout=20_000)
