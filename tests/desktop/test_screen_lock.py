"""What Windows and macOS are asked of the screen, with libraries that stand for theirs."""

import ctypes
import struct
import sys

import pytest

from coupleapp.desktop import screen_lock
from coupleapp.desktop.screen_asked import MacScreen, WindowsScreen, this_screen
from coupleapp.desktop.screen_lock import ScreenLock


class Wtsapi32:
    """Writes a WTSINFOEXW where it is asked to, as Windows lays it out on 64 bits."""

    def __init__(self, flags: int, *, answers: bool = True) -> None:
        self.told = ctypes.create_string_buffer(struct.pack("<IIIiiI", 1, 0, 2, 0, flags, 0))
        self.answers, self.asked, self.freed = answers, (), []

    def WTSQuerySessionInformationW(self, server, session, what, found, size):  # noqa: N802
        self.asked = (server, session, what)
        found._obj.value = ctypes.addressof(self.told)
        size._obj.value = len(self.told)
        return self.answers

    def WTSFreeMemory(self, found):  # noqa: N802
        self.freed.append(found.value)


@pytest.mark.parametrize(("flags", "locked"), [(0, True), (1, False), (-1, False)])
def test_windows_says_whether_the_session_is_locked(flags, locked):
    library = Wtsapi32(flags)
    assert WindowsScreen(library).is_locked() is locked
    assert library.asked == (None, 0xFFFFFFFF, 25)
    assert library.freed == [ctypes.addressof(library.told)]


def test_where_windows_does_not_answer_nothing_is_locked():
    assert not WindowsScreen(Wtsapi32(0, answers=False)).is_locked()


class Mac:
    """Both libraries: a session, its dictionary, and what was let go."""

    def __init__(self, session: dict[bytes, bool] | None) -> None:
        self.session, self.released = session, []

    def CGSessionCopyCurrentDictionary(self):  # noqa: N802
        return self.session

    def CFStringCreateWithCString(self, _allocator, text, encoding):  # noqa: N802
        assert encoding == 0x08000100
        return text

    def CFDictionaryGetValue(self, session, key):  # noqa: N802
        return (session[key],) if key in session else None

    def CFBooleanGetValue(self, value):  # noqa: N802
        return value[0]

    def CFRelease(self, thing):  # noqa: N802
        self.released.append(thing)


LOCKED = b"CGSSessionScreenIsLocked"


@pytest.mark.parametrize(
    ("session", "locked"),
    [({LOCKED: True, b"x": True}, True), ({LOCKED: False}, False), ({b"x": True}, False)],
)
def test_macos_says_whether_the_session_is_locked(session, locked):
    mac = Mac(session)
    assert MacScreen(mac, mac).is_locked() is locked
    assert mac.released == [LOCKED, session]


def test_without_a_session_nothing_is_locked():
    mac = Mac(None)
    assert not MacScreen(mac, mac).is_locked()
    assert mac.released == []


def test_it_is_told_once_each_time_the_screen_is_locked(qtbot, monkeypatch):
    monkeypatch.setattr(screen_lock, "ASK_MS", 1)
    answers = iter([False, True, True, False, True])
    asked = []

    def is_locked():
        asked.append(next(answers, True))
        return asked[-1]

    lock, heard = ScreenLock(None, is_locked), []
    lock.locked.connect(lambda: heard.append(len(asked)))
    qtbot.waitUntil(lambda: len(asked) > 8)
    assert heard == [2, 5]


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
def test_linux_tells_by_itself():
    assert this_screen() is None
