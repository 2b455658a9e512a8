"""What belongs to each person alone, and is no matter in which the other can be asked to bend.

Sexual contact, safety, health, contact with friends and family, the privacy of one's devices,
access to money: where one gives way in these for the other, a plan can become a hold (coercive
control, Nuttall 2020). What one needs for oneself in
them can stand under what matters most.

The words are English and are looked at on this computer; nothing is kept of what was found.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from coupleapp.domain.needs import guarded_words as words


class Area(StrEnum):
    """What a wish for the other to bend is about."""

    TIME = "time"
    HOME = "home"
    PLANS = "plans"
    TALKING = "talking"
    SPENDING = "spending"
    TENDERNESS = "tenderness"
    ELSE = "else"
    SEX = "sex"
    SAFETY = "safety"
    HEALTH = "health"
    PEOPLE = "people"
    DEVICES = "devices"
    MONEY = "money"


GUARDED = frozenset(
    {Area.SEX, Area.SAFETY, Area.HEALTH, Area.PEOPLE, Area.DEVICES, Area.MONEY},
)
"""The areas in which nobody is asked to bend for the other."""

_NAMED = {
    Area.SEX: words.SEX,
    Area.SAFETY: words.SAFETY,
    Area.HEALTH: words.HEALTH,
    Area.PEOPLE: words.PEOPLE,
    Area.DEVICES: words.DEVICES,
    Area.MONEY: words.MONEY,
}
# What one would have to be told to do for it to be giving way; where nothing stands here, being
# named with the area is enough.
_DEMANDED = {
    Area.SAFETY: words.PUTS_UP,
    Area.HEALTH: words.DOES_FOR_HEALTH,
    Area.PEOPLE: words.GIVES_UP,
    Area.MONEY: words.GIVES_MONEY,
}
_APOSTROPHES = str.maketrans("’ʼ＇`´", "'''''")


_PARTNER = ("he", "she")
"""Who is meant by these in what matters most to one."""


class BelongsToEachAlone(ValueError):
    """Somebody was to give way where nobody is asked to; nothing was changed."""

    def __init__(self, area: Area) -> None:
        super().__init__(area.value)
        self.area = area


def wished_of_the_other(text: str) -> Area | None:
    """The guarded area that a wish for the other to bend names, if it does.

    Any such word beside "you" or "your" is enough, and so is one alone, unless what it names is
    the writer's own ("my parents").
    """
    plain = text.translate(_APOSTROPHES)
    spoken_to = words.YOU.search(plain) is not None
    for area, named in _NAMED.items():
        for found in named.finditer(plain):
            if spoken_to or not words.OWN.search(plain, 0, found.start()):
                return area
    return None


def demanded_in_a_need(text: str, names: Sequence[str] = ()) -> Area | None:
    """The guarded area in which what matters most to one is a demand on the other, if it is.

    What guards the writer's own is left alone: "My friends stay my friends, and you do not ask".
    """
    called = _called((*names, *_PARTNER))
    for sentence in words.SENTENCE.split(text.translate(_APOSTROPHES)):
        for area, named in _NAMED.items():
            spoken_of = named.finditer(sentence)
            others = any(not words.OWN.search(sentence, 0, one.start()) for one in spoken_of)
            if others and _is_asked(sentence, area, called):
                return area
    return None


def asked_of_somebody(text: str, names: Sequence[str] = ()) -> Area | None:
    """The guarded area in which a line asks somebody to give way, if it does.

    For what is written as one's own, or by both: silent when in doubt, so that "I drive you to
    your mother" is a plan like any other.

    Args:
        text: The line, any text.
        names: What the two are called; somebody may be asked by name, written as it is.
    """
    called = _called(names)
    for sentence in words.SENTENCE.split(text.translate(_APOSTROPHES)):
        for area, named in _NAMED.items():
            if named.search(sentence) and _is_asked(sentence, area, called):
                return area
    return None


def _is_asked(sentence: str, area: Area, called: str) -> bool:
    demanded = _DEMANDED.get(area)
    if demanded is None:
        return re.search(rf"\b(?:{called}|(?i:yours?))\b", sentence) is not None
    given_up = rf"(?i:{demanded})\b"
    asks = rf"\b(?:{called})(?i:'(?:ll|d|re))?\s+(?:(?!{given_up})\w+\s+){{0,2}}{given_up}"
    if re.search(asks, sentence):
        return True
    return area is Area.MONEY and words.HOLDS_YOURS.search(sentence) is not None


def _called(names: Sequence[str]) -> str:
    return "|".join(["(?i:you)", *map(_as_name, names)])


def _as_name(name: str) -> str:
    """The name and nothing that sounds like it: "I will", "may we", "mark the day" call nobody.

    A capital alone does not make one at the beginning of a sentence: "May we skip it?".
    """
    capital = name[:1].upper() + name[1:]
    return rf"(?:{re.escape(name)}|{re.escape(capital)})(?!\s+(?:I|we|you|he|she|it|they)\b)"
