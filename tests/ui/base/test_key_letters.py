"""What is printed on a key: as the system says, as it types, or as on a US keyboard."""

import pytest
from PySide6.QtTest import QSignalSpy

from coupleapp.domain.keys import KeyPlace, us_print
from coupleapp.ui.base.key_letters import KeyLetters
from tests.ui.base.strokes import stroke

A, F, D = KeyPlace.KEY_A, KeyPlace.KEY_F, KeyPlace.KEY_D
RUSSIAN = {F: "а", D: "в"}
GREEK = {F: "φ", D: "δ"}


class System:
    says: dict[KeyPlace, str]

    def __init__(self) -> None:
        self.says = {}

    def __call__(self):
        return self.says


@pytest.fixture
def system():
    return System()


@pytest.fixture
def letters(system, qapp):
    return KeyLetters(system)


def test_where_nobody_can_tell_it_is_as_in_the_us(letters):
    letters.look_again()
    assert [letters.printed(place) for place in KeyPlace] == [us_print(place) for place in KeyPlace]


def test_the_system_is_asked_again_and_tells_only_what_is_new(letters, system):
    changes = QSignalSpy(letters.changed)
    system.says = RUSSIAN
    assert letters.printed(F) == "F"
    letters.look_again()
    assert (letters.printed(F), letters.printed(D), letters.printed(A)) == ("А", "В", "A")
    letters.look_again()
    assert changes.count() == 1


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("q", "Q"),
        ("Q", "Q"),
        ("ф", "Ф"),
        ("σ", "Σ"),
        ("ש", "ש"),
        ("ﻻ", "ﻻ"),
        ("ß", "ß"),
        ("ა", "ა"),
    ],
)
def test_a_key_teaches_what_stands_on_it(letters, typed, printed):
    letters.learn(stroke(A, typed))
    assert letters.printed(A) == printed


@pytest.mark.parametrize(
    "teaches_nothing",
    [
        stroke(None, "q"),
        stroke(A, "", key=0x01001250),  # a dead key
        stroke(A, "Q", plain=False),
        stroke(KeyPlace.NUMPAD_ADD, "="),
    ],
)
def test_what_teaches_nothing(letters, teaches_nothing):
    changes = QSignalSpy(letters.changed)
    letters.learn(teaches_nothing)
    assert changes.count() == 0
    assert [letters.printed(place) for place in KeyPlace] == [us_print(place) for place in KeyPlace]


def test_another_letter_than_the_system_said_lets_it_be_asked_again(letters, system):
    system.says = RUSSIAN
    letters.look_again()
    system.says = GREEK
    letters.learn(stroke(D, "δ"))
    assert (letters.printed(D), letters.printed(F)) == ("Δ", "Φ")


def test_where_the_system_does_not_tell_another_layout_is_learned_anew(letters):
    """As on Wayland, key by key."""
    letters.learn(stroke(F, "а"))
    letters.learn(stroke(D, "в"))
    assert (letters.printed(F), letters.printed(D)) == ("А", "В")
    letters.learn(stroke(D, "δ"))
    # What stood on the others is not known any more.
    assert (letters.printed(F), letters.printed(D)) == ("F", "Δ")


def test_what_was_learned_goes_when_the_system_tells_of_another_layout(letters, system):
    letters.learn(stroke(F, "а"))
    system.says = GREEK
    letters.look_again()
    assert letters.printed(F) == "Φ"


def test_what_a_program_types_is_where_it_is_printed(letters, system):
    """A screen keyboard, or a voice, knows letters and no places."""
    system.says = {A: "q", KeyPlace.KEY_Q: "a"}
    letters.look_again()
    assert letters.place(stroke(None, "Q")) is A
    assert letters.place(stroke(None, "a")) is KeyPlace.KEY_Q
    assert letters.place(stroke(None, "ж")) is None
    assert letters.place(stroke(None, "", key=0x01000001)) is None
    assert letters.place(stroke(F, "q")) is F
