"""What one press ended or made lighter, and both take back: where it stood, to the second."""

from dataclasses import replace
from datetime import timedelta

from coupleapp.domain.guided_session.pauses import OneBreath, Pause, Pausing, Recap
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession, Undo
from coupleapp.domain.guided_session.steps import with_watch_running, with_watch_standing


def undo_to(state: GuidedSession, at: Moment) -> Undo:
    """What brings this state back; its time stands until then."""
    pause = state.pause
    if isinstance(pause, Recap | OneBreath):
        pause = replace(pause, watch=pause.watch.stopped(at.clock))
    stood = replace(state, step=with_watch_standing(state.step, at.clock), pause=pause)
    return Undo(stood, at.at)


def taken_back(undo: Undo, at: Moment) -> GuidedSession:
    """The state as it was, with as much time left; a pause ends that much later.

    What was agreed on for another day stays as it was agreed.
    """
    state = undo.state
    if state.pause is not None:
        return replace(state, pause=_going_on(state.pause, at, at.at - undo.since))
    return replace(state, step=with_watch_running(state.step, at.clock))


def _going_on(pause: Pause, at: Moment, stood: timedelta) -> Pause:
    match pause:
        case Pausing(began_at=began, until=until):
            return replace(pause, began_at=began + stood, until=until + stood)
        case Recap() | OneBreath():
            return replace(pause, watch=pause.watch.started(at.clock))
        case _:
            return pause
