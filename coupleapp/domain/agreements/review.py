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
    """What one of them says, unseen by the other; None is what they would rather not say.

    Attributes:
        fits: How well it fits what matters most to them, 0 to ``RATING_MAX``.
        dignity: How well they could keep their dignity in it, 0 to ``RATING_MAX``.

    Raises:
        ValueError: A rating is out of range.
    """

    fits: int | None = None
    dignity: int | None = None
    distance: Distance | None = None
    new_tension: bool | None = None

    def __post_init__(self) -> None:
        said = [rating for rating in (self.fits, self.dignity) if rating is not None]
        if not all(0 <= rating <= RATING_MAX for rating in said):
            raise ValueError(f"a rating is 0 to {RATING_MAX}")

    @property
    def speaks_against(self) -> bool:
        """Whether it says that the plan did not fit, or brought a new tension."""
        return (self.fits is not None and self.fits < FITS_FROM) or self.new_tension is True

    @property
    def speaks_for(self) -> bool:
        """Whether it says that the plan fitted, and brought no new tension."""
        return self.fits is not None and self.fits >= FITS_FROM and self.new_tension is False


@dataclass(frozen=True, slots=True)
class Finding:
    """What the two answers say together: all that is ever shown, and all that is kept.

    Attributes:
        fitted: Whether the plan fitted both, and brought no new tension; None where it was left
            open.
        shift: None where it was left open.
    """

    fitted: bool | None
    shift: Shift | None


def finding_of(one: PrivateAnswer, other: PrivateAnswer) -> Finding:
    """The joint finding; the same whoever gave which answer.

    The plan did not fit where it fits one of them less than ``FITS_FROM``, or brought a new
    tension. Why, and to whom, is not in it. It fits only where both say so: what one would rather
    not say counts neither for it nor against it.
    """
    both = (one, other)
    shift = _shift(one.distance, other.distance)
    if any(answer.speaks_against for answer in both):
        return Finding(fitted=False, shift=shift)
    return Finding(True if all(answer.speaks_for for answer in both) else None, shift)


def _shift(one: Distance | None, other: Distance | None) -> Shift | None:
    if one is None or other is None:
        return None
    return Shift(one) if one is other else Shift.MIXED


def dignity_kept(one: PrivateAnswer, other: PrivateAnswer) -> bool:
    """Whether both kept their dignity in it (``DIGNITY_KEPT`` or more): a reason to be glad."""
    said = (one.dignity, other.dignity)
    return all(rating is not None and rating >= DIGNITY_KEPT for rating in said)
