"""What the session view shows."""

from dataclasses import dataclass

from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.stage import Stage


@dataclass(frozen=True, slots=True)
class StepWords:
    """The sentences of the step on the screen; each is empty where the step has none.

    Attributes:
        spoken_hint: ``hint`` for a screen reader, without what changes every second.
        pause_line: The time that is left of a pause, small, while they are at something.
        breath_end: For the press that ends a breath.
        about_left: How long a turn goes on, to the half minute; in the grace, how long that is.
        listening: What stands in the half of whoever does not talk.
    """

    heading: str = ""
    hint: str = ""
    spoken_hint: str = ""
    tender_words: str = ""
    cue_words: str = ""
    doing: str = ""
    about_left: str = ""
    wished: str = ""
    listening: str = ""
    part_words: str = ""
    card_words: str = ""
    time_words: str = ""
    keep_words: str = ""
    leave_words: str = ""
    back_words: str = ""
    question_words: str = ""
    softer_words: str = ""
    take_back_words: str = ""
    pause_line: str = ""
    breath_end: str = ""
    left_yes: str = ""
    right_yes: str = ""


@dataclass(frozen=True, slots=True)
class SessionProps(StepWords):
    """What the session view shows; seats are nobody's and texts empty where there is none.

    Attributes:
        breathes: Whether the two lights of a breath fill the screen.
        place: Which step of the plan it is, from 0.
        floor: Who has the floor, kept while the listener talks.
        asked: Whose say it is in a step that asks one after the other.
        first_name: Who begins when both talk, now or next.
        has_softer: Whether the question has a softer form, or is it: ``softened``.
        tender: Whether the question is named as tender before it is read.
        advice: An advice card, once thoughts were asked for; empty while the gate is closed.
        task: What the question asks of whoever listens, while they say it back.
        keeps_room: Whether this turn is said back: what comes then has its room already.
        task_room: The task, wherever it has its room.
        titles: What else stands large in this turn, and has its room, too.
        can_ask_question: Whether whoever says back may ask one question now.
        question: Whether they ask it.
        wish: What the speaker would like: "listen", "comfort", "ideas" or "".
        loose: Whether the listener may answer without saying back first.
        card: Which question it is, from 1.
        cards: How many questions are read; 0 where none is.
        chunk: From 1.
        chunks: How many there are, where all of them come.
        repair: The repair round, 0 for the first saying back.
        left_here: Whether the chunk before was left after its repair rounds.
        feelings: Ids of the guessed feelings.
        limit_ms: Real milliseconds of the time that runs; 0 when none does.
        left_ms: Real milliseconds left of it when ``ring_key`` last changed.
        half_minutes_left: The same, begun half minutes counted.
        grace_s: Seconds after it in which a sentence is finished.
        ring_key: Changes whenever the time was started, stopped or moved.
        in_grace: Whether a sentence is being finished.
        pause_kind: "think" or "flooded".
        many_pauses: Whether one neutral line is due about lighter evenings.
        back_at: When both are back, as a time of day, or as a day and a time.
        ready_left: Whether the left partner would come back early.
        finished: Whether they came to its end.
        talked: Whether anybody had the floor.
        may_extend: Whether a little longer is offered beside another day.
        came_back: Whether both have just come back to a talk that waits.
        about: What the talk is about.
        had_asked: The question they had read in it.
        began_on: When it was begun, in one sentence.
        can_take_back: Whether both together can take back that it was stopped, or turned lighter.
    """

    stage: Stage = Stage.NONE
    talks: bool = False
    breathes: bool = False
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
    softened: bool = False
    tender: bool = False
    cue: str = ""
    advice: str = ""
    can_ask_thoughts: bool = False
    thoughts: bool = False
    task: str = ""
    keeps_room: bool = False
    task_room: str = ""
    titles: tuple[str, ...] = ()
    can_ask_question: bool = False
    question: bool = False
    wish: str = ""
    types: bool = False
    loose: bool = False
    card: int = 0
    cards: int = 0
    chunk: int = 0
    chunks: int = 0
    repair: int = 0
    left_here: bool = False
    feelings: tuple[str, ...] = ()
    confirmed_left: bool = False
    confirmed_right: bool = False
    limit_ms: int = 0
    left_ms: int = 0
    half_minutes_left: int = 0
    grace_s: int = 0
    ring_key: str = ""
    running: bool = False
    countdown: str = ""
    in_grace: bool = False
    pause_other: str = ""
    pause_kind: str = ""
    pause_seen: bool = False
    many_pauses: bool = False
    back_at: str = ""
    ready_left: bool = False
    ready_right: bool = False
    can_extend: bool = False
    may_extend: bool = False
    came_back: bool = False
    about: str = ""
    had_asked: str = ""
    began_on: str = ""
    light: bool = False
    can_lighten: bool = False
    ending: str = ""
    finished: bool = False
    talked: bool = False
    can_take_back: bool = False
