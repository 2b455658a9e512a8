"""Grounding for QML: how it is, what might help, one sentence at a time, and how to go on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.calm.grounding import Grounding, Rest, Zone
from coupleapp.domain.programme.programme import Programme, groundings_for, rests_for
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


class Place(StrEnum):
    """Where in it somebody is: how it is, what might help, that, and how to go on."""

    ZONE = "zone"
    MENU = "menu"
    FLOW = "flow"
    REST = "rest"
    AFTER = "after"


class WayOn(StrEnum):
    ON = "on"
    LIGHTER = "lighter"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class WayRow:
    way: WayOn
    words: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    title: str


@dataclass(frozen=True, slots=True)
class GroundingState:
    """Where somebody is. It lives as long as the page, and belongs to nobody."""

    zone: Zone | None = None
    chosen: Grounding | Rest | None = None
    step: int = 0
    held: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class GroundingProps:
    """The page.

    Attributes:
        step: Number of the sentence, from 1; 0 outside a grounding.
        ms: Real milliseconds the sentence stays.
    """

    place: Place = Place.ZONE
    breath_offered: bool = False
    title: str = ""
    sentence: str = ""
    step: int = 0
    steps: int = 0
    ms: int = 0
    held: bool = False
    may_skip: bool = False
    next_words: str = ""


def derive_grounding_props(state: GroundingState, speed: float) -> GroundingProps:
    """``speed``: clock seconds in a real one."""
    props = GroundingProps(
        breath_offered=state.zone in {Zone.ALL_RIGHT, Zone.TOO_MUCH},
    )
    if state.after:
        return replace(props, place=Place.AFTER)
    match state.chosen:
        case Grounding() as chosen:
            step = chosen.steps[state.step]
            return replace(
                props,
                place=Place.FLOW,
                title=chosen.title,
                sentence=step.text,
                step=state.step + 1,
                steps=len(chosen.steps),
                ms=max(1, round(step.seconds * 1000 / speed)),
                held=state.held,
                may_skip=step.may_skip,
                next_words=_next_words(last=state.step + 1 == len(chosen.steps)),
            )
        case Rest() as chosen:
            return replace(props, place=Place.REST, title=chosen.title, sentence=chosen.text)
    return replace(props, place=Place.ZONE if state.zone is None else Place.MENU)


def way_rows(state: GroundingState) -> list[WayRow]:
    ways = [
        WayRow(WayOn.ON, translate("GroundingControls", "Go on")),
        WayRow(WayOn.LIGHTER, translate("GroundingControls", "Something lighter")),
        WayRow(WayOn.STOP, translate("GroundingControls", "Stop here")),
    ]
    return ways if state.zone is Zone.ALL_RIGHT else ways[::-1]


def _next_words(*, last: bool) -> str:
    if last:
        return translate("GroundingControls", "Done")
    return translate("GroundingControls", "Next")


@QmlElement
class GroundingControls(ViewModel):
    """Nothing of it is kept."""

    Props = GroundingProps
    Places = QEnum(qml_enum(Place))
    Zones = QEnum(qml_enum(Zone))
    WaysOn = QEnum(qml_enum(WayOn))

    def __init__(self, programme: Programme, speed: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._programme = programme
        self._speed = speed
        self._state = GroundingState()
        self._groundings: tuple[Grounding, ...] = ()
        self._rests: tuple[Rest, ...] = ()
        self._grounding_rows = Rows(OfferRow, self)
        self._rest_rows = Rows(OfferRow, self)
        self._way_rows = Rows(WayRow, self)

    @Property(QObject, constant=True)
    def groundings(self) -> Rows:
        """What can be done in the chair; what suits comes first."""
        return self._grounding_rows

    @Property(QObject, constant=True)
    def rests(self) -> Rows:
        return self._rest_rows

    @Property(QObject, constant=True)
    def ways(self) -> Rows:
        """Where it is not all right, the way out comes first."""
        return self._way_rows

    @Slot()
    def begin(self) -> None:
        self._go(GroundingState())

    @Slot(int)
    def answer(self, zone: int | str) -> None:
        now = named(Zone, zone)
        self._groundings = groundings_for(self._programme, now)
        self._rests = rests_for(self._programme, now)
        self._grounding_rows.replace([OfferRow(one.title) for one in self._groundings])
        self._rest_rows.replace([OfferRow(one.title) for one in self._rests])
        self._go(GroundingState(zone=now))

    @Slot(int)
    def ground(self, index: int) -> None:
        self._choose(self._groundings, index)

    @Slot(int)
    def rest(self, index: int) -> None:
        self._choose(self._rests, index)

    @Slot()
    def onward(self) -> None:
        """The next sentence; after the last, the question how to go on."""
        chosen, step = self._state.chosen, self._state.step + 1
        if isinstance(chosen, Grounding) and not self._state.after:
            if step < len(chosen.steps):
                self._go(replace(self._state, step=step))
            else:
                self.finish()

    @Slot()
    def back(self) -> None:
        """The sentence before; the first stays."""
        if isinstance(self._state.chosen, Grounding) and not self._state.after:
            self._go(replace(self._state, step=max(0, self._state.step - 1)))

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Let the sentences wait for a press, or go on by themselves."""
        self._go(replace(self._state, held=held))

    @Slot()
    def finish(self) -> None:
        """Enough of it, also of breathing."""
        self._go(replace(self._state, after=True))

    @Slot()
    def menu(self) -> None:
        """Choose something else; the answer stays."""
        self._go(GroundingState(zone=self._state.zone))

    def _choose(self, offers: Sequence[Grounding | Rest], index: int) -> None:
        if 0 <= index < len(offers):
            self._go(GroundingState(zone=self._state.zone, chosen=offers[index]))

    def _go(self, state: GroundingState) -> None:
        self._state = state
        self._way_rows.replace(way_rows(state))
        self.show(derive_grounding_props(state, self._speed))
