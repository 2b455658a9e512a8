"""Breathing for QML: what is breathed, how it is shown, and every choice about it."""

from dataclasses import replace

from PySide6.QtCore import Property, QEnum, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.ports import Clock, StoreError
from coupleapp.domain.calm.breathing import (
    LENGTHS,
    OWN_MOST,
    SLOW,
    BreathChoices,
    BreathVariant,
    OwnPattern,
    Phase,
    clean_pattern_name,
    stepped,
)
from coupleapp.domain.couple import Couple, NameRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.calm import breath_words
from coupleapp.ui.calm.breath_props import (
    BreathInputs,
    BreathLengthRow,
    BreathProps,
    BreathStage,
    Caution,
    PatternRow,
    derive_breath_props,
    pattern_rows,
)

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_TONES = {Phase.IN: "breath_in", Phase.AGAIN: "breath_in", Phase.OUT: "breath_out"}


@QmlElement
class BreathModel(ViewModel):
    """Breathing wherever somebody breathes, and its page; ``voiceAsked``: is there a voice?"""

    Props = BreathProps
    Stages = QEnum(qml_enum(BreathStage))
    Variants = QEnum(qml_enum(BreathVariant))
    Phases = QEnum(qml_enum(Phase))

    tone = Signal(str)
    said = Signal(str)
    hushed = Signal()
    voiceAsked = Signal()

    def __init__(self, couples: Couples, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._couples = couples
        self._patterns = Rows(PatternRow, self)
        self._lengths = Rows(BreathLengthRow, self)
        self._lengths.replace([BreathLengthRow(n, breath_words.minutes_words(n)) for n in LENGTHS])
        self._inputs = BreathInputs(couples.settings, clock.speed)
        self._pending = ""
        self._whole = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._whole.timeout.connect(self.finish)
        self.refresh()

    @Property(QObject, constant=True)
    def patterns(self) -> Rows:
        return self._patterns

    @Property(QObject, constant=True)
    def lengths(self) -> Rows:
        return self._lengths

    @Slot()
    def refresh(self) -> None:
        self._put()

    def hear(self, *, tones: bool) -> None:
        self._put(can_hear=tones)

    @Slot(bool)
    def offer_voice(self, found: bool) -> None:
        self._put(can_speak=found)

    # -- breathing

    @Slot(int)
    def phaseBegan(self, kind: int | str) -> None:
        settings, phase = self._couples.settings, named(Phase, kind)
        if not settings.sound:
            return
        if settings.breath.tone and phase in _TONES:
            self.tone.emit(_TONES[phase])
        word = breath_words.spoken(phase)
        if settings.breath.voice and word:
            self.said.emit(word)

    @Slot(int)
    def fitInto(self, step_ms: int) -> None:
        """Breathe within a step of so many real milliseconds; 0 where there is no such end."""
        self._put(within_s=step_ms * self._inputs.speed / 1000 if step_ms > 0 else None)

    def open(self, couple: Couple) -> None:
        """Breathing begins at once, but for the caution the first time."""
        if self._choices.voice:
            self.voiceAsked.emit()
        if self._choices.cautioned:
            self.begin()
        else:
            self._put(stage=BreathStage.CAUTION, caution=Caution.FIRST, editing="", trouble="")

    @Slot()
    def begin(self) -> None:
        self._put(
            stage=BreathStage.BREATHING, caution=Caution.NONE, editing="", lap=self._inputs.lap + 1
        )
        self._whole.start(self.props.whole_ms)

    @Slot()
    def finish(self) -> None:
        if self._inputs.stage is BreathStage.BREATHING:
            self.hushed.emit()
            self._put(stage=BreathStage.FINISHED)

    def leave(self) -> bool:
        """Nobody breathes with a page that is not seen."""
        self._whole.stop()
        self.hushed.emit()
        self.finish()
        return False

    # -- the caution

    @Slot()
    def confirm(self) -> None:
        choices = self._choices
        if self._inputs.caution is Caution.HOLD:
            self._keep(replace(choices, hold_cautioned=True, pattern=self._pending))
        else:
            self._keep(replace(choices, cautioned=True))
        self.begin()

    @Slot()
    def decline(self) -> None:
        """Rather not hold the breath: the pattern stays what it was."""
        self.begin()

    # -- choices

    @Slot()
    def lookForVoice(self) -> None:
        self.voiceAsked.emit()

    @Slot(str)
    def choose(self, pattern_id: str) -> None:
        self._breathe(self._choices, pattern_id)

    @Slot(int)
    def setMinutes(self, minutes: int) -> None:
        if self._keep(replace(self._choices, minutes=minutes)):
            self.begin()

    @Slot(int)
    def setVariant(self, name: int | str) -> None:
        self._keep(replace(self._choices, variant=named(BreathVariant, name)))

    @Slot(bool)
    def setWords(self, on: bool) -> None:
        self._keep(replace(self._choices, words=on))

    @Slot(bool)
    def setTone(self, on: bool) -> None:
        self._keep(replace(self._choices, tone=on))

    @Slot(bool)
    def setColour(self, on: bool) -> None:
        self._keep(replace(self._choices, colour=on))

    @Slot(bool)
    def setVoice(self, on: bool) -> None:
        self._keep(replace(self._choices, voice=on))
        (self.voiceAsked if on else self.hushed).emit()

    # -- own patterns

    @Slot()
    def compose(self) -> None:
        """Make a new one, from the present one where that has a single in-breath."""
        now = self._choices.chosen
        if len(self._choices.own) < OWN_MOST:
            self._put(editing="new", draft=SLOW if now.again_s else now, trouble="")

    @Slot(str)
    def edit(self, pattern_id: str) -> None:
        self._put(editing=pattern_id, draft=self._choices.patterns[pattern_id], trouble="")

    @Slot(str, bool)
    def step(self, phase: str, longer: bool) -> None:
        self._put(draft=stepped(self._inputs.draft, Phase(phase), longer=longer))

    @Slot(str, result=bool)
    def keep(self, name: str) -> bool:
        """Keep the draft under this name; whether it was kept."""
        before, editing = self._choices, self._inputs.editing
        try:
            own = OwnPattern(clean_pattern_name(name), self._inputs.draft)
            choices = before.with_own(own, "" if editing == "new" else editing)
        except NameRefused as refused:
            self._put(trouble=breath_words.name_trouble(refused))
            return False
        return self._breathe(choices, own.id)

    @Slot(str)
    def remove(self, pattern_id: str) -> None:
        if self._keep(self._choices.without_own(pattern_id)):
            self.begin()

    @Slot()
    def leaveEditor(self) -> None:
        self._put(editing="", trouble="")

    # -- inside

    @property
    def _choices(self) -> BreathChoices:
        return self._couples.settings.breath

    def _breathe(self, choices: BreathChoices, pattern_id: str) -> bool:
        """Keep these choices and breathe this pattern, after the caution where it holds."""
        if not choices.patterns[pattern_id].holds or choices.hold_cautioned:
            kept = self._keep(replace(choices, pattern=pattern_id))
            if kept:
                self.begin()
            return kept
        now = self._choices.pattern
        stays = now in choices.patterns and not choices.patterns[now].holds
        if not self._keep(replace(choices, pattern=now if stays else "slow")):
            return False
        self._pending = pattern_id
        self._whole.stop()
        self._put(stage=BreathStage.CAUTION, caution=Caution.HOLD, editing="")
        return True

    def _keep(self, choices: BreathChoices) -> bool:
        """Keep these choices at once; whether they were kept."""
        try:
            self._couples.choose(replace(self._couples.settings, breath=choices))
        except StoreError as error:
            self._put(trouble=wording.store_trouble(error))
            return False
        self._put(trouble="")
        return True

    def _put(self, **changes: object) -> None:
        self._inputs = replace(self._inputs, settings=self._couples.settings, **changes)  # type: ignore[arg-type]
        self._patterns.replace(pattern_rows(self._choices))
        self.show(derive_breath_props(self._inputs))
