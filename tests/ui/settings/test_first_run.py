"""The first minute: any name is welcome, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import NAME_MAX
from tests.application.hands import write_protected
from tests.ui.house import inside

LEFT, RIGHT, EVENING = "On the left sits", "On the right sits", "Evening time"


@pytest.fixture
def form(new_house):
    new_house.click("We have both read this")
    new_house.wait_for("Who sits where?")
    return new_house


def test_the_card_comes_first_and_gives_way_to_the_names(new_house):
    assert new_house.says("not therapy and not an emergency service")
    new_house.tab_to("We have both read this", most=2)
    new_house.key(Qt.Key.Key_Return)
    assert new_house.focused_name() == LEFT
    assert not new_house.says("not therapy")


@pytest.mark.parametrize(
    ("size", "scale"), [((1100, 760), 1.0), ((800, 600), 1.0), ((800, 600), 2.0)]
)
def test_the_way_on_is_in_sight_however_long_the_text_is(new_house, size, scale):
    new_house.windows.look("dark", scale, reduced_motion=True)
    new_house.frame.resize(*size)
    new_house.qtbot.waitUntil(lambda: new_house.shell.width() == size[0])
    new_house.settle()
    assert inside(new_house.find("We have both read this"), new_house.frame)
    assert new_house.says("choose another day")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Maya", "Tomas"),
        ("🦊", "👩‍👩‍👧"),
        ("מאיה", "طارق"),
        ("  Maya \u202e", "M" * NAME_MAX),
        ("<b>Maya</b>", "%1 & {name}"),
    ],
)
def test_any_name_is_shown_as_it_is(form, left, right):
    form.paste(LEFT, left)
    form.paste(RIGHT, right)
    form.click("Begin")
    clean = left.replace("\u202e", "").strip()
    form.wait_for(f"Good evening, {clean} and {right}")
    assert form.store.couple.couple().right == right
    form.click("Sit down together")
    assert form.says(f"{clean} agrees")
    assert form.says(f"{right} agrees")


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        ("", "", "write a name for each"),
        ("Maya", "  ", "write a name for each"),
        ("maya", "Maya", "Both names are the same"),
        ("Maya", "x" * 10_000, "too long to fit. Up to 40"),
    ],
)
def test_a_name_that_does_not_fit_is_explained_and_kept_in_its_field(form, left, right, sentence):
    form.paste(LEFT, left)
    form.paste(RIGHT, right)
    form.click("Begin")
    assert form.says(sentence)
    assert (form.find(LEFT).property("text"), form.find(RIGHT).property("text")) == (left, right)
    assert form.store.couple.couple() is None
    form.paste(LEFT, "Ida")
    form.paste(RIGHT, "Noa")
    form.click("Begin")
    form.wait_for("Good evening, Ida and Noa")


def test_a_time_that_cannot_be_read_is_explained(form):
    form.paste(LEFT, "Maya")
    form.paste(RIGHT, "Tomas")
    form.paste(EVENING, "after supper")
    form.click("Begin")
    assert form.says("Write it like 21:30")
    form.click("Ask us in the evening, at")
    form.click("Begin")
    form.wait_for("A quiet moment, whenever you like.")
    assert form.store.couple.settings().evening is None


def test_letters_typed_survive_a_crash(form, build):
    form.find(LEFT).forceActiveFocus()
    form.type("Maya fjdk")
    form.key(Qt.Key.Key_Return)
    form.type("To")
    again = build()
    again.click("We have both read this")
    assert again.find(LEFT).property("text") == "Maya fjdk"
    assert again.find(RIGHT).property("text") == "To"


def test_the_keyboard_alone_is_enough(new_house):
    new_house.tab_to("We have both read this")
    new_house.key(Qt.Key.Key_Space)
    new_house.type("Maya")
    new_house.key(Qt.Key.Key_Tab)
    new_house.type("Tomas")
    new_house.tab_to("Begin")
    new_house.key(Qt.Key.Key_Return)
    new_house.wait_for("Good evening, Maya and Tomas")
    assert new_house.focused_name() == "Sit down together"


def test_what_cannot_be_kept_stays_on_the_screen(form):
    form.paste(LEFT, "Maya")
    form.paste(RIGHT, "Tomas")
    with write_protected(form.store):
        form.click("Begin")
        assert form.says("may not write to its folder")
        assert form.find(LEFT).property("text") == "Maya"
    form.click("Begin")
    form.wait_for("Good evening, Maya and Tomas")
