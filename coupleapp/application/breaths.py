"""The breaths of a sitting: how long they are, and the caution before the first one."""

from collections.abc import Sequence
from dataclasses import replace

from coupleapp.domain.calm.breath_choices import BreathChoices
from coupleapp.domain.defaults import BREATH_OPENING_MINUTES
from coupleapp.domain.formats.format import BREATHS, Format, StepKind, StepSpec
from coupleapp.domain.guided_session import Plan
from coupleapp.domain.settings import Settings


def with_breaths(
    kind: Format, steps: Sequence[StepSpec], settings: Settings
) -> tuple[StepSpec, ...]:
    """The steps of this format, its breaths as the couple has chosen.

    The opening is as long as they have chosen, and as the format has it while they have not; with
    0 minutes it is left out, but not where it is all that a lighter evening would have. Where they
    have no timers a breath waits for them.
    """
    opening, minutes = kind.opening, settings.breath.opening_minutes
    if opening is not None and minutes != BREATH_OPENING_MINUTES:
        place = steps.index(opening)
        if minutes:
            wished = replace(opening, seconds=60 * minutes)
            steps = [*steps[:place], wished, *steps[place + 1 :]]
        elif not opening.light or sum(step.light for step in steps) > 1:
            steps = [*steps[:place], *steps[place + 1 :]]
    if settings.timers:
        return tuple(steps)
    return tuple(replace(step, seconds=0) if step.kind in BREATHS else step for step in steps)


def with_caution(plan: Plan, breath: BreathChoices) -> Plan:
    """The plan with the caution before its first breath, where somebody has not read it yet."""
    first = next((n for n, step in enumerate(plan.steps) if step.kind in BREATHS), None)
    if first is None or not breath.unread(breath.talks, plan.present):
        return plan
    caution = StepSpec(StepKind.CAUTION, light=plan.steps[first].light)
    return replace(plan, steps=(*plan.steps[:first], caution, *plan.steps[first:]))
