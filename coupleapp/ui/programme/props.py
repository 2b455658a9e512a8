"""What the page of themes shows, as a function of where the programme stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.defaults import COMING_AT_ONCE
from coupleapp.domain.programme.own_themes import is_own
from coupleapp.domain.programme.programme import Theme
from coupleapp.domain.programme.theme_queue import ThemeQueue
from coupleapp.ui.base.seats import Whose, whose
from coupleapp.ui.programme import words


@dataclass(frozen=True, slots=True)
class ComingRow:
    """``byline`` is empty for ours; ``own``: whether the couple wrote it."""

    theme_id: str
    title: str
    intent: str
    byline: str
    seat: Whose
    spoken: str
    own: bool
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class AskedRow:
    prompt_id: str
    words: str


@dataclass(frozen=True, slots=True)
class ProgrammeProps:
    """This week's theme and what is said around it.

    Attributes:
        theme: Its title, or that they are done for now.
        byline: From whom it is; empty for ours.
        has_talked: Whether they have talked about it in this week.
        favourites: Ids.
        exit_words: A good place to rest; empty where none is open.
        turns: Counts what was chosen, so that the page knows where the keyboard goes.
    """

    left_name: str = ""
    right_name: str = ""
    progress: str = ""
    theme_id: str = ""
    theme: str = ""
    intent: str = ""
    byline: str = ""
    introduces: str = ""
    introducer: Whose = Whose.NOBODY
    has_talked: bool = False
    once_more: bool = False
    label: str = ""
    talked_words: str = ""
    can_change: bool = False
    has_asked: bool = False
    favourites: tuple[str, ...] = ()
    exit_words: str = ""
    done: bool = False
    opened: str = ""
    all_shown: bool = False
    has_more: bool = False
    trouble: str = ""
    turns: int = 0


@dataclass(frozen=True, slots=True)
class ProgrammeInputs:
    """``asked``: ids of the questions talked about this week, newest first."""

    couple: Couple
    queue: ThemeQueue
    themes: Sequence[Theme]
    authors: Mapping[str, Seat | None]
    introducer: Seat
    asked: Sequence[str]
    favourites: frozenset[str]


def derive_programme(before: ProgrammeProps, inputs: ProgrammeInputs) -> ProgrammeProps:
    """Where the programme stands; what is chosen on the page stays as it was before."""
    couple, queue = inputs.couple, inputs.queue
    by_id = {theme.id: theme for theme in inputs.themes}
    theme = by_id[queue.on_table]
    following = by_id[queue.coming[0]] if queue.has_talked and queue.coming else theme
    return replace(
        before,
        left_name=couple.left,
        right_name=couple.right,
        progress=words.progress(len(queue.talked), following, done=queue.done),
        theme_id=theme.id,
        theme=words.done_title() if queue.done else theme.title,
        intent=words.done_words() if queue.done else theme.intent,
        byline="" if queue.done else _byline(theme, inputs),
        introduces=words.introduces(couple.name(inputs.introducer)),
        introducer=whose(inputs.introducer),
        has_talked=queue.has_talked,
        once_more=queue.once_more == theme.id,
        label=words.week_label(done=queue.done),
        talked_words=words.talked_words(once_more=queue.once_more == theme.id)
        if queue.has_talked and not queue.done
        else "",
        can_change=bool(queue.coming),
        has_asked=bool(inputs.asked),
        favourites=tuple(one for one in inputs.asked if one in inputs.favourites),
        exit_words=words.exit_words(queue.exit),
        done=queue.done,
        has_more=len(queue.coming) > COMING_AT_ONCE,
    )


def coming_rows(props: ProgrammeProps, inputs: ProgrammeInputs) -> list[ComingRow]:
    coming = inputs.queue.coming
    by_id = {theme.id: theme for theme in inputs.themes}
    shown = coming if props.all_shown else coming[:COMING_AT_ONCE]
    return [
        ComingRow(
            theme_id=one,
            title=by_id[one].title,
            intent=by_id[one].intent,
            byline=_byline(by_id[one], inputs),
            seat=whose(inputs.authors.get(one)),
            spoken=words.spoken(by_id[one].intent, _byline(by_id[one], inputs), first=place == 0),
            own=is_own(one),
            first=place == 0,
            last=place == len(coming) - 1,
        )
        for place, one in enumerate(shown)
    ]


def asked_rows(inputs: ProgrammeInputs) -> list[AskedRow]:
    """The questions of this week's theme that they talked about, the last one first."""
    theme = next(one for one in inputs.themes if one.id == inputs.queue.on_table)
    texts = {prompt.id: prompt.text for prompt in theme.prompts}
    return [AskedRow(one, texts[one]) for one in inputs.asked]


def _byline(theme: Theme, inputs: ProgrammeInputs) -> str:
    if not is_own(theme.id):
        return ""
    return words.author_words(inputs.authors.get(theme.id), inputs.couple)
