"""What comes after what: the next part of a turn, the next turn, the next step."""

from dataclasses import replace
from typing import assert_never

from coupleapp.domain import defaults
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartKind, PartSpec, Role
from coupleapp.domain.guided_session import needs_course
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession


def running(at: Moment) -> s.Stopwatch:
    """A watch that starts now."""
    return s.Stopwatch(0.0, at.clock)


def next_step(state: GuidedSession, at: Moment) -> GuidedSession:
    """Go to the next step that is to be played, or to a good end."""
    steps = state.plan.steps
    index = state.index + 1
    while index < len(steps) and _is_left_out(state, steps[index]):
        index += 1
    if index == len(steps):
        return replace(state, index=index, step=s.Over(Ending.FINISHED))
    entered = replace(state, index=index)
    return _enter(entered, steps[index].kind, at)


def first_light_step(state: GuidedSession, at: Moment) -> GuidedSession:
    """Start again at the first light step, and play only those from there on.

    What was read once is not read again.
    """
    played = (n for n in range(state.index) if state.plan.steps[n].kind is StepKind.CAUTION)
    return next_step(replace(state, pause=None, light=True, index=next(played, -1)), at)


def next_part(state: GuidedSession, turn: s.Turn, at: Moment) -> GuidedSession:
    """Go on after the part of ``turn`` that was just played."""
    return _play(state, replace(turn, part=turn.part + 1), at)


def next_spare(state: GuidedSession, seat: Seat, at: Moment) -> GuidedSession:
    """After ``seat`` has used or left their time: the other's, if they have any, or on."""
    other = s.SpareTime(seat.other, second=True)
    if seat is state.plan.first_speaker and _has_time_left(state, seat.other):
        return replace(state, step=other)
    return next_step(state, at)


def _is_left_out(state: GuidedSession, spec: StepSpec) -> bool:
    if state.light and not spec.light:
        return True
    if spec.kind is StepKind.TIME_LEFT:
        return not any(_has_time_left(state, each) for each in Seat)
    return needs_course.is_left_out(state, spec.kind)


def _has_time_left(state: GuidedSession, seat: Seat) -> bool:
    return state.spare.of(seat) >= defaults.SPARE_MIN_S


def _enter(state: GuidedSession, kind: StepKind, at: Moment) -> GuidedSession:
    first = state.plan.first_speaker
    match kind:
        case StepKind.TURNS:
            return _play(replace(state, talked=True), s.Turn(state.begins, second=False), at)
        case StepKind.TIME_LEFT:
            begins = first if _has_time_left(state, first) else first.other
            return replace(state, step=s.SpareTime(begins, second=begins is not first))
        case StepKind.AGREE:
            step: s.Step = s.Agreeing()
        case StepKind.READINESS:
            step = s.Readiness()
        case StepKind.BREATHE | StepKind.LAST_BREATH:
            step = s.Breathing(running(at))
        case StepKind.CARD | StepKind.INVENTORY | StepKind.CAUTION | StepKind.GROUND:
            step = s.Together(kind)
        case StepKind.INTRODUCE:
            return _introduce(state)
        case StepKind.WRITE:
            step = s.Writing(first, running(at))
        case StepKind.CLOSING_ROUND:
            step = s.ClosingRound()
        case StepKind.NEXT_DATE:
            step = s.NextDate()
        case (
            StepKind.MATTERED
            | StepKind.SMALL_WIN
            | StepKind.RATE
            | StepKind.APPRECIATE
            | StepKind.NOTEBOOK
        ):
            step = s.Sharing(kind)
        case (
            StepKind.TOPIC
            | StepKind.LISTS
            | StepKind.BOARD
            | StepKind.CORES
            | StepKind.COMMON
            | StepKind.OPTIONS
            | StepKind.TRIAL
        ):
            return needs_course.enter(state, kind, at)
        case _:
            assert_never(kind)
    return replace(state, step=step)


def _introduce(state: GuidedSession) -> GuidedSession:
    prompt = state.plan.cards[state.plan.card_at(state.index)]
    return replace(state, step=s.Introducing(), prompt=prompt)


def _play(state: GuidedSession, turn: s.Turn, at: Moment) -> GuidedSession:
    """Play the part the turn points at, or the next one that is not left out."""
    parts = state.spec.course(closing=turn.closing)
    place = turn.part
    while place < len(parts) and _is_part_left_out(state.spec, turn, parts[place]):
        place += 1
    if place < len(parts):
        turn = replace(turn, part=place)
        return replace(state, step=_part_step(parts[place], turn, at))
    if turn.closing:
        return _after_turn(state, turn, at)
    if not turn.last and turn.chunk + 1 < state.spec.chunks:
        return _play(state, replace(turn, chunk=turn.chunk + 1, part=0, asked=False), at)
    return _play(state, replace(turn, closing=True, part=0), at)


def _is_part_left_out(spec: StepSpec, turn: s.Turn, part: PartSpec) -> bool:
    if part.if_asked and not turn.thoughts:
        return True
    return part.kind is PartKind.MORE and (turn.last or turn.chunk + 1 >= spec.chunks)


def _after_turn(state: GuidedSession, turn: s.Turn, at: Moment) -> GuidedSession:
    if turn.second or state.plan.sitting is Sitting.OPENER:
        return next_step(state, at)
    return _play(state, s.Turn(turn.speaker.other, second=True), at)


def _part_step(part: PartSpec, turn: s.Turn, at: Moment) -> s.Step:
    match part.kind:
        case PartKind.TALK:
            by_speaker = part.by is Role.SPEAKER
            return s.Talking(turn, turn.speaker if by_speaker else turn.speaker.other, running(at))
        case PartKind.SAY_BACK:
            return s.SayingBack(turn, running(at))
        case PartKind.HEARD:
            raise AssertionError("it is asked when something was said back")
        case PartKind.MORE:
            return s.AskingMore(turn)
        case PartKind.WISH:
            return s.Wishing(turn)
        case PartKind.FEELING:
            return s.Guessing(turn)
        case PartKind.COMPOSE:
            return s.Composing(turn)
        case PartKind.CONFIRM:
            return s.Confirming(turn)
        case PartKind.KEEP:
            return s.KeepingLine(turn)
        case _:
            assert_never(part.kind)
