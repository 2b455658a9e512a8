"""Which keys are offered, with which words and on whose side; what each of them means."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coupleapp.domain.couple import Seat
from coupleapp.domain.defaults import EXTEND
from coupleapp.domain.guided_session import Command
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.keys import SessionKey
from coupleapp.ui.base.key_letters import key_words
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import NOTHING_OPEN, Stage, own_key

translate = QCoreApplication.translate


class KeyAction(StrEnum):
    OWN = "own"
    ANSWER = "answer"
    PAUSE = "pause"
    GIVE_FLOOR = "give_floor"
    THOUGHTS = "thoughts"
    BREATH = "breath"
    EXTEND = "extend"
    LIGHTER = "lighter"
    SOUND = "sound"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key in the bar.

    Attributes:
        seat: Whose it is, and in whose colour.
        keycap: What is printed on it; empty where the keys are switched off.
        key_words: The same for a screen reader.
        spoken: ``words`` for a screen reader, with the name where both have such a key.
        offered: Whether it is in the bar.
        enabled: Whether it can be pressed there.
        letter: Whether it types something; while somebody types, letters are letters.
    """

    asks: KeyAction
    seat: Whose
    keycap: str
    key_words: str
    words: str
    spoken: str
    offered: bool
    enabled: bool = True
    letter: bool = True


Caps = Mapping[SessionKey, str]
"""What is printed on each key; a key without anything is switched off."""

_OUTSIDE = NOTHING_OPEN | {Stage.RETURNING}
"""Where no step of the plan is on the screen."""

_BREATHES = {Stage.CAUTION, Stage.BREATHE, Stage.LAST_BREATH, Stage.RECAP}
_SAYS_BACK = {Stage.SAY_BACK, Stage.CORE}
_TALKS = {Stage.SPEAK, Stage.SAY_BACK, Stage.RECAP, Stage.CORE}
_NOT_LIGHTER = {Stage.AGREE, Stage.LIGHTER}
_LIGHTER_IN_PAUSE = {Stage.PAUSE_CHOICE, Stage.PAUSING, Stage.BOOKING}
_NO_KEYS = {Stage.NONE, Stage.STOPPED, Stage.OVER}

_OWN = {Whose.LEFT: SessionKey.OWN_LEFT, Whose.RIGHT: SessionKey.OWN_RIGHT}
_PAUSE = {Whose.LEFT: SessionKey.PAUSE_LEFT, Whose.RIGHT: SessionKey.PAUSE_RIGHT}

_MEANINGS = {
    **{key: (KeyAction.OWN, seat) for seat, key in _OWN.items()},
    **{key: (KeyAction.PAUSE, seat) for seat, key in _PAUSE.items()},
    SessionKey.BREATH: (KeyAction.BREATH, Whose.NOBODY),
    SessionKey.LIGHTER: (KeyAction.LIGHTER, Whose.NOBODY),
    SessionKey.EXTEND: (KeyAction.EXTEND, Whose.NOBODY),
    SessionKey.SOUND: (KeyAction.SOUND, Whose.NOBODY),
}


def meaning(key: SessionKey, props: SessionProps) -> tuple[KeyAction, Whose]:
    """What a key asks for, and of whom."""
    match key:
        case SessionKey.ANSWER:
            return KeyAction.ANSWER, props.talker
        case SessionKey.GIVE_FLOOR:
            return KeyAction.GIVE_FLOOR, props.floor
        case SessionKey.THOUGHTS:
            return KeyAction.THOUGHTS, props.floor
        case _:
            return _MEANINGS[key]


def is_offered(action: KeyAction, props: SessionProps) -> bool:
    """Whether it can be asked for just now. One's own key and the way out always can."""
    stage, in_steps = props.stage, props.stage not in _OUTSIDE
    match action:
        case KeyAction.OWN | KeyAction.STOP:
            return True
        case KeyAction.SOUND:
            return stage not in _NO_KEYS
        case KeyAction.ANSWER:
            return props.loose
        case KeyAction.PAUSE:
            return in_steps or stage is Stage.ONE_BREATH
        case KeyAction.GIVE_FLOOR:
            return _more_to_come(props)
        case KeyAction.THOUGHTS:
            return in_steps and props.can_ask_thoughts
        case KeyAction.BREATH:
            return in_steps and stage not in _BREATHES
        case KeyAction.EXTEND:
            return stage is Stage.PAUSING and props.can_extend
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
        case KeyAction.STOP | KeyAction.SOUND:
            # What the first ends depends on more than the stage: see ``SessionModel.stop``.
            return None


def keys_of(seat: Whose, props: SessionProps, caps: Caps) -> list[KeyRow]:
    """One partner's keys, from the edge inwards; those of whoever speaks only while they do."""
    name = props.left_name if seat is Whose.LEFT else props.right_name
    ready = props.ready_left if seat is Whose.LEFT else props.ready_right
    pausing, talks, speaks = props.stage is Stage.PAUSING, props.talker == seat, props.floor == seat
    present = props.alone in {Whose.NOBODY, seat}
    own_shown = (pausing and present) or (talks and props.stage in _TALKS)
    keys = [
        (
            KeyAction.PAUSE,
            _PAUSE[seat],
            translate("KeyBar", "Pause"),
            is_offered(KeyAction.PAUSE, props) and present,
        ),
        (KeyAction.OWN, _OWN[seat], _own_words(props, name, ready=ready), own_shown),
        (
            KeyAction.GIVE_FLOOR,
            SessionKey.GIVE_FLOOR,
            translate("KeyBar", "That was all"),
            speaks and is_offered(KeyAction.GIVE_FLOOR, props),
        ),
        (
            KeyAction.THOUGHTS,
            SessionKey.THOUGHTS,
            translate("KeyBar", "I'd like your thoughts"),
            speaks and is_offered(KeyAction.THOUGHTS, props),
        ),
        (
            KeyAction.ANSWER,
            SessionKey.ANSWER,
            translate("KeyBar", "I've answered"),
            talks and is_offered(KeyAction.ANSWER, props),
        ),
    ]
    pause = translate("KeyBar", "Pause, for {name}").format(name=name)
    return [
        _row(
            (action, seat),
            caps[key],
            words,
            spoken=pause if action is KeyAction.PAUSE else words,
            offered=offered,
            enabled=not (action is KeyAction.OWN and pausing and ready),
        )
        for action, key, words, offered in keys
    ]


def keys_of_both(props: SessionProps, caps: Caps, *, sound: bool) -> list[KeyRow]:
    """The quiet row: what either may press. No stage offers more than four of them."""
    minutes = round(EXTEND.total_seconds() / 60)
    more = translate("KeyBar", "{number} minutes more").format(number=minutes)
    waits = props.stage is Stage.WAITING
    out = translate("KeyBar", "Home") if waits else translate("KeyBar", "Enough for today")
    keys = [
        (KeyAction.BREATH, caps[SessionKey.BREATH], translate("KeyBar", "One breath")),
        (KeyAction.EXTEND, caps[SessionKey.EXTEND], more),
        (KeyAction.LIGHTER, caps[SessionKey.LIGHTER], translate("KeyBar", "Lighter")),
        (KeyAction.SOUND, caps[SessionKey.SOUND], sound_words(on=sound)),
        (KeyAction.STOP, translate("KeyBar", "Esc"), out),
    ]
    return [
        _row(
            (action, Whose.NOBODY),
            cap,
            words,
            offered=is_offered(action, props) and props.stage not in _NO_KEYS,
            letter=action is not KeyAction.STOP,
        )
        for action, cap, words in keys
    ]


def _row(
    asked: tuple[KeyAction, Whose],
    cap: str,
    words: str,
    *,
    offered: bool,
    spoken: str = "",
    enabled: bool = True,
    letter: bool = True,
) -> KeyRow:
    action, seat = asked
    return KeyRow(
        asks=action,
        seat=seat,
        keycap=cap,
        key_words=key_words(cap),
        words=words,
        spoken=spoken or words,
        offered=offered,
        enabled=enabled,
        letter=letter,
    )


def in_turns(props: SessionProps) -> bool:
    """Whether one of the two has the floor, and a step is on the screen."""
    return bool(props.floor) and props.stage not in _OUTSIDE


def _more_to_come(props: SessionProps) -> bool:
    """Whether the speaker has further parts after this one, which they may give away."""
    speaks = props.stage is Stage.SPEAK and props.talker == props.floor
    return speaks and props.chunk < props.chunks


def _own_words(props: SessionProps, name: str, *, ready: bool) -> str:
    if props.question:
        return translate("KeyBar", "Asked and answered")
    if props.stage in _SAYS_BACK:
        return translate("KeyBar", "I've said it back")
    if props.stage is not Stage.PAUSING:
        if _more_to_come(props):
            return translate("KeyBar", "Done, more later")
        return translate("KeyBar", "Done for now")
    if ready:
        return translate("KeyBar", "{name} waits, ready").format(name=name)
    return translate("KeyBar", "{name} is ready").format(name=name)


def hold_words(cap: str, *, briefly: bool = False) -> str:
    """How one partner agrees, or takes something back."""
    if not cap:
        return translate("KeyBar", "press here")
    if briefly:
        return translate("KeyBar", "hold {cap}").format(cap=cap)
    return translate("KeyBar", "hold {cap}, or press here").format(cap=cap)


def hold_both_words(*, by_keys: bool, alone: bool) -> str:
    """How both of them agree, or the one who sits there alone."""
    match by_keys, alone:
        case True, True:
            return translate("KeyBar", "Hold it for two seconds.")
        case True, False:
            return translate("KeyBar", "Hold both keys together for two seconds.")
        case _, True:
            return translate("KeyBar", "Press it, and leave it so for two seconds.")
        case _:
            return translate("KeyBar", "Press both, and leave them so for two seconds.")


def sound_words(*, on: bool) -> str:
    """What the key does to the tones."""
    return translate("KeyBar", "Mute") if on else translate("KeyBar", "Sound again")
