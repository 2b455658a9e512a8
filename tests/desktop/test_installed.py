"""How Nearer came onto a computer, as its own place tells."""

from pathlib import Path

import pytest

from coupleapp.desktop.autostart import LaunchEnvironment
from coupleapp.desktop.installed import Installed, Origin, installed

IMAGE = {"APPIMAGE": "/home/us/Nearer.AppImage", "APPDIR": "/mnt/image"}


def frozen(platform: str, executable: str, **more: object) -> LaunchEnvironment:
    return LaunchEnvironment(platform, Path(executable), frozen=True, **more)


@pytest.mark.parametrize(
    ("here", "origin", "place"),
    [
        (frozen("linux", "/usr/lib/nearer/nearer"), Origin.PACKAGE, "/usr/lib/nearer"),
        (frozen("linux", "/usr/local/nearer/nearer"), Origin.FOLDER, "/usr/local/nearer"),
        (frozen("linux", "/home/us/nearer/nearer"), Origin.FOLDER, "/home/us/nearer"),
        (
            frozen("linux", "/mnt/image/usr/bin/nearer", environ=IMAGE),
            Origin.APP_IMAGE,
            "/home/us/Nearer.AppImage",
        ),
        (frozen("linux", "/usr/lib/nearer/nearer", environ=IMAGE), Origin.PACKAGE, None),
        (frozen("linux", "/app/lib/nearer/nearer", flatpak=True), Origin.FLATPAK, None),
        (frozen("win32", "/Nearer/nearer.exe"), Origin.WINDOWS, "/Nearer"),
        (
            frozen("darwin", "/Applications/Nearer.app/Contents/MacOS/nearer"),
            Origin.MAC,
            "/Applications/Nearer.app",
        ),
        (LaunchEnvironment("linux", Path("/usr/bin/python3")), Origin.PYTHON, "/usr/bin"),
    ],
)
def test_its_place_tells_what_brought_it(here, origin, place):
    found = installed(here)
    assert found.origin is origin
    assert place is None or found == Installed(origin, Path(place))
