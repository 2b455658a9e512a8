"""How Nearer came onto this computer, for whoever wants to take it off."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


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
