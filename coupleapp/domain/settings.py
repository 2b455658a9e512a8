"""What the couple has chosen about how the app behaves and looks."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from coupleapp.domain.calm.breath_choices import BreathChoices
from coupleapp.domain.calm.comfort import Comfort
from coupleapp.domain.checks import require_within
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.defaults import (
    CARDS,
    CARDS_BOUNDS,
    CHUNKS,
    CHUNKS_BOUNDS,
    INVITES_A_WEEK,
    INVITES_BOUNDS,
    SPEAK_S,
    SPEAK_S_BOUNDS,
    TEXT_PERCENT_BOUNDS,
)
from coupleapp.domain.keys import KeyChoices
from coupleapp.domain.lock import AUTO_LOCK_CHOICES, AUTO_LOCK_MINUTES

EVENING = time(21, 30)
"""When the nightly appreciation comes unless the couple chooses otherwise. Design."""

NO_COMFORTS = Both(Comfort(), Comfort())

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
        text_scale: Times the normal text size, within ``TEXT_PERCENT_BOUNDS``.
        timers: Whether speaking, saying back and the breath of a talk are timed at all.
        speak_s: Seconds of one chunk of speaking; every other time keeps its share.
        chunks: How often each speaks in a talk about questions, shared out between them.
        cards: Questions of such a talk.
        loose: Whether the listener may answer without saying back first, once that is open.
        typed: Who types instead of speaking, each seat at most once.
        comforts: What each likes to hold, and where they feel at ease; shown in groundings alone.
        invite_at: Local time of the week's invitations; None when they are switched off.
        rest_until: The local date on which reminders begin again; None while they do not rest.
        lock_after: Minutes without a press until it locks, one of ``AUTO_LOCK_CHOICES``.
        in_captures: Whether Nearer is seen in screenshots and shared screens, where the system can
            leave it out.
        setback_let_go: The id of the talk that ended early and is not asked about any more.
        date_sure: The last moment, aware, of which it was sure that this computer's date is right.
        second_place: The folder to which every copy goes, too; empty for none.

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
    cards: int = CARDS
    loose: bool = False
    typed: tuple[Seat, ...] = ()
    breath: BreathChoices = field(default_factory=BreathChoices)
    keys: KeyChoices = field(default_factory=KeyChoices)
    comforts: Both[Comfort] = NO_COMFORTS
    invite_at: time | None = INVITE_AT
    invites: int = INVITES_A_WEEK
    rest_until: date | None = None
    closing: Closing = Closing.TRAY
    login_asked: bool = False
    lock_after: int = AUTO_LOCK_MINUTES
    in_captures: bool = False
    setback_let_go: str = ""
    date_sure: datetime | None = None
    second_place: str = ""

    def __post_init__(self) -> None:
        require_within("text_scale in percent", self.text_scale * 100, TEXT_PERCENT_BOUNDS)
        require_within("speak_s", self.speak_s, SPEAK_S_BOUNDS)
        require_within("chunks", self.chunks, CHUNKS_BOUNDS)
        require_within("cards", self.cards, CARDS_BOUNDS)
        require_within("invites", self.invites, INVITES_BOUNDS)
        if self.lock_after not in AUTO_LOCK_CHOICES:
            raise ValueError("no such time until it locks")
        if len(set(self.typed)) < len(self.typed):
            raise ValueError("a seat types once")
