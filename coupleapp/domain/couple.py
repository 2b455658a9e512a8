"""The two partners: a name each, and a side of the screen."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Generic, Self, TypeVar

NAME_MAX = 40
"""Longest name in characters; two names have to fit side by side at two metres."""


class Seat(StrEnum):
    """The half of the screen a partner sits in front of."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Seat":
        """The partner's seat."""
        return Seat.RIGHT if self is Seat.LEFT else Seat.LEFT


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Both(Generic[T]):
    """A value for each partner."""

    left: T
    right: T

    def __iter__(self) -> Iterator[T]:
        return iter((self.left, self.right))

    def of(self, seat: Seat) -> T:
        """The value of this partner."""
        return self.left if seat is Seat.LEFT else self.right

    def having(self, seat: Seat, value: T) -> Self:
        """The same with another value for this partner."""
        return replace(self, left=value) if seat is Seat.LEFT else replace(self, right=value)


class NameFault(StrEnum):
    """Why a name cannot be taken."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    SAME = "same"
    SWAPPED = "swapped"


class NameRefused(ValueError):
    """A name that cannot be taken; nothing was changed."""

    def __init__(self, fault: NameFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def clean_name(raw: str) -> str:
    """Return a name fit to be shown on one line.

    Any script and any emoji is welcome. Line breaks, control characters and
    direction overrides are dropped, runs of white space become one space.

    Raises:
        NameRefused: Nothing visible is left, or over ``NAME_MAX`` characters are.
    """
    joiner, selector = "\u200d", "\ufe0f"
    visible = "".join(
        c
        for c in unicodedata.normalize("NFC", raw)
        if c.isspace() or c in (joiner, selector) or unicodedata.category(c)[0] != "C"
    )
    name = " ".join(visible.split())
    if not name.strip(joiner + selector + " "):
        raise NameRefused(NameFault.EMPTY)
    if len(name) > NAME_MAX:
        raise NameRefused(NameFault.TOO_LONG)
    return name


@dataclass(frozen=True, slots=True)
class Couple:
    """Two partners with different names, and the day they began.

    Raises:
        NameRefused: A name is not clean, or both are the same.
    """

    left: str
    right: str
    since: date

    def __post_init__(self) -> None:
        for name in (self.left, self.right):
            if clean_name(name) != name:
                raise NameRefused(NameFault.EMPTY)
        if self.left.casefold() == self.right.casefold():
            raise NameRefused(NameFault.SAME)

    def name(self, seat: Seat) -> str:
        """The name of the partner in this seat."""
        return self.left if seat is Seat.LEFT else self.right
