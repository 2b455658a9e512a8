"""The first minute: any name is welcome, and nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt

from coupleapp.domain.couple import NAME_MAX
from coupleapp.ui.base.isolation import isolated
from tests.application.hands import write_protected
from tests.ui.house import inside

LEFT, RIGHT, EVENING = "On the left sits", "On the right sits", "Evening time"


@pytest.fixture
def form(new_house):
    new_house.wait_for("Good to see you both")
    return new_house


def go_on(house):
    house.click("Go on")
    house.click("We have both read this")


def with_names(house):
    house.paste(LEFT, "Maya")
    house.paste(RIGHT, "Tomas")
    house.click("Go on")
    house.wait_for("Before you begin")


def test_the_names_come_first_and_then_what_nearer_is_not(form):
    assert form.focused_name() == LEFT
    assert not form.says("not therapy")
    with_names(form)
    assert form.says("not therapy and not an emergency service")
    assert form.store.couple.couple() is None, "nothing is begun before it is read"
    form.tab_to("We have both read this", most=3)
    form.key(Qt.Key.Key_Return)
    form.wait_for("Good evening, Maya and Tomas")


def test_the_names_can_be_gone_back_to(form):
    with_names(form)
    form.click("Back to the names")
    assert form.focused_name() == LEFT
    assert form.find(LEFT).property("text") == "Maya"


def test_a_breath_can_be_had_before_anything_is_asked(form):
    form.click("One breath first")
    form.focus_on("That was good. Go on")
    assert not form.says("Good to see you both")
    form.key(Qt.Key.Key_Return)
    form.focus_on(LEFT)


@pytest.mark.parametrize(
    ("size", "scale"), [((1100, 760), 1.0), ((800, 600), 1.0), ((800, 600), 2.0)]
)
def test_the_way_on_is_in_sight_however_long_the_text_is(new_house, size, scale):
    new_house.windows.look("dark", scale, reduced_motion=True)
    new_house.frame.resize(*size)
    new_house.qtbot.waitUntil(lambda: new_house.shell.width() == size[0])
    new_house.settle()
    with_names(new_house)
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
    go_on(form)
    clean = left.replace("\u202e", "").strip()
    form.wait_for(f"Good evening, {isolated(clean)} and {isolated(right)}")
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
    form.click("Go on")
    assert form.says(sentence)
    assert (form.find(LEFT).property("text"), form.find(RIGHT).property("text")) == (left, right)
    assert form.store.couple.couple() is None
    form.paste(LEFT, "Ida")
    form.paste(RIGHT, "Noa")
    go_on(form)
    form.wait_for("Good evening, Ida and Noa")


def test_a_time_that_cannot_be_read_is_explained(form):
    form.paste(LEFT, "Maya")
    form.paste(RIGHT, "Tomas")
    form.paste(EVENING, "after supper")
    form.click("Go on")
    assert form.says("Write it like 21:30")
    form.click("Ask us in the evening, at")
    go_on(form)
    form.wait_for("A quiet moment, whenever you like.")
    assert form.store.couple.settings().evening is None


def test_letters_typed_survive_a_crash(form, build):
    form.find(LEFT).forceActiveFocus()
    form.type("Maya fjdk")
    form.key(Qt.Key.Key_Return)
    form.type("To")
    again = build()
    again.wait_for("Good to see you both")
    assert again.find(LEFT).property("text") == "Maya fjdk"
    assert again.find(RIGHT).property("text") == "To"


def test_the_keyboard_alone_is_enough(new_house):
    new_house.focus_on(LEFT)
    new_house.type("Maya")
    new_house.key(Qt.Key.Key_Tab)
    new_house.type("Tomas")
    new_house.tab_to("Go on")
    new_house.key(Qt.Key.Key_Return)
    new_house.tab_to("We have both read this")
    new_house.key(Qt.Key.Key_Return)
    new_house.wait_for("Good evening, Maya and Tomas")
    assert new_house.focused_name() == "Sit down together"


def test_what_cannot_be_kept_stays_on_the_screen(form):
    with_names(form)
    with write_protected(form.store):
        form.click("We have both read this")
        assert form.says("may not write to its folder")
    form.click("Back to the names")
    assert form.find(LEFT).property("text") == "Maya"
    go_on(form)
    form.wait_for("Good evening, Maya and Tomas")
