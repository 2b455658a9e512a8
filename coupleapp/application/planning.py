"""What this week is about, and what the next guided session will be made of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo

from coupleapp.domain.defaults import DEPTH_CEILING
from coupleapp.domain.formats import Format, StepKind, StepSpec
from coupleapp.domain.guided_session import Plan, PromptCard
from coupleapp.domain.programme import Programme, Prompt, Theme, next_prompt, theme_of_week
from coupleapp.domain.rotation import PastSession, next_first_speaker, next_introducer
from coupleapp.domain.settings import Settings


def theme_this_week(
    programme: Programme, history: Sequence[PastSession], today: date, zone: tzinfo
) -> Theme:
    """The theme on the table: it stays until the week after you have talked about it.

    A gap of weeks therefore changes nothing.

    Args:
        programme: The themes in the order of the weeks.
        history: All sessions.
        today: Local date.
        zone: The couple's zone.
    """
    monday = today - timedelta(days=today.weekday())
    talked = {_monday(s, zone) for s in history if s.talked}
    return theme_of_week(programme, sum(1 for week in talked if week < monday))


def _monday(session: PastSession, zone: tzinfo) -> date:
    day = session.began_at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())


def plan_session(
    kind: Format, theme: Theme, history: Sequence[PastSession], settings: Settings
) -> Plan:
    """A session of this format on this theme, fair by history, timed as the couple has chosen."""
    prompt = next_prompt(theme, DEPTH_CEILING, _used(history), None)
    return Plan(
        format_id=kind.id,
        theme_id=theme.id,
        steps=tuple(_timed(step, settings) for step in kind.steps),
        introducer=next_introducer(history),
        first_speaker=next_first_speaker(history),
        prompt=card(prompt) if prompt else freely(theme),
    )


def another_prompt(
    theme: Theme, history: Sequence[PastSession], seen: Sequence[str], current: str | None
) -> PromptCard:
    """The next question of the theme that was not on the table yet."""
    prompt = next_prompt(theme, DEPTH_CEILING, {*_used(history), *seen}, current)
    return card(prompt) if prompt else freely(theme)


def card(prompt: Prompt) -> PromptCard:
    """The question as it lies on the table."""
    return PromptCard(prompt.id, prompt.text, prompt.softer, prompt.listener)


def freely(theme: Theme) -> PromptCard:
    """No question: both say what they like about the theme."""
    return PromptCard(None, theme.freely, "", theme.listener)


def _used(history: Sequence[PastSession]) -> set[str]:
    return {s.prompt_id for s in history if s.prompt_id is not None}


def _timed(step: StepSpec, settings: Settings) -> StepSpec:
    if step.kind is not StepKind.TURNS:
        return step
    if not settings.timers:
        return replace(step, speak_s=0, mirror_s=0)
    # Saying back keeps its share of the time: half, as in 90 and 45 seconds.
    return replace(step, speak_s=settings.speak_s, mirror_s=max(20, settings.speak_s // 2))
