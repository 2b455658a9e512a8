"""Setbacks are learning: a day after a talk that ended early, each may look at it, alone.

"What was it trying to protect?" is asked once, of either, for a few days, and put away for good by
one "not now". It is no question for the same day, when it may still be hot, and none once they
have talked again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import SETBACK_DAYS
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.past import PastSession

SETBACK = "setback"
"""The format in which one looks at it, alone. It is offered in no list: only when it is asked."""


@dataclass(frozen=True, slots=True)
class Setback:
    """A talk that ended early, and who has not looked at it yet; somebody, always."""

    talk_id: str
    open_to: tuple[Seat, ...]


def setback_asked(
    history: Sequence[PastSession], today: date, zone: tzinfo, let_go: str = ""
) -> Setback | None:
    """The talk that is asked about on ``today``, a local date; None where none is.

    ``let_go`` is the id of the talk after which they said "not now".
    """
    talk = _last_talk(history)
    if talk is None or talk.ended_at is None or not talk.ended_early or talk.id == let_go:
        return None
    if (today - talk.ended_at.astimezone(zone).date()).days not in SETBACK_DAYS:
        return None
    looked = {
        past.first_speaker
        for past in history
        if past.format_id == SETBACK
        and past.began_at >= talk.ended_at
        and past.ending is Ending.FINISHED
    }
    open_to = tuple(seat for seat in Seat if seat not in looked)
    return Setback(talk.id, open_to) if open_to else None


def _last_talk(history: Sequence[PastSession]) -> PastSession | None:
    """The talk that ended last; one that is on its way, or waits, comes after it."""
    talks = [past for past in history if past.talked]
    return max(talks, key=_ended_last, default=None)


def _ended_last(talk: PastSession) -> tuple[bool, float]:
    ended_at = talk.ended_at
    return (ended_at is None, (ended_at or talk.began_at).timestamp())
