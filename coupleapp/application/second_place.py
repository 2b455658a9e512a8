"""A second place for the copies, of the couple's choice: a stick, or a folder that is synced.

Every copy goes there, too, with the same rule for what gives way. It may be away, full or
read-only: that is noted and caught up with later, and never costs a copy in the first place.
Another computer with the same notebook may use it, too: what that one brought is let be.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from coupleapp.application.copy_progress import Doing, Progress, Told
from coupleapp.application.ports import Clock, StoreError, StoreFull, StoreReadOnly
from coupleapp.domain.copies import removable

Made = tuple[datetime, ...]
"""When copies were made, aware UTC, oldest first."""


class PlaceAway(StoreError):
    """It is not there: a stick that is not plugged in, a drive that does not answer."""


class PlaceFault(StrEnum):
    """Why a folder cannot be the second place."""

    NO_FOLDER = "no_folder"
    FIRST_PLACE = "first_place"
    READ_ONLY = "read_only"


class PlaceRefused(Exception):
    """This folder cannot be the second place; nothing was changed."""

    def __init__(self, fault: PlaceFault) -> None:
        super().__init__(fault)
        self.fault = fault


class Missed(StrEnum):
    """Why the last copy is not in the second place."""

    AWAY = "away"
    FULL = "full"
    READ_ONLY = "read_only"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SecondNote:
    """What is remembered of the second place beside the copies of the first.

    Attributes:
        made: When the copies were made that lay there last, aware UTC, oldest first.
        missing: When the newest copy was made that could not go there, aware UTC; None for none.
        missed: Why it could not; None with ``missing``.
        only_since: What is older there than this is to go, because it was to leave every copy;
            None where nothing is.
        others: Which of ``made`` another computer brought.
    """

    made: Made = ()
    missing: datetime | None = None
    missed: Missed | None = None
    only_since: datetime | None = None
    others: Made = ()


class SecondShelf(Protocol):
    """The second place. Only what belongs to this notebook is seen there.

    Every method may raise a ``StoreError``, ``PlaceAway`` where the place is not there.
    """

    def refuse(self, place: Path) -> None:
        """Try whether a copy could be written there.

        Raises:
            PlaceRefused: None can.
        """

    def made(self, place: Path) -> Made:
        """When each copy there was made, by its name, aware UTC; oldest first."""

    def own(self, place: Path) -> Made:
        """The same for those alone that this computer brought: no other is ever changed."""

    def settle(self, place: Path) -> None:
        """Bring its envelopes there up to those here; take away what a crash left."""

    def write(self, place: Path, at: datetime) -> bool:
        """Bring the copy of this time there and read it back.

        Returns:
            Whether it lies there: not where it is not whole in the first place, nor where its name
            is taken by another's.
        """

    def remove(self, place: Path, at: datetime) -> None:
        """Delete the copy of this time there, if this computer brought it."""

    def readable(self, place: Path, at: datetime) -> bool:
        """Whether the copy of this time there can be read through."""

    def note(self) -> SecondNote:
        """What is remembered; an empty note where that cannot be read."""

    def keep(self, note: SecondNote) -> None:
        """Remember this."""


@dataclass(frozen=True, slots=True)
class SecondStanding:
    """How it stands with the second place.

    Attributes:
        place: The folder.
        note: What is remembered.
        newest: When the newest copy there was made, aware UTC; None where none is, or it is away.
        whole: Whether that one was read through just now.
        here: Whether the place is there.
    """

    place: Path
    note: SecondNote
    newest: datetime | None
    whole: bool
    here: bool


def _ask_it(ask: Callable[[], Made]) -> Made:
    return ask()


class SecondPlace:
    """For any thread, one at a time."""

    def __init__(
        self,
        shelf: SecondShelf,
        first: Callable[[], Made],
        clock: Clock,
        chosen: Callable[[], str],
        patiently: Callable[[Callable[[], Made]], Made] = _ask_it,
    ) -> None:
        """Beside the first place.

        Args:
            shelf: Where the copies lie there.
            first: When the copies of the first place were made.
            clock: Tells when one was missed, and the day of a copy.
            chosen: The folder that the couple chose; empty for none.
            patiently: Asks a place that may not answer, and raises a ``TimeoutError`` then.
        """
        self._shelf = shelf
        self._first = first
        self._clock = clock
        self._chosen = chosen
        self._patiently = patiently

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
            newest = max(lying.made, default=None)
            whole = newest is not None and self._shelf.readable(place, newest)
        except StoreError:
            return SecondStanding(place, note, None, whole=False, here=False)
        # It may have been chosen on another computer, or somebody has been at it.
        note = lying.noted(note)
        with suppress(StoreError):
            self._shelf.keep(note)
        return SecondStanding(place, note, newest, whole, here=True)

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
        lying = _Lying(set(note.made), set(note.made) - set(note.others))
        try:
            lying = self._look(place, note)
            self._bring(place, lying, first, note.only_since, told, gives_way=gives_way)
        except StoreError as error:
            missing = max(first - lying.made, default=None)
            missed = None if missing is None else _why(error)
            note = replace(lying.noted(note), missing=missing, missed=missed)
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
        try:
            made = self._patiently(lambda: self._shelf.made(place))
        except TimeoutError:
            raise PlaceAway("it does not answer") from None
        if note.made and not made:
            # Where a stick is not plugged in, its folder may be there, and empty.
            raise PlaceAway("nothing is left there")
        return _Lying(set(made), set(self._shelf.own(place)))

    def _bring(
        self,
        place: Path,
        lying: "_Lying",
        first: set[datetime],
        only_since: datetime | None,
        told: Told,
        *,
        gives_way: bool,
    ) -> None:
        zone, newest = self._clock.zone(), max(first, default=None)

        def remove(gone: set[datetime]) -> None:
            for at in sorted(gone):
                self._shelf.remove(place, at)
                lying.made.discard(at)
                lying.own.discard(at)

        self._shelf.settle(place)
        erased = {at for at in lying.own - first if only_since is not None and at < only_since}
        # Where there is no room, they make it; one stays until a new one lies there.
        last = {max(erased)} if erased and erased == lying.own else set()
        remove(erased - last)
        if newest is None:
            return
        missing = sorted(first - lying.made, reverse=True)
        for n, at in enumerate(missing):
            told(Progress(Doing.SECOND_PLACE, n, len(missing)))
            if self._shelf.write(place, at):
                lying.made.add(at)
                lying.own.add(at)
        if newest not in lying.made:
            raise StoreError("the newest copy could not be brought there")
        remove(last)
        if gives_way:
            remove(set(removable(lying.own, zone, newest)) - first)


@dataclass(frozen=True, slots=True)
class _Lying:
    """What lies there, kept true; ``own``: what this computer brought of it."""

    made: set[datetime]
    own: set[datetime]

    def noted(self, note: SecondNote) -> SecondNote:
        made, others = tuple(sorted(self.made)), tuple(sorted(self.made - self.own))
        return replace(note, made=made, others=others)


def _why(error: StoreError) -> Missed:
    match error:
        case PlaceAway():
            return Missed.AWAY
        case StoreFull():
            return Missed.FULL
        case StoreReadOnly():
            return Missed.READ_ONLY
        case _:
            return Missed.OTHER
