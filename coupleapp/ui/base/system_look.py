"""What the computer says about colours and motion."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints

from coupleapp.ui.base.app_model import SystemLook

_SCHEMES = {Qt.ColorScheme.Dark: "dark", Qt.ColorScheme.Light: "light"}


def system_look(hints: QStyleHints, *, reduced_motion: bool) -> SystemLook:
    """As Qt sees it; older Qt knows of no contrast preference."""
    accessibility = getattr(hints, "accessibility", lambda: None)()
    contrast = getattr(accessibility, "contrastPreference", None)
    return SystemLook(
        scheme=_SCHEMES.get(hints.colorScheme(), ""),
        high_contrast=contrast is not None and contrast().name == "HighContrast",
        reduced_motion=reduced_motion,
    )
