"""What can become of an agreement, and each way in words."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Way(StrEnum):
    NONE = ""
    KEEP = "keep"
    CHANGE = "change"
    END = "end"
    PARK = "park"
    TAKE_UP = "take_up"


def heading(way: Way) -> str:
    match way:
        case Way.KEEP:
            return translate("DecisionModel", "You keep it as it is")
        case Way.CHANGE:
            return translate("DecisionModel", "What would fit better?")
        case Way.END:
            return translate("DecisionModel", "It has served its time")
        case Way.PARK:
            return translate("DecisionModel", "Let it rest")
        case Way.TAKE_UP:
            return translate("DecisionModel", "Try it again")
        case Way.NONE:
            return ""


def hint(way: Way) -> str:
    match way:
        case Way.KEEP:
            return translate("DecisionModel", "When would you like to look at it again?")
        case Way.CHANGE:
            return translate(
                "DecisionModel",
                "Your own “I will” is yours alone to write. "
                "When you both say yes, a new trial begins.",
            )
        case Way.END:
            return translate(
                "DecisionModel",
                "Ending it is a good ending. What was good in it stays with you.",
            )
        case Way.PARK:
            return translate(
                "DecisionModel",
                "Some things take longer. It waits here, and you can take it up again at any time.",
            )
        case Way.TAKE_UP:
            return translate(
                "DecisionModel", "The same words, and a new trial, when you both say yes."
            )
        case Way.NONE:
            return ""


def back_words(way: Way) -> str:
    if way is Way.TAKE_UP:
        return translate("DecisionModel", "Let it rest a little longer")
    return translate("DecisionModel", "Another way")


def until_words(until: str) -> str:
    """``until`` is the day of the review, or empty where none is set."""
    if not until:
        return translate("DecisionModel", "You look at it again whenever you like.")
    return translate("DecisionModel", "You look at it again: {day}").format(day=until)
