"""A desktop portal that starts programs at login, on the bus in the environment.

It reads one word a line and answers each with what it would start now, as JSON:

    allow, refuse   what the person has set, so that nobody is asked
    ask             the person is asked, and has not answered yet
    yes, no         what they answer to all questions on the screen
    without         a portal that cannot start programs
    silent          a portal that hangs
    questions       not what is started: how many questions are on the screen
    reason          not what is started: why, in the words of the last request
    look            nothing else
"""

import json
import sys
import threading
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

REQUEST = "org.freedesktop.portal.Request"


class Portal:
    def __init__(self, bus: DBusConnection) -> None:
        self.bus = bus
        self.setting = "allow"
        self.started: list[str] | None = None
        self.questions: dict[str, list[str]] = {}
        self.reason: str | None = None

    def serve(self) -> None:
        while True:
            asked = self.bus.receive()
            if asked.header.message_type is not MessageType.method_call:
                continue
            member = asked.header.fields[HeaderFields.member]
            if member == "Close":
                self.questions.pop(asked.header.fields[HeaderFields.path], None)
                self.bus.send(new_method_return(asked))
            elif self.setting == "silent":
                continue
            elif self.setting == "without":
                self.bus.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod"))
            elif member == "Get":
                self.bus.send(new_method_return(asked, "v", (("u", 2),)))
            elif member == "RequestBackground":
                self.request(asked)

    def request(self, asked: Message) -> None:
        options: dict[str, tuple[str, Any]] = asked.body[1]
        sender = asked.header.fields[HeaderFields.sender].removeprefix(":").replace(".", "_")
        handle = "/".join(
            ("/org/freedesktop/portal/desktop/request", sender, options["handle_token"][1])
        )
        self.reason = options.get("reason", ("s", None))[1]
        kind, wished = options["autostart"]
        command_kind, command = options["commandline"]
        assert (kind, command_kind) == ("b", "as")
        # As the real one: a fast answer may overtake the reply.
        if wished and self.setting == "ask":
            self.questions[handle] = command
        else:
            self.answer(handle, command if wished else None, self.setting != "refuse")
        self.bus.send(new_method_return(asked, "o", (handle,)))

    def answer(self, handle: str, command: list[str] | None, allowed: bool) -> None:
        self.started = command if allowed else None
        results = {"background": ("b", allowed), "autostart": ("b", self.started is not None)}
        address = DBusAddress(handle, interface=REQUEST)
        self.bus.send(new_signal(address, "Response", "ua{sv}", (0 if allowed else 1, results)))

    def hear(self, word: str) -> Any:
        if word in {"yes", "no"}:
            for handle, command in list(self.questions.items()):
                self.answer(handle, command, word == "yes")
            self.questions.clear()
        elif word in {"allow", "refuse", "ask", "without", "silent"}:
            self.setting = word
            # Who is forbidden to run in the background is not started either.
            self.started = None if word == "refuse" else self.started
        told = {"questions": len(self.questions), "reason": self.reason}
        return told.get(word, self.started)


def main() -> None:
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
    portal = Portal(bus)
    threading.Thread(target=portal.serve, daemon=True).start()
    print("ready", flush=True)
    for line in sys.stdin:
        print(json.dumps(portal.hear(line.strip())), flush=True)


if __name__ == "__main__":
    main()
