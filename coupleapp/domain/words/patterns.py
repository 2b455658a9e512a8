"""How English phrases are written down as patterns."""

import re


def any_of(words: str) -> str:
    """One of these; an underscore stands for a blank."""
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")"


def pattern(source: str) -> re.Pattern[str]:
    """This pattern, in capitals or not."""
    return re.compile(source, re.IGNORECASE)
