"""Which keys are offered is a table: where a session stands, and what may be pressed there."""

from dataclasses import replace

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import pause_commands as pc
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.guided_session import turn_commands as tc
from coupleapp.domain.guided_session.turn_events import Heard
from coupleapp.domain.keys import KeyChoices, SessionKey, us_print
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.keys import (
    KeyAction,
    command,
    hold_both_words,
    hold_words,
    is_offered,
    keys_of,
    keys_of_both,
    meaning,
    sound_words,
)
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import Stage
from tests.ui.house import name_of

CAPS = {key: us_print(KeyChoices().place(key)) for key in SessionKey}
PAIR = SessionProps(left_name="Maya", right_name="Tomas", can_lighten=True)
SPEAKS = replace(PAIR, stage=Stage.SPEAK, floor=Whose.RIGHT, talker=Whose.RIGHT, chunks=3)
SAYS_BACK = replace(SPEAKS, stage=Stage.SAY_BACK, talker=Whose.LEFT)
PAUSES = replace(PAIR, stage=Stage.PAUSING)


def at(stage: Stage, **more) -> SessionProps:
    return replace(PAIR, stage=stage, **more)


# What is shown: the left partner's keys, those of both, the right partner's; from the edge inwards.
TABLE = [
    (SPEAKS, "D", "B L S Esc", "K J G"),
    (replace(SPEAKS, floor=Whose.LEFT, talker=Whose.LEFT), "D F G", "B L S Esc", "K"),
    (replace(SPEAKS, chunks=1, chunk=1), "D", "B L S Esc", "K J"),
    (replace(SPEAKS, chunk=3), "D", "B L S Esc", "K J"),
    (replace(SPEAKS, can_ask_thoughts=True), "D", "B L S Esc", "K J G T"),
    (SAYS_BACK, "D F", "B L S Esc", "K"),
    (replace(SAYS_BACK, can_ask_thoughts=True), "D F", "B L S Esc", "K T"),
    (replace(SAYS_BACK, loose=True), "D F A", "B L S Esc", "K"),
    (replace(SPEAKS, stage=Stage.RECAP), "D", "L S Esc", "K J"),
    (replace(SPEAKS, stage=Stage.CORE), "D", "B L S Esc", "K J"),
    (at(Stage.HEARD), "D", "B L S Esc", "K"),
    (at(Stage.AGREE), "D", "B S Esc", "K"),
    (at(Stage.LIGHTER), "D", "B S Esc", "K"),
    (at(Stage.BREATHE), "D", "L S Esc", "K"),
    (at(Stage.LAST_BREATH), "D", "L S Esc", "K"),
    (at(Stage.WRITE, alone=Whose.LEFT), "D", "B L S Esc", ""),
    (PAUSES, "F", "L S Esc", "J"),
    (replace(PAUSES, can_extend=True), "F", "M L S Esc", "J"),
    (replace(PAUSES, can_extend=True, can_lighten=False), "F", "M S Esc", "J"),
    (replace(PAUSES, alone=Whose.RIGHT), "", "L S Esc", "J"),
    (at(Stage.PAUSE_CHOICE), "", "L S Esc", ""),
    (at(Stage.BOOKING), "", "L S Esc", ""),
    (at(Stage.RETURNING), "", "S Esc", ""),
    (at(Stage.WAITING), "", "S Esc", ""),
    (at(Stage.HELD), "", "S Esc", ""),
    (at(Stage.ONE_BREATH), "D", "S Esc", "K"),
    (at(Stage.STOPPED), "", "", ""),
    (at(Stage.OVER), "", "", ""),
]
# Whatever may be allowed at once on a stage, and nothing of it.
MOST = dict.fromkeys(("loose", "can_ask_thoughts", "can_extend", "can_lighten"), True)
ANYWHERE = [
    SessionProps(stage=stage, floor=floor, talker=talker, chunks=3, **allowed)
    for stage in Stage
    for floor in Whose
    for talker in Whose
    for allowed in (MOST, {})
]
OFF = dict.fromkeys(SessionKey, "")


def rows_of(props, caps=CAPS) -> dict[Whose, list]:
    return {
        Whose.LEFT: keys_of(Whose.LEFT, props, caps),
        Whose.NOBODY: keys_of_both(props, caps, sound=True),
        Whose.RIGHT: keys_of(Whose.RIGHT, props, caps),
    }


def every_row(props, caps=CAPS) -> list:
    return [row for rows in rows_of(props, caps).values() for row in rows]


def caps(rows) -> str:
    return " ".join(row.keycap for row in rows if row.offered)


@pytest.mark.parametrize(("props", "left", "both", "right"), TABLE)
def test_what_is_offered(props, left, both, right):
    assert [caps(rows) for rows in rows_of(props).values()] == [left, both, right]


def test_the_quiet_row_has_four_things_at_most_and_always_the_way_out():
    for props in ANYWHERE:
        row = [key for key in rows_of(props)[Whose.NOBODY] if key.offered]
        assert len(row) <= 4, props
        if props.stage not in {Stage.NONE, Stage.STOPPED, Stage.OVER}:
            assert row[-1].asks is KeyAction.STOP, props


def test_every_key_has_a_cap_and_no_two_the_same():
    for props in ANYWHERE:
        shown = [row for row in every_row(props) if row.offered]
        caps = [row.keycap for row in shown]
        assert all(caps), props
        assert len(set(caps)) == len(caps), props
        assert [row.key_words for row in shown] == [f"Key {cap}" for cap in caps]


def test_what_only_the_speaker_may_ask_stands_on_their_side_alone():
    theirs = {KeyAction.GIVE_FLOOR, KeyAction.THOUGHTS}
    for props in ANYWHERE:
        for side, rows in rows_of(props).items():
            asked = {row.asks for row in rows if row.offered}
            assert side is props.floor or not asked & theirs, props


def test_switched_off_only_the_way_out_has_a_key():
    for props in ANYWHERE:
        caps = {row.keycap for row in every_row(props, OFF) if row.offered}
        assert caps <= {"", "Esc"}
    assert not rows_of(SPEAKS, OFF)[Whose.LEFT][0].key_words


@pytest.mark.parametrize(
    ("props", "words"),
    [
        (SPEAKS, "Done, more later"),
        (replace(SPEAKS, chunk=3), "Done for now"),
        (replace(SPEAKS, chunks=0), "Done for now"),
        (replace(SAYS_BACK, talker=Whose.RIGHT), "I've said it back"),
        (PAUSES, "Tomas is ready"),
        (replace(PAUSES, ready_right=True), "Tomas waits, ready"),
    ],
)
def test_one_s_own_key_says_what_it_does(props, words):
    own = next(row for row in rows_of(props)[Whose.RIGHT] if row.asks is KeyAction.OWN)
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
    spoken = [rows_of(SPEAKS)[seat][0].spoken for seat in (Whose.LEFT, Whose.RIGHT)]
    assert spoken == ["Pause, for Maya", "Pause, for Tomas"]


def test_the_way_out_leads_home_from_a_talk_that_waits():
    outs = [rows_of(at(stage))[Whose.NOBODY][-1] for stage in (Stage.WAITING, Stage.HEARD)]
    assert [out.words for out in outs] == ["Home", "Enough for today"]


def test_while_somebody_types_letters_are_letters_and_esc_is_none():
    assert {row.keycap for row in every_row(SPEAKS) if not row.letter} == {"Esc"}


@pytest.mark.parametrize("props", [row[0] for row in TABLE])
def test_the_keyboard_asks_for_what_the_bar_shows(props):
    """Where a key is shown it works; one's own key and the way out work anywhere."""
    keyboard = {cap: key for key, cap in CAPS.items()}
    for row in every_row(props):
        if row.offered:
            stops = row.asks is KeyAction.STOP
            assert stops or meaning(keyboard[row.keycap], props) == (row.asks, row.seat)
            assert is_offered(row.asks, props)
            # What the way out ends depends on more than the stage, and the sound is the app's.
            ours = row.asks in {KeyAction.STOP, KeyAction.SOUND}
            assert ours or command(row.asks, row.seat, props) is not None
    shown = {row.asks for row in every_row(props) if row.offered}
    always = {KeyAction.OWN, KeyAction.STOP}
    assert {one for one in KeyAction if is_offered(one, props)} - always == shown - always


@pytest.mark.parametrize(
    ("action", "seat", "props", "asked"),
    [
        (KeyAction.OWN, Whose.RIGHT, SPEAKS, tc.FinishTalk(Seat.RIGHT)),
        (KeyAction.OWN, Whose.LEFT, SAYS_BACK, tc.SayBack(Seat.LEFT)),
        (KeyAction.OWN, Whose.LEFT, at(Stage.HEARD), tc.CheckHeard(Seat.LEFT, Heard.THATS_IT)),
        (KeyAction.OWN, Whose.LEFT, at(Stage.MORE), None),
        (KeyAction.ANSWER, Whose.LEFT, SAYS_BACK, tc.SayBack(Seat.LEFT, answered=True)),
        (KeyAction.PAUSE, Whose.LEFT, SPEAKS, pc.AskPause(Seat.LEFT)),
        (KeyAction.GIVE_FLOOR, Whose.NOBODY, SPEAKS, tc.FinishTalk(Seat.RIGHT, gives_floor=True)),
        (KeyAction.THOUGHTS, Whose.NOBODY, SPEAKS, tc.AskThoughts(Seat.RIGHT)),
        (KeyAction.BREATH, Whose.NOBODY, SPEAKS, pc.TakeBreath()),
        (KeyAction.EXTEND, Whose.NOBODY, PAUSES, pc.ExtendPause()),
        (KeyAction.LIGHTER, Whose.NOBODY, SPEAKS, c.Lighten()),
        (KeyAction.STOP, Whose.NOBODY, SPEAKS, None),
        (KeyAction.SOUND, Whose.NOBODY, SPEAKS, None),
    ],
)
def test_what_a_key_asks_for(action, seat, props, asked):
    assert command(action, seat, props) == asked


def test_the_sound_key_says_what_it_does():
    assert (sound_words(on=True), sound_words(on=False)) == ("Mute", "Sound again")


@pytest.mark.parametrize(
    ("cap", "each", "briefly", "both", "alone"),
    [
        (
            "Ф",
            "hold Ф, or press here",
            "hold Ф",
            "Hold both keys together for two seconds.",
            "Hold it for two seconds.",
        ),
        (
            "",
            "press here",
            "press here",
            "Press both, and leave them so for two seconds.",
            "Press it, and leave it so for two seconds.",
        ),
    ],
)
def test_how_they_agree_with_keys_and_without(cap, each, briefly, both, alone):
    assert (hold_words(cap), hold_words(cap, briefly=True)) == (each, briefly)
    assert hold_both_words(by_keys=bool(cap), alone=False) == both
    assert hold_both_words(by_keys=bool(cap), alone=True) == alone
