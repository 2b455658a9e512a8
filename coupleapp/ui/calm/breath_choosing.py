"""What is chosen about breathing for QML: the rhythm, the length, what is seen and heard."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot

from coupleapp.application.couples import Couples
from coupleapp.application.ports import Clock, StoreError
from coupleapp.domain.calm.breath_choices import (
    LENGTHS,
    OWN_MOST,
    BreathChoices,
    BreathVariant,
    OwnPattern,
    clean_pattern_name,
)
from coupleapp.domain.calm.breathing import SLOW, Phase, stepped
from coupleapp.domain.couple import NameRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.calm import breath_words
from coupleapp.ui.calm.breath_props import (
    BreathInputs,
    BreathLengthRow,
    PatternRow,
    ReaderRow,
    derive_breath_props,
    pattern_rows,
    reader_rows,
)


class BreathChoosing(ViewModel):
    """``hushed``: nothing more is said; ``voiceAsked``: is there a voice?"""

    Variants = QEnum(qml_enum(BreathVariant))

    hushed = Signal()
    voiceAsked = Signal()

    def __init__(self, couples: Couples, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._couples = couples
        self._patterns = Rows(PatternRow, self)
        self._lengths = Rows(BreathLengthRow, self)
        self._lengths.replace([BreathLengthRow(n, breath_words.minutes_words(n)) for n in LENGTHS])
        self._readers = Rows(ReaderRow, self)
        self._inputs = BreathInputs(couples.settings, speed=clock.speed)

    def begin(self) -> None:
        """Breathe it now."""
        raise NotImplementedError

    def breathe(self, choices: BreathChoices, pattern_id: str) -> bool:
        """Keep these choices and breathe this pattern; whether they were kept."""
        raise NotImplementedError

    @Property(QObject, constant=True)
    def patterns(self) -> Rows:
        return self._patterns

    @Property(QObject, constant=True)
    def lengths(self) -> Rows:
        return self._lengths

    @Property(QObject, constant=True)
    def readers(self) -> Rows:
        """Who can say that they have read the caution."""
        return self._readers

    @Slot()
    def lookForVoice(self) -> None:
        self.voiceAsked.emit()

    @Slot(str)
    def choose(self, pattern_id: str) -> None:
        self.breathe(self.choices, pattern_id)

    @Slot(int)
    def setMinutes(self, minutes: int) -> None:
        if self.keep_choices(replace(self.choices, minutes=minutes)):
            self.begin()

    @Slot(int)
    def setVariant(self, name: int | str) -> None:
        self.keep_choices(replace(self.choices, variant=named(BreathVariant, name)))

    @Slot(bool)
    def setWords(self, on: bool) -> None:
        self.keep_choices(replace(self.choices, words=on))

    @Slot(bool)
    def setTone(self, on: bool) -> None:
        self.keep_choices(replace(self.choices, tone=on))

    @Slot(bool)
    def setColour(self, on: bool) -> None:
        self.keep_choices(replace(self.choices, colour=on))

    @Slot(bool)
    def setVoice(self, on: bool) -> None:
        self.keep_choices(replace(self.choices, voice=on))
        (self.voiceAsked if on else self.hushed).emit()

    # -- the rhythm of their talks

    @Slot()
    def wishForTalks(self) -> None:
        """What is breathed here, in talks as well; both are asked."""
        self.keep_choices(self.choices.wishing(self.choices.pattern))

    @Slot(int)
    def sayYes(self, seat: int | str) -> None:
        self.keep_choices(self.choices.saying_yes(seat_of(seat)))

    @Slot()
    def slowInTalks(self) -> None:
        """Either may, alone."""
        self.keep_choices(self.choices.wishing(BreathChoices().pattern))

    # -- own patterns

    @Slot()
    def compose(self) -> None:
        """Make a new one, from the present one where that has a single in-breath."""
        now = self.choices.chosen
        if len(self.choices.own) < OWN_MOST:
            self.put(editing="new", draft=SLOW if now.again_s else now, trouble="")

    @Slot(str)
    def edit(self, pattern_id: str) -> None:
        self.put(editing=pattern_id, draft=self.choices.patterns[pattern_id], trouble="")

    @Slot(str, bool)
    def step(self, phase: str, longer: bool) -> None:
        """Longer or shorter; where that is not allowed one sentence says so."""
        draft = stepped(self._inputs.draft, Phase(phase), longer=longer)
        stays = draft == self._inputs.draft
        self.put(draft=draft, trouble=breath_words.limits() if stays else "")

    @Slot(str, result=bool)
    def keep(self, name: str) -> bool:
        """Keep the draft under this name; whether it was kept."""
        before, editing = self.choices, self._inputs.editing
        try:
            own = OwnPattern(clean_pattern_name(name), self._inputs.draft)
            choices = before.with_own(own, "" if editing == "new" else editing)
        except NameRefused as refused:
            self.put(trouble=breath_words.name_trouble(refused))
            return False
        return self.breathe(choices, own.id)

    @Slot(str)
    def remove(self, pattern_id: str) -> None:
        if self.keep_choices(self.choices.without_own(pattern_id)):
            self.begin()

    @Slot()
    def leaveEditor(self) -> None:
        self.put(editing="", trouble="")

    # -- inside

    @property
    def choices(self) -> BreathChoices:
        return self._couples.settings.breath

    def keep_choices(self, choices: BreathChoices) -> bool:
        """Keep these choices at once; whether they were kept."""
        try:
            self._couples.choose(replace(self._couples.settings, breath=choices))
        except StoreError as error:
            self.put(trouble=wording.store_trouble(error))
            return False
        self.put(trouble="")
        return True

    def put(self, **changes: Any) -> None:
        """Show how things stand with these changes."""
        self._inputs = replace(
            self._inputs, settings=self._couples.settings, couple=self._couples.couple, **changes
        )
        self._patterns.replace(pattern_rows(self.choices))
        self._readers.update(reader_rows(self._inputs))
        self.show(derive_breath_props(self._inputs))
