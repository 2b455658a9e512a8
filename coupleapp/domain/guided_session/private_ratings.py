"""What each partner said behind the curtain. It steers the depth, and is never shown."""

from dataclasses import dataclass

from coupleapp.domain.couple import Both


@dataclass(frozen=True, slots=True)
class PrivateRatings:
    """What one partner answered in one session, 0 to 10 each.

    None where they were not asked, or would rather not say: it counts for nothing.
    """

    tension: int | None = None
    heard: int | None = None
    tension_after: int | None = None


NOTHING_SAID = Both(PrivateRatings(), PrivateRatings())
"""As long as nobody was asked."""
