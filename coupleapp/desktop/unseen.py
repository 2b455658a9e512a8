"""Says what went wrong where no window can be shown: who started it by an icon sees it, too."""

import sys
from pathlib import Path

from coupleapp.desktop.bug_log import note
from coupleapp.desktop.session_bus import has_service, has_session_bus, open_bus

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_AS_THE_DESKTOP_LIKES = -1


def say_unseen(sentence: str, folder: Path) -> None:
    """On the console; without a terminal as a notification and in the log of the folder, too."""
    # A windowed program on Windows has no stderr.
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()
        if sys.stderr.isatty():
            return
    note(folder, sentence)
    _notify(sentence)


def _notify(sentence: str) -> None:
    if not (sys.platform == "linux" and has_session_bus() and has_service(_SERVICE)):
        return
    bus = open_bus()
    if bus is None:
        return
    from jeepney import DBusAddress, new_method_call

    plain = sentence.replace("&", "+").replace("<", "(")
    # Of no desktop file: some desktops take those away with the program that sent them.
    body: tuple[object, ...] = ("Nearer", 0, "", "Nearer", plain, [], {}, _AS_THE_DESKTOP_LIKES)
    with bus:
        try:
            bus.send(
                new_method_call(
                    DBusAddress(_PATH, _SERVICE, _SERVICE), "Notify", "susssasa{sv}i", body
                )
            )
        except OSError:
            return
