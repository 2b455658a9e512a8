"""What the next guided session will be made of."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from coupleapp.application.breaths import with_breaths
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import CHUNKS, OPEN_DEPTH, QUESTION_S, SPEAK_S
from coupleapp.domain.formats.durations import Durations
from coupleapp.domain.formats.format import Format, Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartKind, PartSpec, Role
from coupleapp.domain.guided_session import Plan, PromptCard
from coupleapp.domain.guided_session.past import (
    PastSession,
    may_be_looser,
    next_first_speaker,
    next_introducer,
)
from coupleapp.domain.programme.programme import Prompt, Theme
from coupleapp.domain.programme.questions import Questions, next_question, questions_of_talk
from coupleapp.domain.settings import Settings

THEME_TALK = "theme_talk"
"""The format in which a pack's own themes are timed as the pack wishes."""

_STEP_S = 5
"""Times are rounded to so many seconds."""

_LIGHTEST = Questions()


def is_open(kind: Format, since: date, today: date, depth: int) -> bool:
    """Whether a format is offered, having come so deep (1 to 5); tender ones come later."""
    return since + timedelta(weeks=kind.opens_in_week) <= today and is_within(kind, depth)


def was_open(kind: Format, since: date, today: date, planned: Sequence[tuple[date, int]]) -> bool:
    """Whether a format was offered at some time until ``today``.

    Args:
        kind: The format.
        since: The local date on which they began.
        today: The local date.
        planned: The sessions that were planned by the ladder, oldest first: the local date of each,
            and how deep it was to go (1 to 5). What is offered goes by the last one.
    """
    until = [*(day for day, _ in planned[1:]), today]
    return any(
        is_open(kind, since, end, depth) for (_, depth), end in zip(planned, until, strict=False)
    )


def is_within(kind: Format, depth: int) -> bool:
    """Whether a format is no deeper than ``depth``, or opens by the weeks alone."""
    return kind.depth <= max(OPEN_DEPTH, depth)


def plan_session(
    kind: Format,
    theme: Theme,
    history: Sequence[PastSession],
    settings: Settings,
    who: Seat | None = None,
    questions: Questions = _LIGHTEST,
    *,
    light: bool = False,
) -> Plan:
    """A session of this format, fair by history, timed as the couple has chosen.

    What a pack wishes for a talk on its theme takes the place of the format's own times; what the
    couple has chosen lengthens and shortens that as it does with ours.

    ``theme`` is this week's; ``who`` opens, or sits alone, in a format that asks. ``light``: it
    suits something lighter, whatever both answer.
    """
    loose = settings.loose and may_be_looser(history)
    asks = kind.sitting is not Sitting.BOTH
    alone = kind.sitting is Sitting.ALONE
    first = who if asks and who is not None else next_first_speaker(history)
    wished = (theme.durations if kind.id == THEME_TALK else None) or Durations()
    steps = tuple(_timed(_wished(step, wished), settings, loose=loose) for step in kind.steps)
    steps = with_breaths(kind, steps, settings)
    if kind.has_question and settings.chunks != CHUNKS:
        # Whoever has chosen a number has it, whatever the format or the pack would like.
        steps = tuple(_in_chunks(step, settings.chunks) for step in steps)
    cards: tuple[PromptCard, ...] = ()
    if kind.has_question:
        allowed = replace(questions, depth=min(questions.depth, kind.question_depth))
        chosen = settings.chunks != CHUNKS and _talked_at_once(steps)
        most = settings.cards if chosen else min(settings.cards, _most_cards(steps))
        cards = _cards(theme, allowed, most)
        steps = _dealt(steps, len(cards))
    door = any(step.kind is StepKind.READINESS for step in steps)
    return Plan(
        format_id=kind.id,
        theme_id=theme.id if kind.has_question else "",
        steps=steps,
        introducer=next_introducer(history),
        first_speaker=first,
        prompt=cards[0] if cards else None,
        sitting=kind.sitting,
        loose=loose,
        typed=settings.typed,
        suits_light=door and light,
        depth=None if alone else questions.depth,
        further=cards[1:],
        question_s=_in_proportion(QUESTION_S, settings),
    )


def another_prompt(theme: Theme, questions: Questions, seen: Collection[str] = ()) -> PromptCard:
    """The next question of the theme that was not on the table yet; none when none is left."""
    prompt = next_question(theme, questions, seen)
    return card(prompt) if prompt else freely(theme)


def card(prompt: Prompt) -> PromptCard:
    """The question as it lies on the table."""
    return PromptCard(prompt.id, prompt.text, prompt.softer, prompt.listener, prompt.depth)


def freely(theme: Theme) -> PromptCard:
    """No question: both say what they like about the theme."""
    return PromptCard(None, theme.freely, "", theme.listener)


def _cards(theme: Theme, questions: Questions, most: int) -> tuple[PromptCard, ...]:
    chosen = questions_of_talk(theme, questions, most)
    return tuple(map(card, chosen)) or (freely(theme),)


def _most_cards(steps: Sequence[StepSpec]) -> int:
    """As many questions as each speaks times, where a turn follows the question at once."""
    return max([1, *(step.chunks for step in _talked_at_once(steps))])


def _talked_at_once(steps: Sequence[StepSpec]) -> list[StepSpec]:
    """The turn that follows the question at once; empty where something else does."""
    place = _introduced(steps)
    return [step for step in steps[place + 1 : place + 2] if step.kind is StepKind.TURNS]


def _introduced(steps: Sequence[StepSpec]) -> int:
    return next(n for n, step in enumerate(steps) if step.kind is StepKind.INTRODUCE)


def _dealt(steps: tuple[StepSpec, ...], cards: int) -> tuple[StepSpec, ...]:
    """Each question with a turn of its own; all of them take as long as one would.

    Each is talked about once at least. What closes a turn closes the last one.
    """
    if cards == 1:
        return steps
    place = _introduced(steps)
    introduce, turns = steps[place : place + 2]
    dealt: list[StepSpec] = []
    for number in range(cards):
        # The last ones, which go deepest, have what cannot be shared out evenly.
        chunks = max(1, (turns.chunks + number) // cards)
        closing = turns.closing if number == cards - 1 else ()
        dealt += [introduce, replace(turns, chunks=chunks, closing=closing)]
    return (*steps[:place], *dealt, *steps[place + 2 :])


def _timed(step: StepSpec, settings: Settings, *, loose: bool) -> StepSpec:
    if step.kind in {StepKind.LISTS, StepKind.OPTIONS} and not settings.timers:
        return replace(step, seconds=0)
    if step.kind is not StepKind.TURNS:
        return step
    parts = tuple(_timed_part(part, settings) for part in step.parts)
    if loose:
        speaks = next(p for p in parts if p.kind is PartKind.TALK and p.by is Role.SPEAKER)
        # Whoever answers instead has as much time as the one who spoke.
        parts = tuple(_as_long_as(p, speaks) if p.kind is PartKind.SAY_BACK else p for p in parts)
    closing = tuple(_timed_part(part, settings) for part in step.closing)
    return replace(step, parts=parts, closing=closing)


def _wished(step: StepSpec, wished: Durations) -> StepSpec:
    parts = tuple(_wished_part(part, wished) for part in step.parts)
    timed = replace(step, parts=parts)
    return timed if wished.chunks is None else _in_chunks(timed, wished.chunks)


def _wished_part(part: PartSpec, wished: Durations) -> PartSpec:
    if part.kind is PartKind.SAY_BACK:
        return replace(part, seconds=wished.say_back_s or part.seconds)
    if part.kind is PartKind.TALK and part.by is Role.SPEAKER:
        return replace(part, seconds=wished.speak_s or part.seconds)
    return part


def _in_chunks(step: StepSpec, chunks: int) -> StepSpec:
    return replace(step, chunks=chunks) if step.kind is StepKind.TURNS else step


def _timed_part(part: PartSpec, settings: Settings) -> PartSpec:
    if not part.seconds:
        return part
    if not settings.timers:
        return replace(part, seconds=0)
    seconds = _in_proportion(part.seconds, settings)
    return replace(part, seconds=min(part.most_s, max(part.least_s, seconds)))


def _in_proportion(seconds: int, settings: Settings) -> int:
    """As much longer or shorter as they have chosen to speak."""
    return round(seconds * settings.speak_s / SPEAK_S / _STEP_S) * _STEP_S


def _as_long_as(part: PartSpec, other: PartSpec) -> PartSpec:
    seconds = min(part.most_s, max(part.least_s, other.seconds)) if other.seconds else 0
    return replace(part, seconds=seconds)
