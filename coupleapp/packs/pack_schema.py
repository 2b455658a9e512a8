"""The form of a pack: one file by a therapist, or by the couple themselves."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from coupleapp.domain.defaults import (
    CHUNKS_BOUNDS,
    PACK_CUES_MOST,
    PACK_FORMATS_MOST,
    PACK_PROMPTS_MOST,
    PACK_SAY_BACK_S,
    PACK_THEMES_MOST,
    SPEAK_S_BOUNDS,
)
from coupleapp.domain.formats.durations import Durations
from coupleapp.domain.formats.format import Format
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.own_themes import OWN
from coupleapp.domain.programme.packs import gated
from coupleapp.domain.programme.programme import Prompt
from coupleapp.packs.errors import OWN_WORDS
from coupleapp.packs.fields import (
    Author,
    Language,
    Name,
    NamedTable,
    Paragraph,
    Table,
    ThemeName,
    Title,
    said,
)
from coupleapp.packs.format_schema import FormatTable
from coupleapp.packs.schema import CueTable, PromptTable, ThemeText

_NOT_IN_A_PACK = "A pack has no “{}”; it has themes, prompts, formats, cues and durations."
_PROMPTS_MOST = PACK_THEMES_MOST * PACK_PROMPTS_MOST


def _not_theirs(name: str) -> str:
    if name.startswith(OWN):
        raise PydanticCustomError(
            OWN_WORDS, "Names that begin with “{own}” are for what couples write.", {"own": OWN}
        )
    return name


class PackTable(NamedTable):
    """What the pack is, and who wrote it."""

    id: Annotated[
        Name,
        AfterValidator(_not_theirs),
        said("A short name that stays: small letters, digits, underscores."),
    ]
    title: Annotated[Title, said("What the pack is called.")]
    author: Annotated[Author, said("Who wrote it.")]
    version: Annotated[
        int, Field(ge=1, le=9999), said("1, then 2: a newer one takes the place of the older.")
    ]
    about: Annotated[Paragraph, said("What it is for, in one or two sentences.")]
    language: Annotated[
        Language | None, said("The language it is written in, as “de” or “pt-BR”.")
    ] = None


class PackThemeTable(ThemeText):
    """A theme of the pack's own. It comes after Nearer's, in the order of the file."""

    week: Annotated[int | None, said("Not used: the order of the file counts.")] = None


class PackPromptTable(PromptTable):
    """A question that is added to one of Nearer's own themes."""

    theme: Annotated[ThemeName, said("The theme's name, as “joys” or “home”.")]


class PackFormatTable(FormatTable):
    """A kind of sitting; a tender one opens as Nearer's own do."""

    def to_domain(self) -> Format:
        return gated(super().to_domain())


class DurationsTable(Table):
    """How theme talks on this pack's own themes are timed."""

    speak_s: Annotated[
        int | None,
        Field(ge=SPEAK_S_BOUNDS[0], le=SPEAK_S_BOUNDS[1]),
        said("Seconds of one chunk; 90 unsaid."),
    ] = None
    say_back_s: Annotated[
        int | None,
        Field(ge=PACK_SAY_BACK_S[0], le=PACK_SAY_BACK_S[1]),
        said("Seconds to say it back; 45 unsaid."),
    ] = None
    chunks: Annotated[
        int | None,
        Field(ge=CHUNKS_BOUNDS[0], le=CHUNKS_BOUNDS[1]),
        said("Chunks of each turn; 3 unsaid."),
    ] = None

    def to_domain(self) -> Durations:
        return Durations(self.speak_s, self.say_back_s, self.chunks)


class PackFile(Table):
    """A pack for Nearer."""

    ELSEWHERE: ClassVar[Mapping[str, str]] = {
        name: _NOT_IN_A_PACK.format(name)
        for name in ("small_wins", "groundings", "stems", "feelings", "rests", "ideas")
    }

    form: Annotated[Literal[1], Field(alias="schema"), said("Always 1.")]
    pack: PackTable
    durations: DurationsTable = Field(default_factory=DurationsTable)
    themes: Annotated[list[PackThemeTable], said("Themes of the pack's own.")] = Field(
        default_factory=list, max_length=PACK_THEMES_MOST
    )
    prompts: Annotated[list[PackPromptTable], said("Questions for Nearer's themes.")] = Field(
        default_factory=list, max_length=_PROMPTS_MOST
    )
    formats: Annotated[list[PackFormatTable], said("Kinds of sitting.")] = Field(
        default_factory=list, max_length=PACK_FORMATS_MOST
    )
    cues: Annotated[list[CueTable], said("Lines for the listener.")] = Field(
        default_factory=list, max_length=PACK_CUES_MOST
    )

    @model_validator(mode="after")
    def _adds_something(self) -> "PackFile":
        if not (self.themes or self.prompts or self.formats or self.cues):
            raise PydanticCustomError(OWN_WORDS, "The file holds nothing that Nearer can use.")
        return self

    def to_domain(self) -> Addition:
        durations = self.durations.to_domain()
        wished = None if durations == Durations() else durations
        prompts: dict[str, tuple[Prompt, ...]] = {}
        for one in self.prompts:
            prompts[one.theme] = (*prompts.get(one.theme, ()), one.to_domain())
        return Addition(
            themes=tuple(one.in_week(n, wished) for n, one in enumerate(self.themes, start=1)),
            prompts=prompts,
            formats=tuple(one.to_domain() for one in self.formats),
            cues=tuple(one.to_domain() for one in self.cues),
        )


class _WithoutTitles(GenerateJsonSchema):
    """Says what an entry is in words; its name once more is no help."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


def json_schema() -> dict[str, Any]:
    """The form of a pack for editors: JSON Schema 2020-12, made from the model itself."""
    made = PackFile.model_json_schema(schema_generator=_WithoutTitles)
    for table in (made, *made["$defs"].values()):
        table.pop("title", None)
    return {"$schema": GenerateJsonSchema.schema_dialect, **made}
