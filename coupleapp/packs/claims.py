"""What a file takes for itself: each name stands once, and a prompt's begins with its theme's."""

from collections.abc import Collection, Iterator, Sequence

from coupleapp.domain.programme.packs import PackInvalid
from coupleapp.packs.errors import quoted
from coupleapp.packs.lines import Place, line_of

Claim = tuple[Place, str, str]
"""Where it stands, what kind of thing it is, and its name."""


def check_prompt_names(prompts: Sequence[tuple[Place, str, str]], text: str, name: str) -> None:
    """Refuse a prompt that has the name of another theme's.

    Args:
        prompts: Where the id of each stands, its theme's id, and its own.
        text: The file.
        name: What it is called.

    Raises:
        PackInvalid: There is one.
    """
    for place, theme_id, prompt_id in prompts:
        if prompt_id.partition(".")[0] != theme_id:
            reason = f"The id of a prompt here begins with {quoted(theme_id + '.')}."
            raise PackInvalid(name, line_of(text, place), reason)


def taken(
    claims: Iterator[Claim], before: Collection[tuple[str, str]], text: str, name: str
) -> set[tuple[str, str]]:
    """What this file takes, none of it twice.

    Raises:
        PackInvalid: Something is taken already.
    """
    own: set[tuple[str, str]] = set()
    for place, kind, value in claims:
        claim = (kind, value)
        if claim in own:
            reason = f"{quoted(value)} stands twice in this file."
        elif claim in before:
            reason = f"{quoted(value)} is already taken by another file."
        else:
            own.add(claim)
            continue
        raise PackInvalid(name, line_of(text, place), reason)
    return own
