"""What is heard of a guided session: tones, and sentences for a screen reader.

Never every second: a change of floor, the end of a time, the end of a pause.
"""

from PySide6.QtCore import QCoreApplication

from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import Stage

translate = QCoreApplication.translate


def tones(before: SessionProps, after: SessionProps) -> list[str]:
    heard = []
    if _time_is_up(before, after):
        heard.append("turn_end")
    if _pause_is_over(before, after):
        heard.append("pause_end")
    return heard


def announcements(before: SessionProps, after: SessionProps) -> list[str]:
    said = []
    if _time_is_up(before, after):
        said.append(translate("SessionModel", "Finish your sentence."))
    if _pause_is_over(before, after):
        said.append(translate("SessionModel", "The pause is over. Welcome back."))
    if place(after) == place(before) or not after.talker:
        return said
    name = after.left_name if after.talker is Whose.LEFT else after.right_name
    if after.stage is Stage.SPEAK:
        said.append(translate("SessionModel", "{name} speaks.").format(name=name))
    elif after.stage is Stage.SAY_BACK and after.question:
        said.append(translate("SessionModel", "{name} may ask one question.").format(name=name))
    elif after.stage is Stage.SAY_BACK:
        sentence = translate("SessionModel", "{name} says back what was heard.")
        said.append(sentence.format(name=name))
    return said


def place(props: SessionProps) -> tuple[str | int, ...]:
    """What makes a screen another one: its step, its stage, whose it is, what stands large."""
    return (props.place, props.stage, props.asked, props.talker, props.title, props.chunk)


def _time_is_up(before: SessionProps, after: SessionProps) -> bool:
    return after.in_grace and not before.in_grace and after.talks


def _pause_is_over(before: SessionProps, after: SessionProps) -> bool:
    return after.stage is Stage.RETURNING and before.stage is Stage.PAUSING
