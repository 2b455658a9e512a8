"""The session's snapshot, derived from where the guided session stands."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, tzinfo
from hashlib import sha256
from math import ceil, isfinite

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import EXTENSIONS_MAX, PAUSES_NOTED
from coupleapp.domain.formats.format import Sitting
from coupleapp.domain.formats.parts import PartKind
from coupleapp.domain.guided_session import GuidedSession, Moment, can_ask_thoughts, can_lighten
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.timing import timing
from coupleapp.domain.words.listening import only_asking, without_listening
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import whose
from coupleapp.ui.guided_session import stage as on
from coupleapp.ui.guided_session import words
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.guided_session.step_words import step_words


@dataclass(frozen=True, slots=True)
class SessionInputs:
    couple: Couple
    state: GuidedSession
    now: Moment
    held: bool
    curtain_open_for: str
    zone: tzinfo
    speed: float
    cues: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    seed: int = 0
    began_at: datetime | None = None
    about: str = ""
    came_back: bool = False


def derive_session_props(inputs: SessionInputs) -> SessionProps:
    state, couple, held = inputs.state, inputs.couple, inputs.held
    stage = Stage.HELD if held else on.stage_of(state)
    asked = None if held else on.asked(state)
    talker = None if held else on.talker(state)
    running = timing(state, inputs.now)
    turn, pause, step = state.turn, state.pause, state.step
    ready = pause.ready if isinstance(pause, p.Pausing) else ()
    confirmed = step.done if isinstance(step, s.Confirming) else ()
    by = pause.by if isinstance(pause, p.PauseChoice | p.Pausing) else None
    prompt = state.prompt
    asks = stage is Stage.SAY_BACK and isinstance(step, s.SayingBack) and step.question
    keeps_room = stage in {Stage.SPEAK, Stage.SAY_BACK} and _is_said_back(state)
    limited = running is not None and running.limit > 0
    props = SessionProps(
        stage=stage,
        talks=stage in on.TALKS,
        breathes=stage in on.BREATHS,
        place=state.index,
        left_name=couple.left,
        right_name=couple.right,
        lit=whose(on.lit(state)),
        floor=whose(state.floor),
        talker=whose(talker),
        asked=whose(asked),
        asked_name=couple.name(asked) if asked else "",
        other_name=couple.name(asked.other) if asked else "",
        curtain=stage in on.PRIVATE and inputs.curtain_open_for != f"{stage}:{asked}",
        alone=whose(state.plan.first_speaker if state.plan.sitting is Sitting.ALONE else None),
        introducer_name=couple.name(state.reader),
        first_name=couple.name(state.begins),
        title=words.title(state, couple),
        text=state.spec.text,
        prompt=prompt.text if prompt else "",
        has_softer=bool(prompt and (prompt.softer or prompt.first)),
        softened=bool(prompt and prompt.first),
        tender=bool(prompt and prompt.is_tender),
        cue=_cue(inputs),
        advice=_advice(inputs) if stage is Stage.SPEAK else "",
        can_ask_thoughts=can_ask_thoughts(state) and not held,
        thoughts=turn.thoughts if turn else False,
        task=_task(state, asks=asks) if stage is Stage.SAY_BACK else "",
        keeps_room=keeps_room,
        task_room=_task(state) if keeps_room else "",
        titles=words.titles(state, couple) if keeps_room else (),
        can_ask_question=stage is Stage.SAY_BACK and turn is not None and not turn.asked,
        question=asks,
        wish=_wish(state),
        types=talker in state.plan.typed,
        loose=state.plan.loose and stage is Stage.SAY_BACK and not asks,
        card=state.plan.card_at(state.index) + 1 if prompt else 0,
        cards=len(state.plan.cards),
        chunk=turn.chunk + 1 if turn else 0,
        chunks=_chunks(state),
        repair=step.round if isinstance(step, s.SayingBack | s.HeardCheck) else 0,
        left_here=state.left_here,
        feelings=step.feelings if isinstance(step, s.GuessCheck) else (),
        confirmed_left=Seat.LEFT in confirmed,
        confirmed_right=Seat.RIGHT in confirmed,
        limit_ms=_real_ms(running.limit, inputs.speed) if running else 0,
        left_ms=_real_ms(running.left, inputs.speed) if running else 0,
        half_minutes_left=ceil(running.left / 30) if running else 0,
        grace_s=round(running.grace) if running and isfinite(running.grace) else 0,
        ring_key=_ring_key(state, stage),
        running=limited and not held,
        countdown=wording.countdown(running.left) if running and limited else "",
        in_grace=running.in_grace if running else False,
        pause_other=couple.name(by.other) if by else "",
        pause_kind=pause.kind if isinstance(pause, p.Pausing | p.Booking | p.Waiting) else "",
        pause_seen=pause.seen if isinstance(pause, p.Pausing) else False,
        many_pauses=state.pauses > PAUSES_NOTED,
        back_at=_back_at(inputs),
        ready_left=Seat.LEFT in ready,
        ready_right=Seat.RIGHT in ready,
        can_extend=isinstance(pause, p.Pausing) and pause.extended < EXTENSIONS_MAX,
        may_extend=isinstance(pause, p.Booking) and pause.may_extend,
        came_back=inputs.came_back and stage is Stage.WAITING,
        about=inputs.about,
        had_asked=prompt.text if prompt and state.introduced else "",
        began_on=_began_on(inputs),
        light=state.light,
        can_lighten=can_lighten(state),
        ending=step.ending if isinstance(step, s.Stopping | s.Over) else "",
        finished=isinstance(step, s.Over) and step.ending is Ending.FINISHED,
        talked=state.talked,
        can_take_back=state.undo is not None and pause is None and not held,
    )
    return replace(props, **asdict(step_words(props)))


def _cue(inputs: SessionInputs) -> str:
    state = inputs.state
    if isinstance(state.step, s.Introducing) and state.prompt is not None:
        return state.prompt.listener
    return words.cue(state, inputs.couple, inputs.cues, inputs.seed)


def _wish(state: GuidedSession) -> str:
    """What the speaker would like, where the other listens to them tell it.

    No longer in a pause, nor when the listener talks, nor when they look back at what helped.
    """
    turn = state.turn
    if turn is None or turn.wish is None or turn.thoughts or turn.closing:
        return ""
    tells = on.talker(state) is turn.speaker and state.pause is None
    return turn.wish if tells else ""


def _is_said_back(state: GuidedSession) -> bool:
    turn = state.turn
    parts = () if turn is None else state.spec.course(closing=turn.closing)
    return any(part.kind is PartKind.SAY_BACK for part in parts)


def _task(state: GuidedSession, *, asks: bool = False) -> str:
    """What the question that was read asks of whoever says it back: to listen was before."""
    still = only_asking if asks else without_listening
    turn = state.turn
    about_it = state.prompt is not None and turn is not None and not turn.closing
    return still(state.prompt.listener) if about_it and state.prompt else ""


def _advice(inputs: SessionInputs) -> str:
    """One advice card, and only for the listener's word, and only when it was asked for."""
    state, deck = inputs.state, inputs.advice
    part, turn = state.part, state.turn
    if part is None or turn is None or not (part.advice and turn.thoughts and deck):
        return ""
    return deck[(inputs.seed + turn.chunk + 3 * turn.second) % len(deck)]


def _chunks(state: GuidedSession) -> int:
    """How many parts there will be; 0 where the speaker is asked each time."""
    turn = state.turn
    asks = any(part.kind is PartKind.MORE for part in state.spec.parts)
    return state.spec.chunks if turn is not None and not turn.closing and not asks else 0


def _real_ms(seconds: float, speed: float) -> int:
    return round(seconds * 1000 / speed)


def _back_at(inputs: SessionInputs) -> str:
    match inputs.state.pause:
        case p.Pausing(until=until):
            return wording.time_of_day(until, inputs.zone)
        case p.Waiting(until=until):
            today = inputs.now.at.astimezone(inputs.zone).date()
            return wording.day_and_time(until, inputs.zone, today)
        case _:
            return ""


def _began_on(inputs: SessionInputs) -> str:
    if inputs.began_at is None:
        return ""
    today = inputs.now.at.astimezone(inputs.zone).date()
    return wording.begun_on(inputs.began_at.astimezone(inputs.zone).date(), today)


def _ring_key(state: GuidedSession, stage: Stage) -> str:
    """Differs whenever the running time is another one, or was moved."""
    pause = state.pause
    over = f"{pause.until.timestamp()}" if isinstance(pause, p.Pausing) else type(pause).__name__
    whose = pause.seat if isinstance(pause, p.Recap) else ""
    step = state.step
    if isinstance(step, s.InTurn):
        # The advice gate opens within a talk, and its time goes on.
        step = replace(step, turn=replace(step.turn, thoughts=False))
    # A step holds what was answered in private; of that nothing is on the screen.
    return sha256(f"{stage}|{over}|{whose}|{step!r}".encode()).hexdigest()
