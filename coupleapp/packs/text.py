"""From a file to a validated model, or to one sentence that says why not."""

import codecs
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from coupleapp.domain.programme.packs import PackInvalid
from coupleapp.packs.errors import syntax_fault, validation_sentence
from coupleapp.packs.fields import Table
from coupleapp.packs.lines import line_of, line_too_deep

MAX_BYTES = 1_000_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# No sentence is this long, and long dotted keys would keep the decoder busy for minutes.
MAX_LINE = 500
# Nothing here needs more than four, and the decoder calls itself for each.
MAX_BRACKETS = 40

_Model = TypeVar("_Model", bound=Table)


def text_of(source: Path | bytes, name: str) -> str:
    """The text of a file.

    Args:
        source: Where it lies, or what is in it.
        name: What it is called.

    Raises:
        PackInvalid: It cannot be opened, is too large, or is no text in UTF-8 or, with its mark at
            the beginning, UTF-16.
    """
    raw = source if isinstance(source, bytes) else _bytes_of(source, name)
    if len(raw) > MAX_BYTES:
        raise PackInvalid(name, None, "This file is larger than 1 MB.")
    try:
        # Windows' editors and shells write UTF-16, with its mark.
        text = raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackInvalid(name, line, "A character here is not UTF-8 text.") from error
    text = text.replace("\r\n", "\n")
    if (lone := text.find("\r")) >= 0:
        line = text.count("\n", 0, lone) + 1
        reason = "A line here ends as old Macs ended it. Save it with ordinary line ends (LF)."
        raise PackInvalid(name, line, reason)
    return text


def parse(model: type[_Model], text: str, name: str) -> _Model:
    """What is written in a text.

    Raises:
        PackInvalid: It is not that.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise PackInvalid(name, number, "This line is far too long.")
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        deep = line_too_deep(text, MAX_BRACKETS)
        if deep is not None or not isinstance(error, ValueError):
            reason = "Too many brackets stand inside each other."
            raise PackInvalid(name, deep, reason) from error
        raise PackInvalid(name, *syntax_fault(error, text)) from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        # A misspelt entry is both unknown and missing: the unknown one shows where.
        worst = min(faults, key=lambda fault: fault["type"] != "extra_forbidden")
        reason = validation_sentence(worst, model.ELSEWHERE)
        raise PackInvalid(name, line_of(text, worst["loc"]), reason) from error


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        # Neither a folder nor a pipe that never ends.
        if not path.is_file():
            raise PackInvalid(name, None, "This is not a file that can be opened.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise PackInvalid(name, None, "This file could not be opened.") from error
