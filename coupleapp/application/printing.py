"""What is put on paper, and what a printer is for that."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Paper:
    """One page.

    Attributes:
        groups: What stands large in its middle, each numbered from 1.
    """

    title: str
    before: tuple[str, ...]
    groups: tuple[str, ...] = field(repr=False)
    after: tuple[str, ...]


class Printed(StrEnum):
    """How printing ended."""

    HANDED_OVER = "handed over"
    LET_GO = "let go"
    NO_PRINTER = "no printer"
    REFUSED = "refused"


class Printing(Protocol):
    """Asks which printer, and hands the page to it. No file of it stays here."""

    def start(self, paper: Paper, then: Callable[[Printed], None]) -> None:
        """Ask; ``then`` hears how it ended, unless it was stopped."""

    def stop(self) -> None:
        """Take the question away, and what was to be printed."""
