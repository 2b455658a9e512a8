"""Windows: the layout of the thread that asks."""

import ctypes
import sys
from collections.abc import Mapping
from typing import Any

from coupleapp.domain.keys import KeyPlace, codes

_SCAN_TO_VIRTUAL = 3  # MAPVK_VSC_TO_VK_EX
_LEAVES_NO_DEAD_KEY = 4  # since Windows 10, 1607


class WindowsLetters:
    """Asks user32, or whatever has its functions."""

    def __init__(self, user32: Any) -> None:
        self._user32 = user32

    def letters(self) -> Mapping[KeyPlace, str]:
        layout = self._user32.GetKeyboardLayout(0)
        typed = {place: self._letter(codes(place).pc, layout) for place in KeyPlace}
        return {place: letter for place, letter in typed.items() if letter}

    def _letter(self, scan: int, layout: int) -> str:
        virtual = self._user32.MapVirtualKeyExW(scan, _SCAN_TO_VIRTUAL, layout)
        nothing_held = (ctypes.c_ubyte * 256)()
        typed = ctypes.create_unicode_buffer(8)
        count = self._user32.ToUnicodeEx(
            virtual, scan, nothing_held, typed, len(typed) - 1, _LEAVES_NO_DEAD_KEY, layout
        )
        # A dead key is counted as less than none, and what is printed on it is told all the same.
        letter = typed.value[:1] if virtual and count in {1, -1} else ""
        return letter if letter.isprintable() and not letter.isspace() else ""


def windows_letters() -> Mapping[KeyPlace, str]:
    if sys.platform == "win32":
        user32 = ctypes.WinDLL("user32")
        user32.GetKeyboardLayout.restype = ctypes.c_void_p
        user32.MapVirtualKeyExW.argtypes = (ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p)
        user32.ToUnicodeEx.argtypes = (
            *(ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p),
            *(ctypes.c_int, ctypes.c_uint, ctypes.c_void_p),
        )
        return WindowsLetters(user32).letters()
    return {}
