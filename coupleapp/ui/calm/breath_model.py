"""Breathing for QML, on its page and in talks: the breath itself, and the caution before it."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Property, QEnum, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.application.ports import Clock
from coupleapp.domain.calm.breath_choices import BreathChoices
from coupleapp.domain.calm.breathing import EASY_ID, SLOW_ID, Phase
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import LIGHTS_GROW_PERCENT
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.base.view_model import named, qml_enum
from coupleapp.ui.calm import breath_words
from coupleapp.ui.calm.breath_choosing import BreathChoosing
from coupleapp.ui.calm.breath_props import BreathProps, BreathStage

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

_TONES = {Phase.IN: "breath_in", Phase.AGAIN: "breath_in", Phase.OUT: "breath_out"}


@QmlElement
class BreathModel(BreathChoosing):
    """Breathing wherever somebody breathes; ``allRead``: nobody has to read the caution first."""

    Props = BreathProps
    Stages = QEnum(qml_enum(BreathStage))
    Phases = QEnum(qml_enum(Phase))

    tone = Signal(str)
    said = Signal(str)
    allRead = Signal()

    def __init__(self, couples: Couples, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(couples, clock, parent)
        self._whole = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._whole.timeout.connect(self.finish)
        self.refresh()

    @Property(int, constant=True)
    def growPercent(self) -> int:
        """How much larger the lights are when the breath is in."""
        return LIGHTS_GROW_PERCENT

    @Slot()
    def refresh(self) -> None:
        self.put()

    def hear(self, *, tones: bool) -> None:
        self.put(can_hear=tones)

    @Slot(bool)
    def offer_voice(self, found: bool) -> None:
        self.put(can_speak=found)

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
        within_s = step_ms * self._inputs.speed / 1000 if step_ms > 0 else None
        self.put(within_s=within_s, instead="")

    @Slot()
    def ease(self) -> None:
        """An easier rhythm at once, for this time; again, and it is as before."""
        self.put(instead="" if self._inputs.instead else EASY_ID)

    def open(self, couple: Couple) -> None:
        """Their own page: breathing begins at once, but for what somebody has to read first."""
        if self.choices.voice:
            self.voiceAsked.emit()
        self.put(on_page=True, within_s=None, present=tuple(Seat), read_here=())
        if self.choices.unread(self.choices.pattern):
            self._caution(self.choices.pattern)
        else:
            self.begin()

    @Slot()
    def begin(self) -> None:
        self._begin()

    @Slot()
    def finish(self) -> None:
        if self._inputs.stage is BreathStage.BREATHING:
            self.hushed.emit()
            self.put(stage=BreathStage.FINISHED)

    def leave(self) -> bool:
        """Nobody breathes with a page that is not seen."""
        self._whole.stop()
        self.hushed.emit()
        self.finish()
        self.put(on_page=False, instead="", stage=BreathStage.NONE, pending="")
        return False

    # -- the caution: each reads it once, before they breathe

    def sit(self, present: Collection[Seat]) -> None:
        """These sit down to a talk."""
        self.put(on_page=False, present=tuple(present), read_here=())

    @Slot(int)
    def read(self, who: int | str) -> None:
        """One of them, or both, have read what has to be read first."""
        said = named(Whose, who)
        seats = set(Seat) if said is Whose.NOBODY else {Seat(said)}
        if self._inputs.on_page:
            self._read_on_the_page(seats)
            return
        # A disk that takes nothing keeps nobody from breathing now.
        self.put(read_here=(*self._inputs.read_here, *seats))
        self.keep_choices(self.choices.having_read(self.choices.talks, seats))
        if not self.props.unread:
            self.allRead.emit()

    @Slot()
    def decline(self) -> None:
        """Rather not hold the breath: slowly, this time, where what was chosen holds it."""
        holds = self.choices.chosen.holds
        self._begin(instead=SLOW_ID if holds else "")

    def _read_on_the_page(self, seats: Collection[Seat]) -> None:
        pattern = self._inputs.pending
        read = self.choices.having_read(pattern, seats)
        self.keep_choices(replace(read, pattern=pattern))
        self.put(present=tuple(seat for seat in Seat if seat in seats))
        self.begin()

    # -- inside

    def breathe(self, choices: BreathChoices, pattern_id: str) -> bool:
        """After the caution, where one who is here has not read the one that belongs to it."""
        here = self._inputs.present
        if not choices.unread(pattern_id, here):
            kept = self.keep_choices(replace(choices, pattern=pattern_id))
            if kept:
                self.begin()
            return kept
        now = self.choices.pattern
        stays = now in choices.patterns and not choices.unread(now, here)
        if not self.keep_choices(replace(choices, pattern=now if stays else SLOW_ID)):
            return False
        self._whole.stop()
        self._caution(pattern_id)
        return True

    def _caution(self, pattern_id: str) -> None:
        self.put(stage=BreathStage.CAUTION, pending=pattern_id, editing="", trouble="")

    def _begin(self, instead: str = "") -> None:
        self.put(
            stage=BreathStage.BREATHING,
            pending="",
            editing="",
            instead=instead,
            lap=self._inputs.lap + 1,
        )
        if self._couples.settings.timers:
            self._whole.start(self.props.whole_ms)
