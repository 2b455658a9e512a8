"""What they have kept before, as it is read again in a session."""

from dataclasses import dataclass
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication

from coupleapp.application.agreements import Agreements
from coupleapp.application.notebook import Notebook
from coupleapp.domain.couple import Couple
from coupleapp.domain.notebook import EntryKind
from coupleapp.domain.reminders.check_in import CheckInKind
from coupleapp.ui.agreements.words import plan_words, topic_words
from coupleapp.ui.base import wording

translate = QCoreApplication.translate

_OF_THE_ROUND = {EntryKind.MOMENT, EntryKind.SMALL_WIN, EntryKind.APPRECIATION}

MOMENTS = 12
"""Unseen moments that are read again; the notebook has them all."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A line of the closing round."""

    words: str


@dataclass(frozen=True, slots=True)
class MomentRow:
    """An unseen moment of the inventory, or something they are trying."""

    words: str
    by: str


def inventory_words(*, shown: int, one_waits: bool) -> str:
    """``one_waits``: whether one of them is shown, once it is asked for."""
    if one_waits:
        return translate(
            "WritingControls", "If you both like, look at one of them again. Or simply go on."
        )
    if shown == 1:
        return translate("WritingControls", "Read it aloud, if you like. Has it become lighter?")
    if shown:
        return translate(
            "WritingControls", "Read one aloud, if you like. Has anything become lighter?"
        )
    return translate(
        "WritingControls", "None yet. This list grows slowly, and nothing in it is about fault."
    )


def shows_one_at_most(format_id: str) -> bool:
    """Whether a sitting shows no more than one earlier moment, and that only when it is asked for.

    The monthly check-in is a calm one: nobody meets a list of hurts in it.
    """
    return format_id == CheckInKind.MONTHLY


def moment_rows(notebook: Notebook, couple: Couple, zone: tzinfo, today: date) -> list[MomentRow]:
    """Newest first."""
    rows = []
    for entry in notebook.page(limit=MOMENTS, only=EntryKind.UNSEEN):
        on = wording.day(entry.written_at.astimezone(zone).date(), today)
        who = couple.name(entry.author) if entry.author is not None else ""
        rows.append(MomentRow(entry.text, f"{who}, {on}"))
    return rows


def try_rows(agreements: Agreements, format_id: str) -> list[MomentRow]:
    """Empty in any sitting but a check-in."""
    if format_id not in set(CheckInKind):
        return []
    running = [one.agreement for one in agreements.running()]
    return [MomentRow(plan_words(one), topic_words(one.topic, one.own_topic)) for one in running]


def kept_rows(notebook: Notebook, session_id: str) -> list[KeptRow]:
    """In the order in which they were written; whose they are is not said."""
    quoted = translate("ClosingRound", "“{words}”")
    return [
        KeptRow(quoted.format(words=entry.text))
        for entry in notebook.of_session(session_id)
        if entry.kind in _OF_THE_ROUND
    ]
