"""The places on a keyboard: the same key under the same finger, whatever is printed there."""

from dataclasses import dataclass
from enum import StrEnum


class KeyPlace(StrEnum):
    """A key that types something, called as W3C's UI Events call it: after the US keyboard."""

    BACKQUOTE = "Backquote"
    DIGIT_1 = "Digit1"
    DIGIT_2 = "Digit2"
    DIGIT_3 = "Digit3"
    DIGIT_4 = "Digit4"
    DIGIT_5 = "Digit5"
    DIGIT_6 = "Digit6"
    DIGIT_7 = "Digit7"
    DIGIT_8 = "Digit8"
    DIGIT_9 = "Digit9"
    DIGIT_0 = "Digit0"
    MINUS = "Minus"
    EQUAL = "Equal"
    KEY_Q = "KeyQ"
    KEY_W = "KeyW"
    KEY_E = "KeyE"
    KEY_R = "KeyR"
    KEY_T = "KeyT"
    KEY_Y = "KeyY"
    KEY_U = "KeyU"
    KEY_I = "KeyI"
    KEY_O = "KeyO"
    KEY_P = "KeyP"
    BRACKET_LEFT = "BracketLeft"
    BRACKET_RIGHT = "BracketRight"
    KEY_A = "KeyA"
    KEY_S = "KeyS"
    KEY_D = "KeyD"
    KEY_F = "KeyF"
    KEY_G = "KeyG"
    KEY_H = "KeyH"
    KEY_J = "KeyJ"
    KEY_K = "KeyK"
    KEY_L = "KeyL"
    SEMICOLON = "Semicolon"
    QUOTE = "Quote"
    BACKSLASH = "Backslash"
    BESIDE_SHIFT = "IntlBackslash"
    KEY_Z = "KeyZ"
    KEY_X = "KeyX"
    KEY_C = "KeyC"
    KEY_V = "KeyV"
    KEY_B = "KeyB"
    KEY_N = "KeyN"
    KEY_M = "KeyM"
    COMMA = "Comma"
    PERIOD = "Period"
    SLASH = "Slash"
    NUMPAD_ADD = "NumpadAdd"


@dataclass(frozen=True, slots=True)
class Codes:
    """What systems call a place.

    Attributes:
        pc: The scan code of Windows (set 1). Linux counts alike, X11 and Wayland eight higher.
        mac: The virtual key code of macOS, ``kVK_ANSI_...`` in Apple's HIToolbox/Events.h.
        us: What a US keyboard prints there.
    """

    pc: int
    mac: int
    us: str


_CODES = {
    KeyPlace.BACKQUOTE: Codes(0x29, 0x32, "`"),
    KeyPlace.DIGIT_1: Codes(0x02, 0x12, "1"),
    KeyPlace.DIGIT_2: Codes(0x03, 0x13, "2"),
    KeyPlace.DIGIT_3: Codes(0x04, 0x14, "3"),
    KeyPlace.DIGIT_4: Codes(0x05, 0x15, "4"),
    KeyPlace.DIGIT_5: Codes(0x06, 0x17, "5"),
    KeyPlace.DIGIT_6: Codes(0x07, 0x16, "6"),
    KeyPlace.DIGIT_7: Codes(0x08, 0x1A, "7"),
    KeyPlace.DIGIT_8: Codes(0x09, 0x1C, "8"),
    KeyPlace.DIGIT_9: Codes(0x0A, 0x19, "9"),
    KeyPlace.DIGIT_0: Codes(0x0B, 0x1D, "0"),
    KeyPlace.MINUS: Codes(0x0C, 0x1B, "-"),
    KeyPlace.EQUAL: Codes(0x0D, 0x18, "="),
    KeyPlace.KEY_Q: Codes(0x10, 0x0C, "Q"),
    KeyPlace.KEY_W: Codes(0x11, 0x0D, "W"),
    KeyPlace.KEY_E: Codes(0x12, 0x0E, "E"),
    KeyPlace.KEY_R: Codes(0x13, 0x0F, "R"),
    KeyPlace.KEY_T: Codes(0x14, 0x11, "T"),
    KeyPlace.KEY_Y: Codes(0x15, 0x10, "Y"),
    KeyPlace.KEY_U: Codes(0x16, 0x20, "U"),
    KeyPlace.KEY_I: Codes(0x17, 0x22, "I"),
    KeyPlace.KEY_O: Codes(0x18, 0x1F, "O"),
    KeyPlace.KEY_P: Codes(0x19, 0x23, "P"),
    KeyPlace.BRACKET_LEFT: Codes(0x1A, 0x21, "["),
    KeyPlace.BRACKET_RIGHT: Codes(0x1B, 0x1E, "]"),
    KeyPlace.KEY_A: Codes(0x1E, 0x00, "A"),
    KeyPlace.KEY_S: Codes(0x1F, 0x01, "S"),
    KeyPlace.KEY_D: Codes(0x20, 0x02, "D"),
    KeyPlace.KEY_F: Codes(0x21, 0x03, "F"),
    KeyPlace.KEY_G: Codes(0x22, 0x05, "G"),
    KeyPlace.KEY_H: Codes(0x23, 0x04, "H"),
    KeyPlace.KEY_J: Codes(0x24, 0x26, "J"),
    KeyPlace.KEY_K: Codes(0x25, 0x28, "K"),
    KeyPlace.KEY_L: Codes(0x26, 0x25, "L"),
    KeyPlace.SEMICOLON: Codes(0x27, 0x29, ";"),
    KeyPlace.QUOTE: Codes(0x28, 0x27, "'"),
    KeyPlace.BACKSLASH: Codes(0x2B, 0x2A, "\\"),
    KeyPlace.BESIDE_SHIFT: Codes(0x56, 0x0A, "<"),
    KeyPlace.KEY_Z: Codes(0x2C, 0x06, "Z"),
    KeyPlace.KEY_X: Codes(0x2D, 0x07, "X"),
    KeyPlace.KEY_C: Codes(0x2E, 0x08, "C"),
    KeyPlace.KEY_V: Codes(0x2F, 0x09, "V"),
    KeyPlace.KEY_B: Codes(0x30, 0x0B, "B"),
    KeyPlace.KEY_N: Codes(0x31, 0x2D, "N"),
    KeyPlace.KEY_M: Codes(0x32, 0x2E, "M"),
    KeyPlace.COMMA: Codes(0x33, 0x2B, ","),
    KeyPlace.PERIOD: Codes(0x34, 0x2F, "."),
    KeyPlace.SLASH: Codes(0x35, 0x2C, "/"),
    KeyPlace.NUMPAD_ADD: Codes(0x4E, 0x45, "+"),
}

_BY_PC = {code.pc: place for place, code in _CODES.items()}
_BY_MAC = {code.mac: place for place, code in _CODES.items()}

FIGURES = tuple(KeyPlace(f"Digit{figure}") for figure in "123456789")
"""The places of 1 to 9: one of a few answers is given with them."""


def codes(place: KeyPlace) -> Codes:
    """What systems call this place."""
    return _CODES[place]


def at_pc_code(code: int) -> KeyPlace | None:
    """The place with this scan code, as Windows and Linux count; None for any other key."""
    return _BY_PC.get(code)


def at_mac_code(code: int) -> KeyPlace | None:
    """The place with this virtual key code of macOS; None for any other key."""
    return _BY_MAC.get(code)


def us_print(place: KeyPlace) -> str:
    """What a US keyboard prints there."""
    return _CODES[place].us
