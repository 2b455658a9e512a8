"""Which part of a listener's line is for later than listening. English only."""

import re

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_LISTENS = re.compile(r"listen\b", re.IGNORECASE)


def without_listening(line: str) -> str:
    """What still holds while they say it back.

    "Listen for one feeling. Say it back as a guess." keeps its second sentence, and a line that is
    all about listening keeps none.
    """
    sentences = _SENTENCE.split(line.strip())
    return " ".join(one for one in sentences if not _LISTENS.match(one))
