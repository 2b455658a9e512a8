"""The sentences of a grounding, with what they have named themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.calm.comfort import HOLD, PLACE, Comfort

translate = QCoreApplication.translate


def sentence(text: str, comforts: Sequence[Comfort]) -> str:
    """The text with what those who are here like to hold, and where they feel at ease."""
    named = {
        HOLD: _of_all([one.hold for one in comforts], _something(), _something_as()),
        PLACE: _of_all([one.place for one in comforts], _somewhere(), _somewhere_as()),
    }
    # In one go: what they wrote is never read for braces.
    before, mark, after = _first_mark(text, named)
    return before + named[mark] + sentence(after, comforts) if mark else text


def _first_mark(text: str, named: dict[str, str]) -> tuple[str, str, str]:
    marks = sorted((text.index(mark), mark) for mark in named if mark in text)
    if not marks:
        return text, "", ""
    at, mark = marks[0]
    return text[:at], mark, text[at + len(mark) :]


def _of_all(words: Sequence[str], unsaid: str, nobody_said: str) -> str:
    """``the blue cup or something that feels good to hold``."""
    if not any(words):
        return nobody_said
    own = list(dict.fromkeys(each or unsaid for each in words))
    # What somebody has named comes first.
    own.sort(key=lambda each: each == unsaid)
    return translate("GroundingControls", " or ", "between two things").join(own)


def _something() -> str:
    return translate("GroundingControls", "something that feels good to hold")


def _something_as() -> str:
    return translate(
        "GroundingControls", "something that feels good to hold: a cup, a stone, your own sleeve"
    )


def _somewhere() -> str:
    return translate("GroundingControls", "a place where you feel at ease")


def _somewhere_as() -> str:
    return translate(
        "GroundingControls", "a place where you feel at ease: a kitchen, a bench, the sea"
    )


def next_words(*, last: bool) -> str:
    if last:
        return translate("GroundingControls", "Done")
    return translate("GroundingControls", "Next")
