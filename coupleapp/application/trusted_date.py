"""Whether the date of this computer is right: where it has jumped far, the two of them are asked.

Until they have answered nothing goes by the date that cannot be undone: no sealed sentence is
opened, no past plan is erased, no copy gives way.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from coupleapp.application.couples import Couples
from coupleapp.application.notebook import NotebookStore
from coupleapp.application.ports import Clock, SessionStore, StoreError
from coupleapp.domain.trusted_date import is_doubtful, is_worth_noting


@dataclass(frozen=True, slots=True)
class DateDoubt:
    """What this computer says, and the last moment that was sure; both aware UTC."""

    now: datetime
    sure_of: datetime


class TrustedDate:
    """The date, and how far it can be relied on."""

    def __init__(
        self,
        couples: Couples,
        clock: Clock,
        newest: Callable[[], datetime | None],
    ) -> None:
        """``newest``: the last moment that is written down, for files that know no sure date."""
        self._couples = couples
        self._clock = clock
        self._newest = newest

    def doubt(self) -> DateDoubt | None:
        """What is to be asked about; None where the date can be relied on.

        Raises:
            StoreError: It could not be read.
        """
        now, sure_of = self._clock.now(), self._sure_of()
        if sure_of is None or not is_doubtful(now, sure_of):
            return None
        return DateDoubt(now, sure_of)

    def trusted(self) -> bool:
        """Whether something may be done by the date that cannot be undone.

        Raises:
            StoreError: It could not be read.
        """
        return self.doubt() is None

    def note(self) -> None:
        """Take note that time has passed; nothing where there is doubt, or it was noted lately."""
        # If not now, then the next time.
        with suppress(StoreError):
            if self._couples.couple is None or self.doubt() is not None:
                return
            now, noted = self._clock.now(), self._couples.settings.date_sure
            if noted is None or is_worth_noting(now, noted):
                self.confirm()

    def confirm(self) -> None:
        """They say that the date is right.

        Raises:
            StoreError: It could not be kept; they are asked again.
        """
        self._couples.choose(replace(self._couples.settings, date_sure=self._clock.now()))

    def _sure_of(self) -> datetime | None:
        noted, couple = self._couples.settings.date_sure, self._couples.couple
        if noted is not None or couple is None:
            return noted
        return self._newest() or datetime.combine(couple.since, time(), UTC)


def newest_moment(sessions: SessionStore, notebook: NotebookStore) -> datetime | None:
    """When the last talk was begun or the last line written that both may read, aware UTC.

    Raises:
        StoreError: It could not be read.
    """
    moments = [session.began_at for session in sessions.history()]
    moments += [entry.written_at for entry in notebook.page(None, 1)]
    return max(moments, default=None)
