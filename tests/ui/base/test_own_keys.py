"""The keys with which both say yes outside a talk are those of a talk."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible

from coupleapp.domain.couple import Seat
from coupleapp.domain.keys import KeyChoices, KeyPlace, SessionKey
from tests.ui.base.strokes import press_at
from tests.ui.plans.test_plans_page import propose, rituals

YES = "Maya says yes: Tea on the stairs"


def asked(house, keys=None):
    if keys is not None:
        house.use.couples.choose(replace(house.use.couples.settings, keys=keys))
    propose(house)
    house.tab_to(YES)
    return house


def cap(house) -> str:
    found = QAccessible.queryAccessibleInterface(house.find(YES))
    return found.text(QAccessible.Text.Description)


@pytest.mark.parametrize("letter", ["ф", "α", "ש", "u"])
def test_the_same_place_whatever_is_printed_there(house, letter):
    asked(house)
    press_at(house.frame, KeyPlace("KeyF"), letter)
    assert rituals(house) == {"Tea on the stairs": {Seat.LEFT}}


def test_where_it_was_moved(house):
    asked(house, KeyChoices().moved(SessionKey.OWN_LEFT, KeyPlace("KeyQ")))
    assert cap(house) == "Key Q"
    press_at(house.frame, KeyPlace("KeyF"), "f")
    assert rituals(house) == {"Tea on the stairs": set()}
    press_at(house.frame, KeyPlace("KeyQ"), "q")
    assert rituals(house) == {"Tea on the stairs": {Seat.LEFT}}


def test_switched_off(house):
    asked(house, KeyChoices(on=False))
    assert cap(house) == ""
    press_at(house.frame, KeyPlace("KeyF"), "f")
    assert rituals(house) == {"Tea on the stairs": set()}
    house.click(YES)
    assert rituals(house) == {"Tea on the stairs": {Seat.LEFT}}
