"""What each system says is printed on the keys, and that nobody minds one that does not."""

import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest

from coupleapp.desktop.keyboard_layout import printed_letters
from coupleapp.desktop.keyboard_layout.macos import MacLetters, mac_letters
from coupleapp.desktop.keyboard_layout.windows import WindowsLetters, windows_letters
from coupleapp.desktop.keyboard_layout.xkb import xkb_letters
from coupleapp.domain.keys import KeyPlace, codes
from tests.desktop.session import away_from_the_desktop

A, F, EQUAL = KeyPlace.KEY_A, KeyPlace.KEY_F, KeyPlace.EQUAL

# -- X11


@pytest.fixture
def display(monkeypatch):
    if sys.platform != "linux" or None in map(shutil.which, ("Xvfb", "setxkbmap")):
        pytest.skip("needs Xvfb and setxkbmap (Linux)")
    from tests.desktop.test_attention_x11 import Display

    display = Display()
    away_from_the_desktop(monkeypatch)
    monkeypatch.setenv("DISPLAY", display.name)
    yield display
    display.clear()


# The places of A, B, D, F, G, J, K, L, M, S and T.
PRINTED = {
    ("us",): "abdfgjklmst",
    ("fr",): "qbdfgjkl,st",
    ("us", "-variant", "dvorak"): "axeuihtnmoy",
    ("ru",): "фиваполдьые",
    ("gr",): "αβδφγξκλμστ",
    ("il",): "שנגכעחלךצדא",
    ("ara",): "شﻻيبلتنمةسف",
}


@pytest.mark.e2e
@pytest.mark.parametrize("layout", PRINTED, ids=lambda names: names[-1])
def test_a_server_tells_its_layout(display, layout):
    subprocess.run(["setxkbmap", *layout], env={"DISPLAY": display.name}, check=True)
    told = printed_letters()
    assert "".join(told[KeyPlace(f"Key{us}")] for us in "ABDFGJKLMST") == PRINTED[layout]


@pytest.mark.e2e
def test_of_two_layouts_it_tells_the_one_in_use(display):
    subprocess.run(["setxkbmap", "us,ru"], env={"DISPLAY": display.name}, check=True)
    assert printed_letters()[F] == "f"
    with display.client() as client:
        switch_to_the_second(client)
        assert printed_letters()[F] == "а"


def switch_to_the_second(client):
    """As the two keys do that somebody has chosen for it."""
    import xcffib.xkb

    core_keyboard, lock_group, second = 0x100, 1, 1
    xkb = client(xcffib.xkb.key)
    xkb.UseExtension(1, 0).reply()
    xkb.LatchLockState(core_keyboard, 0, 0, lock_group, second, 0, 0, 0, is_checked=True).check()


@pytest.mark.e2e
def test_a_dead_key_tells_nothing(display):
    subprocess.run(["setxkbmap", "de"], env={"DISPLAY": display.name}, check=True)
    told = printed_letters()
    assert EQUAL not in told
    assert told[F] == "f"


def test_without_a_server_nothing_is_told(monkeypatch):
    away_from_the_desktop(monkeypatch)
    assert printed_letters() == {} or sys.platform != "linux"
    monkeypatch.setenv("DISPLAY", ":none")
    assert xkb_letters() == {}


# -- Windows and macOS, as their functions are documented


FRENCH = {0x10: "a", 0x1E: "q", 0x1A: "^"}
"""Two letters and a dead key; any other makes nothing."""


def virtual_key(scan, kind, layout):
    assert (kind, layout) == (3, 0x40C)
    return 0x41 if scan in FRENCH else 0


def to_unicode(virtual, scan, held, typed, room, flags, layout):
    assert (len(held), sum(held), room, flags, layout) == (256, 0, 7, 4, 0x40C)
    if scan not in FRENCH:
        return 0
    typed.value = FRENCH[scan]
    return -1 if FRENCH[scan] == "^" else 1


USER32 = SimpleNamespace(
    GetKeyboardLayout=lambda thread: 0x40C if thread == 0 else 0,
    MapVirtualKeyExW=virtual_key,
    ToUnicodeEx=to_unicode,
)


def test_how_windows_is_asked():
    told = WindowsLetters(USER32).letters()
    assert told == {KeyPlace.KEY_Q: "a", A: "q", KeyPlace.BRACKET_LEFT: "^"}


class Mac:
    """The Russian layout of macOS, as far as one key; ``let_go``: what was given back."""

    data = 77

    def __init__(self) -> None:
        self.let_go: list[int] = []

    def carbon(self):
        return SimpleNamespace(
            TISCopyCurrentKeyboardLayoutInputSource=lambda: 5,
            TISGetInputSourceProperty=lambda source, key: (
                self.data if (source, key) == (5, 9) else 0
            ),
            LMGetKbdType=lambda: 40,
            UCKeyTranslate=self.translate,
        )

    def foundation(self):
        return SimpleNamespace(CFDataGetBytePtr=lambda data: data + 1, CFRelease=self.let_go.append)

    def translate(self, layout, code, action, held, kind, options, dead, room, count, typed):
        assert (layout, action, held, kind, options, room) == (78, 3, 0, 40, 1, 4)
        if code != codes(F).mac:
            return -50
        typed[0], count._obj.value = ord("а"), 1
        return 0


def test_how_macos_is_asked():
    mac = Mac()
    assert MacLetters(mac.carbon(), mac.foundation(), 9).letters() == {F: "а"}
    assert mac.let_go == [5]


def test_a_layout_of_macos_without_data_is_given_back_too():
    mac = Mac()
    mac.data = 0
    assert MacLetters(mac.carbon(), mac.foundation(), 9).letters() == {}
    assert mac.let_go == [5]


@pytest.mark.parametrize(("ask", "system"), [(windows_letters, "win32"), (mac_letters, "darwin")])
def test_elsewhere_there_is_nothing_to_ask(ask, system):
    assert sys.platform == system or ask() == {}
