"""How deep it may go: each partner's wish, and what is read off the ladder for a session."""

from collections.abc import Callable
from datetime import date

from coupleapp.application.couples import Couples
from coupleapp.application.local_date import local_date
from coupleapp.application.planning import is_within
from coupleapp.application.ports import Clock, SessionStore
from coupleapp.application.programme import ProgrammeStore
from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import (
    Chance,
    Reading,
    chance_of,
    depth_on,
    depth_so_far,
    is_gentle,
    read,
    was_lighter_on,
)
from coupleapp.domain.formats.format import Format

_NO_CHANCE = Chance()


class Depths:
    """The depth ladder of this couple.

    In a rehearsal nothing is left to chance, and no session is light unless it is answered so:
    for programs that play one to its end.
    """

    def __init__(
        self,
        store: ProgrammeStore,
        sessions: SessionStore,
        couples: Couples,
        clock: Clock,
        new_lot: Callable[[], str],
        *,
        rehearsal: bool = False,
    ) -> None:
        """Read it from these; ``new_lot`` makes a random text that is never used again."""
        self._store = store
        self._sessions = sessions
        self._couples = couples
        self._clock = clock
        self._new_lot = new_lot
        self.rehearsal = rehearsal

    def read(self, kind: Format) -> Reading:
        """Read the ladder for a session of this format that is planned now.

        A format that goes deeper than they may now suits something lighter. It was open when they
        chose it, for what is open goes by the last session. The lot is thrown away: not even
        whoever reads the file can tell afterwards what chance has decided.
        """
        zone = self._clock.zone()
        today = local_date(self._clock)
        couple, history = self._couples.couple, self._sessions.history()
        reading = read(
            history,
            self._store.ceilings(),
            _NO_CHANCE if self.rehearsal else chance_of(self._new_lot()),
            gentle=couple is None or is_gentle(couple.since, today),
            lighter_today=was_lighter_on(today, history, zone),
            depth_today=None if self.rehearsal else depth_on(today, history, zone),
        )
        light = reading.light or not is_within(kind, reading.depth)
        return Reading(reading.depth, light and not self.rehearsal)

    def so_far(self) -> int:
        """How deep the last session was planned; what is open goes by it."""
        return depth_so_far(self._sessions.history())

    def planned(self) -> tuple[tuple[date, int], ...]:
        """On which local date each session was planned and how deep, 1 to 5, oldest first."""
        zone = self._clock.zone()
        history = self._sessions.history()
        return tuple(
            (past.began_at.astimezone(zone).date(), past.depth)
            for past in history
            if past.depth is not None
        )

    def wish(self, seat: Seat, ceiling: int) -> None:
        """Keep how deep it may go for this partner, 1 to 5, from the next session on.

        Raises:
            ValueError: It is out of range; nothing has changed.
        """
        self._store.keep_ceilings(self._store.ceilings().having(seat, ceiling))
