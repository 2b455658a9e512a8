"""macOS: the layout in use, through Carbon."""

import ctypes
from collections.abc import Mapping
from ctypes import byref, c_ubyte, c_uint16, c_uint32, c_ulong, c_void_p
from typing import Any

from coupleapp.domain.keys import KeyPlace, codes

_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_AS_PRINTED = 3  # kUCKeyActionDisplay
_NO_DEAD_KEYS = 1  # kUCKeyTranslateNoDeadKeysMask
_MOST = 4


class MacLetters:
    """Asks Carbon and CoreFoundation, or whatever has their functions."""

    def __init__(self, carbon: Any, foundation: Any, layout_data: Any) -> None:
        """``layout_data``: the name of a layout's data among what is told of it."""
        self._carbon = carbon
        self._foundation = foundation
        self._layout_data = layout_data

    def letters(self) -> Mapping[KeyPlace, str]:
        source = self._carbon.TISCopyCurrentKeyboardLayoutInputSource()
        if not source:
            return {}
        try:
            data = self._carbon.TISGetInputSourceProperty(source, self._layout_data)
            layout = self._foundation.CFDataGetBytePtr(data) if data else None
            if not layout:
                return {}
            typed = {place: self._letter(layout, codes(place).mac) for place in KeyPlace}
        finally:
            self._foundation.CFRelease(source)
        return {place: letter for place, letter in typed.items() if letter}

    def _letter(self, layout: int, code: int) -> str:
        dead, count, typed = c_uint32(), c_ulong(), (c_uint16 * _MOST)()
        failed = self._carbon.UCKeyTranslate(
            *(layout, code, _AS_PRINTED, 0, self._carbon.LMGetKbdType(), _NO_DEAD_KEYS),
            *(byref(dead), _MOST, byref(count), typed),
        )
        letter = chr(typed[0]) if not failed and count.value == 1 else ""
        return letter if letter.isprintable() and not letter.isspace() else ""


def mac_letters() -> Mapping[KeyPlace, str]:
    try:
        carbon, foundation = ctypes.CDLL(_CARBON), ctypes.CDLL(_FOUNDATION)
        layout_data = c_void_p.in_dll(carbon, "kTISPropertyUnicodeKeyLayoutData")
        carbon.TISCopyCurrentKeyboardLayoutInputSource.restype = c_void_p
        carbon.TISGetInputSourceProperty.argtypes = (c_void_p, c_void_p)
        carbon.TISGetInputSourceProperty.restype = c_void_p
        carbon.LMGetKbdType.restype = c_ubyte
        carbon.UCKeyTranslate.argtypes = (
            *(c_void_p, c_uint16, c_uint16, c_uint32, c_uint32, c_uint32),
            *(c_void_p, c_ulong, c_void_p, c_void_p),
        )
        foundation.CFDataGetBytePtr.argtypes = (c_void_p,)
        foundation.CFDataGetBytePtr.restype = c_void_p
        foundation.CFRelease.argtypes = (c_void_p,)
        foundation.CFRelease.restype = None
    except (OSError, AttributeError, ValueError):
        return {}
    return MacLetters(carbon, foundation, layout_data).letters()
