"""A short line of the couple's own: a place, "I will ...", the name of a ritual."""

import unicodedata

from coupleapp.domain.defaults import LINE_MAX
from coupleapp.domain.notebook import TextFault


class LineRefused(ValueError):
    """A line that cannot be kept; what was typed stays where it is."""

    def __init__(self, fault: TextFault, length: int = 0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.length = length


def clean_line(raw: str, *, needed: bool = False, most: int = LINE_MAX) -> str:
    """Return a line fit to be kept: no line break, no control character, single spaces.

    Half a character, as an input method may leave one behind, is dropped.

    Raises:
        LineRefused: Over ``most`` characters are left, or nothing where something is needed.
    """
    whole = raw.encode("utf-8", "ignore").decode("utf-8")
    line = " ".join(
        "".join(c for c in whole if c.isspace() or unicodedata.category(c) != "Cc").split()
    )
    if needed and not line:
        raise LineRefused(TextFault.EMPTY)
    if len(line) > most:
        raise LineRefused(TextFault.TOO_LONG, len(line))
    return line
