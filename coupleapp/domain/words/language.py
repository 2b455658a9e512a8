"""A gentle look at the sentences of a careful opening, before they are said.

It knows English only, works on this computer with a handful of patterns, and keeps nothing. It is
made to be silent when in doubt: what is quoted, reported, denied or kind is left alone. Nobody but
the writer is meant to see what it notices, and every remark can be ignored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.words import phrases

# Short turns can be said back: two sentences, one event (Rosenberg 2003, in practice).
SENTENCES_MAX = 2
CHARACTERS_MAX = 280


class Slot(StrEnum):
    """The five parts of a careful opening (after Rosenberg 2003; Rogers and others 2018)."""

    YOUR_SIDE = "your_side"
    WHAT_HAPPENED = "what_happened"
    I_FELT = "i_felt"
    WHAT_MATTERS = "what_matters"
    ONE_REQUEST = "one_request"


class RemarkKind(StrEnum):
    """What can be noticed."""

    NAME_CALLING = "name_calling"
    YOU_ARE = "you_are"
    YOU_MAKE_ME = "you_make_me"
    THOUGHT_AS_FEELING = "thought_as_feeling"
    SHOULD = "should"
    ABSOLUTE = "absolute"
    SEVERAL_EVENTS = "several_events"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something noticed in a text.

    Attributes:
        start: Where it begins, in code points from 0.
        end: Where it ends, one past the last code point; more than ``start``.
    """

    kind: RemarkKind
    start: int
    end: int


_SIMPLE = (
    (RemarkKind.NAME_CALLING, phrases.NAME_CALLING),
    (RemarkKind.YOU_ARE, phrases.YOU_ARE),
    (RemarkKind.YOU_MAKE_ME, phrases.YOU_MAKE_ME),
    (RemarkKind.THOUGHT_AS_FEELING, phrases.THOUGHT_AS_FEELING),
    (RemarkKind.SHOULD, phrases.SHOULD),
)
# How far back the words before a phrase can change what it means.
_REACH = 200


def look_over(text: str, slot: Slot) -> tuple[Remark, ...]:
    """Notice what may be harder to hear than it is meant.

    Words that generalise, judge or order about provoke defence more easily than what one saw and
    felt (Rogers, Howieson and Neame 2018). English only. Nothing is stored or logged.

    Args:
        text: As it was typed; any text, also an empty one.
        slot: The part of the opening it stands in. What one understands of the other's side is
            read more kindly, and only what happened is looked at for a second event.

    Returns:
        The remarks by where they begin. Two remarks overlap only where one is ``TOO_LONG``, which
        spans what is beyond two sentences or 280 characters. Empty where nothing was noticed.
    """
    plain = phrases.QUOTED.sub(_blank, text).translate(phrases.APOSTROPHES)
    remarks: list[Remark] = []
    for remark in _noticed(plain, slot):
        if not any(remark.start < other.end and other.start < remark.end for other in remarks):
            remarks.append(remark)
    remarks.extend(_surplus(text, plain))
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end)))


def _blank(found: re.Match[str]) -> str:
    return "\u0001" * len(found.group())


def _noticed(plain: str, slot: Slot) -> Iterator[Remark]:
    for kind, pattern in _SIMPLE:
        if kind is RemarkKind.THOUGHT_AS_FEELING and slot is Slot.YOUR_SIDE:
            continue
        for found in pattern.finditer(plain):
            if not _excused(plain, found.start()):
                yield Remark(kind, found.start(), found.end())
    for start, end in _absolutes(plain, slot):
        yield Remark(RemarkKind.ABSOLUTE, start, end)
    if slot is Slot.WHAT_HAPPENED:
        yield from _further_events(plain)


def _excused(plain: str, start: int) -> bool:
    before = plain[max(0, start - _REACH) : start]
    clause = phrases.CLAUSE_BREAK.split(before)[-1]
    return any(
        pattern.search(clause) for pattern in (phrases.REPORTED, phrases.DENIED, phrases.SUPPOSED)
    )


def _absolutes(plain: str, slot: Slot) -> Iterator[tuple[int, int]]:
    for found in phrases.YOU_ABSOLUTE.finditer(plain):
        start, end = found.span("word")
        warm = phrases.WARM_ALWAYS if found["word"].lower() == "always" else phrases.WARM_NEVER
        asked = phrases.ASKED.search(plain[max(0, found.start() - 12) : found.start()])
        kindly = slot is Slot.YOUR_SIDE and not phrases.COMPLAINT.match(plain, end)
        if warm.match(plain, end) or asked or kindly or _excused(plain, found.start()):
            continue
        yield start, end
    for found in phrases.OTHER_ABSOLUTE.finditer(plain):
        if not _excused(plain, found.start()):
            yield found.span(found.lastgroup or 0)


def _further_events(plain: str) -> Iterator[Remark]:
    for found in phrases.HABIT.finditer(plain):
        if not _excused(plain, found.start()):
            yield Remark(RemarkKind.SEVERAL_EVENTS, *found.span())
    first = phrases.FIRST_WHEN.search(plain)
    if first is None:
        return
    for found in phrases.NEXT_WHEN.finditer(plain, first.end()):
        between = plain[first.end() : found.start()]
        same = found["word"].lower() == first.group().lower()
        # "On Saturday and on Sunday" is one weekend; a promise and its day are one event.
        if same or len(between.split()) < 3 or phrases.PLANNED.search(plain, 0, found.start()):
            continue
        yield Remark(RemarkKind.SEVERAL_EVENTS, *found.span("word"))


def _surplus(text: str, plain: str) -> Iterator[Remark]:
    end = len(text.rstrip())
    begin = len(text) - len(text.lstrip())
    starts = [begin + CHARACTERS_MAX] if end - begin > CHARACTERS_MAX else []
    ends = [
        found.end()
        for found in phrases.SENTENCE_END.finditer(plain, begin, end)
        if not phrases.ABBREVIATED.search(plain[max(0, found.end() - 12) : found.end()])
    ]
    starts.extend(ends[SENTENCES_MAX - 1 : SENTENCES_MAX])
    if starts:
        yield Remark(RemarkKind.TOO_LONG, min(starts), end)
