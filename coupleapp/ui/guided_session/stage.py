"""What is on the screen, whose it is, and what stands large: read from where the session stands."""

from enum import StrEnum

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import Command, GuidedSession
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.turn_events import Heard


class Stage(StrEnum):
    """Drafts on disk are kept by these values."""

    NONE = ""
    HELD = "held"
    PAUSE_CHOICE = "pause_choice"
    PAUSING = "pausing"
    RETURNING = "returning"
    BOOKING = "booking"
    WAITING = "waiting"
    RECAP = "recap"
    ONE_BREATH = "one_breath"

    AGREE = "agree"
    READINESS = "readiness"
    LIGHTER = "lighter"
    CARD = "card"
    INVENTORY = "inventory"
    CAUTION = "caution"
    BREATHE = "breathe"
    GROUND = "ground"
    INTRODUCE = "introduce"

    SPEAK = "speak"
    SAY_BACK = "mirror"
    HEARD = "heard"
    MORE = "more"
    WISH = "wish"
    GUESS = "guess"
    GUESS_CHECK = "guess_check"
    COMPOSE = "compose"
    CONFIRM = "confirm"
    KEEP = "keep"
    SPARE = "spare"
    WRITE = "write"

    TOPIC = "topic"
    LISTS = "lists"
    BOARD = "board"
    CORE = "core"
    CORE_CHECK = "core_check"
    COMMON = "common"
    OPTIONS = "options"
    TRIAL = "trial"
    TRIAL_CONFIRM = "trial_confirm"

    CLOSING_ROUND = "closing_round"
    MATTERED = "mattered"
    SMALL_WIN = "small_win"
    RATE = "rate"
    APPRECIATE = "appreciate"
    LAST_BREATH = "last_breath"
    NEXT_DATE = "next_date"
    NOTEBOOK = "notebook"
    STOPPED = "stopped"
    OVER = "over"


NOTHING_OPEN = frozenset(
    {
        Stage.NONE,
        Stage.HELD,
        Stage.PAUSE_CHOICE,
        Stage.PAUSING,
        Stage.BOOKING,
        Stage.WAITING,
        Stage.ONE_BREATH,
        Stage.STOPPED,
        Stage.OVER,
    }
)
"""Stages on which nobody answers or writes anything."""

PRIVATE = frozenset(
    {Stage.READINESS, Stage.RATE, Stage.RETURNING, Stage.COMPOSE, Stage.LISTS, Stage.WRITE}
)
"""Stages in which one answers or writes behind the curtain while the other looks away."""

TALKS = frozenset({Stage.SPEAK, Stage.SAY_BACK, Stage.RECAP})
"""Stages in which one talks, and their time runs."""

BREATHS = frozenset({Stage.BREATHE, Stage.LAST_BREATH, Stage.ONE_BREATH})
"""Stages that are filled by the two lights of a breath."""

_STAGES: dict[type, Stage] = {
    p.PauseChoice: Stage.PAUSE_CHOICE,
    p.Pausing: Stage.PAUSING,
    p.Returning: Stage.RETURNING,
    p.Booking: Stage.BOOKING,
    p.Waiting: Stage.WAITING,
    p.Recap: Stage.RECAP,
    p.OneBreath: Stage.ONE_BREATH,
    s.Agreeing: Stage.AGREE,
    s.Readiness: Stage.READINESS,
    s.LighterDoor: Stage.LIGHTER,
    s.Introducing: Stage.INTRODUCE,
    s.Talking: Stage.SPEAK,
    s.SayingBack: Stage.SAY_BACK,
    s.HeardCheck: Stage.HEARD,
    s.AskingMore: Stage.MORE,
    s.Wishing: Stage.WISH,
    s.Guessing: Stage.GUESS,
    s.GuessCheck: Stage.GUESS_CHECK,
    s.Composing: Stage.COMPOSE,
    s.Confirming: Stage.CONFIRM,
    s.KeepingLine: Stage.KEEP,
    s.Writing: Stage.WRITE,
    n.ChoosingTopic: Stage.TOPIC,
    n.Listing: Stage.LISTS,
    n.SayingCore: Stage.CORE,
    n.CheckingCore: Stage.CORE_CHECK,
    n.FindingCommon: Stage.COMMON,
    n.WeighingOptions: Stage.OPTIONS,
    n.WritingTrial: Stage.TRIAL,
    n.ConfirmingTrial: Stage.TRIAL_CONFIRM,
    s.ClosingRound: Stage.CLOSING_ROUND,
    s.NextDate: Stage.NEXT_DATE,
    s.Stopping: Stage.STOPPED,
    s.Over: Stage.OVER,
}


def stage_of(state: GuidedSession) -> Stage:
    if state.pause is not None:
        return _STAGES[type(state.pause)]
    match state.step:
        case s.Breathing():
            return Stage(state.spec.kind)
        case s.Sharing(kind=kind) | s.Together(kind=kind):
            return Stage(kind)
        case s.SpareTime(watch=watch):
            return Stage.SPARE if watch is None else Stage.SPEAK
        case step:
            return _STAGES[type(step)]


def own_key(stage: Stage, who: Seat) -> Command | None:
    """What a partner's own key, or their half of the screen, stands for on this stage."""
    own: dict[Stage, Command] = {
        Stage.SPEAK: tc.FinishTalk(who),
        Stage.SAY_BACK: tc.SayBack(who),
        Stage.HEARD: tc.CheckHeard(who, Heard.THATS_IT),
        Stage.CONFIRM: tc.Confirm(who),
        Stage.CORE: nc.SayCoreBack(who),
        Stage.CORE_CHECK: nc.CheckCore(who, Heard.THATS_IT),
        Stage.PAUSING: pc.SayReady(who),
        Stage.RECAP: pc.FinishRecap(who),
    }
    return own.get(stage)


def asked(state: GuidedSession) -> Seat | None:
    """Whose answer is asked for, where it is one partner's alone."""
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
    match state.pause, state.step:
        case p.Recap(seat=seat), _:
            return seat
        case None, s.Sharing(kind=kind, seat=seat) if kind is not StepKind.RATE:
            return seat
        case None, s.Writing(seat=seat) | s.Talking(seat=seat):
            return seat
        case None, s.Guessing(turn=turn) | s.SayingBack(turn=turn):
            return turn.speaker.other
        case None, _:
            return state.floor
        case _:
            return None


def _first_not_in(done: tuple[Seat, ...]) -> Seat:
    return next(seat for seat in Seat if seat not in done)
