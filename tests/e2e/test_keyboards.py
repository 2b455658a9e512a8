"""The same finger does the same on every keyboard, and sees the letter that is printed there."""

import pytest

from tests.e2e import couple
from tests.e2e.atspi import until

pytestmark = pytest.mark.e2e

# Keycodes, as X11 counts: where a US keyboard prints these.
D, F, J, K, L, M = "40", "41", "44", "45", "46", "58"
# What is printed at the places of D, K and B.
LAYOUTS = {
    ("fr",): "DKB",
    ("us", "-variant", "dvorak"): "ETX",
    ("ru",): "ВЛИ",
    ("gr",): "ΔΚΒ",
    ("il",): "גלנ",
    ("ara",): "ينﻻ",
    ("us",): "DKB",
}


@pytest.fixture
def keyboard(desk):
    yield desk
    desk.layout("us")


def caps(app, *names: str) -> list[str]:
    return [app.screen.wait_for(name).description.removeprefix("Key ") for name in names]


def see(app, name: str, cap: str) -> None:
    until(lambda: caps(app, name) == [cap], lambda: f"{cap} on {name!r}: {caps(app, name)}")


def test_every_layout_has_the_same_keys_in_the_same_places(start, keyboard):
    app = start()
    couple.first_run(app)
    app.screen.press("Sit down together")
    app.screen.wait_for("Shall we?")
    for layout, (d, k, b) in LAYOUTS.items():
        keyboard.layout(*layout)
        # It means nothing here, and tells that the layout is another one.
        keyboard.keys(M)
        for key, name, cap in ((D, "Pause, for Maya", d), (K, "Pause, for Tomas", k)):
            see(app, name, cap)
            keyboard.keys(key)
            app.screen.wait_for("A pause for both of you")
            app.screen.press("No pause after all")
        assert caps(app, "One breath") == [b]
    keyboard.layout("ru")
    with keyboard.holding(F, J):
        app.screen.wait_for("This is for Maya alone")
    couple.both_are_calm(app)
    couple.breathe_and_read(app)
    app.screen.wait_for("Done for now")
    assert caps(app, "Done for now", "Lighter") == ["О", "Д"]
    keyboard.keys(J)
    app.screen.wait_for("What did you hear?")
    keyboard.keys(F)
    app.screen.wait_for("was that it?")
    # Control and the key that prints an L elsewhere; there is no Latin letter on this one.
    with keyboard.holding("Control_L"):
        keyboard.keys(L)
    app.screen.wait_for("Open our notebook")


def test_what_is_printed_is_known_before_a_key_is_pressed(start, keyboard):
    keyboard.layout("us", "-variant", "dvorak")
    app = start()
    couple.first_run(app)
    app.screen.press("Sit down together")
    app.screen.wait_for("Shall we?")
    assert caps(app, "Pause, for Maya", "Pause, for Tomas") == ["E", "T"]


def test_a_key_pressed_twice_takes_one_step(start, desk):
    app = start()
    couple.first_run(app)
    app.screen.press("Sit down together")
    couple.agree(app)
    couple.both_are_calm(app)
    app.screen.wait_for("Back to normal breathing")
    desk.twice("space")
    app.screen.wait_for("please read this aloud")
    app.screen.stays_without("speaks", 1.0)
    desk.keys("space")
    app.screen.wait_for("speaks")
