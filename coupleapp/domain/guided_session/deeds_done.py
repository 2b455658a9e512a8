"""Which deeds an event adds to a sitting."""

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import events as e
from coupleapp.domain.guided_session import needs_events as ne
from coupleapp.domain.guided_session import pause_events as pe
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_events as te
from coupleapp.domain.guided_session.deeds import Deed, Done
from coupleapp.domain.guided_session.needs_steps import CheckingCore
from coupleapp.domain.guided_session.state import GuidedSession


def with_deeds(before: GuidedSession, event: e.Event, after: GuidedSession) -> tuple[Done, ...]:
    """What was done up to ``after``, each once, in the order in which it happened."""
    done = list(after.deeds)
    if _is_first_again(before, event) and not before.softened:
        done = [one for one in done if one[1] is not Deed.SOFTER]
    done += [one for one in _done(before, event, after) if one not in done]
    return tuple(done)


def _is_first_again(before: GuidedSession, event: e.Event) -> bool:
    """Whether they took the softer form of a question, and took that back."""
    if not isinstance(event, e.PromptChanged) or before.prompt is None:
        return False
    return bool(before.prompt.first) and event.prompt.text == before.prompt.first


def _done(before: GuidedSession, event: e.Event, after: GuidedSession) -> tuple[Done, ...]:
    match event:
        case pe.PauseBegan() | pe.ReturnBooked() if isinstance(before.pause, p.PauseChoice):
            return ((before.pause.by, Deed.PAUSED),)
        case pe.SaidReady() | pe.ReturnAnswered() if isinstance(after.pause, p.Recap | None):
            return _both(Deed.CAME_BACK)
        case pe.BreathTaken(by=by):
            return _both(Deed.BREATH) if by is None else ((by, Deed.BREATH),)
        case e.PromptChanged(prompt=prompt) if before.prompt and before.prompt.softer:
            return _both(Deed.SOFTER) if prompt.text == before.prompt.softer else ()
        case ne.CoreChecked(answer=answer) if isinstance(before.step, CheckingCore):
            return _checked(before.step.owner, answer, again=before.step.round > 0)
        case _:
            return _done_in_turn(before, event)


def _done_in_turn(before: GuidedSession, event: e.Event) -> tuple[Done, ...]:
    if not isinstance(before.step, s.InTurn):
        return ()
    speaker = before.step.turn.speaker
    listener = speaker.other
    match before.step, event:
        case s.Talking(seat=seat), te.TalkFinished() if seat is speaker:
            return ((speaker, Deed.SPOKE),)
        case s.SayingBack(), te.SaidBack(answered=False):
            return ((listener, Deed.SAID_BACK),)
        case s.HeardCheck(round=round_), te.HeardChecked(answer=answer):
            return _checked(speaker, answer, again=round_ > 0)
        case _, te.QuestionAsked():
            return ((listener, Deed.QUESTION),)
        case _, te.GuessChecked():
            return ((listener, Deed.GUESSED),)
        case _, te.WishNamed(wish=te.Wish.COMFORT):
            return ((speaker, Deed.COMFORT),)
        case _, te.ThoughtsAsked() | te.WishNamed(wish=te.Wish.IDEAS):
            return ((listener, Deed.THOUGHTS),)
        case _:
            return ()


def _checked(speaker: Seat, answer: te.Heard, *, again: bool) -> tuple[Done, ...]:
    if answer is te.Heard.NOT_YET:
        return ((speaker, Deed.NOT_YET),)
    if answer is not te.Heard.THATS_IT:
        return ()
    understood = (speaker.other, Deed.UNDERSTOOD)
    return (understood, (speaker.other, Deed.SAID_AGAIN)) if again else (understood,)


def _both(deed: Deed) -> tuple[Done, ...]:
    return tuple((seat, deed) for seat in Seat)
