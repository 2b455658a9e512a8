"""What each likes to hold, and where they feel at ease: named once, shown in groundings alone."""

import logging

import pytest
from PySide6.QtCore import Qt

from coupleapp.application.export import everything
from coupleapp.domain.calm.comfort import COMFORT_MAX, Comfort
from coupleapp.domain.couple import Both, Seat
from tests.application.hands import write_protected

Key = Qt.Key
HOLD, PLACE = "What do you like to hold?", "Where do you feel at ease?"


@pytest.fixture
def page(house):
    house.turn_to("settings")
    house.click("Something to hold on to")
    assert house.app.props.page == "comfort"
    return house


def kept(house) -> Both[Comfort]:
    return house.store.couple.settings().comforts


def test_each_names_their_own_by_the_keyboard(page):
    page.focus_on("Maya names theirs")
    page.key(Key.Key_Return)
    page.focus_on(HOLD)
    page.type("  the grey stone. ")
    page.key(Key.Key_Return)
    page.focus_on(PLACE)
    page.type("the lake")
    page.key(Key.Key_Return)
    page.wait_for("Kept. It will be there when you need it.")
    assert kept(page) == Both(Comfort("the grey stone", "the lake"), Comfort())
    page.click("Tomas names theirs")
    assert page.find(HOLD).property("text") == ""
    page.paste(HOLD, "my watch")
    page.click("Keep it")
    assert kept(page) == Both(Comfort("the grey stone", "the lake"), Comfort("my watch"))


def test_empty_is_fine_and_takes_it_back(page):
    page.use.couples.name_comfort(Seat.LEFT, "the stone", "the lake")
    page.click("Maya names theirs")
    assert page.find(HOLD).property("text") == "the stone"
    page.paste(HOLD, "")
    page.paste(PLACE, " ")
    page.click("Keep it")
    assert kept(page) == Both(Comfort(), Comfort())


def test_what_is_too_long_stays_there_with_one_sentence(page):
    page.click("Maya names theirs")
    page.paste(HOLD, "x" * (COMFORT_MAX + 1))
    page.click("Keep it")
    page.wait_for("fit into a sentence")
    assert page.find(HOLD).property("text") == "x" * (COMFORT_MAX + 1)
    assert kept(page) == Both(Comfort(), Comfort())


def test_what_was_begun_is_there_again(page, build):
    page.click("Maya names theirs")
    page.paste(HOLD, "the grey st")
    page.turn_to("home")
    assert page.models.comfort_model.props.hold == ""
    again = build()
    again.turn_to("comfort")
    again.click("Maya names theirs")
    assert again.find(HOLD).property("text") == "the grey st"
    again.click("Cancel")
    again.click("Maya names theirs")
    assert again.find(HOLD).property("text") == ""


def test_a_disk_that_takes_nothing_takes_nothing_from_the_screen(page):
    page.click("Maya names theirs")
    page.paste(HOLD, "the grey stone")
    with write_protected(page.store):
        page.click("Keep it")
        page.wait_for("Nearer may not write")
    assert page.find(HOLD).property("text") == "the grey stone"
    page.click("Keep it")
    assert kept(page).left == Comfort("the grey stone")


def test_it_is_shown_nowhere_else(page, caplog):
    with caplog.at_level(logging.DEBUG):
        page.use.couples.name_comfort(Seat.LEFT, "marzipan", "marzipan")
        page.turn_to("comfort")
        assert not page.says("marzipan")
        page.click("Tomas names theirs")
        assert not page.says("marzipan")
    assert "marzipan" not in caplog.text
    assert "marzipan" not in repr(everything(page.store))
    assert not any(b"marzipan" in file.read_bytes() for file in page.store.folder.iterdir())
