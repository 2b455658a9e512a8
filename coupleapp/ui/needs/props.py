"""What the steps of a talk about needs show, derived from what may be read just now."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from coupleapp.application.needs_talk import OnTheTable
from coupleapp.application.session_drafts import PLAN_FIELDS
from coupleapp.domain.agreements.agreement import names_touch
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import TRIAL_DAYS
from coupleapp.domain.guided_session import GuidedSession
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session.needs_rules import can_park, may_go_on
from coupleapp.domain.needs.needs import (
    RING_MAX,
    Need,
    NeedLine,
    Ring,
    is_about_touch,
)
from coupleapp.ui.agreements.decision_words import until_words
from coupleapp.ui.base import wording
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.needs import words as needs_words

STAGES = frozenset(
    {
        Stage.TOPIC,
        Stage.LISTS,
        Stage.BOARD,
        Stage.CORE,
        Stage.CORE_CHECK,
        Stage.COMMON,
        Stage.OPTIONS,
        Stage.TRIAL,
        Stage.TRIAL_CONFIRM,
    }
)
"""The stages in which any words of such a talk may be on the screen."""


@dataclass(frozen=True, slots=True)
class LineRow:
    line_id: str
    words: str
    free_no: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class NeedsProps:
    """What is empty is not shown.

    Attributes:
        asks: What a wish for the other is about: "" when it is none, "wish" when it was not said.
        core: The line that is said back.
        parking: Whether they are asked once if they park it: something of the plan is written.
        what: What they try; begun, on the table, or the option they chose.
        when: What was begun, or lies on the table; so, too, ``where``, the wills and the honours.
        left_honours: What honours the core of the partner on the left.
        left_cores: What matters most to them, in a row.
        ideas: The options in a row, when one of them is written out as a plan.
        days: After how many days they look at it again.
    """

    topic: str = ""
    free_no: str = ""
    ring: Ring = Ring.CORE
    list_heading: str = ""
    list_hint: str = ""
    list_label: str = ""
    list_full: str = ""
    full: bool = False
    text: str = ""
    why: str = ""
    asks: str = ""
    core: str = ""
    core_note: str = ""
    core_hint: str = ""
    line: str = ""
    may_go_on: bool = False
    may_park: bool = False
    parking: bool = False
    options_hint: str = ""
    go_on_words: str = ""
    what: str = ""
    when: str = ""
    where: str = ""
    when_and_where: str = ""
    left_will: str = ""
    right_will: str = ""
    left_honours: str = ""
    right_honours: str = ""
    left_cores: str = ""
    right_cores: str = ""
    ideas: str = ""
    days: int = TRIAL_DAYS
    look_again: str = ""
    until: str = ""
    yes_left: bool = False
    yes_right: bool = False
    left_yes: str = ""
    right_yes: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """What stands in the fields and is not kept yet."""

    ring: Ring = Ring.CORE
    text: str = ""
    why: str = ""
    asks: str = ""
    line: str = ""
    plan: dict[str, str] = field(default_factory=dict)
    days: int = TRIAL_DAYS


@dataclass(frozen=True, slots=True)
class NeedsInputs:
    """All that the snapshot depends on.

    Attributes:
        stage: Words are only there in ``STAGES``.
        alone: Who reads behind an open curtain; None when nobody does.
        table: What may be read; empty where nothing may.
    """

    couple: Couple
    state: GuidedSession
    stage: Stage
    alone: Seat | None
    table: OnTheTable
    begun: Begun
    today: date
    asks_to_park: bool = False


def derive_needs_props(inputs: NeedsInputs) -> NeedsProps:
    if inputs.stage in {Stage.STOPPED, Stage.OVER}:
        return NeedsProps(kept=needs_words.kept(inputs.state))
    if inputs.stage not in STAGES:
        return NeedsProps()
    state, table, begun, couple = inputs.state, inputs.table, inputs.begun, inputs.couple
    step = state.step
    core = _core(step, table)
    plan = _plan(inputs)
    days = table.trial.days if table.trial is not None else begun.days
    ring = begun.ring
    # How much somebody has written is theirs alone, too.
    alone = inputs.alone
    full = alone is not None and len(state.needs.ring(alone, ring)) >= RING_MAX[ring]
    done = step.done if isinstance(step, n.ConfirmingTrial) else ()
    enough = may_go_on(state) is None
    look_again = wording.day(inputs.today + timedelta(days=days), inputs.today)
    return NeedsProps(
        topic=needs_words.topic_of(table),
        free_no=_free_no(inputs, core, plan),
        ring=ring,
        **_list_words(step, ring, couple),
        full=full,
        text=begun.text,
        why=begun.why,
        asks=begun.asks,
        core=core.text if core is not None else "",
        core_note=core.why if core is not None else "",
        core_hint=_core_hint(step, couple),
        line=begun.line,
        may_go_on=enough,
        may_park=can_park(state),
        parking=inputs.asks_to_park and can_park(state),
        options_hint=needs_words.options_hint(enough=enough),
        go_on_words=needs_words.try_words(enough=enough, chosen=state.needs.chosen is not None),
        **plan,
        when_and_where=" · ".join(filter(None, (plan["when"], plan["where"]))),
        left_cores=_cores(table, Seat.LEFT),
        right_cores=_cores(table, Seat.RIGHT),
        ideas=" · ".join(line.text for line in table.options),
        days=days,
        look_again=look_again,
        until=until_words(look_again if days else ""),
        yes_left=Seat.LEFT in done,
        yes_right=Seat.RIGHT in done,
        left_yes=needs_words.yes_words(couple.left, done=Seat.LEFT in done),
        right_yes=needs_words.yes_words(couple.right, done=Seat.RIGHT in done),
    )


def line_rows(lines: tuple[NeedLine, ...], chosen: NeedLine | None = None) -> list[LineRow]:
    return [
        LineRow(line.id, line.text, needs_words.a_no(stands=line.about_touch), line == chosen)
        for line in lines
    ]


def _core(step: object, table: OnTheTable) -> Need | None:
    if not isinstance(step, n.SayingCore | n.CheckingCore):
        return None
    return next((need for need in table.needs if need.id == step.need_id), None)


def _list_words(step: object, ring: Ring, couple: Couple) -> dict[str, str]:
    if not isinstance(step, n.Listing):
        return {}
    return needs_words.list_words(ring, couple.name(step.seat))


def _core_hint(step: object, couple: Couple) -> str:
    match step:
        case n.SayingCore(owner=owner, round=round_):
            return needs_words.say_back_hint(couple.name(owner.other), again=round_ > 0)
        case n.CheckingCore():
            return needs_words.heard_hint()
        case _:
            return ""


def _cores(table: OnTheTable, seat: Seat) -> str:
    return " · ".join(need.text for need in table.of(seat, Ring.CORE))


def _plan(inputs: NeedsInputs) -> dict[str, str]:
    trial, begun = inputs.table.trial, inputs.begun.plan
    if trial is None:
        typed = {name: begun.get(name, "") for name in PLAN_FIELDS}
        chosen = inputs.table.chosen
        # What they have chosen is what they try, until it is written otherwise.
        return typed | {"what": typed["what"] or (chosen.text if chosen is not None else "")}
    return {
        "what": trial.what,
        "when": trial.when,
        "where": trial.where,
        "left_will": trial.left.will,
        "right_will": trial.right.will,
        "left_honours": trial.left.honours,
        "right_honours": trial.right.honours,
    }


def _free_no(inputs: NeedsInputs, core: Need | None, plan: dict[str, str]) -> str:
    """The line about a no: with the topic, and with whatever on the screen names touch."""
    table = inputs.table
    if inputs.stage in {Stage.CORE, Stage.CORE_CHECK}:
        named = core is not None and core.about_touch
    elif inputs.stage in {Stage.TRIAL, Stage.TRIAL_CONFIRM}:
        named = names_touch(*plan.values()) or table.about_touch
    else:
        named = table.about_touch
    tender = table.topic is not None and is_about_touch(table.topic)
    return needs_words.a_no(stands=named or tender)
