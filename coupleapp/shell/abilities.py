"""What this computer can tell and do for the evening, gathered in one place."""

from coupleapp.desktop.attention import Attention
from coupleapp.desktop.autostart import AutostartState
from coupleapp.desktop.notifier import notices_can_be_pressed
from coupleapp.desktop.tray_state import tray_here
from coupleapp.ui.reminders.words import Abilities, Coming


def find_abilities(attention: Attention, login: AutostartState) -> Abilities:
    """Look; it goes over the desktop's bus and may take its time. For any thread."""
    can, tray = attention.detected(), tray_here()
    return Abilities(
        comes=_how_it_comes(window=can.window, tray=tray),
        tray=tray,
        do_not_disturb=can.do_not_disturb,
        full_screen=can.full_screen,
        call=can.call,
        idle=can.idle,
        login=login.value,
    )


def _how_it_comes(*, window: bool, tray: bool) -> Coming:
    if window:
        return Coming.WINDOW
    return Coming.NOTE if notices_can_be_pressed(tray=tray) else Coming.HOME
