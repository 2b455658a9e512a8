"""What every test stands on: no screen, no real profile, nothing left behind."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_FONT_DPI", "96")
os.environ["QT_ACCESSIBILITY"] = "1"

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_collection_modifyitems(config, items):
    """The long forms run when asked for by ``-m full``."""
    if "full" in config.getoption("markexpr"):
        return
    long = [item for item in items if item.get_closest_marker("full")]
    items[:] = [item for item in items if item not in long]
    config.hook.pytest_deselected(items=long)


def pytest_terminal_summary(terminalreporter):
    """What the long walks have counted is said at the end, whoever ran them."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """No test sees the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(scope="session")
def qapp_cls():
    from PySide6.QtWidgets import QApplication

    return QApplication


@pytest.fixture
def clean_qt(qapp):
    """Deletes what Qt has put off, so that no test inherits the windows of another."""
    from PySide6.QtCore import QCoreApplication, QEvent

    # Only what the test itself has made is looked through, not a whole suite's memory.
    gc.freeze()
    yield qapp
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qapp.processEvents()
        gc.collect()
    gc.unfreeze()
    assert [w for w in qapp.topLevelWindows() if w.isVisible()] == []
