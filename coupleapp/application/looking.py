"""A file of a notebook in somebody's hand: what it is, and what both may read in it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coupleapp.application.copies import Holding
from coupleapp.application.ports import KeyMissing, StoreError
from coupleapp.domain.agreements.life import AgreementLife
from coupleapp.domain.couple import Couple
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.notebook import NotebookEntry


class NotANotebook(StoreError):
    """The file is none of Nearer's, or only a part of one."""


class EnvelopeMissing(KeyMissing):
    """No envelope lies with the file, and what opens the notebook here does not open it."""


@dataclass(frozen=True, slots=True)
class InHand:
    """A file that is looked at, and perhaps taken.

    Attributes:
        path: Where it lies.
        envelope: Its envelope, where somebody has chosen one; else the one that lies with it.
    """

    path: Path
    envelope: Path | None = None


Content = NotebookEntry | AgreementLife | PastSession
"""One thing that is kept: a line of the notebook, an agreement, a talk."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in it, read through as a whole; nothing that one partner keeps alone.

    Attributes:
        written_at: When it was made, by its name or by the file system, aware.
        holding: What it holds, in counts.
        couple: Whose it is; None before their first run.
        contents: Lines both may read, agreements and talks, the newest first.
        now: What the notebook here holds; None where that cannot be counted.
        left_aside: How many lines, agreements and talks in it cannot be read.
    """

    written_at: datetime
    holding: Holding
    couple: Couple | None
    contents: tuple[Content, ...]
    now: Holding | None = None
    left_aside: int = 0


def moment_of(content: Content) -> datetime:
    """When it was written, agreed or begun, aware UTC."""
    match content:
        case NotebookEntry():
            return content.written_at
        case AgreementLife():
            return content.agreement.made_at
        case PastSession():
            return content.began_at
