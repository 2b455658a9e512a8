"""Which small wins are offered to choose from."""

from collections.abc import Sequence

from coupleapp.domain.couple import Seat

OFFERED = 6
"""So many can be read in one look; the others come another time."""


def offered(wins: Sequence[str], session_id: str, seat: Seat) -> tuple[str, ...]:
    """A handful, others for each partner and in each session."""
    if not wins:
        return ()
    first = int(session_id[:6], 16) + (seat is Seat.RIGHT) * OFFERED
    return tuple(wins[(first + n) % len(wins)] for n in range(min(OFFERED, len(wins))))
