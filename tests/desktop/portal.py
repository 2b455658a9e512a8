"""A desktop portal that knows two settings, for a D-Bus session of its own.

``python portal.py '{"namespace key": ["signature", value]}' command...`` answers while the command
runs; a setting that is "silence" is never answered.
"""

import json
import subprocess
import sys
import threading

from jeepney import MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection


def main() -> int:
    settings = json.loads(sys.argv[1])
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))

    def answer() -> None:
        while True:
            asked = bus.receive()
            if asked.header.message_type is not MessageType.method_call:
                continue
            told = settings.get(" ".join(asked.body))
            if told is None:
                bus.send(new_error(asked, "org.freedesktop.portal.Error.NotFound", "s", ("no",)))
            elif told != "silence":
                bus.send(new_method_return(asked, "v", (tuple(told),)))

    threading.Thread(target=answer, daemon=True).start()
    return subprocess.run(sys.argv[2:], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
