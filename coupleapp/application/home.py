"""Everything that Home shows, read in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.coming import Coming, WhatComes
from coupleapp.application.couples import Couples
from coupleapp.application.evening import Evenings
from coupleapp.application.local_date import local_date
from coupleapp.application.notebook import Notebook
from coupleapp.application.ports import Clock, SessionStore
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.reminding import Reminding
from coupleapp.application.sitting_down import SittingDown
from coupleapp.application.trusted_date import DateDoubt, TrustedDate
from coupleapp.domain.couple import Couple
from coupleapp.domain.evening import Evening
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.setback import Setback, setback_asked
from coupleapp.domain.notebook import NotebookEntry
from coupleapp.domain.programme.programme import Theme
from coupleapp.domain.reminders.kinds import ReminderKind
from coupleapp.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """How things stand.

    Attributes:
        minutes: How long the talk on Home takes, in minutes.
        has_talked: Whether they have talked about the theme in this week.
        once_more: Whether it stays another week.
        coming: What they have agreed on, the soonest first.
        trying: What they are trying, in their own words; empty for nothing.
    """

    couple: Couple
    theme: Theme
    minutes: int
    history: Sequence[PastSession]
    newest: NotebookEntry | None
    evening: Evening
    settings: Settings
    now: datetime
    zone: tzinfo
    waits_until: datetime | None = None
    coming: Sequence[Coming] = ()
    trying: str = ""
    asks_what_it_brought: bool = False
    invitations: Sequence[ReminderKind] = ()
    quiet_last_evening: bool = False
    sealed_before: bool = False
    put_off_until: datetime | None = None
    rests_until: date | None = None
    has_kept_an_evening: bool = False
    done: bool = False
    has_talked: bool = False
    once_more: bool = False
    natural_exit: int = 0
    setback: Setback | None = None
    date_doubt: DateDoubt | None = None


class Home:
    """Reads what Home shows."""

    def __init__(
        self,
        couples: Couples,
        themes: ThemeWeeks,
        sitting_down: SittingDown,
        sessions: SessionStore,
        notebook: Notebook,
        evenings: Evenings,
        activities: Activities,
        agreements: Agreements,
        coming: WhatComes,
        reminding: Reminding,
        date: TrustedDate,
        clock: Clock,
    ) -> None:
        self._couples = couples
        self._themes = themes
        self._sitting_down = sitting_down
        self._sessions = sessions
        self._notebook = notebook
        self._evenings = evenings
        self._activities = activities
        self._agreements = agreements
        self._coming = coming
        self._reminding = reminding
        self._date = date
        self._clock = clock

    def look(self, couple: Couple) -> HomeFacts:
        """How things stand now.

        Raises:
            StoreError: It could not be read.
        """
        tonight, now, zone = self._evenings.today(), self._clock.now(), self._clock.zone()
        newest, queue = self._notebook.newest_seen(), self._themes.queue()
        return HomeFacts(
            couple=couple,
            theme=self._themes.on_table(queue),
            minutes=self._sitting_down.usual.minutes,
            history=self._sessions.history(),
            newest=newest,
            evening=self._evenings.evening(tonight),
            settings=self._couples.settings,
            now=now,
            zone=zone,
            waits_until=self._sitting_down.waits_until(),
            coming=self._coming.all(),
            trying=self._trying(),
            asks_what_it_brought=self._activities.to_ask(now, zone) is not None,
            invitations=self._reminding.invitations(),
            quiet_last_evening=self._reminding.stayed_quiet(tonight - timedelta(days=1)),
            sealed_before=self._evenings.waits_since_before(tonight),
            put_off_until=self._reminding.put_off_until(tonight),
            rests_until=self._reminding.rests_until(),
            has_kept_an_evening=self._evenings.has_kept(),
            done=queue.done,
            has_talked=queue.has_talked,
            once_more=queue.once_more == queue.on_table,
            natural_exit=queue.exit,
            setback=self._setback(),
            date_doubt=self._date.doubt(),
        )

    def let_setback_go(self) -> None:
        """Do not ask about the talk that ended early any more; nothing where none is asked about.

        Raises:
            StoreError: It could not be kept; it is asked again.
        """
        setback = self._setback()
        if setback is not None:
            settings = replace(self._couples.settings, setback_let_go=setback.talk_id)
            self._couples.choose(settings)

    def _trying(self) -> str:
        """Of several the one they look at again first."""
        running = self._agreements.running()
        first = min(running, key=lambda life: life.review_on or date.max, default=None)
        return first.agreement.headline if first else ""

    def _setback(self) -> Setback | None:
        today, history = local_date(self._clock), self._sessions.history()
        let_go = self._couples.settings.setback_let_go
        return setback_asked(history, today, self._clock.zone(), let_go)
