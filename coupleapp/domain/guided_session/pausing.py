r"""The rules of a pause: it lies over any step and gives it back exactly as it was.

PauseChoice -> Pausing -> (both ready, or the time has come) -> Returning
    \\-> Waiting: the talk waits for another day, and is taken up there
Returning -> both ready: Recap by both, where somebody had the floor, then on
          -> not yet: a little longer, twice; then Booking -> Waiting, or another time;
             after another day Booking at once, which offers a little longer, too
"""

from dataclasses import replace
from datetime import datetime, timedelta

from coupleapp.domain import defaults
from coupleapp.domain.guided_session import pause_commands as c
from coupleapp.domain.guided_session import pause_events as e
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session.commands import Refusal, Why
from coupleapp.domain.guided_session.course import running
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.steps import with_watch_running, with_watch_standing

Decision = tuple[e.PauseEvent, ...] | Refusal


def decide_pause(state: GuidedSession, command: c.PauseCommand, now: Moment) -> Decision:
    """What a command does to a pause; or why it cannot be done."""
    match state.pause, command:
        case _, (c.AskPause(seat=seat) | c.SayReady(seat=seat) | c.AnswerReturn(seat=seat)) if (
            seat not in state.plan.present
        ):
            return Refusal(Why.NOBODY_THERE)
        case None | p.Recap() | p.OneBreath(), c.AskPause(seat=seat):
            return (e.PauseAsked(now, seat),)
        case None, c.TakeBreath(seat=by):
            return (e.BreathTaken(now, by),)
        case p.OneBreath(), c.EndBreath():
            return (e.BreathOver(now),)
        case _, c.AskPause() | c.TakeBreath():
            return Refusal(Why.PAUSED)
        case p.PauseChoice(), c.TakePauseBack():
            return (e.PauseTakenBack(now),)
        case p.PauseChoice(), c.StartPause(kind=kind, minutes=minutes):
            low, high = defaults.PAUSE_BOUNDS[kind.value]
            if not low <= minutes <= high:
                return Refusal(Why.OUT_OF_RANGE)
            return (e.PauseBegan(now, kind, now.at + timedelta(minutes=minutes)),)
        case p.PauseChoice() | p.Pausing() | p.Booking() | p.Waiting(), c.BookReturn():
            return _book(command, now)
        case p.Waiting(), c.ComeBack():
            return (e.CameBack(now),)
        case p.Booking(may_extend=may_extend), c.ExtendPause():
            if not may_extend:
                return Refusal(Why.NO_MORE_TIME)
            return (e.PauseExtended(now, now.at + defaults.EXTEND),)
        case p.Pausing(), _:
            return _while_pausing(state.pause, command, now)
        case p.Returning(answered=done), c.AnswerReturn(seat=seat, ready=is_ready):
            if seat in done:
                return Refusal(Why.ALREADY_ANSWERED)
            return (e.ReturnAnswered(now, seat, is_ready),)
        case p.Recap(seat=whose), c.FinishRecap(seat=seat):
            return (e.RecapFinished(now),) if seat is whose else Refusal(Why.NOT_YOUR_FLOOR)
        case _:
            return Refusal(Why.NOT_PAUSED)


def what_is_over(state: GuidedSession, now: Moment) -> tuple[e.PauseEvent, ...]:
    """What the end of the pause's time brings."""
    match state.pause:
        case p.Pausing():
            return (e.PauseTimeUp(now),)
        case p.Recap():
            return (e.RecapFinished(now),)
        case p.OneBreath():
            return (e.BreathOver(now),)
        case _:
            return ()


def evolve_pause(state: GuidedSession, event: e.PauseEvent) -> GuidedSession | None:
    """The state after an event of a pause; None when it cannot have happened here."""
    at = event.at
    match state.pause, event:
        case None, e.PauseAsked(by=by):
            return _frozen(state, p.PauseChoice(by), at)
        case p.Recap(), e.PauseAsked(by=by):
            return replace(state, pause=p.PauseChoice(by, recapping=True))
        case p.OneBreath(), e.PauseAsked(by=by):
            return replace(state, pause=p.PauseChoice(by))
        case p.PauseChoice(recapping=True), e.PauseTakenBack():
            return _recap_or_on(state, at)
        case None, e.BreathTaken():
            return _frozen(state, p.OneBreath(running(at)), at)
        case (p.PauseChoice(), e.PauseTakenBack()) | (p.OneBreath(), e.BreathOver()):
            return _going_on(state, at)
        case p.PauseChoice(by=by), e.PauseBegan(kind=kind, until=until):
            return _counted(replace(state, pause=p.Pausing(kind, by, at.at, until)), kind)
        case p.PauseChoice(by=by), e.ReturnBooked(kind=kind, until=until):
            return _counted(replace(state, pause=p.Waiting(kind, by, until)), kind)
        case (p.Pausing() | p.Booking() | p.Waiting()) as pause, e.ReturnBooked(kind=kind):
            return replace(state, pause=p.Waiting(kind, pause.by, event.until))
        case p.Waiting(kind=kind, by=by), e.CameBack():
            back = p.Returning(kind, by, at.at, defaults.EXTENSIONS_MAX, waited=True)
            return replace(state, pause=back)
        case p.Booking(kind=kind, by=by, may_extend=True), e.PauseExtended(until=until):
            return replace(state, pause=p.Pausing(kind, by, at.at, until, extended=1))
        case p.Pausing() as pause, _:
            return _evolve_pausing(state, pause, event)
        case p.Returning() as pause, e.ReturnAnswered():
            return _after_return(state, pause, event)
        case p.Recap(second=False, seat=seat), e.RecapFinished():
            return replace(state, pause=p.Recap(seat.other, second=True, watch=running(at)))
        case p.Recap(second=True), e.RecapFinished():
            return _going_on(state, at)
        case _:
            return None


def _book(command: c.BookReturn, now: Moment) -> Decision:
    if command.when <= now.at:
        return Refusal(Why.IN_THE_PAST)
    if command.when > now.at + defaults.BOOK_WITHIN:
        return Refusal(Why.OUT_OF_RANGE)
    return (e.ReturnBooked(now, command.kind, command.when),)


def _while_pausing(pause: p.Pausing, command: c.PauseCommand, now: Moment) -> Decision:
    match command:
        case c.ExtendPause():
            if pause.extended >= defaults.EXTENSIONS_MAX:
                return Refusal(Why.NO_MORE_TIME)
            return (e.PauseExtended(now, pause.until + defaults.EXTEND),)
        case c.SayReady(seat=seat) if seat not in pause.ready:
            return (e.SaidReady(now, seat),)
        case c.SeePause() if not pause.seen:
            return (e.PauseSeen(now),)
        case c.SayReady() | c.SeePause():
            return Refusal(Why.ALREADY_ANSWERED)
        case c.ClockWasSet(by=by):
            return (e.PromiseMoved(now, pause.until + by),)
        case _:
            return Refusal(Why.NOT_PAUSED)


def _evolve_pausing(
    state: GuidedSession, pause: p.Pausing, event: e.PauseEvent
) -> GuidedSession | None:
    match event:
        case e.PauseSeen():
            return replace(state, pause=replace(pause, seen=True))
        case e.PauseExtended(until=until):
            longer = replace(pause, until=until, extended=pause.extended + 1, ready=())
            return replace(state, pause=longer)
        case e.PromiseMoved(until=until):
            began: datetime = pause.began_at + (until - pause.until)
            return replace(state, pause=replace(pause, began_at=began, until=until))
        case e.SaidReady(seat=seat):
            ready = (*pause.ready, seat)
            if len(ready) == len(state.plan.present):
                return _recap_or_on(state, event.at)
            return replace(state, pause=replace(pause, ready=ready))
        case e.PauseTimeUp():
            back = p.Returning(pause.kind, pause.by, pause.until, pause.extended)
            return replace(state, pause=back)
        case _:
            return None


def _after_return(
    state: GuidedSession, pause: p.Returning, event: e.ReturnAnswered
) -> GuidedSession:
    """Both ready: on. Else fifteen minutes more, twice; then another time is found."""
    answered = (*pause.answered, event.seat)
    all_ready = pause.all_ready and event.ready
    if len(answered) < len(state.plan.present):
        one = replace(pause, since=event.at.at, answered=answered, all_ready=all_ready)
        return replace(state, pause=one)
    if all_ready:
        return _recap_or_on(state, event.at)
    if pause.extended < defaults.EXTENSIONS_MAX:
        at = event.at.at
        longer = p.Pausing(pause.kind, pause.by, at, at + defaults.EXTEND, pause.extended + 1)
        return replace(state, pause=longer)
    return replace(
        state, pause=p.Booking(pause.kind, pause.by, event.at.at, may_extend=pause.waited)
    )


def _counted(state: GuidedSession, kind: e.PauseKind) -> GuidedSession:
    flooded = state.flooded or kind is e.PauseKind.FLOODED
    return replace(state, pauses=state.pauses + 1, flooded=flooded)


def _recap_or_on(state: GuidedSession, at: Moment) -> GuidedSession:
    if state.floor is None:
        return _going_on(state, at)
    first = p.Recap(state.floor.other, second=False, watch=running(at))
    return replace(state, pause=first)


def _frozen(state: GuidedSession, pause: p.PauseChoice | p.OneBreath, at: Moment) -> GuidedSession:
    return replace(state, step=with_watch_standing(state.step, at.clock), pause=pause)


def _going_on(state: GuidedSession, at: Moment) -> GuidedSession:
    return replace(state, step=with_watch_running(state.step, at.clock), pause=None)
