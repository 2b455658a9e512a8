"""Something together: ideas, a pick for the week, and whether it brought something back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock
from coupleapp.domain.couple import Seat
from coupleapp.domain.days import monday_of
from coupleapp.domain.defaults import ACTIVITY_AGAIN_WEEKS, ACTIVITY_ASKED_WEEKS
from coupleapp.domain.plans.appointments import WhenFault, WhenRefused
from coupleapp.domain.together.activities import (
    ActivityBlock,
    BlockPhase,
    BlockStanding,
    Brought,
    Pick,
    asked_about,
    offered,
    standing,
)
from coupleapp.domain.together.ideas import Filters, Idea, Traits
from coupleapp.domain.words.lines import clean_line

_RUNS = {BlockPhase.AHEAD, BlockPhase.RUNNING}


class ActivityStore(Protocol):
    """Things to do together: the block of weeks, what was picked, and the couple's own ideas."""

    def block(self) -> ActivityBlock | None:
        """The newest; None when there was none yet."""

    def keep_block(self, block: ActivityBlock) -> None:
        """Keep a new one, or write over the one that began on the same day."""

    def picks(self, since: date) -> tuple[Pick, ...]:
        """What was picked for the weeks that begin on this local date and later, oldest first."""

    def keep_pick(self, pick: Pick, begins: ActivityBlock | None = None) -> None:
        """Write over what is known of its week, and keep the block it begins, all or nothing."""

    def drop_pick(self, week: date) -> None:
        """Delete the pick of this week for good."""

    def own_ideas(self) -> tuple[Idea, ...]:
        """What the couple has added, oldest first."""

    def keep_idea(self, idea: Idea) -> None:
        """Keep a new one, or write over the one with the same id.

        Every pick of it has the new words; nothing of the old ones stays in the file.
        """

    def delete_idea(self, idea_id: str) -> None:
        """Delete it for good with every pick of it; nothing of its words stays in the file."""


class Activities:
    """The couple's block of weeks, what they picked, and all the ideas."""

    def __init__(
        self,
        store: ActivityStore,
        clock: Clock,
        new_id: Callable[[], str],
        ideas: Sequence[Idea],
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._ideas = tuple(ideas)

    # -- where things stand

    def standing(self, now: datetime, zone: tzinfo) -> BlockStanding:
        """Where the block of weeks stands."""
        return standing(self._store.block(), now.astimezone(zone).date())

    def current(self, now: datetime, zone: tzinfo) -> Pick | None:
        """What is picked for this week, or on the day before a block for its first; else None."""
        stands = self.standing(now, zone)
        return self._pick_of(stands.week) if stands.phase in _RUNS else None

    def needs_pick(self, now: datetime, zone: tzinfo) -> bool:
        """Whether a block runs and nothing is picked for this week."""
        stands = self.standing(now, zone)
        return stands.phase is BlockPhase.RUNNING and self._pick_of(stands.week) is None

    def to_ask(self, now: datetime, zone: tzinfo) -> Pick | None:
        """The pick of which they may be asked now whether it brought something back.

        None after they have ended the block themselves.
        """
        if self.standing(now, zone).phase is BlockPhase.ENDED:
            return None
        this_week = monday_of(now.astimezone(zone).date())
        since = this_week - timedelta(weeks=ACTIVITY_ASKED_WEEKS)
        return asked_about(self._store.picks(since), now, zone)

    def planned_before(self) -> datetime | None:
        """The time of the newest pick that had one, aware UTC; people keep to their hours."""
        return next((p.at for p in reversed(self._history()) if p.at is not None), None)

    # -- the block and its picks

    def begin(self) -> ActivityBlock:
        """Begin a block with this week, or with tomorrow's on a Sunday; one that runs goes on."""
        stands, block = self._now_stands(), self._store.block()
        if block is None or stands.phase not in _RUNS:
            block = ActivityBlock(stands.week)
            self._store.keep_block(block)
        return block

    def end(self) -> None:
        """End the block that runs; its picks stay. Without one nothing happens."""
        block = self._store.block()
        if block is not None and self._now_stands().phase in _RUNS:
            self._store.keep_block(replace(block, ended_on=local_date(self._clock)))

    def pick(self, idea: Idea) -> Pick:
        """Pick an idea for the week, in place of another; begins a block where none runs.

        A time that was planned, and has not come, stays.

        Raises:
            ValueError: They have already said what this week's pick brought.
        """
        stands = self._now_stands()
        old = self._pick_of(stands.week)
        if old is not None and old.brought is not None:
            raise ValueError("this week's pick is done")
        at = old.at if old is not None and old.at and old.at > self._clock.now() else None
        picked = Pick(stands.week, idea.id, idea.text, at)
        begins = None if stands.phase in _RUNS else ActivityBlock(stands.week)
        self._store.keep_pick(picked, begins)
        return picked

    def plan(self, pick: Pick, at: datetime | None) -> Pick:
        """Plan a time for a pick; None leaves it open.

        Raises:
            WhenRefused: The time is not ahead; nothing was changed.
            ValueError: It lies in another week.
        """
        if at is not None:
            if at <= self._clock.now():
                raise WhenRefused(WhenFault.PAST)
            if monday_of(at.astimezone(self._clock.zone()).date()) != pick.week:
                raise ValueError("a pick is planned within its week")
            at = at.astimezone(UTC)
        planned = replace(pick, at=at)
        self._store.keep_pick(planned)
        return planned

    def drop(self, pick: Pick) -> None:
        """Let a pick go, as if it had not been."""
        self._store.drop_pick(pick.week)

    def say(self, pick: Pick, brought: Brought | None) -> Pick:
        """Keep what they say a pick brought; None takes the answer back."""
        said = replace(pick, brought=brought)
        self._store.keep_pick(said)
        return said

    # -- the ideas

    def offered(self, filters: Filters) -> tuple[Idea, ...]:
        """What to offer for the week, in order."""
        ideas = (*self._ideas, *self.own())
        return offered(ideas, filters, self._history(), self._now_stands().week)

    def own(self) -> tuple[Idea, ...]:
        """What the couple has added, oldest first."""
        return self._store.own_ideas()

    def add(self, text: str, author: Seat | None, traits: Traits) -> Idea:
        """Add an idea of their own.

        Raises:
            LineRefused: It is empty or too long; nothing was kept.
        """
        line = clean_line(text, needed=True)
        idea = Idea(self._new_id(), line, traits, self._clock.now(), author)
        self._store.keep_idea(idea)
        return idea

    def change(self, idea: Idea, text: str, author: Seat | None, traits: Traits) -> Idea:
        """Write over an idea of their own, in every pick of it, too.

        Raises:
            LineRefused: It is empty or too long; the old one stands.
            ValueError: It is one of ours.
        """
        if not idea.own:
            raise ValueError("an idea of ours stays as it is")
        line = clean_line(text, needed=True)
        changed = replace(idea, text=line, author=author, traits=traits)
        self._store.keep_idea(changed)
        return changed

    def delete(self, idea: Idea) -> None:
        """Delete an idea of their own for good, with every pick of it."""
        self._store.delete_idea(idea.id)

    def _now_stands(self) -> BlockStanding:
        return self.standing(self._clock.now(), self._clock.zone())

    def _pick_of(self, week: date) -> Pick | None:
        return next((p for p in self._store.picks(week) if p.week == week), None)

    def _history(self) -> tuple[Pick, ...]:
        return self._store.picks(
            local_date(self._clock) - timedelta(weeks=ACTIVITY_AGAIN_WEEKS + 1)
        )
