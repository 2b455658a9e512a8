"""How much time a step, or the pause over it, has."""

from coupleapp.domain import defaults
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import (
    Breathing,
    GuidedSession,
    Mirroring,
    OneBreath,
    Pausing,
    Recap,
    Speaking,
    Timing,
)


def step_timing(state: GuidedSession, clock: float) -> Timing | None:
    """The time of the step itself on the session's clock; None when it has none."""
    spec = state.spec
    match state.step:
        case Breathing(watch=watch):
            return Timing(spec.seconds, watch.elapsed(clock))
        case Speaking(watch=watch):
            return Timing(spec.speak_s, watch.elapsed(clock), spec.grace_s)
        case Mirroring(watch=watch):
            return Timing(spec.mirror_s, watch.elapsed(clock), spec.grace_s)
        case _:
            return None


def pause_timing(state: GuidedSession, now: Moment) -> Timing | None:
    """The time of the pause; a promised pause counts in wall time, never longer than promised."""
    match state.pause:
        case Pausing(began_at=began, until=until):
            whole = (until - began).total_seconds()
            left = min((until - now.at).total_seconds(), whole)
            return Timing(whole, whole - left)
        case Recap(watch=watch):
            turns = state.plan.turns
            timed = turns is not None and turns.speak_s > 0
            limit = defaults.RECAP_S if timed else 0
            return Timing(limit, watch.elapsed(now.clock), defaults.RECAP_GRACE_S)
        case OneBreath(watch=watch):
            return Timing(defaults.ONE_BREATH_S, watch.elapsed(now.clock))
        case _:
            return None


def timing(state: GuidedSession, now: Moment) -> Timing | None:
    """The time that is running on the screen."""
    return pause_timing(state, now) if state.pause is not None else step_timing(state, now.clock)
