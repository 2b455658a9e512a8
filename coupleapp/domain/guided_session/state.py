"""Where a guided session stands: one step, at most one pause over it, at most one floor."""

from dataclasses import dataclass, field
from datetime import datetime

from coupleapp.domain import defaults
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.formats.format import Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartSpec
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.deeds import Done
from coupleapp.domain.guided_session.needs_state import NeedsSoFar
from coupleapp.domain.guided_session.needs_steps import CheckingCore, SayingCore
from coupleapp.domain.guided_session.pauses import Pause, Waiting
from coupleapp.domain.guided_session.plan import Plan, PromptCard
from coupleapp.domain.guided_session.private_ratings import NOTHING_SAID, PrivateRatings

NO_TIME = Both(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Undo:
    """What both can take back together.

    Attributes:
        state: Where it stood, its time standing.
        since: When it was stopped, or turned lighter, aware UTC.
    """

    state: "GuidedSession"
    since: datetime


@dataclass(frozen=True, slots=True)
class GuidedSession:
    """The fold of a session's events.

    Attributes:
        pause: What lies over the step; every watch of the step stands meanwhile.
        left_here: Whether the last chunk was left after all its repair rounds.
        talked: Whether the first speaker had the floor.
        seen: Ids of the questions that were put aside.
        read: Ids of the questions that were read aloud, and talked about.
        softened: Which of those in their softer form.
        spoken: Seconds each had the floor and spoke.
        spare: Seconds of their turns so far each has left.
        pauses: How many pauses there were; whose is not counted.
        flooded: Whether one of the pauses was asked for because it was too much.
        deeds: What each has done that can be given back as a small win.
        broke_off_at: When they stopped, or were to come back from a pause and did not, however
            much later that screen was left; aware UTC. None where it was played to its end.
        undo: As long as what was stopped or made lighter can be taken back.
    """

    plan: Plan
    index: int
    step: s.Step
    prompt: PromptCard | None = None
    pause: Pause | None = None
    light: bool = False
    left_here: bool = False
    introduced: bool = False
    talked: bool = False
    next_date: datetime | None = None
    seen: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    softened: tuple[str, ...] = ()
    spoken: Both[float] = NO_TIME
    spare: Both[float] = NO_TIME
    pauses: int = 0
    flooded: bool = False
    left_in_pause: bool = False
    needs: NeedsSoFar = field(default_factory=NeedsSoFar)
    said: Both[PrivateRatings] = NOTHING_SAID
    lighter: bool = False
    undo: Undo | None = None
    deeds: tuple[Done, ...] = ()
    broke_off_at: datetime | None = None

    @property
    def spec(self) -> StepSpec:
        """The plan's words on the step being played."""
        return self.plan.steps[min(self.index, len(self.plan.steps) - 1)]

    @property
    def begins(self) -> Seat:
        """Who begins in the step in which both talk: the one being played, or else the next.

        They take turns at it from step to step, so that neither has the first word each time;
        the plan's first speaker begins in the first. Whoever opens a talk begins in every step.
        """
        first = self.plan.first_speaker
        if self.plan.sitting is not Sitting.BOTH:
            return first
        before = [spec for spec in self.plan.steps[: self.index] if spec.light or not self.light]
        talks = sum(spec.kind is StepKind.TURNS for spec in before)
        return first.other if talks % 2 else first

    @property
    def reader(self) -> Seat:
        """Who reads the question on the table aloud, or else the next.

        They take turns at it from question to question; the plan's introducer has the first.
        """
        first = self.plan.introducer
        return first.other if self.plan.card_at(self.index) % 2 else first

    @property
    def round_asks(self) -> tuple[StepKind, ...]:
        """What the closing round asks; on a lighter evening an appreciation alone, if it may."""
        asks = self.spec.asks
        kind = tuple(ask for ask in asks if ask is StepKind.APPRECIATE)
        return kind if self.light and kind else asks

    @property
    def talk(self) -> StepSpec | None:
        """The step in which both talk: the one being played, or else the last before it."""
        played = reversed(self.plan.steps[: self.index + 1])
        return next((spec for spec in played if spec.kind is StepKind.TURNS), None)

    @property
    def turn(self) -> s.Turn | None:
        """The turn being played; None outside the turns."""
        return self.step.turn if isinstance(self.step, s.InTurn) else None

    @property
    def part(self) -> PartSpec | None:
        """The plan's words on the part being played; None outside the turns."""
        turn = self.turn
        if turn is None:
            return None
        return self.spec.course(closing=turn.closing)[turn.part]

    @property
    def floor(self) -> Seat | None:
        """Who has the floor, kept while the listener talks; None where nobody has it."""
        match self.step:
            case s.SpareTime(seat=seat):
                return seat
            case SayingCore(owner=owner) | CheckingCore(owner=owner):
                return owner
            case _:
                return self.turn.speaker if self.turn else None

    @property
    def waits_until(self) -> datetime | None:
        """When they have agreed to go on, aware UTC; None when it does not wait."""
        return self.pause.until if isinstance(self.pause, Waiting) else None

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return isinstance(self.step, s.Over)

    @property
    def stopped(self) -> bool:
        """Whether it was stopped, and was not left yet."""
        return isinstance(self.step, s.Stopping)

    @property
    def settled(self) -> "GuidedSession":
        """Where it stands without what may still be taken back."""
        return self if self.undo is None else self.undo.state.settled

    @property
    def was_hard(self) -> bool:
        """Whether both could see that it was: once too much, or many pauses. Nothing private."""
        return self.flooded or self.pauses > defaults.PAUSES_NOTED


@dataclass(frozen=True, slots=True)
class Timing:
    """How a timed step stands, in seconds.

    Attributes:
        limit: Its length; 0 when no timer runs.
        grace: What may still run after the limit.
    """

    limit: float
    elapsed: float
    grace: float = 0.0

    @property
    def left(self) -> float:
        """Seconds to the limit, never below 0."""
        return max(0.0, self.limit - self.elapsed)

    @property
    def in_grace(self) -> bool:
        """Whether the time is up and a sentence is being finished."""
        return self.limit > 0 and self.elapsed >= self.limit

    @property
    def over(self) -> bool:
        """Whether the grace is over too."""
        return self.limit > 0 and self.elapsed >= self.limit + self.grace
