"""Whether the screen that the environment names is there; asked without Qt, which would abort."""

import ctypes
import os
from collections.abc import Mapping
from pathlib import Path

_WAYLAND_DEFAULT = "wayland-0"


def names_wayland(environment: Mapping[str, str]) -> bool:
    """Whether it names a Wayland compositor, as Qt looks for one."""
    return bool(
        environment.get("WAYLAND_DISPLAY")
        or environment.get("WAYLAND_SOCKET")
        or environment.get("XDG_SESSION_TYPE") == "wayland"
    )


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """Whether a compositor lets us in; True where nothing here can ask it."""
    if environment.get("WAYLAND_SOCKET"):
        return True  # handed over already, and only once
    name = environment.get("WAYLAND_DISPLAY") or _WAYLAND_DEFAULT
    if not Path(name).is_absolute() and not environment.get("XDG_RUNTIME_DIR"):
        return False
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True
    wayland.wl_display_connect.restype = ctypes.c_void_p
    link = ctypes.c_void_p(wayland.wl_display_connect(os.fsencode(name)))
    if link:
        wayland.wl_display_disconnect(link)
    return bool(link)


def x11_answers(environment: Mapping[str, str]) -> bool:
    """Whether the X server of ``DISPLAY`` lets us in; True where nothing here can ask it."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    link = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(environment.get("DISPLAY", "")), None))
    refused = xcb.xcb_connection_has_error(link)
    xcb.xcb_disconnect(link)
    return not refused
