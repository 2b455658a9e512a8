"""What a step of a talk about needs can be while it is played."""

from dataclasses import dataclass
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.watch import Stopwatch


@dataclass(frozen=True, slots=True)
class ChoosingTopic:
    """Both choose what it is about."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One writes behind the curtain what matters most, and what can bend."""

    seat: Seat
    second: bool
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class SayingCore:
    """One reads aloud what matters most to them, the other says it back, as often as they like."""

    need_id: str
    owner: Seat
    round: int = 0


@dataclass(frozen=True, slots=True)
class CheckingCore:
    """The owner says whether it was got."""

    need_id: str
    owner: Seat
    round: int = 0


@dataclass(frozen=True, slots=True)
class FindingCommon:
    """Both look for what both can say yes to."""


@dataclass(frozen=True, slots=True)
class WeighingOptions:
    """Both collect what could be tried, and judge nothing yet."""

    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class WritingTrial:
    """Both write one plan to try, each their own "I will"."""


@dataclass(frozen=True, slots=True)
class ConfirmingTrial:
    """Both read the plan; each says yes with their own key."""

    done: tuple[Seat, ...] = ()


NeedsStep: TypeAlias = (
    ChoosingTopic
    | Listing
    | SayingCore
    | CheckingCore
    | FindingCommon
    | WeighingOptions
    | WritingTrial
    | ConfirmingTrial
)
