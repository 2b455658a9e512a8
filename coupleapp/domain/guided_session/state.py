"""Where a guided session stands: one step, at most one pause over it, at most one floor."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import StepKind, StepSpec
from coupleapp.domain.guided_session.events import Ending, PauseKind
from coupleapp.domain.guided_session.plan import Plan, PromptCard


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Seconds of the session's clock; a stopped one keeps what it has.

    Attributes:
        spent: Seconds before ``since``.
        since: The session clock when it was last started, None while it stands.
    """

    spent: float = 0.0
    since: float | None = None

    def elapsed(self, clock: float) -> float:
        """Seconds run up to ``clock``."""
        return self.spent + (0.0 if self.since is None else max(0.0, clock - self.since))

    def started(self, clock: float) -> "Stopwatch":
        """The same time, running from ``clock`` on."""
        return self if self.since is not None else Stopwatch(self.spent, clock)

    def stopped(self, clock: float) -> "Stopwatch":
        """The same time, standing."""
        return Stopwatch(self.elapsed(clock))


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's time: chunks counted from 0; ``last`` when the floor changes after this one."""

    speaker: Seat
    second: bool
    chunk: int = 0
    last: bool = False


@dataclass(frozen=True, slots=True)
class Agreeing:
    """The rule card, until both hold their keys."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Each answers behind the curtain, one after the other."""

    answered: tuple[Seat, ...] = ()
    suits_light: bool = False


@dataclass(frozen=True, slots=True)
class LighterDoor:
    """Today suits something lighter, or another time."""


@dataclass(frozen=True, slots=True)
class Breathing:
    """Both breathe; also the last breath."""

    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Introducing:
    """The introducer reads the question aloud."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """The floor-holder speaks."""

    turn: Turn
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Mirroring:
    """The listener says back; ``round`` counts the repairs, 0 for the first time."""

    turn: Turn
    watch: Stopwatch
    round: int = 0


@dataclass(frozen=True, slots=True)
class HeardCheck:
    """The floor-holder says whether it was got."""

    turn: Turn
    round: int = 0


@dataclass(frozen=True, slots=True)
class Sharing:
    """A step that asks both in turn: what mattered, small win, appreciation, notebook, rating."""

    kind: StepKind
    done: tuple[Seat, ...] = ()

    @property
    def seat(self) -> Seat:
        """Whose say it is: the left partner's first."""
        return next(seat for seat in Seat if seat not in self.done)


@dataclass(frozen=True, slots=True)
class NextDate:
    """When they sit down again."""


@dataclass(frozen=True, slots=True)
class Over:
    """The guided session is over."""

    ending: Ending


Step: TypeAlias = (
    Agreeing
    | Readiness
    | LighterDoor
    | Breathing
    | Introducing
    | Speaking
    | Mirroring
    | HeardCheck
    | Sharing
    | NextDate
    | Over
)


@dataclass(frozen=True, slots=True)
class PauseChoice:
    """The floor is frozen; which pause and how long is being chosen."""

    by: Seat


@dataclass(frozen=True, slots=True)
class Pausing:
    """A pause with a promise in wall time (aware UTC)."""

    kind: PauseKind
    began_at: datetime
    until: datetime
    extended: int = 0
    ready: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Returning:
    """The promised time has come; each answers behind the curtain."""

    kind: PauseKind
    extended: int
    answered: tuple[Seat, ...] = ()
    all_ready: bool = True


@dataclass(frozen=True, slots=True)
class Recap:
    """What I felt, what mattered most: the listener first, so that it ends at the floor."""

    seat: Seat
    second: bool
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class OneBreath:
    """Five seconds in which nothing else happens."""

    watch: Stopwatch


Pause: TypeAlias = PauseChoice | Pausing | Returning | Recap | OneBreath


@dataclass(frozen=True, slots=True)
class GuidedSession:
    """The fold of a session's events.

    Attributes:
        plan: What was decided when both sat down.
        index: The step of the plan being played.
        step: What is on the screen, or would be were there no pause.
        prompt: The question on the table.
        pause: What lies over the step; every watch of the step stands meanwhile.
        light: Whether only light steps are played from here on.
        left_here: Whether the last chunk was left after all its repair rounds.
        introduced: Whether the question was read.
        talked: Whether the first speaker had the floor.
        next_date: The next time they agreed on.
        seen: The questions that were on the table before this one, by id.
    """

    plan: Plan
    index: int
    step: Step
    prompt: PromptCard
    pause: Pause | None = None
    light: bool = False
    left_here: bool = False
    introduced: bool = False
    talked: bool = False
    next_date: datetime | None = None
    seen: tuple[str, ...] = ()

    @property
    def spec(self) -> StepSpec:
        """The plan's words on the step being played."""
        return self.plan.steps[min(self.index, len(self.plan.steps) - 1)]

    @property
    def floor(self) -> Seat | None:
        """Who has the floor, kept while the listener says back; None outside the turns."""
        match self.step:
            case Speaking(turn=turn) | Mirroring(turn=turn) | HeardCheck(turn=turn):
                return turn.speaker
            case _:
                return None


@dataclass(frozen=True, slots=True)
class Timing:
    """How a timed step stands, in seconds.

    Attributes:
        limit: Its length; 0 when no timer runs.
        elapsed: What has run.
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


def with_watch_standing(step: Step, clock: float) -> Step:
    """The same step, its time frozen."""
    match step:
        case Breathing() | Speaking() | Mirroring():
            return replace(step, watch=step.watch.stopped(clock))
        case _:
            return step


def with_watch_running(step: Step, clock: float) -> Step:
    """The same step, its time going on where it stood."""
    match step:
        case Breathing() | Speaking() | Mirroring():
            return replace(step, watch=step.watch.started(clock))
        case _:
            return step
