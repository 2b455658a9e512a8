"""Says what a Linux system lacks for a window, by the package's name; Qt would only abort."""

import ctypes
import sys
from collections.abc import Callable, Mapping

from coupleapp.desktop.screens import names_wayland, wayland_answers, x11_answers

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_FOR_X11 = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_X11, _WAYLAND = "xcb", "wayland"
_ANSWERS = {_X11: x11_answers, _WAYLAND: wayland_answers}
"""What shows a window on a screen of somebody's desktop, called as Qt calls it."""


def can_load(library: str) -> bool:
    """Whether the system has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def answers(way: str, environment: Mapping[str, str]) -> bool:
    """Whether there is a screen to be shown on in this way; of the others only Qt knows."""
    ask = _ANSWERS.get(way)
    return ask is None or ask(environment)


def what_is_missing(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    has: Callable[[str], bool] = can_load,
    there: Callable[[str, Mapping[str, str]], bool] = answers,
) -> str:
    """One sentence on what a window needs and this system lacks; empty when all is there."""
    if not platform.startswith("linux"):
        return ""
    ways = _ways(environment)
    if not ways:
        return "Nearer needs a screen, and none was found. Start it from your desktop."
    usable = [way for way in ways if there(way, environment)]
    if not usable:
        silent = _silent(ways[0], environment)
        return f"Nearer needs a screen, and {silent}. Start it from your desktop."
    needed = {**_ALWAYS, **(_FOR_X11 if usable == [_X11] else {})}
    packages = [package for library, package in needed.items() if not has(library)]
    if not packages:
        return ""
    names = " ".join(packages)
    return (
        f"Nearer needs parts of the system that are missing here: {names}. "
        f"On Debian or Ubuntu: sudo apt install {names}"
    )


def _ways(environment: Mapping[str, str]) -> list[str]:
    """Those that Qt tries, in its order: ``wayland-egl:option`` is a way of Wayland."""
    asked = [way for way in environment.get("QT_QPA_PLATFORM", "").split(";") if way]
    if not asked:
        asked = [_WAYLAND] if names_wayland(environment) else []
        asked += [_X11] if environment.get("DISPLAY") else []
    return [way.partition(":")[0].partition("-")[0] for way in asked]


def _silent(way: str, environment: Mapping[str, str]) -> str:
    """The screen that was tried first and does not answer, as the couple's desktop calls it."""
    variable, desktop = ("DISPLAY", "X11") if way == _X11 else ("WAYLAND_DISPLAY", "Wayland")
    name = environment.get(variable)
    return f"“{name}” ({variable}) does not answer" if name else f"no {desktop} desktop answers"
