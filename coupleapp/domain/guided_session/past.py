"""Whose week it is to introduce, who speaks first, what opens: by history alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.defaults import (
    BALANCE_S,
    BALANCE_SESSIONS,
    LOOSE_AFTER,
    OUTSIDE_VIEW_DAYS,
    UNRESUMED_NOTED,
)
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.private_ratings import NOTHING_SAID, PrivateRatings


@dataclass(frozen=True, slots=True)
class PastSession:
    """What later sessions need to know of one.

    Attributes:
        began_at: Aware UTC, as every time here.
        prompt_ids: The questions that were read aloud, in order.
        ended_at: None, as ``ending``, while it is unfinished.
        spoken_left_s: Seconds the left partner spoke with the floor; so, too, the right one.
        was_hard: Whether both could see that it was.
        depth: How deep it was planned to go, 1 to 5; None where the ladder was not read, as for one
            who sat alone.
    """

    id: str
    format_id: str
    theme_id: str
    prompt_ids: tuple[str, ...]
    introducer: Seat
    first_speaker: Seat
    introduced: bool
    talked: bool
    began_at: datetime
    ended_at: datetime | None = None
    ending: Ending | None = None
    next_date: datetime | None = None
    waits_until: datetime | None = None
    spoken_left_s: float = 0.0
    spoken_right_s: float = 0.0
    was_hard: bool = False
    left_in_pause: bool = False
    said: Both[PrivateRatings] = NOTHING_SAID
    lighter: bool = False
    depth: int | None = None

    @property
    def ended_early(self) -> bool:
        """Whether it is a talk that was stopped, or left in a pause nobody came back from."""
        return self.talked and (self.ending is Ending.STOPPED or self.left_in_pause)

    @property
    def was_for_both(self) -> bool:
        """Whether both sat down; for one alone there is neither a ladder nor a talk."""
        return self.talked or self.depth is not None


def next_introducer(history: Sequence[PastSession]) -> Seat:
    """The partner who did not introduce last; the left one at the very first time."""
    introduced = [s for s in history if s.introduced]
    return introduced[-1].introducer.other if introduced else Seat.LEFT


def next_first_speaker(history: Sequence[PastSession]) -> Seat:
    """The partner who has had less time to speak over the last talks; if even, they take turns.

    At the very first time it is the one who does not introduce, so that neither begins twice.
    The balance is used for nothing else.
    """
    talked = [s for s in history if s.talked]
    if not talked:
        return next_introducer(history).other
    ahead = sum(s.spoken_left_s - s.spoken_right_s for s in talked[-BALANCE_SESSIONS:])
    if abs(ahead) >= BALANCE_S:
        return Seat.RIGHT if ahead > 0 else Seat.LEFT
    return talked[-1].first_speaker.other


def may_be_looser(history: Sequence[PastSession]) -> bool:
    """Whether enough talks are finished for the listener to answer without saying back first."""
    finished = sum(1 for s in history if s.talked and s.ending is Ending.FINISHED)
    return finished >= LOOSE_AFTER


def outside_view_is_offered(history: Sequence[PastSession], today: date, zone: tzinfo) -> bool:
    """Whether the last talk was hard for both to see, and ended a day ago or two.

    Not where it ended early: then something else is asked (``setback``), and one thing is enough.
    """
    over = [s for s in history if s.ended_at is not None]
    hard = bool(over) and over[-1].was_hard and not over[-1].ended_early
    ended = over[-1].ended_at if hard else None
    return ended is not None and (today - ended.astimezone(zone).date()).days in OUTSIDE_VIEW_DAYS


def pauses_carry_on(history: Sequence[PastSession]) -> bool:
    """Whether the last talks all ended inside a pause: time for one neutral line to both."""
    over = [s for s in history if s.ended_at is not None and s.was_for_both]
    last = over[-UNRESUMED_NOTED:]
    return len(last) == UNRESUMED_NOTED and all(s.left_in_pause for s in last)
