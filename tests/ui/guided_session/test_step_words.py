"""Which sentence stands on a step is read from its snapshot."""

from dataclasses import replace

import pytest

from coupleapp.domain.guided_session.events import Ending
from coupleapp.domain.guided_session.turn_events import Wish
from coupleapp.ui.base.seats import Whose
from coupleapp.ui.guided_session.snapshot import SessionProps
from coupleapp.ui.guided_session.stage import Stage
from coupleapp.ui.guided_session.step_words import step_words

PAIR = SessionProps(
    left_name="Maya",
    right_name="Tomas",
    asked_name="Maya",
    other_name="Tomas",
    title="The question",
    cue="Nod.",
    countdown="1:00",
    back_at="20:30",
)
SPEAKS = replace(PAIR, stage=Stage.SPEAK, talker=Whose.RIGHT, chunk=2, chunks=3)
SAYS_BACK = replace(SPEAKS, stage=Stage.SAY_BACK)


def at(stage: Stage, **more) -> SessionProps:
    return replace(PAIR, stage=stage, **more)


@pytest.mark.parametrize(
    ("props", "heading"),
    [
        (at(Stage.READINESS), "Maya"),
        (at(Stage.COMPOSE), "The question"),
        (at(Stage.PAUSING), "A pause for both of you"),
        (at(Stage.PAUSE_CHOICE, alone=Whose.LEFT), "A pause"),
        (at(Stage.MATTERED), "Maya, what did you hear that mattered?"),
        (at(Stage.SMALL_WIN), "Maya, what did Tomas do well just now?"),
        (at(Stage.APPRECIATE), "Maya, one thing you appreciate about Tomas"),
        (at(Stage.NOTEBOOK), "Maya, a sentence or two for the notebook?"),
        (at(Stage.KEEP), "The question"),
        (at(Stage.OVER, ending=Ending.STOPPED), "Enough for today"),
        (at(Stage.OVER, ending=Ending.ANOTHER_TIME), "Another time, then"),
        (at(Stage.OVER, ending=Ending.FINISHED, talked=True), "You both stayed."),
        (
            at(Stage.OVER, ending=Ending.FINISHED, light=True, talked=True),
            "You both stayed.",
        ),
        (
            at(Stage.OVER, ending=Ending.FINISHED, light=True),
            "You were quiet together. That counts.",
        ),
        (
            at(Stage.OVER, ending=Ending.FINISHED, light=True, alone=Whose.LEFT),
            "You took this time for the two of you",
        ),
    ],
)
def test_what_stands_large(props, heading):
    assert step_words(props).heading == heading


@pytest.mark.parametrize(
    ("props", "doing"),
    [
        (SPEAKS, "speaks"),
        (SAYS_BACK, "says it back"),
        (replace(SPEAKS, in_grace=True), "finish your sentence"),
        (replace(SPEAKS, types=True), "Tomas writes"),
        (replace(SPEAKS, types=True, in_grace=True), "Tomas, finish your sentence"),
    ],
)
def test_what_the_one_who_talks_is_about(props, doing):
    assert step_words(props).doing == doing


@pytest.mark.parametrize(
    ("props", "wished", "listening"),
    [
        (SPEAKS, "", "Nod."),
        (replace(SPEAKS, wish=Wish.LISTEN), "Just listen.", "Nod."),
        (replace(SPEAKS, wish=Wish.COMFORT), "Comfort is wished for.", "Nod."),
        (replace(SPEAKS, wish=Wish.IDEAS), "Ideas are welcome.", "Nod."),
        (at(Stage.RECAP, wish=Wish.LISTEN), "", "Just listen."),
        (
            replace(SAYS_BACK, loose=True, wish=Wish.IDEAS),
            "",
            "You keep the floor. Afterwards you say whether that was it.",
        ),
        (
            replace(SAYS_BACK, repair=1),
            "",
            "Add what was missing, in a few words. Then let it be said back again.",
        ),
    ],
)
def test_what_is_wished_and_what_the_listener_may_do(props, wished, listening):
    words = step_words(props)
    assert (words.wished, words.listening) == (wished, listening)


@pytest.mark.parametrize(
    ("props", "part"),
    [
        (SPEAKS, "part 2 of 3"),
        (replace(SPEAKS, chunks=1), ""),
        (SAYS_BACK, ""),
        (replace(SPEAKS, types=True), "part 2 of 3 · Ctrl+Return when you are done"),
        (replace(SAYS_BACK, types=True), "Ctrl+Return when you are done"),
    ],
)
def test_which_part_it_is(props, part):
    assert step_words(props).part_words == part


@pytest.mark.parametrize(
    ("props", "time"),
    [
        (at(Stage.WRITE), "1:00 left"),
        (at(Stage.WRITE, countdown=""), ""),
        (at(Stage.WRITE, in_grace=True), "That was the time. Take as long as you need to end."),
        (at(Stage.LISTS, in_grace=True), "That was the time. There is no hurry to end."),
    ],
)
def test_how_much_time_is_left_to_write(props, time):
    assert step_words(props).time_words == time


def test_a_screen_reader_does_not_hear_every_second_of_a_breath():
    words = step_words(at(Stage.BREATHE))
    assert words.hint == words.spoken_hint + " 1:00 left."


@pytest.mark.parametrize(
    ("stage", "keep", "leave"),
    [
        (Stage.SMALL_WIN, "Give it", "Not this time"),
        (Stage.NOTEBOOK, "Keep this line", "Nothing today"),
        (Stage.MATTERED, "Keep this line", "Saying it was enough"),
    ],
)
def test_what_becomes_of_a_line(stage, keep, leave):
    words = step_words(at(stage))
    assert (words.keep_words, words.leave_words) == (keep, leave)


def test_when_they_are_back():
    assert step_words(at(Stage.PAUSING)).back_words == "Back together at 20:30"
    assert step_words(at(Stage.PAUSING, alone=Whose.LEFT)).back_words == "Back at 20:30"


def test_whoever_confirmed_is_seen():
    words = step_words(at(Stage.CONFIRM, confirmed_right=True))
    assert (words.left_yes, words.right_yes) == ("Maya: yes", "Tomas said yes")


@pytest.mark.parametrize(
    ("props", "left"),
    [
        ({"half_minutes_left": 3}, "1½ minutes at most"),
        ({"half_minutes_left": 4}, "2 minutes at most"),
        ({"half_minutes_left": 2}, "a minute at most"),
        ({"half_minutes_left": 1}, "half a minute at most"),
        ({"in_grace": True, "grace_s": 15}, "15 seconds at most"),
        ({"limit_ms": 0}, ""),
        ({"talks": False}, ""),
    ],
)
def test_how_long_a_turn_goes_on_is_told_quietly(props, left):
    speaks = replace(SPEAKS, talks=True, limit_ms=90_000)
    assert step_words(replace(speaks, **props)).about_left == left
