"""What can stand against the couple's folder at a start, before anything in it is opened."""

from enum import Enum, auto


class FolderHeld(Exception):
    """Another Nearer has the folder, and does not answer."""


class FolderUnlockable(Exception):
    """On its drive nobody can tell whether another has it."""


class Doubt(Enum):
    """What may cost a couple something later, though it opens today."""

    SYNCED = auto()
    NETWORK = auto()
    OTHER_OWNER = auto()
    OTHER_COMPUTER = auto()

    @property
    def asked_once(self) -> bool:
        """Whether one answer is enough for good; who has it open is asked each time."""
        return self is not Doubt.OTHER_COMPUTER


class FolderDoubtful(Exception):
    """The couple decide; ``name``: what syncs it, or which computer has it open."""

    def __init__(self, doubt: Doubt, name: str = "") -> None:
        super().__init__(doubt.name)
        self.doubt = doubt
        self.name = name
