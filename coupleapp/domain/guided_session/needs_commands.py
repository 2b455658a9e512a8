"""What the couple may ask of a talk about needs. What is written comes with the command."""

from dataclasses import dataclass
from typing import TypeAlias

from coupleapp.domain.agreements.agreement import Agreement, Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.needs.needs import Need, NeedLine, Trial


@dataclass(frozen=True, slots=True)
class ChooseTopic:
    """What it is about; a topic of their own comes with its words."""

    topic: Topic
    own: NeedLine | None = None


@dataclass(frozen=True, slots=True)
class ListNeed:
    """A line for the list of the one who writes."""

    need: Need


@dataclass(frozen=True, slots=True)
class TakeNeedBack:
    """The one who writes takes this line off their list."""

    need_id: str


@dataclass(frozen=True, slots=True)
class FinishList:
    """This partner's list is done."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class SayCoreBack:
    """This partner has said back what the other read."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class CheckCore:
    """The owner's answer to "did I get it?"."""

    seat: Seat
    answer: Heard


@dataclass(frozen=True, slots=True)
class LeaveCore:
    """Let us leave it here for now. Anybody may, at any round."""


@dataclass(frozen=True, slots=True)
class MarkCommon:
    """Both can say yes to this line, or after all not."""

    need_id: str
    both: bool


@dataclass(frozen=True, slots=True)
class AddLine:
    """A line of common ground, or an option."""

    line: NeedLine


@dataclass(frozen=True, slots=True)
class TakeLine:
    """A line of both is taken away again."""

    line_id: str


@dataclass(frozen=True, slots=True)
class ChooseOption:
    """This is what they try; None leaves it open again."""

    line_id: str | None


@dataclass(frozen=True, slots=True)
class ProposeTrial:
    """The plan is written; both read it now."""

    trial: Trial


@dataclass(frozen=True, slots=True)
class ReopenTrial:
    """Something in it is to be different."""


@dataclass(frozen=True, slots=True)
class ConfirmTrial:
    """This partner says yes to the plan; ``agreement`` is what it becomes when both have."""

    seat: Seat
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class ParkTalk:
    """No plan tonight."""


NeedsCommand: TypeAlias = (
    ChooseTopic
    | ListNeed
    | TakeNeedBack
    | FinishList
    | SayCoreBack
    | CheckCore
    | LeaveCore
    | MarkCommon
    | AddLine
    | TakeLine
    | ChooseOption
    | ProposeTrial
    | ReopenTrial
    | ConfirmTrial
    | ParkTalk
)
