"""Names and own words inside a sentence, so that neither turns the other around."""

from unicodedata import bidirectional

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def isolated(words: str) -> str:
    """These words for the inside of a sentence that reads from the left.

    The isolates of Unicode's bidirectional algorithm (UAX 9). What has nothing in it that reads
    from the right stays as it is: it could turn nothing.
    """
    if any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in words):
        return f"{_FIRST_STRONG}{words}{_POP}"
    return words
