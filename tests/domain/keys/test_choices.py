"""Every key of a talk has a place of its own, and the couple may choose it."""

from dataclasses import replace

import pytest

from coupleapp.domain.keys import KeyChoices, KeyFault, KeyPlace, KeyRefused, SessionKey

FIRST = KeyChoices()


def test_at_first_the_own_keys_have_bumps_and_the_pauses_lie_beside_them():
    first = [FIRST.place(key).value[-1] for key in SessionKey]
    assert "".join(first) == "FJDKGTABLMS"
    assert FIRST.on
    assert not FIRST.moved_any


@pytest.mark.parametrize("key", SessionKey)
def test_a_key_moves_to_a_free_place_and_back(key):
    moved = FIRST.moved(key, KeyPlace.SEMICOLON)
    assert moved.place(key) is KeyPlace.SEMICOLON
    assert moved.key_at(KeyPlace.SEMICOLON) is key
    assert moved.key_at(FIRST.place(key)) is None
    assert moved.moved_any
    assert moved.as_they_were() == FIRST
    assert moved.moved(key, FIRST.place(key)) == FIRST


def test_putting_them_back_does_not_switch_them_on():
    off = replace(FIRST, on=False).moved(SessionKey.SOUND, KeyPlace.KEY_Q)
    assert off.as_they_were() == replace(FIRST, on=False)
    assert not off.as_they_were().moved_any


def test_a_key_may_be_where_it_is():
    assert FIRST.moved(SessionKey.OWN_LEFT, KeyPlace.KEY_F) == FIRST


@pytest.mark.parametrize(
    ("place", "fault", "by"),
    [
        (KeyPlace.KEY_K, KeyFault.TAKEN, SessionKey.PAUSE_RIGHT),
        (KeyPlace.DIGIT_2, KeyFault.UNUSABLE, None),
        (KeyPlace.DIGIT_0, KeyFault.UNUSABLE, None),
        (KeyPlace.NUMPAD_ADD, KeyFault.UNUSABLE, None),
        (None, KeyFault.UNUSABLE, None),
    ],
)
def test_a_place_that_cannot_be_taken(place, fault, by):
    with pytest.raises(KeyRefused) as refused:
        FIRST.moved(SessionKey.PAUSE_LEFT, place)
    assert (refused.value.fault, refused.value.by) == (fault, by)


def test_the_plus_of_the_number_pad_is_more_time_wherever_that_key_is():
    moved = FIRST.moved(SessionKey.EXTEND, KeyPlace.KEY_P)
    for keys in (FIRST, moved):
        assert keys.key_at(KeyPlace.NUMPAD_ADD) is SessionKey.EXTEND


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"own_left": KeyPlace.KEY_J}, KeyFault.TAKEN),
        ({"sound": KeyPlace.KEY_M}, KeyFault.TAKEN),
        ({"breath": KeyPlace.DIGIT_1}, KeyFault.UNUSABLE),
        ({"extend": KeyPlace.NUMPAD_ADD}, KeyFault.UNUSABLE),
    ],
)
def test_two_keys_in_one_place_cannot_be(wrong, fault):
    with pytest.raises(KeyRefused) as refused:
        KeyChoices(**wrong)
    assert refused.value.fault is fault
