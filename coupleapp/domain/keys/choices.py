"""Which key stands for what in a talk, and which of them cannot."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from coupleapp.domain.keys.places import FIGURES, KeyPlace


class SessionKey(StrEnum):
    """What has a key of its own in a talk. Esc is the way out anywhere, and stays so."""

    OWN_LEFT = "own_left"
    OWN_RIGHT = "own_right"
    PAUSE_LEFT = "pause_left"
    PAUSE_RIGHT = "pause_right"
    GIVE_FLOOR = "give_floor"
    THOUGHTS = "thoughts"
    ANSWER = "answer"
    BREATH = "breath"
    LIGHTER = "lighter"
    EXTEND = "extend"
    SOUND = "sound"


class KeyFault(StrEnum):
    """Why a key cannot be taken."""

    TAKEN = "taken"
    UNUSABLE = "unusable"


class KeyRefused(ValueError):
    """A key that cannot be taken; nothing was changed.

    Attributes:
        by: What it stands for already, where it is taken.
    """

    def __init__(self, fault: KeyFault, by: SessionKey | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.by = by


@dataclass(frozen=True, slots=True)
class KeyChoices:
    """The keys of a talk, and whether they do anything: WCAG 2.2, 2.1.4 Character Key Shortcuts.

    ``own_left`` and ``own_right`` have bumps, and the pauses lie beside them. Each field but
    ``on`` is called as its ``SessionKey``. One that is added later needs a first place that
    nobody can have chosen, or their file cannot be read any more.

    Raises:
        KeyRefused: Two stand for the same place, or one is no place for a key.
    """

    on: bool = True
    own_left: KeyPlace = KeyPlace.KEY_F
    own_right: KeyPlace = KeyPlace.KEY_J
    pause_left: KeyPlace = KeyPlace.KEY_D
    pause_right: KeyPlace = KeyPlace.KEY_K
    give_floor: KeyPlace = KeyPlace.KEY_G
    thoughts: KeyPlace = KeyPlace.KEY_T
    answer: KeyPlace = KeyPlace.KEY_A
    breath: KeyPlace = KeyPlace.KEY_B
    lighter: KeyPlace = KeyPlace.KEY_L
    extend: KeyPlace = KeyPlace.KEY_M
    sound: KeyPlace = KeyPlace.KEY_S

    def __post_init__(self) -> None:
        for key in SessionKey:
            place = self.place(key)
            if not _usable(place):
                raise KeyRefused(KeyFault.UNUSABLE)
            if (by := self.key_at(place)) is not key:
                raise KeyRefused(KeyFault.TAKEN, by)

    def place(self, key: SessionKey) -> KeyPlace:
        """Where this key is."""
        place: KeyPlace = getattr(self, key)
        return place

    def key_at(self, place: KeyPlace) -> SessionKey | None:
        """What this place stands for. The plus of the number pad is more time, too."""
        if place is KeyPlace.NUMPAD_ADD:
            return SessionKey.EXTEND
        return next((key for key in SessionKey if self.place(key) is place), None)

    def moved(self, key: SessionKey, place: KeyPlace | None) -> "KeyChoices":
        """The same with this key at another place.

        Args:
            key: The one that moves.
            place: Where it goes; None for a key that types nothing, such as Tab.

        Raises:
            KeyRefused: The place is taken, or none for a key.
        """
        if place is None or not _usable(place):
            raise KeyRefused(KeyFault.UNUSABLE)
        by = self.key_at(place)
        if by is not None and by is not key:
            raise KeyRefused(KeyFault.TAKEN, by)
        field: dict[str, Any] = {key.value: place}
        return replace(self, **field)

    def as_they_were(self) -> "KeyChoices":
        """Every key at its first place; on or off as now."""
        return KeyChoices(on=self.on)

    @property
    def moved_any(self) -> bool:
        """Whether one is not at its first place."""
        return self != self.as_they_were()


def _usable(place: KeyPlace) -> bool:
    """Figures answer; the plus of the number pad has its meaning already."""
    return place not in FIGURES and place not in {KeyPlace.DIGIT_0, KeyPlace.NUMPAD_ADD}
