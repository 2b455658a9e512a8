"""Which small wins are offered to choose from."""

from collections.abc import Sequence

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import GuidedSession
from coupleapp.domain.guided_session.deeds import Deed
from coupleapp.domain.programme.programme import SmallWin

OFFERED = 6
"""So many can be read in one look; the others come another time."""

_NEARLY_ALWAYS = {None, Deed.SPOKE, Deed.SAID_BACK, Deed.UNDERSTOOD}
"""What happens in nearly every talk, and stands among the lines that always fit."""


def offered(
    wins: Sequence[SmallWin], state: GuidedSession, session_id: str, giver: Seat
) -> tuple[str, ...]:
    """A handful for ``giver`` to choose from: first what the other did in this sitting.

    Then what fits in this kind of sitting, then what always fits; others for each partner and in
    each session. Nothing that did not happen.
    """
    did = {deed for seat, deed in state.deeds if seat is giver.other}
    fitting = [win for win in wins if win.fits(state.plan.format_id, did)]
    turn = int(session_id[:6], 16) + (giver is Seat.RIGHT) * OFFERED
    happened = [win for win in fitting if win.after not in _NEARLY_ALWAYS]
    others = [win for win in fitting if win.after in _NEARLY_ALWAYS]
    of_this_kind = [win for win in others if win.formats]
    always = [win for win in others if not win.formats]
    in_order = [*_from(happened, turn), *_from(of_this_kind, turn), *_from(always, turn)]
    return tuple(win.text for win in in_order[:OFFERED])


def _from(wins: list[SmallWin], place: int) -> list[SmallWin]:
    start = place % len(wins) if wins else 0
    return wins[start:] + wins[:start]
