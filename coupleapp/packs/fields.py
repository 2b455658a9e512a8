"""The kinds of value a pack is made of."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from coupleapp.domain.calm.grounding import Zone
from coupleapp.domain.programme.programme import DEPTHS
from coupleapp.packs.errors import OWN_WORDS

# A year of weeks; what comes later is for what is added.
_WEEKS = (1, 52)

_WHY_MOST = 120

# Joiners shape words in some scripts; every other invisible character can only mislead.
_JOINERS = "\u200c\u200d"

# Nothing here opens an address, and one read aloud helps nobody.
_ADDRESS = re.compile(r"://|\bwww\.|\S@\S+\.\S|\bmailto:", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def plain(text: str) -> str:
    """Accept what can be shown as it stands: no markup, no hidden characters, no addresses."""
    hidden = any(
        unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and char not in _JOINERS
        for char in text
    )
    if hidden or "<" in text or ">" in text:
        raise PydanticCustomError(
            OWN_WORDS, "A text here holds <, >, a line break or a hidden character; leave it out."
        )
    # Wide letters, too, read as an address.
    if _ADDRESS.search(unicodedata.normalize("NFKC", text)):
        raise PydanticCustomError(
            OWN_WORDS, "A text here holds a web or mail address, which opens nowhere; leave it out."
        )
    return text


def one_question(text: str) -> str:
    if text.count("?") > 1:
        raise PydanticCustomError(OWN_WORDS, "A prompt asks one question at a time.")
    return text


def names_only(text: str) -> str:
    """Accept the two names that can be put into a text, and no other braces."""
    rest = text.replace("{speaker}", "").replace("{listener}", "")
    if "{" in rest or "}" in rest:
        raise PydanticCustomError(
            OWN_WORDS, "Only {speaker} and {listener} stand in braces here.", {}
        )
    return text


def language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise PydanticCustomError(
            OWN_WORDS, "A language is written in its short form here, as “de” or “pt-BR”."
        )
    return text


def said(words: str, numbers: tuple[int, int] | None = None) -> Any:
    """What an editor shows beside an entry, and the numbers it takes there.

    The numbers themselves are checked by the domain, which knows what kind of thing it is.
    """
    if numbers is None:
        return Field(description=words)
    low, high = numbers
    return Field(description=words, json_schema_extra={"minimum": low, "maximum": high})


def short(length: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=length)


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
ThemeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
PromptName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}\.[a-z][a-z0-9_]{0,39}$")]
Title = Annotated[str, short(40), AfterValidator(plain)]
Sentence = Annotated[str, short(80), AfterValidator(plain)]
PartTitle = Annotated[str, short(90), AfterValidator(plain), AfterValidator(names_only)]
PartCue = Annotated[str, short(120), AfterValidator(plain), AfterValidator(names_only)]
Author = Annotated[str, short(60), AfterValidator(plain)]
Language = Annotated[str, AfterValidator(language)]
Freely = Annotated[str, short(90), AfterValidator(plain)]
PromptText = Annotated[str, short(110), AfterValidator(plain), AfterValidator(one_question)]
CueText = Annotated[str, short(60), AfterValidator(plain)]
Word = Annotated[str, short(24), AfterValidator(plain)]
Zones = list[Annotated[Zone, Field(strict=False)]]
Paragraph = Annotated[str, short(200), AfterValidator(plain)]
Depth = Annotated[int, Field(ge=DEPTHS[0], le=DEPTHS[-1])]
Week = Annotated[int, Field(ge=_WEEKS[0], le=_WEEKS[-1])]


def built(build: Callable[[], object]) -> None:
    """Let the domain check its own ranges, and pass on what it says."""
    try:
        build()
    except ValueError as error:
        why = str(error)
        if len(why) > _WHY_MOST:
            why = "a number here is far too large"
        raise PydanticCustomError(OWN_WORDS, "This does not fit: {why}.", {"why": why}) from error


class Table(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(strict=True, extra="forbid", frozen=True)

    ELSEWHERE: ClassVar[Mapping[str, str]] = {}
    """What is said of an entry that belongs into another kind of file, by its name."""


class NamedTable(Table):
    id: Annotated[Name, said("A short name that stays: small letters, digits, underscores.")]
