"""The form of a format in a pack: its steps, and the parts of its turns."""

from typing import Annotated

from pydantic import Field, model_validator

from coupleapp.domain.defaults import GRACE_S, REPAIR_ROUNDS
from coupleapp.domain.formats import Format, Sitting, StepKind, StepSpec
from coupleapp.domain.parts import TIMED, PartKind, PartSpec, Role
from coupleapp.packs.fields import (
    Depth,
    NamedTable,
    Paragraph,
    PartCue,
    PartTitle,
    Sentence,
    Table,
    Title,
    built,
)

CHUNKS = 1
"""Chunks of a turn, where a file does not say."""


class PartTable(Table):
    kind: Annotated[PartKind, Field(strict=False)]
    by: Annotated[Role, Field(strict=False)] = Role.SPEAKER
    seconds: int = 0
    grace_s: int | None = None
    rounds: int | None = None
    title: PartTitle | None = None
    cue: PartCue | None = None
    advice: bool = False
    if_asked: bool = False

    @model_validator(mode="after")
    def _numbers_fit(self) -> "PartTable":
        built(self.to_domain)
        return self

    def to_domain(self) -> PartSpec:
        grace = GRACE_S if self.kind in TIMED else 0
        rounds = REPAIR_ROUNDS if self.kind is PartKind.HEARD else 0
        return PartSpec(
            kind=self.kind,
            by=self.by,
            seconds=self.seconds,
            grace_s=grace if self.grace_s is None else self.grace_s,
            rounds=rounds if self.rounds is None else self.rounds,
            title=self.title or "",
            cue=self.cue or "",
            advice=self.advice,
            if_asked=self.if_asked,
        )


class StepTable(Table):
    kind: Annotated[StepKind, Field(strict=False)]
    seconds: int = 0
    title: PartTitle | None = None
    text: Paragraph | None = None
    chunks: int | None = None
    parts: list[PartTable] = Field(default_factory=list)
    closing: list[PartTable] = Field(default_factory=list)
    light: bool = False

    @model_validator(mode="after")
    def _it_can_be_played(self) -> "StepTable":
        built(self.to_domain)
        return self

    def to_domain(self) -> StepSpec:
        chunks = CHUNKS if self.kind is StepKind.TURNS else 0
        return StepSpec(
            kind=self.kind,
            seconds=self.seconds,
            title=self.title or "",
            text=self.text or "",
            chunks=chunks if self.chunks is None else self.chunks,
            parts=tuple(part.to_domain() for part in self.parts),
            closing=tuple(part.to_domain() for part in self.closing),
            light=self.light,
        )


class FormatTable(NamedTable):
    title: Title
    purpose: Paragraph
    caution: Sentence | None = None
    minutes: int
    depth: Depth = 1
    sitting: Annotated[Sitting, Field(strict=False)] = Sitting.BOTH
    opens_in_week: int = 0
    steps: list[StepTable] = Field(min_length=1, max_length=40)

    @model_validator(mode="after")
    def _it_can_be_played(self) -> "FormatTable":
        built(self.to_domain)
        return self

    def to_domain(self) -> Format:
        return Format(
            id=self.id,
            title=self.title,
            purpose=self.purpose,
            minutes=self.minutes,
            steps=tuple(step.to_domain() for step in self.steps),
            depth=self.depth,
            sitting=self.sitting,
            opens_in_week=self.opens_in_week,
            caution=self.caution or "",
        )
