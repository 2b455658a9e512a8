"""What can be wrong with a pack, in words for the person who wrote it."""

import re
import tomllib
from collections.abc import Mapping

from pydantic_core import ErrorDetails

OWN_WORDS = "own_words"
"""Marks a validation error whose message is already a sentence for people."""

_LINE = re.compile(r"at line (\d+), column \d+\)")
_MAX_NAME = 40

# The decoder's messages begin with these; the sentence follows. The first that fits counts.
_SYNTAX = (
    ("Illegal character '\\n'", "A closing quote is missing here."),
    ("Unterminated string", "A closing quote is missing here."),
    ('Expected \'"""\'', "Three closing quotes are missing here."),
    ("Expected \"'''\"", "Three closing quotes are missing here."),
    ("Expected '='", "An equals sign is missing here."),
    ("Expected ']", "A closing bracket is missing here."),
    ("Unclosed array", "A closing bracket is missing here."),
    ("Invalid value", "A value is missing here, or it is not in quotes."),
    ("Cannot overwrite", "The same entry stands here twice."),
    ("Cannot declare", "The same entry stands here twice."),
    ("Duplicate inline table key", "The same entry stands here twice."),
    ("Unescaped '\\'", "A backslash here means nothing; leave it out."),
)
_SYNTAX_OTHER = "Something here is not written the way these files are."


def syntax_fault(error: ValueError, text: str) -> tuple[int | None, str]:
    """Say what the TOML decoder could not read, and in which line."""
    message = str(error)
    found = _LINE.search(message)
    if found:
        line = int(found.group(1))
    elif isinstance(error, tomllib.TOMLDecodeError) and "at end of document" in message:
        line = text.rstrip("\n").count("\n") + 1
    else:
        line = None
    for beginning, sentence in _SYNTAX:
        if message.startswith(beginning):
            return line, sentence
    return line, _SYNTAX_OTHER


def validation_sentence(error: ErrorDetails, elsewhere: Mapping[str, str]) -> str:
    """Say in one sentence what the model did not accept."""
    kind = error["type"]
    if kind == OWN_WORDS:
        return error["msg"]
    if kind == "extra_forbidden" and len(error["loc"]) == 1 and error["loc"][0] in elsewhere:
        return elsewhere[str(error["loc"][0])]
    name = quoted(str(next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")))
    limits = error.get("ctx", {})
    sentences = {
        "missing": f"{name} is missing here.",
        "extra_forbidden": f"{name} is not known here.",
        "string_type": f"{name} takes words in quotes.",
        "int_type": f"{name} takes a whole number.",
        "bool_type": f"{name} takes true or false.",
        "list_type": f"{name} takes a list.",
        "model_type": f"{name} takes entries with names.",
        "too_long": f"{name} holds at most {limits.get('max_length')}.",
        "string_too_short": f"{name} is empty.",
        "too_short": f"{name} is empty.",
        "string_too_long": f"{name} is longer than {limits.get('max_length')} characters.",
        "greater_than_equal": f"{name} is at least {limits.get('ge')}.",
        "less_than_equal": f"{name} is at most {limits.get('le')}.",
        "enum": f"{name} is none of the kinds that are known.",
        "literal_error": "The file was made for another version of Nearer.",
        "string_pattern_mismatch": f"{name} takes small letters, digits and underscores.",
    }
    return sentences.get(kind, f"{name} cannot be used as it is.")


def quoted(name: str) -> str:
    """Put a name from a file into quotes, short and printable."""
    shown = "".join(char for char in name if char.isprintable())
    if len(shown) > _MAX_NAME:
        shown = shown[: _MAX_NAME - 1] + "…"
    return f"“{shown}”"
