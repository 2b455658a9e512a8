"""The form of a format in a pack: its steps, and the parts of its turns."""

from typing import Annotated

from pydantic import Field, model_validator

from coupleapp.domain.defaults import GRACE_S, REPAIR_ROUNDS
from coupleapp.domain.formats.format import (
    MINUTES,
    ROUND_ASKS,
    WEEKS,
    Format,
    Sitting,
    StepKind,
    StepSpec,
)
from coupleapp.domain.formats.parts import TIMED, PartKind, PartSpec, Role
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
    said,
)

CHUNKS = 1
"""Chunks of a turn, where a file does not say."""

PARTS_MOST = 20
"""Parts of a turn; the longest of ours has eight."""


class PartTable(Table):
    """One part of a turn: who talks, for how long, and what stands there."""

    kind: Annotated[
        PartKind,
        Field(strict=False),
        said(
            "talk: one speaks. say_back: the listener says back. heard: the speaker says whether "
            "it was got; it comes right after say_back. more: the speaker says whether there is "
            "more. wish: what would help. feeling: the listener guesses the feeling. compose: the "
            "speaker writes unseen. confirm: both press their keys. keep: a line is kept, after "
            "confirm."
        ),
    ]
    by: Annotated[Role, Field(strict=False), said("Who speaks in a talk.")] = Role.SPEAKER
    seconds: Annotated[
        int,
        said("15 to 1800 for a talk, 20 to 180 for say_back; 0 is no timer.", (0, 1800)),
    ] = 0
    grace_s: Annotated[
        int | None, said("Seconds to finish a sentence, 5 to 60; 15 unsaid.", (0, 60))
    ] = None
    rounds: Annotated[
        int | None, said("How often it is said back again, 1 to 3; 2 unsaid.", (0, 3))
    ] = None
    title: Annotated[
        PartTitle | None,
        said("What stands large; {speaker} and {listener} are the names. Without: the question."),
    ] = None
    cue: Annotated[PartCue | None, said("One line for whoever does not talk.")] = None
    advice: Annotated[bool, said("The listener may offer thoughts here, once asked.")] = False
    if_asked: Annotated[bool, said("Left out unless the speaker has asked for thoughts.")] = False

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
    """One thing on the screen."""

    kind: Annotated[
        StepKind,
        Field(strict=False),
        said(
            "agree: both hold their keys. readiness: each says unseen how they are. card: words "
            "to read. inventory: what they kept before. breathe, last_breath: breathing. ground: "
            "a calming exercise. introduce: a question of the week is read. turns: both talk, see "
            "parts. time_left: what was not used is offered again. write: one writes alone. "
            "closing_round: both look back on one card, see asks. rate, next_date: the close. "
            "mattered, small_win, appreciate, notebook: the same, a screen for each of both."
        ),
    ]
    seconds: Annotated[
        int,
        said("breathe 20 to 300, last_breath 5 to 60, write 180 to 1200; no other.", (0, 1200)),
    ] = 0
    title: Annotated[PartTitle | None, said("Of a card, or over the writing.")] = None
    text: Annotated[Paragraph | None, said("The sentence below the title.")] = None
    chunks: Annotated[int | None, said("Chunks of each turn, 1 to 5; 1 unsaid.", (0, 5))] = None
    parts: Annotated[list[PartTable], said("What is played in each chunk of a turn.")] = Field(
        default_factory=list, max_length=PARTS_MOST
    )
    closing: Annotated[list[PartTable], said("What is played once at a turn's end.")] = Field(
        default_factory=list, max_length=PARTS_MOST
    )
    asks: Annotated[
        list[Annotated[StepKind, Field(strict=False)]],
        said("What a closing_round asks: mattered, small_win, appreciate; unsaid, all three."),
    ] = Field(default_factory=list, max_length=len(ROUND_ASKS))
    light: Annotated[bool, said("Played as well when the evening turns lighter.")] = False

    @model_validator(mode="after")
    def _it_can_be_played(self) -> "StepTable":
        built(self.to_domain)
        return self

    def to_domain(self) -> StepSpec:
        chunks = CHUNKS if self.kind is StepKind.TURNS else 0
        asks = tuple(self.asks)
        if self.kind is StepKind.CLOSING_ROUND:
            asks = asks or ROUND_ASKS
        step = StepSpec(
            kind=self.kind,
            seconds=self.seconds,
            title=self.title or "",
            text=self.text or "",
            chunks=chunks if self.chunks is None else self.chunks,
            parts=tuple(part.to_domain() for part in self.parts),
            closing=tuple(part.to_domain() for part in self.closing),
            light=self.light,
            asks=asks,
        )
        step.require_a_length()
        return step


class FormatTable(NamedTable):
    """A kind of sitting, played step by step."""

    title: Annotated[Title, said("What the two read.")]
    purpose: Annotated[Paragraph, said("What it is for, in one sentence.")]
    caution: Annotated[Sentence | None, said("One sentence of care beside it.")] = None
    minutes: Annotated[int, said("About how long it takes, 4 to 60.", MINUTES)]
    depth: Annotated[Depth, said("From 1, light, to 5, tender.")] = 1
    questions_to: Annotated[
        Depth | None,
        said("How deep its questions may be; unsaid, as deep as it is itself."),
    ] = None
    sitting: Annotated[
        Sitting,
        Field(strict=False),
        said("both: they take turns. opener: one opens. alone: one sits alone and writes."),
    ] = Sitting.BOTH
    opens_in_week: Annotated[
        int,
        said("Weeks before it is offered, 0 to 52. From depth 3 on a pack's wait 3 or 4.", WEEKS),
    ] = 0
    steps: Annotated[
        list[StepTable],
        Field(min_length=1, max_length=40),
        said("In the order in which they are played."),
    ]

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
            questions_to=self.questions_to,
        )
