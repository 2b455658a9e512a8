"""A key that was just in use means what was on the screen then, and nothing on what follows."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import inf

AGAIN_S = 1.0
"""Seconds for which a key does nothing on what has appeared since it was used. Design."""

_REPEATS_S = 0.12
"""WORKAROUND for X11: a key that repeats is let go and pressed, and does not always say so."""


class JustKept:
    """Tells the second press of a double one: what stood there was kept, and nothing is left."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._at = -inf

    def kept(self) -> None:
        """Something was kept, and its field is empty now."""
        self._at = self._now()

    def again(self, text: str) -> bool:
        """Whether this is what the press before has left."""
        return not text.strip() and self._now() < self._at + AGAIN_S


@dataclass(slots=True)
class _Use:
    """One key, from going down to the next time it is meant.

    Attributes:
        let_go: When it was last let go.
        used: When it last did something.
        before: Whether something has appeared since.
        vain: Whether it is pressed again, and does nothing.
    """

    let_go: float
    used: float
    before: bool = False
    vain: bool = False


class JustUsed:
    """Tells a key that still belongs to what was there before from one that is meant.

    Times are seconds on the clock of the keyboard: what counts is when a hand moved, and not when
    a busy computer came to hear of it.
    """

    def __init__(self) -> None:
        self._uses: dict[Hashable, _Use] = {}

    def appeared(self) -> None:
        """Something else is on the screen."""
        for use in self._uses.values():
            use.before = True

    def forget(self) -> None:
        """What is let go elsewhere is not seen here."""
        self._uses.clear()

    def pressed(
        self, key: Hashable, at: float, *, repeats: bool = False, types: bool = False
    ) -> bool:
        """Whether this press is late: it belongs to what was there before.

        Args:
            key: Which one.
            at: When.
            repeats: Whether it is still held and comes again by itself.
            types: Whether it goes into a text: of that no letter is lost.
        """
        use = self._uses.get(key)
        if use is None:
            if not repeats:
                self._uses[key] = _Use(let_go=at, used=at)
            return repeats  # it was pressed somewhere else
        held = repeats or 0 <= at - use.let_go < _REPEATS_S
        if use.before and held:
            return True
        if use.before and not types and 0 <= at - use.used < AGAIN_S:
            use.vain = True
            return True
        if not held:
            self._uses[key] = _Use(let_go=at, used=at)
        return False

    def released(self, key: Hashable, at: float) -> None:
        """It is let go. A press that did nothing does not begin the second anew."""
        use = self._uses.get(key)
        if use is not None:
            use.let_go = at
            if not use.vain:
                use.used = at
