"""The second place as a shelf of copies, what may be the matter with it, and what is remembered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from coupleapp.application.ports import StoreError

Made = tuple[datetime, ...]
"""When copies were made, aware UTC, oldest first."""


class PlaceAway(StoreError):
    """It is not there: a stick that is not plugged in, a drive that does not answer."""


class PlaceEmptied(PlaceAway):
    """It is there, and nothing is left of what lay in it: another stick, or only its folder."""


class PlaceFault(StrEnum):
    """Why a folder cannot be the second place."""

    NO_FOLDER = "no_folder"
    FIRST_PLACE = "first_place"
    READ_ONLY = "read_only"
    FULL = "full"
    FAILS = "fails"


class PlaceRefused(Exception):
    """This folder cannot be the second place; nothing was changed."""

    def __init__(self, fault: PlaceFault) -> None:
        super().__init__(fault)
        self.fault = fault


class InTheWay(StrEnum):
    """Why something could not be done there."""

    AWAY = "away"
    EMPTIED = "emptied"
    FULL = "full"
    READ_ONLY = "read_only"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hindered:
    """Something could not be done there the last time.

    Attributes:
        by: Why.
        missing: When the newest copy was made that is not there, aware UTC; None where all are, and
            something was to be removed or changed.
    """

    by: InTheWay
    missing: datetime | None


@dataclass(frozen=True, slots=True)
class SecondNote:
    """What is remembered of the second place beside the copies of the first.

    Attributes:
        made: When the copies were made that lay there last, aware UTC, oldest first.
        hindered: What could not be done there the last time; None where all was.
        only_since: What is older there than this is to go, because it was to leave every copy;
            None where nothing is.
        others: Which of ``made`` another computer brought.
        unreadable: Which of them could not be read, and are to be brought once more.
    """

    made: Made = ()
    hindered: Hindered | None = None
    only_since: datetime | None = None
    others: Made = ()
    unreadable: Made = ()


class SecondShelf(Protocol):
    """The second place. Only what belongs to this notebook is seen there.

    Every method may raise a ``StoreError``, ``PlaceAway`` where the place is not there.
    """

    def refuse(self, place: Path) -> None:
        """Try whether a copy could be written there.

        Raises:
            PlaceRefused: None can.
        """

    def made(self, place: Path) -> Made:
        """When each copy there was made, by its name, aware UTC; oldest first."""

    def own(self, place: Path) -> Made:
        """The same for those alone that this computer brought: no other is ever changed."""

    def settle(self, place: Path) -> None:
        """Bring its envelopes there up to those here; take away what a crash left."""

    def write(self, place: Path, at: datetime) -> bool:
        """Bring the copy of this time there and read it back.

        Returns:
            Whether it lies there: not where it is not whole in the first place, nor where its name
            is taken by another's.
        """

    def remove(self, place: Path, at: datetime) -> None:
        """Delete the copy of this time there, if this computer brought it."""

    def readable(self, place: Path, at: datetime) -> bool:
        """Whether the copy of this time there can be read through."""

    def note(self) -> SecondNote:
        """What is remembered; an empty note where that cannot be read."""

    def keep(self, note: SecondNote) -> None:
        """Remember this."""
