"""What is shown of breathing: a pure function of the choices and of where things stand."""

from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.calm.breathing import (
    OWN_MOST,
    SLOW,
    BreathChoices,
    BreathPattern,
    BreathVariant,
    Phase,
    schedule,
    whole_breaths_s,
)
from coupleapp.domain.settings import Settings
from coupleapp.ui.calm import breath_words
from coupleapp.ui.calm.breath_words import in_seconds, pattern_name, rhythm, summary


class BreathStage(StrEnum):
    NONE = ""
    CAUTION = "caution"
    BREATHING = "breathing"
    FINISHED = "finished"


class Caution(StrEnum):
    NONE = ""
    FIRST = "first"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class BreathProps:
    """What is shown; a time in ``_ms`` is in real milliseconds.

    Attributes:
        in_ms: This and each ``_ms`` of a phase is 0 where the pattern does not have it.
        sounding: Whether it is only heard.
        whole_ms: ``minutes`` in whole breaths.
        lap: Goes up whenever breathing begins anew on the page.
        holds: Whether the caution is about holding the breath.
        editing: The own pattern that is made: "new", its id, or "".
    """

    in_ms: int = 4000
    again_ms: int = 0
    hold_in_ms: int = 0
    out_ms: int = 6000
    hold_out_ms: int = 0
    variant: BreathVariant = BreathVariant.MOVING
    sounding: bool = False
    words_on: bool = True
    tone_on: bool = True
    colour_on: bool = True
    voice_on: bool = False
    voice_offered: bool = False
    sound_off: bool = False
    word_shown: bool = True
    pattern: str = "slow"
    summary: str = ""
    minutes: int = 1
    whole_ms: int = 60_000
    lap: int = 0
    stage: BreathStage = BreathStage.NONE
    holds: bool = False
    caution_title: str = ""
    begin_words: str = ""
    hint: str = ""
    editing: str = ""
    draft_name: str = ""
    draft_in: str = ""
    draft_hold_in: str = ""
    draft_out: str = ""
    draft_hold_out: str = ""
    can_add: bool = True
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PatternRow:
    pattern_id: str
    name: str
    rhythm: str
    own: bool


@dataclass(frozen=True, slots=True)
class BreathLengthRow:
    minutes: int
    words: str


@dataclass(frozen=True, slots=True)
class BreathInputs:
    """``speed``: clock seconds in a real one; ``within_s``: of the step, None on the page."""

    settings: Settings
    speed: float = 1.0
    within_s: float | None = None
    can_hear: bool = True
    can_speak: bool = False
    lap: int = 0
    stage: BreathStage = BreathStage.NONE
    caution: Caution = Caution.NONE
    editing: str = ""
    draft: BreathPattern = SLOW
    trouble: str = ""


def derive_breath_props(inputs: BreathInputs) -> BreathProps:
    chosen = inputs.settings.breath
    phases = dict(schedule(chosen.chosen, inputs.within_s))

    def ms(seconds: float) -> int:
        return round(seconds * 1000 / inputs.speed)

    says = chosen.voice and inputs.can_speak
    heard = inputs.settings.sound and (says or (chosen.tone and inputs.can_hear))
    audio = chosen.variant is BreathVariant.AUDIO
    draft = inputs.draft
    holds = inputs.caution is Caution.HOLD
    return BreathProps(
        in_ms=ms(phases[Phase.IN]),
        again_ms=ms(phases.get(Phase.AGAIN, 0)),
        hold_in_ms=ms(phases.get(Phase.HOLD_IN, 0)),
        out_ms=ms(phases[Phase.OUT]),
        hold_out_ms=ms(phases.get(Phase.HOLD_OUT, 0)),
        variant=chosen.variant,
        sounding=audio,
        words_on=chosen.words,
        tone_on=chosen.tone,
        colour_on=chosen.colour,
        voice_on=chosen.voice,
        voice_offered=inputs.can_speak,
        sound_off=not inputs.settings.sound,
        word_shown=not heard if audio else chosen.words,
        pattern=chosen.pattern,
        summary=summary(chosen),
        minutes=chosen.minutes,
        whole_ms=ms(whole_breaths_s(chosen.chosen, chosen.minutes)),
        lap=inputs.lap,
        stage=inputs.stage,
        holds=holds,
        caution_title=breath_words.caution_title(holds=holds),
        begin_words=breath_words.begin_words(holds=holds),
        hint=breath_words.hint(audio=audio, heard=heard),
        editing=inputs.editing,
        draft_name=inputs.editing.partition(":")[2],
        draft_in=in_seconds(draft.in_s),
        draft_hold_in=in_seconds(draft.hold_in_s),
        draft_out=in_seconds(draft.out_s),
        draft_hold_out=in_seconds(draft.hold_out_s),
        can_add=len(chosen.own) < OWN_MOST,
        trouble=inputs.trouble,
    )


def pattern_rows(choices: BreathChoices) -> list[PatternRow]:
    own = {each.id for each in choices.own}
    return [
        PatternRow(pattern_id, pattern_name(pattern_id), rhythm(pattern), pattern_id in own)
        for pattern_id, pattern in choices.patterns.items()
    ]
