"""The programme: twelve weeks of themes, their prompts, and the small texts around them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields

from coupleapp.domain.formats import Format

# From everyday joys (1) to needs and hurts between us (5), in steps as in Aron et al. (1997).
DEPTHS = range(1, 6)
# Our map has twelve; a library may fill a year.
WEEKS = range(1, 53)
# Clinical practice (Najavits 2002); no trial has fixed a length.
GROUNDING_SECONDS = range(30, 181)


def _require_texts(
    owner: "Prompt | Theme | _Line | GroundingStep | Grounding",
) -> None:
    for each in fields(owner):
        value = getattr(owner, each.name)
        if isinstance(value, str) and not value.strip():
            msg = f"{type(owner).__name__} needs its {each.name}"
            raise ValueError(msg)


def _require_unique(what: str, ids: Iterable[str | int]) -> None:
    seen: set[str | int] = set()
    for one in ids:
        if one in seen:
            msg = f"{what} {one!r} occurs twice"
            raise ValueError(msg)
        seen.add(one)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, read aloud by the introducer and answered by both.

    Attributes:
        id: Stable name, beginning with the id of its theme.
        depth: 1 to 5; a couple sees only what lies within the ceiling of both.
        text: The question or invitation.
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
        _require_texts(self)
        if self.depth not in DEPTHS:
            msg = f"depth is {self.depth}; it can be {DEPTHS[0]} to {DEPTHS[-1]}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Theme:
    """What one week is about.

    Attributes:
        id: Stable name, lower-case ASCII letters and underscores.
        week: Its place in the programme, 1 to 52; ours uses 1 to 12.
        title: Sentence case; in lower case it can stand in the middle of a sentence.
        intent: One or two short sentences on what the week is for.
        listener: The listener's task when no prompt gives one.
        freely: The invitation shown when the couple leaves the prompt out.
        prompts: At least one, in the order of the file.

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

    def __post_init__(self) -> None:
        _require_texts(self)
        if self.week not in WEEKS:
            msg = f"week is {self.week}; it can be {WEEKS[0]} to {WEEKS[-1]}"
            raise ValueError(msg)
        if not self.prompts:
            raise ValueError("a theme needs at least one prompt")
        _require_unique("prompt", (prompt.id for prompt in self.prompts))


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    text: str

    def __post_init__(self) -> None:
        _require_texts(self)


@dataclass(frozen=True, slots=True)
class SmallWin(_Line):
    """Something one partner did well, said by the other. Given, and not counted.

    Attributes:
        id: Stable name.
        text: One sentence in the second person.

    Raises:
        ValueError: A text is empty.
    """


@dataclass(frozen=True, slots=True)
class Stem(_Line):
    """The beginning of an appreciation, of the person (Algoe, Kurtz and Hilaire 2016).

    Attributes:
        id: Stable name.
        text: The beginning; an ellipsis stands where the partner's own words go.

    Raises:
        ValueError: A text is empty.
    """


@dataclass(frozen=True, slots=True)
class Cue(_Line):
    """The one line the listener sees while the other speaks.

    Attributes:
        id: Stable name.
        text: At most 60 characters in ours.

    Raises:
        ValueError: A text is empty.
    """


@dataclass(frozen=True, slots=True)
class GroundingStep:
    """One sentence of a grounding.

    Attributes:
        text: What is on the screen.
        seconds: How long it stays, 1 to 180.

    Raises:
        ValueError: The text is empty, or the seconds are out of range.
    """

    text: str
    seconds: int

    def __post_init__(self) -> None:
        _require_texts(self)
        if not 1 <= self.seconds <= GROUNDING_SECONDS[-1]:
            msg = f"seconds is {self.seconds}; it can be 1 to {GROUNDING_SECONDS[-1]}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Grounding:
    """An exercise inside a pause that brings people back to the room, eyes open.

    Attributes:
        id: Stable name.
        title: What the couple picks it by.
        seconds: Length of the whole, 30 to 180 (ours: 60 to 120); the sum of its steps.
        steps: In the order in which they are shown.

    Raises:
        ValueError: A text or the steps are missing; seconds out of range or not their sum.
    """

    id: str
    title: str
    seconds: int
    steps: tuple[GroundingStep, ...]

    def __post_init__(self) -> None:
        _require_texts(self)
        if not self.steps:
            raise ValueError("a grounding needs at least one step")
        if self.seconds not in GROUNDING_SECONDS:
            allowed = f"{GROUNDING_SECONDS[0]} to {GROUNDING_SECONDS[-1]}"
            msg = f"seconds is {self.seconds}; it can be {allowed}"
            raise ValueError(msg)
        total = sum(step.seconds for step in self.steps)
        if total != self.seconds:
            msg = f"the steps take {total} seconds, the grounding says {self.seconds}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Programme:
    """All that a folder of packs holds.

    Attributes:
        themes: At least one, in the order of their weeks.
        formats: The kinds of guided session.
        small_wins: What partners can give each other at the end of a talk.
        groundings: The exercises of the pause.
        stems: Beginnings of appreciations.
        cues: Lines for the listener.

    Raises:
        ValueError: No theme; themes out of order or two in one week; an id that occurs twice.
    """

    themes: tuple[Theme, ...]
    formats: tuple[Format, ...] = ()
    small_wins: tuple[SmallWin, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    stems: tuple[Stem, ...] = ()
    cues: tuple[Cue, ...] = ()

    def __post_init__(self) -> None:
        if not self.themes:
            raise ValueError("a programme needs at least one theme")
        weeks = [theme.week for theme in self.themes]
        if weeks != sorted(weeks):
            raise ValueError("the themes are not in the order of their weeks")
        _require_unique("week", weeks)
        _require_unique("theme", (theme.id for theme in self.themes))
        _require_unique("prompt", (prompt.id for theme in self.themes for prompt in theme.prompts))
        _require_unique("format", (one.id for one in self.formats))
        _require_unique("small win", (one.id for one in self.small_wins))
        _require_unique("grounding", (one.id for one in self.groundings))
        _require_unique("stem", (one.id for one in self.stems))
        _require_unique("cue", (one.id for one in self.cues))


def theme_of_week(programme: Programme, week_index: int) -> Theme:
    """Find the theme of a week; after the last theme the first comes again.

    Args:
        programme: Its themes.
        week_index: Whole weeks since the couple's first week, 0 or more.

    Returns:
        The theme, counted by order, so that an unreadable file leaves no empty week.

    Raises:
        ValueError: The index is negative.
    """
    if week_index < 0:
        msg = f"week_index is {week_index}; weeks count from 0"
        raise ValueError(msg)
    return programme.themes[week_index % len(programme.themes)]


def prompts_within(theme: Theme, ceiling: int) -> tuple[Prompt, ...]:
    """List what a couple may see, lightest first.

    Args:
        theme: Where to look.
        ceiling: The deepest depth allowed, 1 to 5; the lower wish of the two partners counts.

    Returns:
        The prompts up to the ceiling by depth, then in the order of the file.
    """
    within = (prompt for prompt in theme.prompts if prompt.depth <= ceiling)
    return tuple(sorted(within, key=lambda prompt: prompt.depth))


def next_prompt(
    theme: Theme, ceiling: int, used: Collection[str], current: str | None
) -> Prompt | None:
    """Choose what to offer first, or instead of the prompt that is on the screen.

    Args:
        theme: The theme of the week.
        ceiling: The deepest depth allowed, 1 to 5.
        used: Ids that were talked about before or swapped away today.
        current: Id of the prompt on the screen; None when there is none.

    Returns:
        The first unused prompt other than the current one; when none is left, it goes round: the
        one after the current, or the first. None only where nothing is within the ceiling.
    """
    within = prompts_within(theme, ceiling)
    if not within:
        return None
    for prompt in within:
        if prompt.id not in used and prompt.id != current:
            return prompt
    ids = [prompt.id for prompt in within]
    after = ids.index(current) + 1 if current in ids else 0
    return within[after % len(within)]
