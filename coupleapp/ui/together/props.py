"""What the page of things to do together shows, as a function of where things stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.defaults import ACTIVITY_EVENING_HOUR, ACTIVITY_LENGTH, ACTIVITY_WEEKS
from coupleapp.domain.together.activities import BlockPhase, BlockStanding, Brought, Pick, days_of
from coupleapp.ui.base import wording

translate = QCoreApplication.translate

_RUNS = {BlockPhase.AHEAD, BlockPhase.RUNNING}


class WeekStage(StrEnum):
    """Where the week stands: nothing is picked, something is, it is asked about, they said."""

    PICK = "pick"
    PICKED = "picked"
    ASKING = "asking"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class ActivitiesProps:
    """``picked`` is empty in the stage "pick", ``planned`` while that is open."""

    left_name: str = ""
    right_name: str = ""
    lead: str = ""
    stage: WeekStage = WeekStage.PICK
    heading: str = ""
    time_words: str = ""
    label: str = ""
    picked: str = ""
    planned: str = ""
    said: str = ""
    then: str = ""
    planning: bool = False
    can_plan: bool = False
    days: tuple[str, ...] = ()
    plan_day: int = 0
    usual_time: str = ""
    can_pick: bool = True
    pick_words: str = ""
    runs: bool = False
    filters: tuple[str, ...] = ()
    has_more: bool = False
    nothing_fits: bool = False
    trouble: str = ""
    turns: int = 0


@dataclass(frozen=True, slots=True)
class WeekInputs:
    """``usual``: the last time that was planned; it and ``now`` are aware."""

    stands: BlockStanding
    current: Pick | None
    asked: Pick | None
    usual: datetime | None
    now: datetime
    zone: tzinfo


def derive_week(before: ActivitiesProps, inputs: WeekInputs) -> ActivitiesProps:
    """Where the week stands; what is not about it stays as it was before."""
    stands, current, asked = inputs.stands, inputs.current, inputs.asked
    today = inputs.now.astimezone(inputs.zone).date()
    shown = asked or current
    days = days_of(stands.week, today)
    done = current is not None and current.brought is not None
    # The one they are asked about is not written over before they have said.
    asks_this_week = asked is not None and asked.week == stands.week
    return replace(
        before,
        lead=_lead(stands.phase),
        stage=_stage(asked, current),
        heading=shown.text
        if shown
        else translate("ActivitiesModel", "Which of these would you both like?"),
        time_words=_time_words(shown),
        label=_label(stands, shown, today),
        picked=shown.text if shown else "",
        planned=_planned(shown, inputs.zone, today),
        said=_said(shown),
        then=_then(stands) if done else "",
        can_plan=current is not None and shown == current and not done,
        days=tuple(wording.day(day, today) for day in days),
        plan_day=_plan_day(shown, inputs.zone, days),
        usual_time=_usual_time(shown, inputs),
        can_pick=not done and not asks_this_week,
        pick_words=_pick_words(stands.week, today),
        runs=stands.phase in _RUNS,
    )


def _stage(asked: Pick | None, current: Pick | None) -> WeekStage:
    if asked is not None:
        return WeekStage.ASKING
    if current is None:
        return WeekStage.PICK
    return WeekStage.PICKED if current.brought is None else WeekStage.SAID


def _time_words(shown: Pick | None) -> str:
    if shown is None or shown.at is None:
        return translate("ActivitiesModel", "Find a time for it")
    return translate("ActivitiesModel", "Another time")


def _lead(phase: BlockPhase) -> str:
    if phase is BlockPhase.OVER:
        over = translate(
            "ActivitiesModel",
            "Your {weeks} weeks are over. If they were good for you, pick something, and "
            "{weeks} more begin.",
        )
        return over.format(weeks=ACTIVITY_WEEKS)
    minutes = int(ACTIVITY_LENGTH.total_seconds() // 60)
    if phase in _RUNS:
        runs = translate(
            "ActivitiesModel",
            "Something new to both of you, about {minutes} minutes. Small is fine.",
        )
        return runs.format(minutes=minutes)
    none = translate(
        "ActivitiesModel",
        "Something new to both of you, about {minutes} minutes, once a week for {weeks} weeks. "
        "Pick one, and they begin.",
    )
    return none.format(minutes=minutes, weeks=ACTIVITY_WEEKS)


def _label(stands: BlockStanding, shown: Pick | None, today: date) -> str:
    if shown is not None and shown.week < stands.week <= today:
        return translate("ActivitiesModel", "Last week")
    if stands.phase is BlockPhase.AHEAD:
        return translate("ActivitiesModel", "The week that begins tomorrow")
    if stands.phase is BlockPhase.RUNNING:
        counted = translate("ActivitiesModel", "Week {number} of {weeks}")
        return counted.format(number=stands.number, weeks=ACTIVITY_WEEKS)
    return ""


def _planned(shown: Pick | None, zone: tzinfo, today: date) -> str:
    if shown is None or shown.at is None:
        return ""
    return wording.day_and_time(shown.at, zone, today)


def _said(shown: Pick | None) -> str:
    match shown.brought if shown else None:
        case None:
            return ""
        case Brought.YES:
            return translate("ActivitiesModel", "It brought something back.")
        case Brought.A_LITTLE:
            return translate("ActivitiesModel", "It brought a little back.")
        case Brought.NOT_THIS_TIME:
            return translate("ActivitiesModel", "Not this time, and that is good to know.")


def _plan_day(shown: Pick | None, zone: tzinfo, days: Sequence[date]) -> int:
    """The day it is planned for; else tomorrow, if the week has one."""
    on = shown.at.astimezone(zone).date() if shown and shown.at else None
    return days.index(on) if on in days else min(1, len(days) - 1)


def _then(stands: BlockStanding) -> str:
    if stands.number == ACTIVITY_WEEKS:
        return ""
    return translate("ActivitiesModel", "Next week has room for another.")


def _usual_time(shown: Pick | None, inputs: WeekInputs) -> str:
    at = (shown.at if shown else None) or inputs.usual
    if at is not None:
        return wording.time_of_day(at, inputs.zone)
    evening = inputs.now.astimezone(inputs.zone).replace(hour=ACTIVITY_EVENING_HOUR, minute=0)
    return wording.short_time(evening.time())


def _pick_words(week: date, today: date) -> str:
    if week > today:
        return translate("ActivitiesModel", "For the coming week")
    return translate("ActivitiesModel", "For this week")
