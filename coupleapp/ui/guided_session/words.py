"""The session's own words, where a format brings none."""

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.guided_session import Command, Refusal, Why
from coupleapp.domain.guided_session import pause_commands as pc

translate = QCoreApplication.translate


def with_names(words: str, couple: Couple, speaker: Seat) -> str:
    named = words.replace("{speaker}", couple.name(speaker))
    return named.replace("{listener}", couple.name(speaker.other))


def fallback_title(stage: str, name: str) -> str:
    match stage:
        case "recap":
            words = translate(
                "SessionModel", "Welcome back. {name}, what did you feel, and what mattered most?"
            )
        case "spare":
            words = translate("SessionModel", "{name}, something more you would like to say?")
        case "repair":
            words = translate("SessionModel", "Once more, with what was missing")
        case "question":
            words = translate("SessionModel", "{name}, one question, if you like")
        case "mirror":
            words = translate("SessionModel", "What did you hear?")
        case "core":
            words = translate("SessionModel", "{name}, please read this aloud")
        case "heard" | "core_check":
            words = translate("SessionModel", "{name}, was that it?")
        case "more":
            words = translate("SessionModel", "Is there more?")
        case "wish":
            words = translate("SessionModel", "{name}, what would help you most just now?")
        case "guess":
            words = translate("SessionModel", "“You might feel …”")
        case "guess_check":
            words = translate("SessionModel", "{name}, is that the feeling?")
        case "compose":
            words = translate("SessionModel", "{name}, find your words in peace")
        case "confirm":
            words = translate("SessionModel", "That is how it was said, and how it was heard")
        case "keep":
            words = translate("SessionModel", "{name}: one line to keep, if you like")
        case _:
            words = translate("SessionModel", "{name}, it is your turn")
    return words.format(name=name)


def asked_for_thoughts(name: str, *, given: bool) -> str:
    """The line for whoever does not talk, once the advice gate is open."""
    if given:
        return translate("SessionModel", "Take what helps, and leave the rest.")
    words = translate("SessionModel", "{name} would like your thoughts, when this is said.")
    return words.format(name=name)


def refusal_words(refusal: Refusal | None, command: Command) -> str:
    """What is said of a refusal that a person can mend; empty for every other."""
    why = refusal.why if refusal is not None else None
    if why is Why.IN_THE_PAST:
        return translate("SessionModel", "That time has passed already. Choose a later one.")
    if why is Why.OUT_OF_RANGE and isinstance(command, pc.BookReturn):
        return translate("SessionModel", "That is a little far away. Choose within two days.")
    return ""
