"""How much time a step, or the pause over it, has."""

import math

from coupleapp.domain import defaults
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession, Timing


def step_timing(state: GuidedSession, clock: float) -> Timing | None:
    """The time of the step itself on the session's clock; None when it has none."""
    match state.step:
        case s.Breathing(watch=watch):
            return Timing(state.spec.seconds, watch.elapsed(clock))
        case s.Talking(watch=watch, seat=seat):
            return _part_timing(state, seat, watch.elapsed(clock))
        case s.SayingBack(watch=watch, turn=turn, question=question):
            seconds = state.plan.question_s if question else None
            return _part_timing(state, turn.speaker.other, watch.elapsed(clock), seconds)
        case s.SpareTime(watch=s.Stopwatch() as watch, seat=seat):
            limit = min(state.spare.of(seat), defaults.SPARE_MAX_S) * pace(state, seat)
            return Timing(limit, watch.elapsed(clock), defaults.GRACE_S * pace(state, seat))
        case s.Writing(watch=watch) | n.Listing(watch=watch) | n.WeighingOptions(watch=watch):
            # The tone sounds, and nothing is taken out of the hand.
            return Timing(state.spec.seconds, watch.elapsed(clock), math.inf)
        case _:
            return None


def _part_timing(
    state: GuidedSession, seat: Seat, elapsed: float, seconds: int | None = None
) -> Timing:
    """``seconds``: instead of those of the part, where it is timed at all."""
    part = state.part
    if part is None:
        raise AssertionError("only a part of a turn is timed so")
    factor = pace(state, seat)
    limit = part.seconds if seconds is None or not part.seconds else seconds
    return Timing(limit * factor, elapsed, part.grace_s * factor)


def pace(state: GuidedSession, seat: Seat) -> int:
    """How many times longer this partner's turns are than a spoken one."""
    return defaults.TYPED_FACTOR if seat in state.plan.typed else 1


def pause_timing(state: GuidedSession, now: Moment) -> Timing | None:
    """The time of the pause; a promised pause counts in wall time, never longer than promised."""
    match state.pause:
        case p.Pausing(began_at=began, until=until):
            whole = (until - began).total_seconds()
            left = min((until - now.at).total_seconds(), whole)
            return Timing(whole, whole - left)
        case p.Recap(watch=watch, seat=seat):
            talk = state.talk
            timed = talk is not None and any(part.seconds for part in talk.parts)
            factor = pace(state, seat)
            limit = defaults.RECAP_S * factor if timed else 0
            return Timing(limit, watch.elapsed(now.clock), defaults.GRACE_S * factor)
        case p.OneBreath(watch=watch):
            limit = defaults.ONE_BREATH_S if state.plan.timed else 0
            return Timing(limit, watch.elapsed(now.clock))
        case _:
            return None


def timing(state: GuidedSession, now: Moment) -> Timing | None:
    """The time that is running on the screen."""
    return pause_timing(state, now) if state.pause is not None else step_timing(state, now.clock)
