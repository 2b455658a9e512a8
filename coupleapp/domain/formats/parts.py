"""The parts of a turn: who talks, for how long, and what the other is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.checks import require_within


class Role(StrEnum):
    """Whose part it is: the partner whose turn it is, or the one who listens to them."""

    SPEAKER = "speaker"
    LISTENER = "listener"


class PartKind(StrEnum):
    """What happens in a part.

    TALK one talks, SAY_BACK the listener says back, HEARD the speaker says whether it was got,
    MORE the speaker says whether there is more, WISH the speaker says what would help, FEELING
    the listener guesses the feeling, COMPOSE the speaker writes behind the curtain, CONFIRM both
    press their keys, KEEP the speaker may keep a line in the shared inventory.
    """

    TALK = "talk"
    SAY_BACK = "say_back"
    HEARD = "heard"
    MORE = "more"
    WISH = "wish"
    FEELING = "feeling"
    COMPOSE = "compose"
    CONFIRM = "confirm"
    KEEP = "keep"


TIMED = frozenset({PartKind.TALK, PartKind.SAY_BACK})

# Short chunks and immediate alternation after Sprecher et al. (2013); telling of a stress up to
# 30 minutes (Bodenmann 2012). Saying back takes 20 to 90 seconds; up to 180 where it sums up a
# whole turn, or where the listener may answer instead. The numbers are design judgement.
_SECONDS = {PartKind.TALK: (15, 1800), PartKind.SAY_BACK: (20, 180)}
_GRACE = (5, 60)
_ROUNDS = (1, 3)


@dataclass(frozen=True, slots=True)
class PartSpec:
    """One part of a turn.

    Attributes:
        by: Who talks in a TALK; the listener in a SAY_BACK.
        seconds: Time to talk, 15 to 1800, or to say back, 20 to 180; 0 means no timer.
        grace_s: Seconds to finish a sentence after the tone, 5 to 60 (15 in ours).
        rounds: How often something is said back again after HEARD, 1 to 3 (2).
        title: What stands large, ``{speaker}`` and ``{listener}`` for the names; empty for the
            question that was read.
        advice: Whether thoughts and ideas belong here, once they were asked for.
        if_asked: Whether the part is left out unless they were.

    Raises:
        ValueError: A number is out of its range, or belongs to another kind of part.
    """

    kind: PartKind
    by: Role = Role.SPEAKER
    seconds: int = 0
    grace_s: int = 0
    rounds: int = 0
    title: str = ""
    cue: str = ""
    advice: bool = False
    if_asked: bool = False

    def __post_init__(self) -> None:
        if self.kind in TIMED:
            if self.seconds:
                require_within("seconds", self.seconds, _SECONDS[self.kind])
            require_within("grace_s", self.grace_s, _GRACE)
        elif self.seconds or self.grace_s:
            raise ValueError(f"a part of kind {self.kind} has no time")
        if self.kind is PartKind.HEARD:
            require_within("rounds", self.rounds, _ROUNDS)
        elif self.rounds:
            raise ValueError(f"a part of kind {self.kind} has no rounds")
        if self.by is Role.LISTENER and self.kind is not PartKind.TALK:
            raise ValueError("by belongs to a talk; who does the others is fixed")
        listens = self.kind is PartKind.TALK and self.by is Role.LISTENER
        if (self.advice or self.if_asked) and not listens:
            raise ValueError("only a talk by the listener can hold advice")
        if self.if_asked and not self.advice:
            raise ValueError("what is left out unless asked for is advice")

    @property
    def least_s(self) -> int:
        """Shortest time the part can have, in seconds; 0 where it has none."""
        return _SECONDS[self.kind][0] if self.kind in TIMED else 0

    @property
    def most_s(self) -> int:
        """Longest time the part can have, in seconds; 0 where it has none."""
        return _SECONDS[self.kind][1] if self.kind in TIMED else 0


def check_course(parts: Sequence[PartSpec], closing: Sequence[PartSpec]) -> None:
    """Refuse parts that could not be played one after the other.

    Raises:
        ValueError: No part always comes; a HEARD has nothing said back right before it; MORE is
            asked where no further chunk can come; a line is kept that nobody has confirmed.
    """
    if not parts or parts[0].if_asked:
        raise ValueError("a turn begins with a part that always comes")
    for course in (parts, closing):
        for place, part in enumerate(course):
            before = [earlier.kind for earlier in course[:place]]
            if part.kind is PartKind.HEARD and before[-1:] != [PartKind.SAY_BACK]:
                raise ValueError("heard comes right after something was said back")
            if part.kind is PartKind.KEEP and PartKind.CONFIRM not in before:
                raise ValueError("a line is kept after both have confirmed it")
    if any(part.kind is PartKind.MORE for part in closing):
        raise ValueError("more is asked within a chunk, not at the close")
    if not any(part.kind is PartKind.TALK and part.by is Role.SPEAKER for part in parts):
        raise ValueError("in a turn the speaker speaks")
