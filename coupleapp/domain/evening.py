"""The nightly appreciation: each writes or says one sentence, unseen; both are shown together."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TextFault, TextRefused, clean_text
from coupleapp.domain.reminders.due import window_of


class Opening(StrEnum):
    """How an evening can be opened.

    SEALED not yet, TOGETHER both gave, BY_CONSENT the window is over and the one who gave may
    open what they gave, OVERDUE the next evening's window has begun and it is a kept note.
    """

    SEALED = "sealed"
    TOGETHER = "together"
    BY_CONSENT = "by_consent"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Appreciation:
    """One partner's sentence; ``text`` is None when it was said aloud.

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
        given: At most one appreciation from each partner, in the order of giving.

    Raises:
        ValueError: One gave twice, or something was shown before anybody gave.
    """

    evening: date
    given: tuple[Appreciation, ...] = ()
    revealed: bool = False

    def __post_init__(self) -> None:
        if len({a.seat for a in self.given}) != len(self.given):
            raise ValueError("each gives once an evening")
        if self.revealed and not self.given:
            raise ValueError("nothing was given that could be shown")

    @property
    def complete(self) -> bool:
        """Whether both have given."""
        return len(self.given) == len(Seat)

    @property
    def open_seats(self) -> tuple[Seat, ...]:
        """Who may still give: either, in any order, until it is shown."""
        given = {a.seat for a in self.given}
        return () if self.revealed else tuple(seat for seat in Seat if seat not in given)

    def opening(self, now: datetime, at: time, zone: tzinfo) -> Opening:
        """How it can be opened at ``now``; ``at`` is the local time of their evenings."""
        if self.given and now >= window_of(self.evening + timedelta(days=1), at, zone)[0]:
            return Opening.OVERDUE
        if self.complete:
            return Opening.TOGETHER
        if self.given and now >= window_of(self.evening, at, zone)[1]:
            return Opening.BY_CONSENT
        return Opening.SEALED
