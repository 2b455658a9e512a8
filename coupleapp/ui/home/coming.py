"""What comes next, in one line."""

from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.coming import Coming, ComingKind
from coupleapp.ui.base import wording
from coupleapp.ui.base.isolation import isolated

translate = QCoreApplication.translate


def coming_words(coming: Coming, zone: tzinfo, today: date) -> str:
    """``Saturday, 28 November, 17:00, your next talk, by the kitchen table``."""
    if coming.kind is ComingKind.TOGETHER and coming.at is None:
        sentence = translate("HomeModel", "This week, together: {what}")
        return sentence.format(what=isolated(coming.words))
    when = (
        wording.day_and_time(coming.at, zone, today) if coming.at else wording.day(coming.on, today)
    )
    words = _line(coming.kind).format(when=when, what=isolated(coming.words))
    return f"{words} · {isolated(coming.place)}" if coming.place else words


def _line(kind: ComingKind) -> str:
    match kind:
        case ComingKind.TALK:
            return translate("HomeModel", "{when}, your next talk")
        case ComingKind.RITUAL:
            return translate("HomeModel", "{when}: {what}")
        case ComingKind.TOGETHER:
            return translate("HomeModel", "{when}, together: {what}")
        case ComingKind.REVIEW:
            return translate("HomeModel", "{when}, you look again at: {what}")
