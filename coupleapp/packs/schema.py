"""The form of a pack, strictly: what is not named here is refused."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coupleapp.domain.feelings import Feeling, FeelingFamily
from coupleapp.domain.grounding import (
    GROUNDING_SECONDS,
    SUITS_UNSAID,
    Grounding,
    GroundingStep,
    Rest,
)
from coupleapp.domain.ideas import Cost, Energy, Idea, Place, Traits
from coupleapp.domain.programme import Cue, Opening, Prompt, SmallWin, Stem, Theme
from coupleapp.packs.errors import OWN_WORDS
from coupleapp.packs.fields import (
    CueText,
    Depth,
    Freely,
    NamedTable,
    Paragraph,
    PromptName,
    PromptText,
    Sentence,
    Table,
    ThemeName,
    Title,
    Week,
    Word,
    Zones,
    built,
)
from coupleapp.packs.format_schema import FormatTable


class PromptTable(Table):
    id: PromptName
    depth: Depth
    text: PromptText
    softer: PromptText
    listener: Sentence

    @model_validator(mode="after")
    def _softer_differs(self) -> "PromptTable":
        if self.softer == self.text:
            raise PydanticCustomError(OWN_WORDS, "The softer text is the same as the text.")
        return self

    def to_domain(self) -> Prompt:
        return Prompt(self.id, self.depth, self.text, self.softer, self.listener)


class ThemeTable(Table):
    id: ThemeName
    week: Week
    title: Title
    intent: Paragraph
    listener: Sentence
    freely: Freely
    prompts: list[PromptTable] = Field(min_length=1)

    def to_domain(self) -> Theme:
        prompts = tuple(prompt.to_domain() for prompt in self.prompts)
        return Theme(
            self.id, self.week, self.title, self.intent, self.listener, self.freely, prompts
        )


class SmallWinTable(NamedTable):
    text: Sentence

    def to_domain(self) -> SmallWin:
        return SmallWin(self.id, self.text)


class StemTable(NamedTable):
    text: Sentence

    def to_domain(self) -> Stem:
        return Stem(self.id, self.text)


class OpeningTable(NamedTable):
    text: PromptText

    def to_domain(self) -> Opening:
        return Opening(self.id, self.text)


class CueTable(NamedTable):
    text: CueText
    advice: bool = False

    def to_domain(self) -> Cue:
        return Cue(self.id, self.text, self.advice)


class GroundingStepTable(Table):
    text: Sentence
    seconds: Annotated[int, Field(ge=1, le=GROUNDING_SECONDS[-1])]
    may_skip: bool = False

    def to_domain(self) -> GroundingStep:
        return GroundingStep(self.text, self.seconds, self.may_skip)


class GroundingTable(NamedTable):
    title: Title
    seconds: Annotated[int, Field(ge=GROUNDING_SECONDS[0], le=GROUNDING_SECONDS[-1])]
    suits: Zones = Field(list(SUITS_UNSAID), min_length=1)
    steps: list[GroundingStepTable] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_fill_the_time(self) -> "GroundingTable":
        built(self.to_domain)
        return self

    def to_domain(self) -> Grounding:
        steps = tuple(step.to_domain() for step in self.steps)
        return Grounding(self.id, self.title, self.seconds, steps, tuple(self.suits))


class RestTable(NamedTable):
    title: Title
    text: PromptText
    suits: Zones = Field(list(SUITS_UNSAID), min_length=1)

    @model_validator(mode="after")
    def _zones_are_told_apart(self) -> "RestTable":
        built(self.to_domain)
        return self

    def to_domain(self) -> Rest:
        return Rest(self.id, self.title, self.text, tuple(self.suits))


class IdeaTable(NamedTable):
    text: PromptText
    cost: Annotated[Cost, Field(strict=False)]
    energy: Annotated[Energy, Field(strict=False)]
    place: Annotated[Place, Field(strict=False)]
    easy_to_move: bool = False
    with_children: bool = False

    def to_domain(self) -> Idea:
        traits = Traits(self.cost, self.energy, self.place, self.easy_to_move, self.with_children)
        return Idea(self.id, self.text, traits)


class FeelingTable(NamedTable):
    word: Word

    def to_domain(self) -> Feeling:
        return Feeling(self.id, self.word)


class FeelingFamilyTable(NamedTable):
    title: Word
    pleasant: bool
    words: list[FeelingTable] = Field(min_length=1)

    def to_domain(self) -> FeelingFamily:
        feelings = tuple(word.to_domain() for word in self.words)
        return FeelingFamily(self.id, self.title, self.pleasant, feelings)


class PackFile(Table):
    """A whole file; it may hold any of the lists."""

    version: Literal[1] = Field(alias="schema")
    themes: list[ThemeTable] = Field(default_factory=list)
    small_wins: list[SmallWinTable] = Field(default_factory=list)
    groundings: list[GroundingTable] = Field(default_factory=list)
    stems: list[StemTable] = Field(default_factory=list)
    openings: list[OpeningTable] = Field(default_factory=list)
    cues: list[CueTable] = Field(default_factory=list)
    feelings: list[FeelingFamilyTable] = Field(default_factory=list)
    rests: list[RestTable] = Field(default_factory=list)
    ideas: list[IdeaTable] = Field(default_factory=list)
    formats: list[FormatTable] = Field(default_factory=list)

    @model_validator(mode="after")
    def _holds_something(self) -> "PackFile":
        if not any(getattr(self, name) for name in type(self).model_fields if name != "version"):
            raise PydanticCustomError(OWN_WORDS, "The file holds nothing that Nearer can use.")
        return self
