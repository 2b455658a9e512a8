"""What an operating system can be asked about the people in front of it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Room:
    """Where a window covers nothing that fills a screen.

    Attributes:
        screens: The names of those that are free, as Qt has them; None: any of them.
        told: Whether this computer tells what fills a screen.
    """

    screens: tuple[str, ...] | None
    told: bool = True


ANYWHERE, NOWHERE = Room(None), Room(())


class Senses(Protocol):
    """Each answer is None where this computer cannot tell. None waits long, none raises."""

    def leaves_keyboard(self) -> bool:
        """Whether a window can come without taking the keyboard from whoever writes."""
        ...

    def do_not_disturb(self) -> bool | None: ...

    def room(self) -> Room | None:
        """Where no window but ours fills the screen; nowhere, too, while nobody looks at it."""
        ...

    def call(self) -> bool | None:
        """Whether some program listens to the microphone."""
        ...

    def idle_s(self) -> float | None:
        """Seconds since the last key or movement of the mouse."""
        ...


class NoSenses:
    def leaves_keyboard(self) -> bool:
        return False

    def do_not_disturb(self) -> bool | None:
        return None

    def room(self) -> Room | None:
        return None

    def call(self) -> bool | None:
        return None

    def idle_s(self) -> float | None:
        return None
