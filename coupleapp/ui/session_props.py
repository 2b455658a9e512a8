"""What the session view shows, derived from where the guided session stands."""

from dataclasses import dataclass
from datetime import tzinfo

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import EXTENSIONS_MAX
from coupleapp.domain.formats import StepKind
from coupleapp.domain.guided_session import GuidedSession, Moment, can_lighten
from coupleapp.domain.guided_session import state as s
from coupleapp.domain.guided_session.timing import timing
from coupleapp.ui import wording

HELD = "held"
PRIVATE_STAGES = frozenset({"readiness", "rate", "returning"})
"""Stages in which one answers behind the curtain while the other looks away."""


@dataclass(frozen=True, slots=True)
class SessionProps:
    """The snapshot.

    Attributes:
        stage: Which step file is on the screen.
        left_name: The left partner.
        right_name: The right partner.
        floor: The half that is lit: "left", "right" or "".
        asked: Whose say it is in a step that asks one after the other.
        asked_name: That partner's name.
        other_name: The other one's name.
        curtain: Whether the curtain is closed.
        introducer_name: Who reads the question aloud.
        first_name: Who speaks first.
        prompt: The question.
        has_softer: Whether it has a softer form.
        cue: What the listener may do.
        chunk: Which chunk it is, from 1.
        chunks: How many there are.
        repair: The repair round, 0 for the first saying back.
        left_here: Whether the chunk before was left after its repair rounds.
        limit_ms: Real milliseconds of the time that runs; 0 when none does.
        left_ms: Real milliseconds left of it when ``ring_key`` last changed.
        ring_key: Changes whenever the time was started, stopped or moved.
        running: Whether the time runs.
        countdown: The time left in figures.
        in_grace: Whether a sentence is being finished.
        pause_by: The partner who asked for the pause.
        back_at: When both are back, as a time of day.
        ready_left: Whether the left partner would come back early.
        ready_right: Whether the right one would.
        can_extend: Whether a little longer is possible.
        light: Whether only light steps are played.
        can_lighten: Whether there is something lighter to turn to.
        ending: How it ended.
        talked: Whether anybody had the floor.
        steps_done: Steps of the plan behind them.
        steps_all: Steps of the plan.
    """

    stage: str = ""
    left_name: str = ""
    right_name: str = ""
    floor: str = ""
    asked: str = ""
    asked_name: str = ""
    other_name: str = ""
    curtain: bool = False
    introducer_name: str = ""
    first_name: str = ""
    prompt: str = ""
    has_softer: bool = False
    cue: str = ""
    chunk: int = 0
    chunks: int = 0
    repair: int = 0
    left_here: bool = False
    limit_ms: int = 0
    left_ms: int = 0
    ring_key: str = ""
    running: bool = False
    countdown: str = ""
    in_grace: bool = False
    pause_by: str = ""
    back_at: str = ""
    ready_left: bool = False
    ready_right: bool = False
    can_extend: bool = False
    light: bool = False
    can_lighten: bool = False
    ending: str = ""
    talked: bool = False
    steps_done: int = 0
    steps_all: int = 0


@dataclass(frozen=True, slots=True)
class SessionInputs:
    """All that the snapshot depends on."""

    couple: Couple
    state: GuidedSession
    now: Moment
    held: bool
    curtain_open_for: str
    zone: tzinfo
    speed: float


def derive_session_props(inputs: SessionInputs) -> SessionProps:
    """The snapshot for these inputs."""
    state, couple = inputs.state, inputs.couple
    stage = HELD if inputs.held else _stage(state)
    asked = None if inputs.held else _asked(state)
    running = timing(state, inputs.now)
    turn = getattr(state.step, "turn", None)
    pause = state.pause
    ready = pause.ready if isinstance(pause, s.Pausing) else ()
    curtain_key = f"{stage}:{asked}"
    return SessionProps(
        stage=stage,
        left_name=couple.left,
        right_name=couple.right,
        floor=_lit(state),
        asked=asked or "",
        asked_name=couple.name(asked) if asked else "",
        other_name=couple.name(asked.other) if asked else "",
        curtain=stage in PRIVATE_STAGES and inputs.curtain_open_for != curtain_key,
        introducer_name=couple.name(state.plan.introducer),
        first_name=couple.name(state.plan.first_speaker),
        prompt=state.prompt.text,
        has_softer=bool(state.prompt.softer),
        cue=state.prompt.listener,
        chunk=turn.chunk + 1 if turn else 0,
        chunks=state.spec.chunks if turn else 0,
        repair=getattr(state.step, "round", 0),
        left_here=state.left_here,
        limit_ms=round(running.limit * 1000 / inputs.speed) if running else 0,
        left_ms=round(running.left * 1000 / inputs.speed) if running else 0,
        ring_key=_ring_key(state, stage),
        running=running is not None and running.limit > 0 and not inputs.held,
        countdown=wording.countdown(running.left) if running and running.limit else "",
        in_grace=running.in_grace if running else False,
        pause_by=couple.name(pause.by) if isinstance(pause, s.PauseChoice) else "",
        back_at=(
            wording.time_of_day(pause.until, inputs.zone) if isinstance(pause, s.Pausing) else ""
        ),
        ready_left=Seat.LEFT in ready,
        ready_right=Seat.RIGHT in ready,
        can_extend=isinstance(pause, s.Pausing) and pause.extended < EXTENSIONS_MAX,
        light=state.light,
        can_lighten=can_lighten(state),
        ending=state.step.ending if isinstance(state.step, s.Over) else "",
        talked=state.talked,
        steps_done=state.index,
        steps_all=len(state.plan.steps),
    )


_STAGES: dict[type, str] = {
    s.PauseChoice: "pause_choice",
    s.Pausing: "pausing",
    s.Returning: "returning",
    s.Recap: "recap",
    s.OneBreath: "one_breath",
    s.Agreeing: "agree",
    s.Readiness: "readiness",
    s.LighterDoor: "lighter",
    s.Introducing: "introduce",
    s.Speaking: "speak",
    s.Mirroring: "mirror",
    s.HeardCheck: "heard",
    s.NextDate: "next_date",
    s.Over: "over",
}


def _stage(state: GuidedSession) -> str:
    if state.pause is not None:
        return _STAGES[type(state.pause)]
    match state.step:
        case s.Breathing():
            return str(state.spec.kind)
        case s.Sharing(kind=kind):
            return str(kind)
        case step:
            return _STAGES[type(step)]


def _asked(state: GuidedSession) -> Seat | None:
    """Whose say it is, where it is one partner's alone."""
    match state.pause:
        case s.Returning(answered=done):
            return _first_not_in(done)
        case s.Recap(seat=seat):
            return seat
        case None:
            pass
        case _:
            return None
    match state.step:
        case s.Readiness(answered=done):
            return _first_not_in(done)
        case s.Sharing(seat=seat):
            return seat
        case _:
            return state.floor


def _first_not_in(done: tuple[Seat, ...]) -> Seat:
    return next(seat for seat in Seat if seat not in done)


def _lit(state: GuidedSession) -> str:
    match state.pause, state.step:
        case s.Recap(seat=seat), _:
            return seat
        case None, s.Sharing(kind=kind, seat=seat) if kind is not StepKind.RATE:
            return seat
        case None, _:
            return state.floor or ""
        case _:
            return ""


def _ring_key(state: GuidedSession, stage: str) -> str:
    """Differs whenever the running time is another one, or was moved."""
    pause = state.pause
    over = f"{pause.until.timestamp()}" if isinstance(pause, s.Pausing) else type(pause).__name__
    whose = pause.seat if isinstance(pause, s.Recap) else ""
    return f"{stage}|{over}|{whose}|{state.step!r}"
