"""A pack: what a therapist, or the couple themselves, add to our programme with one file.

Every id of a pack begins with the pack's own id and a colon. No other id has a colon, so nothing of
a pack can take the place of anything of ours, or of another pack's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from coupleapp.domain.checks import require_texts
from coupleapp.domain.defaults import PACK_LONGEST_S, PACK_OPENS_IN_WEEK, PACK_TENDER_DEPTH
from coupleapp.domain.formats.format import Format, Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartSpec
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.programme import Prompt, Theme

MARK = ":"
"""Stands between a pack's id and the rest of an id."""

_BEFORE_READINESS = {StepKind.CARD, StepKind.BREATHE, StepKind.GROUND}
_NAME_MOST = 60


class PackInvalid(Exception):
    """A pack that was refused whole; nothing of it is in use.

    Attributes:
        file: Name of the file (or folder), without its path, printable and short.
        line: Line number from 1, where one can honestly be given.
        reason: One calm sentence.
    """

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        """Refuse ``file`` for this reason."""
        name = "".join(char for char in file if char.isprintable())
        self.file = name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1] + "…"
        self.line = line
        self.reason = reason
        place = f"{self.file}, line {line}" if line else self.file
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack, as it was read.

        version: 1 or more; a newer one takes the place of an older one.
        addition: All that it adds; every id begins with the pack's.
        language: The language it is written in, as "de" or "pt-BR"; None where it does not say.

    Raises:
        ValueError: A text is empty, the version is below 1, there is nothing in it, an id is not
            the pack's, or a format is not ``gated``.
    """

    id: str
    title: str
    author: str
    version: int
    about: str
    addition: Addition
    language: str | None = None

    def __post_init__(self) -> None:
        require_texts(self)
        if self.version < 1:
            raise ValueError("versions count from 1")
        ids = list(_ids(self.addition))
        if not ids:
            raise ValueError("a pack adds something")
        if MARK in self.id or not all(one.startswith(self.id + MARK) for one in ids):
            raise ValueError("an id in a pack begins with the pack's")
        if any(gated(one) != one for one in self.addition.formats):
            raise ValueError("a sitting of a pack opens as ours do")

    @property
    def questions(self) -> tuple[Prompt, ...]:
        """Every question, of its own themes and for ours."""
        own = [prompt for theme in self.addition.themes for prompt in theme.prompts]
        more = [prompt for prompts in self.addition.prompts.values() for prompt in prompts]
        return (*own, *more)

    @property
    def depth(self) -> int:
        """How deep its deepest question or sitting goes, 1 to 5; 0 where it has neither."""
        depths = [prompt.depth for prompt in self.questions]
        return max((*depths, *(kind.depth for kind in self.addition.formats)), default=0)


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack as the couple keep it.

    Attributes:
        added_at: When it was first taken in, aware UTC; by that packs are ordered.

    Raises:
        ValueError: The id or the text is empty, or the time is not in UTC.
    """

    id: str
    text: str
    on: bool
    added_at: datetime

    def __post_init__(self) -> None:
        require_texts(self)
        if self.added_at.utcoffset() != timedelta(0):
            raise ValueError("a time is in UTC")


class PackStanding(StrEnum):
    """How a pack that is looked at stands to the one with the same id that is there."""

    NEW = "new"
    NEWER = "newer"
    SAME = "same"
    OTHER_WORDS = "other_words"
    OLDER = "older"

    @property
    def welcome(self) -> bool:
        """Whether it can be taken in."""
        return self in {PackStanding.NEW, PackStanding.NEWER}


def standing(offered: Pack, there: Pack | None) -> PackStanding:
    """How ``offered`` stands to the pack that is there.

    ``there`` is None when there is none with its id, or it cannot be read any more.

    Raises:
        ValueError: The ids differ.
    """
    if there is None:
        return PackStanding.NEW
    if offered.id != there.id:
        raise ValueError("these are two packs")
    if offered.version != there.version:
        return PackStanding.NEWER if offered.version > there.version else PackStanding.OLDER
    return PackStanding.SAME if offered == there else PackStanding.OTHER_WORDS


def named_after(pack_id: str, addition: Addition) -> Addition:
    """The same addition, each id of its own beginning with the pack's; ids of ours stay."""

    def own(name: str) -> str:
        return pack_id + MARK + name

    def asked(prompts: Sequence[Prompt]) -> tuple[Prompt, ...]:
        return tuple(replace(prompt, id=own(prompt.id)) for prompt in prompts)

    def talked(theme: Theme) -> Theme:
        return replace(theme, id=own(theme.id), prompts=asked(theme.prompts))

    return Addition(
        themes=tuple(map(talked, addition.themes)),
        prompts={theme: asked(prompts) for theme, prompts in addition.prompts.items()},
        formats=tuple(replace(one, id=own(one.id)) for one in addition.formats),
        cues=tuple(replace(one, id=own(one.id)) for one in addition.cues),
    )


def together(additions: Sequence[Addition]) -> Addition:
    """What several packs add, in their order, as one addition."""
    prompts: dict[str, tuple[Prompt, ...]] = {}
    for addition in additions:
        for theme, more in addition.prompts.items():
            prompts[theme] = (*prompts.get(theme, ()), *more)
    return Addition(
        themes=tuple(one for each in additions for one in each.themes),
        prompts=prompts,
        formats=tuple(one for each in additions for one in each.formats),
        cues=tuple(one for each in additions for one in each.cues),
    )


def gated(kind: Format) -> Format:
    """A sitting of a pack behind the gates that ours have.

    Returns:
        The same, opening no earlier than ours of its depth do.

    Raises:
        ValueError: It is deep and does not begin as ours do, or it is too long by its timers.
    """
    kinds = [step.kind for step in kind.steps if step.kind not in _BEFORE_READINESS]
    begins_well = kinds[:2] == [StepKind.AGREE, StepKind.READINESS]
    if kind.depth >= PACK_TENDER_DEPTH and kind.sitting is not Sitting.ALONE and not begins_well:
        raise ValueError(
            f"from depth {PACK_TENDER_DEPTH} on, the steps agree and readiness come first"
        )
    seconds = longest_s(kind)
    if seconds > PACK_LONGEST_S:
        raise ValueError(
            f"with all its turns it takes {-(-seconds // 60)} minutes; "
            f"it can take {PACK_LONGEST_S // 60}"
        )
    return replace(kind, opens_in_week=max(kind.opens_in_week, PACK_OPENS_IN_WEEK[kind.depth]))


def longest_s(kind: Format) -> int:
    """How long a sitting takes by its timers when nobody stops early, in seconds.

    What is said back again, and what is only played when asked for, is not counted.
    """
    turns = 1 if kind.sitting is Sitting.OPENER else 2
    return sum(step.seconds + turns * _turn_s(step) for step in kind.steps)


def whose(full_id: str) -> str:
    """The id of the pack to which this id belongs; empty where it is not a pack's."""
    before, mark, _ = full_id.partition(MARK)
    return before if mark else ""


def _turn_s(step: StepSpec) -> int:
    def timed(parts: Sequence[PartSpec]) -> int:
        return sum(part.seconds for part in parts if not part.if_asked)

    return step.chunks * timed(step.parts) + timed(step.closing)


def _ids(addition: Addition) -> Iterator[str]:
    for theme in addition.themes:
        yield theme.id
        yield from (prompt.id for prompt in theme.prompts)
    for prompts in addition.prompts.values():
        yield from (prompt.id for prompt in prompts)
    yield from (kind.id for kind in addition.formats)
    yield from (cue.id for cue in addition.cues)
