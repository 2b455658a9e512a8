"""Week by week: the theme on the table, what comes next, favourites, and a good ending."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol

from coupleapp.application.library import Library
from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock, SessionStore
from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session.past import PastSession, next_introducer
from coupleapp.domain.programme.programme import Theme
from coupleapp.domain.programme.questions import Questions, questions_now
from coupleapp.domain.programme.theme_choices import NotChosen, ThemeCommand, decide
from coupleapp.domain.programme.theme_queue import Choice, ThemeQueue, theme_queue


class ChoiceStore(Protocol):
    """What they chose about their themes."""

    def choices(self) -> tuple[Choice, ...]:
        """All of them, in the order in which they were made."""

    def keep_choice(self, choice: Choice) -> None:
        """Add one; none is ever taken away."""


class ProgrammeStore(ChoiceStore, Protocol):
    """What they chose, their favourites, and how deep it may go for each."""

    def favourites(self) -> frozenset[str]:
        """Ids of the questions they would like to come back to."""

    def mark(self, prompt_id: str) -> None:
        """Make this question a favourite; twice is once."""

    def unmark(self, prompt_id: str) -> None:
        """Make it none any more."""

    def ceilings(self) -> Ceilings:
        """How deep it may go, with defaults where somebody has not said."""

    def keep_ceilings(self, ceilings: Ceilings) -> None:
        """Write over what was said before; that is not kept."""


class ThemeWeeks:
    """Which theme is this week's, and what the couple chose about all of them."""

    def __init__(
        self, store: ProgrammeStore, sessions: SessionStore, library: Library, clock: Clock
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._library = library
        self._clock = clock

    def queue(self) -> ThemeQueue:
        """The themes in their order, this week's first."""
        return self._queue_on(local_date(self._clock), self._clock.zone())

    def theme(self) -> Theme:
        """The theme on the table."""
        return self.on_table(self.queue())

    def on_table(self, queue: ThemeQueue) -> Theme:
        """The theme on the table of this queue; nothing is read for it."""
        return self.find(queue.on_table) or self._library.programme.themes[0]

    def themes(self) -> tuple[Theme, ...]:
        """Every theme there is now, in the order of the programme."""
        return self._library.programme.themes

    def find(self, theme_id: str) -> Theme | None:
        """The theme with this id, if it is there."""
        themes = self._library.programme.themes
        return next((theme for theme in themes if theme.id == theme_id), None)

    def choose(self, command: ThemeCommand) -> NotChosen | None:
        """Do what ``command`` asks, durable before it returns.

        Returns:
            None when it was done, else why it was not.
        """
        decision = decide(self.queue(), command, self._clock.now())
        if isinstance(decision, NotChosen):
            return decision
        self._store.keep_choice(decision)
        return None

    def questions(self, depth: int) -> Questions:
        """Which questions may be asked now, no deeper than ``depth``, 1 to 5."""
        history, now = self._sessions.history(), self._clock.now()
        return questions_now(history, self._store.favourites(), depth, now)

    def talked_about(self, theme: Theme) -> tuple[tuple[str, datetime], ...]:
        """Which questions of a theme they talked about: ids, and when last; the newest first."""
        history = self._sessions.history()
        last = {one: past.began_at for past in history for one in past.prompt_ids}
        found = [(one.id, last[one.id]) for one in theme.prompts if one.id in last]
        return tuple(sorted(found, key=lambda one: one[1], reverse=True))

    def introducer(self) -> Seat:
        """Whose week it is to introduce."""
        return next_introducer(self._sessions.history())

    def favourites(self) -> frozenset[str]:
        """Ids of the questions they would like to come back to."""
        return self._store.favourites()

    def mark(self, prompt_id: str, *, favourite: bool) -> None:
        """Make a question a favourite, or none any more."""
        if favourite:
            self._store.mark(prompt_id)
        else:
            self._store.unmark(prompt_id)

    def _queue_on(self, today: date, zone: tzinfo) -> ThemeQueue:
        ids = [theme.id for theme in self._library.programme.themes]
        return theme_queue(ids, self._sessions.history(), self._store.choices(), today, zone)


def theme_since(
    store: ChoiceStore, history: Sequence[PastSession], today: date, zone: tzinfo
) -> date | None:
    """The Monday from which on the theme on the table is a new one.

    None for the very first, where they chose it themselves, and while they are done for now.
    """
    # Which themes there are does not matter for when the last one moved on.
    queue = theme_queue((), history, store.choices(), today, zone)
    return None if queue.done else queue.since
