"""What has happened in a talk about needs: ids only. The words are rows of their own."""

from dataclasses import dataclass
from typing import TypeAlias

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.needs.needs import LineKind, Ring


@dataclass(frozen=True, slots=True)
class TopicChosen:
    """Both said what it is about."""

    at: Moment
    topic: Topic


@dataclass(frozen=True, slots=True)
class NeedListed:
    """One partner has put a line on their list, behind the curtain."""

    at: Moment
    need_id: str
    seat: Seat
    ring: Ring


@dataclass(frozen=True, slots=True)
class NeedTakenBack:
    """One partner has taken a line off their list again."""

    at: Moment
    need_id: str


@dataclass(frozen=True, slots=True)
class ListFinished:
    """One partner's list is done; it stays sealed until both are."""

    at: Moment
    seat: Seat


@dataclass(frozen=True, slots=True)
class CoreSaidBack:
    """The other has said back what matters most to one."""

    at: Moment


@dataclass(frozen=True, slots=True)
class CoreChecked:
    """The owner said whether it was got."""

    at: Moment
    answer: Heard


@dataclass(frozen=True, slots=True)
class CoreLeft:
    """They leave it here for now."""

    at: Moment


@dataclass(frozen=True, slots=True)
class CommonMarked:
    """Both can say yes to a line of one of them, or after all not."""

    at: Moment
    need_id: str
    both: bool


@dataclass(frozen=True, slots=True)
class LineAdded:
    """A line of common ground, or an option, was added."""

    at: Moment
    line_id: str
    kind: LineKind


@dataclass(frozen=True, slots=True)
class LineTaken:
    """A line of both was taken away again."""

    at: Moment
    line_id: str


@dataclass(frozen=True, slots=True)
class OptionChosen:
    """Both chose the option they try, or left it open again."""

    at: Moment
    line_id: str | None


@dataclass(frozen=True, slots=True)
class TrialProposed:
    """A plan lies on the table, to be looked at again after so many days."""

    at: Moment
    days: int


@dataclass(frozen=True, slots=True)
class TrialReopened:
    """Something in the plan is to be different."""

    at: Moment


@dataclass(frozen=True, slots=True)
class TrialConfirmed:
    """One partner says yes to the plan as it lies there."""

    at: Moment
    seat: Seat


@dataclass(frozen=True, slots=True)
class TrialAgreed:
    """Both said yes: it is an agreement now."""

    at: Moment
    agreement_id: str


@dataclass(frozen=True, slots=True)
class Parked:
    """They park it: no plan tonight, and what both have seen stays."""

    at: Moment


NeedsEvent: TypeAlias = (
    TopicChosen
    | NeedListed
    | NeedTakenBack
    | ListFinished
    | CoreSaidBack
    | CoreChecked
    | CoreLeft
    | CommonMarked
    | LineAdded
    | LineTaken
    | OptionChosen
    | TrialProposed
    | TrialReopened
    | TrialConfirmed
    | TrialAgreed
    | Parked
)
