"""How this very Nearer came onto this computer."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from coupleapp.desktop.autostart import LaunchEnvironment

SYSTEM = Path("/usr")
"""Where only a package manager puts programs."""


class Origin(Enum):
    """What brought it here."""

    PACKAGE = auto()
    """The system's own package manager, on Linux."""
    APP_IMAGE = auto()
    FLATPAK = auto()
    WINDOWS = auto()
    MAC = auto()
    FOLDER = auto()
    """The program's folder, unpacked anywhere."""
    PYTHON = auto()
    """A package of Python, or a checkout."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What brought it, and the file or folder that it lies in."""

    origin: Origin
    place: Path


def installed(here: LaunchEnvironment) -> Installed:
    """What brought it, as far as its own place tells."""
    folder = here.executable.parent
    if here.flatpak:
        return Installed(Origin.FLATPAK, folder)
    if not here.frozen:
        return Installed(Origin.PYTHON, folder)
    if here.windows:
        return Installed(Origin.WINDOWS, folder)
    if here.bundle:
        return Installed(Origin.MAC, folder.parent.parent)
    if here.app_image is not None:
        return Installed(Origin.APP_IMAGE, here.app_image)
    local = here.executable.is_relative_to(SYSTEM / "local")
    if here.executable.is_relative_to(SYSTEM) and not local:
        return Installed(Origin.PACKAGE, folder)
    return Installed(Origin.FOLDER, folder)
