"""``decide(state, command, now) -> events``: which commands are possible when.

| command                     | possible                                                    |
|-----------------------------|-------------------------------------------------------------|
| Stop                        | always, until it is over                                    |
| Lighten                     | always before the light steps                               |
| AskPause, TakeBreath        | at any step, with no pause over it                          |
| everything about a pause    | only in its own part of the pause                           |
| everything about a step     | only in that step, with no pause over it                    |
| FinishChunk, CheckHeard     | only by the partner who has the floor                       |
| FinishMirror                | only by the other one, who says back                        |

Anything else is a ``Refusal`` and changes nothing.
"""

from datetime import timedelta

from coupleapp.domain import defaults
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import StepKind
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session.commands import Command, Refusal, Why
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
)
from coupleapp.domain.guided_session.timing import timing

Decision = tuple[e.Event, ...] | Refusal


def decide(state: GuidedSession | None, command: Command, now: Moment) -> Decision:
    """What happens when ``command`` is given at ``now``.

    Args:
        state: Where the session stands; None before it begins.
        command: What is asked.
        now: Both clocks; neither may be earlier than at the session's last event, except the
            wall clock when it was set back.

    Returns:
        The events that follow, none when nothing is to happen; or a refusal.
    """
    if state is None:
        return (e.Began(now, command.plan),) if isinstance(command, c.Begin) else _no(Why.NOT_BEGUN)
    if isinstance(state.step, Over):
        return _no(Why.OVER)
    match command:
        case c.Begin():
            return _no(Why.ALREADY_BEGUN)
        case c.Stop():
            return (e.Ended(now, e.Ending.STOPPED),)
        case c.Tick():
            return _what_is_over(state, now)
        case c.Lighten():
            return (e.TurnedLighter(now),) if can_lighten(state) else _no(Why.ALREADY_LIGHT)
        case c.AskPause(seat=seat):
            return _no(Why.PAUSED) if state.pause else (e.PauseAsked(now, seat),)
        case c.TakeBreath(seat=by):
            return _no(Why.PAUSED) if state.pause else (e.BreathTaken(now, by),)
        case (
            c.TakePauseBack()
            | c.StartPause()
            | c.ExtendPause()
            | c.SayReady()
            | c.AnswerReturn()
            | c.FinishRecap()
            | c.ClockWasSet()
        ):
            return _in_pause(state, command, now)
        case _:
            return _no(Why.PAUSED) if state.pause else _in_step(state, command, now)


def _in_step(state: GuidedSession, command: Command, now: Moment) -> Decision:
    match state.step, command:
        case Agreeing(), c.Agree():
            return (e.Agreed(now),)
        case Readiness(answered=done), c.AnswerReadiness(seat=seat, tension=tension):
            if seat in done:
                return _no(Why.ALREADY_ANSWERED)
            if not _is_rating(tension):
                return _no(Why.OUT_OF_RANGE)
            return (e.ReadinessAnswered(now, seat, tension, command.fine_today),)
        case LighterDoor(), c.ComeAnotherTime():
            return (e.Ended(now, e.Ending.ANOTHER_TIME),)
        case Breathing(), c.EndBreathing():
            return (e.BreathingEnded(now),)
        case Introducing(), c.SoftenPrompt():
            return _softer(state, now)
        case Introducing(), c.ChangePrompt(prompt=prompt):
            return (e.PromptChanged(now, prompt),)
        case Introducing(), c.BeginTurns():
            return (e.PromptRead(now),)
        case Speaking(turn=turn), c.FinishChunk(seat=seat, last=last):
            return _by(turn.speaker, seat) or (e.ChunkFinished(now, last),)
        case Mirroring(turn=turn), c.FinishMirror(seat=seat):
            return _by(turn.speaker.other, seat) or (e.SaidBack(now),)
        case HeardCheck(turn=turn), c.CheckHeard(seat=seat, answer=answer):
            return _by(turn.speaker, seat) or (e.HeardChecked(now, answer),)
        case Sharing() as step, c.Share() | c.Rate():
            return _share(step, command, now)
        case NextDate(), c.PlanNext(when=when):
            if when is not None and when <= now.at:
                return _no(Why.IN_THE_PAST)
            return (e.NextDateAnswered(now, when),)
        case _:
            return _no(Why.OTHER_STEP)


def _share(step: Sharing, command: c.Share | c.Rate, now: Moment) -> Decision:
    if isinstance(command, c.Rate) != (step.kind is StepKind.RATE):
        return _no(Why.OTHER_STEP)
    if command.seat in step.done:
        return _no(Why.ALREADY_ANSWERED)
    if isinstance(command, c.Share):
        return (e.Shared(now, command.seat, command.entry_id),)
    if not (_is_rating(command.heard) and _is_rating(command.tension)):
        return _no(Why.OUT_OF_RANGE)
    return (e.Rated(now, command.seat, command.heard, command.tension),)


def _softer(state: GuidedSession, now: Moment) -> Decision:
    prompt = state.prompt
    if not prompt.softer:
        return _no(Why.NO_SOFTER)
    return (e.PromptChanged(now, type(prompt)(prompt.id, prompt.softer, "", prompt.listener)),)


_PauseCommand = (
    c.TakePauseBack
    | c.StartPause
    | c.ExtendPause
    | c.SayReady
    | c.AnswerReturn
    | c.FinishRecap
    | c.ClockWasSet
)


def _in_pause(state: GuidedSession, command: _PauseCommand, now: Moment) -> Decision:
    match state.pause, command:
        case PauseChoice(), c.TakePauseBack():
            return (e.PauseTakenBack(now),)
        case PauseChoice(), c.StartPause(kind=kind, minutes=minutes):
            low, high = defaults.PAUSE_BOUNDS[kind.value]
            if not low <= minutes <= high:
                return _no(Why.OUT_OF_RANGE)
            return (e.PauseBegan(now, kind, now.at + timedelta(minutes=minutes)),)
        case Pausing(until=until, extended=extended), c.ExtendPause():
            if extended >= defaults.EXTENSIONS_MAX:
                return _no(Why.NO_MORE_TIME)
            return (e.PauseExtended(now, until + defaults.EXTEND),)
        case Pausing(ready=ready), c.SayReady(seat=seat):
            return _no(Why.ALREADY_ANSWERED) if seat in ready else (e.SaidReady(now, seat),)
        case Pausing(until=until), c.ClockWasSet(by=by):
            return (e.PromiseMoved(now, until + by),)
        case Returning(answered=done), c.AnswerReturn(seat=seat, ready=is_ready):
            if seat in done:
                return _no(Why.ALREADY_ANSWERED)
            return (e.ReturnAnswered(now, seat, is_ready),)
        case Recap(seat=whose), c.FinishRecap(seat=seat):
            return _by(whose, seat) or (e.RecapFinished(now),)
        case _:
            return _no(Why.NOT_PAUSED)


def _what_is_over(state: GuidedSession, now: Moment) -> tuple[e.Event, ...]:
    """The one thing whose time is over, if any. A step's own time stands under a pause."""
    running = timing(state, now)
    if running is None or not running.over:
        return ()
    match state.pause:
        case Pausing():
            return (e.PauseTimeUp(now),)
        case Recap():
            return (e.RecapFinished(now),)
        case OneBreath():
            return (e.BreathOver(now),)
        case _:
            pass
    match state.step:
        case Breathing():
            return (e.BreathingEnded(now),)
        case Speaking():
            return (e.ChunkFinished(now, last=False),)
        case _:
            return (e.SaidBack(now),)


def can_lighten(state: GuidedSession) -> bool:
    """Whether there is something lighter to turn to: not when it is light, or past the talk."""
    past_talk = state.spec.light and state.introduced
    over = isinstance(state.step, Over)
    return not (over or state.light or past_talk) and any(s.light for s in state.plan.steps)


def _is_rating(number: int) -> bool:
    return 0 <= number <= defaults.RATING_MAX


def _by(holder: Seat, seat: Seat) -> Refusal | None:
    return None if seat is holder else _no(Why.NOT_YOUR_FLOOR)


def _no(why: Why) -> Refusal:
    return Refusal(why)
