"""What the couple has chosen about how the app behaves and looks."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from coupleapp.domain.calm.breathing import BreathChoices
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import CHUNKS, INVITES_A_WEEK, SPEAK_S

EVENING = time(21, 30)
"""When the nightly appreciation comes unless the couple chooses otherwise. Design."""

INVITE_AT = time(18, 30)
"""When an invitation comes: early enough to plan for the evening or the week. Design."""


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


class Closing(StrEnum):
    """What closing the window does: TRAY stays where a tray is there, STAY anywhere."""

    TRAY = "tray"
    STAY = "stay"
    QUIT = "quit"


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
        speak_s: Seconds of one chunk of speaking, 30 to 180; every other time keeps its share.
        chunks: Chunks of each turn in a theme talk, 1 to 5.
        loose: Whether the listener may answer without saying back first, once that is open.
        typed: Who types instead of speaking, each seat at most once.
        breath: Everything about breathing.
        invite_at: Local time of the week's invitations; None when they are switched off.
        invites: Invitations a week, 0 to 2.
        rest_until: The local date on which reminders begin again; None while they do not rest.
        closing: What closing the window does.
        login_asked: Whether they were asked if Nearer may begin by itself when they log in.

    Raises:
        ValueError: A number is out of its range.
    """

    evening: time | None = EVENING
    text_scale: float = 1.0
    appearance: Appearance = Appearance.SYSTEM
    motion: Motion = Motion.SYSTEM
    sound: bool = True
    timers: bool = True
    speak_s: int = SPEAK_S
    chunks: int = CHUNKS
    loose: bool = False
    typed: tuple[Seat, ...] = ()
    breath: BreathChoices = field(default_factory=BreathChoices)
    invite_at: time | None = INVITE_AT
    invites: int = INVITES_A_WEEK
    rest_until: date | None = None
    closing: Closing = Closing.TRAY
    login_asked: bool = False

    def __post_init__(self) -> None:
        if not 1.0 <= self.text_scale <= 2.0:
            raise ValueError("text_scale is 1.0 to 2.0")
        if not 30 <= self.speak_s <= 180:
            raise ValueError("speak_s is 30 to 180 seconds")
        if not 1 <= self.chunks <= 5:
            raise ValueError("chunks is 1 to 5")
        if len(set(self.typed)) < len(self.typed):
            raise ValueError("a seat types once")
        if not 0 <= self.invites <= 2:
            raise ValueError("invites is 0 to 2 a week")
