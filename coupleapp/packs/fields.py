"""The kinds of value a pack is made of."""

import unicodedata
from collections.abc import Callable
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from coupleapp.domain.grounding import Zone
from coupleapp.domain.programme import DEPTHS
from coupleapp.packs.errors import OWN_WORDS

# A year of weeks; what comes later is for what is added.
_WEEKS = (1, 52)

# Joiners shape words in some scripts; every other invisible character can only mislead.
_JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """Accept what can be shown as it stands: no markup, no hidden characters."""
    hidden = any(
        unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and char not in _JOINERS
        for char in text
    )
    if hidden or "<" in text or ">" in text:
        raise PydanticCustomError(
            OWN_WORDS, "A text here holds <, >, a line break or a hidden character; leave it out."
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


def short(length: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=length)


Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
ThemeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
PromptName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}\.[a-z][a-z0-9_]{0,39}$")]
Title = Annotated[str, short(40), AfterValidator(plain)]
Sentence = Annotated[str, short(80), AfterValidator(plain)]
PartTitle = Annotated[str, short(90), AfterValidator(plain), AfterValidator(names_only)]
PartCue = Annotated[str, short(120), AfterValidator(plain), AfterValidator(names_only)]
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
        raise PydanticCustomError(
            OWN_WORDS, "This does not fit: {why}.", {"why": str(error)}
        ) from error


class Table(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(strict=True, extra="forbid", frozen=True)


class NamedTable(Table):
    id: Name
