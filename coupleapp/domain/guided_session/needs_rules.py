"""The rules of a talk about needs: who may do what in which step, and what becomes of it.

| step            | whose          | what follows                                                |
|-----------------|----------------|-------------------------------------------------------------|
| ChoosingTopic   | both           | the lists                                                   |
| Listing         | one, alone     | the other's list, then both are opened at once              |
| SayingCore      | the listener   | CheckingCore                                                |
| CheckingCore    | the owner      | the next one, or said back again, as often as they like     |
| FindingCommon   | both           | on, when they like                                          |
| WeighingOptions | both           | on, with three at least, and one chosen of them, or a mix   |
| WritingTrial    | both           | ConfirmingTrial                                             |
| ConfirmingTrial | both           | an agreement, when both have said yes; or back to writing   |

From the opening of the lists on it can be parked. What one is asked to give way in where nobody
can be asked never gets here: it cannot be built (``needs``).
"""

from dataclasses import replace

from coupleapp.domain.agreements.agreement import Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import COMMON_MAX, OPTIONS_MAX, OPTIONS_MIN
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.guided_session import needs_commands as c
from coupleapp.domain.guided_session import needs_events as e
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session.commands import Refusal, Why
from coupleapp.domain.guided_session.course import next_step
from coupleapp.domain.guided_session.needs_course import listing, next_core
from coupleapp.domain.guided_session.needs_state import Listed
from coupleapp.domain.guided_session.plan import Moment
from coupleapp.domain.guided_session.state import GuidedSession
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.needs.needs import RING_MAX, LineKind

Decision = tuple[e.NeedsEvent, ...] | Refusal

_LINES = {LineKind.COMMON: COMMON_MAX, LineKind.OPTION: OPTIONS_MAX}


def decide_needs(state: GuidedSession, command: c.NeedsCommand, now: Moment) -> Decision:
    """What a command does in a talk about needs, with no pause over it; or why it cannot."""
    match state.step, command:
        case n.ChoosingTopic(), c.ChooseTopic(topic=topic, own=own):
            named = own is not None and own.kind is LineKind.TOPIC
            if named != (topic is Topic.OWN) or (own is not None and not named):
                return Refusal(Why.OUT_OF_RANGE)
            return (e.TopicChosen(now, topic),)
        case n.Listing(seat=seat), c.ListNeed() | c.TakeNeedBack() | c.FinishList():
            return _list(state, seat, command, now)
        case n.SayingCore(owner=owner), c.SayCoreBack(seat=seat):
            return _by(owner.other, seat) or (e.CoreSaidBack(now),)
        case n.CheckingCore(owner=owner), c.CheckCore(seat=seat, answer=answer):
            return _by(owner, seat) or (e.CoreChecked(now, answer),)
        case ((n.SayingCore() | n.CheckingCore()), c.LeaveCore()):
            return (e.CoreLeft(now),)
        case n.FindingCommon(), c.MarkCommon(need_id=need_id, both=both):
            known = state.needs.find(need_id) is not None
            if not known or both == (need_id in state.needs.common):
                return Refusal(Why.ALREADY_ANSWERED if known else Why.NOT_THERE)
            return (e.CommonMarked(now, need_id, both),)
        case ((n.FindingCommon() | n.WeighingOptions()), c.AddLine() | c.TakeLine()):
            return _gather(state, command, now)
        case n.WeighingOptions(), c.ChooseOption(line_id=line_id):
            if line_id is not None and line_id not in state.needs.options:
                return Refusal(Why.NOT_THERE)
            if line_id == state.needs.chosen:
                return Refusal(Why.ALREADY_ANSWERED)
            return (e.OptionChosen(now, line_id),)
        case n.WritingTrial(), c.ProposeTrial(trial=trial):
            return (e.TrialProposed(now, trial.days),)
        case n.ConfirmingTrial(), c.ReopenTrial():
            return (e.TrialReopened(now),)
        case n.ConfirmingTrial(done=done), c.ConfirmTrial():
            return _confirm(state, done, command, now)
        case _, c.ParkTalk() if can_park(state):
            return (e.Parked(now),)
        case _:
            return Refusal(Why.OTHER_STEP)


def can_park(state: GuidedSession) -> bool:
    """Whether it can be parked: what both have seen stays, and there is no plan tonight."""
    match state.step:
        case s.Together(kind=kind):
            return kind is StepKind.BOARD
        case n.SayingCore() | n.CheckingCore() | n.FindingCommon():
            return True
        case step:
            return isinstance(step, n.WeighingOptions | n.WritingTrial | n.ConfirmingTrial)


def may_go_on(state: GuidedSession) -> Refusal | None:
    """Why they cannot go on from what they gather; None when they can."""
    match state.step:
        case n.FindingCommon():
            return None
        case n.WeighingOptions():
            enough = len(state.needs.options) >= OPTIONS_MIN
            return None if enough else Refusal(Why.TOO_FEW)
        case _:
            return Refusal(Why.OTHER_STEP)


def evolve_needs(state: GuidedSession, event: e.NeedsEvent) -> GuidedSession | None:
    """The state after an event of a talk about needs; None when it cannot have happened here."""
    at, needs = event.at, state.needs
    match state.step, event:
        case n.ChoosingTopic(), e.TopicChosen(topic=topic):
            return next_step(replace(state, needs=replace(needs, topic=topic)), at)
        case n.Listing(seat=seat), e.NeedListed(seat=by) if seat is by:
            one = Listed(event.need_id, seat, event.ring)
            return replace(state, needs=replace(needs, listed=(*needs.listed, one)))
        case n.Listing(), e.NeedTakenBack(need_id=need_id):
            left = tuple(one for one in needs.listed if one.id != need_id)
            return replace(state, needs=replace(needs, listed=left))
        case n.Listing(seat=seat, second=False), e.ListFinished():
            return replace(state, step=listing(seat.other, at, second=True))
        case n.Listing(second=True), e.ListFinished():
            return next_step(state, at)
        case (n.SayingCore() | n.CheckingCore()) as step, (
            e.CoreSaidBack() | e.CoreChecked() | e.CoreLeft()
        ):
            return _evolve_core(state, step, event)
        case n.FindingCommon(), e.CommonMarked(need_id=need_id, both=both):
            others = tuple(one for one in needs.common if one != need_id)
            common = (*others, need_id) if both else others
            return replace(state, needs=replace(needs, common=common))
        case ((n.FindingCommon() | n.WeighingOptions()), e.LineAdded() | e.LineTaken()):
            return _evolve_lines(state, event)
        case n.WeighingOptions(), e.OptionChosen(line_id=line_id):
            return replace(state, needs=replace(needs, chosen=line_id))
        case _:
            return _evolve_trial(state, event)


def _list(
    state: GuidedSession,
    seat: Seat,
    command: c.ListNeed | c.TakeNeedBack | c.FinishList,
    now: Moment,
) -> Decision:
    match command:
        case c.ListNeed(need=need):
            if state.needs.find(need.id) is not None or need.topic is not state.needs.topic:
                return Refusal(Why.OUT_OF_RANGE)
            if len(state.needs.ring(seat, need.ring)) >= RING_MAX[need.ring]:
                return Refusal(Why.FULL)
            return _by(seat, need.seat) or (e.NeedListed(now, need.id, seat, need.ring),)
        case c.TakeNeedBack(need_id=need_id):
            there = state.needs.find(need_id)
            if there is None:
                return Refusal(Why.NOT_THERE)
            return _by(there.seat, seat) or (e.NeedTakenBack(now, need_id),)
        case c.FinishList(seat=who):
            return _by(seat, who) or (e.ListFinished(now, seat),)


def _gather(state: GuidedSession, command: c.AddLine | c.TakeLine, now: Moment) -> Decision:
    common = isinstance(state.step, n.FindingCommon)
    kind = LineKind.COMMON if common else LineKind.OPTION
    there = state.needs.lines(kind)
    if isinstance(command, c.TakeLine):
        if command.line_id not in there:
            return Refusal(Why.NOT_THERE)
        return (e.LineTaken(now, command.line_id),)
    if command.line.kind is not kind or command.line.id in there:
        return Refusal(Why.OUT_OF_RANGE)
    if len(there) >= _LINES[kind]:
        return Refusal(Why.FULL)
    return (e.LineAdded(now, command.line.id, kind),)


def _confirm(
    state: GuidedSession, done: tuple[Seat, ...], command: c.ConfirmTrial, now: Moment
) -> Decision:
    if command.seat in done:
        return Refusal(Why.ALREADY_ANSWERED)
    if command.agreement.topic is not state.needs.topic:
        return Refusal(Why.OUT_OF_RANGE)
    yes = e.TrialConfirmed(now, command.seat)
    return (yes, e.TrialAgreed(now, command.agreement.id)) if done else (yes,)


def _evolve_core(
    state: GuidedSession,
    step: n.SayingCore | n.CheckingCore,
    event: e.CoreSaidBack | e.CoreChecked | e.CoreLeft,
) -> GuidedSession | None:
    match step, event:
        case n.SayingCore(), e.CoreSaidBack():
            return replace(state, step=n.CheckingCore(step.need_id, step.owner, step.round))
        case n.CheckingCore(), e.CoreChecked(answer=answer) if answer is not Heard.THATS_IT:
            return replace(state, step=n.SayingCore(step.need_id, step.owner, step.round + 1))
        case (n.CheckingCore(), e.CoreChecked()) | (_, e.CoreLeft()):
            following = next_core(state, step.need_id)
            if following is None:
                return next_step(state, event.at)
            return replace(state, step=following)
        case _:
            return None


def _evolve_lines(state: GuidedSession, event: e.LineAdded | e.LineTaken) -> GuidedSession:
    needs = state.needs
    common = isinstance(state.step, n.FindingCommon)
    there = needs.grounds if common else needs.options
    if isinstance(event, e.LineAdded):
        there = (*there, event.line_id)
    else:
        there = tuple(one for one in there if one != event.line_id)
    if common:
        after = replace(needs, grounds=there)
    else:
        chosen = needs.chosen if needs.chosen in there else None
        after = replace(needs, options=there, chosen=chosen)
    return replace(state, needs=after)


def _evolve_trial(state: GuidedSession, event: e.NeedsEvent) -> GuidedSession | None:
    needs = state.needs
    match state.step, event:
        case n.WritingTrial(), e.TrialProposed(days=days):
            proposed = replace(needs, days=days)
            return replace(state, step=n.ConfirmingTrial(), needs=proposed)
        case n.ConfirmingTrial(), e.TrialReopened():
            return replace(state, step=n.WritingTrial(), needs=replace(needs, days=None))
        case n.ConfirmingTrial(done=done), e.TrialConfirmed(seat=seat) if seat not in done:
            return replace(state, step=n.ConfirmingTrial((*done, seat)))
        case n.ConfirmingTrial(done=done), e.TrialAgreed() if len(done) == len(Seat):
            agreed = replace(needs, agreement_id=event.agreement_id)
            return next_step(replace(state, needs=agreed), event.at)
        case _, e.Parked() if can_park(state):
            return next_step(replace(state, needs=replace(needs, days=None, parked=True)), event.at)
        case _:
            return None


def _by(holder: Seat, seat: Seat) -> Refusal | None:
    return None if seat is holder else Refusal(Why.NOT_YOUR_FLOOR)
