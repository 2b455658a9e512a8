"""Asking a drive that may not answer: a server that is gone, a stick that hangs."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from coupleapp.application.second_shelf import PlaceAway

T = TypeVar("T")

ANSWERS_S = 10.0
"""How long a drive may take to say what lies there: one that is asleep wakes up in less."""

_BYTES_A_SECOND = 500_000
"""How slow a drive may be with a whole copy: a stick on an old socket brings twice that."""


class Within(Protocol):
    """Does the work and waits no longer than this; ``desktop.bounded.within``."""

    def __call__(self, seconds: float, work: Callable[[], T]) -> T:
        """What comes of it.

        Raises:
            TimeoutError: It is not done, and goes on.
        """


class Patience:
    """One question at a time for each place: while one hangs, the next is not even asked."""

    def __init__(self) -> None:
        self.within: Within = _at_once
        """Whoever can, bounds it: this room knows no threads."""
        self._asked: defaultdict[Path, Lock] = defaultdict(Lock)

    def ask(self, place: Path, size: int, work: Callable[[], T]) -> T:
        """What comes of work in this place, for which so many bytes may have to be moved.

        Raises:
            PlaceAway: It does not answer.
        """
        asked = self._asked[place]
        if not asked.acquire(blocking=False):
            raise PlaceAway("it has not answered yet")

        def answer() -> T:
            try:
                return work()
            finally:
                asked.release()

        try:
            return self.within(ANSWERS_S + size / _BYTES_A_SECOND, answer)
        except TimeoutError:
            raise PlaceAway("it does not answer") from None


class Patient(Protocol):
    """Whoever works in places that may not answer."""

    patience: Patience

    @property
    def size(self) -> int:
        """How many bytes may have to be moved there."""


Self = TypeVar("Self", bound=Patient)
Rest = ParamSpec("Rest")
InPlace = Callable[Concatenate[Self, Path, Rest], T]


def bounded(work: InPlace[Self, Rest, T]) -> InPlace[Self, Rest, T]:
    """A method that works in a place, and raises a ``PlaceAway`` where that does not answer."""

    def ask(self: Self, place: Path, /, *args: Rest.args, **kwargs: Rest.kwargs) -> T:
        asked = partial(work, self, place, *args, **kwargs)
        return self.patience.ask(place, self.size, asked)

    return ask


def _at_once(seconds: float, work: Callable[[], T]) -> T:  # noqa: ARG001 - as ``Within``
    return work()
