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
    talks = [(past.prompt_id, past.began_at) for past in history if past.prompt_id is not None]
    # A clock that was ahead may have left some that are still to come.
    resting = {one for one, at in talks if now - at < PROMPT_RESTS}
    talked = {one for one, _ in talks}
    return Questions(depth, frozenset(resting), frozenset(favourites) & (talked - resting))


def next_question(theme: Theme, questions: Questions, seen: Collection[str] = ()) -> Prompt | None:
    """Choose what to offer first, or instead of the question that is on the table.

    A rested favourite comes first. Then it is the deepest that is allowed: that is the step they
    stand on, and putting a question aside leads to lighter ones.

    Returns:
        None when none is left; they talk freely then.
    """
    left = [
        prompt
        for prompt in theme.prompts
        if prompt.depth <= questions.depth
        and prompt.id not in questions.resting
        and prompt.id not in seen
    ]
    # Of several alike the first in the order of the file.
    return min(left, key=lambda p: (p.id not in questions.favourites, -p.depth), default=None)
