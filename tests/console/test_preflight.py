"""A system that cannot show a window hears which packages it lacks, and nothing crashes."""

import os
import subprocess
import sys

import pytest

from coupleapp.console.preflight import what_is_missing as really_missing
from tests.desktop.session import Service, needs_a_bus, own_session


def what_is_missing(environment, platform, has, dead=()):
    """Every screen answers but these."""
    return really_missing(environment, platform, has, lambda way, _: way not in dead)


def test_nothing_is_missing_where_everything_is_there():
    assert what_is_missing({"DISPLAY": ":0"}, "linux", lambda _: True) == ""


@pytest.mark.parametrize(
    ("environment", "library", "named"),
    [
        ({"DISPLAY": ":0"}, "libxcb-cursor.so.0", "libxcb-cursor0"),
        ({"DISPLAY": ":0"}, "libEGL.so.1", "libegl1"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "libEGL.so.1", "libegl1"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "libfontconfig.so.1", "libfontconfig1"),
    ],
)
def test_a_missing_library_is_named_by_its_package(environment, library, named):
    sentence = what_is_missing(environment, "linux", lambda asked: asked != library)
    assert f"sudo apt install {named}" in sentence


def test_what_only_x11_needs_is_not_asked_of_wayland():
    wayland = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert what_is_missing(wayland, "linux", lambda library: "xcb" not in library) == ""


def test_where_wayland_is_dead_it_is_x11_that_needs_its_parts():
    both = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    sentence = what_is_missing(both, "linux", lambda it: "cursor" not in it, dead=["wayland"])
    assert "sudo apt install libxcb-cursor0" in sentence


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_it_all(platform):
    assert what_is_missing({}, platform, lambda _: False) == ""


SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM"}
HOW = "Start it from your desktop."


def start(folder, **screens):
    """The app, on a desktop that has nothing but these: its exit code, and what it says."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    environment |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", **screens}
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", "--data-dir", str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of Linux")
@pytest.mark.parametrize(
    ("screens", "named"),
    [
        ({}, "none was found"),
        ({"DISPLAY": ":987"}, "“:987”"),
        ({"WAYLAND_DISPLAY": "dead", "DISPLAY": ":987"}, "“dead”"),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": "no screen"}, "no Wayland desktop answers"),
        ({"QT_QPA_PLATFORM": "xcb"}, "no X11 desktop answers"),
    ],
)
def test_a_screen_that_is_not_there_is_a_sentence(tmp_path, screens, named):
    code, (sentence,) = start(tmp_path, **screens)
    assert code == 1
    assert named in sentence
    assert sentence.endswith(HOW)


@needs_a_bus
def test_where_qt_would_abort_it_is_seen_without_a_console_too(tmp_path):
    with own_session() as (address, _):
        desktop = Service(address, "org.freedesktop.Notifications", lambda *_: ("u", (7,)))
        nonsense = {"QT_QPA_PLATFORM": "nonsense", "DBUS_SESSION_BUS_ADDRESS": address}
        code, (sentence,) = start(tmp_path, **nonsense)
    desktop.leave()
    assert code == 1
    assert sentence.endswith("Leave QT_QPA_PLATFORM out, then start Nearer again.")
    ((_, _, told),) = [asked for asked in desktop.asked if "Notify" in asked]
    assert told[3:5] == ("Nearer", sentence)
    assert sentence in (tmp_path / "nearer.log").read_text("utf-8")
