"""Whether Nearer is seen in screenshots, on the page of the lock."""

import pytest

from coupleapp.desktop.screen_capture import ScreenCapture
from tests.application.hands import write_protected


@pytest.fixture
def told(house):
    """As on a system that can leave it out."""
    calls = []
    model = house.models.captures_model
    model._leave_out = calls.append
    house.turn_to("lock")
    return house, calls


def test_it_is_left_out_until_they_want_it_seen(told, build):
    house, calls = told
    assert calls == [True]
    house.click("Show it")
    assert calls[-1] is False
    assert house.store.couple.settings().in_captures
    again = build()
    again.models.captures_model._leave_out = calls.append
    again.turn_to("lock")
    assert calls[-1] is False
    again.click("Leave Nearer out")
    assert calls[-1] is True


def test_what_cannot_be_kept_is_not_done(told):
    house, calls = told
    with write_protected(house.store):
        house.click("Show it")
    assert calls == [True]
    assert house.says("may not write to its folder")


def test_nothing_is_offered_where_the_system_cannot(house):
    house.turn_to("lock")
    assert not house.says("Screenshots and shared screens")
    assert not ScreenCapture(None).available
