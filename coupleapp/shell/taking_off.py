"""How Nearer is taken off this computer again, in words."""

from PySide6.QtCore import QCoreApplication

from coupleapp import APP_ID
from coupleapp.desktop.installed import Installed, Origin

translate = QCoreApplication.translate


def taking_off_words(here: Installed) -> str:
    """How it goes the way it came."""
    return _taking_off(here.origin).format(place=here.place, app=APP_ID)


def _taking_off(origin: Origin) -> str:
    match origin:
        case Origin.PACKAGE:
            return translate(
                "TakingOff",
                "Remove Nearer where your system lists its programs, or in a terminal: "
                "sudo apt remove nearer",
            )
        case Origin.APP_IMAGE:
            return translate("TakingOff", "Delete the file that you begin it with: {place}")
        case Origin.FLATPAK:
            return translate(
                "TakingOff",
                "Remove Nearer where your system lists its programs, or in a terminal: "
                "flatpak uninstall {app}",
            )
        case Origin.WINDOWS:
            return translate(
                "TakingOff",
                "In the settings of Windows, under Apps, choose Nearer and then Uninstall.",
            )
        case Origin.MAC:
            return translate("TakingOff", "Move Nearer to the Trash: {place}")
        case Origin.FOLDER:
            return translate("TakingOff", "Delete the folder of the program: {place}")
        case Origin.PYTHON:
            return translate(
                "TakingOff",
                "Remove it the way you brought it. With pipx that is “pipx uninstall coupleapp”, "
                "with uv “uv tool uninstall coupleapp”.",
            )
