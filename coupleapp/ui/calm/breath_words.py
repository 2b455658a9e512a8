"""Breath patterns in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from coupleapp.domain.calm.breath_choices import OWN_NAME_MAX, BreathChoices
from coupleapp.domain.calm.breathing import SLOW_ID, BreathPattern, Phase
from coupleapp.domain.couple import NameFault, NameRefused

translate = QCoreApplication.translate


def pattern_name(pattern_id: str) -> str:
    """A preset in our words, an own pattern in theirs."""
    match pattern_id:
        case "slow":
            return translate("breathing", "Slow")
        case "easy":
            return translate("breathing", "Easy")
        case "coherent":
            return translate("breathing", "Even")
        case "sigh":
            return translate("breathing", "Sigh")
        case "box":
            return translate("breathing", "Box")
        case _:
            return pattern_id.partition(":")[2]


def rhythm(pattern: BreathPattern) -> str:
    """``in 4, hold 4, out 4, rest 4``."""
    parts = [
        translate("breathing", "in {first} and {second}").format(
            first=number(pattern.in_s), second=number(pattern.again_s)
        )
        if pattern.again_s
        else translate("breathing", "in {seconds}").format(seconds=number(pattern.in_s))
    ]
    if pattern.hold_in_s:
        held = translate("breathing", "hold {seconds}")
        parts.append(held.format(seconds=number(pattern.hold_in_s)))
    parts.append(translate("breathing", "out {seconds}").format(seconds=number(pattern.out_s)))
    if pattern.hold_out_s:
        rest = translate("breathing", "rest {seconds}")
        parts.append(rest.format(seconds=number(pattern.hold_out_s)))
    return translate("breathing", ", ", "between the parts of a list").join(parts)


def summary(choices: BreathChoices, *, timers: bool) -> str:
    """``Slow, 5 minutes``; without timers only the rhythm."""
    if not timers:
        return pattern_name(choices.pattern)
    length = (
        translate("breathing", "{pattern}, 1 minute")
        if choices.minutes == 1
        else translate("breathing", "{pattern}, {count} minutes")
    )
    return length.format(
        pattern=pattern_name(choices.pattern), count=QLocale().toString(choices.minutes)
    )


def easier(*, eased: bool) -> str:
    if eased:
        return translate("breathing", "As before")
    return translate("breathing", "An easier rhythm")


def caution_title(*, holds: bool) -> str:
    if holds:
        return translate("breathing", "This one holds the breath")
    return translate("breathing", "Before the first breath")


def who_reads(*, on_page: bool) -> str:
    if on_page:
        return translate("breathing", "Who is about to breathe? Each of you reads this once.")
    return translate("breathing", "Each of you reads this once.")


def has_read(name: str) -> str:
    return translate("breathing", "{name} has read it").format(name=name)


def both_of_us() -> str:
    return translate("breathing", "Both of us")


def in_talks(choices: BreathChoices) -> str:
    sentence = translate("breathing", "In talks and pauses you both breathe “{name}”: {rhythm}.")
    return sentence.format(
        name=pattern_name(choices.talks), rhythm=rhythm(choices.patterns[choices.talks])
    )


def wish(pattern_id: str) -> str:
    words = translate("breathing", "“{name}” in talks, too?")
    return words.format(name=pattern_name(pattern_id))


def asked(pattern_id: str) -> str:
    sentence = translate(
        "breathing", "“{name}” in your talks? It counts once you have both read this and said yes."
    )
    return sentence.format(name=pattern_name(pattern_id))


def slow_again(choices: BreathChoices) -> str:
    if choices.talks == choices.shared.pattern:
        words = translate("breathing", "Back to “{name}” in talks")
    else:
        words = translate("breathing", "Leave it at “{name}”")
    return words.format(name=pattern_name(SLOW_ID))


def yes(name: str, *, said: bool) -> str:
    if said:
        return translate("breathing", "{name} has said yes").format(name=name)
    return translate("breathing", "{name}: yes").format(name=name)


def limits() -> str:
    return translate(
        "breathing",
        "That is as far as it goes: a whole breath takes 5 to 16 seconds, each part at most 8, "
        "a hold at most 4, and out is as long as in, or longer.",
    )


def hint(*, audio: bool, heard: bool) -> str:
    if not audio:
        return translate(
            "breathing",
            "Easy, small breaths; smaller if you feel light-headed. "
            "Dizzy, tingling or more tense? Go back to normal breathing.",
        )
    if heard:
        return translate(
            "breathing", "Rising is in, falling is out. Eyes open or closed, as you like."
        )
    return translate("breathing", "There is nothing to hear at the moment, so the word is here.")


def minutes_words(minutes: int) -> str:
    if minutes == 1:
        return translate("breathing", "1 minute")
    return translate("breathing", "{count} minutes").format(count=QLocale().toString(minutes))


def number(seconds: float) -> str:
    """``4``, or ``5.5`` as this computer writes it."""
    return QLocale().toString(float(seconds), "g", 3)


def in_seconds(seconds: float) -> str:
    """``5.5 s``."""
    return translate("breathing", "{count} s", "seconds").format(count=number(seconds))


def spoken(phase: Phase) -> str:
    """What the voice says; short, so that it ends long before the phase does."""
    match phase:
        case Phase.IN:
            return translate("breathing", "In")
        case Phase.AGAIN:
            return translate("breathing", "And in")
        case Phase.OUT:
            return translate("breathing", "Out")
        case Phase.HOLD_IN | Phase.HOLD_OUT:
            return ""


def name_trouble(refused: NameRefused) -> str:
    match refused.fault:
        case NameFault.TOO_LONG:
            sentence = translate(
                "breathing", "That name is too long for a button. Up to {count} letters will fit."
            )
            return sentence.format(count=QLocale().toString(OWN_NAME_MAX))
        case NameFault.SAME:
            return translate("breathing", "You have a rhythm of that name. Another name will do.")
        case _:
            return translate("breathing", "Please give it a name. Any name will do.")
