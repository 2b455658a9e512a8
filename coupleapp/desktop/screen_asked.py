"""Asks Windows and macOS whether the screen is locked: they tell only native windows."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import byref, c_int32, c_uint32, c_void_p
from typing import Any

IsLocked = Callable[[], bool]

_SERVICES = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF_8 = 0x08000100  # kCFStringEncodingUTF8
_LOCKED_KEY = b"CGSSessionScreenIsLocked"

_THIS_SERVER = None  # WTS_CURRENT_SERVER_HANDLE
_THIS_SESSION = 0xFFFFFFFF  # WTS_CURRENT_SESSION
_SESSION_INFO = 25  # WTSSessionInfoEx
_LOCKED = 0  # WTS_SESSIONSTATE_LOCK


class _SessionInfo(ctypes.Structure):
    """The beginning of WTSINFOEXW; what follows are times, so the inner part begins at eight."""

    _fields_ = (
        ("level", c_uint32),
        ("_padding", c_uint32),
        ("session", c_uint32),
        ("state", c_int32),
        ("flags", c_int32),
    )


class WindowsScreen:
    """Asks wtsapi32, or whatever has its functions."""

    def __init__(self, wtsapi32: Any) -> None:
        self._wtsapi32 = wtsapi32

    def is_locked(self) -> bool:
        found, size = c_void_p(), c_uint32()
        asked = self._wtsapi32.WTSQuerySessionInformationW
        if not asked(_THIS_SERVER, _THIS_SESSION, _SESSION_INFO, byref(found), byref(size)):
            return False
        try:
            return bool(_SessionInfo.from_address(found.value or 0).flags == _LOCKED)
        finally:
            self._wtsapi32.WTSFreeMemory(found)


class MacScreen:
    """Asks ApplicationServices and CoreFoundation, or whatever has their functions."""

    def __init__(self, services: Any, foundation: Any) -> None:
        self._services = services
        self._foundation = foundation

    def is_locked(self) -> bool:
        session = self._services.CGSessionCopyCurrentDictionary()
        if not session:
            return False
        key = self._foundation.CFStringCreateWithCString(None, _LOCKED_KEY, _UTF_8)
        try:
            # It stands there only while the screen is locked.
            value = self._foundation.CFDictionaryGetValue(session, key)
            return bool(value) and bool(self._foundation.CFBooleanGetValue(value))
        finally:
            self._foundation.CFRelease(key)
            self._foundation.CFRelease(session)


def this_screen() -> IsLocked | None:
    """How this system is asked; None where it tells by itself, or cannot be asked."""
    try:
        if sys.platform == "win32":
            return WindowsScreen(ctypes.WinDLL("wtsapi32")).is_locked
        if sys.platform == "darwin":
            return _mac_screen().is_locked
    except (OSError, AttributeError):
        pass
    return None


def _mac_screen() -> MacScreen:
    services, foundation = ctypes.CDLL(_SERVICES), ctypes.CDLL(_FOUNDATION)
    services.CGSessionCopyCurrentDictionary.restype = c_void_p
    foundation.CFStringCreateWithCString.argtypes = (c_void_p, ctypes.c_char_p, c_uint32)
    foundation.CFStringCreateWithCString.restype = c_void_p
    foundation.CFDictionaryGetValue.argtypes = (c_void_p, c_void_p)
    foundation.CFDictionaryGetValue.restype = c_void_p
    foundation.CFBooleanGetValue.argtypes = (c_void_p,)
    foundation.CFBooleanGetValue.restype = ctypes.c_ubyte
    foundation.CFRelease.argtypes = (c_void_p,)
    return MacScreen(services, foundation)
