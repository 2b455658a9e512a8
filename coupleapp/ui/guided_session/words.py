"""What stands large in a session, the line below it, and what is said of a refusal."""

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.guided_session import (
    Command,
    GuidedSession,
    Refusal,
    Why,
    has_place_for_thoughts,
)
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import pauses as p
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.words.listening import while_listening
from coupleapp.ui.guided_session.stage import Stage, stage_of

translate = QCoreApplication.translate


def title(state: GuidedSession, couple: Couple) -> str:
    """What stands large: the words of the format, the question, or our own."""
    if isinstance(state.pause, p.Recap):
        return _own_title(Stage.RECAP, couple.name(state.pause.seat))
    match state.step:
        case s.SpareTime(seat=seat):
            return _own_title(Stage.SPARE, couple.name(seat))
        case n.SayingCore(owner=owner) | n.CheckingCore(owner=owner):
            return _own_title(stage_of(state), couple.name(owner))
        case _:
            pass
    if state.turn is None or state.part is None:
        return state.spec.title
    speaker = state.turn.speaker
    if isinstance(state.step, s.SayingBack) and state.step.question:
        return _one_question(couple.name(speaker.other))
    repair = state.step.round if isinstance(state.step, s.SayingBack) else 0
    if repair:
        return _what_was_missing(couple.name(speaker), couple.name(speaker.other))
    if isinstance(state.step, s.GuessCheck):
        return _own_title(Stage.GUESS_CHECK, couple.name(speaker))
    if state.part.title:
        return _with_names(state.part.title, couple, speaker)
    if isinstance(state.step, s.Talking) and state.prompt is not None:
        return state.prompt.text
    name = couple.name(speaker.other if isinstance(state.step, s.SayingBack) else speaker)
    return _own_title(stage_of(state), name)


def titles(state: GuidedSession, couple: Couple) -> tuple[str, ...]:
    """What stands large in a turn that is said back, in one part of it or another."""
    turn = state.turn
    if turn is None:
        return ()
    listener = couple.name(turn.speaker.other)
    asked = [state.prompt.text] if state.prompt is not None else []
    named = [part.title for part in state.spec.course(closing=turn.closing) if part.title]
    large = [_with_names(words, couple, turn.speaker) for words in named]
    return (
        *asked,
        *large,
        _own_title(Stage.SAY_BACK, listener),
        _one_question(listener),
        _what_was_missing(couple.name(turn.speaker), listener),
    )


def _what_was_missing(speaker: str, listener: str) -> str:
    sentence = translate(
        "SessionModel", "{speaker} adds what was missing, then {listener} says it back"
    )
    return sentence.format(speaker=speaker, listener=listener)


def cue(state: GuidedSession, couple: Couple, deck: tuple[str, ...], seed: int) -> str:
    """The one line for whoever does not talk: the format's, the question's, then another each."""
    turn, part = state.turn, state.part
    if isinstance(state.pause, p.Recap) or turn is None or part is None:
        return ""
    speaks = isinstance(state.step, s.Talking) and state.step.seat is turn.speaker
    if turn.thoughts and (speaks or part.advice) and has_place_for_thoughts(state):
        return _asked_for_thoughts(couple.name(turn.speaker), given=not speaks)
    if part.cue and (turn.chunk == 0 or turn.closing or not speaks):
        return _with_names(part.cue, couple, turn.speaker)
    if not speaks:
        return ""
    asked = state.prompt.listener if turn.chunk == 0 and state.prompt is not None else ""
    if task := while_listening(asked):
        return task
    return deck[(seed + turn.chunk + 5 * turn.second) % len(deck)] if deck else ""


def refusal_words(refusal: Refusal | None, command: Command) -> str:
    """What is said of a refusal that a person can mend; empty for every other."""
    why = refusal.why if refusal is not None else None
    if why is Why.IN_THE_PAST:
        return translate("SessionModel", "That time has passed already. Choose a later one.")
    if why is Why.OUT_OF_RANGE and isinstance(command, pc.BookReturn):
        return translate("SessionModel", "That is a little far away. Choose within two days.")
    return ""


def _with_names(words: str, couple: Couple, speaker: Seat) -> str:
    named = words.replace("{speaker}", couple.name(speaker))
    return named.replace("{listener}", couple.name(speaker.other))


def _one_question(name: str) -> str:
    return translate("SessionModel", "{name}, one question, if you like").format(name=name)


def _own_title(stage: Stage, name: str) -> str:
    match stage:
        case Stage.RECAP:
            words = translate(
                "SessionModel", "Welcome back. {name}, what did you feel, and what mattered most?"
            )
        case Stage.SPARE:
            words = translate("SessionModel", "{name}, is there anything more?")
        case Stage.SAY_BACK:
            words = translate("SessionModel", "What did you hear?")
        case Stage.CORE:
            words = translate("SessionModel", "{name}, please read this aloud")
        case Stage.HEARD | Stage.CORE_CHECK:
            words = translate("SessionModel", "{name}, was that it?")
        case Stage.MORE:
            words = translate("SessionModel", "Is there more?")
        case Stage.WISH:
            words = translate("SessionModel", "{name}, what would help you most just now?")
        case Stage.GUESS:
            words = translate("SessionModel", "“You might feel …”")
        case Stage.GUESS_CHECK:
            words = translate("SessionModel", "{name}, is that the feeling?")
        case Stage.COMPOSE:
            words = translate("SessionModel", "{name}, find your words in peace")
        case Stage.CONFIRM:
            words = translate("SessionModel", "That is how it was said, and how it was heard")
        case Stage.KEEP:
            words = translate("SessionModel", "{name}: one line to keep, if you like")
        case _:
            words = translate("SessionModel", "{name}, it is your turn")
    return words.format(name=name)


def _asked_for_thoughts(name: str, *, given: bool) -> str:
    """The line for whoever does not talk, once the advice gate is open."""
    if given:
        return translate("SessionModel", "Take what helps, and leave the rest.")
    words = translate("SessionModel", "{name} would like your thoughts, when this is said.")
    return words.format(name=name)
