"""The depth ladder: how deep the next session goes, owned by both, and by nobody alone.

It starts at ``DEPTH_START``. Each partner has a ceiling of their own, and the lower one counts
from the next session on. It goes one step deeper when the last sessions went well for both, and
one step back when one was too much; for the first weeks it stays on the gentle track.

It was too much where either says so behind the curtain, and where both could see it: by a pause
that was asked for because of it, or by one pause after the other. That lies open to both, so it
gives nobody away. To stop says nothing of the kind: enough for today is a good ending, and leaves
the ladder where it stands. So does what somebody would rather not say: an unset rating counts
neither for nor against.

With two people, whatever is not mine is the other's. So nothing one partner sees change has only
one cause. Everything private acts at one moment, when a session is planned, and there it is mixed
with chance, as in Warner's (1965) randomised response: a lot drawn for the session decides, one
time in ``BY_CHANCE`` each, that it is a light one, and that it goes no deeper, or one or more
steps back, for no reason at all. The lot is kept nowhere. Whatever was light or held back stays so
for that day, so that to sit down again at once tells no more.

Hence each fall and each light session could be chance alone, or more than one thing the other may
have said; and a rise fits more than one wish and answer of the other, though it takes the wish of
both. No more than that is promised: over many sessions some causes are likelier than others, and
that is not hidden. So the page says that between two people some things can be guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum, auto
from hashlib import sha256

from coupleapp.domain.couple import Both
from coupleapp.domain.defaults import (
    BY_CHANCE,
    DEPTH_START,
    GENTLE_DEPTH,
    GENTLE_WEEKS,
    LIGHT_EVERY,
    LOWER_HEARD,
    LOWER_TENSION,
    OWN_CEILING,
    RAISE_AFTER,
    RAISE_HEARD,
    RAISE_TENSION,
    STEPS_BACK,
)
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.programme.programme import DEPTHS


@dataclass(frozen=True, slots=True)
class Ceilings(Both[int]):
    """How deep it may go for each partner, 1 to 5.

    Raises:
        ValueError: One is out of range.
    """

    left: int = OWN_CEILING
    right: int = OWN_CEILING

    def __post_init__(self) -> None:
        if not set(self) <= set(DEPTHS):
            raise ValueError(f"a ceiling is {DEPTHS[0]} to {DEPTHS[-1]}")

    @property
    def lower(self) -> int:
        """The lower of the two: it counts for both."""
        return min(self)


@dataclass(frozen=True, slots=True)
class Chance:
    """What the lot of a session decides by itself.

    Attributes:
        light: Whether it suits something lighter.
        back: Steps back, 0 for "no deeper"; None when it decides nothing.
    """

    light: bool = False
    back: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read off the ladder for one session: how deep its questions may go, 1 to 5."""

    depth: int = DEPTH_START
    light: bool = False


def chance_of(lot: str) -> Chance:
    """What this random lot decides; the same each time."""
    drawn = sha256(lot.encode()).digest()
    light, held, steps = (int.from_bytes(drawn[n : n + 8]) for n in (0, 8, 16))
    back = None if held % BY_CHANCE else STEPS_BACK[steps % len(STEPS_BACK)]
    return Chance(light % BY_CHANCE == 0, back)


def is_gentle(since: date, today: date) -> bool:
    """Whether this is still the gentle track."""
    return today < since + timedelta(weeks=GENTLE_WEEKS)


def was_lighter_on(day: date, history: Sequence[PastSession], zone: tzinfo) -> bool:
    """Whether something lighter was suggested or asked for in a session of this day."""
    return any(s.lighter and s.began_at.astimezone(zone).date() == day for s in history)


def depth_on(day: date, history: Sequence[PastSession], zone: tzinfo) -> int | None:
    """How deep the lightest session of this day was planned; None without the ladder."""
    that_day = [s.depth for s in history if s.began_at.astimezone(zone).date() == day]
    return min((depth for depth in that_day if depth is not None), default=None)


def read(
    history: Sequence[PastSession],
    ceilings: Ceilings,
    chance: Chance,
    *,
    gentle: bool,
    lighter_today: bool = False,
    depth_today: int | None = None,
) -> Reading:
    """Read the ladder for the session that is planned now.

    Where a session of today was lighter, the others are, too: to sit down again at once neither
    helps to guess nor puts anybody under pressure. For the same reason they go no deeper than one
    of today was planned; they may go less deep, by what was said and wished since or by chance.
    """
    rung = _rung(history)
    most = min(ceilings.lower, GENTLE_DEPTH if gentle else DEPTHS[-1], depth_today or DEPTHS[-1])
    depth = max(DEPTHS[0], min(most, rung.depth + _step(rung, chance)))
    due = _since_light(history) >= LIGHT_EVERY - 1
    return Reading(depth, chance.light or due or lighter_today)


def depth_so_far(history: Sequence[PastSession]) -> int:
    """How deep the last session was planned: all that may be seen of the ladder between sessions.

    Whatever has been wished or answered since shows in the next session only, together with what
    chance decides there.
    """
    return _rung(history).depth


@dataclass(frozen=True, slots=True)
class _Rung:
    """Where the ladder stood when it was last read, and what has happened since.

    ``good`` counts the sessions in a row that went well for both at this depth.
    """

    depth: int
    good: int = 0
    too_much: bool = False


class _Went(Enum):
    WELL = auto()
    SO_SO = auto()
    TOO_MUCH = auto()
    UNSAID = auto()


def _rung(history: Sequence[PastSession]) -> _Rung:
    rung = _Rung(DEPTH_START)
    for past, is_over in _moments(history):
        rung = _after(rung, _went(past)) if is_over else _planned(rung, past)
    return rung


def _moments(history: Sequence[PastSession]) -> Iterator[tuple[PastSession, bool]]:
    """Each session when it was planned and, for a talk may wait for days, when it was over."""
    moments: list[tuple[datetime, bool, PastSession]] = []
    for past in history:
        moments.append((past.began_at, False, past))
        if past.ended_at is not None:
            moments.append((max(past.began_at, past.ended_at), True, past))
    for _, is_over, past in sorted(moments, key=lambda moment: moment[0]):
        yield past, is_over


def _planned(rung: _Rung, past: PastSession) -> _Rung:
    if past.depth is None:
        return rung
    return _Rung(past.depth, rung.good if past.depth == rung.depth else 0)


def _after(rung: _Rung, went: _Went) -> _Rung:
    match went:
        case _Went.WELL:
            return _Rung(rung.depth, rung.good + 1, rung.too_much)
        case _Went.SO_SO:
            return _Rung(rung.depth, 0, rung.too_much)
        case _Went.TOO_MUCH:
            return _Rung(rung.depth, 0, too_much=True)
        case _Went.UNSAID:
            return rung


def _step(rung: _Rung, chance: Chance) -> int:
    """Steps up (1), none, or back, before any ceiling."""
    back = max(chance.back or 0, 1 if rung.too_much else 0)
    if back or chance.back is not None:
        return -back
    return 1 if rung.good >= RAISE_AFTER else 0


def _went(past: PastSession) -> _Went:
    """How it went, by what both could see and by the numbers somebody chose; by nothing else.

    It went well only where both have said all of it, and it did; UNSAID leaves the rung as it was.
    """
    said = tuple(past.said)
    if past.was_hard or any(map(_was_too_much, said)):
        return _Went.TOO_MUCH
    if any(map(_was_so_so, said)):
        return _Went.SO_SO
    return _Went.WELL if all(map(_is_whole, said)) else _Went.UNSAID


def _was_too_much(said: PrivateRatings) -> bool:
    rise = _rise(said)
    unheard = said.heard is not None and said.heard <= LOWER_HEARD
    return unheard or (rise is not None and rise >= LOWER_TENSION)


def _was_so_so(said: PrivateRatings) -> bool:
    rise = _rise(said)
    half_heard = said.heard is not None and said.heard < RAISE_HEARD
    return half_heard or (rise is not None and rise > RAISE_TENSION)


def _is_whole(said: PrivateRatings) -> bool:
    return said.heard is not None and _rise(said) is not None


def _rise(said: PrivateRatings) -> int | None:
    if said.tension is None or said.tension_after is None:
        return None
    return said.tension_after - said.tension


def _since_light(history: Sequence[PastSession]) -> int:
    """Talks since the last session that was lighter: a count that both can keep themselves."""
    count = 0
    for past in history:
        count = 0 if past.lighter else count + past.talked
    return count
