"""What every test stands on: no screen, no real profile, nothing left behind."""

import gc
import os
import re
from pathlib import Path

import pytest
from hypothesis import settings

# The screen, the session, the sound and the language of whoever runs the tests.
THEIRS = re.compile(
    "AT_SPI_|DBUS_|DESKTOP_|DISPLAY|GDK_|GNOME_|GTK_|KDE_|LANG|LC_|PIPEWIRE_|PULSE_|QML|QT_"
    "|SESSION_|WAYLAND_|XAUTHORITY|XDG_"
)
OURS = {
    "LANG": "C.UTF-8",
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QT_FONT_DPI": "96",
    "QT_ACCESSIBILITY": "1",
}
# Before any test imports Qt, which looks at them once.
for name in filter(THEIRS.match, list(os.environ)):
    del os.environ[name]
os.environ.update(OURS)

UI = Path(__file__).parent / "ui"

settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("few", settings.get_profile("house"), max_examples=10)
settings.load_profile("house")


OPENS_WINDOWS = {"build", "house", "new_house"}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Whatever opens the window is slow. The long forms run when asked for by ``-m full``."""
    _mark(config, items)
    done = yield
    # Shuffled by now: what takes minutes begins first, else the others wait for it at the end.
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)
    return done


def _mark(config, items):
    for item in items:
        windows = item.path.is_relative_to(UI) and OPENS_WINDOWS & {*item.fixturenames}
        if windows or any(map(item.get_closest_marker, ("e2e", "full"))):
            item.add_marker("slow")
    if "full" in config.getoption("markexpr"):
        return
    long = [item for item in items if item.get_closest_marker("full")]
    items[:] = [item for item in items if item not in long]
    config.hook.pytest_deselected(items=long)


def pytest_xdist_auto_num_workers():
    """One more than there are cores: a test waits half of the time, for a window or the disk."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter):
    """What the long walks have counted is said at the end, whoever ran them."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """No test sees the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    xdg = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    for name in ("HOME", "LOCALAPPDATA", *xdg):
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
