"""What stands on the page of what they have together, each in a line."""

from collections.abc import Sequence
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.coming import Coming, ComingKind
from coupleapp.domain.agreements.life import AgreementLife
from coupleapp.ui.base import wording
from coupleapp.ui.base.isolation import isolated

translate = QCoreApplication.translate


def until_words(life: AgreementLife, today: date) -> str:
    """When they look at it again, and how."""
    if life.review_on is None:
        return translate("OursModel", "No day is set. Look at it whenever you like.")
    if life.is_due(today):
        return translate("OursModel", "It is a good time to look at this again, each alone first.")
    until = translate("OursModel", "Until {day}, then you look at it, each alone first")
    return until.format(day=wording.day_mid_sentence(life.review_on, today))


def more_words(count: int) -> str:
    """That there are others, too."""
    match count:
        case 0:
            return translate("OursModel", "Earlier plans, and what rests")
        case 1:
            return translate("OursModel", "One more that you are trying, and earlier ones")
        case _:
            return translate("OursModel", "More that you are trying, and earlier ones")


def next_of(kind: ComingKind, coming: Sequence[Coming]) -> Coming | None:
    """The soonest of this kind."""
    return next((one for one in coming if one.kind is kind), None)


def when_words(one: Coming | None, zone: tzinfo, today: date) -> str:
    if one is None:
        return ""
    return wording.day_and_time(one.at, zone, today) if one.at else wording.day(one.on, today)


def talk_words(one: Coming | None, zone: tzinfo, today: date) -> tuple[str, str]:
    """When, and where."""
    if one is None:
        return translate("OursModel", "No day yet"), ""
    return when_words(one, zone, today), one.place


def ritual_words(one: Coming | None, zone: tzinfo, today: date) -> tuple[str, str]:
    if one is None:
        return translate("OursModel", "None yet"), ""
    return one.words, when_words(one, zone, today)


def together_words(one: Coming | None, zone: tzinfo, today: date) -> tuple[str, str]:
    if one is None:
        return translate("OursModel", "More than eighty ideas"), ""
    if one.at is None:
        return one.words, translate("OursModel", "picked for this week")
    return one.words, when_words(one, zone, today)


def will_words(will: str) -> str:
    return translate("OursModel", "I will {words}").format(words=isolated(will))
