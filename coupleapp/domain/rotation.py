"""Whose week it is to introduce, and who speaks first: fair over time, by history alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.events import Ending


@dataclass(frozen=True, slots=True)
class PastSession:
    """What later sessions need to know of one.

    Attributes:
        id: The session.
        format_id: Its format.
        theme_id: Its theme.
        prompt_id: The question that was talked about; None when none was.
        introducer: Who was to introduce.
        first_speaker: Who was to speak first.
        introduced: Whether the question was read.
        talked: Whether the first speaker held the floor.
        began_at: Aware UTC.
        ended_at: Aware UTC; None while it is unfinished.
        ending: How it ended; None while it is unfinished.
        next_date: The next time they agreed on, aware UTC.
    """

    id: str
    format_id: str
    theme_id: str
    prompt_id: str | None
    introducer: Seat
    first_speaker: Seat
    introduced: bool
    talked: bool
    began_at: datetime
    ended_at: datetime | None = None
    ending: Ending | None = None
    next_date: datetime | None = None


def next_introducer(history: Sequence[PastSession]) -> Seat:
    """The partner who did not introduce last; the left one at the very first time."""
    introduced = [s for s in history if s.introduced]
    return introduced[-1].introducer.other if introduced else Seat.LEFT


def next_first_speaker(history: Sequence[PastSession]) -> Seat:
    """The partner who did not speak first last time.

    At the very first time it is the one who does not introduce, so that neither begins twice.
    """
    talked = [s for s in history if s.talked]
    return talked[-1].first_speaker.other if talked else next_introducer(history).other
