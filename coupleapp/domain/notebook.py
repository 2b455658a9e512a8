"""The shared notebook: both read it, and nobody changes the other's words in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from coupleapp.domain.couple import Seat

TEXT_MAX = 2000
"""Longest entry in characters (range of the notebook entry, Slatcher and Pennebaker 2006 wrote
freely; the bound keeps a page readable)."""

IN_BIN = timedelta(days=30)
"""How long what was deleted can be taken back: through a whole month, so that a line deleted in a
quarrel is still there when the month's check-in comes. Design."""


class EntryKind(StrEnum):
    """Where a line comes from."""

    MOMENT = "moment"
    SMALL_WIN = "small_win"
    APPRECIATION = "appreciation"
    REFLECTION = "reflection"
    FREE = "free"
    UNSEEN = "unseen"
    OUTSIDE_VIEW = "outside_view"
    SETBACK = "setback"


class TextFault(StrEnum):
    """Why a text cannot be kept."""

    EMPTY = "empty"
    TOO_LONG = "too_long"


class TextRefused(ValueError):
    """A text that cannot be kept; what was typed stays where it is."""

    def __init__(self, fault: TextFault, length: int = 0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.length = length


def clean_text(raw: str) -> str:
    """Return a text fit to be kept: no surrounding white space, no NUL, one kind of line break.

    Half a character, as an input method may leave one behind, is dropped.

    Raises:
        TextRefused: Nothing is left, or over ``TEXT_MAX`` characters are.
    """
    whole = raw.encode("utf-8", "ignore").decode("utf-8")
    text = whole.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        raise TextRefused(TextFault.EMPTY)
    if len(text) > TEXT_MAX:
        raise TextRefused(TextFault.TOO_LONG, len(text))
    return text


@dataclass(frozen=True, slots=True)
class NotebookEntry:
    """One entry.

    Attributes:
        id: Random, never reused.
        author: Who said or wrote it; None when it belongs to both.
        text: 1 to ``TEXT_MAX`` characters, already clean.
        written_at: Aware UTC.
        changed_at: Aware UTC of the last change, None if never changed.
        private: Whether only its author reads it: a courtesy, unless they seal it with a passphrase
            of their own.
        answers: The id of the line it stands below, None where it stands for itself.
        hidden_by: Who would rather not see it; the other still does.
        binned_at: Aware UTC of when it was put into the bin, None where it was not.

    Raises:
        TextRefused: The text is not clean.
        ValueError: It is private and nobody's, or below another line; or it answers itself.
    """

    id: str
    kind: EntryKind
    author: Seat | None
    text: str
    written_at: datetime
    changed_at: datetime | None = None
    session_id: str | None = None
    private: bool = False
    answers: str | None = None
    hidden_by: frozenset[Seat] = frozenset()
    binned_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.private and (self.author is None or self.answers is not None):
            raise ValueError("a private line has an author, and answers nobody")
        if self.answers == self.id:
            raise ValueError("a line does not answer itself")
        if clean_text(self.text) != self.text:
            raise TextRefused(TextFault.EMPTY)


@dataclass(frozen=True, slots=True)
class EarlierText:
    """What a line of both said before.

    Attributes:
        text: 1 to ``TEXT_MAX`` characters, already clean.
        until: Aware UTC of when it was changed.

    Raises:
        TextRefused: The text is not clean.
    """

    text: str
    until: datetime

    def __post_init__(self) -> None:
        if clean_text(self.text) != self.text:
            raise TextRefused(TextFault.EMPTY)
