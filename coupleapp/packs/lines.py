"""Find the line of an entry in a TOML text, so that an error can point at it.

The decoder forgets where a value stood. This cuts the text into statements, a header or a
`key = value` that may go over several lines, and asks the decoder which entry each one makes.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# What a line can hold that matters here: texts and comments, in which nothing counts, and brackets.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\s*\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")

Place = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """``line`` is from 1; ``depth``: how many brackets stand inside each other."""

    line: int
    text: str
    depth: int


def statements(text: str) -> Iterator[Statement]:
    """Cut a text into its statements; empty lines and comments are none."""
    line = started = 1
    begin = depth = deepest = 0
    for token in _TOKEN.finditer(text + "\n"):
        kind = token.group()
        if kind in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif kind in "]}":
            depth = max(0, depth - 1)
        elif kind != "\n":
            line += kind.count("\n")
        else:
            line += 1
            if depth:
                continue
            words = text[begin : token.start()]
            if words.strip() and not words.lstrip().startswith("#"):
                yield Statement(started, words, deepest)
            begin, started, deepest = token.end(), line, 0
    if text[begin:].strip():
        yield Statement(started, text[begin:], deepest)


def line_of(text: str, loc: Sequence[int | str]) -> int | None:
    """Find the line (from 1) of an entry, or of the table it belongs to.

    Args:
        text: A text that the decoder can read.
        loc: Where it is, as `("themes", 0, "prompts", 3, "depth")`.

    Returns:
        The line of the entry if it is there, else of the nearest table around it, else None.
    """
    wanted, best, found = tuple(loc), 0, None
    for line, place in _places(text):
        shared = 0
        while shared < min(len(place), len(wanted)) and place[shared] == wanted[shared]:
            shared += 1
        if shared > best:
            best, found = shared, line
    return found


def line_too_deep(text: str, most: int) -> int | None:
    """The line, from 1, of the first statement with more than ``most`` nested brackets."""
    return next((one.line for one in statements(text) if one.depth > most), None)


def _places(text: str) -> Iterator[tuple[int, Place]]:
    counts: dict[Place, int] = {}
    table: Place = ()
    for one in statements(text):
        if one.text.lstrip().startswith("["):
            table = _table(one.text, counts)
            yield one.line, table
        else:
            yield one.line, (*table, *_names(one.text, _KEY))


def _table(header: str, counts: dict[Place, int]) -> Place:
    """The table a header opens; ``counts`` has how many there are of each list of tables."""
    place: Place = ()
    *above, last = _names(header, _HEADER)
    for name in above:
        place = (*place, name)
        place = (*place, counts[place] - 1) if place in counts else place
    place = (*place, last)
    if header.lstrip().startswith("[["):
        counts[place] = counts.get(place, 0) + 1
        place = (*place, counts[place] - 1)
    return place


def _names(statement: str, plain: re.Pattern[str]) -> tuple[str, ...]:
    """The names of a header or of a key: most are plain, the others are left to the decoder."""
    simple = plain.match(statement)
    if simple:
        return tuple(simple.group(1).split("."))
    names: list[str] = []
    inside: object = tomllib.loads(statement)
    while isinstance(inside, dict) and len(inside) == 1:
        ((name, inside),) = inside.items()
        names.append(name)
        if isinstance(inside, list) and len(inside) == 1 and plain is _HEADER:
            (inside,) = inside
    return tuple(names)
