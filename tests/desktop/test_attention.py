"""What speaks against a window, and how Windows and macOS are asked for it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.desktop.attention import GAP_S, Attention, Detected, Hold, Room, senses_of
from coupleapp.desktop.attention.macos import MacSenses, mac_senses
from coupleapp.desktop.attention.senses import ANYWHERE, NOWHERE
from coupleapp.desktop.attention.windows import MICROPHONE, WindowsSenses

# -- what is made of it


@dataclass
class Told:
    quiet: bool | None = None
    free: Room | None = ANYWHERE
    microphone: bool | None = None
    idle: float | None = None
    leaves: bool = True

    def leaves_keyboard(self) -> bool:
        return self.leaves

    def do_not_disturb(self) -> bool | None:
        return self.quiet

    def room(self) -> Room | None:
        return self.free

    def call(self) -> bool | None:
        return self.microphone

    def idle_s(self) -> float | None:
        return self.idle


maybe = st.none() | st.booleans()
rooms = st.sampled_from([None, ANYWHERE, NOWHERE, Room(("left", "right"))])
senses = st.builds(Told, maybe, rooms, maybe, st.none() | st.floats(0, 1e6), st.booleans())


@pytest.mark.parametrize(
    ("told", "seen"),
    [
        (Told(), ANYWHERE),
        (Told(quiet=False, microphone=False, idle=GAP_S), ANYWHERE),
        (Told(free=Room(("left",))), Room(("left",))),
        (Told(quiet=True, free=NOWHERE, microphone=True, idle=0.0), Hold.DO_NOT_DISTURB),
        (Told(free=NOWHERE, microphone=True, idle=0.0), Hold.FULL_SCREEN),
        (Told(free=None, microphone=True, idle=0.0), Hold.CALL),
        (Told(free=None, idle=GAP_S - 0.01), Hold.TYPING),
        (Told(idle=0.0, leaves=False), Hold.TYPING),
        (Told(free=None), Hold.UNSURE),
        (Told(leaves=False), Hold.UNSURE),
    ],
)
def test_the_weightiest_speaks(told: Told, seen: Hold | Room) -> None:
    assert Attention(told).look() == seen


@given(senses)
def test_a_window_comes_only_where_it_is_known_to_be_in_nobodys_way(told: Told) -> None:
    rests = told.idle is None or told.idle >= GAP_S
    quiet = True not in (told.quiet, told.microphone)
    free = told.leaves and told.free not in (None, NOWHERE)
    assert isinstance(Attention(told).look(), Room) is (rests and quiet and free)


@given(senses)
def test_what_can_be_told_is_told_even_when_the_answer_is_no(told: Told) -> None:
    can = [x is not None for x in (told.quiet, told.microphone, told.idle)]
    free = told.free is not None
    assert Attention(told).detected() == Detected(told.leaves and free, free, *can)


def test_of_a_system_we_do_not_know_nothing_is_taken_for_free() -> None:
    attention = Attention(senses_of("freebsd14"))
    assert attention.look() is Hold.UNSURE
    assert attention.detected() == Detected(
        window=False, full_screen=False, do_not_disturb=False, call=False, idle=False
    )


# -- Windows

NOW_S = 1_800_000_000.0
UP_MS = 3_600_000
FILETIME_OF_1970 = 116_444_736_000_000_000


def filetime(unix_s: float) -> int:
    return round(unix_s * 10_000_000) + FILETIME_OF_1970


class Key:
    """A key of the registry: folders are dicts, values are numbers."""

    def __init__(self, inside: dict[str, Any]) -> None:
        self.inside = inside

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Registry:
    """Behaves as winreg does, where it is used."""

    HKEY_CURRENT_USER = "HKCU"

    def __init__(self, microphone: dict[str, Any] | None) -> None:
        self.microphone = microphone

    def OpenKey(self, key: Any, path: str) -> Key:  # noqa: N802
        if key == self.HKEY_CURRENT_USER:
            assert path.startswith(MICROPHONE)
            steps = [step for step in path.removeprefix(MICROPHONE).split("\\") if step]
            inside: Any = self.microphone
        else:
            steps, inside = [path], key.inside
        for step in steps:
            inside = (inside or {}).get(step)
        if not isinstance(inside, dict):
            raise FileNotFoundError(path)
        return Key(inside)

    def QueryInfoKey(self, key: Key) -> tuple[int, int, int]:  # noqa: N802
        return len(self.folders(key)), 0, 0

    def EnumKey(self, key: Key, index: int) -> str:  # noqa: N802
        return self.folders(key)[index]

    def QueryValueEx(self, key: Key, name: str) -> tuple[int, int]:  # noqa: N802
        if name not in key.inside:
            raise FileNotFoundError(name)
        return key.inside[name], 11

    def folders(self, key: Key) -> list[str]:
        return [name for name, inside in key.inside.items() if isinstance(inside, dict)]


def shell_says(state: int, failed: int = 0) -> SimpleNamespace:
    def ask(pointer: Any) -> int:
        pointer._obj.value = state
        return failed

    return SimpleNamespace(SHQueryUserNotificationState=ask)


def in_front(process: int) -> Any:
    def ask(window: int, pointer: Any) -> int:
        assert window == 77
        pointer._obj.value = process
        return 1

    return ask


def last_input(at_ms: int, answers: int = 1) -> Callable[[Any], int]:
    def ask(pointer: Any) -> int:
        assert pointer._obj.size == 8
        pointer._obj.at_ms = at_ms
        return answers

    return ask


def windows(
    state: int = 5,
    *,
    failed: int = 0,
    front: int = 0,
    last: Callable[[Any], int] | None = None,
    tick_ms: int = 0,
    microphone: dict[str, Any] | None = None,
) -> WindowsSenses:
    return WindowsSenses(
        shell_says(state, failed),
        SimpleNamespace(
            GetForegroundWindow=lambda: 77,
            GetWindowThreadProcessId=in_front(front),
            GetLastInputInfo=last or last_input(0),
        ),
        SimpleNamespace(GetTickCount=lambda: tick_ms, GetTickCount64=lambda: UP_MS),
        Registry(microphone),
        now_s=lambda: NOW_S,
    )


@pytest.mark.parametrize(
    ("state", "quiet", "room"),
    [
        (1, False, NOWHERE),  # locked, or another account
        (2, False, NOWHERE),  # a full screen
        (3, False, NOWHERE),  # a game
        (4, False, NOWHERE),  # a presentation
        (5, False, ANYWHERE),
        (6, True, ANYWHERE),  # quiet time
        (7, False, ANYWHERE),  # an app of the Start menu's kind
    ],
)
def test_what_the_shell_of_windows_says(state: int, quiet: bool, room: Room) -> None:
    assert (windows(state).do_not_disturb(), windows(state).room()) == (quiet, room)


def test_a_shell_that_fails_tells_nothing() -> None:
    senses = windows(2, failed=-2147467259, tick_ms=UP_MS, microphone={})
    assert (senses.do_not_disturb(), senses.room()) == (None, None)
    assert Attention(senses).look() is Hold.UNSURE


@pytest.mark.parametrize(
    ("state", "room"), [(2, ANYWHERE), (3, ANYWHERE), (4, NOWHERE), (1, NOWHERE)]
)
def test_our_own_full_screen_speaks_against_nothing(state: int, room: Room) -> None:
    assert windows(state, front=os.getpid()).room() == room


@pytest.mark.parametrize(
    ("at_ms", "tick_ms", "idle_s"),
    [(1000, 4500, 3.5), (0xFFFFFF00, 0x100, 0.512), (7, 7, 0.0)],
)
def test_windows_counts_on_after_49_days(at_ms: int, tick_ms: int, idle_s: float) -> None:
    assert windows(last=last_input(at_ms), tick_ms=tick_ms).idle_s() == idle_s


def test_a_last_input_that_fails_tells_nothing() -> None:
    assert windows(last=last_input(5, answers=0)).idle_s() is None


def used(start_s: float, stop_s: float | None) -> dict[str, Any]:
    return {
        "LastUsedTimeStart": filetime(start_s),
        "LastUsedTimeStop": 0 if stop_s is None else filetime(stop_s),
    }


OPEN = used(NOW_S - 60, None)
OVER = used(NOW_S - 60, NOW_S - 30)
CRASHED_LAST_WEEK = used(NOW_S - 600_000, None)


@pytest.mark.parametrize(
    ("microphone", "call"),
    [
        ({}, False),
        ({"Value": "Allow", "app": OVER}, False),
        ({"app": OVER, "phone": OPEN}, True),
        ({"app": {}, "phone": OPEN}, True),  # one that has never listened
        ({"app": OVER, "NonPackaged": {"C:#phone.exe": OPEN}}, True),
        ({"NonPackaged": {"C:#phone.exe": OVER}}, False),
        ({"NonPackaged": {"C:#phone.exe": CRASHED_LAST_WEEK}}, False),
        (None, None),
    ],
)
def test_who_has_the_microphone_of_windows(
    microphone: dict[str, Any] | None, call: bool | None
) -> None:
    assert windows(microphone=microphone).call() is call


# -- macOS


def test_a_mac_tells_how_long_nobody_touched_it() -> None:
    asked = []

    def ask(source: int, kind: int) -> float:
        asked.append((source, kind))
        return 12.5

    attention = Attention(MacSenses(SimpleNamespace(CGEventSourceSecondsSinceLastEventType=ask)))
    assert attention.look() == Room(None, told=False)
    assert asked == [(0, 0xFFFFFFFF)]
    assert attention.detected() == Detected(
        window=True, full_screen=False, do_not_disturb=False, call=False, idle=True
    )


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="not on a Mac")
def test_a_mac_without_its_services_tells_nothing() -> None:
    assert mac_senses().idle_s() is None
