"""Linux: the desktop's bus, its settings, the sound server, and the X server."""

import os
from collections.abc import Iterator

from coupleapp.desktop import x11
from coupleapp.desktop.attention.microphone import somebody_listens
from coupleapp.desktop.attention.programs import said_by
from coupleapp.desktop.attention.senses import Room
from coupleapp.desktop.session_bus import answer_of, has_session_bus, property_of

_NOTICES = "org.freedesktop.Notifications"
_BUDGIE = "org.budgie_desktop.Notifications"
_IDLE = "org.gnome.Mutter.IdleMonitor"
_XFCE = "/do-not-disturb"

# Which desktop keeps it in which setting, and how the setting reads when they want quiet.
_SETTINGS = (
    ({"GNOME", "Unity"}, "org.gnome.desktop.notifications", "show-banners", "false"),
    (
        {"X-Cinnamon", "Cinnamon"},
        "org.cinnamon.desktop.notifications",
        "display-notifications",
        "false",
    ),
    ({"MATE"}, "org.mate.NotificationDaemon", "do-not-disturb", "true"),
)


class LinuxSenses:
    """Each desktop tells something else, and some tell nothing."""

    def leaves_keyboard(self) -> bool:
        # Of Wayland a compositor gives a new window the keyboard as it likes: no window can say
        # that it wants none.
        return x11.on_x11()

    def do_not_disturb(self) -> bool | None:
        told = None
        for answer in _quiet():
            if answer:
                return True
            told = answer if told is None else told
        return told

    def room(self) -> Room | None:
        free = x11.free_screens(os.getpid()) if x11.on_x11() else None
        return None if free is None else Room(free)

    def call(self) -> bool | None:
        return somebody_listens()

    def idle_s(self) -> float | None:
        if x11.on_x11():
            return x11.idle_s()
        if not has_session_bus():
            return None
        idle_ms = answer_of(_IDLE, "/org/gnome/Mutter/IdleMonitor/Core", _IDLE, "GetIdletime")
        return idle_ms / 1000 if isinstance(idle_ms, int) else None


def _quiet() -> Iterator[bool | None]:
    desktops = set(os.environ.get("XDG_CURRENT_DESKTOP", "").split(":"))
    if has_session_bus():
        # Plasma's; true there while a window fills the screen, too, or the screen is shared.
        yield _yes_or_no(
            property_of(_NOTICES, "/org/freedesktop/Notifications", _NOTICES, "Inhibited")
        )
        if "Budgie" in desktops:
            yield _yes_or_no(
                answer_of(_BUDGIE, "/org/budgie_desktop/Notifications", _BUDGIE, "GetDoNotDisturb")
            )
    if "XFCE" in desktops:
        yield _xfce()
    for names, schema, key, quiet in _SETTINGS:
        if names & desktops:
            said = said_by("gsettings", "get", schema, key)
            yield None if said is None else said == quiet


def _xfce() -> bool | None:
    # All of the channel, because the setting is not there before it was used once.
    said = said_by("xfconf-query", "-c", "xfce4-notifyd", "-lv")
    if said is None:
        return None
    return any(line.split() == [_XFCE, "true"] for line in said.splitlines())


def _yes_or_no(told: object) -> bool | None:
    return told if isinstance(told, bool) else None
