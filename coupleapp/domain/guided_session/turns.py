"""The rules of a turn: who may do what in which part, and what becomes of it.

| part       | whose              | what follows                                                   |
|------------|--------------------|----------------------------------------------------------------|
| Talking    | whoever talks      | the next part; its unused time may be given back at the end    |
| SayingBack | the listener       | HeardCheck; with an answer instead (looser way) the part after |
|            |                    | one question of theirs a chunk, with time of its own: after it |
|            |                    | the saying back goes on where it stood                         |
| HeardCheck | the floor-holder   | on, or said back again, at most ``rounds`` times               |
| AskingMore | the floor-holder   | another chunk, or the rest of the turn                         |
| Wishing    | the floor-holder   | on; a wish for ideas opens the advice gate                     |
| Guessing   | the listener       | GuessCheck by the floor-holder, then on                        |
| Composing, KeepingLine | the floor-holder | on                                                   |
| Confirming | both               | on, when both have                                             |
"""

from dataclasses import replace

from coupleapp.domain import defaults
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.formats.parts import PartKind
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as c
from coupleapp.domain.guided_session import turn_events as e
from coupleapp.domain.guided_session.commands import Refusal, Why
from coupleapp.domain.guided_session.course import next_part, next_spare, running
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.timing import pace, step_timing


def decide_turn(
    state: GuidedSession, command: c.TurnCommand, now: Moment
) -> tuple[e.TurnEvent, ...] | Refusal:
    """What a command does in a turn, with no pause over it; or why it cannot be done."""
    if isinstance(command, c.AskThoughts):
        return _ask_thoughts(state, command, now)
    match state.step, command:
        case s.Talking(seat=whose), c.FinishTalk(seat=seat, gives_floor=gives):
            gives = gives and state.turn is not None and seat is state.turn.speaker
            return _by(whose, seat) or (e.TalkFinished(now, gives),)
        case s.SpareTime(seat=whose, watch=s.Stopwatch()), c.FinishTalk(seat=seat):
            return _by(whose, seat) or (e.TalkFinished(now, gives_floor=False),)
        case s.SpareTime(seat=whose, watch=None), c.AnswerSpare(seat=seat, use=use):
            return _by(whose, seat) or (e.SpareAnswered(now, seat, use),)
        case s.SayingBack(turn=turn, question=True), c.SayBack(seat=seat, answered=False):
            return _by(turn.speaker.other, seat) or (e.QuestionAnswered(now),)
        case s.SayingBack(turn=turn, question=False), c.SayBack(seat=seat, answered=answered):
            if answered and not state.plan.loose:
                return Refusal(Why.OTHER_STEP)
            return _by(turn.speaker.other, seat) or (e.SaidBack(now, answered),)
        case s.SayingBack(turn=turn), c.AskQuestion(seat=seat):
            if turn.asked:
                return Refusal(Why.ALREADY_ANSWERED)
            return _by(turn.speaker.other, seat) or (e.QuestionAsked(now),)
        case s.HeardCheck(turn=turn), c.CheckHeard(seat=seat, answer=heard):
            return _by(turn.speaker, seat) or (e.HeardChecked(now, heard),)
        case s.AskingMore(turn=turn), c.AnswerMore(seat=seat, more=more):
            return _by(turn.speaker, seat) or (e.MoreAnswered(now, more),)
        case s.Wishing(turn=turn), c.NameWish(seat=seat, wish=wish):
            return _by(turn.speaker, seat) or (e.WishNamed(now, wish),)
        case s.Guessing(turn=turn), c.GuessFeelings(seat=seat, feelings=feelings):
            return _by(turn.speaker.other, seat) or _words(e.FeelingsGuessed(now, feelings))
        case s.GuessCheck(turn=turn), c.CheckGuess(seat=seat, answer=guess, feelings=own):
            return _by(turn.speaker, seat) or _words(e.GuessChecked(now, guess, own))
        case s.Composing(turn=turn), c.FinishComposing(seat=seat):
            return _by(turn.speaker, seat) or (e.Composed(now),)
        case s.Confirming(done=done), c.Confirm(seat=seat):
            return Refusal(Why.ALREADY_ANSWERED) if seat in done else (e.Confirmed(now, seat),)
        case s.KeepingLine(turn=turn), c.KeepLine(seat=seat, entry_id=entry_id):
            return _by(turn.speaker, seat) or (e.LineKept(now, entry_id),)
        case _:
            return Refusal(Why.OTHER_STEP)


def can_ask_thoughts(state: GuidedSession) -> bool:
    """Whether the floor-holder can ask for thoughts: the gate is closed, and they have a place."""
    turn = state.turn
    if turn is None or turn.thoughts or state.pause is not None:
        return False
    return has_place_for_thoughts(state)


def has_place_for_thoughts(state: GuidedSession) -> bool:
    """Whether the turn still comes to a part that holds the other's thoughts, or is in it."""
    turn = state.turn
    if turn is None:
        return False
    ahead = state.spec.course(closing=turn.closing)[turn.part :]
    return any(part.advice for part in (*ahead, *(() if turn.closing else state.spec.closing)))


def evolve_turn(state: GuidedSession, event: e.TurnEvent) -> GuidedSession | None:
    """The state after an event of a turn; None when it cannot have happened here."""
    at, step = event.at, state.step
    if isinstance(event, e.ThoughtsAsked):
        if not isinstance(step, s.InTurn) or not can_ask_thoughts(state):
            return None
        return replace(state, step=replace(step, turn=replace(step.turn, thoughts=True)))
    match step, event:
        case s.Talking(), e.TalkFinished(gives_floor=gives):
            return _after_talk(state, gives, at)
        case s.SpareTime(seat=seat), e.TalkFinished():
            heard = _plus(state.spoken, seat, _elapsed(state, at) / pace(state, seat))
            return next_spare(replace(state, spoken=heard), seat, at)
        case s.SpareTime(seat=seat, watch=None), e.SpareAnswered(used=used):
            if used:
                return replace(state, step=replace(step, watch=running(at)))
            return next_spare(state, seat, at)
        case s.SayingBack() as step, e.SaidBack():
            return _after_say_back(state, step, event)
        case s.SayingBack(turn=turn) as step, e.QuestionAsked() if not turn.asked:
            asked, stands = replace(turn, asked=True), step.watch.stopped(at.clock)
            asks = s.SayingBack(asked, running(at), step.round, question=True, stands=stands)
            return replace(state, step=asks)
        case s.SayingBack(question=True) as step, e.QuestionAnswered():
            goes_on = step.stands.started(at.clock)
            return replace(state, step=s.SayingBack(step.turn, goes_on, step.round))
        case s.HeardCheck() as step, e.HeardChecked(answer=heard_it):
            return _after_heard_check(state, step, heard_it, at)
        case s.AskingMore(turn=turn), e.MoreAnswered(more=more):
            return next_part(state, replace(turn, last=not more), at)
        case s.Wishing(turn=turn), e.WishNamed(wish=wish):
            wants_ideas = wish is e.Wish.IDEAS
            return next_part(state, replace(turn, wish=wish, thoughts=wants_ideas), at)
        case s.Guessing(turn=turn), e.FeelingsGuessed(feelings=feelings):
            return replace(state, step=s.GuessCheck(turn, feelings))
        case s.Confirming(turn=turn, done=done), e.Confirmed(seat=seat):
            if seat.other in done:
                return next_part(state, turn, at)
            return replace(state, step=s.Confirming(turn, (seat,)))
        case (
            (s.GuessCheck(turn=turn), e.GuessChecked())
            | (s.Composing(turn=turn), e.Composed())
            | (s.KeepingLine(turn=turn), e.LineKept())
        ):
            return next_part(state, turn, at)
        case _:
            return None


def _ask_thoughts(
    state: GuidedSession, command: c.AskThoughts, now: Moment
) -> tuple[e.TurnEvent, ...] | Refusal:
    if state.turn is None:
        return Refusal(Why.OTHER_STEP)
    refused = _by(state.turn.speaker, command.seat)
    if refused is not None:
        return refused
    return (e.ThoughtsAsked(now),) if can_ask_thoughts(state) else Refusal(Why.NOT_ASKED_FOR)


def _after_talk(state: GuidedSession, gives_floor: bool, at: Moment) -> GuidedSession:
    step, part = state.step, state.part
    if not isinstance(step, s.Talking) or part is None:
        raise AssertionError("a talk ends where there is one")
    turn = step.turn
    if step.seat is turn.speaker:
        timing = step_timing(state, at.clock)
        unused = timing.left if timing and timing.limit else 0.0
        factor = pace(state, step.seat)
        state = replace(
            state,
            spoken=_plus(state.spoken, step.seat, _elapsed(state, at) / factor),
            spare=_plus(state.spare, step.seat, unused / factor),
            left_here=False,
        )
        turn = replace(turn, last=gives_floor or turn.last)
    elif part.if_asked:
        turn = replace(turn, thoughts=False)
    return next_part(state, turn, at)


def _after_say_back(state: GuidedSession, step: s.SayingBack, event: e.SaidBack) -> GuidedSession:
    parts, turn = state.spec.course(closing=step.turn.closing), step.turn
    follows = parts[turn.part + 1].kind if turn.part + 1 < len(parts) else None
    if follows is not PartKind.HEARD:
        return next_part(state, turn, event.at)
    check = replace(turn, part=turn.part + 1)
    if event.answered:
        return next_part(state, check, event.at)
    return replace(state, step=s.HeardCheck(check, step.round))


def _after_heard_check(
    state: GuidedSession, step: s.HeardCheck, answer: e.Heard, at: Moment
) -> GuidedSession:
    turn, part = step.turn, state.part
    if part is None:
        raise AssertionError("it is asked in a turn")
    if answer is not e.Heard.THATS_IT:
        if step.round < part.rounds:
            back = replace(turn, part=turn.part - 1)
            return replace(state, step=s.SayingBack(back, running(at), step.round + 1))
        state = replace(state, left_here=True)
    return next_part(state, turn, at)


def _plus(seconds: Both[float], seat: Seat, more: float) -> Both[float]:
    return seconds.having(seat, seconds.of(seat) + more)


def _elapsed(state: GuidedSession, at: Moment) -> float:
    timing = step_timing(state, at.clock)
    return timing.elapsed if timing else 0.0


def _words(
    event: e.FeelingsGuessed | e.GuessChecked,
) -> tuple[e.TurnEvent, ...] | Refusal:
    words = event.feelings
    if len(words) > defaults.FEELINGS_MAX or len(set(words)) < len(words) or not all(words):
        return Refusal(Why.OUT_OF_RANGE)
    return (event,)


def _by(holder: Seat, seat: Seat) -> Refusal | None:
    return None if seat is holder else Refusal(Why.NOT_YOUR_FLOOR)
