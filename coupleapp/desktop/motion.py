"""Whether the person has asked the computer for less movement."""

import sys

from PySide6.QtGui import QStyleHints

from coupleapp.desktop.session_bus import has_session_bus

TIMEOUT_MS = 300

# Where a Linux desktop may say so, and what it says then. The first is the portals' own setting
# (2025), the second GNOME's older one.
_PORTAL_ANSWERS = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)


def prefers_reduced_motion(hints: QStyleHints) -> bool:
    """Whether movement should be kept small; False when nobody can tell."""
    accessibility = hints.accessibility()
    if hasattr(accessibility, "motionPreference"):  # Qt 6.12
        return bool(accessibility.motionPreference().name == "ReducedMotion")
    if sys.platform == "linux" and has_session_bus():
        return any(_portal_says(*answer) for answer in _PORTAL_ANSWERS)
    return False


def _portal_says(namespace: str, key: str, answer: object) -> bool:
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    question = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "ReadOne",
    )
    question.setArguments([namespace, key])
    reply = bus.call(question, QDBus.CallMode.Block, TIMEOUT_MS)
    if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
        return False
    return any(told.variant() == answer for told in reply.arguments())
