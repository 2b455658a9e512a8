"""How far a talk about needs has come: what lies on the table, by id."""

from dataclasses import dataclass

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.needs.needs import TOPIC_ID, TRIAL_IDS, LineKind, Ring


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of somebody's list."""

    id: str
    seat: Seat
    ring: Ring


@dataclass(frozen=True, slots=True)
class NeedsSoFar:
    """What a talk about needs has brought so far.

    Attributes:
        common: Ids of lists' lines to which both can say yes; ``grounds`` they have added.
        chosen: Id of the option they try; None while it is open, or where it is a mix.
        days: After how many days the plan on the table is looked at again; None without one.
    """

    topic: Topic | None = None
    listed: tuple[Listed, ...] = ()
    revealed: bool = False
    common: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    days: int | None = None
    agreement_id: str | None = None
    parked: bool = False
    chosen: str | None = None

    def ring(self, seat: Seat, ring: Ring) -> tuple[Listed, ...]:
        """This partner's lines in this ring."""
        return tuple(one for one in self.listed if (one.seat, one.ring) == (seat, ring))

    def find(self, need_id: str) -> Listed | None:
        """The line with this id, if it is on a list."""
        return next((one for one in self.listed if one.id == need_id), None)

    def cores(self, first: Seat) -> tuple[Listed, ...]:
        """What matters most to both, in the order in which it is read: by turns, ``first`` first.

        Where one has more, theirs follow each other at the end.
        """
        one, other = self.ring(first, Ring.CORE), self.ring(first.other, Ring.CORE)
        places = range(max(len(one), len(other)))
        return tuple(core for n in places for core in (*one[n : n + 1], *other[n : n + 1]))

    def lines(self, kind: LineKind) -> tuple[str, ...]:
        """The ids of the lines of this kind, of those that come in any number."""
        return self.options if kind is LineKind.OPTION else self.grounds

    def may_be_read(self, owner: Seat, alone: Seat | None) -> bool:
        """Whether ``owner``'s list may be shown while ``alone`` sits alone with an open curtain."""
        return self.revealed or owner is alone

    @property
    def left_behind(self) -> tuple[str, ...]:
        """Ids of the words that are forgotten when the session ends here.

        A list that was never opened was sealed for this talk and goes with it, and so does a plan
        that only one, or nobody, has said yes to. What both have seen stays.
        """
        if self.revealed:
            on_the_table = self.days is not None and self.agreement_id is None
            return TRIAL_IDS if on_the_table else ()
        return (TOPIC_ID, *(one.id for one in self.listed)) if self.topic is not None else ()
