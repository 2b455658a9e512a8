"""A D-Bus session of one's own, and services on it that answer what a test wants."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
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
from jeepney.io.blocking import open_dbus_connection

needs_a_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="needs dbus-daemon (Linux)"
)

Answer = tuple[str, tuple[Any, ...]] | None
"""A signature and what it describes; None is an error."""


@contextmanager
def own_session() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Its address and its process."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout
        try:
            yield daemon.stdout.readline().strip(), daemon
        finally:
            daemon.terminate()


class Service:
    """Answers ``Member`` or, for a property, ``Get Name``; what is SILENCE is never answered."""

    SILENCE: Answer = ("silence", ())

    def __init__(self, address: str, name: str, answer: Callable[[str, tuple[Any, ...]], Answer]):
        self.asked: list[tuple[str, str, tuple[Any, ...]]] = []
        self._answer = answer
        self._bus = open_dbus_connection(address)
        self._bus.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def emit(self, path: str, interface: str, name: str, signature: str, *body: object) -> None:
        self._bus.send(new_signal(DBusAddress(path, interface=interface), name, signature, body))

    def members(self) -> list[str]:
        return [member for member, _, _ in self.asked]

    def leave(self) -> None:
        """The session has to be over."""
        self._thread.join(10)
        self._bus.close()

    def _serve(self) -> None:
        while True:
            try:
                question = self._bus.receive()
            except OSError:
                return
            if question.header.message_type is MessageType.method_call:
                self._reply(question)

    def _reply(self, question: Message) -> None:
        fields = question.header.fields
        member = fields[HeaderFields.member]
        if member == "Get":
            member = f"Get {question.body[1]}"
        self.asked.append((member, fields.get(HeaderFields.signature, ""), question.body))
        answer = self._answer(member, question.body)
        if answer is None:
            unknown = "org.freedesktop.DBus.Error.UnknownMethod"
            self._bus.send(new_error(question, unknown, "s", ("no",)))
        elif answer != self.SILENCE:
            self._bus.send(new_method_return(question, *answer))


class Session:
    """The bus of a test, and whoever answers on it."""

    def __init__(self, address: str, daemon: subprocess.Popen[str]) -> None:
        self.address = address
        self.daemon = daemon
        self._services: list[Service] = []

    def serve(self, name: str, answer: Callable[[str, tuple[Any, ...]], Answer]) -> Service:
        self._services.append(Service(self.address, name, answer))
        return self._services[-1]

    def told(self, name: str, member: str, signature: str, *body: object) -> Service:
        """A service that knows one thing."""
        return self.serve(name, lambda asked, _: (signature, body) if asked == member else None)

    def end(self) -> None:
        self.daemon.terminate()
        self.daemon.wait(10)

    def leave(self) -> None:
        for service in self._services:
            service.leave()


@contextmanager
def session_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session that the environment names."""
    with own_session() as (address, daemon):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        session = Session(address, daemon)
        try:
            yield session
        finally:
            session.end()
            session.leave()


def away_from_the_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the desktop of whoever runs it."""
    for name in (
        "DBUS_SESSION_BUS_ADDRESS",
        "DISPLAY",
        "PULSE_SERVER",
        "WAYLAND_DISPLAY",
        "XDG_CURRENT_DESKTOP",
        "XDG_RUNTIME_DIR",
        "XDG_SESSION_TYPE",
    ):
        monkeypatch.delenv(name, raising=False)
