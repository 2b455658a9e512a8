"""The form of our own files, strictly: what is not named here is refused."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from coupleapp.domain.calm.feelings import Feeling, FeelingFamily
from coupleapp.domain.calm.grounding import (
    GROUNDING_SECONDS,
    SUITS_UNSAID,
    Grounding,
    GroundingStep,
    Rest,
)
from coupleapp.domain.defaults import PACK_PROMPTS_MOST
from coupleapp.domain.formats.durations import Durations
from coupleapp.domain.guided_session.deeds import Deed
from coupleapp.domain.programme.programme import Cue, OpeningLine, Prompt, SmallWin, Stem, Theme
from coupleapp.domain.together.ideas import Cost, Energy, Idea, Place, Traits
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
    said,
)
from coupleapp.packs.format_schema import FormatTable


class PromptTable(Table):
    """One question, read aloud and answered by both."""

    id: Annotated[PromptName, said("The theme's name, a full stop, and a name of its own.")]
    depth: Annotated[Depth, said("From 1, an everyday joy, to 5, a need or a hurt between you.")]
    text: Annotated[PromptText, said("The question: one, that can be answered in one sentence.")]
    softer: Annotated[PromptText, said("An easier one, answered by naming one thing.")]
    listener: Annotated[Sentence, said("What the listener does meanwhile.")]

    @model_validator(mode="after")
    def _softer_differs(self) -> "PromptTable":
        if self.softer == self.text:
            raise PydanticCustomError(OWN_WORDS, "The softer text is the same as the text.")
        return self

    def to_domain(self) -> Prompt:
        return Prompt(self.id, self.depth, self.text, self.softer, self.listener)


class ThemeText(Table):
    """What a week is about."""

    id: Annotated[ThemeName, said("A short name that stays: small letters and underscores.")]
    title: Annotated[Title, said("A few words; they can stand in the middle of a sentence.")]
    intent: Annotated[Paragraph, said("What the week is for, in one or two short sentences.")]
    listener: Annotated[Sentence, said("What the listener does, where no question says it.")]
    freely: Annotated[Freely, said("The invitation to talk without a question.")]
    prompts: Annotated[
        list[PromptTable],
        Field(min_length=1, max_length=PACK_PROMPTS_MOST),
        said("Its questions, in the order in which they come."),
    ]

    def in_week(self, week: int, durations: Durations | None = None) -> Theme:
        return Theme(
            id=self.id,
            week=week,
            title=self.title,
            intent=self.intent,
            listener=self.listener,
            freely=self.freely,
            prompts=tuple(prompt.to_domain() for prompt in self.prompts),
            durations=durations,
        )


class ThemeTable(ThemeText):
    week: Week

    def to_domain(self) -> Theme:
        return self.in_week(self.week)


class SmallWinTable(NamedTable):
    text: Sentence
    after: Annotated[
        Annotated[Deed, Field(strict=False)] | None,
        said("What whoever it is given to has done; unsaid, it always fits."),
    ] = None
    formats: Annotated[
        list[str], said("The kinds of sitting in which it fits; unsaid, all of them.")
    ] = Field(default_factory=list)

    def to_domain(self) -> SmallWin:
        return SmallWin(self.id, self.text, self.after, tuple(self.formats))


class StemTable(NamedTable):
    text: Sentence

    def to_domain(self) -> Stem:
        return Stem(self.id, self.text)


class OpeningTable(NamedTable):
    text: PromptText

    def to_domain(self) -> OpeningLine:
        return OpeningLine(self.id, self.text)


class CueTable(NamedTable):
    """The one line the listener sees while the other speaks."""

    text: Annotated[CueText, said("One short line.")]
    advice: Annotated[
        bool, said("Whether it says how to offer a thought; shown only when the speaker asks.")
    ] = False

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


_NOT_OURS = "“{}” belongs into a pack, not into a file of Nearer’s own."


class ProgrammeFile(Table):
    """A whole file; it may hold any of the lists."""

    ELSEWHERE: ClassVar[Mapping[str, str]] = {
        name: _NOT_OURS.format(name) for name in ("pack", "prompts", "durations")
    }

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
    def _holds_something(self) -> "ProgrammeFile":
        if not any(getattr(self, name) for name in type(self).model_fields if name != "version"):
            raise PydanticCustomError(OWN_WORDS, "The file holds nothing that Nearer can use.")
        return self
