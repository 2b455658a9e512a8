"""How far the work on the copies is, for somebody who waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class Doing(Enum):
    """What is being done."""

    WRITING = auto()
    READING_BACK = auto()
    LOOKING_THROUGH = auto()
    SECOND_PLACE = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``of`` copies are done with; 0 of 0 where it is about one alone."""

    doing: Doing
    done: int = 0
    of: int = 0


Told = Callable[[Progress], None]
"""Is told how far it is; on the thread on which it is done."""


def nobody(_: Progress) -> None:
    """Nobody waits for it."""
