"""Which keys are offered, with which words and in whose colour; what each of them means."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import EXTEND
from coupleapp.domain.guided_session import Command
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import NOTHING_OPEN, Stage, own_key

translate = QCoreApplication.translate
Key = Qt.Key


class KeyAction(StrEnum):
    OWN = "own"
    ANSWER = "answer"
    PAUSE = "pause"
    GIVE_FLOOR = "give_floor"
    THOUGHTS = "thoughts"
    BREATH = "breath"
    EXTEND = "extend"
    LIGHTER = "lighter"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key in the bar.

    Attributes:
        seat: Whose it is, and in whose colour.
        spoken: For a screen reader, with the name where both have such a key.
        letter: Whether it is one; while somebody types, letters are letters.
    """

    asks: KeyAction
    seat: Whose
    keycap: str
    words: str
    spoken: str
    offered: bool
    enabled: bool = True
    letter: bool = True


_OUTSIDE = NOTHING_OPEN | {Stage.RETURNING}
"""Where no step of the plan is on the screen."""

_BREATHES = {Stage.BREATHE, Stage.LAST_BREATH, Stage.RECAP}
_SAYS_BACK = {Stage.SAY_BACK, Stage.CORE}
_TALKS = {Stage.SPEAK, Stage.SAY_BACK, Stage.RECAP, Stage.CORE}
_NOT_LIGHTER = {Stage.AGREE, Stage.LIGHTER}
_LIGHTER_IN_PAUSE = {Stage.PAUSE_CHOICE, Stage.PAUSING, Stage.BOOKING}

CAPS = {
    (KeyAction.OWN, Whose.LEFT): "F",
    (KeyAction.OWN, Whose.RIGHT): "J",
    (KeyAction.PAUSE, Whose.LEFT): "D",
    (KeyAction.PAUSE, Whose.RIGHT): "K",
}

_MEANINGS = {
    Key.Key_F: (KeyAction.OWN, Whose.LEFT),
    Key.Key_J: (KeyAction.OWN, Whose.RIGHT),
    Key.Key_D: (KeyAction.PAUSE, Whose.LEFT),
    Key.Key_K: (KeyAction.PAUSE, Whose.RIGHT),
    Key.Key_B: (KeyAction.BREATH, Whose.NOBODY),
    Key.Key_G: (KeyAction.GIVE_FLOOR, Whose.NOBODY),
    Key.Key_T: (KeyAction.THOUGHTS, Whose.NOBODY),
    Key.Key_L: (KeyAction.LIGHTER, Whose.NOBODY),
    Key.Key_Plus: (KeyAction.EXTEND, Whose.NOBODY),
    Key.Key_Escape: (KeyAction.STOP, Whose.NOBODY),
}


def meaning(key: int, props: SessionProps) -> tuple[KeyAction, Whose] | None:
    """What a key of the keyboard asks for, and of whom; None where it means nothing."""
    if key == Key.Key_A:
        return KeyAction.ANSWER, props.talker
    return next((meant for known, meant in _MEANINGS.items() if known == key), None)


def is_offered(action: KeyAction, props: SessionProps) -> bool:
    """Whether it can be asked for just now. One's own key and the way out always can."""
    stage, in_steps = props.stage, props.stage not in _OUTSIDE
    match action:
        case KeyAction.OWN | KeyAction.STOP:
            return True
        case KeyAction.ANSWER:
            return props.loose
        case KeyAction.PAUSE:
            return in_steps
        case KeyAction.GIVE_FLOOR:
            speaks = stage is Stage.SPEAK and props.talker == props.floor
            return speaks and props.chunks > 1
        case KeyAction.THOUGHTS:
            return in_steps and props.can_ask_thoughts
        case KeyAction.BREATH:
            return in_steps and stage not in _BREATHES
        case KeyAction.EXTEND:
            return props.can_extend
        case KeyAction.LIGHTER:
            fits = stage not in _NOT_LIGHTER if in_steps else stage in _LIGHTER_IN_PAUSE
            return fits and props.can_lighten


def command(action: KeyAction, seat: Whose, props: SessionProps) -> Command | None:
    """The command it stands for on this stage, if any."""
    match action:
        case KeyAction.OWN:
            return own_key(props.stage, Seat(seat))
        case KeyAction.ANSWER:
            return tc.SayBack(Seat(seat), answered=True)
        case KeyAction.PAUSE:
            return pc.AskPause(Seat(seat))
        case KeyAction.GIVE_FLOOR:
            return tc.FinishTalk(Seat(props.floor), gives_floor=True)
        case KeyAction.THOUGHTS:
            return tc.AskThoughts(Seat(props.floor))
        case KeyAction.BREATH:
            return pc.TakeBreath()
        case KeyAction.EXTEND:
            return pc.ExtendPause()
        case KeyAction.LIGHTER:
            return c.Lighten()
        case KeyAction.STOP:
            # What it ends depends on more than the stage: see ``SessionModel.stop``.
            return None


def keys_of(seat: Whose, props: SessionProps) -> list[KeyRow]:
    """One partner's keys: their own, the looser answer, the pause."""
    name = props.left_name if seat is Whose.LEFT else props.right_name
    ready = props.ready_left if seat is Whose.LEFT else props.ready_right
    pausing, talks = props.stage is Stage.PAUSING, props.talker == seat
    present = props.alone in {Whose.NOBODY, seat}
    own = _own_words(props.stage, name, ready=ready)
    answer = translate("KeyBar", "I have answered")
    return [
        KeyRow(
            KeyAction.OWN,
            seat,
            CAPS[KeyAction.OWN, seat],
            own,
            own,
            (pausing and present) or (talks and props.stage in _TALKS),
            enabled=not (pausing and ready),
        ),
        KeyRow(KeyAction.ANSWER, seat, "A", answer, answer, props.loose and talks),
        KeyRow(
            KeyAction.PAUSE,
            seat,
            CAPS[KeyAction.PAUSE, seat],
            translate("KeyBar", "Pause"),
            translate("KeyBar", "Pause, for {name}").format(name=name),
            is_offered(KeyAction.PAUSE, props) and present,
        ),
    ]


def keys_of_both(props: SessionProps) -> list[KeyRow]:
    """The keys between the two: either may press them."""
    minutes = round(EXTEND.total_seconds() / 60)
    more = translate("KeyBar", "{number} minutes more").format(number=minutes)
    waits = props.stage is Stage.WAITING
    out = translate("KeyBar", "Home") if waits else translate("KeyBar", "Enough for today")
    keys = [
        (KeyAction.GIVE_FLOOR, "G", translate("KeyBar", "That was all")),
        (KeyAction.THOUGHTS, "T", translate("KeyBar", "I'd like your thoughts")),
        (KeyAction.BREATH, "B", translate("KeyBar", "One breath")),
        (KeyAction.EXTEND, "+", more),
        (KeyAction.LIGHTER, "L", translate("KeyBar", "Lighter")),
        (KeyAction.STOP, "Esc", out),
    ]
    over = props.stage in {Stage.NONE, Stage.STOPPED, Stage.OVER}
    return [
        KeyRow(
            action,
            Whose.NOBODY,
            cap,
            words,
            words,
            is_offered(action, props) and not over,
            letter=cap.isalpha() and len(cap) == 1,
        )
        for action, cap, words in keys
    ]


def _own_words(stage: Stage, name: str, *, ready: bool) -> str:
    if stage in _SAYS_BACK:
        return translate("KeyBar", "I have said it back")
    if stage is not Stage.PAUSING:
        return translate("KeyBar", "I'm done for now")
    if ready:
        return translate("KeyBar", "{name} waits, ready").format(name=name)
    return translate("KeyBar", "{name} is ready").format(name=name)


def sound_words(*, on: bool) -> str:
    return translate("KeyBar", "Sound is on") if on else translate("KeyBar", "Sound is off")


def sound_label(*, on: bool) -> str:
    """What stands beside the key."""
    return "" if on else translate("KeyBar", "off")
