"""``decide(state, command, now) -> events``: which commands are possible when.

| command                     | possible                                                    |
|-----------------------------|-------------------------------------------------------------|
| Stop                        | always, until it is stopped                                 |
| TakeBack                    | while the screen stands that stopping, or Lighten, brought  |
| LeaveStopped                | when it is stopped: then it is over                         |
| Lighten                     | always while something heavier lies ahead                   |
| AskPause, TakeBreath        | at any step, with no pause over it                          |
| everything about a pause    | only in its own part of the pause (``pausing``)             |
| everything about a turn     | only in its own part of the turn, no pause over it (``turns``) |
| everything about needs      | only in its own step of that talk (``needs_rules``)         |
| everything about a step     | only in that step, with no pause over it                    |

Anything else is a ``Refusal`` and changes nothing.
"""

from coupleapp.domain import defaults
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.commands import Command, Refusal, Why
from coupleapp.domain.guided_session.needs_commands import NeedsCommand
from coupleapp.domain.guided_session.needs_rules import decide_needs, may_go_on
from coupleapp.domain.guided_session.needs_steps import FindingCommon, WeighingOptions
from coupleapp.domain.guided_session.pause_commands import PauseCommand
from coupleapp.domain.guided_session.pauses import Booking, Waiting
from coupleapp.domain.guided_session.pausing import decide_pause
from coupleapp.domain.guided_session.pausing import what_is_over as what_is_over_in_pause
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.timing import timing
from coupleapp.domain.guided_session.turn_commands import TurnCommand
from coupleapp.domain.guided_session.turn_events import (
    QuestionAnswered,
    SaidBack,
    TalkFinished,
)
from coupleapp.domain.guided_session.turns import decide_turn

Decision = tuple[e.Event, ...] | Refusal


def decide(state: GuidedSession | None, command: Command, now: Moment) -> Decision:
    """What happens when ``command`` is given at ``now``.

    Neither clock of ``now`` may be earlier than at the session's last event, except the wall clock
    when it was set back.

    Returns:
        The events that follow, none when nothing is to happen; or a refusal.
    """
    if state is None:
        if isinstance(command, c.Begin):
            return (e.Began(now, command.plan),)
        return Refusal(Why.NOT_BEGUN)
    if state.over:
        return Refusal(Why.OVER)
    if isinstance(command, c.TakeBack):
        can = state.undo is not None and state.pause is None
        return (e.TakenBack(now),) if can else Refusal(Why.NOTHING_TO_TAKE_BACK)
    if isinstance(state.step, s.Stopping):
        return _when_stopped(state.step, command, now)
    match command:
        case c.Begin():
            return Refusal(Why.ALREADY_BEGUN)
        case c.Stop():
            return (e.Stopped(now),)
        case c.Tick():
            return _what_is_over(state, now)
        case c.Lighten():
            if not can_lighten(state):
                return Refusal(Why.ALREADY_LIGHT)
            return (e.TurnedLighter(now),)
        case c.ComeAnotherTime():
            rests = isinstance(state.pause, Waiting | Booking)
            at_the_door = isinstance(state.step, s.LighterDoor) and state.pause is None
            if not (rests or at_the_door):
                return Refusal(Why.PAUSED if state.pause else Why.OTHER_STEP)
            return (e.Stopped(now, e.Ending.ANOTHER_TIME),)
        case _:
            pass
    if isinstance(command, PauseCommand):
        return decide_pause(state, command, now)
    if state.pause is not None:
        return Refusal(Why.PAUSED)
    if isinstance(command, TurnCommand):
        return decide_turn(state, command, now)
    if isinstance(command, NeedsCommand):
        return decide_needs(state, command, now)
    return _in_step(state, command, now)


def _when_stopped(step: s.Stopping, command: Command, now: Moment) -> Decision:
    match command:
        case c.LeaveStopped():
            return (e.Ended(now, step.ending),)
        case c.Tick():
            return ()
        case _:
            return Refusal(Why.STOPPED)


def _in_step(state: GuidedSession, command: Command, now: Moment) -> Decision:
    match state.step, command:
        case s.Agreeing(), c.Agree():
            return (e.Agreed(now),)
        case s.Readiness(answered=done), c.AnswerReadiness(seat=seat, tension=tension):
            if seat in done:
                return Refusal(Why.ALREADY_ANSWERED)
            if not _may_be_said(tension):
                return Refusal(Why.OUT_OF_RANGE)
            return (e.ReadinessAnswered(now, seat, tension, command.fine_today),)
        case s.Together() | s.ClosingRound(), c.GoOn():
            return (e.WentOn(now),)
        case s.ClosingRound(kept=kept), c.KeepInRound(seat=seat, ask=ask):
            if ask not in state.round_asks:
                return Refusal(Why.NOT_ASKED_FOR)
            if (seat, ask) in kept:
                return Refusal(Why.ALREADY_ANSWERED)
            return (e.KeptInRound(now, seat, ask, command.entry_id),)
        case FindingCommon() | WeighingOptions(), c.GoOn():
            return may_go_on(state) or (e.WentOn(now),)
        case s.Breathing(), c.EndBreathing():
            return (e.BreathingEnded(now),)
        case s.Introducing(), c.SoftenPrompt():
            return _softer(state, now)
        case s.Introducing(), c.UnsoftenPrompt():
            prompt = state.prompt
            if prompt is None or not prompt.first:
                return Refusal(Why.NOTHING_TO_TAKE_BACK)
            return (e.PromptChanged(now, prompt.as_first),)
        case s.Introducing(), c.ChangePrompt(prompt=prompt):
            return (e.PromptChanged(now, prompt),)
        case s.Introducing(), c.BeginTurns():
            return (e.PromptRead(now),)
        case s.Writing(), c.FinishWriting(entry_id=entry_id):
            return (e.WritingFinished(now, entry_id),)
        case s.Sharing() as step, c.Share() | c.Rate():
            return _share(step, command, now)
        case s.NextDate(), c.PlanNext(when=when):
            if when is not None and when <= now.at:
                return Refusal(Why.IN_THE_PAST)
            return (e.NextDateAnswered(now, when),)
        case _:
            return Refusal(Why.OTHER_STEP)


def _share(step: s.Sharing, command: c.Share | c.Rate, now: Moment) -> Decision:
    if isinstance(command, c.Rate) != (step.kind is StepKind.RATE):
        return Refusal(Why.OTHER_STEP)
    if command.seat in step.done:
        return Refusal(Why.ALREADY_ANSWERED)
    if isinstance(command, c.Share):
        return (e.Shared(now, command.seat, command.entry_id),)
    if not (_may_be_said(command.heard) and _may_be_said(command.tension)):
        return Refusal(Why.OUT_OF_RANGE)
    return (e.Rated(now, command.seat, command.heard, command.tension),)


def _softer(state: GuidedSession, now: Moment) -> Decision:
    prompt = state.prompt
    if prompt is None or not prompt.softer:
        return Refusal(Why.NO_SOFTER)
    return (e.PromptChanged(now, prompt.softened),)


def _what_is_over(state: GuidedSession, now: Moment) -> tuple[e.Event, ...]:
    """The one thing whose time is over, if any. A step's own time stands under a pause."""
    running = timing(state, now)
    if running is None or not running.over:
        return ()
    if state.pause is not None:
        return what_is_over_in_pause(state, now)
    match state.step:
        case s.Breathing():
            return (e.BreathingEnded(now),)
        case s.SayingBack(question=question):
            return (QuestionAnswered(now) if question else SaidBack(now),)
        case _:
            return (TalkFinished(now, gives_floor=False),)


def can_lighten(state: GuidedSession) -> bool:
    """Whether there is something lighter to turn to: not when all that is left is light."""
    ahead = state.plan.steps[state.index :]
    heavier = any(not spec.light for spec in ahead)
    lighter = any(spec.light for spec in state.plan.steps)
    ended = state.over or state.stopped
    return not ended and not state.light and heavier and lighter


def _may_be_said(rating: int | None) -> bool:
    return rating is None or 0 <= rating <= defaults.RATING_MAX
