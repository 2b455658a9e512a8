"""A desk with a Wayland compositor. Sway gives every new window the keyboard, as it likes."""

import json
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.e2e.atspi import until
from tests.e2e.desk import UNSAID, AnyDesk
from tests.e2e.wayland import Client, Keyboard

NEEDED = ("sway", "swaymsg", "dbus-daemon")
CONFIG = """
xwayland disable
output HEADLESS-1 resolution 1280x900
for_window [app_id=".*"] floating enable
"""


class SwayDesk(AnyDesk):
    """Sway without a screen, and a keyboard that is plugged in."""

    def __init__(self, home: Path) -> None:
        # Of its own: whoever else runs the compositor may not look into the tests' folders.
        self._runtime = Path(tempfile.mkdtemp(prefix="sway"))
        super().__init__(home)
        self._keyboard = Keyboard(self.env["WAYLAND_DISPLAY"])

    def _start_screen(self) -> dict[str, str]:
        runtime = self._runtime
        (runtime / "config").write_text(CONFIG)
        command = ["sway", "-c", str(runtime / "config")]
        if os.getuid() == 0:
            # It refuses to run as root.
            nobody = pwd.getpwnam("nobody")
            os.chown(runtime, nobody.pw_uid, nobody.pw_gid)
            who = (f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}")
            command = ["setpriv", *who, "--clear-groups", "--no-new-privs", *command]
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(runtime),
            "XDG_RUNTIME_DIR": str(runtime),
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        with (self.home / "sway.txt").open("w") as said:
            self.processes.append(subprocess.Popen(command, env=env, stdout=said, stderr=said))
        screen = until(
            lambda: [one for one in runtime.glob("wayland-*") if one.is_socket()],
            lambda: (self.home / "sway.txt").read_text(),
        )[0]
        ask = until(lambda: [*runtime.glob("sway-ipc.*.sock")], lambda: "sway to listen")[0]
        return {
            "WAYLAND_DISPLAY": str(screen),
            "SWAYSOCK": str(ask),
            "QT_QPA_PLATFORM": "wayland",
            "XDG_SESSION_TYPE": "wayland",
            # Qt, of fields that no input method has asked for; there is none here.
            "QT_LOGGING_RULES": f"{UNSAID};qt.qpa.wayland.textinput.warning=false",
        }

    def _strike(self, names: tuple[str, ...], pause_ms: int) -> None:
        for name in names:
            self._hold(name, down=True)
            self._hold(name, down=False)

    def _hold(self, name: str, *, down: bool) -> None:
        self._keyboard.key(name, down=down)

    def windows(self) -> list[str]:
        """The titles of all there are."""
        return [node["name"] for node in self._nodes() if node.get("app_id")]

    def active_window(self) -> str:
        return next((n["name"] for n in self._nodes() if n["focused"] and n.get("app_id")), "")

    def token(self) -> str:
        """What a desktop passes on when somebody has pressed one of its notifications."""
        client = Client(self.env["WAYLAND_DISPLAY"])
        token = client.token()
        client.close()
        return token

    def clear(self) -> None:
        self._keyboard.close()
        super().clear()
        shutil.rmtree(self._runtime, ignore_errors=True)

    def _nodes(self) -> Iterator[dict[str, Any]]:
        asked = subprocess.run(
            ["swaymsg", "-t", "get_tree"], env=self.env, check=True, capture_output=True, text=True
        )
        waiting = [json.loads(asked.stdout)]
        while waiting:
            node = waiting.pop()
            waiting += node["nodes"] + node["floating_nodes"]
            yield node
