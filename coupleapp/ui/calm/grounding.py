"""Grounding for QML: one thing begun, a few others, one sentence at a time, and how to go on."""

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, Slot
from PySide6.QtQml import QmlElement

from coupleapp.domain.calm.grounding import Grounding, SlowBreathing, Zone
from coupleapp.domain.couple import Seat
from coupleapp.domain.programme.offers import (
    Offer,
    begun_for,
    has_more,
    offers_for,
    others_than,
)
from coupleapp.domain.programme.programme import Programme
from coupleapp.domain.settings import Settings
from coupleapp.ui.base.view_model import Rows, ViewModel, named, qml_enum
from coupleapp.ui.calm.grounding_props import (
    PLACES,
    GroundingProps,
    GroundingState,
    OfferRow,
    Place,
    WayOn,
    WayRow,
    derive_grounding_props,
    way_rows,
)

QML_IMPORT_NAME = "Nearer.Models"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
class GroundingControls(ViewModel):
    """Nothing of it is kept."""

    Props = GroundingProps
    Places = QEnum(qml_enum(Place))
    Zones = QEnum(qml_enum(Zone))
    WaysOn = QEnum(qml_enum(WayOn))

    def __init__(
        self,
        programme: Programme,
        settings: Callable[[], Settings],
        speed: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._programme = programme
        self._settings = settings
        self._speed = speed
        self._state = GroundingState()
        self._present: Collection[Seat] = tuple(Seat)
        self._shown: tuple[Offer, ...] = ()
        self._offer_rows = Rows(OfferRow, self)
        self._way_rows = Rows(WayRow, self)

    @Property(QObject, constant=True)
    def offers(self) -> Rows:
        """A few things, beside the one they are at."""
        return self._offer_rows

    @Property(QObject, constant=True)
    def ways(self) -> Rows:
        return self._way_rows

    # -- where it begins

    def sit(self, present: Collection[Seat]) -> None:
        """These are here."""
        self._present = tuple(present)

    def pause(self, zone: Zone | None = None) -> None:
        """A pause begins: at its clock, or at what suits the zone that was named with it."""
        self._go(GroundingState(Place.CLOCK, in_pause=True))
        if zone is not None:
            self.answer(zone)

    def begin(self) -> None:
        """It is a step of its own, in which there is no clock."""
        self._go(GroundingState(Place.ZONE))

    # -- what is pressed

    @Slot()
    def ask(self) -> None:
        """How are they doing inside? Also when it is different after all."""
        self._go(GroundingState(Place.ZONE, in_pause=self._state.in_pause))

    @Slot(int)
    def answer(self, zone: int | str) -> None:
        """The first thing that suits begins at once."""
        said = named(Zone, zone)
        state = GroundingState(Place.MENU, in_pause=self._state.in_pause, zone=said)
        begun = begun_for(self._programme, said)
        self._go(state if begun is None else self._at(state, begun))

    @Slot(int)
    def take(self, index: int) -> None:
        """One of the things that are offered."""
        if 0 <= index < len(self._shown):
            self._go(self._at(self._state, self._shown[index]))

    @Slot()
    def onward(self) -> None:
        """The next sentence; after the last, the question how to go on."""
        state, chosen = self._state, self._state.chosen
        if state.place is Place.FLOW and isinstance(chosen, Grounding):
            if state.step + 1 < len(chosen.steps):
                self._go(replace(state, step=state.step + 1))
            else:
                self.finish()

    @Slot()
    def back(self) -> None:
        """The sentence before; the first stays."""
        if self._state.place is Place.FLOW:
            self._go(replace(self._state, step=max(0, self._state.step - 1)))

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Let the sentences wait for a press, or go on by themselves."""
        self._go(replace(self._state, held=held))

    @Slot()
    def finish(self) -> None:
        """Enough of it."""
        self._go(replace(self._state, place=Place.AFTER))

    @Slot()
    def menu(self) -> None:
        """Something else; the answer stays."""
        self._go(replace(self._state, place=Place.MENU, turn=0))

    @Slot()
    def others(self) -> None:
        """Others than those that are offered."""
        self._go(replace(self._state, turn=self._state.turn + 1))

    @Slot()
    def toClock(self) -> None:
        """Back to the clock of the pause, from wherever they are."""
        if self._state.in_pause:
            self._go(GroundingState(Place.CLOCK, in_pause=True))

    # -- inside

    def _at(self, state: GroundingState, offer: Offer) -> GroundingState:
        """At the beginning of this."""
        place = PLACES[type(offer)]
        # Where the couple has no timers, the sentences wait, too.
        held = state.held or not self._settings().timers
        return replace(state, place=place, chosen=offer, step=0, held=held)

    def _go(self, state: GroundingState) -> None:
        self._state = state
        zone = state.zone
        offers = () if zone is None else offers_for(self._programme, zone)
        self._shown = others_than(offers, state.chosen, state.turn)
        self._offer_rows.replace([OfferRow(_title(one)) for one in self._shown])
        self._way_rows.replace(way_rows(state))
        both = self._settings().comforts
        comforts = [both.of(seat) for seat in self._present]
        more = has_more(offers, state.chosen)
        self.show(derive_grounding_props(state, self._speed, comforts, more=more))


def _title(offer: Offer) -> str:
    if isinstance(offer, SlowBreathing):
        return translate("GroundingControls", "Breathe slowly")
    return offer.title
