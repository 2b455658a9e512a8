"""What is said in a turn to whoever speaks, and to whoever does not."""

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.guided_session.turn_events import Wish
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import Stage

translate = QCoreApplication.translate


def doing_words(props: SessionProps) -> str:
    name = props.left_name if props.talker is Whose.LEFT else props.right_name
    if props.types and props.in_grace:
        return translate("StepWords", "{name}, finish your sentence").format(name=name)
    if props.types:
        return translate("StepWords", "{name} writes").format(name=name)
    if props.in_grace:
        return translate("StepWords", "finish your sentence")
    if props.stage is Stage.SAY_BACK and props.question:
        return translate("StepWords", "asks")
    if props.stage is Stage.SAY_BACK and props.loose:
        return translate("StepWords", "says it back, or answers")
    if props.stage is Stage.SAY_BACK:
        return translate("StepWords", "says it back")
    return translate("StepWords", "speaks")


def about_left_words(props: SessionProps) -> str:
    """How long a turn goes on, for whoever looks; it changes every half minute and never ticks."""
    if not props.talks or not props.limit_ms:
        return ""
    if props.in_grace:
        return translate("StepWords", "{seconds} seconds at most").format(seconds=props.grace_s)
    whole, half = divmod(props.half_minutes_left, 2)
    if not whole:
        return translate("StepWords", "half a minute at most")
    if (whole, half) == (1, 0):
        return translate("StepWords", "a minute at most")
    words = (
        translate("StepWords", "{count}½ minutes at most")
        if half
        else translate("StepWords", "{count} minutes at most")
    )
    return words.format(count=whole)


def wished_words(props: SessionProps) -> str:
    match props.stage, props.wish:
        case Stage.SPEAK, Wish.LISTEN:
            return translate("StepWords", "Just listen.")
        case Stage.SPEAK, Wish.COMFORT:
            return translate("StepWords", "Comfort is wished for.")
        case Stage.SPEAK, Wish.IDEAS:
            return translate("StepWords", "Ideas are welcome.")
        case _:
            return ""


def listening_words(props: SessionProps) -> str:
    match props.stage:
        case Stage.RECAP:
            return translate("StepWords", "Just listen.")
        case Stage.SAY_BACK if props.question:
            return translate("StepWords", "Answer in a sentence or two, if you like.")
        case Stage.SAY_BACK if props.repair:
            return translate(
                "StepWords",
                "Add what was missing, in a few words. Then let it be said back again.",
            )
        case Stage.SAY_BACK:
            return translate(
                "StepWords", "You keep the floor. Afterwards you say whether that was it."
            )
        case _:
            return props.cue


def question_words(props: SessionProps) -> str:
    """What whoever says back may press; empty where they have asked already."""
    if not props.can_ask_question:
        return ""
    return translate("StepWords", "One question, if you like")
