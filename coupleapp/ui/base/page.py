"""What every page can do, so that all of them are turned, closed and locked in one way."""

from typing import ClassVar, Protocol

from coupleapp.application.ports import KeptKind
from coupleapp.domain.couple import Couple


class Page(Protocol):
    def open(self, couple: Couple) -> None:
        """Show things as they stand; done whenever somebody turns to the page.

        Raises:
            StoreError: It could not be read.
        """
        ...

    reads: ClassVar[tuple[KeptKind, ...]]
    """What it says of when one of it cannot be read."""

    def say_left_aside(self, count: int) -> None:
        """Say how many of it could not be read."""
        ...

    def leave(self) -> bool:
        """Close what one partner has opened in private, or only to look at it.

        Done when the page is turned, the window closes or something else takes the screen.
        Nothing is read for that, so it cannot fail.

        Returns:
            Whether nothing stands there now until it is opened again.
        """
        ...
