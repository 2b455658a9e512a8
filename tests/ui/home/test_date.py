"""A clock that is a year ahead: asked about on Home, and until then nothing is lost by it."""

from datetime import date, timedelta

import pytest

from coupleapp.domain.couple import Seat
from coupleapp.domain.evening import Appreciation
from tests.store.helpers import NOW, entry

YEAR = 365 * 86_400
EVENING = date(2026, 11, 23)
QUESTION = "This computer says it is 23 November 2027; the last date Nearer is sure of is "
KEPT_UP = 9


@pytest.fixture
def kept(house):
    """A sealed sentence, an agreed time, and copies."""
    house.use.date.note()
    house.store.evenings.give(EVENING, Appreciation(Seat.LEFT, "You warmed the car."))
    house.use.plans.make(house.clock.now() + timedelta(days=2), "the kitchen")
    for day in range(KEPT_UP):
        house.store.notebook.add(entry(f"e{day}"))
        house.store.copies.make(NOW - timedelta(days=day))
    return house


def lines(house):
    return [each.text for each in house.store.notebook.page(None, 99)]


def test_it_is_asked_and_nothing_is_lost(kept, build):
    ahead = build(later=YEAR)
    before = set(ahead.store.copies.made())
    ahead.wait_for(QUESTION)
    ahead.open_evening()
    ahead.small_window.close()
    for page in ("ours", "notebook", "activities", "settings"):
        ahead.turn_to(page)
    assert "You warmed the car." not in lines(ahead)
    assert len(ahead.store.appointments.appointments()) == 1

    again = build(later=YEAR)
    assert before <= set(again.store.copies.made())
    again.wait_for(QUESTION)
    again.click("No, we'll set the clock")
    again.wait_for("Until the clock is set, nothing here is opened or cleared away by its date.")
    assert not again.says(QUESTION)

    right = build(later=3600)
    assert not right.says("Is the date right?")
    assert not right.says("Until the clock is set")
    assert len(right.use.plans.appointments()) == 1
    assert right.store.evenings.evening(EVENING).given == (
        Appreciation(Seat.LEFT, "You warmed the car."),
    )


def test_once_they_say_it_is_right_time_has_passed(kept, build):
    ahead = build(later=YEAR)
    ahead.wait_for(QUESTION)
    ahead.click("Yes, it is")
    assert not ahead.says("Is the date right?")
    assert "You warmed the car." in lines(ahead)
    assert ahead.store.appointments.appointments() == ()
    assert not build(later=YEAR + 3600).says("Is the date right?")


def test_by_the_keyboard_alone(kept, build):
    ahead = build(later=YEAR)
    ahead.wait_for(QUESTION)
    ahead.tab_to("No, we'll set the clock")
    ahead.tab_to("Yes, it is")


def test_far_back_it_is_asked_too_and_does_no_harm(kept, build):
    before = lines(kept), kept.store.appointments.appointments()
    back = build(later=-YEAR)
    back.wait_for("This computer says it is 23 November 2025;")
    assert (lines(back), back.store.appointments.appointments()) == before
    right = build()
    assert not right.says("Is the date right?")
    assert (lines(right), right.store.appointments.appointments()) == before


def test_a_time_that_was_agreed_on_is_not_erased_by_a_talk_at_a_wrong_date(kept, build):
    ahead = build(later=YEAR)
    ahead.sit_down()
    ahead.stop_for_good()
    assert len(ahead.store.appointments.appointments()) == 1
