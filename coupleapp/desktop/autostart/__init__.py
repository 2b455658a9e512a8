"""Starting at login, if the two of them want it: one module per way, one interface.

    login = this_autostart(folder, data_dir, reason)
    login.state()         what the system says
    login.switch(True)    ask for it; what the system says afterwards
    login.refresh()       at every start: programs move when they are updated

The ways are imported when they are needed: nobody pays for another system's.
"""

from pathlib import Path

from coupleapp.desktop.autostart.base import Autostart, AutostartState, suffix_for
from coupleapp.desktop.autostart.command import LaunchEnvironment, own_command

__all__ = ["Autostart", "AutostartState", "LaunchEnvironment", "own_command", "this_autostart"]


def this_autostart(
    folder: Path,
    data_dir: Path | None = None,
    reason: str = "",
    here: LaunchEnvironment | None = None,
) -> Autostart:
    """The way of this computer.

    Args:
        folder: Nearer's own folder, for what a system does not remember itself.
        data_dir: What ``--data-dir`` was; None for the usual place. Each has its own entry.
        reason: Why, in the person's language; shown by the portal that asks them.
        here: What Nearer runs on; None to look.
    """
    here = here or LaunchEnvironment.here()
    command = own_command(here, data_dir)
    suffix = suffix_for(data_dir)
    if here.flatpak:
        from coupleapp.desktop.autostart.flatpak import FlatpakAutostart

        return FlatpakAutostart(
            command, folder, here.environ.get("DBUS_SESSION_BUS_ADDRESS", ""), reason
        )
    if here.platform == "win32":
        from coupleapp.desktop.autostart.windows import WindowsAutostart

        return WindowsAutostart(command, f"Nearer{suffix}")
    if here.platform == "darwin":
        return _mac(here, command, suffix)
    from platformdirs import user_config_path

    from coupleapp.desktop.autostart.xdg import XdgAutostart

    return XdgAutostart(command, user_config_path() / "autostart", f"nearer{suffix}")


def _mac(here: LaunchEnvironment, command: tuple[str, ...], suffix: str) -> Autostart:
    from coupleapp.desktop.autostart.launch_agent import LaunchAgentAutostart
    from coupleapp.desktop.autostart.login_item import (
        LoginItemAutostart,
        legacy_switched_off,
        main_app_service,
    )

    # A login item is started without arguments, so another data folder needs a list of its own.
    service = main_app_service() if here.bundle and not suffix else None
    if service is not None:
        return LoginItemAutostart(service)
    agents = Path.home() / "Library" / "LaunchAgents"
    return LaunchAgentAutostart(command, agents, f"app.nearer{suffix}", legacy_switched_off)
