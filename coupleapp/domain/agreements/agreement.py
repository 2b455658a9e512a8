"""A trial agreement: when, where, what each of them will do, and the day they look at it again.

It is temporary on purpose, made to be tested (the two-oval compromise, Gottman), and it is an
if-then plan, which is kept more easily than a wish (Gollwitzer 1999).
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import TRIAL_BOUNDS, TRIAL_DAYS
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.words.lines import LineRefused, clean_line

_DAY = timedelta(days=1)

_OF_TOUCH = re.compile(
    r"\b(touch\w*|sex\w*|kiss\w*|hug(s|ged|ging)?|cuddl\w*|snuggl\w*|caress\w*|strok(e|es|ing)"
    r"|massag\w*|intima\w*|naked|erotic\w*|(mak(e|es|ing)|made) love"
    r"|(sleep(s|ing)?|slept) (together|with)|h[eo]ld(s|ing)? (hands?|each other))\b",
    re.IGNORECASE,
)


class Topic(StrEnum):
    """What an agreement is about; OWN has a few words of the couple's own."""

    CLOSENESS = "closeness"
    TIME = "time"
    SPACE = "space"
    CHORES = "chores"
    TOUCH = "touch"
    MONEY = "money"
    FAMILY = "family"
    OWN = "own"


class TrialRefused(ValueError):
    """A trial that is too short or too long; nothing was changed."""

    def __init__(self, days: int) -> None:
        super().__init__(f"{days} days")
        self.days = days


@dataclass(frozen=True, slots=True)
class Side:
    """One partner's side of an agreement.

    Attributes:
        will: How their sentence "I will ..." goes on; 1 to ``LINE_MAX`` characters, already clean.
            Only they write it.
        honours: What in the agreement honours their core; as ``will``.

    Raises:
        LineRefused: A line is empty or not clean.
    """

    will: str
    honours: str

    def __post_init__(self) -> None:
        _require_clean(self.will, self.honours)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What they have agreed to try, in their own words.

    Attributes:
        id: Random, never reused; stays the same when the words change.
        own_topic: Their own words for it where the topic is OWN, else empty; a clean line.
        made_at: Since when it is as it is, aware UTC.
        when: When it is done; 1 to ``LINE_MAX`` characters, already clean.
        where: Where; may be empty. As ``when``.
        review_on: The local date from which they look at it again.
        what: What they try; may be empty, as in those that were made without. As ``when``.

    Raises:
        LineRefused: A line is not clean, one that is needed is empty, or a topic of ours has words
            of their own.
        TrialRefused: The trial is not within ``TRIAL_BOUNDS``, give or take the day by which a
            local date can differ from that in UTC; ``review_day`` knows the zone and is exact.
        ValueError: It was not made in UTC.
    """

    id: str
    topic: Topic
    own_topic: str
    session_id: str | None
    made_at: datetime
    when: str
    where: str
    left: Side
    right: Side
    review_on: date
    what: str = ""

    def __post_init__(self) -> None:
        if self.made_at.utcoffset() != timedelta(0):
            raise ValueError("an agreement is made in UTC")
        _require_clean(self.when)
        if clean_line(self.where) != self.where or clean_line(self.what) != self.what:
            raise LineRefused(TextFault.EMPTY)
        if self.topic is Topic.OWN:
            _require_clean(self.own_topic)
        elif self.own_topic:
            raise LineRefused(TextFault.EMPTY)
        low, high = TRIAL_BOUNDS
        days = (self.review_on - self.made_at.date()) // _DAY
        if not low - 1 <= days <= high + 1:
            raise TrialRefused(days)

    def side(self, seat: Seat) -> Side:
        """The side of the partner in this seat."""
        return self.left if seat is Seat.LEFT else self.right

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line of it that has words, in the order in which they are read."""
        sides = (getattr(side, f.name) for side in (self.left, self.right) for f in fields(side))
        lines = (self.own_topic, self.what, self.when, self.where, *sides)
        return tuple(line for line in lines if line)

    @property
    def headline(self) -> str:
        """What they try, in one line; where they did not say what, when it is done."""
        return self.what or self.when

    @property
    def about_touch(self) -> bool:
        """Whether "A no needs no reason and can change any time." stands with it, always.

        So it does where the topic is closeness or touch, and where its words name touch or sex.
        The words are looked for in English; that one is found too many does no harm.
        """
        return names_touch(*self.lines) or self.topic in {Topic.CLOSENESS, Topic.TOUCH}


def names_touch(*lines: str) -> bool:
    """Whether one of these lines names touch or sex, in English."""
    return any(_OF_TOUCH.search(line) for line in lines)


@dataclass(frozen=True, slots=True)
class Words:
    """What is typed as an agreement, line by line: not clean yet, and perhaps not whole."""

    when: str
    where: str
    left_will: str
    right_will: str
    left_honours: str
    right_honours: str
    what: str = ""


def words_of(agreement: Agreement) -> Words:
    """The lines of an agreement, as they would be typed."""
    left, right = agreement.left, agreement.right
    return Words(
        when=agreement.when,
        where=agreement.where,
        left_will=left.will,
        right_will=right.will,
        left_honours=left.honours,
        right_honours=right.honours,
        what=agreement.what,
    )


def reworded(agreement: Agreement, words: Words, made_at: datetime, review_on: date) -> Agreement:
    """The same agreement in other words, for a new trial.

    Raises:
        LineRefused: A line is empty or too long; the agreement stays as it was.
        TrialRefused: The trial is too short or too long; the agreement stays as it was.
    """
    return replace(
        agreement,
        made_at=made_at,
        when=clean_line(words.when, needed=True),
        where=clean_line(words.where),
        left=_side(words.left_will, words.left_honours),
        right=_side(words.right_will, words.right_honours),
        review_on=review_on,
        what=clean_line(words.what),
    )


def _side(will: str, honours: str) -> Side:
    return Side(clean_line(will, needed=True), clean_line(honours, needed=True))


def review_day(made_at: datetime, zone: tzinfo, days: int = TRIAL_DAYS) -> date:
    """The local date from which they look at it again.

    Raises:
        TrialRefused: The length is not within ``TRIAL_BOUNDS``.
    """
    low, high = TRIAL_BOUNDS
    if not low <= days <= high:
        raise TrialRefused(days)
    return made_at.astimezone(zone).date() + days * _DAY


def _require_clean(*lines: str) -> None:
    for line in lines:
        if clean_line(line, needed=True) != line:
            raise LineRefused(TextFault.EMPTY)
