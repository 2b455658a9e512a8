"""Flatpak: the portal for background work, which writes the entry outside the sandbox.

The portal can be asked to change the entry, but not what the entry is. So what it last answered
is kept in a file of ours: ON is its word and not our wish, but may be old. Asking again only to
know would put back what the person has taken away by hand. Where it has not answered, as long as
its question to the person is on the screen, the state is UNKNOWN; an answer that comes later is
kept, too.

A Flatpak has one entry, so several data folders share it and the last one to ask has it.
"""

import json
import logging
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusError, QDBusMessage

from coupleapp.desktop.autostart.base import AutostartState, at_the_border, write_whole

logger = logging.getLogger(__name__)

ANSWER_FILE = "autostart.json"
PATIENCE_MS = 1500

_PORTAL = "org.freedesktop.portal.Desktop"
_OBJECT = "/org/freedesktop/portal/desktop"
_BACKGROUND = "org.freedesktop.portal.Background"
_REQUEST = "org.freedesktop.portal.Request"
# Typed as bytes, taken as str only.
_HEAR: Any = SLOT("hear(uint,QVariantMap)")
_TAKEN: Any = SLOT("taken(QDBusMessage)")
_NOT_TAKEN: Any = SLOT("not_taken(QDBusError)")
_LATE = {"org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Error.Timeout"}

_Kept = tuple[AutostartState, list[str]]


class FlatpakAutostart:
    """Asks the portal on the bus at ``address``; keeps its answers in ``folder``.

    ``reason`` is what the portal shows the person, at most 256 characters.
    """

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        address: str,
        reason: str = "",
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        self._command = list(command)
        self._file = folder / ANSWER_FILE
        self._address = address
        self._reason = reason
        self._patience_ms = patience_ms
        self._question: _Question | None = None

    def state(self) -> AutostartState:
        try:
            kept = self._kept()
        except OSError:
            return AutostartState.UNKNOWN
        return kept[0] if kept else self._untouched()

    def switch(self, on: bool) -> AutostartState:
        wished = AutostartState.ON if on else AutostartState.OFF
        if self.state() not in {wished, AutostartState.IMPOSSIBLE}:
            with at_the_border():
                self._ask(on)
        else:
            self.refresh()
        return self.state()

    def refresh(self) -> None:
        with at_the_border():
            kept = self._kept()
            if kept and kept[0] is AutostartState.ON and kept[1] != self._command:
                self._ask(on=True)

    def _ask(self, on: bool) -> None:
        before = self._kept()
        # Kept before anything is asked: what cannot be remembered is not changed.
        self._keep(AutostartState.UNKNOWN, self._command)
        options: dict[str, Any] = {"autostart": on, "commandline": self._command}
        if self._reason:
            options["reason"] = self._reason
        if self._question is not None:
            self._question.withdraw()
        self._question = _Question(self._bus())
        self._question.answered.connect(lambda given: self._heard(on, given))
        self._question.failed.connect(lambda: self._restore(before))
        self._question.ask(options, self._patience_ms)

    def _heard(self, on: bool, given: bool) -> None:
        self._question = None
        if given:
            self._restore((AutostartState.ON, self._command))
        else:
            self._restore((AutostartState.REFUSED, self._command) if on else None)

    def _restore(self, kept: _Kept | None) -> None:
        with at_the_border():
            if kept is None:
                self._file.unlink(missing_ok=True)
            else:
                self._keep(*kept)

    def _kept(self) -> _Kept | None:
        """What the portal last answered, and to which command; None if it was never asked."""
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            return AutostartState(kept["state"]), list(kept["command"])
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (ValueError, TypeError, KeyError):
            return AutostartState.UNKNOWN, []

    def _keep(self, state: AutostartState, command: list[str]) -> None:
        kept = {"state": state, "command": command}
        write_whole(self._file, json.dumps(kept).encode())

    def _untouched(self) -> AutostartState:
        """OFF if there is a portal that could be asked."""
        question = QDBusMessage.createMethodCall(
            _PORTAL, _OBJECT, "org.freedesktop.DBus.Properties", "Get"
        )
        question.setArguments([_BACKGROUND, "version"])
        reply = self._bus().call(question, QDBus.CallMode.Block, self._patience_ms)
        if reply.type() is QDBusMessage.MessageType.ReplyMessage:
            return AutostartState.OFF
        if reply.errorName() in _LATE:
            return AutostartState.UNKNOWN
        return AutostartState.IMPOSSIBLE

    def _bus(self) -> QDBusConnection:
        # By its address: without one libdbus would start a bus of its own.
        return QDBusConnection.connectToBus(self._address, f"nearer {self._address}")


class _Question(QObject):
    """One request to the portal; ``failed``: it was not taken."""

    answered = Signal(bool)
    failed = Signal()

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._token = f"nearer{secrets.token_hex(8)}"
        sender = bus.baseService().removeprefix(":").replace(".", "_")
        self._handle = f"{_OBJECT}/request/{sender}/{self._token}"

    def ask(self, options: dict[str, Any], patience_ms: int) -> None:
        """Ask, and wait a little; what is answered later is told later."""
        # Listened to before it is asked, because the answer may be faster than the reply.
        self._listen(self._bus.connect)
        question = QDBusMessage.createMethodCall(_PORTAL, _OBJECT, _BACKGROUND, "RequestBackground")
        question.setArguments(["", {**options, "handle_token": self._token}])
        if not self._bus.callWithCallback(question, self, _TAKEN, _NOT_TAKEN):
            self.failed.emit()
            return
        loop, patience = QEventLoop(), QTimer(singleShot=True, interval=patience_ms)
        for end in (self.answered, self.failed, patience.timeout):
            end.connect(loop.quit)
        patience.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def withdraw(self) -> None:
        """Take the question off the screen; no answer counts any more."""
        self._listen(self._bus.disconnect)
        self._bus.send(QDBusMessage.createMethodCall(_PORTAL, self._handle, _REQUEST, "Close"))
        # One may be on its way already.
        self.answered.disconnect()
        self.failed.disconnect()

    def _listen(self, how: Callable[..., bool]) -> None:
        how("", self._handle, _REQUEST, "Response", self, _HEAR)

    @Slot("uint", "QVariantMap")
    def hear(self, _code: int, results: dict[str, Any]) -> None:
        self._listen(self._bus.disconnect)
        self.answered.emit(results.get("autostart") is True)

    @Slot("QDBusMessage")
    def taken(self, reply: QDBusMessage) -> None: ...

    @Slot("QDBusError")
    def not_taken(self, error: QDBusError) -> None:
        logger.info("the portal did not take the question: %s", error.name())
        self._listen(self._bus.disconnect)
        self.failed.emit()
