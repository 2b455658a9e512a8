"""The programme: a year of themes, their prompts, and the small texts around them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from coupleapp.domain.calm.feelings import FeelingFamily
from coupleapp.domain.calm.grounding import Grounding, Rest, Zone
from coupleapp.domain.checks import require_texts, require_unique
from coupleapp.domain.formats.durations import Durations
from coupleapp.domain.formats.format import Format
from coupleapp.domain.guided_session.deeds import Deed
from coupleapp.domain.together.ideas import Idea

# From everyday joys (1) to needs and hurts between us (5), in steps as in Aron et al. (1997).
DEPTHS = range(1, 6)
# Ours fill a year; what is added comes after them.
WEEKS = range(1, 1000)

_Suited = TypeVar("_Suited", Grounding, Rest)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, read aloud by the introducer and answered by both.

    Attributes:
        id: Stable name, beginning with the id of its theme.
        depth: 1 to 5; a couple sees only what lies within the ceiling of both.
        softer: An easier one, answered by naming one thing.
        listener: What the listener does meanwhile; being answered well carries as much as
            telling (Reis and Shaver 1988).

    Raises:
        ValueError: A text is empty, or the depth is out of range.
    """

    id: str
    depth: int
    text: str
    softer: str
    listener: str

    def __post_init__(self) -> None:
        require_texts(self)
        if self.depth not in DEPTHS:
            msg = f"depth is {self.depth}; it can be {DEPTHS[0]} to {DEPTHS[-1]}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Theme:
    """What one week is about.

    Attributes:
        id: Stable name, lower-case ASCII letters and underscores.
        week: Its place in the programme, 1 to 999; ours uses 1 to 52, the first twelve are the
            core map.
        title: Sentence case; in lower case it can stand in the middle of a sentence.
        intent: One or two short sentences on what the week is for.
        listener: The listener's task when no prompt gives one.
        freely: The invitation shown when the couple leaves the prompt out.
        prompts: At least one, in the order of the file.
        durations: How its pack would time a talk on it; None in ours.

    Raises:
        ValueError: A text or the prompts are missing, the week is out of range, an id is twice.
    """

    id: str
    week: int
    title: str
    intent: str
    listener: str
    freely: str
    prompts: tuple[Prompt, ...]
    durations: Durations | None = None

    def __post_init__(self) -> None:
        require_texts(self)
        if self.week not in WEEKS:
            msg = f"week is {self.week}; it can be {WEEKS[0]} to {WEEKS[-1]}"
            raise ValueError(msg)
        if not self.prompts:
            raise ValueError("a theme needs at least one prompt")
        require_unique("prompt", (prompt.id for prompt in self.prompts))


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    text: str

    def __post_init__(self) -> None:
        require_texts(self)


@dataclass(frozen=True, slots=True)
class SmallWin(_Line):
    """What one partner did well, told by the other as "you". Given, and not counted.

    Attributes:
        after: What the one it is given to has done; None where it always fits.
        formats: Ids of the kinds of sitting in which it fits; empty where it fits in all.

    Raises:
        ValueError: A text is empty.
    """

    after: Deed | None = None
    formats: tuple[str, ...] = ()

    def fits(self, format_id: str, deeds: Collection[Deed]) -> bool:
        """Whether it can be said after a sitting of this kind to whoever did these."""
        if self.formats and format_id not in self.formats:
            return False
        return self.after is None or self.after in deeds


@dataclass(frozen=True, slots=True)
class Stem(_Line):
    """The beginning of an appreciation, of the person (Algoe, Kurtz and Hilaire 2016).

    An ellipsis stands where the partner's own words go.

    Raises:
        ValueError: A text is empty.
    """


@dataclass(frozen=True, slots=True)
class OpeningLine(_Line):
    """A way to begin with something hard: it says so, and goes on with "I".

    Beginning gently and from one's own side is answered with less defence (Carrere and Gottman
    1999; Rogers, Howieson and Neame 2018). An ellipsis stands where the partner's own words go.

    Raises:
        ValueError: A text is empty.
    """


@dataclass(frozen=True, slots=True)
class Cue(_Line):
    """The one line the listener sees while the other speaks.

    Attributes:
        text: At most 60 characters in ours.
        advice: Whether it says how to offer a thought; such a card stays closed until the
            speaker asks, since advice nobody asked for can feel like being corrected.

    Raises:
        ValueError: A text is empty.
    """

    advice: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """All that a folder of packs holds.

    Its themes are at least one, in the order of their weeks.

    Raises:
        ValueError: No theme; themes out of order or two in one week; an id that occurs twice.
    """

    themes: tuple[Theme, ...]
    formats: tuple[Format, ...] = ()
    small_wins: tuple[SmallWin, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    stems: tuple[Stem, ...] = ()
    openings: tuple[OpeningLine, ...] = ()
    cues: tuple[Cue, ...] = ()
    feelings: tuple[FeelingFamily, ...] = ()
    rests: tuple[Rest, ...] = ()
    ideas: tuple[Idea, ...] = ()

    def __post_init__(self) -> None:
        if not self.themes:
            raise ValueError("a programme needs at least one theme")
        weeks = [theme.week for theme in self.themes]
        if weeks != sorted(weeks):
            raise ValueError("the themes are not in the order of their weeks")
        require_unique("week", weeks)
        require_unique("theme", (theme.id for theme in self.themes))
        require_unique("prompt", (prompt.id for theme in self.themes for prompt in theme.prompts))
        require_unique("format", (one.id for one in self.formats))
        require_unique("small win", (one.id for one in self.small_wins))
        require_unique("grounding", (one.id for one in self.groundings))
        require_unique("stem", (one.id for one in self.stems))
        require_unique("opening", (one.id for one in self.openings))
        require_unique("cue", (one.id for one in self.cues))
        require_unique("feelings", (one.id for one in self.feelings))
        words = [feeling.id for family in self.feelings for feeling in family.feelings]
        require_unique("feeling", words)
        require_unique("rest", (one.id for one in self.rests))
        require_unique("idea", (one.id for one in self.ideas))


def groundings_for(programme: Programme, zone: Zone) -> tuple[Grounding, ...]:
    """List the groundings, those that suit first.

    What suits, then the rest, each in the order of the file; for somebody who is far away only
    what suits, because turning inwards can take them further (clinical practice, Najavits 2002).
    """
    return _suited(programme.groundings, zone)


def rests_for(programme: Programme, zone: Zone) -> tuple[Rest, ...]:
    """List the rests, those that suit first, in the order that ``groundings_for`` describes."""
    return _suited(programme.rests, zone)


def _suited(offers: Sequence[_Suited], zone: Zone) -> tuple[_Suited, ...]:
    suiting = [one for one in offers if zone in one.suits]
    others = [one for one in offers if zone not in one.suits]
    return tuple(suiting if zone is Zone.FAR_AWAY else suiting + others)
