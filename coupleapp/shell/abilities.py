"""What this computer can tell and do for the evening, gathered in one place."""

from coupleapp.desktop.attention import Attention
from coupleapp.desktop.autostart import AutostartState
from coupleapp.desktop.tray_state import tray_here
from coupleapp.ui.reminders.words import Abilities


def find_abilities(attention: Attention, login: AutostartState) -> Abilities:
    """Look; it goes over the desktop's bus and may take its time. For any thread."""
    can = attention.detected()
    return Abilities(
        tray=tray_here(),
        do_not_disturb=can.do_not_disturb,
        full_screen=can.full_screen,
        call=can.call,
        idle=can.idle,
        login=login.value,
    )
