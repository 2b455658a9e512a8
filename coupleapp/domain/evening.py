"""The nightly appreciation: each writes or says one sentence, unseen; both are shown together."""

from dataclasses import dataclass
from datetime import date

from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TextFault, TextRefused, clean_text


@dataclass(frozen=True, slots=True)
class Appreciation:
    """One partner's sentence.

    Attributes:
        seat: Whose it is.
        text: The sentence; None when it was said aloud.

    Raises:
        TextRefused: The text is empty or too long.
    """

    seat: Seat
    text: str | None

    def __post_init__(self) -> None:
        if self.text is not None and clean_text(self.text) != self.text:
            raise TextRefused(TextFault.EMPTY)


@dataclass(frozen=True, slots=True)
class Evening:
    """What has been given on one evening.

    Attributes:
        evening: Local date.
        given: At most one appreciation from each partner, in the order of giving.
        revealed: Whether both have been shown.

    Raises:
        ValueError: One gave twice, or something was shown before both gave.
    """

    evening: date
    given: tuple[Appreciation, ...] = ()
    revealed: bool = False

    def __post_init__(self) -> None:
        if len({a.seat for a in self.given}) != len(self.given):
            raise ValueError("each gives once an evening")
        if self.revealed and not self.complete:
            raise ValueError("both are shown together or not at all")

    @property
    def complete(self) -> bool:
        """Whether both have given."""
        return len(self.given) == len(Seat)

    @property
    def next_seat(self) -> Seat | None:
        """Whose turn it is: the left partner's first, None when both have given."""
        given = {a.seat for a in self.given}
        return next((seat for seat in Seat if seat not in given), None)
