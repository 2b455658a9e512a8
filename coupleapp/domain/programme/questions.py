"""Which question of a theme comes next: within the depth of both, and not again within a year."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from coupleapp.domain.defaults import DEPTH_START, PROMPT_RESTS
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.programme.programme import Prompt, Theme


@dataclass(frozen=True, slots=True)
class Questions:
    """Which questions may be asked now.

    Attributes:
        depth: 1 to 5.
        resting: Ids of those that were talked about within ``PROMPT_RESTS``.
        favourites: Ids of the couple's favourites that have rested long enough.
    """

    depth: int = DEPTH_START
    resting: frozenset[str] = frozenset()
    favourites: frozenset[str] = frozenset()


def questions_now(
    history: Sequence[PastSession], favourites: Collection[str], depth: int, now: datetime
) -> Questions:
    """Which questions may be asked at ``now``."""
    talks = [(one, past.began_at) for past in history for one in past.prompt_ids]
    # A clock that was ahead may have left some that are still to come.
    resting = {one for one, at in talks if now - at < PROMPT_RESTS}
    talked = {one for one, _ in talks}
    return Questions(depth, frozenset(resting), frozenset(favourites) & (talked - resting))


def rising(most: int, cards: int) -> tuple[int, ...]:
    """How deep each of so many questions may be, in even steps from 1 up to ``most``.

    Where there is one question, it is the deepest (in steps, Aron et al. 1997).
    """
    if cards == 1:
        return (most,)
    return tuple(1 + (most - 1) * card // (cards - 1) for card in range(cards))


def questions_of_talk(theme: Theme, questions: Questions, cards: int) -> tuple[Prompt, ...]:
    """The questions of one talk, at most ``cards``, each no lighter than the one before it.

    In each place stands the deepest that may; where none is left, the lightest of the deeper ones.

    Returns:
        Fewer, or none, where no more are left.
    """
    chosen: list[Prompt] = []
    for depth in rising(questions.depth, cards):
        seen = {prompt.id for prompt in chosen}
        left = _left(theme, questions, seen)
        # Of those as deep a favourite, and of several alike the first in the order of the file.
        nearest = min(
            left,
            key=lambda p: (p.depth > depth, abs(p.depth - depth), p.id not in questions.favourites),
            default=None,
        )
        if nearest is not None:
            chosen.append(nearest)
    return tuple(sorted(chosen, key=lambda prompt: prompt.depth))


def next_question(theme: Theme, questions: Questions, seen: Collection[str] = ()) -> Prompt | None:
    """Choose what to offer first, or instead of the question that is on the table.

    A rested favourite comes first. Then it is the deepest that is allowed: that is the step they
    stand on, and putting a question aside leads to lighter ones.

    Returns:
        None when none is left; they talk freely then.
    """
    left = _left(theme, questions, seen)
    # Of several alike the first in the order of the file.
    return min(left, key=lambda p: (p.id not in questions.favourites, -p.depth), default=None)


def _left(theme: Theme, questions: Questions, seen: Collection[str]) -> list[Prompt]:
    """Those that are allowed, have rested, and were not on the table yet."""
    return [
        prompt
        for prompt in theme.prompts
        if prompt.depth <= questions.depth
        and prompt.id not in questions.resting
        and prompt.id not in seen
    ]
