"""Systems that start programs at login, each read as the real one reads it."""

import json
import os
import plistlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, Self

from coupleapp.desktop.autostart import Autostart
from coupleapp.desktop.autostart.flatpak import FlatpakAutostart
from coupleapp.desktop.autostart.launch_agent import LaunchAgentAutostart
from coupleapp.desktop.autostart.login_item import LoginItemAutostart
from coupleapp.desktop.autostart.windows import APPROVED, RUN, WindowsAutostart
from coupleapp.desktop.autostart.xdg import XdgAutostart


class System(Protocol):
    keeps_a_command: bool
    """Whether it starts a command, and not the app it knows by other means."""

    def nearer(self, command: Sequence[str]) -> Autostart:
        """What a fresh start of Nearer would use."""
        ...

    def started(self) -> list[str] | None:
        """What the next login starts."""
        ...

    def refuse(self) -> None:
        """The person switches it off in the system's own settings."""
        ...

    def lock(self) -> None:
        """From now on nothing can be written."""
        ...


# -- XDG


class XdgSystem:
    keeps_a_command = True

    def __init__(self, home: Path, refusal: str = "Hidden=true") -> None:
        self.folder = home / "config" / "autostart"
        self.path = self.folder / "nearer.desktop"
        self.refusal = refusal

    def nearer(self, command: Sequence[str]) -> Autostart:
        return XdgAutostart(command, self.folder, "nearer")

    def started(self) -> list[str] | None:
        entries = list(self.folder.iterdir()) if self.folder.is_dir() else []
        assert entries in ([], [self.path])
        if not entries or self.refusal in self.path.read_text("utf-8").splitlines():
            return None
        return read_exec(entry_value(self.path, "Exec"))

    def refuse(self) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(self.refusal + "\n")

    def lock(self) -> None:
        self.folder.parent.write_text("not a folder")


def entry_value(path: Path, key: str) -> str:
    """A string of a desktop entry, without its escapes (Desktop Entry Specification, 4)."""
    first, *lines = path.read_text("utf-8").splitlines()
    assert first == "[Desktop Entry]"
    (raw,) = (line.removeprefix(f"{key}=") for line in lines if line.startswith(f"{key}="))
    return unescape(raw)


def unescape(raw: str) -> str:
    meanings = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    told, letters = "", iter(raw)
    for letter in letters:
        told += meanings[next(letters)] if letter == "\\" else letter
    return told


def read_exec(value: str) -> list[str]:
    """The words of Exec (Desktop Entry Specification, 7); refuses what it leaves undefined."""
    words: list[str] = []
    letters = iter(value + " ")
    for letter in letters:
        word, quoted = "", letter == '"'
        if quoted:
            while (inner := next(letters)) != '"':
                assert inner not in "`$", "to be escaped in quotes"
                word += next(letters) if inner == "\\" else inner
            assert next(letters) == " ", "words end at a space"
        else:
            while letter != " ":
                assert letter not in "\t\n\"'\\><~|&;$*?#()`", "to be quoted"
                word += letter
                letter = next(letters)
            assert word, "one space between words"
        assert "%" not in word.replace("%%", ""), "no field codes are wanted"
        words.append(word.replace("%%", "%"))
    return words


# -- Windows


class FakeKey:
    def __init__(self, values: dict[str, tuple[object, int]], access: int) -> None:
        self.values = values
        self.access = access

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.access = 0


class FakeWinReg:
    """The part of the module winreg that is used, with its rights and its exceptions."""

    HKEY_CURRENT_USER = "HKCU"
    KEY_QUERY_VALUE = 1
    KEY_SET_VALUE = 2
    REG_SZ = 1
    REG_BINARY = 3

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, tuple[object, int]]] = {}
        self.locked = False

    def OpenKey(self, key: str, sub_key: str, reserved: int, access: int) -> FakeKey:  # noqa: N802
        assert (key, reserved) == ("HKCU", 0)
        if self.locked and access & self.KEY_SET_VALUE:
            raise PermissionError(5, "Access is denied")
        if sub_key.lower() not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return FakeKey(self.keys[sub_key.lower()], access)

    def CreateKeyEx(self, key: str, sub_key: str, reserved: int, access: int) -> FakeKey:  # noqa: N802
        if not self.locked:
            self.keys.setdefault(sub_key.lower(), {})
        return self.OpenKey(key, sub_key, reserved, access)

    def QueryValueEx(self, key: FakeKey, name: str) -> tuple[Any, int]:  # noqa: N802
        assert key.access & self.KEY_QUERY_VALUE
        if name.lower() not in key.values:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return key.values[name.lower()]

    def SetValueEx(  # noqa: N802
        self, key: FakeKey, name: str, reserved: int, kind: int, value: object
    ) -> None:
        assert reserved == 0
        assert key.access & self.KEY_SET_VALUE
        key.values[name.lower()] = (value, kind)

    def DeleteValue(self, key: FakeKey, name: str) -> None:  # noqa: N802
        assert key.access & self.KEY_SET_VALUE
        if key.values.pop(name.lower(), None) is None:
            raise FileNotFoundError(2, "The system cannot find the file specified")


class WindowsSystem:
    keeps_a_command = True

    def __init__(self, refusal: int = 3) -> None:
        self.registry = FakeWinReg()
        self.refusal = refusal

    def nearer(self, command: Sequence[str]) -> Autostart:
        return WindowsAutostart(command, "Nearer", self.registry)

    def started(self) -> list[str] | None:
        values = self.registry.keys.get(RUN.lower(), {})
        assert set(values) <= {"nearer"}
        approved = self.registry.keys.get(APPROVED.lower(), {}).get("nearer")
        if not values or (approved and bytes(approved[0])[0] & 1):  # type: ignore[call-overload]
            return None
        text, kind = values["nearer"]
        assert kind == self.registry.REG_SZ
        return read_command_line(str(text))

    def approve(self, first_byte: int) -> None:
        told = bytes([first_byte, *[0] * 11])
        self.registry.keys.setdefault(APPROVED.lower(), {})["nearer"] = (told, 3)

    def refuse(self) -> None:
        self.approve(self.refusal)

    def lock(self) -> None:
        self.registry.locked = True


def read_command_line(line: str) -> list[str]:
    """What a program is given (Microsoft, "Parsing C command-line arguments")."""
    if line.startswith('"'):
        program, _, rest = line[1:].partition('"')
    else:
        program, _, rest = line.partition(" ")
    words, word, inside, at = [program], "", False, 0
    begun = False
    while at < len(rest):
        backslashes = len(rest[at:]) - len(rest[at:].lstrip("\\"))
        at += backslashes
        if at < len(rest) and rest[at] == '"':
            word += "\\" * (backslashes // 2)
            begun = True
            if backslashes % 2:
                word += '"'
            else:
                inside = not inside
            at += 1
            continue
        word += "\\" * backslashes
        begun = begun or backslashes > 0
        if at == len(rest):
            break
        if rest[at] in " \t" and not inside:
            words += [word] if begun else []
            word, begun = "", False
        else:
            word += rest[at]
            begun = True
        at += 1
    return words + ([word] if begun else [])


# -- macOS


class LaunchAgentSystem:
    keeps_a_command = True

    def __init__(self, home: Path) -> None:
        self.folder = home / "Library" / "LaunchAgents"
        self.path = self.folder / "app.nearer.plist"
        self.forbidden: set[Path] = set()

    def nearer(self, command: Sequence[str]) -> Autostart:
        return LaunchAgentAutostart(command, self.folder, "app.nearer", self.forbidden.__contains__)

    def started(self) -> list[str] | None:
        entries = list(self.folder.iterdir()) if self.folder.is_dir() else []
        assert entries in ([], [self.path])
        if not entries or self.path in self.forbidden:
            return None
        agent = plistlib.loads(self.path.read_bytes())
        assert agent["Label"] == self.path.stem
        assert agent["RunAtLoad"] is True
        assert "KeepAlive" not in agent, "who closes Nearer wants it closed"
        arguments: list[str] = agent["ProgramArguments"]
        return arguments

    def refuse(self) -> None:
        self.forbidden.add(self.path)

    def lock(self) -> None:
        self.folder.parent.write_text("not a folder")


class FakeAppService:
    """SMAppService.mainApp of an app that was never registered."""

    def __init__(self) -> None:
        self.now = 3
        self.locked = False
        self.registered = 0

    def status(self) -> int:
        return self.now

    def registerAndReturnError_(self, error: None) -> tuple[bool, object]:  # noqa: N802
        self.registered += 1
        if self.locked or self.now == 2:
            return False, "kSMErrorLaunchDeniedByUser"
        self.now = 1
        return True, None

    def unregisterAndReturnError_(self, error: None) -> tuple[bool, object]:  # noqa: N802
        if self.now not in {1, 2}:
            return False, "kSMErrorJobNotFound"
        self.now = 0
        return True, None


class LoginItemSystem:
    keeps_a_command = False

    def __init__(self) -> None:
        self.service = FakeAppService()

    def nearer(self, command: Sequence[str]) -> Autostart:
        return LoginItemAutostart(self.service)

    def started(self) -> list[str] | None:
        return ["Nearer.app"] if self.service.now == 1 else None

    def refuse(self) -> None:
        self.service.now = 2

    def lock(self) -> None:
        self.service.locked = True


# -- Flatpak


class FlatpakSystem:
    keeps_a_command = True

    def __init__(self, home: Path, address: str, portal: "subprocess.Popen[str]") -> None:
        self.folder = home / "data"
        self.address = address
        self.portal = portal
        self.patience_ms = 20_000

    def nearer(self, command: Sequence[str]) -> Autostart:
        return FlatpakAutostart(
            command, self.folder, self.address, "For the evening", self.patience_ms
        )

    def say(self, word: str) -> Any:
        assert self.portal.stdin
        assert self.portal.stdout
        self.portal.stdin.write(word + "\n")
        self.portal.stdin.flush()
        return json.loads(self.portal.stdout.readline())

    def started(self) -> list[str] | None:
        told: list[str] | None = self.say("look")
        return told

    def refuse(self) -> None:
        """Nobody tells Nearer; it hears it when it asks the next time."""
        self.say("refuse")
        self.nearer(["moved"]).refresh()

    def lock(self) -> None:
        self.folder.write_text("not a folder")


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a D-Bus session nobody else is on."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def flatpak_system(home: Path) -> Iterator[FlatpakSystem]:
    script = Path(__file__).with_name("background_portal.py")
    with (
        private_bus() as address,
        subprocess.Popen(
            [sys.executable, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        ) as portal,
    ):
        assert portal.stdout
        assert portal.stdout.readline() == "ready\n"
        try:
            yield FlatpakSystem(home, address, portal)
        finally:
            portal.terminate()
