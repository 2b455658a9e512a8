"""The sentences of the evening's small window."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class EveningStage(StrEnum):
    """Where the evening stands: what waited since the last one, then who writes, and on."""

    NONE = ""
    KEPT = "kept"
    CURTAIN = "curtain"
    WRITE = "write"
    BOTH = "both"
    SHOWN = "shown"


def heading(stage: EveningStage, sealed_by: str, asked: str, other: str) -> str:
    """Each argument but the stage is a partner's name, or empty."""
    match stage:
        case EveningStage.KEPT:
            return translate("EveningModel", "From last evening")
        case EveningStage.CURTAIN if sealed_by:
            return translate("EveningModel", "One is sealed")
        case EveningStage.CURTAIN:
            return translate("EveningModel", "One thing about each other")
        case EveningStage.WRITE:
            words = translate("EveningModel", "{asked}, one thing about {other}")
            return words.format(asked=asked, other=other)
        case EveningStage.BOTH:
            return translate("EveningModel", "Both are here")
        case _:
            return translate("EveningModel", "For each other")


def hint(stage: EveningStage, sealed_by: str, stem: str, *, alone: bool) -> str:
    match stage:
        case EveningStage.KEPT:
            return translate("EveningModel", "It waited for you both, and is in your notebook now.")
        case EveningStage.CURTAIN:
            return _who_writes(sealed_by, alone=alone)
        case EveningStage.WRITE:
            return translate("EveningModel", "For example: {stem}").format(stem=stem)
        case EveningStage.BOTH:
            return translate("EveningModel", "Come close, and open them together.")
        case _:
            return ""


def close_words(stage: EveningStage) -> str:
    if stage is EveningStage.SHOWN:
        return translate("EveningModel", "Good night")
    return translate("EveningModel", "Close for now")


def _who_writes(sealed_by: str, *, alone: bool) -> str:
    if alone:
        words = translate(
            "EveningModel",
            "The evening is nearly over. The other may still write, {name} may open it now, "
            "or it waits until tomorrow.",
        )
    elif sealed_by:
        words = translate(
            "EveningModel",
            "The other may write at any time tonight. If you don’t get to it, {name}’s words "
            "wait until tomorrow, then lie in your notebook.",
        )
    else:
        words = translate(
            "EveningModel",
            "Whoever writes has the screen alone; the other looks away. "
            "You need not wait for each other.",
        )
    return words.format(name=sealed_by)
