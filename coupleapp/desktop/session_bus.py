"""The D-Bus session of a Linux desktop: asked only where there is one, and never for long.

By jeepney and not by QtDBus, which keeps every other thread of Python waiting while it waits, and
which cannot send an unsigned number from Python.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from coupleapp.desktop.bounded import within

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

TIMEOUT_S = 0.3
WAKING_S = 3.0


def has_session_bus() -> bool:
    """Looked for first, because libdbus starts a bus of its own when there is none."""
    return _address() is not None


def open_bus() -> "DBusConnection | None":
    """A connection of one's own, for one thread; None when nobody answers."""
    address = _address()
    if address is None:
        return None
    from jeepney import DBusErrorResponse
    from jeepney.io.blocking import open_dbus_connection

    try:
        # A bus that hangs does so while it asks who we are, which jeepney bounds and tidies up;
        # for what comes after it knows no bound.
        return within(TIMEOUT_S, lambda: open_dbus_connection(address, auth_timeout=TIMEOUT_S / 2))
    except (OSError, ValueError, RuntimeError, DBusErrorResponse):
        return None  # gone, hanging, or reached by a way we do not know


def property_of(service: str, path: str, interface: str, name: str) -> object:
    """What a service says of itself; None when it cannot be asked. Any thread."""
    from jeepney import DBusAddress, Properties

    told = _ask(Properties(DBusAddress(path, service, interface)).get(name))
    return told[1] if isinstance(told, tuple) else None


def answer_of(
    service: str, path: str, interface: str, method: str, *, wake: bool = False
) -> object:
    """What a service answers to a question without words; None when it cannot. Any thread.

    ``wake``: it is started where it sleeps, which takes longer.
    """
    from jeepney import DBusAddress, new_method_call

    return _ask(new_method_call(DBusAddress(path, service, interface), method), wake=wake)


def has_service(name: str) -> bool:
    """Whether this service is there or comes when it is called. Any thread."""
    from jeepney import message_bus

    comes = _ask(message_bus.ListActivatableNames())
    return bool(_ask(message_bus.NameHasOwner(name))) or (isinstance(comes, list) and name in comes)


def _address() -> str | None:
    told = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if told is not None:
        return told
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime is None or not (Path(runtime) / "bus").exists():
        return None
    return f"unix:path={runtime}/bus"


def _ask(question: "Message", *, wake: bool = False) -> object:
    from jeepney import MessageFlag, MessageType

    bus = open_bus()
    if bus is None:
        return None
    if not wake:
        question.header.flags |= MessageFlag.no_auto_start
    with bus:
        try:
            answer = bus.send_and_get_reply(question, timeout=WAKING_S if wake else TIMEOUT_S)
        except (OSError, ValueError):
            return None
    if answer.header.message_type is not MessageType.method_return or not answer.body:
        return None
    first: object = answer.body[0]
    return first
