"""No curtain stays open behind another page: no model holds what one has opened for themselves."""

from dataclasses import replace

import pytest

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.ui.programme import words
from tests.store.helpers import entry
from tests.ui.agreements.agreeing_hands import make, two_weeks_pass
from tests.ui.needs.test_needs_pages import everything_shown, write_lists

MINE = "a marzipan hour"


class Awake:
    """A screen that never goes dark."""

    def hold(self):
        return True

    def release(self):
        pass


def my_wish(house):
    house.turn_to("programme")
    house.models.depth_model.ask("left")
    house.models.depth_model.openCurtain()
    house.models.depth_model.choose(3)
    assert house.models.depth_model.props.chosen == 3
    return words.ceiling_words(4)


def my_lines(house):
    house.store.notebook.add(replace(entry("e1", MINE), author=Seat.LEFT, private=True))
    house.turn_to("notebook")
    house.models.notebook_model.look("left")
    house.models.notebook_model.openCurtain()
    return MINE


def my_answer(house):
    make(house)
    two_weeks_pass(house)
    house.turn_to("agreements")
    house.models.review_model.look("a1")
    house.models.review_model.answer("left")
    house.models.review_model.openCurtain()
    return "How well does it fit what matters most to you?"


def our_lists(house):
    house.sit_down_until("needs", n.ChoosingTopic)
    house.click("Time together")
    write_lists(house, MINE)
    house.session.stop()
    house.session.clear()
    house.turn_to("lists")
    house.models.kept_lists_model.look(house.store.needs.kept()[0])
    return MINE


@pytest.mark.parametrize("opened", [my_wish, my_lines, my_answer, our_lists])
@pytest.mark.parametrize("way", ["home", "plans", "packs", "a talk"])
def test_another_page_closes_it(house, opened, way):
    words = opened(house)
    house.settle()
    assert words in everything_shown(house)
    if way == "a talk":
        house.sit_down()
    else:
        house.turn_to(way)
    house.settle()
    assert words not in everything_shown(house)


def test_it_closes_where_nothing_can_be_read(house, monkeypatch):
    my_lines(house)
    monkeypatch.setattr(house.store.notebook, "page", _cannot)
    with pytest.raises(StoreDamaged):
        house.models.notebook_model.look("all")
    assert house.models.notebook_model.entries.rows == []
    assert house.models.notebook_model.props.view == "all"


def _cannot(*args, **more):
    raise StoreDamaged("a page")
