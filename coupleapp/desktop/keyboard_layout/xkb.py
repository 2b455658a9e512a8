"""X11: the keymap of the server, read by libxkbcommon, without which Qt has no windows there."""

import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_int32, c_uint16, c_uint32, c_void_p
from typing import Any

from coupleapp.desktop.bounded import within
from coupleapp.domain.keys import KeyPlace, codes

PATIENCE_S = 0.3

_XKB_MORE = 8
_NO_FILES_NO_ENVIRONMENT = 1 | 2  # of xkb_context_flags: the server has it all
_NOT_SHIFTED = 0


def xkb_letters() -> Mapping[KeyPlace, str]:
    """Empty where there is no server, or it does not answer."""
    try:
        return within(PATIENCE_S, _ask)
    except (OSError, AttributeError, TimeoutError):
        return {}  # a library is missing, or older than these functions


def _ask() -> Mapping[KeyPlace, str]:
    xkb, x11 = _Xkb(ctypes.CDLL("libxkbcommon.so.0")), _X11(ctypes.CDLL("libxkbcommon-x11.so.0"))
    with _server() as server, xkb.context() as context:
        if not x11.set_up(server, 1, 0, 0, None, None, None, None):
            return {}
        keyboard = x11.core_keyboard(server)
        keymap = x11.keymap(context, server, keyboard, 0)
        state = x11.state(keymap, server, keyboard) if keymap else None
        try:
            return xkb.letters(keymap, state) if state else {}
        finally:
            xkb.drop_state(state)
            xkb.drop_keymap(keymap)


@contextmanager
def _server() -> Iterator[int]:
    xcb = ctypes.CDLL("libxcb.so.1")
    connect = _function(xcb, "xcb_connect", c_void_p, c_char_p, c_void_p)
    failed = _function(xcb, "xcb_connection_has_error", c_int, c_void_p)
    disconnect = _function(xcb, "xcb_disconnect", None, c_void_p)
    server = connect(None, None)
    try:
        if failed(server):
            raise OSError("no X server")
        yield server
    finally:
        disconnect(server)


class _Xkb:
    def __init__(self, library: ctypes.CDLL) -> None:
        self._new = _function(library, "xkb_context_new", c_void_p, c_int)
        self._drop = _function(library, "xkb_context_unref", None, c_void_p)
        self.drop_keymap = _function(library, "xkb_keymap_unref", None, c_void_p)
        self.drop_state = _function(library, "xkb_state_unref", None, c_void_p)
        self._group = _function(library, "xkb_state_key_get_layout", c_uint32, c_void_p, c_uint32)
        self._symbols = _function(
            library,
            "xkb_keymap_key_get_syms_by_level",
            c_int,
            *(c_void_p, c_uint32, c_uint32, c_uint32),
            POINTER(POINTER(c_uint32)),
        )
        self._character = _function(library, "xkb_keysym_to_utf32", c_uint32, c_uint32)

    @contextmanager
    def context(self) -> Iterator[int]:
        context = self._new(_NO_FILES_NO_ENVIRONMENT)
        try:
            yield context
        finally:
            self._drop(context)

    def letters(self, keymap: int, state: int) -> Mapping[KeyPlace, str]:
        typed = {place: self._letter(keymap, state, codes(place).pc) for place in KeyPlace}
        return {place: letter for place, letter in typed.items() if letter}

    def _letter(self, keymap: int, state: int, code: int) -> str:
        key, found = code + _XKB_MORE, POINTER(c_uint32)()
        group = self._group(state, key)
        count = self._symbols(keymap, key, group, _NOT_SHIFTED, byref(found))
        character = self._character(found[0]) if count == 1 else 0
        letter = chr(character)
        return letter if letter.isprintable() and not letter.isspace() else ""


class _X11:
    def __init__(self, library: ctypes.CDLL) -> None:
        whole = (c_void_p, c_uint16, c_uint16, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
        self.set_up = _function(library, "xkb_x11_setup_xkb_extension", c_int, *whole)
        self.core_keyboard = _function(
            library, "xkb_x11_get_core_keyboard_device_id", c_int32, c_void_p
        )
        keyboard = (c_void_p, c_void_p, c_int32)
        self.keymap = _function(
            library, "xkb_x11_keymap_new_from_device", c_void_p, *keyboard, c_int
        )
        self.state = _function(library, "xkb_x11_state_new_from_device", c_void_p, *keyboard)


def _function(library: ctypes.CDLL, name: str, gives: Any, *takes: Any) -> Any:
    function = getattr(library, name)
    function.restype, function.argtypes = gives, takes
    return function
