"""The desktop's notifications, as a service of the tests' own on a bus."""

from collections.abc import Callable
from itertools import count
from typing import Any

from tests.desktop.session import Answer, Service

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"


class Desktop:
    """Shows notifications; more numbers than fit into a signed one."""

    def __init__(self, serve: Callable[[str, Callable[..., Answer]], Service]) -> None:
        self._numbers = count(2**31 + 5)
        self.shown: dict[int, tuple[Any, ...]] = {}
        self.refuses = False
        self.can = ["body", "actions", "persistence"]
        self.service: Service = serve(NAME, self._answer)

    def _answer(self, member: str, body: tuple[Any, ...]) -> Answer:
        if self.refuses or member.startswith("Get "):
            return None
        if member == "GetCapabilities":
            return "as", (self.can,)
        if member == "CloseNotification":
            self.shown.pop(body[0], None)
            return "", ()
        number = body[1] or next(self._numbers)
        self.shown[number] = body
        return "u", (number,)

    @property
    def titles(self) -> list[str]:
        return [body[3] for body in self.shown.values()]

    def only(self) -> int:
        (number,) = self.shown
        return number

    def emit(self, name: str, number: int, *more: object) -> None:
        signature = "uu" if name == "NotificationClosed" else "us"
        self.service.emit(PATH, NAME, name, signature, number, *more)

    def press(self, number: int, token: str | None = None, what: str = "default") -> None:
        if token is not None:
            self.emit("ActivationToken", number, token)
        self.emit("ActionInvoked", number, what)
