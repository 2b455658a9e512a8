"""What the couple has chosen about how the app behaves and looks."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

EVENING = time(21, 30)
"""When the nightly appreciation comes unless the couple chooses otherwise. Design."""


class Appearance(StrEnum):
    """Which set of colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Motion(StrEnum):
    """How much moves."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices, each with its default.

    Attributes:
        evening: Local time of the nightly appreciation; None when it is switched off.
        text_scale: 1.0 to 2.0 times the normal text size.
        appearance: Colours.
        motion: Movement.
        sound: Whether tones are played.
        timers: Whether speaking and saying back are timed at all.
        speak_s: Seconds of one chunk of speaking, 30 to 180.

    Raises:
        ValueError: A number is out of its range.
    """

    evening: time | None = EVENING
    text_scale: float = 1.0
    appearance: Appearance = Appearance.SYSTEM
    motion: Motion = Motion.SYSTEM
    sound: bool = True
    timers: bool = True
    speak_s: int = 90

    def __post_init__(self) -> None:
        if not 1.0 <= self.text_scale <= 2.0:
            raise ValueError("text_scale is 1.0 to 2.0")
        if not 30 <= self.speak_s <= 180:
            raise ValueError("speak_s is 30 to 180 seconds")
