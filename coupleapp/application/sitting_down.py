"""From a wish to sit down to a guided session, and what waits from another evening."""

from datetime import datetime

from coupleapp.application.breaths import with_caution
from coupleapp.application.couples import Couples
from coupleapp.application.depth import Depths
from coupleapp.application.drafts import Drafts
from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.library import Library
from coupleapp.application.local_date import local_date
from coupleapp.application.planning import THEME_TALK, plan_session
from coupleapp.application.ports import Clock, SessionStore
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.session_drafts import put_away
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Format
from coupleapp.domain.guided_session.past import may_be_looser, pauses_carry_on
from coupleapp.domain.reminders.check_in import next_check_in

HOME_FORMAT = THEME_TALK
"""What is begun on Home."""


class SittingDown:
    """Chooses what a sitting is made of, and begins it."""

    def __init__(
        self,
        sessions: GuidedSessions,
        store: SessionStore,
        library: Library,
        themes: ThemeWeeks,
        depths: Depths,
        couples: Couples,
        drafts: Drafts,
        clock: Clock,
    ) -> None:
        self._sessions = sessions
        self._store = store
        self._library = library
        self._themes = themes
        self._depths = depths
        self._couples = couples
        self._drafts = drafts
        self._clock = clock

    @property
    def usual(self) -> Format:
        """The format Home begins."""
        return self.kind(HOME_FORMAT) or self._library.programme.formats[0]

    def kind(self, key: str) -> Format | None:
        """The format with this id, ours or a pack's."""
        return next((one for one in self._library.programme.formats if one.id == key), None)

    def begin(self, kind: Format | None = None, who: Seat | None = None) -> SessionLeader:
        """Begin a guided session of this format, or of the one on Home.

        Args:
            kind: The format.
            who: Who opens, or sits alone, in a format that asks.

        Raises:
            StoreError: It could not be kept; nothing has begun.
        """
        chosen = kind or self.usual
        reading = self._depths.read(chosen)
        settings = self._couples.settings
        plan = plan_session(
            chosen,
            self._themes.theme(),
            self._store.history(),
            settings,
            who,
            self._themes.questions(reading.depth),
            light=reading.light,
        )
        return self._sessions.begin(with_caution(plan, settings.breath))

    def come_back(self) -> SessionLeader | None:
        """Come back to the talk that waits; None where none does any more.

        Raises:
            ImpossibleEventError: Its log is not one of ours.
            StoreError: It could not be read.
        """
        waiting = self._sessions.waiting()
        return None if waiting is None else self._sessions.come_back(waiting)

    def take_up(self) -> SessionLeader | None:
        """Take up the session that was cut off, held until both carry on; None where none was.

        Raises:
            ImpossibleEventError: Its log is not one of ours.
            StoreError: It could not be read.
        """
        unfinished = self._sessions.unfinished()
        return None if unfinished is None else self._sessions.take_up(unfinished)

    def waits_until(self) -> datetime | None:
        """When the talk that waits is taken up again; None when none waits."""
        return self._store.waits_until()

    def let_rest(self) -> None:
        """Leave the talk that waits where it is, and put away what was begun in it.

        Raises:
            StoreError: It could not be kept; the talk still waits.
        """
        waiting = self._sessions.waiting()
        if waiting is not None:
            self._sessions.let_rest(waiting)
            put_away(self._drafts, waiting.id)

    def pauses_carry_on(self) -> bool:
        """Whether the last talks all ended in a pause that nobody came back from."""
        return pauses_carry_on(self._store.history())

    def may_be_looser(self) -> bool:
        """Whether they have talked often enough to answer without saying back first."""
        return may_be_looser(self._store.history())

    def check_in(self) -> str:
        """The id of the format with which the next check-in is held."""
        couple = self._couples.couple
        since = couple.since if couple else local_date(self._clock)
        return next_check_in(since, self._store.history(), self._clock.zone()).kind
