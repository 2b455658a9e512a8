"""What one partner likes to hold, and where they feel at ease: named once, for groundings alone.

Holding something and thinking of a safe place soothe (clinical practice, Najavits 2002).
"""

from dataclasses import dataclass

COMFORT_MAX = 40
"""Longest name of something to hold, or of a place, in characters: it stands within a sentence.
Design."""

HOLD = "{hold}"
"""Stands in a sentence of a grounding for what they like to hold."""

PLACE = "{place}"
"""Stands in a sentence of a grounding for where they feel at ease."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """One partner's own words; each may be empty.

    Attributes:
        hold: Something to hold, at most ``COMFORT_MAX`` characters, as "the grey stone".
        place: A place, at most ``COMFORT_MAX`` characters, as "the lake".

    Raises:
        ValueError: One of them is too long, or has space around it or a line break in it.
    """

    hold: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        for words in (self.hold, self.place):
            if len(words) > COMFORT_MAX or words != " ".join(words.split()):
                raise ValueError("a comfort is one short line")
