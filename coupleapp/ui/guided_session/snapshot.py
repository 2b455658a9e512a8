"""What the session view shows."""

from dataclasses import dataclass

from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.stage import Stage


@dataclass(frozen=True, slots=True)
class StepWords:
    """The sentences of the step on the screen; each is empty where the step has none.

    Attributes:
        heading: What stands large on its page.
        hint: The quiet sentence below it.
        spoken_hint: The same for a screen reader, without what changes every second.
        doing: What the one who talks is about.
        wished: What the speaker would like of the listener.
        listening: What stands in the half of whoever does not talk.
        part_words: Which part of the turn it is, and how a typed one ends.
        time_words: How much time is left to write.
        keep_words: The key that keeps what was written.
        leave_words: The key that leaves it.
        back_words: When they are back.
        left_yes: The key with which the left partner confirms.
        right_yes: The same of the other.
    """

    heading: str = ""
    hint: str = ""
    spoken_hint: str = ""
    doing: str = ""
    wished: str = ""
    listening: str = ""
    part_words: str = ""
    time_words: str = ""
    keep_words: str = ""
    leave_words: str = ""
    back_words: str = ""
    left_yes: str = ""
    right_yes: str = ""


@dataclass(frozen=True, slots=True)
class SessionProps(StepWords):
    """The snapshot.

    Attributes:
        stage: Which step file is on the screen.
        talks: Whether one talks, and their time runs.
        place: Which step of the plan it is, from 0.
        left_name: The left partner.
        right_name: The right partner.
        lit: The half that is lit.
        floor: Who has the floor, kept while the listener talks.
        talker: Who talks just now.
        asked: Whose say it is in a step that asks one after the other.
        asked_name: That partner's name.
        other_name: The other one's name.
        curtain: Whether the curtain is closed.
        alone: The one who sits alone.
        introducer_name: Who reads the question aloud.
        first_name: Who begins when both talk, now or next.
        title: What stands large: the question, or the format's words.
        text: The sentence below it, on a card.
        prompt: The question.
        has_softer: Whether it has a softer form.
        tender: Whether it is named as tender before it is read.
        cue: What whoever does not talk may do.
        advice: An advice card, once thoughts were asked for; empty while the gate is closed.
        can_ask_thoughts: Whether the one with the floor can open it.
        thoughts: Whether it is open.
        wish: What the speaker would like: "listen", "comfort", "ideas" or "".
        types: Whether the one who talks types.
        loose: Whether the listener may answer without saying back first.
        chunk: Which chunk it is, from 1.
        chunks: How many there are, where all of them come.
        repair: The repair round, 0 for the first saying back.
        left_here: Whether the chunk before was left after its repair rounds.
        feelings: Ids of the guessed feelings.
        confirmed_left: Whether the left partner has confirmed.
        confirmed_right: Whether the right one has.
        limit_ms: Real milliseconds of the time that runs; 0 when none does.
        left_ms: Real milliseconds left of it when ``ring_key`` last changed.
        ring_key: Changes whenever the time was started, stopped or moved.
        running: Whether the time runs.
        countdown: The time left in figures.
        in_grace: Whether a sentence is being finished.
        pause_by: The partner who asked for the pause.
        pause_other: The other one's name.
        pause_kind: "think" or "flooded".
        pause_seen: Whether the other one said "all right".
        many_pauses: Whether one neutral line is due about lighter evenings.
        back_at: When both are back, as a time of day, or as a day and a time.
        ready_left: Whether the left partner would come back early.
        ready_right: Whether the right one would.
        can_extend: Whether a little longer is possible.
        light: Whether only light steps are played.
        can_lighten: Whether there is something lighter to turn to.
        ending: How it ended.
        talked: Whether anybody had the floor.
    """

    stage: Stage = Stage.NONE
    talks: bool = False
    place: int = 0
    left_name: str = ""
    right_name: str = ""
    lit: Whose = Whose.NOBODY
    floor: Whose = Whose.NOBODY
    talker: Whose = Whose.NOBODY
    asked: Whose = Whose.NOBODY
    asked_name: str = ""
    other_name: str = ""
    curtain: bool = False
    alone: Whose = Whose.NOBODY
    introducer_name: str = ""
    first_name: str = ""
    title: str = ""
    text: str = ""
    prompt: str = ""
    has_softer: bool = False
    tender: bool = False
    cue: str = ""
    advice: str = ""
    can_ask_thoughts: bool = False
    thoughts: bool = False
    wish: str = ""
    types: bool = False
    loose: bool = False
    chunk: int = 0
    chunks: int = 0
    repair: int = 0
    left_here: bool = False
    feelings: tuple[str, ...] = ()
    confirmed_left: bool = False
    confirmed_right: bool = False
    limit_ms: int = 0
    left_ms: int = 0
    ring_key: str = ""
    running: bool = False
    countdown: str = ""
    in_grace: bool = False
    pause_by: str = ""
    pause_other: str = ""
    pause_kind: str = ""
    pause_seen: bool = False
    many_pauses: bool = False
    back_at: str = ""
    ready_left: bool = False
    ready_right: bool = False
    can_extend: bool = False
    light: bool = False
    can_lighten: bool = False
    ending: str = ""
    talked: bool = False
