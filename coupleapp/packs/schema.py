"""The form of a pack, strictly: what is not named here is refused."""

import unicodedata
from collections.abc import Callable
from typing import Annotated, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from coupleapp.domain.formats import Format, StepKind, StepSpec
from coupleapp.domain.programme import (
    DEPTHS,
    GROUNDING_SECONDS,
    WEEKS,
    Cue,
    Grounding,
    GroundingStep,
    Prompt,
    SmallWin,
    Stem,
    Theme,
)
from coupleapp.packs.errors import OWN_WORDS

# Joiners shape words in some scripts; every other invisible character can only mislead.
_JOINERS = "\u200c\u200d"


def _plain(text: str) -> str:
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


def _one_question(text: str) -> str:
    if text.count("?") > 1:
        raise PydanticCustomError(OWN_WORDS, "A prompt asks one question at a time.")
    return text


def _short(length: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=length)


_Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
_ThemeName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
_PromptName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}\.[a-z][a-z0-9_]{0,39}$")
]
_Title = Annotated[str, _short(40), AfterValidator(_plain)]
_Sentence = Annotated[str, _short(80), AfterValidator(_plain)]
_Freely = Annotated[str, _short(90), AfterValidator(_plain)]
_Text = Annotated[str, _short(110), AfterValidator(_plain), AfterValidator(_one_question)]
_Cue = Annotated[str, _short(60), AfterValidator(_plain)]
_Paragraph = Annotated[str, _short(200), AfterValidator(_plain)]
_Depth = Annotated[int, Field(ge=DEPTHS[0], le=DEPTHS[-1])]
_Week = Annotated[int, Field(ge=WEEKS[0], le=WEEKS[-1])]


def _built(build: Callable[[], object]) -> None:
    """Let the domain check its own ranges, and pass on what it says."""
    try:
        build()
    except ValueError as error:
        raise PydanticCustomError(
            OWN_WORDS, "This does not fit: {why}.", {"why": str(error)}
        ) from error


class _Table(BaseModel):
    model_config: ClassVar[ConfigDict] = ConfigDict(strict=True, extra="forbid", frozen=True)


class NamedTable(_Table):
    id: _Name


class PromptTable(_Table):
    id: _PromptName
    depth: _Depth
    text: _Text
    softer: _Text
    listener: _Sentence

    @model_validator(mode="after")
    def _softer_differs(self) -> "PromptTable":
        if self.softer == self.text:
            raise PydanticCustomError(OWN_WORDS, "The softer text is the same as the text.")
        return self

    def to_domain(self) -> Prompt:
        return Prompt(self.id, self.depth, self.text, self.softer, self.listener)


class ThemeTable(_Table):
    id: _ThemeName
    week: _Week
    title: _Title
    intent: _Paragraph
    listener: _Sentence
    freely: _Freely
    prompts: list[PromptTable] = Field(min_length=1)

    def to_domain(self) -> Theme:
        prompts = tuple(prompt.to_domain() for prompt in self.prompts)
        return Theme(
            self.id, self.week, self.title, self.intent, self.listener, self.freely, prompts
        )


class SmallWinTable(NamedTable):
    text: _Sentence

    def to_domain(self) -> SmallWin:
        return SmallWin(self.id, self.text)


class StemTable(NamedTable):
    text: _Sentence

    def to_domain(self) -> Stem:
        return Stem(self.id, self.text)


class CueTable(NamedTable):
    text: _Cue

    def to_domain(self) -> Cue:
        return Cue(self.id, self.text)


class GroundingStepTable(_Table):
    text: _Sentence
    seconds: Annotated[int, Field(ge=1, le=GROUNDING_SECONDS[-1])]

    def to_domain(self) -> GroundingStep:
        return GroundingStep(self.text, self.seconds)


class GroundingTable(NamedTable):
    title: _Title
    seconds: Annotated[int, Field(ge=GROUNDING_SECONDS[0], le=GROUNDING_SECONDS[-1])]
    steps: list[GroundingStepTable] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_fill_the_time(self) -> "GroundingTable":
        _built(self.to_domain)
        return self

    def to_domain(self) -> Grounding:
        steps = tuple(step.to_domain() for step in self.steps)
        return Grounding(self.id, self.title, self.seconds, steps)


class StepTable(_Table):
    kind: Annotated[StepKind, Field(strict=False)]
    seconds: int = 0
    speak_s: int = 0
    mirror_s: int = 0
    chunks: int = 0
    repair_rounds: int = 0
    grace_s: int = 0
    light: bool = False

    @model_validator(mode="after")
    def _numbers_fit(self) -> "StepTable":
        _built(self.to_domain)
        return self

    def to_domain(self) -> StepSpec:
        return StepSpec(
            kind=self.kind,
            seconds=self.seconds,
            speak_s=self.speak_s,
            mirror_s=self.mirror_s,
            chunks=self.chunks,
            repair_rounds=self.repair_rounds,
            grace_s=self.grace_s,
            light=self.light,
        )


class FormatTable(NamedTable):
    title: _Title
    purpose: _Paragraph
    minutes: int
    steps: list[StepTable] = Field(min_length=1)

    @model_validator(mode="after")
    def _it_can_be_played(self) -> "FormatTable":
        _built(self.to_domain)
        return self

    def to_domain(self) -> Format:
        steps = tuple(step.to_domain() for step in self.steps)
        return Format(self.id, self.title, self.purpose, self.minutes, steps)


class PackFile(_Table):
    """A whole file; it may hold any of the lists."""

    version: Literal[1] = Field(alias="schema")
    themes: list[ThemeTable] = []
    small_wins: list[SmallWinTable] = []
    groundings: list[GroundingTable] = []
    stems: list[StemTable] = []
    cues: list[CueTable] = []
    formats: list[FormatTable] = []

    @model_validator(mode="after")
    def _holds_something(self) -> "PackFile":
        lists = (self.themes, self.small_wins, self.groundings, self.stems, self.cues, self.formats)
        if not any(lists):
            raise PydanticCustomError(OWN_WORDS, "The file holds nothing that Nearer can use.")
        return self
