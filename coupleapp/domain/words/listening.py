"""Which part of a listener's line holds when they do more than listen. English only."""

import re

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_ASKS = re.compile(r"ask\b", re.IGNORECASE)
_LATER = re.compile(r"(ask|say)\b", re.IGNORECASE)
_LISTENS = re.compile(r"listen\b", re.IGNORECASE)


def without_listening(line: str) -> str:
    """What still holds while they say it back.

    "Listen for one feeling. Say it back as a guess." keeps its second sentence, and a line that is
    all about listening keeps none.
    """
    sentences = _SENTENCE.split(line.strip())
    return " ".join(one for one in sentences if not _LISTENS.match(one))


def while_listening(line: str) -> str:
    """What holds while the other speaks: to ask and to say it back come later."""
    sentences = _SENTENCE.split(line.strip())
    return " ".join(one for one in sentences if not _LATER.match(one))


def only_asking(line: str) -> str:
    """What holds while they ask their one question: what the line says about asking."""
    sentences = _SENTENCE.split(line.strip())
    return " ".join(one for one in sentences if _ASKS.match(one))
