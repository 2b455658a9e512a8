"""The same finger on the same key, whatever system counts it."""

import pytest

from coupleapp.domain.keys import FIGURES, KeyPlace, at_mac_code, at_pc_code, codes, us_print


def test_each_system_has_one_code_for_each_place():
    for found, told in ((at_pc_code, "pc"), (at_mac_code, "mac")):
        numbers = [getattr(codes(place), told) for place in KeyPlace]
        assert len(set(numbers)) == len(KeyPlace)
        assert [found(number) for number in numbers] == list(KeyPlace)


# As Linux' input-event-codes.h (KEY_F, ...) and Apple's Events.h (kVK_ANSI_F, ...) have them.
@pytest.mark.parametrize(
    ("place", "pc", "mac"),
    [
        (KeyPlace.KEY_F, 33, 0x03),
        (KeyPlace.KEY_J, 36, 0x26),
        (KeyPlace.KEY_D, 32, 0x02),
        (KeyPlace.KEY_K, 37, 0x28),
        (KeyPlace.KEY_A, 30, 0x00),
        (KeyPlace.KEY_G, 34, 0x05),
        (KeyPlace.KEY_T, 20, 0x11),
        (KeyPlace.KEY_B, 48, 0x0B),
        (KeyPlace.KEY_L, 38, 0x25),
        (KeyPlace.KEY_M, 50, 0x2E),
        (KeyPlace.KEY_S, 31, 0x01),
        (KeyPlace.SEMICOLON, 39, 0x29),
        (KeyPlace.NUMPAD_ADD, 78, 0x45),
    ],
)
def test_the_codes_of_the_systems(place, pc, mac):
    assert (at_pc_code(pc), at_mac_code(mac)) == (place, place)


def test_a_key_that_is_no_place():
    assert at_pc_code(57) is None  # Space
    assert at_mac_code(0x35) is None  # Esc


def test_figures_are_nine_in_their_order():
    assert "".join(map(us_print, FIGURES)) == "123456789"
