"""Find the line of an entry in a TOML text, so that an error can point at it.

The decoder forgets where a value stood. This scan knows only `[[tables]]` and `key = value`, one
to a line, which is how packs are written; where a text could mislead it, it says nothing.
"""

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*\[\[\s*([A-Za-z0-9_.-]+)\s*\]\]\s*(?:#.*)?")
_ANY_HEADER = re.compile(r"\s*\[")


def line_of(text: str, loc: Sequence[int | str]) -> int | None:
    """Find the line (from 1) of an entry, or of the table it belongs to.

    Args:
        text: The file.
        loc: Where it is, as `("themes", 0, "prompts", 3, "depth")`.

    Returns:
        The line of the key if it is there, else that of its table, else None.
    """
    if '"""' in text or "'''" in text:
        return None
    tables: list[tuple[str, int]] = []
    rest = list(loc)
    while len(rest) > 1 and isinstance(rest[0], str) and isinstance(rest[1], int):
        tables.append((rest[0], rest[1]))
        rest = rest[2:]
    lines = text.split("\n")
    start = _line_of_table(lines, tables) if tables else 0
    if start is None and not rest:
        # A value in a list, as ("groundings", 0, "suits", 1): the list stands under its key.
        rest = [tables.pop()[0]]
        start = _line_of_table(lines, tables) if tables else 0
    if start is None:
        return None
    inside = _line_of_key(lines, start, str(rest[0])) if rest else None
    return inside or start or None


def _line_of_table(lines: list[str], wanted: list[tuple[str, int]]) -> int | None:
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        header = _HEADER.fullmatch(line)
        if not header:
            continue
        name = header.group(1)
        seen = {old: at for old, at in seen.items() if not old.startswith(name + ".")}
        seen[name] = seen.get(name, -1) + 1
        parts = name.split(".")
        path = [(part, seen.get(".".join(parts[: i + 1]), -1)) for i, part in enumerate(parts)]
        if path == wanted:
            return number
    return None


def _line_of_key(lines: list[str], start: int, key: str) -> int | None:
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    for number, line in enumerate(lines[start:], start=start + 1):
        if _ANY_HEADER.match(line):
            return None
        if pattern.match(line):
            return number
    return None
