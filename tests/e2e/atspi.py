"""Sees and presses what a screen reader would: the accessibility bus, spoken directly."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
SHOWING, FOCUSED, FOCUSABLE, ENABLED = 25, 12, 11, 8
# What is scrolled out of sight is not SHOWING; focus brings it back, as the Tab key would.

# Nets for what never comes; a busy computer answers late.
PATIENCE_S = 120.0
ANSWER_S = 60.0


class Gone(Exception):
    """The thing is not on the screen any more."""


@dataclass(frozen=True)
class Node:
    """One thing on the screen."""

    bus: DBusConnection
    owner: str
    path: str

    def call(self, interface: str, method: str, signature: str | None = None, body: tuple = ()):
        address = DBusAddress(self.path, bus_name=self.owner, interface=interface)
        reply = self.bus.send_and_get_reply(
            new_method_call(address, method, signature, body), timeout=ANSWER_S
        )
        if reply.header.message_type is MessageType.error:
            raise Gone(self.path)
        return reply.body

    @property
    def name(self) -> str:
        return self._property("Name")

    @property
    def description(self) -> str:
        return self._property("Description")

    def _property(self, name: str) -> str:
        address = DBusAddress(self.path, bus_name=self.owner, interface=ACCESSIBLE)
        reply = self.bus.send_and_get_reply(Properties(address).get(name), timeout=ANSWER_S)
        if reply.header.message_type is MessageType.error:
            raise Gone(self.path)
        return reply.body[0][1]

    @property
    def role(self) -> str:
        return self.call(ACCESSIBLE, "GetRoleName")[0]

    @property
    def children(self) -> list[Node]:
        found = self.call(ACCESSIBLE, "GetChildren")[0]
        return [Node(self.bus, owner, path) for owner, path in found]

    def has(self, state: int) -> bool:
        low, high = self.call(ACCESSIBLE, "GetState")[0]
        return bool((low | high << 32) >> state & 1)

    def walk(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.walk()

    def press(self) -> None:
        """Do what a screen reader's "activate" does."""
        actions = self.call("org.a11y.atspi.Action", "GetActions")[0]
        names = [name.lower() for name, *_ in actions]
        wanted = next(n for n in ("press", "toggle", "check") if n in names)
        self.call("org.a11y.atspi.Action", "DoAction", "i", (names.index(wanted),))

    def write(self, text: str) -> None:
        self.call("org.a11y.atspi.EditableText", "SetTextContents", "s", (text,))

    def focus(self) -> None:
        self.call("org.a11y.atspi.Component", "GrabFocus")

    @property
    def text(self) -> str:
        return self.call("org.a11y.atspi.Text", "GetText", "ii", (0, -1))[0]


def a11y_bus(session_address: str) -> DBusConnection:
    """The accessibility bus of this session."""
    session = open_dbus_connection(bus=session_address)
    where = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    reply = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=ANSWER_S)
    session.close()
    return open_dbus_connection(bus=reply.body[0])


class Screen:
    """Everything the accessibility bus shows of one application."""

    def __init__(self, bus_address: str, app_name: str) -> None:
        self.bus = a11y_bus(bus_address)
        self.app_name = app_name

    def close(self) -> None:
        self.bus.close()

    def things(self) -> list[Node]:
        """All that is showing."""
        return [node for window in self._windows() for node in _showing(window)]

    def _windows(self) -> list[Node]:
        registry = Node(self.bus, "org.a11y.atspi.Registry", ROOT)
        apps = [app for app in registry.children if app.name == self.app_name]
        return [window for app in apps for window in app.children]

    def _all(self) -> list[Node]:
        return [node for window in self._windows() for node in window.walk()]

    def names(self) -> list[str]:
        found = []
        for node in self.things():
            with contextlib.suppress(Gone):
                found.append(node.name)
        return found

    def find(self, name: str, role: str | None = None) -> Node | None:
        for node in self.things():
            if name in node.name and (role is None or node.role == role):
                return node
        return None

    def wait_for(self, name: str, role: str | None = None) -> Node:
        """The first thing with this in its name, as soon as it is showing."""
        return until(lambda: self.find(name, role), lambda: f"{name!r} in {self.names()}")

    def wait_until_without(self, name: str) -> None:
        """Until nothing with this in its name is showing any more."""
        until(lambda: self.find(name) is None, lambda: f"{name!r} to go")

    def stays_without(self, name: str, seconds: float) -> None:
        """Watch for so long that nothing with this in its name comes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.find(name) is None
            time.sleep(0.2)

    def press(self, name: str) -> None:
        """Press the control with this in its name, as soon as it can be pressed."""
        roles = ("button", "push button", "check box")

        def pressed() -> bool:
            node = next((n for n in self.things() if name in n.name and n.role in roles), None)
            if node is None:
                self._scroll_to(name, roles)
                return False
            if not node.has(ENABLED):
                return False
            node.press()
            return True

        until(pressed, lambda: f"pressing {name!r} in {self.names()}")

    def _scroll_to(self, name: str, roles: tuple[str, ...]) -> None:
        """As the Tab key would: focus what is there but scrolled out of sight."""
        for node in self._all():
            if name in node.name and node.role in roles and node.has(FOCUSABLE):
                node.focus()

    def field(self, name: str) -> Node:
        """The field with this in its name."""

        def found() -> Node | None:
            fields = ("text", "entry", "edit bar", "editable text")
            seen = next((n for n in self.things() if name in n.name and n.role in fields), None)
            if seen is None:
                self._scroll_to(name, fields)
            return seen

        return until(
            found, lambda: f"field {name!r} in {[(n.role, n.name) for n in self.things()]}"
        )


def _showing(node: Node) -> Iterator[Node]:
    try:
        if not node.has(SHOWING):
            return
        yield node
        for child in node.children:
            yield from _showing(child)
    except Gone:
        return


def until(look: Callable[[], object], what: Callable[[], str], patience_s: float = PATIENCE_S):
    """What ``look`` finds, as soon as it finds something."""
    end = time.monotonic() + patience_s
    while True:
        try:
            found = look()
        except Gone:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"did not come: {what()}")
        time.sleep(0.05)
