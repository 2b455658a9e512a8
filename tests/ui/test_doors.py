"""Five doors, one way up from everywhere, and nothing typed that is lost on the way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coupleapp.ui.base.navigation import (
    WITHOUT_NAVIGATION,
    PageName,
    above,
    doors,
    lit_on,
    way_up,
)

Key = Qt.Key
WITH_WAYS = [page for page in PageName if page not in WITHOUT_NAVIGATION]
CHILDREN = [page for page in WITH_WAYS if page not in doors()]


def test_every_page_is_behind_a_door():
    assert len(doors()) == 6
    for page in WITH_WAYS:
        assert lit_on(page) in doors()


@pytest.mark.parametrize("page", WITH_WAYS)
def test_every_way_up_ends_at_home(page):
    way = [page]
    while (up := above(way[-1])) is not None:
        assert up not in way
        way.append(up)
    assert way[-1] is PageName.HOME
    assert len(way) <= 4


def test_nothing_leads_up_out_of_what_fills_the_window():
    assert {above(page) for page in WITHOUT_NAVIGATION} == {None}


def by_escape(house):
    house.key(Key.Key_Escape)


def by_alt_left(house):
    QTest.keyClick(house.frame, Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def by_the_mouse(house):
    QTest.mouseClick(
        house.frame,
        Qt.MouseButton.BackButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(300, 300),
    )


@pytest.mark.parametrize("hand", [by_escape, by_alt_left, by_the_mouse])
@pytest.mark.parametrize("page", WITH_WAYS)
def test_one_level_up_from_everywhere(house, page, hand):
    house.turn_to(page)
    house.settle()
    hand(house)
    assert house.navigation.page is (above(page) or PageName.HOME)


@pytest.mark.parametrize("page", CHILDREN)
def test_the_way_at_the_top_says_where_it_leads(house, page):
    house.turn_to(page)
    house.settle()
    house.tab_to(f"Back to {way_up(page)}")
    house.key(Key.Key_Return)
    assert house.navigation.page is above(page)


@pytest.mark.parametrize("page", WITH_WAYS)
def test_its_door_is_lit(house, page):
    house.turn_to(page)
    assert house.app.props.lit is lit_on(page)


def a_name_is_typed(house):
    house.turn_to(PageName.SETTINGS)
    house.settle()
    house.paste("On the left sits", "Mira")
    house.settle()


@pytest.mark.parametrize("hand", [by_escape, by_alt_left, by_the_mouse])
def test_what_is_typed_and_not_kept_is_asked_about(house, hand):
    a_name_is_typed(house)
    hand(house)
    house.wait_for("What you typed here is not kept yet.")
    house.focus_on("Stay here")
    house.key(Key.Key_Return)
    assert house.navigation.page is PageName.SETTINGS
    assert house.find("On the left sits").property("text") == "Mira"


def test_escape_stays(house):
    a_name_is_typed(house)
    by_escape(house)
    house.focus_on("Stay here")
    by_escape(house)
    assert house.navigation.page is PageName.SETTINGS
    assert not house.app.props.leaving


def test_a_door_asks_too_and_leads_there_without_it(house):
    a_name_is_typed(house)
    house.click("Notebook")
    house.click("Leave without it")
    assert house.navigation.page is PageName.NOTEBOOK
    house.turn_to(PageName.SETTINGS)
    house.settle()
    assert house.find("On the left sits").property("text") != "Mira"


def test_what_is_kept_is_not_asked_about(house):
    a_name_is_typed(house)
    house.click("Keep the names")
    by_escape(house)
    assert house.navigation.page is PageName.HOME


def test_a_passphrase_that_is_half_typed_is_asked_about(house):
    house.turn_to(PageName.LOCK)
    house.settle()
    house.click("Choose a passphrase")
    house.settle()
    house.type("the blue")
    by_escape(house)
    house.wait_for("What you typed here is not kept yet.")
    house.focus_on("Stay here")
    house.click("Leave without it")
    assert house.navigation.page is PageName.SETTINGS
