"""Hears that the X server has died, so that what is kept is finished before this program ends.

Xlib ends the whole process then, on whichever thread asked it something last: in the middle of a
copy, and with what others find us by left behind.
"""

import ctypes
import os
import threading
from collections.abc import Callable
from typing import NoReturn

from PySide6.QtGui import QGuiApplication

GRACE_S = 3.0
"""So long the thread that draws waits for the window's, which may be stuck waiting for it."""

_ASKED = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)


class ScreenGone:
    """Ends this program in order, once: on the thread of the window, unless that is stuck."""

    def __init__(self, finish: Callable[[], None]) -> None:
        """``finish`` what is kept; nothing that is drawn may be touched in it."""
        self._finish = finish
        self._window = threading.get_ident()
        self._one = threading.Lock()
        self._begun = threading.Event()
        self._by = 0
        # As long as Xlib may call it.
        self._heard = _ASKED(self._hear)

    def listen(self) -> None:
        """From now on, in the place of what Qt has set; nothing where there is no X server."""
        if QGuiApplication.platformName() == "xcb":
            try:
                ctypes.CDLL("libX11.so.6").XSetIOErrorHandler(self._heard)
            except (OSError, AttributeError):
                return

    def end(self) -> NoReturn:
        """Finish, and go without a word to the screen."""
        if self._by == threading.get_ident():
            os._exit(1)
        # Whoever comes second waits here for the end.
        self._one.acquire()
        self._by = threading.get_ident()
        self._begun.set()
        try:
            self._finish()
        finally:
            os._exit(1)

    def _hear(self, _display: int | None) -> int:
        """Xlib ends the process when this returns."""
        if threading.get_ident() != self._window and self._begun.wait(GRACE_S):
            threading.Event().wait()
        self.end()
