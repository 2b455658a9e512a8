"""``evolve(state, event) -> state``: what an event makes of a guided session.

The steps follow each other as the format has them (``course``), the parts of a turn likewise
(``turns``); a pause lies over any of them and gives it back exactly as it was (``pausing``).
"""

from dataclasses import replace

from coupleapp.domain import defaults
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.course import first_light_step, next_step
from coupleapp.domain.guided_session.deeds_done import with_deeds
from coupleapp.domain.guided_session.needs_events import NeedsEvent
from coupleapp.domain.guided_session.needs_rules import evolve_needs, may_go_on
from coupleapp.domain.guided_session.needs_steps import FindingCommon, WeighingOptions
from coupleapp.domain.guided_session.pause_events import PauseEvent
from coupleapp.domain.guided_session.pauses import (
    Booking,
    OneBreath,
    PauseChoice,
    Pausing,
    Returning,
    Waiting,
)
from coupleapp.domain.guided_session.pausing import evolve_pause
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.turn_events import TurnEvent
from coupleapp.domain.guided_session.turns import evolve_turn
from coupleapp.domain.guided_session.undoing import taken_back, undo_to


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
        blank = GuidedSession(event.plan, -1, s.Agreeing(), event.plan.prompt)
        return next_step(blank, event.at)
    if state is None:
        raise ImpossibleEventError("not begun")
    match event:
        case e.Ended():
            return _ended(state, event)
        case e.Stopped(ending=ending):
            return replace(
                state, step=s.Stopping(ending), pause=None, undo=undo_to(state, event.at)
            )
        case e.TakenBack() if state.undo is not None:
            return taken_back(state.undo, event.at)
        case e.TurnedLighter():
            undo = undo_to(state, event.at)
            return replace(first_light_step(replace(state, lighter=True), event.at), undo=undo)
        case _:
            after = _after(state, event)
    if after is None:
        pause = f" over {type(state.pause).__name__}" if state.pause is not None else ""
        step = type(state.step).__name__
        raise ImpossibleEventError(f"{type(event).__name__} in {step}{pause}")
    return replace(after, deeds=with_deeds(state, event, after))


def _after(state: GuidedSession, event: e.Event) -> GuidedSession | None:
    """The state after an event of a pause, a turn, or a step; None when it cannot have happened."""
    if isinstance(event, PauseEvent):
        return evolve_pause(state, event)
    if state.pause is not None:
        return None
    # Whoever goes on has left the screen on which it could be taken back.
    state = replace(state, undo=None)
    if isinstance(event, TurnEvent):
        return evolve_turn(state, event)
    if isinstance(event, NeedsEvent):
        return evolve_needs(state, event)
    return _evolve_step(state, event)


def _ended(state: GuidedSession, event: e.Ended) -> GuidedSession:
    # Earlier versions ended it at once; now it was stopped before.
    stopped = state.undo if state.stopped else None
    before, since = (stopped.state, stopped.since) if stopped else (state, event.at.at)
    pause = before.pause
    match pause:
        case (
            Pausing(until=when) | Waiting(until=when) | Returning(since=when) | Booking(since=when)
        ):
            # Nobody came back to it.
            since = min(since, when)
    return replace(
        state,
        step=s.Over(event.ending),
        pause=None,
        undo=None,
        left_in_pause=pause is not None and not isinstance(pause, PauseChoice | OneBreath),
        broke_off_at=since,
    )


def _evolve_step(state: GuidedSession, event: e.Event) -> GuidedSession | None:
    at = event.at
    match state.step, event:
        case (
            (s.Agreeing(), e.Agreed())
            | (s.Together() | s.ClosingRound(), e.WentOn())
            | (s.Breathing(), e.BreathingEnded())
            | (s.Writing(), e.WritingFinished())
        ):
            return next_step(state, at)
        case FindingCommon() | WeighingOptions(), e.WentOn() if may_go_on(state) is None:
            return next_step(state, at)
        case s.Readiness() as step, e.ReadinessAnswered():
            said = _having(state, event.seat, tension=event.tension)
            return _after_readiness(replace(state, said=said), step, event)
        case s.Introducing(), e.PromptChanged(prompt=prompt):
            before = state.prompt.id if state.prompt else None
            seen = () if before is None or before in state.seen else (before,)
            softer = state.prompt.softened if state.prompt else None
            if softer and (softer.id, softer.text) == (prompt.id, prompt.text):
                # Earlier versions did not write down what it was first.
                prompt = softer
            return replace(state, prompt=prompt, seen=(*state.seen, *seen))
        case s.Introducing(), e.PromptRead():
            asked = state.prompt.id if state.prompt is not None else None
            read = state.read if asked is None else (*state.read, asked)
            softened = state.softened
            if asked is not None and state.prompt is not None and state.prompt.first:
                softened = (*softened, asked)
            after = replace(state, introduced=True, read=read, softened=softened)
            return next_step(after, at)
        case s.ClosingRound(kept=kept), e.KeptInRound(seat=seat, ask=ask):
            return replace(state, step=s.ClosingRound((*kept, (seat, ask))))
        case s.Sharing() as step, e.Shared(seat=seat):
            return _after_sharing(state, step, seat, at)
        case s.Sharing() as step, e.Rated(seat=seat, heard=heard, tension=tension):
            said = _having(state, seat, heard=heard, tension_after=tension)
            return _after_sharing(replace(state, said=said), step, seat, at)
        case s.NextDate(), e.NextDateAnswered(when=when):
            return next_step(replace(state, next_date=when), at)
        case _:
            return None


def _having(state: GuidedSession, seat: Seat, **answers: int | None) -> Both[PrivateRatings]:
    return state.said.having(seat, replace(state.said.of(seat), **answers))


def _after_sharing(state: GuidedSession, step: s.Sharing, seat: Seat, at: Moment) -> GuidedSession:
    step = replace(step, done=(*step.done, seat))
    return next_step(state, at) if len(step.done) == 2 else replace(state, step=step)


def _after_readiness(
    state: GuidedSession, step: s.Readiness, event: e.ReadinessAnswered
) -> GuidedSession:
    # What was not said closes no door.
    tense = event.tension is not None and event.tension >= defaults.START_GATE_TENSION
    suits_light = step.suits_light or event.fine_today is False or tense
    answered = (*step.answered, event.seat)
    if len(answered) < 2:
        return replace(state, step=s.Readiness(answered, suits_light))
    suits_light = suits_light or state.plan.suits_light
    if suits_light and not all(spec.light for spec in state.plan.steps[state.index + 1 :]):
        return replace(state, step=s.LighterDoor(), lighter=True)
    return next_step(state, event.at)
