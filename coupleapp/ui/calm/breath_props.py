"""What is shown of breathing: a pure function of the choices and of where things stand."""

from dataclasses import dataclass
from enum import StrEnum

from coupleapp.domain.calm.breath_choices import OWN_MOST, BreathChoices, BreathVariant
from coupleapp.domain.calm.breathing import (
    EASY_ID,
    SLOW,
    SLOW_ID,
    BreathPattern,
    Phase,
    schedule,
    whole_breaths_s,
)
from coupleapp.domain.couple import Couple, Seat
from coupleapp.domain.settings import Settings
from coupleapp.ui.base.seats import Whose, whose
from coupleapp.ui.calm import breath_words
from coupleapp.ui.calm.breath_words import in_seconds, pattern_name, rhythm, summary


class BreathStage(StrEnum):
    NONE = ""
    CAUTION = "caution"
    BREATHING = "breathing"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class BreathProps:
    """What is shown; a time in ``_ms`` is in real milliseconds.

    Attributes:
        in_ms: This and each ``_ms`` of a phase is 0 where the pattern does not have it.
        sounding: Whether it is only heard.
        easier_words: For the press that makes it easier, or as before; empty where it is easy.
        pattern: What is chosen for the page.
        whole_ms: ``minutes`` in whole breaths; 0 where there are no timers.
        lap: Goes up whenever breathing begins anew on the page.
        unread: Whether somebody here has to read the caution before they breathe.
        holds: Whether the caution is about holding the breath.
        talks_words: What is breathed in talks.
        wish_words: For the press that wishes for the page's rhythm in talks; may be empty.
        wished: Whether both are asked for a rhythm in talks: ``asked_words``.
        slow_words: For the press that goes back to slow in talks; may be empty.
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
    easier_words: str = ""
    pattern: str = "slow"
    summary: str = ""
    minutes: int = 1
    whole_ms: int = 60_000
    lap: int = 0
    stage: BreathStage = BreathStage.NONE
    unread: bool = False
    holds: bool = False
    caution_title: str = ""
    who_words: str = ""
    hint: str = ""
    talks_words: str = ""
    wish_words: str = ""
    wished: bool = False
    asked_words: str = ""
    asked_holds: bool = False
    slow_words: str = ""
    yes_left: bool = False
    yes_right: bool = False
    left_yes_words: str = ""
    right_yes_words: str = ""
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
class ReaderRow:
    """Somebody who can say that they have read it, or just did; nobody stands for both."""

    who: Whose
    words: str
    read: bool = False


@dataclass(frozen=True, slots=True)
class BreathInputs:
    """What it depends on.

    Attributes:
        on_page: Whether it is breathed on its own page, and not in a talk or a grounding.
        speed: Clock seconds in a real one.
        within_s: Of the step; None on the page.
        instead: What is breathed this time instead of what is chosen; empty for that.
        pending: What is breathed on the page once its caution has been read.
        read_here: Who has read it just now, on disk or not.
    """

    settings: Settings
    couple: Couple | None = None
    on_page: bool = False
    speed: float = 1.0
    within_s: float | None = None
    can_hear: bool = True
    can_speak: bool = False
    lap: int = 0
    stage: BreathStage = BreathStage.NONE
    instead: str = ""
    pending: str = ""
    present: tuple[Seat, ...] = tuple(Seat)
    read_here: tuple[Seat, ...] = ()
    editing: str = ""
    draft: BreathPattern = SLOW
    trouble: str = ""

    @property
    def breathed(self) -> str:
        """The id of the pattern that is breathed here now."""
        chosen = self.settings.breath
        return self.instead or (chosen.pattern if self.on_page else chosen.talks)

    @property
    def unread(self) -> tuple[Seat, ...]:
        """Who of those who sit here has to read the caution first."""
        chosen = self.settings.breath
        unread = chosen.unread(chosen.talks, self.present)
        return tuple(seat for seat in unread if seat not in self.read_here)


def derive_breath_props(inputs: BreathInputs) -> BreathProps:
    chosen, timers = inputs.settings.breath, inputs.settings.timers
    phases = dict(schedule(chosen.patterns[inputs.breathed], inputs.within_s))

    def ms(seconds: float) -> int:
        return round(seconds * 1000 / inputs.speed)

    says = chosen.voice and inputs.can_speak
    heard = inputs.settings.sound and (says or (chosen.tone and inputs.can_hear))
    audio = chosen.variant is BreathVariant.AUDIO
    draft = inputs.draft
    holds = bool(inputs.pending) and chosen.patterns[inputs.pending].holds
    left, right = _names(inputs)
    easy = inputs.breathed == EASY_ID and not inputs.instead
    wished = chosen.shared.pattern != chosen.talks
    offers = inputs.on_page and chosen.pattern not in {chosen.talks, chosen.shared.pattern}
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
        easier_words="" if easy else breath_words.easier(eased=bool(inputs.instead)),
        pattern=chosen.pattern,
        summary=summary(chosen, timers=timers),
        minutes=chosen.minutes,
        whole_ms=ms(whole_breaths_s(chosen.chosen, chosen.minutes)) if timers else 0,
        lap=inputs.lap,
        stage=inputs.stage,
        unread=bool(inputs.unread),
        holds=holds,
        caution_title=breath_words.caution_title(holds=holds),
        who_words=breath_words.who_reads(on_page=inputs.on_page),
        hint=breath_words.hint(audio=audio, heard=heard),
        talks_words=breath_words.in_talks(chosen),
        wish_words=breath_words.wish(chosen.pattern) if offers else "",
        wished=wished,
        asked_words=breath_words.asked(chosen.shared.pattern) if wished else "",
        asked_holds=wished and chosen.patterns[chosen.shared.pattern].holds,
        slow_words=breath_words.slow_again(chosen) if chosen.shared.pattern != SLOW_ID else "",
        yes_left=Seat.LEFT in chosen.shared.yes,
        yes_right=Seat.RIGHT in chosen.shared.yes,
        left_yes_words=breath_words.yes(left, said=Seat.LEFT in chosen.shared.yes),
        right_yes_words=breath_words.yes(right, said=Seat.RIGHT in chosen.shared.yes),
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


def reader_rows(inputs: BreathInputs) -> list[ReaderRow]:
    """On the page whoever is there; in a talk those who had not read it when they sat down."""
    names = dict(zip(Seat, _names(inputs), strict=True))
    if not inputs.on_page:
        return [
            ReaderRow(whose(seat), breath_words.has_read(names[seat]), seat not in inputs.unread)
            for seat in Seat
            if seat in inputs.unread or seat in inputs.read_here
        ]
    rows = [ReaderRow(whose(seat), names[seat]) for seat in inputs.present]
    both = ReaderRow(Whose.NOBODY, breath_words.both_of_us())
    return [*rows, both] if len(rows) == len(Seat) else rows


def _names(inputs: BreathInputs) -> tuple[str, str]:
    return (inputs.couple.left, inputs.couple.right) if inputs.couple else ("", "")
