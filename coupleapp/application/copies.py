"""Copies of the notebook: when one is made, and which give way to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from coupleapp.application.ports import Clock
from coupleapp.domain.copies import removable, rests


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


class CopyShelf(Protocol):
    """Where the copies lie. Every method may raise a ``StoreError``; for any thread."""

    def place(self) -> Path:
        """The folder."""

    def made(self) -> tuple[datetime, ...]:
        """When each was made, by its name, aware UTC; oldest first. Nothing is read."""

    def make(self, at: datetime) -> datetime:
        """Make one and read it back; the time it stands under, where ``at`` is taken already."""

    def remove(self, made: Sequence[datetime]) -> None:
        """Delete these."""

    def changed(self) -> bool:
        """Whether something was written since the last one was made."""

    def restored(self) -> datetime | None:
        """When one was last taken back."""

    def present(self) -> Holding:
        """What the notebook itself holds."""

    def found(self) -> tuple[Copy, ...]:
        """Each of them, read back; the newest first."""


class Copies:
    """For any thread: work on the shelf is done by one at a time, where its callers see to it."""

    def __init__(
        self,
        shelf: CopyShelf,
        clock: Clock,
        begun: Callable[[], bool],
        trusted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Over this shelf.

        Args:
            shelf: Where they lie.
            clock: Tells the day of a copy.
            begun: Whether there is a couple, and so something to copy.
            trusted: Whether a copy may give way by its date.
        """
        self._shelf = shelf
        self._clock = clock
        self._begun = begun
        self._trusted = trusted

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

    def found(self) -> tuple[Copy, ...]:
        """Each of them, read back; the newest first.

        Raises:
            StoreError: The folder could not be read.
        """
        return self._shelf.found()

    def present(self) -> Holding:
        """What the notebook itself holds now.

        Raises:
            StoreError: It could not be read.
        """
        return self._shelf.present()

    def make(self) -> None:
        """Make one now; those whose place it takes are removed.

        None is removed right after a restore, nor while the date cannot be relied on.

        Raises:
            StoreError: It could not be made; those from before are all there.
        """
        made = self._shelf.make(self._clock.now())
        if self._trusted() and not rests(self._shelf.restored(), self._clock.now()):
            self._shelf.remove(removable(self._shelf.made(), self._clock.zone(), made))

    def keep_up(self, *, daily: bool = False) -> bool:
        """Make one if something was written since the last; whether one was made.

        Args:
            daily: Only if there is none from today yet.

        Raises:
            StoreError: It could not be made; those from before are all there.
        """
        if not self._begun() or not self._shelf.changed():
            return False
        now, zone, made = self._clock.now(), self._clock.zone(), self._shelf.made()
        today = now.astimezone(zone).date()
        if daily and any(at.astimezone(zone).date() == today for at in made):
            return False
        if rests(self._shelf.restored(), now) and removable([*made, now], zone, now):
            return False
        self.make()
        return True

    def keep_only_a_new_one(self) -> None:
        """Make one now and remove every other: what was deleted leaves the copies, too.

        Raises:
            StoreError: It could not be done; at least one copy is there.
        """
        made = self._shelf.make(self._clock.now())
        self._shelf.remove([at for at in self._shelf.made() if at != made])
