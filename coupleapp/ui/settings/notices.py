"""Reads ``resources/notices.txt``: whose work Nearer stands on, and under which licence."""

from dataclasses import dataclass

RULE = "=" * 80
"""A line of it stands above and below the names of those whose licence follows."""


@dataclass(frozen=True, slots=True)
class OthersWork:
    """Somebody's work that is part of Nearer.

    Attributes:
        name: With its version, where that is known.
        licence: As its authors name it.
        source: Where its source is.
        text: Every licence text that belongs to it.
    """

    name: str
    licence: str
    source: str
    text: str


def read_notices(notices: str) -> list[OthersWork]:
    """In the order in which they stand there."""
    works, *rest = notices.split(f"{RULE}\n")
    texts = [
        (names.strip(), text.strip()) for names, text in zip(rest[::2], rest[1::2], strict=True)
    ]
    return [_work(block, texts) for block in works.split("\n\n") if "\n    " in block]


def _work(block: str, texts: list[tuple[str, str]]) -> OthersWork:
    name, licence, source = (line.strip() for line in block.strip().splitlines())
    own = [text for names, text in texts if _is_named(name, names)]
    return OthersWork(name, licence, source, "\n\n\n".join(own))


def _is_named(name: str, names: str) -> bool:
    """Names may have a comma, and a version that the heading leaves out."""
    bare = name.rpartition(" ")[0] if name[-1].isdigit() else name
    around = f", {names}, "
    return any(f", {one}, " in around for one in (name, bare))
