"""The lock: a passphrase for both, the recovery sheet, one's own pages, when Nearer locks."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from coupleapp.domain.couple import Seat

SHORTEST_PASSPHRASE = 8
"""Characters. NIST SP 800-63B (2017): length and not kinds of characters."""

AUTO_LOCK_MINUTES = 5
"""Minutes without a key or a press until it locks, where there is a passphrase. Design."""

AUTO_LOCK_CHOICES = (1, 5, 15, 30, 0)
"""Minutes to choose from; 0 is never."""

SHEET_SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31, none of which reads like another. A prime number of them: one wrong symbol and two that
changed places are always found (weighted sums as in ISBN-10, Verhoeff 1969)."""

SHEET_GROUPS = 7
_DRAWN = 4
GROUP_LENGTH = _DRAWN + 1
"""Four symbols that were drawn and their check: 7 groups hold 138 bits."""

_BETWEEN = re.compile(r"[^0-9A-Z]+")
"""Spaces, and every kind of dash, dot or comma that a hand may put between groups."""

_FREE_TRIES = 3
_LONGEST_WAIT_S = 60.0


class WayIn(StrEnum):
    """What opens the notebook."""

    KEYRING = "keyring"
    KEYFILE = "keyfile"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in
    SHEET = "sheet"


class SheetUnreadable(ValueError):
    """What was typed is no sheet.

    Attributes:
        groups: Which groups do not read right, from 1; empty where their number is another.
        found: How many groups there are.
    """

    def __init__(self, groups: tuple[int, ...], found: int) -> None:
        super().__init__(f"groups {groups} of {found}")
        self.groups = groups
        self.found = found


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What both know. Two ways of typing the same letters are one passphrase (RFC 8265)."""

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        spaces = (unicodedata.category(one) == "Zs" for one in self.text)
        text = "".join(" " if space else one for one, space in zip(self.text, spaces, strict=True))
        object.__setattr__(self, "text", unicodedata.normalize("NFC", text))

    @property
    def long_enough(self) -> bool:
        """Whether it may be chosen; an earlier one is never refused for this."""
        return len(self.text.strip()) >= SHORTEST_PASSPHRASE


@dataclass(frozen=True, slots=True)
class SheetCode:
    """The code of a recovery sheet, without its checks.

    Raises:
        ValueError: It has another length, or a symbol that no sheet has.
    """

    symbols: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.symbols) != SHEET_GROUPS * _DRAWN or set(self.symbols) - set(SHEET_SYMBOLS):
            raise ValueError("no code of a sheet")

    @property
    def groups(self) -> tuple[str, ...]:
        """As they stand on the paper, each with its check at its end."""
        drawn = (
            self.symbols[start : start + _DRAWN] for start in range(0, len(self.symbols), _DRAWN)
        )
        return tuple(group + _check(group, place) for place, group in enumerate(drawn, 1))


@dataclass(frozen=True, slots=True)
class OpenPages:
    """What reads a partner's sealed lines, for as long as they lie open.

    Attributes:
        seat: Whose.
        keys: By their ids, the newest first: the one of today, and earlier ones that what was given
            opens.
    """

    seat: Seat
    keys: Mapping[str, bytes] = field(repr=False)


Secret = Passphrase | SheetCode
"""What a person types to open what is locked."""


def draw_sheet(draw: Callable[[Sequence[str]], str]) -> SheetCode:
    """A new code; ``draw`` chooses one of these symbols, as nobody can guess."""
    return SheetCode("".join(draw(SHEET_SYMBOLS) for _ in range(SHEET_GROUPS * _DRAWN)))


def read_sheet(typed: str) -> SheetCode:
    """The code in what was typed from the paper; small letters and any spaces will do.

    Raises:
        SheetUnreadable: It names the groups to look at again.
    """
    groups = _groups_of(typed)
    wrong = tuple(
        place
        for place, group in enumerate(groups[:SHEET_GROUPS], 1)
        if not reads_right(group, place)
    )
    if wrong or len(groups) != SHEET_GROUPS:
        raise SheetUnreadable(wrong, len(groups))
    return SheetCode("".join(group[:_DRAWN] for group in groups))


def reads_right(group: str, place: int) -> bool:
    """Whether this is whole, and belongs at this place of a sheet, from 1."""
    group = group.strip().upper()
    if len(group) != GROUP_LENGTH or set(group) - set(SHEET_SYMBOLS):
        return False
    return _check(group[:_DRAWN], place) == group[_DRAWN]


def wait_s(wrong: int) -> float:
    """How many seconds nothing is tried after so many wrong ones in a row. Never for good.

    Doubles from 1 s after the third to 60 s. Design: it slows down a person at the keyboard; what
    slows down a program with the file in its hands is Argon2id.
    """
    if wrong < _FREE_TRIES:
        return 0.0
    return min(2.0 ** min(wrong - _FREE_TRIES, 10), _LONGEST_WAIT_S)


def _groups_of(typed: str) -> list[str]:
    parted = [part for part in _BETWEEN.split(typed.upper()) if part]
    if len(parted) > 1:
        return parted
    whole = "".join(parted)
    return [whole[start : start + GROUP_LENGTH] for start in range(0, len(whole), GROUP_LENGTH)]


def _check(group: str, place: int) -> str:
    weighed = sum(weight * SHEET_SYMBOLS.index(one) for weight, one in enumerate(group, 2))
    return SHEET_SYMBOLS[(weighed + place) % len(SHEET_SYMBOLS)]
