"""A desktop notification, by D-Bus or the tray. Its text never says anything private."""

import logging
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Signal, SignalInstance, Slot

from coupleapp import APP_ID
from coupleapp.desktop.session_bus import answer_of, has_service, has_session_bus, open_bus

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

logger = logging.getLogger(__name__)

translate = QCoreApplication.translate

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PRESSED, _OPEN = "default", "open"
# Of what is low GNOME shows no banner, and Plasma keeps it in no list.
_NORMAL = 1
_AS_THE_DESKTOP_LIKES = -1
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a window's right to come to the front, no secret


def notices_can_be_pressed(*, tray: bool) -> bool:
    """Whether this computer's notifications lead anywhere; may take its time. Any thread.

    ``tray``: whether there is a place for Nearer beside the clock.
    """
    if sys.platform != "linux":
        return tray
    can = has_session_bus() and answer_of(_SERVICE, _PATH, _SERVICE, "GetCapabilities", wake=True)
    return isinstance(can, list) and "actions" in can


class Balloons(Protocol):
    """The part of ``QSystemTrayIcon`` that is used."""

    messageClicked: SignalInstance  # noqa: N815 - as QSystemTrayIcon calls it

    def showMessage(self, title: str, words: str) -> None:  # noqa: N802
        ...


class Notifier(QObject):
    """At most one at a time.

    Signals:
        pressed: The one told last, whose window may come to the front.
        answered: One of its answers was chosen, by its name.
    """

    pressed = Signal()
    answered = Signal(str)

    def __init__(self, tray: Balloons | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._told_by_tray = False
        self._desktop: _DesktopNotices | None = None
        if tray is not None:
            tray.messageClicked.connect(self._balloon_pressed)

    def can_be_pressed(self) -> bool:
        """Whether what is told can be pressed here; may take its time. Any thread."""
        return notices_can_be_pressed(tray=self._tray is not None)

    def tell(self, title: str, words: str, answers: Mapping[str, str] | None = None) -> bool:
        """Show it in place of the former; False when this computer cannot.

        The words are plain, with no ``<`` and no ``&``, which some desktops read as markup.

        Args:
            title: Above the words.
            words: What it says.
            answers: What can be chosen beside "Open", by a name each. A tray has no room for them.
        """
        self._told_by_tray = False
        if sys.platform == "linux" and has_session_bus() and has_service(_SERVICE):
            if self._desktop is None:
                self._desktop = _DesktopNotices(self)
                self._desktop.pressed.connect(self.pressed)
                self._desktop.answered.connect(self.answered)
            if self._desktop.tell(title, words, answers or {}):
                return True
        if self._tray is None:
            return False
        self._tray.showMessage(title, words)
        self._told_by_tray = True
        return True

    def withdraw(self) -> None:
        """Take it back, where the desktop lets us; pressing it does nothing any more."""
        self._told_by_tray = False
        if self._desktop is not None:
            self._desktop.withdraw()

    @Slot()
    def _balloon_pressed(self) -> None:
        # A tray tells of every balloon with the same signal, whoever asked for it.
        if self._told_by_tray:
            self._told_by_tray = False
            self.pressed.emit()


class _DesktopNotices(QObject):
    """org.freedesktop.Notifications, over a connection that stays open.

    Some desktops take a notification away when its sender leaves the bus, and they tell nobody else
    that it was pressed.
    """

    pressed = Signal()
    answered = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._token = ""
        self._bus: DBusConnection | None = None
        self._incoming: QSocketNotifier | None = None
        self._unanswered: set[int] = set()
        self._asked = 0
        self._shown = 0
        self._wanted = False

    def tell(self, title: str, words: str, answers: Mapping[str, str]) -> bool:
        if self._bus is None and not self._open():
            return False
        hints = {
            "desktop-entry": ("s", APP_ID),
            "urgency": ("y", _NORMAL),
            "transient": ("b", False),
        }
        # The first is a press on the notification itself, of which most desktops show no button.
        shown = dict.fromkeys((_PRESSED, _OPEN), translate("Notifier", "Open")) | dict(answers)
        actions = [part for action in shown.items() for part in action]
        body = ("Nearer", self._shown, APP_ID, title, words, actions, hints, _AS_THE_DESKTOP_LIKES)
        # Nobody waits for the answer: a desktop may take its time to start the service.
        self._asked = self._send("Notify", "susssasa{sv}i", body)
        self._wanted = self._asked != 0
        if self._wanted:
            self._unanswered.add(self._asked)
        return self._wanted

    def withdraw(self) -> None:
        self._wanted = False
        if self._shown:
            self._send("CloseNotification", "u", (self._shown,))
        self._shown = 0

    def _open(self) -> bool:
        from jeepney import MatchRule, message_bus

        self._bus = open_bus()
        if self._bus is None:
            return False
        rule = MatchRule(type="signal", sender=_SERVICE, interface=_SERVICE, path=_PATH)
        self._bus.send(message_bus.AddMatch(rule))
        self._incoming = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._incoming.activated.connect(self._receive)
        return True

    def _send(self, method: str, signature: str, body: tuple[Any, ...]) -> int:
        """The number by which the answer will be known; 0 when it could not be sent."""
        from jeepney import DBusAddress, new_method_call

        if self._bus is None:
            return 0
        number = int(next(self._bus.outgoing_serial))
        address = DBusAddress(_PATH, _SERVICE, _SERVICE)
        try:
            self._bus.send(new_method_call(address, method, signature, body), serial=number)
        except OSError:
            self._drop()
            return 0
        return number

    @Slot()
    def _receive(self) -> None:
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError):
                self._drop()
                return
            self._read(message)

    def _read(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        asked = fields.get(HeaderFields.reply_serial, 0)
        match message.header.message_type:
            case MessageType.method_return if asked in self._unanswered and message.body:
                self._unanswered.discard(asked)
                self._learn(asked, message.body[0])
            case MessageType.error if asked in self._unanswered:
                self._unanswered.discard(asked)
                logger.info("the desktop did not take a notification")
            case MessageType.signal if fields.get(HeaderFields.interface) == _SERVICE:
                self._hear(fields.get(HeaderFields.member), *message.body)

    def _learn(self, asked: int, number: int) -> None:
        """Which number the desktop has given to what we asked for."""
        if asked == self._asked and self._wanted:
            self._shown = number
        elif number != self._shown:
            # Taken back, or followed by another, before the desktop had answered.
            self._send("CloseNotification", "u", (number,))

    def _hear(self, what: str, number: int = 0, words: object = "", *_more: object) -> None:
        if number != self._shown or number == 0:
            return
        if what == "ActivationToken":
            self._token = str(words)
        elif what == "ActionInvoked":
            token, self._token = self._token, ""
            if words not in {_PRESSED, _OPEN}:
                self.answered.emit(words)
                return
            if token:
                # On Wayland only this press may raise our window, and Qt looks for its token here.
                os.environ[_TOKEN] = token
            self.pressed.emit()
        elif what == "NotificationClosed":
            self._shown = 0

    def _drop(self) -> None:
        """The bus has gone, and with it all that was shown."""
        if self._incoming is not None:
            self._incoming.setEnabled(False)
            self._incoming.deleteLater()
        if self._bus is not None:
            self._bus.close()
        self._bus, self._incoming = None, None
        self._unanswered.clear()
        self._asked = self._shown = 0
