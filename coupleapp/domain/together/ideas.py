"""Ideas for things to do together, what is said about them, and what the couple wishes for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coupleapp.domain.checks import require_texts
from coupleapp.domain.couple import Seat
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused, clean_line


class Cost(StrEnum):
    """What an idea costs: nothing, about a meal at home, or more."""

    FREE = "free"
    LITTLE = "little"
    SOME = "some"


class Energy(StrEnum):
    """How much it asks of a tired person."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Place(StrEnum):
    """Where it is done."""

    INDOORS = "indoors"
    OUTDOORS = "outdoors"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Traits:
    """What is said about an idea; what is left out fits every wish.

    ``easy_to_move`` is for somebody who cannot walk far or use stairs.
    """

    cost: Cost | None = None
    energy: Energy | None = None
    place: Place = Place.EITHER
    easy_to_move: bool = True
    with_children: bool = True


@dataclass(frozen=True, slots=True)
class Idea:
    """Something to do together, ours or the couple's own.

    Attributes:
        id: Stable name; of their own ideas random and never reused.
        text: One sentence. Of their own at most ``LINE_MAX`` characters, already clean.
        added_at: When they added it, aware UTC; None for ours.
        author: Who added it; None when it is from both, and for ours.

    Raises:
        LineRefused: The text of their own idea is not clean.
        ValueError: A text is empty; the time is not in UTC; ours has an author, or leaves out its
            cost or its energy.
    """

    id: str
    text: str
    traits: Traits
    added_at: datetime | None = None
    author: Seat | None = None

    def __post_init__(self) -> None:
        require_texts(self)
        if self.added_at is None:
            if self.author is not None:
                raise ValueError("an idea of ours has no author")
            if self.traits.cost is None or self.traits.energy is None:
                raise ValueError("an idea of ours says its cost and its energy")
        else:
            if self.added_at.utcoffset() != timedelta(0):
                raise ValueError("a time is in UTC")
            if clean_line(self.text, needed=True) != self.text:
                raise LineRefused(TextFault.EMPTY)

    @property
    def own(self) -> bool:
        """Whether the couple added it."""
        return self.added_at is not None


@dataclass(frozen=True, slots=True)
class Filters:
    """What the couple would like to see. What is left empty does not matter to them.

    What can be done either way fits both places.
    """

    costs: frozenset[Cost] = frozenset()
    energies: frozenset[Energy] = frozenset()
    places: frozenset[Place] = frozenset()
    easy_to_move: bool = False
    with_children: bool = False

    def fit(self, idea: Idea) -> bool:
        """Whether this idea is to be seen."""
        said = idea.traits
        return (
            _one_of(said.cost, self.costs)
            and _one_of(said.energy, self.energies)
            and (said.place is Place.EITHER or _one_of(said.place, self.places))
            and (said.easy_to_move or not self.easy_to_move)
            and (said.with_children or not self.with_children)
        )


def _one_of(said: StrEnum | None, wanted: Collection[StrEnum]) -> bool:
    return said is None or not wanted or said in wanted
