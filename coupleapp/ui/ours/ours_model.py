"""Ours: what they are trying first, then what they have agreed on for the time to come."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.agreements import Agreements
from coupleapp.application.coming import ComingKind, WhatComes
from coupleapp.application.ports import Clock, KeptKind
from coupleapp.domain.agreements.life import AgreementLife
from coupleapp.domain.couple import Couple
from coupleapp.ui.base.view_model import ViewModel
from coupleapp.ui.ours import words

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class OursProps:
    """What stands there.

    Attributes:
        trying: What they try, in their own words; empty where they try nothing.
        more: Where the others are, and those of before.
    """

    trying: str = ""
    place: str = ""
    left_will: str = ""
    right_will: str = ""
    until: str = ""
    due: bool = False
    more: str = ""
    talk: str = ""
    talk_note: str = ""
    ritual: str = ""
    ritual_note: str = ""
    together: str = ""
    together_note: str = ""


@QmlElement
class OursModel(ViewModel):
    """``lookAsked``: the plan with this id is to be looked at again."""

    Props = OursProps
    reads = (
        KeptKind.AGREEMENTS,
        KeptKind.APPOINTMENTS,
        KeptKind.RITUALS,
        KeptKind.PICKS,
    )

    lookAsked = Signal(str)

    def __init__(self, agreements: Agreements, coming: WhatComes, clock: Clock) -> None:
        super().__init__()
        self._agreements = agreements
        self._coming = coming
        self._clock = clock
        self._first: AgreementLife | None = None

    def open(self, couple: Couple) -> None:
        running = sorted(self._agreements.running(), key=lambda one: one.review_on or date.max)
        self._first = running[0] if running else None
        zone, today, coming = self._clock.zone(), self._agreements.today(), self._coming.all()
        talk, talk_note = words.talk_words(words.next_of(ComingKind.TALK, coming), zone, today)
        ritual = words.next_of(ComingKind.RITUAL, coming)
        ritual_words, ritual_note = words.ritual_words(ritual, zone, today)
        together = words.next_of(ComingKind.TOGETHER, coming)
        together_words, together_note = words.together_words(together, zone, today)
        plan = self._first.agreement if self._first else None
        self.show(
            OursProps(
                trying=plan.headline if plan else "",
                place=" · ".join(filter(None, (plan.what and plan.when, plan.where)))
                if plan
                else "",
                left_will=words.will_words(plan.left.will) if plan else "",
                right_will=words.will_words(plan.right.will) if plan else "",
                until=words.until_words(self._first, today) if self._first else "",
                due=self._first is not None and self._first.is_due(today),
                more=words.more_words(max(0, len(running) - 1)),
                talk=talk,
                talk_note=talk_note,
                ritual=ritual_words,
                ritual_note=ritual_note,
                together=together_words,
                together_note=together_note,
            )
        )

    @Slot()
    def look(self) -> None:
        """Look at the first plan now."""
        if self._first is not None:
            self.lookAsked.emit(self._first.agreement.id)
