"""A system that cannot show a window hears which packages it lacks, and nothing crashes."""

import os
import subprocess
import sys

import pytest

from coupleapp.console.preflight import what_is_missing


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


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_it_all(platform):
    assert what_is_missing({}, platform, lambda _: False) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a matter of Linux")
def test_without_a_screen_it_says_so(tmp_path):
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "coupleapp", "--data-dir", str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip().endswith("Start it from your desktop.")
