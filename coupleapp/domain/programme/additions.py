"""What can be added to our programme: by a pack, or by the couple themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from coupleapp.domain.checks import require_unique
from coupleapp.domain.formats.format import Format
from coupleapp.domain.programme.programme import Cue, Programme, Prompt, Theme


@dataclass(frozen=True, slots=True)
class Addition:
    """Everything one source adds: themes to follow ours, and prompts by the id of a theme."""

    themes: tuple[Theme, ...] = ()
    prompts: Mapping[str, tuple[Prompt, ...]] = field(default_factory=dict)
    formats: tuple[Format, ...] = ()
    cues: tuple[Cue, ...] = ()


def extended(programme: Programme, additions: Sequence[Addition]) -> Programme:
    """The programme with all that was added; ours comes first.

    Prompts for a theme that is not there are left out: its pack may be switched off.

    Raises:
        ValueError: An id occurs twice.
    """
    last = programme.themes[-1].week
    added = [theme for addition in additions for theme in addition.themes]
    themes = [
        *programme.themes,
        *(replace(theme, week=last + place) for place, theme in enumerate(added, start=1)),
    ]
    # Before a theme grows: a theme that is there twice would grow twice.
    require_unique("theme", (theme.id for theme in themes))
    return replace(
        programme,
        themes=tuple(_grown(theme, additions) for theme in themes),
        formats=(*programme.formats, *(one for each in additions for one in each.formats)),
        cues=(*programme.cues, *(one for each in additions for one in each.cues)),
    )


def _grown(theme: Theme, additions: Sequence[Addition]) -> Theme:
    further = [p for addition in additions for p in addition.prompts.get(theme.id, ())]
    return replace(theme, prompts=(*theme.prompts, *further)) if further else theme
