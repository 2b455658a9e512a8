"""What a command of a talk about needs writes and takes away, beside its events."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coupleapp.domain.agreements.agreement import Agreement
from coupleapp.domain.guided_session import Command, GuidedSession
from coupleapp.domain.guided_session import needs_commands as c
from coupleapp.domain.needs.needs import TRIAL_IDS, Need, NeedLine


@dataclass(frozen=True, slots=True)
class NeedsChange:
    """Words that come, and words that go for good.

    ``gone`` are ids of this session's needs and lines; those that are not there are no matter.
    """

    needs: Sequence[Need] = ()
    lines: Sequence[NeedLine] = ()
    gone: Sequence[str] = ()
    agreement: Agreement | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return self == NeedsChange()


def change_of(command: Command, after: GuidedSession) -> NeedsChange:
    """What this command brings and takes, when it leads to ``after``.

    Whatever ends the session takes along what was never opened.
    """
    change = _change_of(command, after)
    if after.over:
        change = replace(change, gone=(*change.gone, *after.needs.left_behind))
    return change


def _change_of(command: Command, after: GuidedSession) -> NeedsChange:
    match command:
        case c.ChooseTopic(own=NeedLine() as line) | c.AddLine(line=line):
            return NeedsChange(lines=(line,))
        case c.ListNeed(need=need):
            return NeedsChange(needs=(need,))
        case c.TakeNeedBack(need_id=gone) | c.TakeLine(line_id=gone):
            return NeedsChange(gone=(gone,))
        case c.ProposeTrial(trial=trial):
            return NeedsChange(lines=trial.lines)
        case c.ReopenTrial() | c.ParkTalk():
            return NeedsChange(gone=TRIAL_IDS)
        case c.ConfirmTrial(agreement=agreement) if after.needs.agreement_id == agreement.id:
            return NeedsChange(gone=TRIAL_IDS, agreement=agreement)
        case _:
            return NeedsChange()
