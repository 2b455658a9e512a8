"""What an operating system can be asked about the people in front of it."""

from typing import Protocol


class Senses(Protocol):
    """Each answer is None where this computer cannot tell. None waits long, none raises."""

    def do_not_disturb(self) -> bool | None: ...

    def full_screen(self) -> bool | None:
        """Whether a window that is not ours fills the screen, or nobody looks at it."""
        ...

    def call(self) -> bool | None:
        """Whether some program listens to the microphone."""
        ...

    def idle_s(self) -> float | None:
        """Seconds since the last key or movement of the mouse."""
        ...


class NoSenses:
    def do_not_disturb(self) -> bool | None:
        return None

    def full_screen(self) -> bool | None:
        return None

    def call(self) -> bool | None:
        return None

    def idle_s(self) -> float | None:
        return None
