"""What each partner said behind the curtain. It steers the depth, and is never shown."""

from dataclasses import dataclass, replace

from coupleapp.domain.couple import Seat


@dataclass(frozen=True, slots=True)
class Said:
    """What one partner answered in one session, 0 to 10 each; None where they were not asked.

    Attributes:
        tension: How tense they were before.
        heard: How well they felt heard.
        tension_after: How tense they were afterwards.
    """

    tension: int | None = None
    heard: int | None = None
    tension_after: int | None = None


@dataclass(frozen=True, slots=True)
class SaidByBoth:
    """What both answered.

    Attributes:
        left: What the left partner did.
        right: What the right one did.
    """

    left: Said = Said()
    right: Said = Said()

    def before(self, seat: Seat, tension: int) -> "SaidByBoth":
        """With this partner's answer before the talk."""
        return self._with(seat, replace(self._of(seat), tension=tension))

    def after(self, seat: Seat, heard: int, tension: int) -> "SaidByBoth":
        """With this partner's look back."""
        return self._with(seat, replace(self._of(seat), heard=heard, tension_after=tension))

    def _of(self, seat: Seat) -> Said:
        return self.left if seat is Seat.LEFT else self.right

    def _with(self, seat: Seat, said: Said) -> "SaidByBoth":
        return replace(self, left=said) if seat is Seat.LEFT else replace(self, right=said)


NOTHING_SAID = SaidByBoth()
"""As long as nobody was asked."""
