"""The settings page: every choice is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from coupleapp.application.couples import Couples
from coupleapp.domain.checks import clamp
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import (
    BREATH_OPENING_BOUNDS,
    CARDS_BOUNDS,
    CHUNKS_BOUNDS,
    SPEAK_S_BOUNDS,
    TEXT_PERCENT_BOUNDS,
)
from coupleapp.domain.settings import Appearance, Motion, Settings
from coupleapp.ui.base.seats import seat_of
from coupleapp.ui.base.view_model import Rows, ViewModel

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

PARTS = (1, 2, 3, 5)
"""How many parts of each turn can be chosen."""


@dataclass(frozen=True, slots=True)
class SettingsProps:
    left: str = ""
    right: str = ""
    text_percent: int = 100
    appearance: str = "system"
    motion: str = "system"
    sound: bool = True
    timers: bool = True
    opening_minutes: int = 1
    speak_s: int = 90
    chunks: int = 3
    cards: int = 3
    types_left: bool = False
    types_right: bool = False
    loose: bool = False
    may_loosen: bool = False
    key_place: str = ""
    folder: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class NumberRow:
    count: int
    words: str


def _opening_row(minutes: int) -> NumberRow:
    if minutes == 0:
        return NumberRow(0, translate("SettingsModel", "No opening breath"))
    if minutes == 1:
        return NumberRow(1, translate("SettingsModel", "1 minute"))
    words = translate("SettingsModel", "{count} minutes")
    return NumberRow(minutes, words.format(count=minutes))


def _cards_row(count: int) -> NumberRow:
    if count == 1:
        return NumberRow(count, translate("SettingsModel", "One question"))
    return NumberRow(count, translate("SettingsModel", "{count} questions").format(count=count))


def _parts_row(count: int) -> NumberRow:
    if count == 1:
        return NumberRow(count, translate("SettingsModel", "One part"))
    return NumberRow(count, translate("SettingsModel", "{count} parts").format(count=count))


@QmlElement
class SettingsModel(ViewModel):
    Props = SettingsProps

    changed = Signal()

    def __init__(
        self,
        couples: Couples,
        may_loosen: Callable[[], bool],
        *,
        key_place: Callable[[], str],
        folder: str,
    ) -> None:
        """``key_place``: where the key of their words is, in words."""
        super().__init__()
        self._couples = couples
        self._may_loosen = may_loosen
        self._key_place = key_place
        self._parts = Rows(NumberRow, self)
        self._parts.replace([_parts_row(count) for count in PARTS])
        self._cards = Rows(NumberRow, self)
        least, most = CARDS_BOUNDS
        self._cards.replace([_cards_row(count) for count in range(least, most + 1)])
        self._openings = Rows(NumberRow, self)
        first, last = BREATH_OPENING_BOUNDS
        self._openings.replace([_opening_row(minutes) for minutes in range(first, last + 1)])
        self.show(SettingsProps(folder=folder))

    @Property(QObject, constant=True)
    def parts(self) -> Rows:
        return self._parts

    @Property(QObject, constant=True)
    def cardCounts(self) -> Rows:
        return self._cards

    @Property(QObject, constant=True)
    def openings(self) -> Rows:
        """How long the breath before a talk can be."""
        return self._openings

    def open(self, couple: Couple) -> None:
        self._refresh()

    def _refresh(self) -> None:
        couple, chosen = self._couples.couple, self._couples.settings
        if couple is None:
            return
        self.show(
            replace(
                self.props,
                left=couple.left,
                right=couple.right,
                text_percent=round(chosen.text_scale * 100),
                appearance=chosen.appearance.value,
                motion=chosen.motion.value,
                sound=chosen.sound,
                timers=chosen.timers,
                opening_minutes=chosen.breath.opening_minutes,
                speak_s=chosen.speak_s,
                chunks=chosen.chunks,
                cards=chosen.cards,
                types_left=Seat.LEFT in chosen.typed,
                types_right=Seat.RIGHT in chosen.typed,
                loose=chosen.loose,
                may_loosen=self._may_loosen(),
                key_place=self._key_place(),
                trouble="",
            )
        )

    @Slot(str, str)
    def rename(self, left: str, right: str) -> None:
        self._do(lambda: self._couples.rename(left, right))

    @Slot(int)
    def setTextPercent(self, percent: int) -> None:
        scale = clamp(percent, TEXT_PERCENT_BOUNDS) / 100
        self._choose(replace(self._couples.settings, text_scale=scale))

    @Slot(str)
    def setAppearance(self, name: str) -> None:
        self._choose(replace(self._couples.settings, appearance=Appearance(name)))

    @Slot(str)
    def setMotion(self, name: str) -> None:
        self._choose(replace(self._couples.settings, motion=Motion(name)))

    @Slot(bool)
    def setSound(self, on: bool) -> None:
        self._choose(replace(self._couples.settings, sound=on))

    @Slot()
    def toggleSound(self) -> None:
        self.setSound(not self._couples.settings.sound)

    @Slot(bool)
    def setTimers(self, on: bool) -> None:
        self._choose(replace(self._couples.settings, timers=on))

    @Slot(int)
    def setOpeningMinutes(self, minutes: int) -> None:
        settings = self._couples.settings
        breath = replace(settings.breath, opening_minutes=clamp(minutes, BREATH_OPENING_BOUNDS))
        self._choose(replace(settings, breath=breath))

    @Slot(int)
    def setSpeakSeconds(self, seconds: int) -> None:
        self._choose(replace(self._couples.settings, speak_s=clamp(seconds, SPEAK_S_BOUNDS)))

    @Slot(int)
    def setChunks(self, chunks: int) -> None:
        self._choose(replace(self._couples.settings, chunks=clamp(chunks, CHUNKS_BOUNDS)))

    @Slot(int)
    def setCards(self, cards: int) -> None:
        self._choose(replace(self._couples.settings, cards=clamp(cards, CARDS_BOUNDS)))

    @Slot(int)
    def toggleTyped(self, seat: int | str) -> None:
        typed = set(self._couples.settings.typed) ^ {seat_of(seat)}
        self._choose(replace(self._couples.settings, typed=tuple(sorted(typed))))

    @Slot(bool)
    def setLoose(self, on: bool) -> None:
        self._choose(replace(self._couples.settings, loose=on))

    def _choose(self, settings: Settings) -> None:
        self._do(lambda: self._couples.choose(settings))

    def _do(self, work: Callable[[], None]) -> None:
        if self.attempt(work):
            self._refresh()
            self.changed.emit()
