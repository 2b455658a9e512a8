"""Which keys are offered is a table: where a session stands, and what may be pressed there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.keys import (
    KeyAction,
    command,
    is_offered,
    keys_of,
    keys_of_both,
    meaning,
    sound_label,
    sound_words,
)
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import Stage
from tests.ui.house import name_of

Key = Qt.Key
PAIR = SessionProps(left_name="Maya", right_name="Tomas", can_lighten=True)
SPEAKS = replace(PAIR, stage=Stage.SPEAK, floor=Whose.RIGHT, talker=Whose.RIGHT, chunks=3)
SAYS_BACK = replace(SPEAKS, stage=Stage.SAY_BACK, talker=Whose.LEFT)
PAUSES = replace(PAIR, stage=Stage.PAUSING)


def at(stage: Stage, **more) -> SessionProps:
    return replace(PAIR, stage=stage, **more)


# What is shown: the left partner's keys, those of both, the right partner's.
TABLE = [
    (SPEAKS, "D", "G B L Esc", "J K"),
    (replace(SPEAKS, chunks=1), "D", "B L Esc", "J K"),
    (replace(SPEAKS, can_ask_thoughts=True), "D", "G T B L Esc", "J K"),
    (SAYS_BACK, "F D", "B L Esc", "K"),
    (replace(SAYS_BACK, loose=True), "F A D", "B L Esc", "K"),
    (replace(SPEAKS, stage=Stage.RECAP), "D", "L Esc", "J K"),
    (replace(SPEAKS, stage=Stage.CORE), "D", "B L Esc", "J K"),
    (at(Stage.HEARD), "D", "B L Esc", "K"),
    (at(Stage.AGREE), "D", "B Esc", "K"),
    (at(Stage.LIGHTER), "D", "B Esc", "K"),
    (at(Stage.BREATHE), "D", "L Esc", "K"),
    (at(Stage.LAST_BREATH), "D", "L Esc", "K"),
    (at(Stage.WRITE, alone=Whose.LEFT), "D", "B L Esc", ""),
    (PAUSES, "F", "L Esc", "J"),
    (replace(PAUSES, can_extend=True, can_lighten=False), "F", "+ Esc", "J"),
    (replace(PAUSES, alone=Whose.RIGHT), "", "L Esc", "J"),
    (at(Stage.PAUSE_CHOICE), "", "L Esc", ""),
    (at(Stage.BOOKING), "", "L Esc", ""),
    (at(Stage.RETURNING), "", "Esc", ""),
    (at(Stage.WAITING), "", "Esc", ""),
    (at(Stage.HELD), "", "Esc", ""),
    (at(Stage.ONE_BREATH), "", "Esc", ""),
    (at(Stage.OVER), "", "", ""),
]


def caps(rows) -> str:
    return " ".join(row.keycap for row in rows if row.offered)


@pytest.mark.parametrize(("props", "left", "both", "right"), TABLE)
def test_what_is_offered(props, left, both, right):
    shown = keys_of(Whose.LEFT, props), keys_of_both(props), keys_of(Whose.RIGHT, props)
    assert tuple(map(caps, shown)) == (left, both, right)


@pytest.mark.parametrize(
    ("props", "words"),
    [
        (SPEAKS, "I'm done for now"),
        (replace(SAYS_BACK, talker=Whose.RIGHT), "I have said it back"),
        (PAUSES, "Tomas is ready"),
        (replace(PAUSES, ready_right=True), "Tomas waits, ready"),
    ],
)
def test_one_s_own_key_says_what_it_does(props, words):
    own = keys_of(Whose.RIGHT, props)[0]
    assert (own.words, own.spoken, own.seat) == (words, words, Whose.RIGHT)
    assert own.enabled is not props.ready_right


def test_who_waits_ready_presses_nothing_more(house):
    house.sit_down_until("theme_talk", s.Talking)
    house.session.pressKey("pause", "left")
    house.click("Begin the pause")
    house.click("Tomas is ready")
    (waits,) = [found for found in house.controls() if name_of(found) == "Tomas waits, ready"]
    assert waits.state().disabled
    assert not waits.state().focusable
    assert not waits.object().isEnabled()
    house.tab_to("Maya is ready")


def test_both_pauses_are_told_apart_by_ear():
    spoken = [keys_of(seat, SPEAKS)[2].spoken for seat in (Whose.LEFT, Whose.RIGHT)]
    assert spoken == ["Pause, for Maya", "Pause, for Tomas"]


def test_the_way_out_leads_home_from_a_talk_that_waits():
    words = [keys_of_both(at(stage))[-1].words for stage in (Stage.WAITING, Stage.HEARD)]
    assert words == ["Home", "Enough for today"]


def test_while_somebody_types_letters_are_letters_and_nothing_else_is():
    letters = {row.keycap for row in keys_of_both(SPEAKS) if row.letter}
    assert letters == {"G", "T", "B", "L"}


@pytest.mark.parametrize("props", [row[0] for row in TABLE])
def test_the_keyboard_asks_for_what_the_bar_shows(props):
    """Where a key is shown it works; one's own key and the way out work anywhere."""
    keyboard = {
        "F": Key.Key_F, "J": Key.Key_J, "D": Key.Key_D, "K": Key.Key_K, "A": Key.Key_A,
        "B": Key.Key_B, "G": Key.Key_G, "T": Key.Key_T, "L": Key.Key_L, "+": Key.Key_Plus,
        "Esc": Key.Key_Escape,
    }  # fmt: skip
    rows = [*keys_of(Whose.LEFT, props), *keys_of_both(props), *keys_of(Whose.RIGHT, props)]
    for row in rows:
        if row.offered:
            assert meaning(keyboard[row.keycap], props) == (row.asks, row.seat)
            assert is_offered(row.asks, props)
            # What the way out ends depends on more than the stage.
            assert row.asks is KeyAction.STOP or command(row.asks, row.seat, props) is not None
    shown = {row.asks for row in rows if row.offered}
    always = {KeyAction.OWN, KeyAction.STOP}
    assert {one for one in KeyAction if is_offered(one, props)} - always == shown - always


def test_other_keys_mean_nothing():
    assert meaning(Key.Key_Q, SPEAKS) is None


@pytest.mark.parametrize(
    ("action", "seat", "props", "asked"),
    [
        (KeyAction.OWN, Whose.RIGHT, SPEAKS, tc.FinishTalk(Seat.RIGHT)),
        (KeyAction.OWN, Whose.LEFT, SAYS_BACK, tc.SayBack(Seat.LEFT)),
        (KeyAction.OWN, Whose.LEFT, at(Stage.HEARD), None),
        (KeyAction.ANSWER, Whose.LEFT, SAYS_BACK, tc.SayBack(Seat.LEFT, answered=True)),
        (KeyAction.PAUSE, Whose.LEFT, SPEAKS, pc.AskPause(Seat.LEFT)),
        (KeyAction.GIVE_FLOOR, Whose.NOBODY, SPEAKS, tc.FinishTalk(Seat.RIGHT, gives_floor=True)),
        (KeyAction.THOUGHTS, Whose.NOBODY, SPEAKS, tc.AskThoughts(Seat.RIGHT)),
        (KeyAction.BREATH, Whose.NOBODY, SPEAKS, pc.TakeBreath()),
        (KeyAction.EXTEND, Whose.NOBODY, PAUSES, pc.ExtendPause()),
        (KeyAction.LIGHTER, Whose.NOBODY, SPEAKS, c.Lighten()),
        (KeyAction.STOP, Whose.NOBODY, SPEAKS, None),
    ],
)
def test_what_a_key_asks_for(action, seat, props, asked):
    assert command(action, seat, props) == asked


def test_the_sound_says_when_it_is_off():
    assert (sound_words(on=True), sound_label(on=True)) == ("Sound is on", "")
    assert (sound_words(on=False), sound_label(on=False)) == ("Sound is off", "off")
