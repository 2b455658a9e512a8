"""A second place for the copies, of the couple's choice: a stick, or a folder that is synced.

Every copy goes there, too, with the same rule for what gives way. It may be away, full or
read-only: that is noted and caught up with later, and never costs a copy in the first place.
Another computer with the same notebook may use it, too: what that one brought is let be.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from coupleapp.application.copy_progress import Doing, Progress, Told
from coupleapp.application.ports import Clock, StoreError, StoreFull, StoreReadOnly
from coupleapp.application.second_shelf import (
    Hindered,
    InTheWay,
    Made,
    PlaceAway,
    PlaceEmptied,
    SecondNote,
    SecondShelf,
)
from coupleapp.domain.copies import removable


class NoCopy(Enum):
    """Why none was found there."""

    AWAY = auto()
    EMPTIED = auto()
    NONE_YET = auto()


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest copy there.

    Attributes:
        at: When it was made, aware UTC.
        whole: Whether it could be read through just now.
    """

    at: datetime
    whole: bool


@dataclass(frozen=True, slots=True)
class SecondStanding:
    """How it stands with the second place.

    Attributes:
        place: The folder.
        note: What is remembered.
        found: What was found there just now.
    """

    place: Path
    note: SecondNote
    found: Newest | NoCopy


class SecondPlace:
    """For any thread, one at a time."""

    def __init__(
        self,
        shelf: SecondShelf,
        first: Callable[[], Made],
        clock: Clock,
        chosen: Callable[[], str],
    ) -> None:
        """Beside the first place.

        Args:
            shelf: Where the copies lie there.
            first: When the copies of the first place were made.
            clock: Tells when one was missed, and the day of a copy.
            chosen: The folder that the couple chose; empty for none.
        """
        self._shelf = shelf
        self._first = first
        self._clock = clock
        self._chosen = chosen

    @property
    def place(self) -> Path | None:
        """The folder; None where none is chosen."""
        chosen = self._chosen()
        return Path(chosen) if chosen else None

    @property
    def note(self) -> SecondNote:
        """What is remembered of it."""
        return self._shelf.note()

    def check(self, place: Path) -> None:
        """Try whether this folder can be the second place.

        Raises:
            PlaceRefused: It cannot.
        """
        self._shelf.refuse(place)

    def begin(self) -> None:
        """Another folder was chosen, or none: what is remembered is of the one before.

        Raises:
            StoreError: It could not be forgotten.
        """
        self._shelf.keep(SecondNote())

    def standing(self) -> SecondStanding | None:
        """Look at it, and read the newest copy there through; None where none is chosen."""
        place, note = self.place, self.note
        if place is None:
            return None
        try:
            lying = self._look(place, note)
            found = self._newest(lying)
        except PlaceEmptied:
            return SecondStanding(place, note, NoCopy.EMPTIED)
        except StoreError:
            return SecondStanding(place, note, NoCopy.AWAY)
        unreadable: Made = ()
        if isinstance(found, Newest) and not found.whole and found.at in lying.own:
            unreadable = (found.at,)
        # It may have been chosen on another computer, or somebody has been at it.
        note = replace(lying.noted(note), unreadable=unreadable)
        with suppress(StoreError):
            self._shelf.keep(note)
        return SecondStanding(place, note, found)

    def catch_up(self, told: Told, *, gives_way: bool) -> None:
        """Bring there what is missing, if a place is chosen. What is in the way is noted.

        Args:
            told: How far it is.
            gives_way: Whether copies there give way to newer ones now.

        Raises:
            StoreError: The first place could not be read.
        """
        place = self.place
        if place is None:
            return
        note, first = self.note, set(self._first())
        lying = _Lying(self._shelf, place, set(note.made), set(note.made) - set(note.others))
        try:
            lying = self._look(place, note)
            self._bring(lying, first, note, told, gives_way=gives_way)
        except StoreError as error:
            hindered = Hindered(_why(error), max(first - lying.made, default=None))
            note = replace(lying.noted(note), hindered=hindered)
        else:
            note = lying.noted(SecondNote())
        with suppress(StoreError):
            # What is not remembered is found out again.
            self._shelf.keep(note)

    def keep_only(self, since: datetime) -> None:
        """What it brought before goes as soon as a copy from then lies there.

        Raises:
            StoreError: It could not be noted.
        """
        if self.place is not None:
            self._shelf.keep(replace(self.note, only_since=since))

    def _look(self, place: Path, note: SecondNote) -> "_Lying":
        made = self._shelf.made(place)
        if note.made and not made:
            # Where a stick is not plugged in, its folder may be there, and empty.
            raise PlaceEmptied("nothing is left there")
        return _Lying(self._shelf, place, set(made), set(self._shelf.own(place)))

    def _newest(self, lying: "_Lying") -> Newest | NoCopy:
        newest = max(lying.made, default=None)
        if newest is None:
            return NoCopy.NONE_YET
        return Newest(newest, self._shelf.readable(lying.place, newest))

    def _bring(
        self,
        lying: "_Lying",
        first: set[datetime],
        note: SecondNote,
        told: Told,
        *,
        gives_way: bool,
    ) -> None:
        since, newest, zone = note.only_since, max(first, default=None), self._clock.zone()
        self._shelf.settle(lying.place)
        erased = {at for at in lying.own - first if since is not None and at < since}
        # Where there is no room, they make it; one stays until a new one lies there.
        last = {max(erased)} if erased and erased == lying.own else set()
        lying.let_go(erased - last)
        if newest is None:
            return
        again = first & lying.own & set(note.unreadable)
        missing = sorted(again | (first - lying.made), reverse=True)

        def make_room() -> None:
            if newest in lying.own:
                lying.let_go(last & lying.own)
            if gives_way:
                lying.let_go(set(removable(lying.own, zone, newest)) - first)

        # The newest first, and never more there than has to be: it may be small.
        make_room()
        for n, at in enumerate(missing):
            told(Progress(Doing.SECOND_PLACE, n, len(missing)))
            lying.bring(at)
            make_room()
        if newest not in lying.made:
            raise StoreError("the newest copy could not be brought there")


@dataclass(frozen=True, slots=True)
class _Lying:
    """What lies there, kept true; ``own``: what this computer brought of it."""

    shelf: SecondShelf
    place: Path
    made: set[datetime]
    own: set[datetime]

    def bring(self, at: datetime) -> None:
        if self.shelf.write(self.place, at):
            self.made.add(at)
            self.own.add(at)

    def let_go(self, gone: Iterable[datetime]) -> None:
        for at in sorted(gone):
            self.shelf.remove(self.place, at)
            self.made.discard(at)
            self.own.discard(at)

    def noted(self, note: SecondNote) -> SecondNote:
        made, others = tuple(sorted(self.made)), tuple(sorted(self.made - self.own))
        return replace(note, made=made, others=others)


def _why(error: StoreError) -> InTheWay:
    match error:
        case PlaceEmptied():
            return InTheWay.EMPTIED
        case PlaceAway():
            return InTheWay.AWAY
        case StoreFull():
            return InTheWay.FULL
        case StoreReadOnly():
            return InTheWay.READ_ONLY
        case _:
            return InTheWay.OTHER
