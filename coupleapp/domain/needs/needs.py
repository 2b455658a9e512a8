"""What matters most to each, and what can bend: the two rings of a talk about needs.

The inner ring is kept as small as honest, the outer one as large as possible; both are written
alone and opened together (the two-oval compromise, Gottman). What belongs to each person alone
cannot be built as something the other is to bend in (``guarded``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.agreements.agreement import Side, Topic, TrialRefused, names_touch
from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import CORE_MAX, FLEXIBLE_MAX, TRIAL_BOUNDS, TRIAL_DAYS
from coupleapp.domain.needs.guarded import (
    GUARDED,
    Area,
    BelongsToEachAlone,
    asked_of_somebody,
    demanded_in_a_need,
    wished_of_the_other,
)
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused, clean_line


class Ring(StrEnum):
    """Where a need stands: CORE what matters most, FLEXIBLE what can bend."""

    CORE = "core"
    FLEXIBLE = "flexible"


RING_MAX = {Ring.CORE: CORE_MAX, Ring.FLEXIBLE: FLEXIBLE_MAX}
"""Most needs of one partner in each ring."""


class Bends(StrEnum):
    """Who would bend: MINE whoever wrote it, THEIRS the other, as a wish."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Need:
    """One line of a list.

    Attributes:
        id: Random, never reused.
        text: 1 to ``LINE_MAX`` characters, already clean.
        why: Why it matters, for what matters most; may be empty. As ``text``.
        area: What a wish for the other to bend is about; None for everything else.

    Raises:
        BelongsToEachAlone: The other is asked to bend where nobody is asked to, by the area or by
            the words.
        LineRefused: A line is not clean, or there is none.
        ValueError: Something belongs to the other ring, or a wish says not what it is about.
    """

    id: str
    seat: Seat
    ring: Ring
    topic: Topic
    text: str
    why: str = ""
    bends: Bends = Bends.MINE
    area: Area | None = None

    def __post_init__(self) -> None:
        _require_clean(self.text)
        if clean_line(self.why) != self.why:
            raise LineRefused(TextFault.EMPTY)
        if self.ring is Ring.CORE and self.bends is not Bends.MINE:
            raise ValueError("what matters most to one is not for the other to bend")
        if self.ring is Ring.FLEXIBLE and self.why:
            raise ValueError("a reason belongs to what matters most")
        if (self.area is not None) != (self.bends is Bends.THEIRS):
            raise ValueError("a wish for the other says what it is about, and nothing else does")
        if self.area in GUARDED:
            raise BelongsToEachAlone(self.area)
        if self.bends is Bends.THEIRS:
            found = wished_of_the_other(self.text)
        else:
            core = self.ring is Ring.CORE
            found = demanded_in_a_need(self.text) if core else asked_of_somebody(self.text)
        if found is not None:
            raise BelongsToEachAlone(found)

    @property
    def about_touch(self) -> bool:
        """Whether "A no needs no reason and can change any time." stands with it, always."""
        tender = self.area is Area.TENDERNESS or names_touch(self.text, self.why)
        return tender or is_about_touch(self.topic)


class LineKind(StrEnum):
    """What a line is that both see: the first three stand alone, the others make a plan."""

    TOPIC = "topic"
    COMMON = "common"
    OPTION = "option"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    WILL = "will"
    HONOURS = "honours"


ONE_SIDED = frozenset({LineKind.WILL, LineKind.HONOURS})
"""Kinds of which each partner writes their own: "I will ..." has its author, always."""

OF_THE_TRIAL = frozenset(
    {LineKind.WHAT, LineKind.WHEN, LineKind.WHERE, LineKind.WILL, LineKind.HONOURS}
)
"""Kinds that make the plan on trial."""


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A line that is not sealed: their own topic, common ground, an option, a piece of the plan.

    Attributes:
        id: Unique within its session.
        text: 1 to ``LINE_MAX`` characters, already clean.
        author: Who wrote it, where each writes their own; None where it belongs to both.

    Raises:
        BelongsToEachAlone: It asks the other to give way where nobody is asked to.
        LineRefused: It is empty or not clean.
        ValueError: It has an author where it belongs to both, or none where it needs one.
    """

    id: str
    kind: LineKind
    text: str
    author: Seat | None = None

    def __post_init__(self) -> None:
        _require_clean(self.text)
        if (self.author is not None) != (self.kind in ONE_SIDED):
            raise ValueError(f"a line of kind {self.kind} is written by each, or by both")
        if self.kind is not LineKind.TOPIC:
            refuse_asking(self.spoken)

    @property
    def spoken(self) -> str:
        """The line as it is read: "I will ..." stands before what somebody will do."""
        return f"I will {self.text}" if self.kind is LineKind.WILL else self.text

    @property
    def about_touch(self) -> bool:
        """Whether "A no needs no reason and can change any time." stands with it, always."""
        return names_touch(self.text)


@dataclass(frozen=True, slots=True)
class Trial:
    """One plan to try, in the couple's words.

    Attributes:
        when: When it is done; 1 to ``LINE_MAX`` characters, already clean.
        where: Where; may be empty. As ``when``.
        days: After how many days they look at it again, 7 to 30 (14).
        what: What they try; may be empty, where it is a mix. As ``when``.

    Raises:
        BelongsToEachAlone: A line asks the other to give way where nobody is asked to.
        LineRefused: A line is not clean, or one that is needed is empty.
        TrialRefused: It is too short or too long.
    """

    when: str
    where: str
    left: Side
    right: Side
    days: int = TRIAL_DAYS
    what: str = ""

    def __post_init__(self) -> None:
        _require_clean(self.when)
        if clean_line(self.where) != self.where or clean_line(self.what) != self.what:
            raise LineRefused(TextFault.EMPTY)
        low, high = TRIAL_BOUNDS
        if not low <= self.days <= high:
            raise TrialRefused(self.days)
        for line in self.lines:
            refuse_asking(line.spoken)

    @property
    def lines(self) -> tuple[NeedLine, ...]:
        """Its words, as they are kept while it is not agreed on."""
        shared = (
            (LineKind.WHAT, self.what),
            (LineKind.WHEN, self.when),
            (LineKind.WHERE, self.where),
        )
        return (
            *(NeedLine(trial_id(kind), kind, text) for kind, text in shared if text),
            *(
                NeedLine(trial_id(kind, seat), kind, text, seat)
                for seat, side in ((Seat.LEFT, self.left), (Seat.RIGHT, self.right))
                for kind, text in ((LineKind.WILL, side.will), (LineKind.HONOURS, side.honours))
            ),
        )


def trial_of(lines: Sequence[NeedLine], days: int) -> Trial:
    """The plan that these lines make, others left aside, and days to try it.

    Raises:
        KeyError: A line is missing.
    """
    words = {line.id: line.text for line in lines}

    def side(seat: Seat) -> Side:
        return Side(words[trial_id(LineKind.WILL, seat)], words[trial_id(LineKind.HONOURS, seat)])

    return Trial(
        when=words[trial_id(LineKind.WHEN)],
        where=words.get(trial_id(LineKind.WHERE), ""),
        left=side(Seat.LEFT),
        right=side(Seat.RIGHT),
        days=days,
        what=words.get(trial_id(LineKind.WHAT), ""),
    )


def trial_id(kind: LineKind, seat: Seat | None = None) -> str:
    """The id of the line that is this piece of the plan; there is one of each in a session."""
    return f"trial:{kind}" + (f":{seat}" if seat else "")


TRIAL_IDS = tuple(
    trial_id(kind, seat)
    for kind in sorted(OF_THE_TRIAL)
    for seat in (tuple(Seat) if kind in ONE_SIDED else (None,))
)
"""Every id that a piece of a plan can have."""

TOPIC_ID = "topic"
"""The id of the line in which the couple names a topic of their own."""


def is_about_touch(topic: Topic) -> bool:
    """Whether "A no needs no reason and can change any time." stands with this topic, always."""
    return topic in {Topic.CLOSENESS, Topic.TOUCH}


def refuse_asking(text: str, names: Sequence[str] = ()) -> None:
    """Refuse a line of both that asks one of them to give way where nobody is asked to.

    Raises:
        BelongsToEachAlone: It does.
    """
    found = asked_of_somebody(text, names)
    if found is not None:
        raise BelongsToEachAlone(found)


def refuse_demanding(text: str, names: Sequence[str] = ()) -> None:
    """Refuse what matters most to one where it is a demand on the other, in a guarded area.

    Raises:
        BelongsToEachAlone: It is.
    """
    found = demanded_in_a_need(text, names)
    if found is not None:
        raise BelongsToEachAlone(found)


def _require_clean(text: str) -> None:
    if clean_line(text, needed=True) != text:
        raise LineRefused(TextFault.EMPTY)
