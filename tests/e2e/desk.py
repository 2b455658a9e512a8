"""A desk for one test: a screen nobody sees, a bus of its own, a window manager, and the app."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coupleapp.ui.base.just_used import AGAIN_S
from tests.e2e.atspi import PATIENCE_S, Screen, until

NEEDED = ("Xvfb", "dbus-daemon", "openbox", "xdotool", "xmessage", "xprop", "setxkbmap", "xrandr")
# We ask for things that have gone from the screen in the meantime.
UNSAID = "qt.accessibility.atspi.warning=false"
SLOW_S = 0.5
"""By so much a busy app may hear later of a key that is let go, with a screen reader between."""
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing(needed: tuple[str, ...] = NEEDED) -> list[str]:
    """What this computer lacks for a desk."""
    lacks = [name for name in needed if shutil.which(name) is None]
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        lacks.append("at-spi2-core")
    return lacks


class AnyDesk(ABC):
    """A screen, a bus and a screen reader's bus; ``clear`` ends all that was started."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.processes: list[subprocess.Popen] = []
        self._let_go: dict[str, float] = {}
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LANG": "C.UTF-8",
            "TZ": "Europe/Berlin",
            "QT_QUICK_BACKEND": "software",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONUNBUFFERED": "1",
            "PYTHONFAULTHANDLER": "1",
            "QT_LOGGING_RULES": UNSAID,
            **self._start_screen(),
        }
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address", out=True)
        self.bus = bus.stdout.readline().strip()
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.bus
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        self._start(launcher, "--launch-immediately")

    @abstractmethod
    def _start_screen(self) -> dict[str, str]:
        """How programs find it, as they have it in their environment."""

    @abstractmethod
    def active_window(self) -> str:
        """The title of the window that has the keyboard."""

    @abstractmethod
    def _strike(self, names: tuple[str, ...], pause_ms: int) -> None:
        """Press and let go one after the other."""

    @abstractmethod
    def _hold(self, name: str, *, down: bool) -> None: ...

    def _start(self, *command: str, out: bool = False) -> subprocess.Popen:
        process = subprocess.Popen(
            command,
            env=self.env,
            stdout=subprocess.PIPE if out else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.processes.append(process)
        return process

    def keys(self, *names: str) -> None:
        """Press these keys, by name or by keycode, and each as one who means it."""
        self._take_time(names)
        self._strike(names, 40)
        self._let_go |= dict.fromkeys(names, time.monotonic())

    def twice(self, name: str) -> None:
        """As a hand that slips."""
        self._take_time((name,))
        self._strike((name, name), 200)
        self._let_go[name] = time.monotonic()

    def _take_time(self, names: tuple[str, ...]) -> None:
        """Nobody means to press the same key twice within a second."""
        last = max((self._let_go.get(name, 0.0) for name in names), default=0.0)
        until(lambda: time.monotonic() - last > AGAIN_S + SLOW_S, lambda: "a second to pass")

    @contextmanager
    def holding(self, *names: str) -> Iterator[None]:
        """Keys held down, and let go whatever happens."""
        self._take_time(names)
        try:
            for name in names:
                self._hold(name, down=True)
            yield
        finally:
            for name in names:
                self._hold(name, down=False)
            self._let_go |= dict.fromkeys(names, time.monotonic())

    def clear(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
            process.wait(PATIENCE_S)
            if process.stdout:
                process.stdout.close()


class Desk(AnyDesk):
    """An X server that nobody sees, and a window manager."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._start("openbox")
        until(self._is_managed, lambda: "a window manager")
        # At the first key of a keyboard the server takes its map over, and the window manager lets
        # go of its own keys to take them anew: whoever pressed Alt+F4 then wrote it to the app.
        self.keys("shift")

    def _is_managed(self) -> bool:
        """Whether the window manager has said on the root window that it is there."""
        command = ["xprop", "-root", "-notype", "_NET_SUPPORTING_WM_CHECK"]
        asked = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return "window id" in asked.stdout

    def _start_screen(self) -> dict[str, str]:
        read, write = os.pipe()
        self.processes.append(
            subprocess.Popen(
                [
                    "Xvfb",
                    "-displayfd",
                    str(write),
                    "-screen",
                    "0",
                    "1280x900x24",
                    # Without it the server begins anew, and drops who is just coming, when the
                    # only client goes: at the start that is the bus of the screen reader.
                    "-noreset",
                    "-nolisten",
                    "tcp",
                ],
                pass_fds=(write,),
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            return {"DISPLAY": f":{pipe.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}

    def _strike(self, names: tuple[str, ...], pause_ms: int) -> None:
        command = ["xdotool", "key", "--delay", str(pause_ms), *names]
        subprocess.run(command, env=self.env, check=True)

    def _hold(self, name: str, *, down: bool) -> None:
        command = ["xdotool", "keydown" if down else "keyup", name]
        subprocess.run(command, env=self.env, check=True)

    def layout(self, *names: str) -> None:
        """Let the keyboard be another one."""
        subprocess.run(["setxkbmap", *names], env=self.env, check=True)

    def active_window(self) -> str:
        asked = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return asked.stdout.strip()

    def two_monitors(self) -> None:
        """Side by side, where there was one."""
        for name, at, output in (("left", 0, "screen"), ("right", 640, "none")):
            place = f"640/160x900/200+{at}+0"
            command = ["xrandr", "--setmonitor", name, place, output]
            subprocess.run(command, env=self.env, check=True)
        # It asks for them when it starts.
        subprocess.run(["openbox", "--restart"], env=self.env, check=True, capture_output=True)

    def place(self, title: str) -> tuple[int, int]:
        """Where this window begins and ends, from left to right."""
        command = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"]
        command += ["getwindowgeometry", "--shell"]
        asked = subprocess.run(command, env=self.env, capture_output=True, text=True, check=True)
        told = dict(line.split("=") for line in asked.stdout.split())
        return int(told["X"]), int(told["X"]) + int(told["WIDTH"])

    def picture(self, name: str) -> None:
        """For whoever looks; needs ImageMagick."""
        if shutil.which("import"):
            target = self.home / f"{name}.png"
            subprocess.run(["import", "-window", "root", str(target)], env=self.env, check=False)


def _hears_signals() -> None:
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class RunningApp:
    """The real app, in a process of its own."""

    def __init__(
        self, desk: AnyDesk, folder: Path, *arguments: str, module: str = "coupleapp"
    ) -> None:
        self.desk = desk
        self.folder = folder
        self.errors = (desk.home / "stderr.txt").open("a+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, "--data-dir", str(folder), *arguments],
            env=desk.env,
            # Whoever runs the tests may have switched them off, as nohup does.
            preexec_fn=_hears_signals,
            stderr=self.errors,
            stdout=self.errors,
        )
        self.screen = Screen(desk.bus, "Nearer")

    def kill(self) -> None:
        """As a dead battery would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE_S)
        self.screen.close()
        self.errors.close()

    def close(self) -> str:
        """Close the way a person does; what it wrote to stderr."""
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(PATIENCE_S)
        self.screen.close()
        self.errors.seek(0)
        said = self.errors.read()
        self.errors.close()
        assert code in (0, -signal.SIGTERM, 143), (code, said)
        return said

    def wait_until_gone(self) -> int:
        until(lambda: self.process.poll() is not None, self._what_keeps_it)
        return self.process.returncode

    def _what_keeps_it(self) -> str:
        """Who has the keyboard, and where each of its threads is: PYTHONFAULTHANDLER tells."""
        active = self.desk.active_window()
        self.process.send_signal(signal.SIGABRT)
        self.process.wait(PATIENCE_S)
        self.errors.seek(0)
        return f"the app to end; the keyboard is with {active!r}\n{self.errors.read()}"
