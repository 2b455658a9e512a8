"""Themes, sessions and choices that the tests of the programme share."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.programme.programme import Prompt, Theme
from coupleapp.domain.programme.theme_choices import ThemeCommand, decide
from coupleapp.domain.programme.theme_queue import Choice, ThemeQueue, theme_queue

MONDAY = date(2026, 11, 23)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
CALM = PrivateRatings(tension=2, heard=8, tension_after=2)
WELL = Both(CALM, CALM)


def a_theme(name: str, depths: Sequence[int] = (1,), week: int = 1) -> Theme:
    prompts = tuple(
        Prompt(f"{name}.p{n}", depth, f"{name} {n}?", "Name a place.", "Picture it.")
        for n, depth in enumerate(depths)
    )
    return Theme(name, week, name.title(), "To look.", "Ask once.", "Talk as you like.", prompts)


def on(day: date, at: time = time(20)) -> datetime:
    return datetime.combine(day, at, tzinfo=UTC)


def a_session(day: date, theme: str = "a", **other) -> PastSession:
    """Talked to its end, well for both, at depth 1."""
    began = on(day)
    past = PastSession(
        id=f"{day}-{theme}",
        format_id="theme_talk",
        theme_id=theme,
        prompt_ids=(),
        introducer=Seat.LEFT,
        first_speaker=Seat.RIGHT,
        introduced=True,
        talked=True,
        began_at=began,
        ended_at=began + timedelta(minutes=25),
        ending=Ending.FINISHED,
        said=WELL,
        depth=1,
    )
    return replace(past, **other)


class Couple:
    """A couple that chooses and talks, day by day."""

    def __init__(self, *library: str) -> None:
        self.library = list(library)
        self.today = MONDAY
        self.history: list[PastSession] = []
        self.choices: list[Choice] = []

    @property
    def queue(self) -> ThemeQueue:
        return theme_queue(self.library, self.history, self.choices, self.today, UTC)

    @property
    def order(self) -> str:
        return "".join(self.queue.present)

    def choose(self, command: ThemeCommand):
        """The refusal, if it was refused."""
        self._a_moment()
        decision = decide(self.queue, command, self._now())
        if isinstance(decision, Choice):
            self.choices.append(decision)
            return None
        return decision

    def talk(self, theme: str | None = None, **other) -> None:
        self._a_moment()
        past = a_session(self.today, theme or self.queue.on_table, **other)
        self.history.append(replace(past, began_at=self._now()))

    def wait(self, days: float = 7) -> None:
        self.today += timedelta(days=days)

    def _a_moment(self) -> None:
        self._minutes = getattr(self, "_minutes", 0) + 1

    def _now(self) -> datetime:
        return on(self.today, time(12)) + timedelta(seconds=self._minutes)
