"""The way into each step of a talk about needs, and which of them is left out."""

from dataclasses import replace

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import NEEDS_STEPS, StepKind
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.steps import Step, Together
from coupleapp.domain.guided_session.watch import Stopwatch


def is_left_out(state: GuidedSession, kind: StepKind) -> bool:
    """Whether there is nothing to do in this step: nothing to say back, or it was parked."""
    if kind is StepKind.CORES:
        return state.needs.parked or not state.needs.cores(state.plan.first_speaker)
    return state.needs.parked and kind in NEEDS_STEPS


def enter(state: GuidedSession, kind: StepKind, at: Moment) -> GuidedSession:
    """Begin this step of a talk about needs."""
    first, needs = state.plan.first_speaker, state.needs
    match kind:
        case StepKind.TOPIC:
            step: Step = n.ChoosingTopic()
        case StepKind.LISTS:
            step = listing(first, at, second=False)
        case StepKind.BOARD:
            # From here on both lists are open, to both.
            state = replace(state, needs=replace(needs, revealed=True))
            step = Together(kind)
        case StepKind.CORES:
            core = needs.cores(first)[0]
            state = replace(state, talked=True)
            step = n.SayingCore(core.id, core.seat)
        case StepKind.COMMON:
            step = n.FindingCommon()
        case StepKind.OPTIONS:
            step = n.WeighingOptions(Stopwatch(0.0, at.clock))
        case _:
            step = n.WritingTrial()
    return replace(state, step=step)


def listing(seat: Seat, at: Moment, *, second: bool) -> n.Listing:
    """One partner's list, its watch running."""
    return n.Listing(seat, second, Stopwatch(0.0, at.clock))


def next_core(state: GuidedSession, need_id: str) -> n.SayingCore | None:
    """What is read after this one; None when it was the last."""
    cores = state.needs.cores(state.plan.first_speaker)
    after = [core.id for core in cores].index(need_id) + 1
    return n.SayingCore(cores[after].id, cores[after].seat) if after < len(cores) else None
