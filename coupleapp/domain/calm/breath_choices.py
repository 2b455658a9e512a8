"""What the couple has chosen about breathing: by themselves, and in their talks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from coupleapp.domain.calm.breathing import PRESETS, SLOW_ID, BreathPattern
from coupleapp.domain.checks import require_within
from coupleapp.domain.couple import NameFault, NameRefused, Seat, clean_name
from coupleapp.domain.defaults import BREATH_OPENING_BOUNDS, BREATH_OPENING_MINUTES

OWN_NAME_MAX = 24
"""Longest name of an own pattern in characters; it has to fit on a button. Design."""

OWN_MOST = 5
"""Most own patterns. Design: a choice that can be seen at once."""

LENGTHS = (1, 3, 5, 10)
"""Minutes to choose from: 1 settles, 5 is a practice (De Couck et al. 2019; Bentley et al. 2023;
Balban et al. 2023)."""

_OWN = "own:"


def clean_pattern_name(raw: str) -> str:
    """Return a name that fits on one button, cleaned like a person's name.

    Raises:
        NameRefused: Nothing visible is left, or over ``OWN_NAME_MAX`` characters are.
    """
    name = clean_name(raw)
    if len(name) > OWN_NAME_MAX:
        raise NameRefused(NameFault.TOO_LONG)
    return name


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A pattern of the couple's own, under their name for it.

    Raises:
        NameRefused: The name is not clean.
    """

    name: str
    pattern: BreathPattern

    def __post_init__(self) -> None:
        if clean_pattern_name(self.name) != self.name:
            raise NameRefused(NameFault.EMPTY)

    @property
    def id(self) -> str:
        """What it is chosen by; never the id of a preset."""
        return _OWN + self.name


class BreathVariant(StrEnum):
    """How a breath is shown."""

    MOVING = "moving"
    STILL = "still"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class SharedRhythm:
    """The rhythm that is wished for in talks and groundings, and who has said yes to it.

    Attributes:
        pattern: The id of a preset or of an own pattern.

    Raises:
        ValueError: Somebody says yes twice.
    """

    pattern: str = SLOW_ID
    yes: tuple[Seat, ...] = ()

    def __post_init__(self) -> None:
        _require_once(self.yes)


@dataclass(frozen=True, slots=True)
class BreathChoices:
    """Everything that is chosen about breathing, each with its default.

    Attributes:
        pattern: What is breathed outside talks: the id of a preset or of an own pattern.
        shared: What is breathed in talks and groundings, once both have said yes to it.
        own: Own patterns, at most ``OWN_MOST``, each under another name.
        variant: How a breath is shown; less motion turns moving into still.
        colour: Whether the lights are amber and teal; both are pale where not.
        minutes: Length of breathing outside a guided session, one of ``LENGTHS``.
        opening_minutes: Length of the breathing that opens a talk, 0 to 5; 0 leaves it out.
        read_by: Who has read the caution about breathing; each reads it once.
        hold_read_by: Who has read the one about holding the breath.

    Raises:
        ValueError: There is no such pattern, length or number of own patterns; a seat is twice.
        NameRefused: Two own patterns have the same name.
    """

    pattern: str = SLOW_ID
    own: tuple[OwnPattern, ...] = ()
    variant: BreathVariant = BreathVariant.MOVING
    words: bool = True
    tone: bool = True
    colour: bool = True
    voice: bool = False
    minutes: int = 1
    opening_minutes: int = BREATH_OPENING_MINUTES
    shared: SharedRhythm = field(default_factory=SharedRhythm)
    read_by: tuple[Seat, ...] = ()
    hold_read_by: tuple[Seat, ...] = ()

    def __post_init__(self) -> None:
        if len(self.own) > OWN_MOST:
            raise ValueError(f"there are at most {OWN_MOST} own patterns")
        if len({own.name.casefold() for own in self.own}) < len(self.own):
            raise NameRefused(NameFault.SAME)
        if not {self.pattern, self.shared.pattern} <= self.patterns.keys():
            raise ValueError("there is no such pattern")
        if self.minutes not in LENGTHS:
            raise ValueError(f"minutes is one of {LENGTHS}")
        require_within("opening_minutes", self.opening_minutes, BREATH_OPENING_BOUNDS)
        _require_once(self.read_by)
        _require_once(self.hold_read_by)

    @property
    def patterns(self) -> Mapping[str, BreathPattern]:
        """Every pattern there is, by id: the presets, then their own."""
        return {**PRESETS, **{own.id: own.pattern for own in self.own}}

    @property
    def chosen(self) -> BreathPattern:
        """The pattern that is breathed outside talks."""
        return self.patterns[self.pattern]

    @property
    def talks(self) -> str:
        """The id of the pattern that is breathed in talks and groundings.

        Slow, but for another one that both have said yes to, each with its caution read.
        """
        wished = self.shared.pattern
        agreed = len(self.shared.yes) == len(Seat) and not self.unread(wished)
        return wished if agreed else SLOW_ID

    def unread(self, pattern_id: str, among: Collection[Seat] = tuple(Seat)) -> tuple[Seat, ...]:
        """Who of these still reads a caution before this pattern is breathed."""
        holds = self.patterns[pattern_id].holds
        return tuple(
            seat
            for seat in Seat
            if seat in among
            and not (seat in self.read_by and (seat in self.hold_read_by or not holds))
        )

    def having_read(self, pattern_id: str, seats: Collection[Seat]) -> "BreathChoices":
        """These choices, the caution that belongs to this pattern read by these."""
        holds = self.patterns[pattern_id].holds
        return replace(
            self,
            read_by=_with(self.read_by, seats),
            hold_read_by=_with(self.hold_read_by, seats) if holds else self.hold_read_by,
        )

    def wishing(self, pattern_id: str) -> "BreathChoices":
        """These choices with another pattern wished for in talks; nobody has said yes to it yet.

        For slow nobody is asked.
        """
        return replace(self, shared=SharedRhythm(pattern_id))

    def saying_yes(self, seat: Seat) -> "BreathChoices":
        """These choices with this partner's yes to the wish, its caution read with it."""
        read = self.having_read(self.shared.pattern, {seat})
        return replace(read, shared=replace(self.shared, yes=_with(self.shared.yes, {seat})))

    def with_own(self, own: OwnPattern, instead_of: str = "") -> "BreathChoices":
        """These choices with this pattern kept and chosen.

        Nobody has said yes to what is changed: talks go back to slow where it was theirs.

        Args:
            own: The pattern.
            instead_of: The id of the own pattern whose place it takes; empty for a new one.

        Raises:
            ValueError: There are ``OWN_MOST`` already.
            NameRefused: Another one has this name.
        """
        kept = (
            tuple(own if each.id == instead_of else each for each in self.own)
            if instead_of
            else (*self.own, own)
        )
        same = self.shared if own in self.own else self._shared_without(instead_of)
        return replace(self, own=kept, pattern=own.id, shared=same)

    def without_own(self, pattern_id: str) -> "BreathChoices":
        """These choices without this own pattern; slow is chosen where it was."""
        return replace(
            self,
            own=tuple(own for own in self.own if own.id != pattern_id),
            pattern=SLOW_ID if self.pattern == pattern_id else self.pattern,
            shared=self._shared_without(pattern_id),
        )

    def _shared_without(self, pattern_id: str) -> SharedRhythm:
        return SharedRhythm() if self.shared.pattern == pattern_id else self.shared


def _with(there: tuple[Seat, ...], more: Collection[Seat]) -> tuple[Seat, ...]:
    return tuple(seat for seat in Seat if seat in there or seat in more)


def _require_once(seats: tuple[Seat, ...]) -> None:
    if len(set(seats)) < len(seats):
        raise ValueError("a seat is there once")
