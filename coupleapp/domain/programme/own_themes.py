"""Themes and questions of the couple's own, and what they add to the programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import LINE_MAX, OWN_QUESTION_MAX, OWN_TITLE_MAX
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.notebook import TextFault
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.packs import whose
from coupleapp.domain.programme.programme import DEPTHS, Prompt, Theme
from coupleapp.domain.words.lines import LineRefused, clean_line

OWN = "own_"
"""How the id of a theme or a question of their own begins; none of ours does, and no pack's."""


def is_own(id: str) -> bool:  # noqa: A002 - the name of the thing
    """Whether the theme or question with this id is the couple's own.

    Whatever a pack is called, the ids of what it adds have its mark, and theirs have none.
    """
    return id.startswith(OWN) and not whose(id)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What is said where they have said nothing.

    In ``freely``, ``{title}`` is the title of a theme without a question; ``gone`` stands where a
    question was deleted.
    """

    freely: str
    softer: str
    listener: str
    gone: str


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme of their own.

    Attributes:
        id: Begins with ``OWN``; random and never reused.
        title: 1 to ``OWN_TITLE_MAX`` characters, already clean.
        intent: One sentence of what it is for, 1 to ``LINE_MAX`` characters, already clean.
        author: Whose it is; None when it is from both.
        added_at: Aware UTC.

    Raises:
        LineRefused: A line is empty or not clean.
        ValueError: The id is not one of theirs, or the time is not in UTC.
    """

    id: str
    title: str
    intent: str
    author: Seat | None
    added_at: datetime

    def __post_init__(self) -> None:
        _check(self.id, self.added_at)
        _require_clean(self.title, OWN_TITLE_MAX, needed=True)
        _require_clean(self.intent, LINE_MAX, needed=True)

    @property
    def freely_id(self) -> str:
        """The id of the question that it has while they have given it none."""
        return f"{self.id}.freely"


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question of their own, for a theme of theirs or of ours.

    Attributes:
        id: Begins with ``OWN``; random and never reused.
        depth: 1 to 5.
        text: 1 to ``OWN_QUESTION_MAX`` characters, already clean.
        softer: The same; may be empty.
        listener: What the listener does, up to ``LINE_MAX`` characters; may be empty.
        author: Whose it is; None when it is from both.
        added_at: Aware UTC.

    Raises:
        LineRefused: A line is not clean, or the question is empty.
        ValueError: The id is not one of theirs, the depth is out of range, or the time is not in
            UTC.
    """

    id: str
    theme_id: str
    depth: int
    text: str
    softer: str
    listener: str
    author: Seat | None
    added_at: datetime

    def __post_init__(self) -> None:
        _check(self.id, self.added_at)
        _require_clean(self.text, OWN_QUESTION_MAX, needed=True)
        _require_clean(self.softer, OWN_QUESTION_MAX)
        _require_clean(self.listener, LINE_MAX)
        if self.depth not in DEPTHS:
            raise ValueError(f"depth is {self.depth}; it can be {DEPTHS[0]} to {DEPTHS[-1]}")

    def as_prompt(self, words: OwnWords) -> Prompt:
        """The question as a session knows it."""
        softer, listener = self.softer or words.softer, self.listener or words.listener
        return Prompt(self.id, self.depth, self.text, softer, listener)


def freely_about(theme: OwnTheme, words: OwnWords) -> PromptCard:
    """The invitation to talk about it without a question."""
    return PromptCard(None, words.freely.replace("{title}", theme.title), "", words.listener)


def gone(words: OwnWords) -> PromptCard:
    """The invitation that stands where a theme or a question is not there any more."""
    return PromptCard(None, words.gone, "", words.listener)


def addition_of(
    themes: Iterable[OwnTheme], questions: Iterable[OwnQuestion], words: OwnWords
) -> Addition:
    """What they add to the programme.

    Both follow ours in the order given. A theme without a question has the invitation to talk
    freely as its question.
    """
    prompts: dict[str, tuple[Prompt, ...]] = {}
    for question in questions:
        there = prompts.get(question.theme_id, ())
        prompts[question.theme_id] = (*there, question.as_prompt(words))
    grown = tuple(_grown(theme, prompts.pop(theme.id, ()), words) for theme in themes)
    return Addition(themes=grown, prompts=prompts)


def _grown(theme: OwnTheme, prompts: tuple[Prompt, ...], words: OwnWords) -> Theme:
    freely = freely_about(theme, words).text
    alone = Prompt(theme.freely_id, DEPTHS[0], freely, words.softer, words.listener)
    return Theme(
        id=theme.id,
        week=1,
        title=theme.title,
        intent=theme.intent,
        listener=words.listener,
        freely=freely,
        prompts=prompts or (alone,),
    )


def _check(id: str, added_at: datetime) -> None:  # noqa: A002 - the name of the thing
    if not is_own(id):
        raise ValueError(f"what is theirs has an id that begins with {OWN}")
    if added_at.utcoffset() != timedelta(0):
        raise ValueError("a time is in UTC")


def _require_clean(line: str, most: int, *, needed: bool = False) -> None:
    if clean_line(line, needed=needed, most=most) != line:
        raise LineRefused(TextFault.EMPTY)
