"""Copies of the notebook: when one is made, and which give way to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from coupleapp.application.copy_progress import Told, nobody
from coupleapp.application.ports import Clock, StoreError
from coupleapp.application.second_place import SecondPlace
from coupleapp.domain.copies import held_until, removable, rests


@dataclass(frozen=True, slots=True)
class Holding:
    """What a copy holds that both may know of: counts and a date, never content.

    Attributes:
        talks: Talks that took place.
        lines: Lines of the notebook that both may read.
        agreements: What they have agreed to try.
        newest: The last of the talks and lines, aware; None where there is none.
    """

    talks: int
    lines: int
    agreements: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was read back just now.

    Attributes:
        path: Where it lies.
        made_at: By its name, aware UTC.
        holding: What it holds; None where it cannot be read.
        put_aside: It was the notebook itself until another was taken in its place.
    """

    path: Path
    made_at: datetime
    holding: Holding | None
    put_aside: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Where something that is deleted now still lies.

    Attributes:
        until: The local date on which the last copy of this computer that may hold it has given
            way, if Nearer is used once a week; None where there is no copy.
        put_aside: Whether a file that was put aside may hold it, which never gives way by itself.
        away: Whether copies lie in a second place that was not reached the last time: there it
            takes until that is reached.
        others: Whether copies lie there that another computer brought, which give way to none of
            this one's.
    """

    until: date | None
    put_aside: bool = False
    away: bool = False
    others: bool = False

    @property
    def nowhere(self) -> bool:
        """Whether it is gone as soon as it is deleted."""
        return self.until is None and not self.put_aside and not self.others


class EarlierCopiesStay(StoreError):
    """Something that was to go is still there; a new copy lies beside it."""


class CopyShelf(Protocol):
    """Where the copies lie. Every method may raise a ``StoreError``; for any thread."""

    def place(self) -> Path:
        """The folder."""

    def made(self) -> tuple[datetime, ...]:
        """When each was made, by its name, aware UTC; oldest first. Nothing is read."""

    def make(self, at: datetime, told: Told = nobody) -> datetime:
        """Make one and read it back; the time it stands under, where ``at`` is taken already."""

    def remove(self, made: Sequence[datetime]) -> None:
        """Delete these."""

    def changed(self) -> bool:
        """Whether something was written since the last one was made."""

    def restored(self) -> datetime | None:
        """When one was last taken back."""

    def present(self) -> Holding:
        """What the notebook itself holds."""

    def found(self, told: Told = nobody) -> tuple[Copy, ...]:
        """Each of them, read back; the newest first."""

    def put_aside(self) -> int:
        """How many files were put aside that are of this notebook, or may be."""

    def remove_put_aside(self) -> None:
        """Delete these, and what else of an earlier file was left half done."""


class Copies:
    """For any thread: work on the shelf is done by one at a time, where its callers see to it."""

    def __init__(
        self,
        shelf: CopyShelf,
        clock: Clock,
        begun: Callable[[], bool],
        trusted: Callable[[], bool] = lambda: True,
        second: SecondPlace | None = None,
    ) -> None:
        """Over this shelf.

        Args:
            shelf: Where they lie.
            clock: Tells the day of a copy.
            begun: Whether there is a couple, and so something to copy.
            trusted: Whether a copy may give way by its date.
            second: Where every copy goes, too; None where there can be no such place.
        """
        self._shelf = shelf
        self._clock = clock
        self._begun = begun
        self._trusted = trusted
        self._second = second

    @property
    def place(self) -> Path:
        """Where they lie."""
        return self._shelf.place()

    def last(self) -> datetime | None:
        """When the last one was made, aware UTC.

        Raises:
            StoreError: The folder could not be read.
        """
        return max(self._shelf.made(), default=None)

    def found(self, told: Told = nobody) -> tuple[Copy, ...]:
        """Each of them, read back; the newest first.

        Raises:
            StoreError: The folder could not be read.
        """
        return self._shelf.found(told)

    def present(self) -> Holding:
        """What the notebook itself holds now.

        Raises:
            StoreError: It could not be read.
        """
        return self._shelf.present()

    def put_aside(self) -> int:
        """How many files were put aside that may hold what is deleted.

        Raises:
            StoreError: The folder could not be read.
        """
        return self._shelf.put_aside()

    def held(self) -> Held:
        """Where something that is deleted now still lies, and until when.

        Raises:
            StoreError: The folder could not be read.
        """
        made, away, others = set(self._shelf.made()), False, False
        if self._second is not None and self._second.place is not None:
            note = self._second.note
            own, others = set(note.made) - set(note.others), bool(note.others)
            made |= own
            away = note.hindered is not None and bool(own)
        until = held_until(made, self._clock.zone(), self._clock.now())
        return Held(until, self._shelf.put_aside() > 0, away, others)

    def make(self, told: Told = nobody) -> None:
        """Make one now, here and in the second place; those whose place it takes are removed.

        None is removed right after a restore, nor while the date cannot be relied on.

        Raises:
            StoreError: It could not be made; those from before are all there.
        """
        made = self._shelf.make(self._clock.now(), told)
        if self._gives_way():
            self._shelf.remove(removable(self._shelf.made(), self._clock.zone(), made))
        self.catch_up(told)

    def catch_up(self, told: Told = nobody) -> None:
        """Bring what is missing to the second place; what is in the way is noted there.

        Raises:
            StoreError: The first place could not be read.
        """
        if self._second is not None:
            self._second.catch_up(told, gives_way=self._gives_way())

    def keep_up(self, *, daily: bool = False) -> bool:
        """Make one if something was written since the last; whether one was made.

        Args:
            daily: Only if there is none from today yet.

        Raises:
            StoreError: It could not be made; those from before are all there.
        """
        if self._is_due(daily=daily):
            self.make()
            return True
        self.catch_up()
        return False

    def keep_only_a_new_one(self, told: Told = nobody, *, put_aside: bool = False) -> None:
        """Make one now and remove every other: what was deleted leaves the copies, too.

        In the second place those of this computer go as soon as a new one lies there; what another
        one brought stays.

        Args:
            told: How far it is.
            put_aside: Remove what was put aside, too, once the new one was read back.

        Raises:
            EarlierCopiesStay: The new one is there, and beside it something that was to go.
            StoreError: None was made, and nothing removed.
        """
        made = self._shelf.make(self._clock.now(), told)
        try:
            if self._second is not None:
                self._second.keep_only(made)
            self._shelf.remove([at for at in self._shelf.made() if at != made])
            if put_aside:
                self._shelf.remove_put_aside()
        except StoreError as error:
            raise EarlierCopiesStay(str(error)) from error
        self.catch_up(told)

    def _is_due(self, *, daily: bool) -> bool:
        if not self._begun() or not self._shelf.changed():
            return False
        zone, made = self._clock.zone(), self._shelf.made()
        today = self._clock.now().astimezone(zone).date()
        return not (daily and any(at.astimezone(zone).date() == today for at in made))

    def _gives_way(self) -> bool:
        return self._trusted() and not rests(self._shelf.restored(), self._clock.now())
