r"""``evolve(state, event) -> state``: what an event makes of a guided session.

The course of a session, top to bottom; every arrow is one event:

    Agreeing -> Readiness (both) -> Breathing -> Introducing
             \-> LighterDoor -> only the light steps
    Speaking -> Mirroring -> HeardCheck -> (again Mirroring, at most ``repair_rounds`` times)
             -> next chunk -> the other's turn -> the remaining steps -> Over

A pause lies over any step and gives it back exactly as it was.
"""

from dataclasses import replace
from typing import assert_never

from coupleapp.domain import defaults
from coupleapp.domain.formats import StepKind
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import (
    Agreeing,
    Breathing,
    GuidedSession,
    HeardCheck,
    Introducing,
    LighterDoor,
    Mirroring,
    NextDate,
    OneBreath,
    Over,
    PauseChoice,
    Pausing,
    Readiness,
    Recap,
    Returning,
    Sharing,
    Speaking,
    Step,
    Stopwatch,
    Turn,
    with_watch_running,
    with_watch_standing,
)


class ImpossibleEventError(ValueError):
    """An event that cannot have happened in this state: the log is not one of ours."""


def evolve(state: GuidedSession | None, event: e.Event) -> GuidedSession:
    """Return the state after ``event``.

    Raises:
        ImpossibleEventError: ``decide`` cannot have given this event in this state.
    """
    if isinstance(event, e.Began):
        if state is not None:
            raise ImpossibleEventError("began twice")
        blank = GuidedSession(event.plan, -1, Agreeing(), event.plan.prompt)
        return _next_step(blank, event.at)
    if state is None:
        raise ImpossibleEventError("not begun")
    match event:
        case (
            e.PauseAsked()
            | e.PauseTakenBack()
            | e.PauseBegan()
            | e.PauseExtended()
            | e.PromiseMoved()
            | e.SaidReady()
            | e.PauseTimeUp()
            | e.ReturnAnswered()
            | e.RecapFinished()
            | e.BreathTaken()
            | e.BreathOver()
        ):
            return _evolve_pause(state, event)
        case e.Ended(ending=ending):
            return replace(state, step=Over(ending), pause=None)
        case e.TurnedLighter(at=at):
            return _lighter(state, at)
        case _:
            return _evolve_step(state, event)


_StepEvent = (
    e.Agreed
    | e.ReadinessAnswered
    | e.BreathingEnded
    | e.PromptChanged
    | e.PromptRead
    | e.ChunkFinished
    | e.SaidBack
    | e.HeardChecked
    | e.Shared
    | e.Rated
    | e.NextDateAnswered
)


def _evolve_step(state: GuidedSession, event: _StepEvent) -> GuidedSession:
    at = event.at
    match state.step, event:
        case Agreeing(), e.Agreed():
            return _next_step(state, at)
        case Readiness() as step, e.ReadinessAnswered():
            return _after_readiness(state, step, event)
        case Breathing(), e.BreathingEnded():
            return _next_step(state, at)
        case Introducing(), e.PromptChanged(prompt=prompt):
            before = state.prompt.id
            seen = () if before is None or before in state.seen else (before,)
            return replace(state, prompt=prompt, seen=(*state.seen, *seen))
        case Introducing(), e.PromptRead():
            return _next_step(replace(state, introduced=True), at)
        case Speaking(turn=turn), e.ChunkFinished(last=last):
            turn = replace(turn, last=last)
            return replace(state, step=Mirroring(turn, _running(at)), left_here=False)
        case Mirroring(turn=turn, round=count), e.SaidBack():
            return replace(state, step=HeardCheck(turn, count))
        case HeardCheck() as step, e.HeardChecked(answer=answer):
            return _after_heard_check(state, step, answer, at)
        case Sharing() as step, e.Shared(seat=seat) | e.Rated(seat=seat):
            step = replace(step, done=(*step.done, seat))
            return _next_step(state, at) if len(step.done) == 2 else replace(state, step=step)
        case NextDate(), e.NextDateAnswered(when=when):
            return _next_step(replace(state, next_date=when), at)
        case _:
            raise _impossible(state, event)


def _after_readiness(
    state: GuidedSession, step: Readiness, event: e.ReadinessAnswered
) -> GuidedSession:
    suits_light = (
        step.suits_light or not event.fine_today or event.tension >= defaults.START_GATE_TENSION
    )
    answered = (*step.answered, event.seat)
    if len(answered) < 2:
        return replace(state, step=Readiness(answered, suits_light))
    if suits_light:
        return replace(state, step=LighterDoor())
    return _next_step(state, event.at)


def _after_heard_check(
    state: GuidedSession, step: HeardCheck, answer: e.Heard, at: Moment
) -> GuidedSession:
    if answer is not e.Heard.THATS_IT:
        if step.round < state.spec.repair_rounds:
            repair = Mirroring(step.turn, _running(at), step.round + 1)
            return replace(state, step=repair)
        state = replace(state, left_here=True)
    turn = step.turn
    if not turn.last and turn.chunk + 1 < state.spec.chunks:
        turn = replace(turn, chunk=turn.chunk + 1)
    elif not turn.second:
        turn = Turn(turn.speaker.other, second=True)
    else:
        return _next_step(state, at)
    return replace(state, step=Speaking(turn, _running(at)))


def _lighter(state: GuidedSession, at: Moment) -> GuidedSession:
    """Start again at the first light step, and play only those from there on."""
    before = replace(state, pause=None, light=True, index=-1)
    return _next_step(before, at)


def _next_step(state: GuidedSession, at: Moment) -> GuidedSession:
    steps = state.plan.steps
    index = state.index + 1
    while index < len(steps) and state.light and not steps[index].light:
        index += 1
    if index == len(steps):
        return replace(state, index=index, step=Over(e.Ending.FINISHED))
    kind = steps[index].kind
    talked = state.talked or kind is StepKind.TURNS
    return replace(state, index=index, step=_enter(state, kind, at), talked=talked)


def _enter(state: GuidedSession, kind: StepKind, at: Moment) -> Step:
    match kind:
        case StepKind.AGREE:
            return Agreeing()
        case StepKind.READINESS:
            return Readiness()
        case StepKind.BREATHE | StepKind.LAST_BREATH:
            return Breathing(_running(at))
        case StepKind.INTRODUCE:
            return Introducing()
        case StepKind.TURNS:
            return Speaking(Turn(state.plan.first_speaker, second=False), _running(at))
        case StepKind.NEXT_DATE:
            return NextDate()
        case (
            StepKind.MATTERED
            | StepKind.SMALL_WIN
            | StepKind.RATE
            | StepKind.APPRECIATE
            | StepKind.NOTEBOOK
        ):
            return Sharing(kind)
        case _:
            assert_never(kind)


_PauseEvent = (
    e.PauseAsked
    | e.PauseTakenBack
    | e.PauseBegan
    | e.PauseExtended
    | e.PromiseMoved
    | e.SaidReady
    | e.PauseTimeUp
    | e.ReturnAnswered
    | e.RecapFinished
    | e.BreathTaken
    | e.BreathOver
)


def _evolve_pause(state: GuidedSession, event: _PauseEvent) -> GuidedSession:
    at = event.at
    match state.pause, event:
        case None, e.PauseAsked(by=by):
            return _frozen(state, PauseChoice(by), at)
        case None, e.BreathTaken():
            return _frozen(state, OneBreath(_running(at)), at)
        case (PauseChoice(), e.PauseTakenBack()) | (OneBreath(), e.BreathOver()):
            return _going_on(state, at)
        case PauseChoice(), e.PauseBegan(kind=kind, until=until):
            return replace(state, pause=Pausing(kind, at.at, until))
        case Pausing() as pause, e.PauseExtended(until=until):
            longer = replace(pause, until=until, extended=pause.extended + 1, ready=())
            return replace(state, pause=longer)
        case Pausing() as pause, e.PromiseMoved(until=until):
            began = pause.began_at + (until - pause.until)
            return replace(state, pause=replace(pause, began_at=began, until=until))
        case Pausing() as pause, e.SaidReady(seat=seat):
            ready = (*pause.ready, seat)
            if len(ready) == 2:
                return _recap_or_on(state, at)
            return replace(state, pause=replace(pause, ready=ready))
        case Pausing() as pause, e.PauseTimeUp():
            return replace(state, pause=Returning(pause.kind, pause.extended))
        case Returning() as pause, e.ReturnAnswered():
            return _after_return(state, pause, event)
        case Recap(second=False, seat=seat), e.RecapFinished():
            return replace(state, pause=Recap(seat.other, second=True, watch=_running(at)))
        case Recap(second=True), e.RecapFinished():
            return _going_on(state, at)
        case _:
            raise _impossible(state, event)


def _after_return(state: GuidedSession, pause: Returning, event: e.ReturnAnswered) -> GuidedSession:
    """Both ready: on. Else fifteen minutes more, twice; then the next date, another day."""
    answered = (*pause.answered, event.seat)
    all_ready = pause.all_ready and event.ready
    if len(answered) < 2:
        return replace(state, pause=replace(pause, answered=answered, all_ready=all_ready))
    if all_ready:
        return _recap_or_on(state, event.at)
    if pause.extended < defaults.EXTENSIONS_MAX:
        at = event.at.at
        longer = Pausing(pause.kind, at, at + defaults.EXTEND, pause.extended + 1)
        return replace(state, pause=longer)
    kinds = [spec.kind for spec in state.plan.steps]
    last = kinds.index(StepKind.NEXT_DATE) if StepKind.NEXT_DATE in kinds else len(kinds)
    return _next_step(replace(state, pause=None, light=True, index=last - 1), event.at)


def _recap_or_on(state: GuidedSession, at: Moment) -> GuidedSession:
    if state.floor is None:
        return _going_on(state, at)
    first = Recap(state.floor.other, second=False, watch=_running(at))
    return replace(state, pause=first)


def _frozen(state: GuidedSession, pause: PauseChoice | OneBreath, at: Moment) -> GuidedSession:
    return replace(state, step=with_watch_standing(state.step, at.clock), pause=pause)


def _going_on(state: GuidedSession, at: Moment) -> GuidedSession:
    return replace(state, step=with_watch_running(state.step, at.clock), pause=None)


def _running(at: Moment) -> Stopwatch:
    return Stopwatch(0.0, at.clock)


def _impossible(state: GuidedSession, event: e.Event) -> ImpossibleEventError:
    over = f" over {type(state.pause).__name__}" if state.pause is not None else ""
    step = type(state.step).__name__
    return ImpossibleEventError(f"{type(event).__name__} in {step}{over}")
