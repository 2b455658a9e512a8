"""Says what a Linux system lacks for a window, by the package's name; Qt would only abort."""

import ctypes
import sys
from collections.abc import Callable, Mapping

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def can_load(library: str) -> bool:
    """Whether the system has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def what_is_missing(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    has: Callable[[str], bool] = can_load,
) -> str:
    """One sentence on what a window needs and this system lacks; empty when all is there."""
    if not platform.startswith("linux"):
        return ""
    asked = environment.get("QT_QPA_PLATFORM", "")
    wayland = "WAYLAND_DISPLAY" in environment or asked.startswith("wayland")
    if not (asked or wayland or environment.get("DISPLAY")):
        return "Nearer needs a screen, and none was found. Start it from your desktop."
    x11 = asked.startswith("xcb") or not (asked or wayland)
    needed = {**_ALWAYS, **(_FOR_X11 if x11 else {})}
    packages = [package for library, package in needed.items() if not has(library)]
    if not packages:
        return ""
    names = " ".join(packages)
    return (
        f"Nearer needs parts of the system that are missing here: {names}. "
        f"On Debian or Ubuntu: sudo apt install {names}"
    )
