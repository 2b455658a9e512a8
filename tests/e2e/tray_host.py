"""A place beside the clock: what a desktop offers programs that wait.

``python -m tests.e2e.tray_host`` serves until it is ended. It writes "item" on stdout when a
program has put its mark there; a line on stdin presses the mark.
"""

import sys
import threading

from jeepney import DBusAddress, MessageType, message_bus, new_method_call, new_method_return
from jeepney.io.threading import DBusRouter, open_dbus_connection

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM_PATH = "/StatusNotifierItem"
PROPERTIES = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}


def main() -> int:
    bus = open_dbus_connection("SESSION")
    items: list[str] = []

    def answer() -> None:
        while True:
            asked = bus.receive()
            header = asked.header
            if header.message_type is not MessageType.method_call:
                continue
            member = header.fields.get(3)
            if member == "Get":
                bus.send(new_method_return(asked, "v", (PROPERTIES[asked.body[1]],)))
            elif member == "GetAll":
                bus.send(new_method_return(asked, "a{sv}", (PROPERTIES,)))
            else:
                bus.send(new_method_return(asked))
            if member == "RegisterStatusNotifierItem":
                items.append(asked.body[0])
                sys.stdout.write("item\n")
                sys.stdout.flush()

    bus.send(message_bus.RequestName(WATCHER))
    threading.Thread(target=answer, daemon=True).start()
    other = open_dbus_connection("SESSION")
    with DBusRouter(other) as calls:
        for _ in sys.stdin:
            item = DBusAddress(
                ITEM_PATH, bus_name=items[-1], interface="org.kde.StatusNotifierItem"
            )
            calls.send_and_get_reply(new_method_call(item, "Activate", "ii", (0, 0)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
