"""What is shown of a grounding: a pure function of where somebody is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.calm.comfort import Comfort
from coupleapp.domain.calm.grounding import Grounding, Rest, SlowBreathing, Zone
from coupleapp.domain.programme.offers import Offer
from coupleapp.ui.calm.grounding_words import next_words, sentence

translate = QCoreApplication.translate


class Place(StrEnum):
    """Where in it somebody is; the clock is that of the pause around it."""

    CLOCK = "clock"
    ZONE = "zone"
    MENU = "menu"
    FLOW = "flow"
    BREATH = "breath"
    REST = "rest"
    AFTER = "after"


PLACES: dict[type[Offer], Place] = {
    Grounding: Place.FLOW,
    SlowBreathing: Place.BREATH,
    Rest: Place.REST,
}


class WayOn(StrEnum):
    ON = "on"
    LIGHTER = "lighter"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class WayRow:
    """``first``: it has the keyboard when it appears; nothing that ends something ever has."""

    way: WayOn
    words: str
    first: bool


@dataclass(frozen=True, slots=True)
class OfferRow:
    title: str


@dataclass(frozen=True, slots=True)
class GroundingState:
    """Where somebody is. It lives as long as the page, and belongs to nobody.

    Attributes:
        in_pause: Whether there is a clock to go back to.
        chosen: What they are at, or were before they looked for something else.
        turn: How often others were asked for.
    """

    place: Place = Place.ZONE
    in_pause: bool = False
    zone: Zone | None = None
    chosen: Offer | None = None
    step: int = 0
    held: bool = False
    turn: int = 0


@dataclass(frozen=True, slots=True)
class GroundingProps:
    """The page.

    Attributes:
        away: Whether they are at something, and the pause's own clock is small.
        step: Number of the sentence, from 1; 0 outside a grounding.
        ms: Real milliseconds the sentence stays.
        more: Whether there are others than those that are offered.
    """

    place: Place = Place.ZONE
    in_pause: bool = False
    away: bool = True
    title: str = ""
    sentence: str = ""
    step: int = 0
    steps: int = 0
    ms: int = 0
    held: bool = False
    may_skip: bool = False
    next_words: str = ""
    more: bool = False


def derive_grounding_props(
    state: GroundingState, speed: float, comforts: Sequence[Comfort] = (), *, more: bool = False
) -> GroundingProps:
    """``speed``: clock seconds in a real one; ``comforts``: of those who are here."""
    props = GroundingProps(
        place=state.place,
        in_pause=state.in_pause,
        away=state.place is not Place.CLOCK,
        held=state.held,
        more=more,
    )
    match state.place, state.chosen:
        case Place.FLOW, Grounding() as chosen:
            step = chosen.steps[state.step]
            return replace(
                props,
                title=chosen.title,
                sentence=sentence(step.text, comforts),
                step=state.step + 1,
                steps=len(chosen.steps),
                ms=max(1, round(step.seconds * 1000 / speed)),
                may_skip=step.may_skip,
                next_words=next_words(last=state.step + 1 == len(chosen.steps)),
            )
        case Place.REST, Rest() as chosen:
            return replace(props, title=chosen.title, sentence=chosen.text)
        case _:
            return props


def way_rows(state: GroundingState) -> list[WayRow]:
    """Where it is not all right, the way out comes first; the keyboard waits on a harmless one."""
    on = (
        translate("GroundingControls", "Back to the clock")
        if state.in_pause
        else translate("GroundingControls", "Go on")
    )
    ways = [
        WayRow(WayOn.ON, on, first=state.in_pause),
        WayRow(WayOn.LIGHTER, translate("GroundingControls", "Something lighter"), first=False),
        WayRow(WayOn.STOP, translate("GroundingControls", "Stop here"), first=False),
    ]
    return ways if state.zone is Zone.ALL_RIGHT else ways[::-1]
