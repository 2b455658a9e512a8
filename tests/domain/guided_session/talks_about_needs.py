"""Needs, lines and plans that the tests share, and the way through a talk about them."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from coupleapp.domain.agreements.agreement import Agreement, Side, Topic
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import NEEDS_STEPS, StepSpec
from coupleapp.domain.guided_session import Command, GuidedSession
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import needs_commands as nc
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.needs.guarded import Area
from coupleapp.domain.needs.needs import Bends, LineKind, Need, NeedLine, Ring, Trial

MADE_AT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LEFT_SIDE = Side("leave my telephone in the hall", "half an hour that is ours")
RIGHT_SIDE = Side("put the kettle on", "it ends at nine")
PLAN = Trial("after supper on Tuesdays", "the kitchen table", LEFT_SIDE, RIGHT_SIDE)
NEEDS = tuple(
    StepSpec(kind, seconds=300 if kind in {"lists", "options"} else 0) for kind in NEEDS_STEPS
)


def core(seat: Seat, number: int = 0, topic: Topic = Topic.TIME) -> Need:
    text = f"an evening of ours, {number}"
    return Need(f"{seat}-core-{number}", seat, Ring.CORE, topic, text, "It is where I rest.")


def flexible(seat: Seat, number: int = 0, topic: Topic = Topic.TIME) -> Need:
    return Need(f"{seat}-flexible-{number}", seat, Ring.FLEXIBLE, topic, f"which day, {number}")


def wish(seat: Seat, text: str, area: Area = Area.HOME, topic: Topic = Topic.TIME) -> Need:
    return Need("wish", seat, Ring.FLEXIBLE, topic, text, bends=Bends.THEIRS, area=area)


def option(number: int = 0, kind: LineKind = LineKind.OPTION) -> NeedLine:
    return NeedLine(f"{kind}-{number}", kind, f"tea on the stairs, {number}")


def plan_for(topic: Topic = Topic.TIME, own: str = "", session_id: str | None = None) -> Agreement:
    return Agreement(
        id="agreement",
        topic=topic,
        own_topic=own,
        session_id=session_id,
        made_at=MADE_AT,
        when=PLAN.when,
        where=PLAN.where,
        left=PLAN.left,
        right=PLAN.right,
        review_on=date(2026, 12, 7),
    )


def through_the_needs(step: n.NeedsStep, state: GuidedSession) -> Command:
    """A command that moves a talk about needs on; each lists one line in each ring."""
    needs = state.needs
    match step:
        case n.ChoosingTopic():
            return nc.ChooseTopic(Topic.TIME)
        case n.Listing(seat=seat):
            if not needs.ring(seat, Ring.CORE):
                return nc.ListNeed(core(seat, topic=needs.topic))
            if not needs.ring(seat, Ring.FLEXIBLE):
                return nc.ListNeed(flexible(seat, topic=needs.topic))
            return nc.FinishList(seat)
        case n.SayingCore(owner=owner):
            return nc.SayCoreBack(owner.other)
        case n.CheckingCore(owner=owner):
            return nc.CheckCore(owner, Heard.THATS_IT)
        case n.FindingCommon():
            unmarked = [one.id for one in needs.listed if one.id not in needs.common]
            return nc.MarkCommon(unmarked[0], both=True) if len(unmarked) > 3 else c.GoOn()
        case n.WeighingOptions():
            there = len(needs.options)
            return nc.AddLine(option(there)) if there < 3 else c.GoOn()
        case n.WritingTrial():
            return nc.ProposeTrial(PLAN)
        case n.ConfirmingTrial(done=done):
            seat = next(seat for seat in Seat if seat not in done)
            own = "the dog" if needs.topic is Topic.OWN else ""
            return nc.ConfirmTrial(seat, plan_for(needs.topic or Topic.TIME, own))


def leaving_it(step: n.NeedsStep, state: GuidedSession) -> Command | None:
    """The other answer wherever there is one: not yet, leave it, park it."""
    match step:
        case n.Listing(seat=seat) if state.needs.ring(seat, Ring.CORE):
            return nc.FinishList(seat)
        case n.CheckingCore(owner=owner, round=number) if number < 4:
            return nc.CheckCore(owner, Heard.NOT_YET)
        case n.CheckingCore():
            return nc.LeaveCore()
        case n.FindingCommon():
            return c.GoOn()
        case n.WeighingOptions():
            return nc.ParkTalk()
        case _:
            return None


seats = st.sampled_from(Seat)
topics = st.sampled_from(Topic)
numbers = st.integers(0, 9)
needs = st.builds(core, seats, numbers, topics) | st.builds(flexible, seats, numbers, topics)
need_ids = needs.map(lambda need: need.id)
lines = st.builds(option, numbers, st.sampled_from([LineKind.OPTION, LineKind.COMMON]))
own_topics = st.just(NeedLine("topic", LineKind.TOPIC, "the dog"))

needs_commands: st.SearchStrategy[nc.NeedsCommand] = st.one_of(
    st.builds(nc.ChooseTopic, topics, st.none() | own_topics | lines),
    st.builds(nc.ListNeed, needs),
    st.builds(nc.TakeNeedBack, need_ids),
    st.builds(nc.FinishList, seats),
    st.builds(nc.SayCoreBack, seats),
    st.builds(nc.CheckCore, seats, st.sampled_from(Heard)),
    st.just(nc.LeaveCore()),
    st.builds(nc.MarkCommon, need_ids, st.booleans()),
    st.builds(nc.AddLine, lines),
    st.builds(nc.TakeLine, lines.map(lambda line: line.id)),
    st.builds(nc.ChooseOption, st.none() | lines.map(lambda line: line.id)),
    st.builds(nc.ProposeTrial, st.just(PLAN)),
    st.just(nc.ReopenTrial()),
    st.builds(
        nc.ConfirmTrial, seats, topics.map(lambda t: plan_for(t, "dog" if t == "own" else ""))
    ),
    st.just(nc.ParkTalk()),
)
