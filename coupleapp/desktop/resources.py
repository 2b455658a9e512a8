"""Where fonts, sounds, pictures and the programme are."""

from importlib.resources import files
from pathlib import Path


def resource_folder() -> Path:
    """The copy inside the installed package if there is one, else the folder in the checkout."""
    package = Path(str(files("coupleapp")))
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
