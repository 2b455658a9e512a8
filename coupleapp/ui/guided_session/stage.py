"""What is on the screen, whose it is, and what stands large: read from where the session stands."""

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import Command, GuidedSession
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.ui.guided_session.words import asked_for_thoughts, fallback_title, with_names

HELD = "held"
PRIVATE = frozenset({"readiness", "rate", "returning", "compose", "lists"})
"""Stages in which one answers behind the curtain while the other looks away."""

_STAGES: dict[type, str] = {
    p.PauseChoice: "pause_choice",
    p.Pausing: "pausing",
    p.Returning: "returning",
    p.Booking: "booking",
    p.Waiting: "waiting",
    p.Recap: "recap",
    p.OneBreath: "one_breath",
    s.Agreeing: "agree",
    s.Readiness: "readiness",
    s.LighterDoor: "lighter",
    s.Introducing: "introduce",
    s.Talking: "speak",
    s.SayingBack: "mirror",
    s.HeardCheck: "heard",
    s.AskingMore: "more",
    s.Wishing: "wish",
    s.Guessing: "guess",
    s.GuessCheck: "guess_check",
    s.Composing: "compose",
    s.Confirming: "confirm",
    s.KeepingLine: "keep",
    s.Writing: "write",
    n.ChoosingTopic: "topic",
    n.Listing: "lists",
    n.SayingCore: "core",
    n.CheckingCore: "core_check",
    n.FindingCommon: "common",
    n.WeighingOptions: "options",
    n.WritingTrial: "trial",
    n.ConfirmingTrial: "trial_confirm",
    s.NextDate: "next_date",
    s.Over: "over",
}


def stage_of(state: GuidedSession) -> str:
    """The name of the screen, as QML knows it."""
    if state.pause is not None:
        return _STAGES[type(state.pause)]
    match state.step:
        case s.Breathing():
            return str(state.spec.kind)
        case s.Sharing(kind=kind) | s.Together(kind=kind):
            return str(kind)
        case s.SpareTime(watch=watch):
            return "spare" if watch is None else "speak"
        case step:
            return _STAGES[type(step)]


def own_key(stage: str, who: Seat) -> Command | None:
    """What a partner's own key, or their half of the screen, stands for on this stage."""
    own: dict[str, Command] = {
        "speak": tc.FinishTalk(who),
        "mirror": tc.FinishSayBack(who),
        "confirm": tc.Confirm(who),
        "core": nc.SayCoreBack(who),
        "pausing": pc.SayReady(who),
        "recap": pc.FinishRecap(who),
    }
    return own.get(stage)


def asked(state: GuidedSession) -> Seat | None:
    """Whose say it is, where it is one partner's alone."""
    match state.pause:
        case p.Returning(answered=done):
            return next(seat for seat in state.plan.present if seat not in done)
        case p.Recap(seat=seat):
            return seat
        case None:
            pass
        case _:
            return None
    match state.step:
        case s.Readiness(answered=done):
            return _first_not_in(done)
        case s.Sharing(seat=seat) | s.Writing(seat=seat) | n.Listing(seat=seat):
            return seat
        case s.Guessing(turn=turn):
            return turn.speaker.other
        case s.Confirming():
            return None
        case _:
            return state.floor


def talker(state: GuidedSession) -> Seat | None:
    """Who talks just now."""
    if state.pause is not None:
        return state.pause.seat if isinstance(state.pause, p.Recap) else None
    match state.step:
        case s.Talking(seat=seat):
            return seat
        case s.SayingBack(turn=turn):
            return turn.speaker.other
        case n.SayingCore(owner=owner):
            return owner.other
        case s.SpareTime(seat=seat, watch=s.Stopwatch()):
            return seat
        case _:
            return None


def lit(state: GuidedSession) -> Seat | None:
    """The half that is lit."""
    match state.pause, state.step:
        case p.Recap(seat=seat), _:
            return seat
        case None, s.Sharing(kind=kind, seat=seat) if kind is not StepKind.RATE:
            return seat
        case None, s.Writing(seat=seat) | s.Talking(seat=seat):
            return seat
        case None, s.Guessing(turn=turn):
            return turn.speaker.other
        case None, _:
            return state.floor
        case _:
            return None


def title(state: GuidedSession, couple: Couple) -> str:
    """What stands large: the words of the format, the question, or our own."""
    if isinstance(state.pause, p.Recap):
        return fallback_title("recap", couple.name(state.pause.seat))
    match state.step:
        case s.SpareTime(seat=seat):
            return fallback_title("spare", couple.name(seat))
        case n.SayingCore(owner=owner) | n.CheckingCore(owner=owner):
            return fallback_title(stage_of(state), couple.name(owner))
        case _:
            pass
    if state.turn is None or state.part is None:
        return state.spec.title
    speaker = state.turn.speaker
    repair = state.step.round if isinstance(state.step, s.SayingBack) else 0
    if repair:
        return fallback_title("repair", couple.name(speaker.other))
    if isinstance(state.step, s.GuessCheck):
        return fallback_title("guess_check", couple.name(speaker))
    if state.part.title:
        return with_names(state.part.title, couple, speaker)
    if isinstance(state.step, s.Talking) and state.prompt is not None:
        return state.prompt.text
    name = couple.name(speaker.other if isinstance(state.step, s.SayingBack) else speaker)
    return fallback_title(stage_of(state), name)


def cue(state: GuidedSession, couple: Couple, deck: tuple[str, ...], seed: int) -> str:
    """The one line for whoever does not talk: the format's, the question's, then another each."""
    turn, part = state.turn, state.part
    if isinstance(state.pause, p.Recap) or turn is None or part is None:
        return ""
    speaks = isinstance(state.step, s.Talking) and state.step.seat is turn.speaker
    if turn.thoughts and (speaks or part.advice):
        return asked_for_thoughts(couple.name(turn.speaker), given=not speaks)
    if part.cue and (turn.chunk == 0 or turn.closing or not speaks):
        return with_names(part.cue, couple, turn.speaker)
    if not speaks:
        return ""
    if turn.chunk == 0 and state.prompt is not None and state.prompt.listener:
        return state.prompt.listener
    return deck[(seed + turn.chunk + 5 * turn.second) % len(deck)] if deck else ""


def _first_not_in(done: tuple[Seat, ...]) -> Seat:
    return next(seat for seat in Seat if seat not in done)
