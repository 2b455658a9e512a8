"""A review of an agreement: two private answers, and the one joint sentence that comes of them.

What each said is needed until the review is decided, and no longer. Of the finding, with two
people, one can sometimes guess what the other said; the interface says so before they answer.
"""

from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.defaults import DIGNITY_KEPT, FITS_FROM, RATING_MAX


class Distance(StrEnum):
    """How one of them feels the distance since they tried it."""

    LESS = "less"
    SAME = "same"
    MORE = "more"


class Shift(StrEnum):
    """The same of both; MIXED where they feel it differently."""

    LESS = "less"
    SAME = "same"
    MORE = "more"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class PrivateAnswer:
    """What one of them says, unseen by the other.

    Attributes:
        fits: How well it fits what matters most to them, 0 to ``RATING_MAX``.
        dignity: How well they could keep their dignity in it, 0 to ``RATING_MAX``.

    Raises:
        ValueError: A rating is out of range.
    """

    fits: int
    dignity: int
    distance: Distance
    new_tension: bool

    def __post_init__(self) -> None:
        if not all(0 <= rating <= RATING_MAX for rating in (self.fits, self.dignity)):
            raise ValueError(f"a rating is 0 to {RATING_MAX}")


@dataclass(frozen=True, slots=True)
class Finding:
    """What the two answers say together: all that is ever shown, and all that is kept.

    Attributes:
        fitted: Whether the plan fitted both, and brought no new tension.
    """

    fitted: bool
    shift: Shift


def finding_of(one: PrivateAnswer, other: PrivateAnswer) -> Finding:
    """The joint finding; the same whoever gave which answer.

    The plan did not fit where it fits one of them less than ``FITS_FROM``, or brought a new
    tension. Why, and to whom, is not in it.
    """
    both = (one, other)
    fitted = all(a.fits >= FITS_FROM and not a.new_tension for a in both)
    alike = one.distance is other.distance
    return Finding(fitted, Shift(one.distance) if alike else Shift.MIXED)


def dignity_kept(one: PrivateAnswer, other: PrivateAnswer) -> bool:
    """Whether both kept their dignity in it (``DIGNITY_KEPT`` or more): a reason to be glad."""
    return min(one.dignity, other.dignity) >= DIGNITY_KEPT
